// `branches[a | b | …]`: the alternative, read by a look at the first byte. What cannot begin there is not tried.
//
// The table is made of the parsers themselves (first_bytes.h), so that it holds whatever the grammar says. Where misses are
// noted all are tried in turn, since each is what could have stood there. Tested in tests/unit/syntax/branches_test.cpp.
#pragma once

#include <array>
#include <cstdint>

#include "engine/syntax/grammar/first_bytes.h"

namespace hjemmel::syntax::grammar {

// Which branches may begin with a byte: a bit each, in written order.
using BranchBits = std::uint32_t;

template <class Parser>
struct BranchCount {
  static constexpr std::size_t value = 1;
};
template <class Left, class Right>
struct BranchCount<x3::alternative<Left, Right>> {
  static constexpr std::size_t value = BranchCount<Left>::value + BranchCount<Right>::value;
};

// Of each language, for each byte.
class BranchTable {
 public:
  template <class Parser>
  constexpr explicit BranchTable(Parser const& alternative) {
    add<0>(alternative);
  }

  [[nodiscard]] BranchBits at(Language language, char byte) const {
    return bits_[language == Language::en ? 0 : 1][static_cast<unsigned char>(byte)];
  }

 private:
  template <std::size_t first, class Parser>
  constexpr void add(Parser const& parser) {
    add_to(bits_[0], first_bytes(parser, Language::en), first);
    add_to(bits_[1], first_bytes(parser, Language::nb), first);
  }
  template <std::size_t first, class Left, class Right>
  constexpr void add(x3::alternative<Left, Right> const& parser) {
    add<first>(parser.left);
    add<first + BranchCount<Left>::value>(parser.right);
  }
  static constexpr void add_to(std::array<BranchBits, 256>& bits, ByteSet const& bytes, std::size_t branch) {
    for (unsigned byte = 0; byte < bits.size(); ++byte) {
      bits[byte] |= (bytes.holds(static_cast<unsigned char>(byte)) ? BranchBits{1} : BranchBits{0}) << branch;
    }
  }

  std::array<std::array<BranchBits, 256>, 2> bits_{};
};

template <class Subject>
struct BranchesDirective : x3::unary_parser<Subject, BranchesDirective<Subject>> {
  static_assert(BranchCount<Subject>::value <= sizeof(BranchBits) * 8);
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit BranchesDirective(Subject const& alternative)
      : x3::unary_parser<Subject, BranchesDirective>(alternative), table_(alternative) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    Session const& session = session_of(context);
    if (first == last || session.notes_misses()) {
      return this->subject.parse(first, last, context, x3::unused, x3::unused);
    }
    BranchBits const bits = table_.at(session.language(), *first);
    return bits != 0 && try_branches<0>(this->subject, bits, first, last, context);
  }

 private:
  template <std::size_t branch, class Parser>
  static bool try_branches(Parser const& parser, BranchBits bits, Iterator& first, Iterator const& last,
                           Context const& context) {
    return (bits >> branch & 1U) != 0 && parser.parse(first, last, context, x3::unused, x3::unused);
  }
  template <std::size_t branch, class Left, class Right>
  static bool try_branches(x3::alternative<Left, Right> const& parser, BranchBits bits, Iterator& first,
                           Iterator const& last, Context const& context) {
    return try_branches<branch>(parser.left, bits, first, last, context) ||
           try_branches<branch + BranchCount<Left>::value>(parser.right, bits, first, last, context);
  }

  BranchTable table_;
};

template <class Subject>
struct FirstBytes<BranchesDirective<Subject>> : FirstBytesOfSubject<BranchesDirective<Subject>> {};

inline constexpr DirectiveMaker<BranchesDirective> branches;

}  // namespace hjemmel::syntax::grammar
