// A rule of a used program whose ids are counted on from those of the program that it is taken into. Private to check.
#pragma once

#include <cstdint>

#include "engine/ir/program.h"

namespace hjemmel::check {

// How many of each stood there before.
struct Before {
  std::uint32_t decisions = 0;
  std::uint32_t exprs = 0;
  std::uint32_t rules = 0;
  std::uint32_t conditions = 0;
};

// An id that names nothing stays as it is.
template <class Id>
void shift(Id& id, std::uint32_t by) {
  if (id.has_value()) {
    id.index += by;
  }
}

// All but its name and its citations.
void renumber(ir::Rule& rule, Before const& before);

}  // namespace hjemmel::check
