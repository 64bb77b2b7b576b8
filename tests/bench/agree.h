// agree: whether the hand-written function and the engine answer alike. Asked before anything is timed.
//
// In: the loaded package. Out: what was compared, and the first difference in words, with the facts as JSON to try again with.
#pragma once

#include <string>

#include "engine/package/loader.h"

namespace hjemmel::bench {

struct Agreement {
  std::string difference;      // empty: they agree
  std::size_t cases = 0;       // random ones
  std::size_t open_cases = 0;  // of those, with assessments that nobody has made
  std::size_t answers = 0;     // different ones that were met
};

// The timed cases, each also as its demo file has it, and then thousands of random ones: most of them with all facts known,
// around each limit and each birthday.
[[nodiscard]] Agreement agree(package::LoadedPackage const& package);

}  // namespace hjemmel::bench
