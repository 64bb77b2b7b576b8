// Columns, rows and probes of one plan against the machine, over some cases.
//
// In: a plan, and at most columns::kBlockRows cases of it. Out: the first difference in words; empty where whatever a kernel settles is what
// the machine decides, rules with their states included, whatever a prober shows is undetermined to the machine, and the failed
// criteria of services are those that the machine finds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/eval/choose.h"
#include "engine/eval/facts.h"

namespace hjemmel::differential {

struct ColumnTally {
  std::uint64_t comparisons = 0;  // of settled rows
  std::uint64_t rows = 0;         // one by one, in either layout
  std::uint64_t known_rows = 0;   // of these without a place for what is open
  std::uint64_t open = 0;
  std::uint64_t irregular = 0;
  std::uint64_t criteria = 0;  // of services
  std::uint64_t states = 0;    // of services, from their criteria alone
  std::uint64_t shown = 0;     // to be undetermined
  std::uint64_t decisions = 0;
  std::uint64_t refused = 0;
  std::map<std::string, std::uint64_t> reasons;
};

// Empty where a conclusion is what the machine decided: status, options, modality and rules.
[[nodiscard]] std::string difference(eval::Plan const& plan, eval::Conclusion const& conclusion,
                                     eval::Outcome const& outcome);

[[nodiscard]] std::string compare_columns(eval::Plan const& plan, std::vector<eval::Case> const& cases,
                                          ColumnTally& tally);

}  // namespace hjemmel::differential
