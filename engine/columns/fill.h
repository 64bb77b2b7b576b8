// Fill: one case as a row of a block.
//
// In: a case bound to the plan's slots. Out: one more row. What a column cannot hold is open in it: a fact that does not apply, is
// known within a range or has too many digits. That is sound, since what is settled with a fact open is so whatever the fact is.
// Irregular is a row whose case says how to read the law.
#pragma once

#include "engine/columns/block.h"
#include "engine/eval/facts.h"

namespace hjemmel::columns {

void fill(eval::Case const& facts, eval::Plan const& plan, Slots const& slots, Block& block);

}  // namespace hjemmel::columns
