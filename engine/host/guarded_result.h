// The struct that a plugin writes its result into, between two words that tell when it writes beside it.
//
// And how a status comes back from code that may throw. Shared by single calls and batches.
#pragma once

#include <cstdint>

#include "plugins/abi/jurisdiction.h"

namespace hjemmel::host {

template <class Result>
class GuardedResult {
 public:
  explicit GuardedResult(Result const& start) : value(start) {}

  [[nodiscard]] bool is_intact() const { return before_ == kWord && behind_ == kWord; }

 private:
  static constexpr std::uint64_t kWord = 0xA7C9A7C9A7C9A7C9U;
  // The plugin writes by a pointer, which the compiler cannot see through.
  std::uint64_t volatile before_ = kWord;

 public:
  Result value;

 private:
  std::uint64_t volatile behind_ = kWord;
};

struct Ran {
  jur_status status;
  bool threw;
};

// Runs the plugin's code. What it throws ends here, whatever it is.
template <class Code>
[[nodiscard]] inline Ran run(Code const& code) {
  try {
    return {code(), false};
  } catch (...) {
    return {JUR_INTERNAL, true};
  }
}

}  // namespace hjemmel::host
