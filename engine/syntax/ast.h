// Typed views over the syntax tree: one small struct a declaration, clause or expression with parts, each a tree and a node.
//
// In: a NodeRef of the right kind. Out: its parts by name. Views own nothing and copy nothing; they live as long as the
// tree. A part that is not written is a view that is false. What clauses may stand how often is for `check` to say: a
// view gives the first, `all_of` gives each. Tested in tests/unit/syntax/ast_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

// `view<RuleView>(&tree, node)`
template <class V>
[[nodiscard]] V view(Tree const* tree, NodeRef node) {
  V made;
  made.tree = tree;
  made.node = node;
  return made;
}

struct View {
  Tree const* tree = nullptr;  // never null in a view that is true
  NodeRef node;

  explicit operator bool() const { return node.has_value(); }
  [[nodiscard]] NodeKind kind() const { return tree->kind(node); }
  [[nodiscard]] source::Span span() const { return tree->span(node); }
  [[nodiscard]] std::string_view text() const { return tree->text(node); }
  [[nodiscard]] NodeRange children() const { return tree->children(node); }
  [[nodiscard]] NodeRange children(NodeKind wanted) const { return tree->children(node, wanted); }
  [[nodiscard]] bool has(NodeKind wanted) const { return tree->child(node, wanted).has_value(); }

 protected:
  template <class V>
  [[nodiscard]] V part(NodeKind wanted) const {
    return view<V>(tree, tree->child(node, wanted));
  }
  template <class V>
  [[nodiscard]] V part_of(NodeKind clause, NodeKind wanted) const {
    NodeRef const at = tree->child(node, clause);
    return view<V>(tree, at.has_value() ? tree->child(at, wanted) : NodeRef{});
  }
  // The expression inside a clause such as `when`.
  [[nodiscard]] View expression_of(NodeKind clause) const {
    NodeRef const at = tree->child(node, clause);
    return {tree, at.has_value() ? tree->first_expression(at) : NodeRef{}};
  }
};

// Each child of one kind as a view of type V.
template <class V>
class Each {
 public:
  class Iterator {
   public:
    Iterator(Tree const* tree, NodeRange::Iterator at) : tree_(tree), at_(at) {}
    V operator*() const { return view<V>(tree_, *at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(Iterator const& a, Iterator const& b) { return a.at_ == b.at_; }

   private:
    Tree const* tree_;
    NodeRange::Iterator at_;
  };

  Each(Tree const& tree, NodeRange range) : tree_(&tree), range_(range) {}
  [[nodiscard]] Iterator begin() const { return {tree_, range_.begin()}; }
  [[nodiscard]] Iterator end() const { return {tree_, range_.end()}; }
  [[nodiscard]] bool empty() const { return range_.empty(); }
  [[nodiscard]] std::size_t size() const { return range_.size(); }

 private:
  Tree const* tree_;
  NodeRange range_;
};

// `for (CitationView cite : all_of<CitationView>(rule, NodeKind::citation))`
template <class V>
[[nodiscard]] Each<V> all_of(View parent, NodeKind kind) {
  return {*parent.tree, parent.children(kind)};
}

using ExprView = View;  // of any expression kind: look at kind(), then at the view for it below
using NameView = View;  // of a token: its text() is the name

struct TextLiteral : View {
  // Without the quotes, `\"` and `\\` resolved. Empty when there is no text.
  [[nodiscard]] std::string value() const;
};

struct TypeView : View {
  [[nodiscard]] NameView argument() const { return part<NameView>(NodeKind::name); }  // of money and amount of
};

struct CitationView : View {
  [[nodiscard]] NameView source() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TextLiteral place() const { return part<TextLiteral>(NodeKind::text); }
  // entry_id, or entry_range (whose children are its first and last entry_id): the children that are neither name nor text.
  [[nodiscard]] bool has_entries() const { return has(NodeKind::entry_id) || has(NodeKind::entry_range); }
};

struct ParameterView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TypeView type() const { return view<TypeView>(tree, tree->child_at(node, 1)); }
};

// `in force from … until …`: at most one kind of beginning and one kind of end.
struct InForceView : View {
  [[nodiscard]] View from() const { return part_of<View>(NodeKind::force_from, NodeKind::date); }
  [[nodiscard]] View from_year() const { return part_of<View>(NodeKind::force_from_within, NodeKind::number); }
  [[nodiscard]] ExprView length() const { return part_of<View>(NodeKind::force_from_within, NodeKind::quantity); }
  [[nodiscard]] View from_king() const { return part<View>(NodeKind::force_from_king); }
  [[nodiscard]] View until() const { return part_of<View>(NodeKind::force_until, NodeKind::date); }
  [[nodiscard]] View until_king() const { return part<View>(NodeKind::force_until_king); }
};

// The clause of a declaration or a row, false where it has none.
[[nodiscard]] inline InForceView in_force_of(View declared) {
  return view<InForceView>(declared.tree, declared.tree->child(declared.node, NodeKind::in_force));
}

// ---- declarations

struct PackageView : View {
  [[nodiscard]] NameView path() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] TextLiteral title() const { return part_of<TextLiteral>(NodeKind::head_title, NodeKind::text); }
  [[nodiscard]] TextLiteral title_nb() const;
  [[nodiscard]] NameView jurisdiction() const { return part_of<NameView>(NodeKind::head_jurisdiction, NodeKind::name); }
  [[nodiscard]] NameView status() const { return part_of<NameView>(NodeKind::head_status, NodeKind::name); }
  [[nodiscard]] TextLiteral status_by() const { return part_of<TextLiteral>(NodeKind::head_status, NodeKind::text); }
  [[nodiscard]] TextLiteral facts() const { return part_of<TextLiteral>(NodeKind::head_facts, NodeKind::text); }
  [[nodiscard]] NameView language() const { return part_of<NameView>(NodeKind::head_language, NodeKind::name); }
  [[nodiscard]] NameView as_of() const { return part_of<NameView>(NodeKind::head_as_of, NodeKind::path); }
  [[nodiscard]] View milder_for() const { return part_of<View>(NodeKind::head_as_of, NodeKind::milder_for); }
  [[nodiscard]] NameView decided_on() const { return part_of<NameView>(NodeKind::head_decided_on, NodeKind::path); }
  [[nodiscard]] View law_known_on() const { return part_of<View>(NodeKind::head_law_known_on, NodeKind::date); }
};

