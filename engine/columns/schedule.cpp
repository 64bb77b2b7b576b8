// First the order, then for each node the last step that reads it, then the buffers.
#include "engine/columns/schedule.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

class Scheduler {
 public:
  Scheduler(Kernel const& kernel, Schedule& result)
      : kernel_(kernel), result_(result), is_done_(kernel.nodes.size()), last_read_(kernel.nodes.size(), 0) {}

  void add(Step::Kind kind, std::uint32_t index, std::vector<std::uint32_t> const& reads) {
    add_nodes(reads);
    result_.steps.push_back({kind, index, kNone});
    for (std::uint32_t const node : reads) {
      note_read(node);
    }
  }

  // False where it has no code.
  bool add_decision(std::uint32_t index) {
    DecisionCode const& code = kernel_.decisions[index];
    if (!code.refused.empty()) {
      return false;
    }
    std::vector<std::uint32_t> reads;
    std::transform(code.marks.begin(), code.marks.end(), std::back_inserter(reads),
                   [](Mark const& mark) { return mark.node; });
    for (ComputedFigure const& figure : code.figures) {
      reads.insert(reads.end(), {figure.node, figure.applies});
    }
    add(Step::Kind::decision, static_cast<std::uint32_t>(result_.decisions.size()), reads);
    result_.decisions.push_back(index);
    return true;
  }

  void give_buffers() {
    std::vector<std::uint32_t> free;
    std::vector<std::vector<std::uint32_t>> ends(result_.steps.size());
    for (std::size_t at = 0; at < result_.steps.size(); ++at) {
      Step& step = result_.steps[at];
      if (step.kind == Step::Kind::node && kernel_.nodes[step.index].op != Op::load) {
        step.buffer = take(free);
        ends[std::max<std::size_t>(last_read_[step.index], at)].push_back(step.buffer);
      }
      free.insert(free.end(), ends[at].begin(), ends[at].end());
    }
  }

 private:
  std::uint32_t take(std::vector<std::uint32_t>& free) {
    if (free.empty()) {
      return result_.buffers++;
    }
    std::uint32_t const buffer = free.back();
    free.pop_back();
    return buffer;
  }

  // Operands stand before the node that reads them, so ascending order is an order of running.
  void add_nodes(std::vector<std::uint32_t> const& roots) {
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> open = roots;
    while (!open.empty()) {
      std::uint32_t const node = open.back();
      open.pop_back();
      if (!is_done_[node]) {
        is_done_[node] = true;
        wanted.push_back(node);
        add_operands(kernel_, kernel_.nodes[node], open);
      }
    }
    std::sort(wanted.begin(), wanted.end());
    for (std::uint32_t const node : wanted) {
      result_.steps.push_back({Step::Kind::node, node, kNone});
      std::vector<std::uint32_t> operands;
      add_operands(kernel_, kernel_.nodes[node], operands);
      std::for_each(operands.begin(), operands.end(), [this](std::uint32_t operand) { note_read(operand); });
    }
  }

  void note_read(std::uint32_t node) { last_read_[node] = result_.steps.size() - 1; }

  Kernel const& kernel_;
  Schedule& result_;
  std::vector<bool> is_done_;
  std::vector<std::size_t> last_read_;  // by node: the step
};

}  // namespace

void add_operands(Kernel const& kernel, Node const& node, std::vector<std::uint32_t>& into) {
  switch (node.op) {
    case Op::load:
    case Op::number:
    case Op::truth:
      return;
    case Op::count_of:
      into.insert(into.end(), kernel.lists[node.b].begin(), kernel.lists[node.b].end());
      return;
    case Op::add:
    case Op::multiply:
    case Op::lesser:
    case Op::greater:
    case Op::months_from:
    case Op::open_where:
    case Op::less:
    case Op::same:
    case Op::conjunction:
    case Op::disjunction:
      into.insert(into.end(), {node.a, node.b});
      return;
    case Op::choose:
    case Op::choose_truth:
      into.insert(into.end(), {node.a, node.b, node.c});
      return;
    default:
      into.push_back(node.a);
      return;
  }
}

Schedule schedule(Kernel const& kernel, std::vector<std::uint32_t> const& decisions,
                  std::vector<std::uint32_t> const& services) {
  Schedule result;
  Scheduler scheduler(kernel, result);
  for (std::uint32_t const index : decisions) {
    scheduler.add_decision(index);
  }
  for (std::uint32_t const index : services) {
    ServiceCode const& code = kernel.services[index];
    if (!code.criteria.empty() && scheduler.add_decision(code.decision)) {
      scheduler.add(Step::Kind::service, static_cast<std::uint32_t>(result.services.size()), code.criteria);
      result.services.push_back(index);
    }
  }
  scheduler.give_buffers();
  return result;
}

}  // namespace hjemmel::columns
