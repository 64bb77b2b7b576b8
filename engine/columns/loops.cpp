// Which loops this processor can run.
#include "engine/columns/loops.h"

namespace hjemmel::columns {

extern Loops const kPlainLoops;
extern Loops const kAvx2Loops;

namespace {

bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0;
#else
  return false;
#endif
}

}  // namespace

Loops const& loops() {
  static Loops const& fastest = has_avx2() ? kAvx2Loops : kPlainLoops;
  return fastest;
}

std::array<Loops const*, 2> all_loops() { return {&kPlainLoops, has_avx2() ? &kAvx2Loops : &kPlainLoops}; }

}  // namespace hjemmel::columns
