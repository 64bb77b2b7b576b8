// The benchmarks of tests/bench, by what they time. Each is registered under a name of slashes that tests/bench/report.h reads:
// `decide/sixteen_year_old/trace`, `check/many_rules`.
#pragma once

#include "engine/package/loader.h"

namespace hjemmel::bench {

// One decision of each timed case: by hand, by the engine without and with trace, what would have to
// differ, and by the engine from YAML and from JSON.
// `package` must outlive the run.
void add_decisions(package::LoadedPackage const& package);

// parse, check and lower of the package's rules and of many rules. Everything that they need is read here, once.
void add_stages();

}  // namespace hjemmel::bench
