// Missing: which unknowns can change the outcome, the best question first.
#pragma once

#include <vector>

#include "engine/eval/complete.h"
#include "engine/eval/resolve.h"

namespace hjemmel::eval {

// The best question is the one that leaves the fewest outcomes in the worst case; among equals facts come before assessments
// and these before open law, then what takes less to find out, then the name.
// `deferred`: unknowns that are not asked for yet (they leave open only `open` lines of rules whose listed grounds are unknown).
[[nodiscard]] std::vector<Missing> missing(Plan const& plan, Case const& facts, Completions const& completions,
                                           std::vector<Unknown> const& deferred);

// Do two completions that differ in this unknown alone differ in outcome? Yes, too, where they could not be told apart.
[[nodiscard]] bool can_change(Plan const& plan, Case const& facts, Completions const& completions,
                              Unknown const& unknown);

// See above; from the first run over the case.
[[nodiscard]] std::vector<Unknown> deferred_unknowns(Plan const& plan, Machine const& machine, std::uint32_t decision,
                                                     Resolution const& resolution);

// `case.seizures[2].substance`, `own_use_limit[ghb]`: list elements count from 1.
[[nodiscard]] std::string unknown_name(Plan const& plan, Unknown const& unknown);

}  // namespace hjemmel::eval
