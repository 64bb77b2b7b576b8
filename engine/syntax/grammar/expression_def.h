// Right-hand sides of the expression rules. Included by expression.cpp only.
//
// A word that is a name elsewhere too (`total`, `count`, `age`, `no`, `least`, `the`, `exactly`) counts only before another
// word or a number, so facts may have these names. No two alternatives begin with the same costly part.
#pragma once

#include "engine/syntax/grammar/branches.h"
#include "engine/syntax/grammar/expression.h"

namespace hjemmel::syntax::grammar {

constexpr auto where = node(NodeKind::where)[word("where") > expression];
constexpr auto by_key = node(NodeKind::by_key)[word("by|key") > name];

// g in case.seizures by substance where … has …
constexpr auto of_list = word("in") > path > -by_key > -where > word("has") > single_condition;
// p of {taxpayer, spouse} has …
constexpr auto groups = node(NodeKind::groups)[sign("{") > path % sign(",") > sign("}")];
constexpr auto of_groups = word("of") > groups > word("has") > single_condition;
// 2 of (a, b, c)
inline auto const conditions = sign("(") > expression % sign(",") > sign(")");
inline auto const of_conditions = BeforeBracket("of") > conditions;
inline auto const quantifier =
    left[word("every") > name >
         (node_from_left(NodeKind::every_of)[of_groups] | node_from_left(NodeKind::every)[of_list])] |
    left[word("some") > name >
         (node_from_left(NodeKind::some_of)[of_groups] | node_from_left(NodeKind::some)[of_list])] |
    left[SoftWord("no", false) > name >
         (node_from_left(NodeKind::no_of)[of_groups] | node_from_left(NodeKind::no)[of_list])] |
    left[WordBeforeNumber("exactly") > whole_number > (node_from_left(NodeKind::exactly_conditions)[of_conditions] |
                                                       node_from_left(NodeKind::exactly)[name > of_list])] |
    left[words("at least") > whole_number > (node_from_left(NodeKind::at_least_conditions)[of_conditions] |
                                             node_from_left(NodeKind::at_least_of)[name > of_list])] |
    left[words("at most") > whole_number > (node_from_left(NodeKind::at_most_conditions)[of_conditions] |
                                            node_from_left(NodeKind::at_most_of)[name > of_list])];

constexpr auto over_list = word("in") > path > -where;
constexpr auto counted = word("in") > path > -by_key > -where > -node(NodeKind::has)[word("has") > single_condition];
inline auto const of_elements = operand > -(word("for") > name > over_list);
inline auto const aggregate = node(NodeKind::total)[SoftWord("total", true) > of_elements] |
                              node(NodeKind::count_distinct)[CountDistinct() > of_elements] |
                              node(NodeKind::count_conditions)[BeforeBracket("count of") > conditions] |
                              node(NodeKind::count)[SoftWord("count", false) > name > -counted] |
                              node(NodeKind::least_of)[SoftPhrase("the least") > of_elements] |
                              node(NodeKind::greatest_of)[SoftPhrase("the greatest") > of_elements] |
                              node(NodeKind::earliest_of)[SoftPhrase("the earliest") > of_elements] |
                              node(NodeKind::latest_of)[SoftPhrase("the latest") > of_elements] |
                              node(NodeKind::least)[SoftWord("least", true) > operand];

// the last s in person.stays by admitted_on where …
constexpr auto dated = name > word("in") > path > by_key > -where;
inline auto const record = node(NodeKind::first_record)[SoftPhrase("the first") > dated] |
                           node(NodeKind::last_record)[SoftPhrase("the last") > dated] |
                           node(NodeKind::only_record)[SoftPhrase("the only") > name > over_list];

inline auto const age = node(NodeKind::age)[words("age of") > operand > age_at > sum];

// the lesser of a, b and c
constexpr auto listed_values = sum > *(sign(",") > sum) > word("and") > sum;
inline auto const chosen_value = node(NodeKind::lesser_of)[words("the lesser of") > listed_values] |
                                 node(NodeKind::greater_of)[words("the greater of") > listed_values] |
                                 node(NodeKind::earlier_of)[words("the earlier of") > listed_values] |
                                 node(NodeKind::later_of)[words("the later of") > listed_values];

inline auto const calendar = node(NodeKind::date_of)[words("date of") > operand] |
                             node(NodeKind::month_of)[words("month of") > operand] |
                             node(NodeKind::year_of)[words("year of") > operand];

// 10 working days after referral.received
inline auto const working_days = left[TermAhead(true) > (words("working days") | words("working day")) >
                                      (node_from_left(NodeKind::working_days_after)[word("after") > operand] |
                                       node_from_left(NodeKind::working_days_from)[word("from") > operand])];
inline auto const calendar_term =
    left[TermAhead(false) > unit > (node_from_left(NodeKind::term_after)[word("after") > operand] |
                                    node_from_left(NodeKind::term_from)[word("from") > operand])];

constexpr auto conditional =
    node(NodeKind::conditional)[word("if") > expression > word("then") > expression > word("else") > expression];

constexpr auto call = node(NodeKind::call)[callee > sign("(") > -(expression % sign(",")) > sign(")")];

// All that begins with a word of the language: words::begins_value names these words.
inline auto const worded =
    branches[truth | quantifier | aggregate | record | age | chosen_value | calendar | conditional];
inline auto const value = branches[working_days | calendar_term | numeric | text |
                                   (sign("(") > expression > sign(")")) | (value_word_ahead >> worded) | call | path];

inline auto const operand_def = nested[label("a value")[value]];
inline auto const name_set_def = sign("{") > name % sign(",") > sign("}");

BOOST_SPIRIT_DEFINE(operand, name_set)

}  // namespace hjemmel::syntax::grammar
