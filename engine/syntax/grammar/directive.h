// Directives of the grammar: `node(kind)[p]` closes a node around what p took, `left[p]` and `node_from_left(kind)[q]` one that
// began earlier, `label(words)[p]` gives what p looks for a name for people, `nested[p]` counts a level of nesting.
//
// None has an attribute; all work on the session. Tested through tests/unit/syntax/parse_test.cpp.
#pragma once

#include <string_view>

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/grammar/token.h"

namespace hjemmel::syntax::grammar {

// Where the node begins: at the directive's own first token, or where the enclosing `left` began.
enum class NodeBegin { here, left };

template <class Subject, NodeBegin from>
struct NodeDirective : x3::unary_parser<Subject, NodeDirective<Subject, from>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr NodeDirective(Subject const& inner, NodeKind kind)
      : x3::unary_parser<Subject, NodeDirective>(inner), kind_(kind) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    Session& session = session_of(context);
    Iterator const begin = from == NodeBegin::left ? session.left() : first;
    if (!this->subject.parse(first, last, context, x3::unused, x3::unused)) {
      return false;
    }
    session.close_node(kind_, begin, first);
    return true;
  }

 private:
  NodeKind kind_;
};

template <NodeBegin from>
struct NodeMaker {
  NodeKind kind;

  template <class Subject>
  constexpr auto operator[](Subject const& inner) const {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return NodeDirective<Parser, from>(x3::as_parser(inner), kind);
  }
};

constexpr NodeMaker<NodeBegin::here> node(NodeKind kind) { return {kind}; }
constexpr NodeMaker<NodeBegin::left> node_from_left(NodeKind kind) { return {kind}; }

template <class Subject>
struct LeftDirective : x3::unary_parser<Subject, LeftDirective<Subject>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  using x3::unary_parser<Subject, LeftDirective<Subject>>::unary_parser;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    Session& session = session_of(context);
    Iterator const outer = session.left();
    session.set_left(first);
    bool const matched = this->subject.parse(first, last, context, x3::unused, x3::unused);
    session.set_left(outer);
    return matched;
  }
};

template <class Subject>
struct NestedDirective : x3::unary_parser<Subject, NestedDirective<Subject>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  using x3::unary_parser<Subject, NestedDirective<Subject>>::unary_parser;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    Nesting const level(session_of(context), first);
    return this->subject.parse(first, last, context, x3::unused, x3::unused);
  }
};

template <template <class> class Directive>
struct DirectiveMaker {
  template <class Subject>
  constexpr auto operator[](Subject const& inner) const {
    return Directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(inner));
  }
};

inline constexpr DirectiveMaker<LeftDirective> left;
inline constexpr DirectiveMaker<NestedDirective> nested;

template <class Subject>
struct LabelDirective : x3::unary_parser<Subject, LabelDirective<Subject>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr LabelDirective(Subject const& inner, std::string_view for_people)
      : x3::unary_parser<Subject, LabelDirective>(inner), words_(for_people) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    Session& session = session_of(context);
    if (!session.notes_misses()) {
      return this->subject.parse(first, last, context, x3::unused, x3::unused);
    }
    Iterator const begin = first;
    Iterator const earlier = session.mute(begin);
    bool const matched = this->subject.parse(first, last, context, x3::unused, x3::unused);
    session.unmute(earlier);
    if (!matched) {
      session.miss(begin, {words_});
    }
    return matched;
  }

 private:
  std::string_view words_;  // a literal of the grammar
};

struct LabelMaker {
  std::string_view for_people;

  template <class Subject>
  constexpr auto operator[](Subject const& inner) const {
    return LabelDirective<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(inner), for_people);
  }
};

// Matched or not: where p fails at its first token, the message says `words`.
constexpr LabelMaker label(std::string_view for_people) { return {for_people}; }

}  // namespace hjemmel::syntax::grammar