struct SourceView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TextLiteral title() const { return part<TextLiteral>(NodeKind::text); }
  [[nodiscard]] TextLiteral id() const { return part_of<TextLiteral>(NodeKind::source_id, NodeKind::text); }
};

struct UnitView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TextLiteral nb() const { return part_of<TextLiteral>(NodeKind::label_nb, NodeKind::text); }
  [[nodiscard]] TextLiteral en() const { return part_of<TextLiteral>(NodeKind::label_en, NodeKind::text); }
};

// money USD en "US dollars" minor cent
struct MoneyView : UnitView {
  [[nodiscard]] NameView minor() const { return part_of<NameView>(NodeKind::minor_unit, NodeKind::name); }
};

struct EnumRowView : View {
  [[nodiscard]] NodeRange names() const { return children(NodeKind::name); }  // at least one
  [[nodiscard]] TextLiteral nb() const { return part_of<TextLiteral>(NodeKind::label_nb, NodeKind::text); }
  [[nodiscard]] TextLiteral en() const { return part_of<TextLiteral>(NodeKind::label_en, NodeKind::text); }
  [[nodiscard]] View authorities() const { return part<View>(NodeKind::authorities); }  // its names are its children
  [[nodiscard]] NameView like() const { return part_of<NameView>(NodeKind::like, NodeKind::name); }
  [[nodiscard]] bool unranked() const { return has(NodeKind::unranked); }
  [[nodiscard]] View unit() const { return part_of<View>(NodeKind::in_unit, NodeKind::unit); }
  [[nodiscard]] bool any_unit() const { return has(NodeKind::in_any_unit); }
  [[nodiscard]] View parameters() const {
    return part<View>(NodeKind::parameters);
  }  // all_of<ParameterView>(it, parameter)
};

struct EnumView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView ordered_by() const { return part_of<NameView>(NodeKind::ordered_by, NodeKind::name); }
  [[nodiscard]] Each<EnumRowView> rows() const { return {*tree, children(NodeKind::enum_row)}; }
};

struct ConditionView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] View parameters() const { return part<View>(NodeKind::parameters); }  // may be left out
};

