// One node's part of a shape: told of what is known of the nodes that it reads.
//
// Private to engine/native; tested with shape.h.
#pragma once

#include <string>

#include "engine/native/shape.h"

namespace hjemmel::native {

// Its operands have been shaped. Not empty: an operation that no native code is written for.
[[nodiscard]] std::string shape_node(columns::Kernel const& kernel, Shape& shape, std::uint32_t node);

// Loops in which one node may read another as it is computed.
[[nodiscard]] bool is_plain(Home home);

}  // namespace hjemmel::native
