// The loops for processors with AVX-512 and its byte permutations; cmake/Loops.cmake says with which options it is compiled.
#include "engine/columns/loops/loops.h"
#include "engine/columns/loops/loops.inc"

namespace hjemmel::columns {

extern Loops const kAvx512Loops;
Loops const kAvx512Loops = kLoops;

}  // namespace hjemmel::columns
