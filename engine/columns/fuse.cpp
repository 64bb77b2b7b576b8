// First what each node still needs, then the order, then for each node the last step that reads it, then the buffers.
#include "engine/columns/fuse.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

using Relation = Direct::Relation;
using Kind = FusedStep::Kind;

class Fuser {
 public:
  Fuser(Kernel const& kernel, Schedule const& schedule)
      : kernel_(kernel),
        schedule_(schedule),
        is_loaded_(kernel.nodes.size()),
        is_done_(kernel.nodes.size()),
        last_read_(kernel.nodes.size(), 0) {
    fused_.counted.resize(kernel.nodes.size());
    for (std::uint32_t node = 0; node < kernel.nodes.size(); ++node) {
      fused_.counted[node] = counted(kernel.nodes[node]);
    }
  }

  Fused run() {
    for (std::size_t at = 0; at < schedule_.steps.size(); ++at) {
      Step const& step = schedule_.steps[at];
      bool const before_service = at + 1 < schedule_.steps.size() && step.kind == Step::Kind::decision &&
                                  schedule_.steps[at + 1].kind == Step::Kind::service;
      if (before_service && add_service_first(step.index, schedule_.steps[at + 1].index)) {
        ++at;
      } else if (step.kind == Step::Kind::decision) {
        add_decision(step.index, tabulate(kernel_, code_of(step.index)));
      } else if (step.kind == Step::Kind::service) {
        add_service(step.index, failed_of(step.index));
      }
    }
    give_buffers();
    return std::move(fused_);
  }

 private:
  using Nodes = std::vector<std::uint32_t>;

  std::vector<Bit> counted(Node const& node) const {
    std::vector<Bit> bits;
    if (node.op != Op::count_of || node.list != kNone || kernel_.lists[node.b].size() > kMostTableAtoms) {
      return bits;
    }
    for (std::uint32_t const truth : kernel_.lists[node.b]) {
      bits.push_back({truth, true, direct_of(kernel_, truth, true)});
    }
    bool const direct = std::all_of(bits.begin(), bits.end(), [](Bit const& bit) { return bit.direct.has_value(); });
    return direct ? bits : std::vector<Bit>();
  }

  static void add_reads(std::vector<Bit> const& bits, Nodes& into) {
    std::transform(bits.begin(), bits.end(), std::back_inserter(into),
                   [](Bit const& bit) { return bit.direct ? bit.direct->load : bit.node; });
  }

  [[nodiscard]] DecisionCode const& code_of(std::uint32_t asked) const {
    return kernel_.decisions[schedule_.decisions[asked]];
  }

  // False where the decision hangs on more than on which criteria of its service fail.
  bool add_service_first(std::uint32_t decision, std::uint32_t service) {
    std::vector<Bit> failed = failed_of(service);
    auto table = tabulate_by(kernel_, code_of(decision), failed);
    if (!table) {
      return false;
    }
    table->service = service;
    add_service(service, std::move(failed));
    add_decision(decision, std::move(table));
    return true;
  }

  void add_decision(std::uint32_t asked, std::optional<Tabulated> given) {
    Nodes figures;
    for (ComputedFigure const& figure : code_of(asked).figures) {
      figures.push_back(figure.node);
    }
    add_nodes(figures);
    Nodes marks;
    std::transform(code_of(asked).marks.begin(), code_of(asked).marks.end(), std::back_inserter(marks),
                   [](Mark const& mark) { return mark.node; });
    if (auto& table = fused_.tables.emplace_back(std::move(given))) {
      add_table(asked, *table, marks);
    } else {
      add_nodes(marks);
    }
    fused_.steps.push_back({Kind::decision, asked});
    note_reads(marks);
    note_reads(figures);
  }

  // Its nodes run only where the table does not serve: nobody else may rely on them.
  void add_table(std::uint32_t asked, Tabulated const& table, Nodes const& marks) {
    Nodes atoms;
    add_reads(table.atoms, atoms);
    add_nodes(atoms);
    std::size_t const at = fused_.steps.size();
    fused_.steps.push_back({Kind::table, asked});
    note_reads(atoms);
    std::vector<bool> const done = is_done_;
    add_nodes(marks);
    is_done_ = done;
    fused_.steps[at].skip = static_cast<std::uint32_t>(fused_.steps.size() - at - 1);
  }

