// The rules of clauses that declarations use: citations, types, parameters, guards and effects.
//
// Their right-hand sides stand in clause_def.h; the short parts that several declarations share stand here.
#pragma once

#include "engine/syntax/grammar/branches.h"
#include "engine/syntax/grammar/expression.h"

namespace hjemmel::syntax::grammar {

using TypeRule = x3::rule<struct TypeId>;
using ParameterRule = x3::rule<struct ParameterId>;
using RuleClauseRule = x3::rule<struct RuleClauseId>;
using ServiceClauseRule = x3::rule<struct ServiceClauseId>;
using PropertyClauseRule = x3::rule<struct PropertyClauseId>;

inline TypeRule const type("type");                                    // money(NOK)
inline ParameterRule const parameter("parameter");                     // amount: money(NOK)
inline RuleClauseRule const rule_clause("clause of a rule");           // when …, then …, overrides …
inline ServiceClauseRule const service_clause("clause of a service");  // criteria …, offered in …
inline PropertyClauseRule const property_body("property");             // for all cases … then …

BOOST_SPIRIT_DECLARE(TypeRule, ParameterRule, RuleClauseRule, ServiceClauseRule, PropertyClauseRule)

constexpr auto names = name % sign(",");
// cites s232a "first paragraph" [M5-1.5-20]
constexpr auto entry = left[entry_id > -node_from_left(NodeKind::entry_range)[sign("..") > entry_id]];
constexpr auto entries = sign("[") > entry % sign(",") > sign("]");
constexpr auto citation = node(
    NodeKind::citation)[branches[(word("cites") > label("the name of a source")[name] > -text > -entries) | entries]];
constexpr auto authorities = node(NodeKind::authorities)[word("by") > names];
constexpr auto label_nb = node(NodeKind::label_nb)[word("nb") > text];
constexpr auto label_en = node(NodeKind::label_en)[word("en") > text];
// in force from a date the King sets, until 2026-01-01, from within 2022 for 5 years
constexpr auto force_from =
    left[word("from") > branches[node_from_left(NodeKind::force_from_king)[words("a date the King sets")] |
                                 node_from_left(NodeKind::force_from_within)[word("within") > whole_number >
                                                                             -(word("for") > numeric)] |
                                 node_from_left(NodeKind::force_from)[date]]];
constexpr auto force_until =
    left[word("until") > (node_from_left(NodeKind::force_until_king)[words("a date the King sets")] |
                          node_from_left(NodeKind::force_until)[date])];
constexpr auto in_force = node(NodeKind::in_force)[words("in force") > ((force_from > -force_until) | force_until)];
constexpr auto when = node(NodeKind::when)[word("when") > expression];
inline auto const parameters = node(NodeKind::parameters)[sign("{") > parameter % sign(",") > sign("}")];

}  // namespace hjemmel::syntax::grammar
