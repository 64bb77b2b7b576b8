// What the engine's columns, rows and reader of lines are measured by.
//
// In: the workload's package and the drawn cases. Out: cases a second, the median of several passes, or the time of one call; none where
// there is nothing to measure yet, and then the table of tests/bench/README.md has a dash. Each holds its answers against those by
// hand first and ends the program with status 1 where they differ.
#pragma once

#include <optional>
#include <string>

#include "tests/bench/agreement.h"
#include "tests/bench/figures.h"

namespace hjemmel::bench::ours {

// How columns are run.
struct Way {
  unsigned threads = 1;
  bool native = false;  // as code of this machine, compiled beforehand
};

// All kActs acts, bound in columns before the time starts; an outcome and a figure each.
[[nodiscard]] std::optional<double> reaction_columns(package::LoadedPackage const& reaction, Drawn const& drawn,
                                                     Way way);
// All kPersons persons; every failed criterion of each service.
[[nodiscard]] std::optional<double> eligibility_columns(package::LoadedPackage const& eligibility, Drawn const& drawn,
                                                        Way way);
// `folder` has reaction.jsonl; a file of outcomes is written there.
[[nodiscard]] std::optional<double> reaction_file(std::string const& folder, unsigned threads);

// The same of open.jsonl, in which one fact in ten is unknown; each row is held against the outcomes that are possible by hand.
[[nodiscard]] std::optional<double> open_file(std::string const& folder, unsigned threads);

// One after the other, read from the drawn structs by offset.
struct Rows {
  double reaction = 0;         // a second
  double reaction_native = 0;  // as code of this machine, compiled beforehand for the struct
  double reaction_trace = 0;   // with every truth that was looked at
  double eligibility = 0;
  double eligibility_native = 0;
  Latency one;
  Latency one_native;
};
[[nodiscard]] Rows rows(package::LoadedPackage const& reaction, package::LoadedPackage const& eligibility,
                        Drawn const& drawn);

}  // namespace hjemmel::bench::ours
