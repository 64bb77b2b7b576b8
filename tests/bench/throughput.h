// The measures of bench_throughput: by hand, by the engine one case at a time, and by what ours.h has.
//
// In: drawn cases, on which all ways already agree. Out: figures on standard output, named `by_hand/…` and `ours/…`. A figure is
// cases a second, but `…_median` and `…_p99`, nanoseconds of one call, and `load_…` and `reload_…`, milliseconds.
#pragma once

#include <string>

#include "tests/bench/agreement.h"

namespace hjemmel::bench {

// What one decision takes by hand, in memory. Measured first and last, to see how far the machine has drifted: `prefix` tells which.
void measure_by_hand(Drawn const& drawn, std::string const& prefix);
void measure_by_hand_further(Drawn const& drawn, std::string const& folder);
void measure_engine(Drawn const& drawn, package::LoadedPackage const& reaction,
                    package::LoadedPackage const& eligibility);
void measure_columns_of_ours(Drawn const& drawn, package::LoadedPackage const& reaction,
                             package::LoadedPackage const& eligibility, std::string const& folder);

// By hand, ours, and by hand again, on one thread: for whoever works on the columns.
void measure_columns_alone(Drawn const& drawn, package::LoadedPackage const& reaction,
                           package::LoadedPackage const& eligibility);

// The same of one case at a time, in turn, three times.
void measure_rows_alone(Drawn const& drawn, package::LoadedPackage const& reaction,
                        package::LoadedPackage const& eligibility);

// Lines to outcomes alone, for whoever works on these. `folder` has the drawn cases.
void measure_files_alone(std::string const& folder);

// The package of `services` services below `folder`, as write_eligibility.py wrote it: from its files to the first person's services.
// `folder_of_ten`: of ten services, which are loaded before, as with peers.
void measure_load(std::string const& folder, std::size_t services, std::string const& folder_of_ten);

}  // namespace hjemmel::bench
