// Precedence climbing: all binary and prefix operators in one loop, so that a node stands only where there is an operator.
//
// In: the loosest level that may be read. Out: one expression in the session's tree. Levels, loosest first: `and`/`or`
// (n-ary, never mixed without parentheses), `not`, one comparison, `rounded to`, `+ -`, `* /`, unary `-`. Operands are the rule `operand`
// of expression.h. Tested in tests/unit/syntax/expression_test.cpp.
#pragma once

#include "engine/syntax/grammar/operators.h"
#include "engine/syntax/grammar/token.h"

namespace hjemmel::syntax::grammar {

bool climb(Iterator& first, Iterator const& last, Context const& context, Level loosest);

template <Level loosest>
struct Climb : x3::parser<Climb<loosest>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext const&, Attribute&) const {
    return climb(first, last, context, loosest);
  }
};

inline constexpr Climb<Level::connective> expression;
inline constexpr Climb<Level::negation> single_condition;  // the body of `every … has`: no `and`, no `or`
inline constexpr Climb<Level::sum> sum;
inline constexpr Climb<Level::rounding> figure;  // a sum, perhaps rounded

}  // namespace hjemmel::syntax::grammar
