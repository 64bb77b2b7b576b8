// What the engine's columns and its reader of lines are measured by. None of them is there yet: each function returns none, and the
// table of tests/bench/README.md has a dash.
//
// In: the workload's package and the drawn cases. Out: cases a second, the median of several passes. Whoever fills one in holds its
// answers against those by hand first (compare_answers, compare_failed, compare_open, or the file reaction.tsv) and ends the program
// with status 1 where they differ, and then times with per_second of tests/bench/figures.h.
#pragma once

#include <optional>
#include <string>

#include "tests/bench/agreement.h"

namespace hjemmel::bench::ours {

// All kActs acts, bound in columns before the time starts; an outcome and a figure each.
[[nodiscard]] std::optional<double> reaction_columns(package::LoadedPackage const& reaction, Drawn const& drawn,
                                                     unsigned threads);
// The same of drawn::draw_open_act: the possible outcomes of each.
[[nodiscard]] std::optional<double> open_columns(package::LoadedPackage const& reaction, unsigned threads);
// All kPersons persons; every failed criterion of each service.
[[nodiscard]] std::optional<double> eligibility_columns(package::LoadedPackage const& eligibility, Drawn const& drawn,
                                                        unsigned threads);
// `folder` has reaction.jsonl; a file of outcomes is written there.
[[nodiscard]] std::optional<double> reaction_file(package::LoadedPackage const& reaction, std::string const& folder,
                                                  unsigned threads);

}  // namespace hjemmel::bench::ours
