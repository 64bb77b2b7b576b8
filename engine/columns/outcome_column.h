// Outcomes by column: for each row the ordinal of its one outcome and the figure that it has, for a host that keeps columns of its own.
//
// In: a decision's answers. Out: bytes and numbers where the host wants them. What else an outcome has (conditions, what it rests on) is
// told by codes.h, row by row. Tested in tests/unit/columns/outcome_column_test.cpp.
#pragma once

#include <optional>

#include "engine/columns/answers.h"
#include "engine/columns/fuse.h"
#include "engine/columns/loops/loops.h"

namespace hjemmel::columns {

// Stands for a row without exactly one outcome.
inline constexpr std::uint8_t kNoOutcome = 255;

// By code: the ordinal of the one option that is decided, or kNoOutcome. None where codes or ordinals take more than a byte.
[[nodiscard]] std::optional<CodeTable> outcome_table(eval::Plan const& plan, Kernel const& kernel,
                                                     std::uint32_t decision);

// Of the first `rows` rows; of a row that is open whatever its code, which is none, happens to stand for.
void leave_outcomes(CodeTable const& table, DecisionAnswers const& answers, std::size_t rows, std::uint8_t* ordinals,
                    Loops const& with = loops());

// The sum of what the rules that apply compute: the figure, where at most one of them does. All figures are near.
void leave_figures(DecisionAnswers const& answers, std::size_t rows, std::int32_t* figures,
                   Loops const& with = loops());

}  // namespace hjemmel::columns
