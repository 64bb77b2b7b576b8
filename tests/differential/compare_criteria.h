// Criteria as they are kept in a file (engine/rows/criteria.h) against the machine, over some cases.
//
// In: a plan, its kernel, cases and a layout for them; by case whether columns can hold it. Out: the first difference in words; empty
// where the failed criteria are those that the machine finds, and, of a service that hangs on nothing else, its state follows.
#pragma once

#include <string>

#include "engine/columns/block.h"
#include "engine/eval/facts.h"
#include "engine/rows/layout.h"
#include "tests/differential/compare_columns.h"

namespace hjemmel::differential {

[[nodiscard]] std::string compare_criteria(eval::Plan const& plan, columns::Kernel const& kernel,
                                           std::vector<eval::Case> const& cases, columns::Block const& block,
                                           rows::Layout const& layout, ColumnTally& tally);

}  // namespace hjemmel::differential
