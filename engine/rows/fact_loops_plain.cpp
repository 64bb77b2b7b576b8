// Rows of facts for every processor; cmake/Loops.cmake says with which options it is compiled.
#include "engine/rows/fact_loops.h"
#include "engine/rows/fact_loops.inc"

namespace hjemmel::rows {

extern FactLoops const kPlainFactLoops;
FactLoops const kPlainFactLoops = kFactLoops;

}  // namespace hjemmel::rows
