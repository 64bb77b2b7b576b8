// One operation each.
#include "engine/rows/cell.h"

#include <algorithm>

#include "engine/base/date.h"

namespace hjemmel::rows {
namespace {

Cell known(bool truth) { return {truth ? 1 : 0, false}; }

Cell negation(Cell a) { return a.open ? a : known(a.value == 0); }

Cell computed_number(Kernel const& kernel, Node const& node, std::vector<Cell> const& cells) {
  switch (node.op) {
    case Op::number:
      return {node.k, false};
    case Op::lookup: {
      columns::Lookup const& table = kernel.lookups[node.b];
      auto const ordinal = static_cast<std::size_t>(cells[node.a].value);
      return cells[node.a].open || table.open[ordinal] != 0 ? Cell{0, true} : Cell{table.values[ordinal], false};
    }
    case Op::count_of: {
      Cell sum;
      for (std::uint32_t const operand : kernel.lists[node.b]) {
        sum = {sum.value + cells[operand].value, sum.open || cells[operand].open};
      }
      return sum;
    }
    case Op::scaled:
      return {cells[node.a].open ? 0 : cells[node.a].value * node.k, cells[node.a].open};
    case Op::choose: {
      Cell const& taken = cells[node.a].value != 0 ? cells[node.b] : cells[node.c];
      return cells[node.a].open ? Cell{0, true} : taken;
    }
    case Op::open_where: {
      bool const open = cells[node.a].open || cells[node.b].open || cells[node.b].value != 0;
      return {open ? 0 : cells[node.a].value, open};
    }
    case Op::spread:
      return cells[node.a];
    default:
      break;
  }
  Cell const& a = cells[node.a];
  Cell const& b = cells[node.b];
  if (a.open || b.open) {
    return {0, true};
  }
  switch (node.op) {
    case Op::add:
      return {a.value + b.value, false};
    case Op::multiply:
      return {a.value * b.value, false};
    case Op::lesser:
      return {std::min(a.value, b.value), false};
    case Op::greater:
      return {std::max(a.value, b.value), false};
    default: {
      auto const months = base::completed_months(base::Date{static_cast<std::int32_t>(a.value)},
                                                 base::Date{static_cast<std::int32_t>(b.value)});
      return {months.value_or(0), !months};
    }
  }
}

Cell computed_truth(Kernel const& kernel, Node const& node, std::vector<Cell> const& cells) {
  switch (node.op) {
    case Op::truth:
    case Op::conjunction:
    case Op::disjunction:
    case Op::negation:
    case Op::choose_truth:
      return connected(node, cells);
    case Op::spread:
      return cells[node.a];
    default:
      break;
  }
  Cell const& a = cells[node.a];
  bool const pair = node.op == Op::less || node.op == Op::same;
  if (a.open || (pair && cells[node.b].open)) {
    return {0, true};
  }
  switch (node.op) {
    case Op::is_set:
      return known(a.value != 0);
    case Op::below:
      return known(a.value < node.k);
    case Op::above:
      return known(a.value > node.k);
    case Op::equals:
      return known(a.value == node.k);
    case Op::among:
      return known(kernel.sets[node.b][static_cast<std::size_t>(a.value)] != 0);
    case Op::less:
      return known(a.value < cells[node.b].value);
    default:
      return known(a.value == cells[node.b].value);
  }
}

}  // namespace

Cell conjunction(Cell a, Cell b) {
  bool const falsified = (!a.open && a.value == 0) || (!b.open && b.value == 0);
  if (falsified) {
    return known(false);
  }
  return a.open || b.open ? Cell{0, true} : known(true);
}

Cell connected(Node const& node, std::vector<Cell> const& cells) {
  switch (node.op) {
    case Op::conjunction:
      return conjunction(cells[node.a], cells[node.b]);
    case Op::disjunction:
      return negation(conjunction(negation(cells[node.a]), negation(cells[node.b])));
    case Op::negation:
      return negation(cells[node.a]);
    case Op::choose_truth:
      return cells[node.a].open ? Cell{0, true} : cells[cells[node.a].value != 0 ? node.b : node.c];
    default:
      return {node.k == 1 ? 1 : 0, node.k == 2};
  }
}

Cell computed(Kernel const& kernel, Node const& node, std::vector<Cell> const& cells) {
  return is_number(node.op) ? computed_number(kernel, node, cells) : computed_truth(kernel, node, cells);
}

}  // namespace hjemmel::rows
