// The rules of minor narcotics offences with random facts: what the comparison of machine and oracle needs of them.
//
// In: the package as it stands in rules/. Out: its program and plan, and values around every limit and birthday of its rules.
// Used by tests/differential/machine_vs_oracle_test.cpp, which runs from the root of the repository.
#pragma once

#include <optional>

#include "engine/package/loader.h"
#include "tests/differential/generate.h"

namespace hjemmel::differential {

struct RealPackage {
  source::Sources sources;
  package::LoadedPackage loaded;
  Values values;
};

// Nothing when the package does not load; the test then fails.
[[nodiscard]] std::unique_ptr<RealPackage> load_minor_narcotics();

// Most of the cases fall under the section: otherwise little would be compared but that the question does not arise.
[[nodiscard]] eval::Case minor_narcotics_case(RealPackage const& package, Random& random, std::uint32_t unknown);

}  // namespace hjemmel::differential
