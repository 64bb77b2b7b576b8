// Right-hand sides of the clause rules. Included by clause.cpp only.
//
// An effect's kind is known after its first words: `left` keeps where it began. Options after `then` are names, never
// expressions, so their `or` and `,` never meet the boolean ones; a figure is read where more than a name stands there.
#pragma once

#include "engine/syntax/grammar/clause.h"

namespace hjemmel::syntax::grammar {

using Kind = NodeKind;

// ---- types, parameters
constexpr auto type_def =
    label("a type")[branches[node(Kind::type_money)[word("money") > sign("(") > name > sign(")")] |
                             node(Kind::type_amount_of)[words("amount of") > name] | type_word]];
inline auto const parameter_def = node(Kind::parameter)[name > sign(":") > type];

// ---- bounds, options, conditions
constexpr auto bound_value = node_from_left(Kind::bound_at_most)[words("at most") > figure] |
                             node_from_left(Kind::bound_at_least)[words("at least") > figure] |
                             node_from_left(Kind::bound_exactly)[figure];
constexpr auto bound = node(Kind::bound_states)[SoftWord("states", false) > names] | left[name > bound_value];
constexpr auto bounds = node(Kind::bounds)[sign("{") > bound % sign(",") > sign("}")];

constexpr auto option = node(Kind::option)[name > *(word("and") > name) > -bounds];
constexpr auto options = option % (sign(",") | word("or"));
constexpr auto condition_use = node(Kind::condition_use)[name > -bounds];
constexpr auto with = node(Kind::with)[word("with") > condition_use % (sign(",") | word("and"))];

// ---- effects
constexpr auto choice = ((figure_ahead > node(Kind::figure)[figure]) | options) > -with;
constexpr auto qualifying_effect =
    branches[node_from_left(Kind::then_may_also_be_decided_by)[words("may also be decided by") > names] |
             node_from_left(Kind::then_may_also_be)[words("may also be") > options] |
             node_from_left(Kind::then_may_not_be)[words("may not be") > options] |
             node_from_left(Kind::then_may_not_carry)[words("may not carry") > condition_use] |
             node_from_left(Kind::then_may_carry)[words("may carry") > condition_use] |
             node_from_left(Kind::then_must_carry)[words("must carry") > condition_use] |
             node_from_left(Kind::then_decided_by)[(words("is decided by") | words("decided by")) > names]];
constexpr auto choosing_effect = branches[node_from_left(Kind::then_may_be)[words("may be") > choice] |
                                          node_from_left(Kind::then_normally_is)[words("normally is") > choice] |
                                          node_from_left(Kind::then_should_be)[words("should be") > choice] |
                                          node_from_left(Kind::then_is)[word("is") > choice]];
constexpr auto effect =
    left[word("then") >
         (node_from_left(Kind::then_as_of)[words("as of is") > sum] | node_from_left(Kind::then_bounds)[bounds] |
          (label("the name of a decision")[decision_name] > (qualifying_effect | choosing_effect)) |
          qualifying_effect)];

// ---- guards
inline auto const ground_body = row_name > SameLine("the ground's condition") > expression >
                                *(!at_line_start >> citation);
inline auto const ground = at_line_start >>
                           (node(Kind::open_ground)[word("open") >> ground_body] | node(Kind::ground)[ground_body]);
inline auto const grounds =
    node_from_left(Kind::when_any_of)[words("any of") > label("a ground at the start of a line")[ground] > *ground];
inline auto const guard = left[word("when") > (grounds | node_from_left(Kind::when)[expression])];

inline auto const rule_clause_def = branches[guard | effect | node(Kind::unless)[word("unless") > expression] |
                                             node(Kind::overrides)[word("overrides") > names] |
                                             node(Kind::disapplies)[word("disapplies") > names] | in_force | citation];

// ---- services
inline auto const criterion = at_line_start >>
                              node(Kind::ground)[criterion_name > SameLine("the criterion's condition") > expression >
                                                 *(!at_line_start >> citation)];
inline auto const criterion_rows = label("a criterion at the start of a line")[criterion] > *criterion;
inline auto const given_feature =
    left[name > (node_from_left(Kind::given_one_of)[words("one of") > name_set] | bound_value)];
inline auto const given = node(Kind::given)[name > -(sign("{") > given_feature % sign(",") > sign("}"))];
inline auto const service_clause_def =
    branches[label_nb | label_en | node(Kind::provider)[word("provider") > name] |
             node(Kind::may_be_given)[words("may be given")] | node(Kind::as_of_right)[words("as of right")] |
             node(Kind::offered_in)[words("offered in") > name_set > word("by|key") > path] |
             node(Kind::criteria)[word("criteria") > criterion_rows] |
             node(Kind::excludes)[word("excludes") > criterion_rows] |
             node(Kind::gives)[word("gives") > given % sign(",")] | in_force | citation];

// ---- properties
constexpr auto differing =
    node(Kind::differ_in_field)[word("the") > name > words("of one") > name > word("in") > path] |
    node(Kind::differ_in_path)[path];
constexpr auto cases =
    node(Kind::for_all_cases)[words("for all cases") > names > -(words("that differ only in") > differing)];
constexpr auto property_body_def = cases > -when > node(Kind::then_holds)[word("then") > expression];

BOOST_SPIRIT_DEFINE(type, parameter, rule_clause, service_clause, property_body)

}  // namespace hjemmel::syntax::grammar