  [[nodiscard]] std::vector<Bit> failed_of(std::uint32_t asked) const {
    std::vector<Bit> bits;
    for (std::uint32_t const criterion : kernel_.services[schedule_.services[asked]].criteria) {
      bits.push_back({criterion, false, direct_of(kernel_, criterion, false)});
    }
    return bits;
  }

  void add_service(std::uint32_t asked, std::vector<Bit> bits) {
    Nodes reads;
    add_reads(bits, reads);
    add_nodes(reads);
    fused_.steps.push_back({Kind::service, asked});
    note_reads(reads);
    fused_.failed.push_back(std::move(bits));
  }

  [[nodiscard]] Nodes operands(std::uint32_t node) const {
    Nodes operands;
    if (fused_.counted[node].empty()) {
      add_operands(kernel_, kernel_.nodes[node], operands);
    } else {
      add_reads(fused_.counted[node], operands);
    }
    return operands;
  }

  // Operands stand before the node that reads them, so ascending order is an order of running.
  void add_nodes(Nodes const& roots) {
    Nodes wanted;
    Nodes left = roots;
    while (!left.empty()) {
      std::uint32_t const node = left.back();
      left.pop_back();
      if (kernel_.nodes[node].op == Op::load) {
        add_load(node);
      } else if (!is_done_[node]) {
        is_done_[node] = true;
        wanted.push_back(node);
        Nodes const reads = operands(node);
        left.insert(left.end(), reads.begin(), reads.end());
      }
    }
    std::sort(wanted.begin(), wanted.end());
    for (std::uint32_t const node : wanted) {
      fused_.steps.push_back({Kind::node, node});
      note_reads(operands(node));
    }
  }

  void add_load(std::uint32_t node) {
    if (!is_loaded_[node]) {
      is_loaded_[node] = true;
      fused_.loads.push_back(node);
    }
  }

  // By the last step.
  void note_reads(Nodes const& nodes) {
    for (std::uint32_t const node : nodes) {
      last_read_[node] = fused_.steps.size() - 1;
    }
  }

  void give_buffers() {
    Nodes free;
    std::vector<Nodes> ends(fused_.steps.size());
    for (std::size_t at = 0; at < fused_.steps.size(); ++at) {
      FusedStep& step = fused_.steps[at];
      if (step.kind == Kind::node) {
        step.buffer = take(free);
        ends[std::max<std::size_t>(last_read_[step.index], at)].push_back(step.buffer);
      }
      free.insert(free.end(), ends[at].begin(), ends[at].end());
    }
  }

  std::uint32_t take(Nodes& free) {
    if (free.empty()) {
      return fused_.buffers++;
    }
    std::uint32_t const buffer = free.back();
    free.pop_back();
    return buffer;
  }

  Kernel const& kernel_;
  Schedule const& schedule_;
  Fused fused_;
  std::vector<bool> is_loaded_;
  std::vector<bool> is_done_;
  std::vector<std::size_t> last_read_;  // by node: the step
};

std::optional<Direct> compared(Node const& node, bool holds) {
  switch (node.op) {
    case Op::is_set:
      return Direct{holds ? Relation::above : Relation::equals, node.a, 0};
    case Op::below:
      return holds ? Direct{Relation::below, node.a, node.k} : Direct{Relation::above, node.a, node.k - 1};
    case Op::above:
      return holds ? Direct{Relation::above, node.a, node.k} : Direct{Relation::below, node.a, node.k + 1};
    case Op::equals:
      return Direct{holds ? Relation::equals : Relation::differs, node.a, node.k};
    case Op::among:
      return Direct{holds ? Relation::among : Relation::not_among, node.a, 0, node.b};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Direct> direct_of(Kernel const& kernel, std::uint32_t node, bool holds) {
  Node const* given = &kernel.nodes[node];
  if (given->op == Op::negation) {
    holds = !holds;
    given = &kernel.nodes[given->a];
  }
  bool const at_an_end = given->k == INT64_MIN || given->k == INT64_MAX;  // there is no bound beyond it
  bool const of_column = given->a != kNone && kernel.nodes[given->a].op == Op::load && given->list == kNone;
  return of_column && !at_an_end ? compared(*given, holds) : std::nullopt;
}

Fused fuse(Kernel const& kernel, Schedule const& schedule) { return Fuser(kernel, schedule).run(); }

}  // namespace hjemmel::columns
