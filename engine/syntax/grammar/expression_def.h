// Right-hand sides of the expression rules. Included by expression.cpp only.
//
// A word that is a name elsewhere too (`total`, `count`, `age`, `no`, `least`) counts only before another word, so facts may
// have these names. No two alternatives begin with the same costly part.
#pragma once

#include "engine/syntax/grammar/directive.h"
#include "engine/syntax/grammar/expression.h"

namespace hjemmel::syntax::grammar {

constexpr auto where = node(NodeKind::where)[word("where") > expression];
constexpr auto by_key = node(NodeKind::by_key)[word("by") > name];

// g in case.seizures by substance where … has …
constexpr auto quantified = name > word("in") > path > -by_key > -where > word("has") > single_condition;
constexpr auto quantifier = node(NodeKind::every)[word("every") > quantified] |
                            node(NodeKind::some)[word("some") > quantified] |
                            node(NodeKind::no)[SoftWord("no", false) > quantified];

constexpr auto over_list = word("in") > path > -where;
inline auto const aggregate =
    node(NodeKind::total)[SoftWord("total", true) > operand > -(word("for") > name > over_list)] |
    node(NodeKind::count)[SoftWord("count", false) > name > -over_list] |
    node(NodeKind::least)[SoftWord("least", true) > operand];

inline auto const age = node(NodeKind::age)[words("age of") > operand > age_at > sum];

constexpr auto conditional =
    node(NodeKind::conditional)[word("if") > expression > word("then") > expression > word("else") > expression];

constexpr auto call = node(NodeKind::call)[callee > sign("(") > -(expression % sign(",")) > sign(")")];

inline auto const value = numeric | text | (sign("(") > expression > sign(")")) | truth | quantifier | aggregate | age |
                          conditional | call | path;

inline auto const operand_def = nested[label("a value")[value]];
inline auto const name_set_def = sign("{") > name % sign(",") > sign("}");

BOOST_SPIRIT_DEFINE(operand, name_set)

}  // namespace hjemmel::syntax::grammar