// A table_row or table_otherwise.
struct TableRowView : View {
  // The first key, where it is one name; a table_otherwise has no key.
  [[nodiscard]] NameView key() const { return part<NameView>(NodeKind::name); }
  // One for each parameter of the table: name, literal, key_any, key_either or key_range.
  [[nodiscard]] std::vector<View> keys() const;
  [[nodiscard]] ExprView value() const;
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct TableUndeterminedView : View {
  [[nodiscard]] TextLiteral reason() const { return part<TextLiteral>(NodeKind::text); }
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct TableView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] Each<ParameterView> parameters() const { return {*tree, children(NodeKind::parameter)}; }
  [[nodiscard]] TypeView result() const {
    return view<TypeView>(tree, tree->child_at(node, 1 + static_cast<std::uint32_t>(parameters().size())));
  }
  // row_unique, row_first or one of the collect_ kinds; false where nothing is said
  [[nodiscard]] View hit_policy() const;
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
  [[nodiscard]] Each<TableRowView> rows() const { return {*tree, children(NodeKind::table_row)}; }
  [[nodiscard]] TableRowView otherwise() const { return part<TableRowView>(NodeKind::table_otherwise); }
  [[nodiscard]] TableUndeterminedView undetermined() const {
    return part<TableUndeterminedView>(NodeKind::table_undetermined);
  }
};

// uses no.health.lar version "0.2.0" as lar
struct UsesView : View {
  [[nodiscard]] NameView package() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] TextLiteral version() const { return part<TextLiteral>(NodeKind::text); }
  [[nodiscard]] NameView alias() const { return part<NameView>(NodeKind::name); }
};

// uses jurisdiction no version "1.0.0"
struct UsesJurisdictionView : View {
  [[nodiscard]] NameView id() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] TextLiteral version() const { return part<TextLiteral>(NodeKind::text); }
};

struct AmendmentView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView package() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct DefineView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  // `of c in return.children`: said of each element of that list.
  [[nodiscard]] View field_of() const { return part<View>(NodeKind::field_of); }
  [[nodiscard]] NameView variable() const { return part_of<NameView>(NodeKind::field_of, NodeKind::name); }
  [[nodiscard]] NameView list() const { return part_of<NameView>(NodeKind::field_of, NodeKind::path); }
  // Not there in `define stay = the last s in …`, which stands for a record.
  [[nodiscard]] TypeView type() const {
    NodeRef const behind = tree->child_at(node, field_of() ? 2 : 1);
    return view<TypeView>(tree, group_of(tree->kind(behind)) == NodeGroup::type ? behind : NodeRef{});
  }
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
  [[nodiscard]] ExprView body() const { return expression_of(NodeKind::value); }
};

struct AssessmentView : View {
  [[nodiscard]] NameView path() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] View authorities() const { return part<View>(NodeKind::authorities); }
  [[nodiscard]] View not_by() const { return part<View>(NodeKind::not_by); }            // its names are its children
  [[nodiscard]] View most_weight() const { return part<View>(NodeKind::most_weight); }  // likewise
  [[nodiscard]] View weighing() const;  // of kind weighing or weighing_among_others; its names are the factors
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct WithinView : View {
  [[nodiscard]] ExprView low() const { return {tree, tree->child_at(node, 0)}; }
  [[nodiscard]] ExprView high() const { return {tree, tree->child_at(node, 1)}; }
  [[nodiscard]] TextLiteral reason() const { return part<TextLiteral>(NodeKind::text); }
};

struct ParameterDeclarationView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TypeView type() const { return view<TypeView>(tree, tree->child_at(node, 1)); }
  [[nodiscard]] ExprView value() const { return expression_of(NodeKind::value); }
  [[nodiscard]] WithinView within() const { return part<WithinView>(NodeKind::within); }
};

// One line of a reading.
struct ReadingChoiceView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] ExprView body() const { return {tree, tree->first_expression(node)}; }
};

struct ReadingView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TypeView type() const { return view<TypeView>(tree, tree->child_at(node, 1)); }
  [[nodiscard]] Each<ReadingChoiceView> choices() const { return {*tree, children(NodeKind::reading_choice)}; }
};

struct PresumptionView : View {
  [[nodiscard]] NameView path() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] View is_not() const { return part<View>(NodeKind::presumed_false); }
  [[nodiscard]] ExprView value() const { return expression_of(NodeKind::presumed_value); }
  [[nodiscard]] ExprView condition() const { return expression_of(NodeKind::when); }
};

struct DecisionView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TypeView type() const { return view<TypeView>(tree, tree->child_at(node, 1)); }
  [[nodiscard]] View authorities() const { return part<View>(NodeKind::authorities); }
  [[nodiscard]] ExprView guard() const { return expression_of(NodeKind::when); }
  [[nodiscard]] TextLiteral otherwise_says() const {
    return part_of<TextLiteral>(NodeKind::otherwise_says, NodeKind::text);
  }
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct GroupView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] View members() const { return part<View>(NodeKind::members); }  // its names are its children
};

