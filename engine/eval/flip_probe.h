// Flip probe: what is tried where completions do not tell exactly which values give another outcome.
//
// Of several facts that are weighed together (the amounts of a total) all but one are put at an end of what they may be; of one
// fact that is weighed in a way that cannot be turned round (a rounded share) values are tried and halved. What is found so is
// proved by deciding with it, but nothing says that there is no more. Tested in tests/unit/eval/flip_test.cpp.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/eval/flip_cells.h"

namespace hjemmel::eval {

// By place in the set: what the fact is put at, nothing for the one that stays open. None for a set of one; at most `most`.
[[nodiscard]] std::vector<std::vector<std::optional<Target>>> trials(LeftOpen const& open, std::size_t most);

// Of the values on each side of the present one that `flips`, one that is near it: at its precision, two decimals at least.
[[nodiscard]] std::vector<base::Decimal> near_values(Changeable const& changed,
                                                     std::function<bool(base::Decimal)> const& flips);

}  // namespace hjemmel::eval
