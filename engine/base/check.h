// CHECK: a statement about our own code that, when false, ends the process with its place and text.
//
// Never reachable from input: an author's mistake is a Diagnostic, a failing world is a Result, an unknown fact is an outcome.
#pragma once

namespace hjemmel::base {

[[noreturn]] void fail_check(char const* condition, char const* file, int line);

}  // namespace hjemmel::base

#define CHECK(condition)                                           \
  do {                                                             \
    if (!(condition)) {                                            \
      ::hjemmel::base::fail_check(#condition, __FILE__, __LINE__); \
    }                                                              \
  } while (false)