// ---- rules

// bound_at_most, bound_at_least, bound_exactly: a parameter and its value.
struct BoundView : View {
  [[nodiscard]] NameView parameter() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] ExprView value() const { return {tree, tree->first_expression(node)}; }
};

// An option or a condition_use: its name and, where braces follow, its bounds (children of several bound_ kinds).
struct UseView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] Each<NameView> names() const { return {*tree, children(NodeKind::name)}; }  // an option's parts
  [[nodiscard]] View bounds() const { return part<View>(NodeKind::bounds); }
};

// Any of the then_ kinds but then_holds.
struct EffectView : View {
  [[nodiscard]] bool is_choice() const;
  [[nodiscard]] NameView decision() const { return part<NameView>(NodeKind::decision_name); }
  [[nodiscard]] Each<UseView> options() const { return {*tree, children(NodeKind::option)}; }
  [[nodiscard]] ExprView figure() const {  // in place of options
    View const at = part<View>(NodeKind::figure);
    return {tree, at ? tree->first_expression(at.node) : NodeRef{}};
  }
  [[nodiscard]] View with() const { return part<View>(NodeKind::with); }  // all_of<UseView>(it, condition_use)
  [[nodiscard]] UseView condition() const { return part<UseView>(NodeKind::condition_use); }
  [[nodiscard]] NodeRange authorities() const { return children(NodeKind::name); }  // decided by
  [[nodiscard]] View bounds() const { return part<View>(NodeKind::bounds); }        // then_bounds
};

// A ground or open_ground.
struct GroundView : View {
  [[nodiscard]] bool is_open() const { return kind() == NodeKind::open_ground; }
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] ExprView guard() const { return {tree, tree->first_expression(node)}; }
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

struct RuleView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] View on() const { return part<View>(NodeKind::rule_on); }
  [[nodiscard]] NameView on_decision() const { return part_of<NameView>(NodeKind::rule_on, NodeKind::decision_name); }
  [[nodiscard]] NameView on_option() const { return part_of<NameView>(NodeKind::rule_on, NodeKind::name); }
  [[nodiscard]] ExprView guard() const { return expression_of(NodeKind::when); }
  [[nodiscard]] View any_of() const { return part<View>(NodeKind::when_any_of); }  // its children are GroundViews
  [[nodiscard]] ExprView unless() const { return expression_of(NodeKind::unless); }
  [[nodiscard]] ExprView as_of() const { return expression_of(NodeKind::then_as_of); }  // `then as of is d`
  [[nodiscard]] Each<CitationView> citations() const { return {*tree, children(NodeKind::citation)}; }
};

// ---- services

// given_one_of, bound_at_most, bound_at_least or bound_exactly: a feature of what is given.
struct GivenFeatureView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NodeRange names() const { return children(NodeKind::name); }  // given_one_of: its own, then the values
  [[nodiscard]] ExprView value() const { return {tree, tree->first_expression(node)}; }  // of a bound
};

struct OfferedView : View {
  [[nodiscard]] NodeRange places() const { return children(NodeKind::name); }
  [[nodiscard]] NameView by() const { return part<NameView>(NodeKind::path); }
};

struct ServiceView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] TextLiteral nb() const { return part_of<TextLiteral>(NodeKind::label_nb, NodeKind::text); }
  [[nodiscard]] TextLiteral en() const { return part_of<TextLiteral>(NodeKind::label_en, NodeKind::text); }
  [[nodiscard]] NameView provider() const { return part_of<NameView>(NodeKind::provider, NodeKind::name); }
  [[nodiscard]] bool may_be_given() const { return has(NodeKind::may_be_given); }
  [[nodiscard]] bool as_of_right() const { return has(NodeKind::as_of_right); }
  [[nodiscard]] OfferedView offered() const { return part<OfferedView>(NodeKind::offered_in); }
  [[nodiscard]] View criteria() const { return part<View>(NodeKind::criteria); }  // its children are GroundViews
  [[nodiscard]] View excludes() const { return part<View>(NodeKind::excludes); }  // the same
  [[nodiscard]] View gives() const { return part<View>(NodeKind::gives); }        // its children are givens
};

// ---- duties

