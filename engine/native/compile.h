// Compile: the system's compiler makes a shared library of a text, in a folder that nobody else sees and that is gone afterwards.
//
// In: the text, the command of a compiler, and for which processors. Out: the bytes of the library, or why there are none, with the first
// words of the compiler. No shell is between. Tested in tests/unit/native/compile_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace hjemmel::native {

struct Compiler {
  std::string command;  // words with blanks between them, such as `ccache g++`; the first one is sought on the PATH
  int level = 0;        // of x86-64 whose instructions it may use: 1 to 4; no matter on other machines
};

// What this processor has: 1 to 4 of x86-64, 0 on other machines.
[[nodiscard]] int processor_level();

[[nodiscard]] base::Result<std::string> compile(std::string_view text, Compiler const& compiler);

}  // namespace hjemmel::native
