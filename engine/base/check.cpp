// The end of the process after a failed CHECK: place and text on standard error, then abort.
#include "engine/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace hjemmel::base {

void fail_check(char const* condition, char const* file, int line) {
  static_cast<void>(std::fprintf(stderr, "internal error: `%s` does not hold at %s:%d\n", condition, file, line));
  std::abort();
}

}  // namespace hjemmel::base
