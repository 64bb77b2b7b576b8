// Fact by fact, then list by list.
#include "engine/columns/fill.h"

namespace hjemmel::columns {
namespace {

void put(eval::Value value, std::optional<Slot> const& slot, Column& column, std::uint32_t row) {
  if (!slot) {
    return;
  }
  auto const fitting = value.is_known() ? stored(*slot, value.coefficient, value.scale) : std::nullopt;
  if (fitting) {
    column.set(row, *fitting);
  } else {
    column.set_open(row);
  }
}

void put_list(eval::ListFact const& list, std::vector<std::optional<Slot>> const& slots, std::uint32_t fact,
              std::uint32_t row, Block& block) {
  if (list.state != eval::ListState::complete) {
    set_list_open(block, fact, row);
  }
  for (std::uint32_t at = 0; at < list.rows; ++at) {
    std::uint32_t const element = add_element(block, fact);
    for (std::uint32_t field = 0; field < slots.size(); ++field) {
      put(list.cell(at, field), slots[field], block.lists[fact].fields[field], element);
    }
  }
}

}  // namespace

void fill(eval::Case const& facts, eval::Plan const& plan, Slots const& slots, Block& block) {
  std::uint32_t const row = add_row(block);
  if (!facts.basis.readings.empty() || !facts.basis.freed.empty()) {
    set_irregular(block, row);
  }
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    if (plan.facts[fact].domain == eval::Domain::list) {
      put_list(facts.lists[fact], slots.fields[fact], fact, row, block);
    } else {
      put(facts.scalars[fact], slots.scalars[fact], block.scalars[fact], row);
    }
  }
}

}  // namespace hjemmel::columns
