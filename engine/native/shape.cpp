// Forward over the nodes for widths and levels, then backward for what can wait until the outcomes are written.
#include <algorithm>
#include <map>
#include <tuple>

#include "engine/native/node_shape.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Schedule;
using columns::Step;

constexpr std::size_t kFewWithin = 12;  // nodes of a list that are not worth loops of their own

// What the outcomes of a schedule read.
std::vector<std::uint32_t> results_of(Kernel const& kernel, Schedule const& schedule) {
  std::vector<std::uint32_t> results;
  for (std::uint32_t const decision : schedule.decisions) {
    for (columns::Mark const& mark : kernel.decisions[decision].marks) {
      results.push_back(mark.node);
    }
    for (columns::ComputedFigure const& figure : kernel.decisions[decision].figures) {
      results.insert(results.end(), {figure.node, figure.applies});
    }
  }
  for (std::uint32_t const service : schedule.services) {
    std::vector<std::uint32_t> const& criteria = kernel.services[service].criteria;
    results.insert(results.end(), criteria.begin(), criteria.end());
  }
  return results;
}

class Shaper {
 public:
  Shaper(Kernel const& kernel, Schedule const& schedule, Shape& shape)
      : kernel_(kernel), schedule_(schedule), shape_(shape) {
    shape_.nodes.resize(kernel.nodes.size());
    for (std::uint32_t node = 0; node < kernel.nodes.size(); ++node) {
      shape_.resolved.push_back(resolve(node));
    }
    for (std::uint32_t const node : results_of(kernel, schedule)) {
      shape_.results.push_back(shape_.resolved[node]);
    }
    for (Step const& step : schedule.steps) {
      if (step.kind == Step::Kind::node) {
        shape_.nodes[shape_.resolved[step.index]].used = true;
      }
    }
    find_in_array();
  }

  std::string shape_nodes() {
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      if (shape_.nodes[node].used) {
        if (std::string fault = shape_node(kernel_, shape_, node); !fault.empty()) {
          return fault;
        }
      }
    }
    return "";
  }

  // The elements of a row are few: where little is asked of each, one loop does it all.
  void put_within() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_list;
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      NodeShape const& shape = shape_.nodes[node];
      bool const plain = is_plain(shape.home) || shape.home == Home::gather;
      if (shape.used && plain && shape.list != kNone) {
        of_list[shape.list].push_back(node);
      }
    }
    for (auto const& [list, nodes] : of_list) {
      bool const arrays =
          std::any_of(nodes.begin(), nodes.end(), [this](std::uint32_t node) { return shape_.in_array[node]; });
      for (std::uint32_t const node : nodes) {
        shape_.nodes[node].home = nodes.size() <= kFewWithin && !arrays ? Home::within : shape_.nodes[node].home;
      }
    }
  }

  // A truth that no other group reads runs with the outcomes, so that it needs no array.
  void let_wait() {
    for (NodeShape const& node : shape_.nodes) {
      shape_.last_level = std::max(shape_.last_level, node.level + 1);
    }
    std::vector<bool> held(kernel_.nodes.size());
    for (std::uint32_t node = static_cast<std::uint32_t>(kernel_.nodes.size()); node-- > 0;) {
      NodeShape& shape = shape_.nodes[node];
      if (!shape.used || shape.home == Home::free) {
        continue;
      }
      bool const waits = shape.home == Home::bytes && shape.list == kNone && !held[node];
      shape.level = waits ? shape_.last_level : shape.level;
      for (std::uint32_t const operand : operands_of(kernel_, shape_, node)) {
        held[operand] = held[operand] || !waits;
      }
    }
  }

  void note_stored() {
    auto const store = [&](std::uint32_t operand) {
      NodeShape& shape = shape_.nodes[operand];
      shape.stored = shape.stored || shape.home != Home::free;
    };
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      NodeShape const& shape = shape_.nodes[node];
      if (!shape.used) {
        continue;
      }
      for (std::uint32_t const operand : operands_of(kernel_, shape_, node)) {
        NodeShape const& from = shape_.nodes[operand];
        bool const near = from.home == Home::within ||
                          (from.home == shape.home && from.list == shape.list && from.level == shape.level);
        if (!near) {
          store(operand);
        }
      }
      if (shape.home == Home::gather || shape.home == Home::months || shape.home == Home::spread ||
          shape.home == Home::loop) {
        store(node);
      }
    }
    for (std::uint32_t const node : shape_.results) {
      if (shape_.nodes[node].level != shape_.last_level && shape_.nodes[node].home != Home::within) {
        store(node);
      }
    }
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      if (shape_.in_array[node] && shape_.nodes[node].used) {
        store(node);
      }
    }
  }

  void group() {
    std::map<std::tuple<std::uint32_t, std::uint32_t, Home>, Group> groups;
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      NodeShape const& shape = shape_.nodes[node];
      if (shape.used && shape.home != Home::free && shape.home != Home::within) {
        Group& group = groups[{shape.level, shape.list, shape.home}];
        group.home = shape.home;
        group.list = shape.list;
        group.level = shape.level;
        group.nodes.push_back(node);
      }
    }
    for (auto& [key, group] : groups) {
      shape_.groups.push_back(std::move(group));
    }
  }

 private:
  [[nodiscard]] std::uint32_t resolve(std::uint32_t node) const {
    Node const& given = kernel_.nodes[node];
    bool const constant =
        given.op == Op::spread && (kernel_.nodes[given.a].op == Op::number || kernel_.nodes[given.a].op == Op::truth);
    return constant ? given.a : node;
  }

  // Figures have a loop of their own behind the outcomes.
  void find_in_array() {
    shape_.in_array.resize(kernel_.nodes.size());
    for (std::uint32_t const decision : schedule_.decisions) {
      for (columns::ComputedFigure const& figure : kernel_.decisions[decision].figures) {
        shape_.in_array[shape_.resolved[figure.node]] = true;
        shape_.in_array[shape_.resolved[figure.applies]] = true;
      }
    }
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      Op const op = kernel_.nodes[node].op;
      if (shape_.nodes[node].used && (op == Op::spread || op == Op::months_from)) {
        for (std::uint32_t const operand : operands_of(kernel_, shape_, node)) {
          shape_.in_array[operand] = true;
        }
      }
    }
  }

  Kernel const& kernel_;
  Schedule const& schedule_;
  Shape& shape_;
};

}  // namespace

base::Result<Shape> shape_of(Kernel const& kernel, Schedule const& schedule) {
  Shape shape;
  Shaper shaper(kernel, schedule, shape);
  if (std::string fault = shaper.shape_nodes(); !fault.empty()) {
    return base::Error{"no native code is written for " + fault};
  }
  shaper.put_within();
  shaper.let_wait();
  shaper.note_stored();
  shaper.group();
  return shape;
}

}  // namespace hjemmel::native
