// Build: from a plan to the kernel that decides its settled rows.
//
// Out: code for each decision and service that columns can hold; of the others why not, and then the machine decides them. Readings are
// those that a case takes where it says nothing. Tested in tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include "engine/columns/kernel.h"

namespace hjemmel::columns {

[[nodiscard]] Kernel build(eval::Plan const& plan);
// With slots as a host stores its facts: other widths and scales than `slots_of` gives, or none for facts that it does not have; then
// what reads these is refused. Each slot must hold what its fact can be, or the host tells it as open.
[[nodiscard]] Kernel build(eval::Plan const& plan, Slots slots);

}  // namespace hjemmel::columns
