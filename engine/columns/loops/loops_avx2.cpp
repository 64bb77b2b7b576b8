// The loops for processors with AVX2; cmake/Loops.cmake says with which options it is compiled.
#include "engine/columns/loops/loops.h"
#include "engine/columns/loops/loops.inc"

namespace hjemmel::columns {

extern Loops const kAvx2Loops;
Loops const kAvx2Loops = kLoops;

}  // namespace hjemmel::columns
