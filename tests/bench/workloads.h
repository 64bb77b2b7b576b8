// The two workloads of tests/bench/packages: whether the engine answers the drawn cases as the hand-written functions do, and how
// long each takes, one case at a time.
//
// In: the packages, read once. Out: benchmarks under the names `reaction/by_hand`, `reaction/engine`, `reaction/trace`,
// `eligibility/by_hand` and `eligibility/engine`; each call decides the next of kRotation cases.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/eval/facts.h"
#include "engine/package/loader.h"
#include "tests/bench/drawn.h"

namespace hjemmel::bench {

inline constexpr std::size_t kRotation = 1024;
inline constexpr std::size_t kActsCompared = 20'000;
inline constexpr std::size_t kPersonsCompared = 2'000;

struct Workload {
  source::Sources sources;
  std::optional<package::LoadedPackage> package;  // never none
};

// A message and the end of the program where it does not load.
[[nodiscard]] std::unique_ptr<Workload> load_workload(std::string const& name);

[[nodiscard]] eval::Case bind(drawn::Act const& act, ir::Program const& program);
[[nodiscard]] eval::Case bind(drawn::Person const& person, ir::Program const& program);

// The first difference in words; empty where the engine says of each what the function by hand says, every failed criterion
// included.
[[nodiscard]] std::string compare_reactions(package::LoadedPackage const& package);
[[nodiscard]] std::string compare_eligibility(package::LoadedPackage const& package);

void add_reactions(package::LoadedPackage const& package);
void add_eligibility(package::LoadedPackage const& package);

}  // namespace hjemmel::bench
