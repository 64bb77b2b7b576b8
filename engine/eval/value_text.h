// Values as people write them: `12.5 g`, `2009-03-02`, `holding`, `between 12 g and 14 g`, `not asked`.
#pragma once

#include <string>

#include "engine/eval/facts.h"
#include "engine/eval/plan.h"

namespace hjemmel::eval {

// A number of the given kind. `enumeration` names enumeration values; a date is written as one; else number and unit.
struct ValueKind {
  Domain domain = Domain::dense;
  Calendar calendar = Calendar::none;
  std::uint32_t enumeration = kNoIndex;
  base::Dimension dimension;
};

[[nodiscard]] ValueKind kind_of(FactPlan const& fact);
[[nodiscard]] ValueKind kind_of(LawParameterPlan const& parameter);
// Of a known text, in quotes: one that the rules hold, or one of the facts.
[[nodiscard]] std::string text_value(Plan const& plan, Case const& facts, Value value);
// Of a known value that the plan holds: texts are the plan's.
[[nodiscard]] std::string constant_text(Plan const& plan, ValueKind const& kind, Value value);
[[nodiscard]] std::string number_text(Plan const& plan, ValueKind const& kind, base::Decimal number);
// Of a fact's stored value in any state.
[[nodiscard]] std::string fact_text(Plan const& plan, Case const& facts, FactPlan const& fact, Value value);
// `g`, `months`, `blotter`
[[nodiscard]] std::string unit_text(Plan const& plan, base::Dimension dimension);

}  // namespace hjemmel::eval
