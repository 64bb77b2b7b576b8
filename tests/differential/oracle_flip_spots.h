// Spots: the facts and cells of a case that brute force changes, and which facts a decision mentions at all.
#pragma once

#include <string>
#include <vector>

#include "tests/differential/oracle.h"

namespace hjemmel::oracle {

// A fact or cell that may change, and what it is now.
struct Spot {
  eval::Unknown place;
  ir::FactInfo const* info;
  eval::Value present;
  std::uint32_t key_field = UINT32_MAX;
  std::string text = {};  // the present one
  bool direct = false;    // changed in the case itself, value by value; else left open and completed

  [[nodiscard]] bool is_cell() const { return place.kind == eval::UnknownKind::cell; }
};

[[nodiscard]] std::vector<Spot> spots_of(ir::Program const& program, eval::Case const& facts, Grid const& grid);
[[nodiscard]] std::string path_of(ir::Program const& program, Spot const& spot);
// By fact: through definitions, tables, presumptions and other decisions.
[[nodiscard]] std::vector<bool> facts_mentioned(ir::Program const& program, std::uint32_t decision);

}  // namespace hjemmel::oracle
