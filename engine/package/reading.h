// Which choice of a reading a case is decided under: from the command line, the library or a case file.
//
// In: two names. Out: the choice noted in the case, or what is wrong. Tested in tests/golden/cli and tests/golden/package.
#pragma once

#include <string>
#include <string_view>

#include "engine/eval/facts.h"
#include "engine/ir/program.h"

namespace hjemmel::package {

struct ReadingFault {
  bool of_choice = false;  // the reading is there, the choice is not
  std::string message;     // empty: none
  std::string help;
};

[[nodiscard]] ReadingFault take_reading(ir::Program const& program, std::string_view name, std::string_view choice,
                                        eval::Case& facts);

}  // namespace hjemmel::package
