// A number that a run is given by a variable of the environment; README.md lists them.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace hjemmel::differential {

inline std::uint64_t from_environment(char const* name, std::uint64_t otherwise) {
  char const* const value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

}  // namespace hjemmel::differential
