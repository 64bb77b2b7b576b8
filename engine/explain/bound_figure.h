// The figures of bounds, for programs and for people: a quantity or a date, and the range of one that is not known.
//
// In: a number of a bound, or an interval of it. Out: `500 NOK`, `2026-03-01`, `between 100 NOK and 500 NOK`.
// Tested in tests/golden/figures.
#pragma once

#include <string>

#include "engine/eval/outcome.h"
#include "engine/explain/json_writer.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

void write_figure(base::Decimal number, eval::ParameterBound const& bound, JsonWriter& json);
// An object with the ends that there are: `at_least` or `above`, `at_most` or `below`.
void write_range(eval::Interval const& values, eval::ParameterBound const& bound, JsonWriter& json);

[[nodiscard]] std::string figure_text(base::Decimal number, eval::ParameterBound const& bound, TextParts const& parts);
[[nodiscard]] std::string range_text(eval::Interval const& values, eval::ParameterBound const& bound,
                                     TextParts const& parts);

}  // namespace hjemmel::explain
