// The truths of single facts become tests as they are; of the others the nodes that they hang on are taken over.
#include <algorithm>
#include <map>

#include "engine/columns/schedule.h"
#include "engine/rows/criteria.h"
#include "engine/rows/truth_of_fact.h"

namespace hjemmel::rows {
namespace {

// What a node may do whose numbers are only held against each other: nothing can become too large.
bool is_plain(Op op) {
  switch (op) {
    case Op::load:
    case Op::number:
    case Op::lesser:
    case Op::greater:
    case Op::months_from:
    case Op::choose:
    case Op::open_where:
      return true;
    case Op::every:
    case Op::spread:
      return false;
    default:
      return !is_number(op);
  }
}

class Taking {
 public:
  Taking(Kernel const& kernel, CriteriaTable& table)
      : kernel_(kernel), table_(table), taken_(kernel.nodes.size(), kNone), plain_(kernel.nodes.size()) {
    table_.computed.kernel.slots.scalars = kernel.slots.scalars;
    for (std::uint32_t at = 0; at < kernel.nodes.size(); ++at) {
      plain_[at] = stays_plain(at);
    }
  }

  void add(std::uint32_t service) {
    std::vector<std::uint32_t> const& criteria = kernel_.services[service].criteria;
    bool const all = std::all_of(criteria.begin(), criteria.end(), [this](std::uint32_t node) { return plain_[node]; });
    bool const decided = kernel_.decisions[kernel_.services[service].decision].refused.empty();
    if (criteria.empty() || !all || !decided) {
      return;
    }
    for (std::uint32_t const node : criteria) {
      table_.tests.push_back(test_of(node));
    }
    table_.ends.push_back(static_cast<std::uint32_t>(table_.tests.size()));
    table_.services.push_back(service);
  }

 private:
  std::vector<std::uint32_t> operands_of(std::uint32_t node) const {
    std::vector<std::uint32_t> operands;
    columns::add_operands(kernel_, kernel_.nodes[node], operands);
    return operands;
  }

  // A set is looked into by the number of a fact alone, which its slot keeps within it.
  bool stays_plain(std::uint32_t at) const {
    Node const& node = kernel_.nodes[at];
    std::vector<std::uint32_t> const operands = operands_of(at);
    return is_plain(node.op) && node.list == kNone && (node.op != Op::load || kernel_.slots.scalars[node.a]) &&
           (node.op != Op::among || kernel_.nodes[node.a].op == Op::load) &&
           std::all_of(operands.begin(), operands.end(), [this](std::uint32_t one) { return plain_[one]; });
  }

  CriterionTest test_of(std::uint32_t node) {
    if (auto const found = truth_of_fact(kernel_, node)) {
      auto const kind = found->truth.between ? CriterionTest::Kind::between : CriterionTest::Kind::one_of;
      return {found->truth.low, found->truth.span, kernel_.nodes[found->load].a, kind};
    }
    auto const [place, is_new] =
        roots_.emplace(node, static_cast<std::uint32_t>(kernel_.slots.scalars.size() + roots_.size()));
    if (is_new) {
      table_.computed.roots.push_back(take(node));
    }
    return {1, 0, place->second, CriterionTest::Kind::between};
  }

  // With what it hangs on, in the order of the kernel.
  std::uint32_t take(std::uint32_t root) {
    std::vector<std::uint32_t> wanted{root};
    for (std::size_t at = 0; at < wanted.size(); ++at) {
      for (std::uint32_t const operand : operands_of(wanted[at])) {
        if (taken_[operand] == kNone) {
          wanted.push_back(operand);
        }
      }
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (std::uint32_t const node : wanted) {
      if (taken_[node] == kNone) {
        take_one(node);
      }
    }
    return taken_[root];
  }

  void take_one(std::uint32_t at) {
    Kernel& computed = table_.computed.kernel;
    Node node = kernel_.nodes[at];
    bool const is_set = node.op == Op::among;
    if (is_set) {
      computed.sets.push_back(kernel_.sets[node.b]);
      node.b = static_cast<std::uint32_t>(computed.sets.size() - 1);
    }
    if (node.op != Op::load) {
      node.a = node.a == kNone ? kNone : taken_[node.a];
      node.b = is_set || node.b == kNone ? node.b : taken_[node.b];
      node.c = node.c == kNone ? kNone : taken_[node.c];
    }
    taken_[at] = static_cast<std::uint32_t>(computed.nodes.size());
    computed.nodes.push_back(node);
  }

  Kernel const& kernel_;
  CriteriaTable& table_;
  std::vector<std::uint32_t> taken_;              // by node: its place in the table
  std::vector<bool> plain_;                       // by node, with all that it hangs on
  std::map<std::uint32_t, std::uint32_t> roots_;  // places of tests, by node
};

bool nodes_are_sound(Kernel const& kernel) {
  for (std::uint32_t at = 0; at < kernel.nodes.size(); ++at) {
    Node const& node = kernel.nodes[at];
    if (!is_plain(node.op) || node.list != kNone) {
      return false;
    }
    if (node.op == Op::load && (node.a >= kernel.slots.scalars.size() || !kernel.slots.scalars[node.a])) {
      return false;
    }
    std::vector<std::uint32_t> operands;
    columns::add_operands(kernel, node, operands);
    if (std::any_of(operands.begin(), operands.end(), [at](std::uint32_t one) { return one >= at; })) {
      return false;
    }
    if (node.op == Op::among) {
      Node const& from = kernel.nodes[node.a];
      bool const inside = from.op == Op::load && node.b < kernel.sets.size() &&
                          kernel.slots.scalars[from.a]->least >= 0 &&
                          static_cast<std::uint64_t>(kernel.slots.scalars[from.a]->most) < kernel.sets[node.b].size();
      if (!inside) {
        return false;
      }
    }
  }
  return true;
}

bool test_is_sound(CriterionTest const& test, ComputedTruths const& computed) {
  std::size_t const facts = computed.kernel.slots.scalars.size();
  bool const inside = test.place < facts ? computed.kernel.slots.scalars[test.place].has_value()
                                         : test.place - facts < computed.roots.size();
  return inside && (test.kind == CriterionTest::Kind::between || test.kind == CriterionTest::Kind::one_of);
}

}  // namespace

CriteriaTable criteria_of(Kernel const& kernel, std::span<std::uint32_t const> services) {
  CriteriaTable table;
  Taking taking(kernel, table);
  for (std::uint32_t const service : services) {
    taking.add(service);
  }
  return table;
}

bool is_sound(CriteriaView const& view) {
  ComputedTruths const& computed = *view.computed;
  std::uint32_t last = 0;
  for (std::uint32_t const end : view.ends) {
    if (end <= last || end - last > columns::kMostCriteria) {
      return false;
    }
    last = end;
  }
  return last == view.tests.size() && nodes_are_sound(computed.kernel) &&
         std::all_of(computed.roots.begin(), computed.roots.end(),
                     [&](std::uint32_t root) { return root < computed.kernel.nodes.size(); }) &&
         std::all_of(view.tests.begin(), view.tests.end(),
                     [&](CriterionTest const& test) { return test_is_sound(test, computed); });
}

}  // namespace hjemmel::rows