struct DutyView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView body() const { return part_of<NameView>(NodeKind::bound_body, NodeKind::name); }
  [[nodiscard]] NameView owed_to() const { return part_of<NameView>(NodeKind::owed_to, NodeKind::name); }
  [[nodiscard]] ExprView guard() const { return expression_of(NodeKind::when); }
  [[nodiscard]] ExprView due(NodeKind kind) const { return expression_of(kind); }  // one of the due_ kinds
  [[nodiscard]] NameView suspended() const { return part_of<NameView>(NodeKind::suspended_during, NodeKind::path); }
  [[nodiscard]] ExprView done_on() const { return expression_of(NodeKind::done_on); }
  [[nodiscard]] View done_in() const { return part<View>(NodeKind::done_in); }
  [[nodiscard]] NameView done_by() const {
    NodeRef const list = tree->child(node, NodeKind::done_in);
    NodeRef const by = list.has_value() ? tree->child(list, NodeKind::by_key) : NodeRef{};
    return {View{tree, by.has_value() ? tree->child(by, NodeKind::name) : NodeRef{}}};
  }
  [[nodiscard]] NameView done_in_list() const { return part_of<NameView>(NodeKind::done_in, NodeKind::path); }
};

// term_after and its like: the day is the last operand
struct TermView : View {
  [[nodiscard]] View number() const { return part<View>(NodeKind::number); }
  [[nodiscard]] View unit() const { return part<View>(NodeKind::unit); }  // none: working days
  [[nodiscard]] ExprView start() const { return {tree, tree->last_expression(node)}; }
};

[[nodiscard]] bool is_effect(NodeKind kind);

struct PropertyView : View {
  [[nodiscard]] NameView name() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] View cases() const { return part<View>(NodeKind::for_all_cases); }
  [[nodiscard]] ExprView guard() const { return expression_of(NodeKind::when); }
  [[nodiscard]] ExprView claim() const { return expression_of(NodeKind::then_holds); }
};

// ---- expressions with parts; the others have operands only: operand(view, 0), operand(view, 1)

[[nodiscard]] inline ExprView operand(ExprView expr, std::size_t place) {
  return {expr.tree, expr.tree->child_at(expr.node, place)};
}

struct QuantityView : View {
  [[nodiscard]] View number() const { return part<View>(NodeKind::number); }
  [[nodiscard]] View unit() const { return part<View>(NodeKind::unit); }
};

struct CallView : View {
  [[nodiscard]] NameView callee() const {
    return part<NameView>(NodeKind::name);
  }  // the arguments are the children after it
};

// every, some, no
struct QuantifierView : View {
  [[nodiscard]] View number() const { return part<View>(NodeKind::number); }  // exactly, at_least_of, at_most_of
  [[nodiscard]] NameView variable() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView list() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] NameView key() const { return part_of<NameView>(NodeKind::by_key, NodeKind::name); }
  [[nodiscard]] ExprView where() const { return expression_of(NodeKind::where); }
  [[nodiscard]] ExprView body() const { return {tree, tree->last_expression(node)}; }
};

// every_of, some_of, no_of
struct GroupsQuantifierView : View {
  [[nodiscard]] NameView variable() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] View groups() const { return part<View>(NodeKind::groups); }  // their paths are its children
  [[nodiscard]] ExprView body() const { return {tree, tree->last_expression(node)}; }
};

// `total e` and its like, with or without `for s in xs where w`
struct TotalView : View {
  [[nodiscard]] ExprView amount() const { return operand(*this, 0); }
  [[nodiscard]] NameView variable() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView list() const {
    return NameView{tree, variable() ? tree->next_sibling(variable().node) : NodeRef{}};
  }
  [[nodiscard]] ExprView where() const { return expression_of(NodeKind::where); }
};

// `count s`, with or without `in xs by k where w has b`
struct CountView : View {
  [[nodiscard]] NameView variable() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView list() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] NameView key() const { return part_of<NameView>(NodeKind::by_key, NodeKind::name); }
  [[nodiscard]] ExprView body() const { return expression_of(NodeKind::has); }
  [[nodiscard]] ExprView where() const { return expression_of(NodeKind::where); }
};

// `the last s in xs by d where w`
struct RecordView : View {
  [[nodiscard]] NameView variable() const { return part<NameView>(NodeKind::name); }
  [[nodiscard]] NameView list() const { return part<NameView>(NodeKind::path); }
  [[nodiscard]] NameView order() const { return part_of<NameView>(NodeKind::by_key, NodeKind::name); }
  [[nodiscard]] ExprView where() const { return expression_of(NodeKind::where); }
};

// in_set, not_in_set, may_be: the names are the children after the first
struct MembershipView : View {
  [[nodiscard]] ExprView subject() const { return operand(*this, 0); }
  [[nodiscard]] NodeRange names() const { return children(NodeKind::name); }
};

}  // namespace hjemmel::syntax
