// Whether an outcome of the machine, with ranges where figures are not known, holds an outcome of one completion; one of which
// nothing is said but that it is decided holds every decided one.
#pragma once

#include "tests/differential/oracle.h"

namespace hjemmel::differential {

[[nodiscard]] bool covers(oracle::Point const& machine, oracle::Point const& one);
[[nodiscard]] bool has_ranges(oracle::Point const& machine);

}  // namespace hjemmel::differential
