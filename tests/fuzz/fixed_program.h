// The fact schema and the program that the fuzz targets read rules and facts against, in memory.
//
// In: nothing. Out: a schema with a fact of most kinds, and a checked program over it.
#pragma once

#include <string>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/schema/fact_schema.h"

namespace hjemmel::fuzz {

[[nodiscard]] schema::FactSchema const& fixed_schema();
[[nodiscard]] ir::Program const& fixed_program();
[[nodiscard]] eval::Plan const& fixed_plan();
[[nodiscard]] inline std::string text_of(std::uint8_t const* data, std::size_t size) {
  return size == 0 ? std::string() : std::string(reinterpret_cast<char const*>(data), size);
}

}  // namespace hjemmel::fuzz
