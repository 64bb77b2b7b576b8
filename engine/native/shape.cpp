// Forward over the nodes for widths and levels, then backward for what can wait until the outcomes are written.
#include "engine/native/shape.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Schedule;
using columns::Step;

constexpr std::size_t kFewRuns = 6;
constexpr std::size_t kFewWithin = 12;  // nodes of a list that are not worth loops of their own

Width narrowest(std::int64_t least, std::int64_t most) {
  if (least >= 0 && most <= UINT8_MAX) {
    return Width::u8;
  }
  if (least >= INT16_MIN && most <= INT16_MAX) {
    return Width::i16;
  }
  return least >= INT32_MIN && most <= INT32_MAX ? Width::i32 : Width::i64;
}

Home home_of(Width width) {
  switch (width) {
    case Width::u8:
      return Home::bytes;
    case Width::i16:
      return Home::i16;
    case Width::i32:
      return Home::i32;
    case Width::i64:
      break;
  }
  return Home::i64;
}

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
  }

  std::string shape_nodes() {
    for (std::uint32_t node = 0; node < kernel_.nodes.size(); ++node) {
      if (shape_.nodes[node].used) {
        if (std::string fault = shape_node(node); !fault.empty()) {
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
      bool const by_vectors = std::any_of(nodes.begin(), nodes.end(),
                                          [&](std::uint32_t node) { return fits_register(kernel_, shape_, node); });
      if (by_vectors) {
        continue;
      }
      for (std::uint32_t const node : nodes) {
        shape_.nodes[node].home = nodes.size() <= kFewWithin ? Home::within : shape_.nodes[node].home;
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
        bool const inside = from.home == Home::within && (shape.home == Home::within || shape.home == Home::loop);
        bool const near = inside || (from.home == shape.home && from.list == shape.list && from.level == shape.level);
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
      if (shape_.nodes[node].level != shape_.last_level) {
        store(node);
      }
    }
    for (std::uint32_t const decision : schedule_.decisions) {  // figures have a loop of their own behind them
      for (columns::ComputedFigure const& figure : kernel_.decisions[decision].figures) {
        store(shape_.resolved[figure.node]);
        store(shape_.resolved[figure.applies]);
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
  [[nodiscard]] NodeShape const& of(std::uint32_t node) const { return shape_.nodes[shape_.resolved[node]]; }

  std::string shape_node(std::uint32_t index) {
    Node const& node = kernel_.nodes[index];
    NodeShape& shape = shape_.nodes[index];
    shape.list = node.list;
    for (std::uint32_t const operand : operands_of(kernel_, shape_, index)) {
      shape.may_be_open = shape.may_be_open || of(operand).may_be_open;
    }
    if (columns::is_number(node.op) || (node.op == Op::spread && columns::is_number(kernel_.nodes[node.a].op))) {
      shape_number(node, shape);
    } else if (std::string fault = shape_truth(node, shape); !fault.empty()) {
      return fault;
    }
    for (std::uint32_t const operand : operands_of(kernel_, shape_, index)) {
      NodeShape const& from = of(operand);
      bool const near = from.home == shape.home && from.list == shape.list;
      if (from.home != Home::free) {
        shape.level = std::max(shape.level, from.level + (near && is_plain(shape.home) ? 0 : 1));
      }
    }
    return "";
  }

  // Loops in which one node may read another as it is computed.
  [[nodiscard]] static bool is_plain(Home home) {
    return home == Home::bytes || home == Home::i16 || home == Home::i32 || home == Home::i64;
  }

  // Where a number may be open its value may be any: then it is computed as the interpreter does.
  void shape_number(Node const& node, NodeShape& shape) const {
    Width const narrow = narrowest(node.least, node.most);
    shape.width = shape.may_be_open ? Width::i64 : narrow;
    switch (node.op) {
      case Op::load:
        shape.width = node.width;
        return;
      case Op::number:
        shape.width = narrowest(node.k, node.k);
        return;
      case Op::count_of:
        shape.width = Width::u8;
        break;
      case Op::lookup:
        shape.width = narrow;
        shape.home = kernel_.lookups[node.b].values.size() <= kFewEntries ? home_of(narrow) : Home::gather;
        shape.width = shape.home == Home::gather ? std::max(narrow, Width::i32) : narrow;
        shape.may_be_open = shape.may_be_open || kernel_.lookups[node.b].any_open;
        return;
      case Op::months_from:
        shape.width = Width::i32;
        shape.home = Home::months;
        shape.may_be_open = true;
        return;
      case Op::open_where:
        shape.may_be_open = true;
        shape.width = Width::i64;
        break;
      case Op::lesser:
      case Op::greater:
        shape.width = std::max({shape.width, of(node.a).width, of(node.b).width});
        break;
      case Op::total:
      case Op::count:
        shape.home = Home::loop;
        shape.list = static_cast<std::uint32_t>(node.k);
        return;
      case Op::spread:
        shape.width = of(node.a).width;
        shape.home = Home::spread;
        return;
      default:
        break;
    }
    shape.home = home_of(shape.width);
  }

  std::string shape_truth(Node const& node, NodeShape& shape) const {
    shape.home = Home::bytes;
    switch (node.op) {
      case Op::truth:
        shape.home = Home::free;
        shape.may_be_open = node.k == 2;
        return "";
      case Op::is_set:
        return of(node.a).width == Width::u8 ? "" : "a truth of a number that is no bool";
      case Op::below:
      case Op::above:
      case Op::equals:
        shape.home = home_of(of(node.a).width);
        return "";
      case Op::less:
      case Op::same:
        shape.home = home_of(std::max(of(node.a).width, of(node.b).width));
        return "";
      case Op::among:
        shape.home = runs_of(kernel_.sets[node.b]).few ? home_of(of(node.a).width) : Home::gather;
        return "";
      case Op::conjunction:
      case Op::disjunction:
      case Op::negation:
      case Op::choose_truth:
        return "";
      case Op::every:
        shape.home = Home::loop;
        shape.list = static_cast<std::uint32_t>(node.k);
        return "";
      case Op::spread:
        shape.home = Home::spread;
        return "";
      default:
        return "operation " + std::to_string(static_cast<int>(node.op));
    }
  }

  Kernel const& kernel_;
  Schedule const& schedule_;
  Shape& shape_;
};

}  // namespace

std::vector<std::uint32_t> operands_of(Kernel const& kernel, Shape const& shape, std::uint32_t node) {
  std::vector<std::uint32_t> operands;
  columns::add_operands(kernel, kernel.nodes[node], operands);
  for (std::uint32_t& operand : operands) {
    operand = shape.resolved[operand];
  }
  return operands;
}

bool fits_register(Kernel const& kernel, Shape const& shape, std::uint32_t node) {
  Node const& given = kernel.nodes[node];
  if (given.op != Op::lookup || shape.nodes[node].home != Home::gather || shape.nodes[node].width != Width::i32) {
    return false;
  }
  NodeShape const& ordinal = shape.nodes[shape.resolved[given.a]];
  bool const in_array = ordinal.home != Home::free || kernel.nodes[shape.resolved[given.a]].op == Op::load;
  columns::Lookup const& table = kernel.lookups[given.b];
  return in_array && ordinal.width == Width::u8 && !table.any_open && table.values.size() <= kEntriesOfRegister;
}

Runs runs_of(std::vector<std::uint8_t> const& set) {
  auto const find = [&](bool wanted) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::uint32_t at = 0; at < set.size(); ++at) {
      if ((set[at] != 0) != wanted) {
        continue;
      }
      if (!ends.empty() && ends.back().second + 1 == at) {
        ends.back().second = at;
      } else {
        ends.emplace_back(at, at);
      }
    }
    return ends;
  };
  Runs runs{false, false, find(true)};
  if (auto others = find(false); others.size() < runs.ends.size()) {
    runs = {true, false, std::move(others)};
  }
  runs.few = runs.ends.size() <= kFewRuns;
  return runs;
}

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
