// Versions: what is in force from one date until another, and the date that picks among versions of one name.
//
// In: `in force` clauses. Out: plain conditions on the selecting date, so that an unknown date is an unknown like others. A
// rule's is the first conjunct of its guard; definitions and table rows that share a name or key become one conditional.
// Tested in tests/unit/eval/versions_test.cpp and tests/golden/check.
#pragma once

#include "engine/check/workbench.h"

namespace hjemmel::check {

// The days on which something may be in force, and the condition that it is. Of a date that the law leaves open the first
// day it can be; `king`: it is that one date, which ends one version as it begins the next.
struct Period {
  std::int64_t from = 0;   // the first day in force
  std::int64_t until = 0;  // the first day out of force
  bool from_king = false;
  bool until_king = false;
  ir::ExprId condition;  // none: there is no `in force`, or it has a fault
  source::Span span;
};

struct Version {
  Period period;
  ir::ExprId value;
};

// The declaration's `in force`; always in force where it has none. `name` is what is in force, for messages and open law.
[[nodiscard]] Period read_period(Workbench& bench, syntax::View declared, std::string const& name);

// A new expression that reads what the law leaves open, one fact for each name and reach.
[[nodiscard]] ir::ExprId read_open_law(Workbench& bench, ir::Fact fact, source::Span span);

// At least one version; a decimal where one of them is.
[[nodiscard]] ir::Type type_of_versions(Workbench const& bench, std::vector<Version> const& versions);

// The value of the version in force; `otherwise` where none is, and where that is none, an error that names it.
[[nodiscard]] ir::ExprId value_in_force(Workbench& bench, std::vector<Version> const& versions, std::string const& name,
                                        ir::ExprId otherwise);

// Both conditions as one conjunction without conjunctions in it; either may be none.
[[nodiscard]] ir::ExprId both_conditions(Workbench& bench, ir::ExprId first, ir::ExprId second);

// A new expression that reads the selecting date; none, with a message at `at`, when the head names no date.
[[nodiscard]] ir::ExprId selecting_date(Workbench& bench, source::Span at);

// Names of `define`, `reading`, `parameter` and `rule`: those with `in force` may share one.
void declare_definition_names(Workbench& bench);
void declare_rule_names(Workbench& bench);

// The rules that a name which is no group stands for: one, or its versions.
[[nodiscard]] std::vector<std::uint32_t> rules_named(Workbench const& bench, std::uint32_t entry);

// Versions that are in force on the same day, named with that day.
void refuse_overlap(Workbench& bench, std::vector<Period> const& periods, std::string const& name);

// A used package that has periods is refused: the date of the package that reads it would pick its versions. True when it is.
bool refuse_used_periods(Workbench& bench, ir::Program const& used, source::Span at);

}  // namespace hjemmel::check
