// Truth of a fact: a node that says nothing but where one fact's number lies, which is what most criteria are.
//
// In: a node of a kernel. Out: the fact, and the range or the set that its number lies in where the node holds; none where the node
// hangs on more, or on elements. Tested through row.h and criteria.h.
#pragma once

#include <optional>

#include "engine/rows/fact_words.h"

namespace hjemmel::rows {

struct TruthOfFact {
  std::uint32_t load = kNone;  // the node that loads the fact
  FactTruth truth;             // without a bit
  std::int64_t limit = 0;      // what its number is held against
};

[[nodiscard]] std::optional<TruthOfFact> truth_of_fact(Kernel const& kernel, std::uint32_t node);

}  // namespace hjemmel::rows
