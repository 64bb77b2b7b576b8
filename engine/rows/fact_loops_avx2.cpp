// Rows of facts for processors with AVX2; cmake/Loops.cmake says with which options it is compiled.
#include "engine/rows/fact_loops.h"
#include "engine/rows/fact_loops.inc"

namespace hjemmel::rows {

extern FactLoops const kAvx2FactLoops;
FactLoops const kAvx2FactLoops = kFactLoops;

}  // namespace hjemmel::rows
