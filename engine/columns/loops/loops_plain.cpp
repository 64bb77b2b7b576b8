// The loops for every processor of the architecture.
#include "engine/columns/loops/loops.h"
#include "engine/columns/loops/loops.inc"

namespace hjemmel::columns {

extern Loops const kPlainLoops;
Loops const kPlainLoops = kLoops;

}  // namespace hjemmel::columns
