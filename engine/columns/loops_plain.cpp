// The loops for every processor of the architecture.
#include "engine/columns/loops.h"
#include "engine/columns/loops.inc"

namespace hjemmel::columns {

extern Loops const kPlainLoops;
Loops const kPlainLoops = kLoops;

}  // namespace hjemmel::columns
