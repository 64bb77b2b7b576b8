// Which loops this processor can run.
#include "engine/columns/loops/loops.h"

namespace hjemmel::columns {

extern Loops const kPlainLoops;
extern Loops const kAvx2Loops;
extern Loops const kAvx512Loops;

namespace {

#if defined(__x86_64__)

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi2") != 0; }

bool has_avx512() {
  return has_avx2() && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
         __builtin_cpu_supports("avx512vbmi") != 0;
}

#else

bool has_avx2() { return false; }
bool has_avx512() { return false; }

#endif

}  // namespace

std::vector<Loops const*> all_loops() {
  std::vector<Loops const*> all = {&kPlainLoops};
  if (has_avx2()) {
    all.push_back(&kAvx2Loops);
  }
  if (has_avx512()) {
    all.push_back(&kAvx512Loops);
  }
  return all;
}

Loops const& loops() {
  static Loops const& fastest = *all_loops().back();
  return fastest;
}

}  // namespace hjemmel::columns
