// From the marks of the decision down to what connects nothing.
#include "engine/rows/truths.h"

#include <algorithm>

#include "engine/columns/schedule.h"

namespace hjemmel::rows {
namespace {

using columns::Op;

bool connects(Op op) {
  return op == Op::conjunction || op == Op::disjunction || op == Op::negation || op == Op::choose_truth ||
         op == Op::truth;
}

}  // namespace

Truths truths_of(columns::Kernel const& kernel, columns::DecisionCode const& decision) {
  Truths truths;
  std::vector<std::uint32_t> open;
  std::vector<bool> seen(kernel.nodes.size());
  for (columns::Mark const& mark : decision.marks) {
    open.push_back(mark.node);
    if (mark.guard != columns::kNone) {
      open.push_back(mark.guard);
    }
  }
  while (!open.empty()) {
    std::uint32_t const node = open.back();
    open.pop_back();
    if (seen[node]) {
      continue;
    }
    seen[node] = true;
    bool const is_logic = connects(kernel.nodes[node].op);
    (is_logic ? truths.logic : truths.atoms).push_back(node);
    if (is_logic) {
      columns::add_operands(kernel, kernel.nodes[node], open);
    }
  }
  std::sort(truths.logic.begin(), truths.logic.end());
  std::sort(truths.atoms.begin(), truths.atoms.end());
  return truths;
}

}  // namespace hjemmel::rows
