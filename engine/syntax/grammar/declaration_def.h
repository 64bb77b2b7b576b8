// Right-hand sides of the declarations. Included by declaration.cpp only.
//
// Clauses stand in any order and any number of times: what is missing or said twice is for `check` to say. A row begins on
// a line of its own; what it says begins on that line.
#pragma once

#include "engine/syntax/grammar/clause.h"
#include "engine/syntax/grammar/declaration.h"

namespace hjemmel::syntax::grammar {

using Kind = NodeKind;

// ---- package
constexpr auto milder_for = node(Kind::milder_for)[words("milder for") > name];
constexpr auto head_line =
    branches[node(Kind::head_title)[word("title") > text > -label_nb] |
             node(Kind::head_jurisdiction)[word("jurisdiction") > name] |
             node(Kind::head_status)[word("status") > name > -(word("by") > text)] |
             node(Kind::head_facts)[word("facts") > text] | node(Kind::head_language)[word("language") > name] |
             node(Kind::head_as_of)[words("as of") > path > -(sign(",") > milder_for)] |
             node(Kind::head_decided_on)[words("decided on") > path] |
             node(Kind::head_law_known_on)[words("law known on") > date] | in_force];
constexpr auto package_head =
    node(Kind::package_declaration)[opening("package") > label("the name of the package")[path_of_any_words] >
                                    *label("another line of the package's head")[head_line] > at_declaration_end];

// ---- sources and units
constexpr auto source_id = node(Kind::source_id)[word("id") > text];
constexpr auto source =
    node(Kind::source_declaration)[opening("source") > name > text > -source_id > at_declaration_end];
constexpr auto declared_unit =
    node(Kind::unit_declaration)[opening("unit") > name > *(label_nb | label_en) > at_declaration_end];

constexpr auto minor_unit = node(Kind::minor_unit)[word("minor") > name];
constexpr auto declared_money =
    node(Kind::money_declaration)[opening("money") > name > *(label_nb | label_en | minor_unit) > at_declaration_end];

// ---- enumerations and conditions
constexpr auto not_first_on_line = !at_line_start;
constexpr auto like = node(Kind::like)[(word("like") >> SameLine("the value that it ranks like")) > name];
constexpr auto unranked = not_first_on_line >> node(Kind::unranked)[word("unranked")];
constexpr auto in_unit =
    left[word("in") > (node_from_left(Kind::in_any_unit)[words("any unit")] | node_from_left(Kind::in_unit)[unit])];
inline auto const value_part = branches[label_nb | authorities | parameters | like | in_unit | unranked | label_en];
inline auto const enum_row = node(Kind::enum_row)[names > *value_part];
inline auto const enum_line = at_line_start >> label("a value of the enumeration")[enum_row] >> *(sign(",") > enum_row);
constexpr auto ordered_by = node(Kind::ordered_by)[word("by|order") > name];
inline auto const enumeration =
    node(Kind::enum_declaration)[opening("enum") > name > -ordered_by > *enum_line > at_declaration_end];
inline auto const condition =
    node(Kind::condition_declaration)[opening("condition") > name > -parameters > at_declaration_end];

// ---- tables
inline auto const otherwise_row =
    left[word("otherwise") > (node_from_left(Kind::table_undetermined)[word("undetermined") > text > *citation] |
                              node_from_left(Kind::table_otherwise)[expression > *citation])];
inline auto const table_row = node(Kind::table_row)[first_key > further_keys > SameLine("the row's value") >
                                                    expression > *branches[in_force | citation]];
inline auto const table_line = at_line_start >> label("a row of the table")[branches[otherwise_row | table_row]];
constexpr auto hit_policy = !at_line_start >>
                            (node(Kind::row_first)[words("first row")] | node(Kind::row_unique)[words("unique row")] |
                             left[word("collect") > (node_from_left(Kind::collect_total)[word("total")] |
                                                     node_from_left(Kind::collect_least)[word("least")] |
                                                     node_from_left(Kind::collect_greatest)[word("greatest")])]);
inline auto const table =
    node(Kind::table_declaration)[opening("table") > name > sign("(") > parameter % sign(",") > sign(")") > sign("->") >
                                  type > -hit_policy > *citation > *table_line > at_declaration_end];

// ---- definitions, assessments, decisions, groups
// define of_age of c in return.children: bool
constexpr auto field_of = node(Kind::field_of)[word("of") > name > word("in") > path];
inline auto const definition =
    node(Kind::define_declaration)[opening("define") > name > -field_of > -(sign(":") > type) >
                                   *branches[in_force | citation] > node(Kind::value)[sign("=") > expression] >
                                   at_declaration_end];

constexpr auto weighing =
    left[word("weighing") > (node_from_left(Kind::weighing_among_others)[words("among others") > names] |
                             node_from_left(Kind::weighing)[names])];
constexpr auto not_by = node(Kind::not_by)[words("not by") > names];
constexpr auto most_weight = node(Kind::most_weight)[words("most weight on") > names];
inline auto const assessment_clause = branches[authorities | not_by | weighing | most_weight | citation];
inline auto const assessment = node(
    Kind::assessment_declaration)[opening("assessment") > path >
                                  *label("another clause of the assessment")[assessment_clause] > at_declaration_end];

constexpr auto otherwise_says = node(Kind::otherwise_says)[word("otherwise") > text];
inline auto const decision_clause = branches[authorities | when | otherwise_says | citation];
inline auto const decision =
    node(Kind::decision_declaration)[opening("decision") > name > sign(":") > type >
                                     *label("another clause of the decision")[decision_clause] > at_declaration_end];

constexpr auto group = node(
    Kind::group_declaration)[opening("group") > name > sign("=") > node(Kind::members)[names] > at_declaration_end];

// ---- what an outcome rests on
inline auto const within = node(Kind::within)[word("within") > sum > word("to") > sum > -text];
inline auto const parameter_clause = branches[node(Kind::value)[sign("=") > sum] | within | in_force | citation];
inline auto const law_parameter =
    node(Kind::parameter_declaration)[opening("parameter") > name > sign(":") > type >
                                      *label("another clause of the parameter")[parameter_clause] > at_declaration_end];

inline auto const reading_choice =
    at_line_start >>
    label("a choice at the start of a line")[node(Kind::reading_choice)[row_name > SameLine("the choice's expression") >
                                                                        expression > *(!at_line_start >> citation)]];
inline auto const reading = node(Kind::reading_declaration)[opening("reading") > name > sign(":") > type > *citation >
                                                            *reading_choice > at_declaration_end];

inline auto const presumption_clause = branches[node(Kind::when_in_doubt)[words("when in doubt")] | when | citation];
inline auto const presumption =
    node(Kind::presumption_declaration)[opening("presume") > -node(Kind::presumed_false)[word("not")] > path >
                                        -node(Kind::presumed_value)[word("is") > sum] >
                                        *label("another clause of the presumption")[presumption_clause] >
                                        at_declaration_end];

// ---- rules and properties
constexpr auto rule_on = node(Kind::rule_on)[word("on") > decision_name > -(not_first_on_line >> row_name)];
inline auto const rule =
    node(Kind::rule_declaration)[opening("rule") > name > -rule_on > *label("another clause of the rule")[rule_clause] >
                                 at_declaration_end];
inline auto const service =
    node(Kind::service_declaration)[opening("service") > name >
                                    *label("another clause of the service")[service_clause] > at_declaration_end];
constexpr auto due = left[word("due") > (node_from_left(Kind::due_within)[word("within") > sum] |
                                         node_from_left(Kind::due_by)[word("by|due") > sum] |
                                         node_from_left(Kind::due_before)[word("before") > sum] |
                                         node_from_left(Kind::due_every)[word("every") > sum])];
inline auto const done =
    left[word("done") > (node_from_left(Kind::done_in)[word("in") > path > -node(Kind::by_key)[word("by|key") > name]] |
                         node_from_left(Kind::done_on)[operand])];
inline auto const duty_clause =
    branches[due | done | when | node(Kind::suspended_during)[words("suspended during") > path] | citation];
inline auto const duty =
    node(Kind::duty_declaration)[opening("duty") > name > node(Kind::bound_body)[word("on") > name] >
                                 -node(Kind::owed_to)[words("owed to") > name] >
                                 *label("another clause of the duty")[duty_clause] > at_declaration_end];
inline auto const property =
    node(Kind::property_declaration)[opening("property") > name > property_body > at_declaration_end];

inline auto const ordinary_declaration_def =
    branches[rule | definition | table | enumeration | source | condition | assessment | decision | group |
             law_parameter | reading | presumption | declared_unit | declared_money | service | duty | property];

// ---- packages that use packages, and amendments
constexpr auto version = -(word("version") > text);
constexpr auto uses =
    left[opening("uses") >
         (node_from_left(Kind::uses_jurisdiction)
              [word("jurisdiction") > label("the id of a jurisdiction, such as `no`")[path_of_any_words] > version] |
          node_from_left(Kind::uses_declaration)[label("the name of a package")[path_of_any_words] > version >
                                                 word("as") > name]) > at_declaration_end];
constexpr auto after = node(Kind::after)[word("after") > names];
inline auto const amendment_head =
    node(Kind::amendment_declaration)[opening("amendment") > name > word("to") >
                                      label("the name of a package")[path_of_any_words] >
                                      *label("another clause of the amendment")[citation | after] > at_declaration_end];

// A replaced definition keeps its type where none is written.
inline auto const replaced_definition =
    node(Kind::define_declaration)[opening("define") > name > -field_of > -(sign(":") > type) >
                                   *branches[in_force | citation] > node(Kind::value)[sign("=") > expression] >
                                   at_declaration_end];
constexpr auto rows_word = word("rows") | word("row");
constexpr auto members_word = word("members") | word("member");
inline auto const rows_of =
    (kind_of_rows("table") > name > table_line > *table_line) | (kind_of_rows("enum") > name > enum_line > *enum_line);
constexpr auto members = node(Kind::members)[names];
inline auto const replacing =
    left[opening("replace") > SameLine("what is replaced") >
         (node_from_left(Kind::replace_rows)[rows_word > word("of") > rows_of] |
          node_from_left(Kind::replace_declaration)[replaced_definition] |
          node_from_left(Kind::replace_declaration)[label(
              "what is replaced, such as `rule` or `define`")[ordinary_declaration]]) > at_declaration_end];
inline auto const adding =
    left[opening("add") > (node_from_left(Kind::add_rows)[rows_word > word("to") > rows_of] |
                           node_from_left(Kind::add_members)[members_word > members > words("to group") > name]) >
         at_declaration_end];
constexpr auto repealing =
    left[opening("repeal") >
         (node_from_left(Kind::repeal_row)[word("row") > row_key > word("of") > declared_kind > name] |
          node_from_left(Kind::repeal_members)[members_word > members > words("of group") > name] |
          node_from_left(Kind::repeal_declaration)[declared_kind > path_of_any_words % sign(",")]) >
         at_declaration_end];
constexpr auto version_on = node(Kind::version_on)[words("in force on") > date];
constexpr auto with_period = (word("row") > row_key > word("of") > declared_kind > name) | kind_of_rows("package") |
                             (declared_kind > path_of_any_words);
constexpr auto changing = node(Kind::change_period)[opening("change") > words("period of") > with_period > -version_on >
                                                    in_force > at_declaration_end];

inline auto const declaration_def =
    branches[ordinary_declaration | package_head | uses | amendment_head | replacing | adding | repealing | changing];

BOOST_SPIRIT_DEFINE(declaration, ordinary_declaration)

}  // namespace hjemmel::syntax::grammar
