// Severity: which of two conclusions of one decision is the milder, by the order of its enumeration.
//
// `less` is milder. A lower rank is milder; of equal ranks fewer conditions and lower bounds. Of two sets one is milder when
// neither its mildest nor its most severe option is worse and one is better. What an unranked option comes before is open
// law, so it cannot be compared. Tested in tests/unit/eval/milder_test.cpp and tests/differential.
#pragma once

#include <compare>

#include "engine/eval/choose.h"

namespace hjemmel::eval {

// Of two decided conclusions.
[[nodiscard]] std::partial_ordering compare_severity(Plan const& plan, std::uint32_t decision, Conclusion const& left,
                                                     Conclusion const& right);

}  // namespace hjemmel::eval
