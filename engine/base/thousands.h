// Thousands: a count as people read it, `12,345`.
//
// For messages and counts in text output only; rules, facts and JSON write digits without marks. Tested in
// tests/unit/base/thousands_test.cpp.
#pragma once

#include <cstdint>
#include <string>

namespace hjemmel::base {

[[nodiscard]] std::string in_thousands(std::uint64_t count);

}  // namespace hjemmel::base
