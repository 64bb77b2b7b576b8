// Whether a program from a file calls the code of jurisdictions as that code is. Private to this folder.
#pragma once

#include "engine/ir/program.h"

namespace hjemmel::saved {

// Each function is there, with these arguments and this result, and calendars are what the code has for them.
[[nodiscard]] bool calls_are_good(ir::Program const& program);

}  // namespace hjemmel::saved
