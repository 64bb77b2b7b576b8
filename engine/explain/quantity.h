// Quantities as the outcome writes them: for programs (`P3M`, `12.5 g`, 3) and for people (`3 months`, `12.5 g`, `3`).
//
// In: an exact number in its dimension's base unit. Out: text. Both forms are exact, and one number has one form.
// Tested in tests/unit/explain/quantity_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/base/unit.h"
#include "engine/explain/words.h"

namespace hjemmel::explain {

// The greatest integer that every JSON reader keeps exactly, 2^53 - 1; greater counts are written as text.
inline constexpr std::int64_t kMaxJsonInteger = 9007199254740991;

// True for a count: no dimension, no fraction, and within ±kMaxJsonInteger.
[[nodiscard]] bool is_json_integer(base::Decimal number, base::Dimension dimension);
// `P3M` for a period, `PT48H` for a duration, `12.5 g`, `300 NOK`, `3 blotter` (`unit` names a declared dimension), `0.5`.
[[nodiscard]] std::string machine_quantity(base::Decimal number, base::Dimension dimension, std::string_view unit);
// `3 months`, `2 years` (24 months), `1 day` (24 hours), `12.5 g`, `3`.
[[nodiscard]] std::string people_quantity(base::Decimal number, base::Dimension dimension, std::string_view unit,
                                          Words const& words);

}  // namespace hjemmel::explain
