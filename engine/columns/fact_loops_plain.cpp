// Rows of facts for every processor; cmake/Loops.cmake says with which options it is compiled.
#include "engine/columns/fact_loops.h"
#include "engine/columns/fact_loops.inc"

namespace hjemmel::columns {

extern FactLoops const kPlainFactLoops;
FactLoops const kPlainFactLoops = kFactLoops;

}  // namespace hjemmel::columns
