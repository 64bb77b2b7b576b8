// From the marks down to the truths that they are put together of; then the marks of every combination of these.
#include <algorithm>

#include "engine/columns/fuse.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBits = 8;
constexpr std::int64_t kOpenTruth = 2;

bool is_connective(Node const& node) {
  return node.list == kNone && (node.op == Op::conjunction || node.op == Op::disjunction || node.op == Op::negation ||
                                node.op == Op::choose_truth || node.op == Op::truth);
}

// The nodes between some marks and their atoms, operands before what reads them.
struct Cone {
  std::vector<std::uint32_t> inner;
  std::vector<std::uint32_t> atoms;
  bool is_open = false;  // a truth that is nowhere known stands in it
};

// `ends`: nodes that are atoms although they are put together of others.
Cone cone_of(Kernel const& kernel, DecisionCode const& decision, std::vector<std::uint32_t> const& ends) {
  Cone cone;
  std::vector<bool> seen(kernel.nodes.size());
  std::vector<std::uint32_t> left;
  for (Mark const& mark : decision.marks) {
    left.push_back(mark.node);
  }
  while (!left.empty()) {
    std::uint32_t const node = left.back();
    left.pop_back();
    if (seen[node]) {
      continue;
    }
    seen[node] = true;
    bool const ends_here = std::find(ends.begin(), ends.end(), node) != ends.end();
    if (ends_here || !is_connective(kernel.nodes[node])) {
      cone.atoms.push_back(node);
      continue;
    }
    cone.inner.push_back(node);
    cone.is_open = cone.is_open || (kernel.nodes[node].op == Op::truth && kernel.nodes[node].k == kOpenTruth);
    add_operands(kernel, kernel.nodes[node], left);
  }
  std::sort(cone.inner.begin(), cone.inner.end());
  std::sort(cone.atoms.begin(), cone.atoms.end());
  return cone;
}

class Evaluation {
 public:
  Evaluation(Kernel const& kernel, Cone const& cone, std::vector<Bit> const& bits)
      : kernel_(kernel), cone_(cone), bits_(bits), truths_(kernel.nodes.size()) {}

  // The truths of all nodes where these bits are set.
  void run(std::uint64_t set) {
    for (std::size_t at = 0; at < bits_.size(); ++at) {
      truths_[bits_[at].node] = ((set >> at & 1U) != 0) == bits_[at].holds;
    }
    for (std::uint32_t const node : cone_.inner) {
      truths_[node] = truth(kernel_.nodes[node]);
    }
  }

  [[nodiscard]] bool of(std::uint32_t node) const { return truths_[node]; }

 private:
  [[nodiscard]] bool truth(Node const& node) const {
    switch (node.op) {
      case Op::conjunction:
        return of(node.a) && of(node.b);
      case Op::disjunction:
        return of(node.a) || of(node.b);
      case Op::negation:
        return !of(node.a);
      case Op::choose_truth:
        return of(node.a) ? of(node.b) : of(node.c);
      default:
        return node.k == 1;
    }
  }

  Kernel const& kernel_;
  Cone const& cone_;
  std::vector<Bit> const& bits_;
  std::vector<bool> truths_;  // by node
};

Tabulated table_of(Kernel const& kernel, DecisionCode const& decision, Cone const& cone, std::vector<Bit> bits) {
  Tabulated table;
  table.planes.resize((decision.marks.size() + kBits - 1) / kBits);
  Evaluation evaluation(kernel, cone, bits);
  for (std::uint64_t set = 0; set < std::uint64_t{1} << bits.size(); ++set) {
    evaluation.run(set);
    for (std::size_t mark = 0; mark < decision.marks.size(); ++mark) {
      if (evaluation.of(decision.marks[mark].node)) {
        std::uint8_t& code = table.planes[mark / kBits][set];
        code = static_cast<std::uint8_t>(code | 1U << (mark % kBits));
      }
    }
  }
  table.atoms = std::move(bits);
  return table;
}

}  // namespace

std::optional<Tabulated> tabulate(Kernel const& kernel, DecisionCode const& decision) {
  Cone cone = cone_of(kernel, decision, {});
  if (cone.atoms.size() > kMostTableAtoms) {
    std::vector<std::uint32_t> guards;
    for (Mark const& mark : decision.marks) {
      guards.push_back(mark.guard);
    }
    cone = cone_of(kernel, decision, guards);
  }
  if (cone.atoms.size() > kMostTableAtoms || cone.is_open) {
    return std::nullopt;
  }
  std::vector<Bit> bits;
  for (std::uint32_t const atom : cone.atoms) {
    bits.push_back({atom, true, direct_of(kernel, atom, true)});
  }
  return table_of(kernel, decision, cone, std::move(bits));
}

std::optional<Tabulated> tabulate_by(Kernel const& kernel, DecisionCode const& decision, std::vector<Bit> const& bits) {
  std::vector<std::uint32_t> ends;
  std::transform(bits.begin(), bits.end(), std::back_inserter(ends), [](Bit const& bit) { return bit.node; });
  std::sort(ends.begin(), ends.end());
  Cone const cone = cone_of(kernel, decision, ends);
  bool const by_bits = std::includes(ends.begin(), ends.end(), cone.atoms.begin(), cone.atoms.end());
  if (!by_bits || bits.size() > kMostTableAtoms || cone.is_open) {
    return std::nullopt;
  }
  return table_of(kernel, decision, cone, bits);
}

}  // namespace hjemmel::columns
