// Changeable: the facts of a case that a flip may change, each with what it is now, and the case with some of them left open.
//
// In: a plan and a case. Out: the places that the case answers (a value, or that it does not apply) or that a default or a
// presumption fills; never what the schema fixes, dates that the law leaves open, and what is unknown or not asked. Tested in
// tests/unit/eval/flip_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/facts.h"
#include "engine/eval/milder.h"
#include "engine/eval/plan.h"

namespace hjemmel::eval {

struct Changeable {
  Unknown place;          // kind `fact` or `cell`
  FactPlan const* fact;   // of the plan
  Value present;          // known, or not applicable; an amount has a dimension where it is known
  std::string filled_by;  // `default`, `presumption`; empty: the case says it
  Interval within = {};   // what is known of a number that a presumption filled: no other is ever told
  std::uint32_t key =
      kNoIndex;  // of an amount: the place of what it is an amount of, in the same list of changeable facts
};

// In the order of the schema, elements of a list by row.
[[nodiscard]] std::vector<Changeable> changeable_facts(Plan const& plan, Case const& facts, LawChoice choice);

// Indexes into the changeable facts, ascending.
using FactSet = std::vector<std::uint32_t>;

[[nodiscard]] bool contains(FactSet const& set, std::uint32_t fact);

// The case with these facts open, whatever would fill them.
[[nodiscard]] Case left_open(Plan const& plan, Case const& facts, std::vector<Changeable> const& all,
                             FactSet const& set);

// Where the case keeps the value of a fact or cell.
[[nodiscard]] Value& stored_value(Case& facts, Unknown const& place);
[[nodiscard]] Value const& stored_value(Case const& facts, Unknown const& place);

}  // namespace hjemmel::eval
