// By operation; the cases are in the order of columns::Op.
#include "engine/native/node_shape.h"

#include <algorithm>

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::narrowest;
using columns::Node;
using columns::Op;

constexpr std::size_t kFewRuns = 6;

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

class NodeShaper {
 public:
  NodeShaper(Kernel const& kernel, Shape& shape) : kernel_(kernel), shape_(shape) {}

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
    } else if (is_of_columns(index)) {
      shape.home = Home::within;
      return "";
    }
    for (std::uint32_t const operand : operands_of(kernel_, shape_, index)) {
      NodeShape const& from = of(operand);
      bool const near = from.home == shape.home && from.list == shape.list;
      if (from.home != Home::free && from.home != Home::within) {
        shape.level = std::max(shape.level, from.level + (near && is_plain(shape.home) ? 0 : 1));
      }
    }
    return "";
  }

 private:
  // A comparison of columns and constants costs less than the array that would keep it.
  [[nodiscard]] bool is_of_columns(std::uint32_t index) const {
    Op const op = kernel_.nodes[index].op;
    bool const compares = op == Op::is_set || op == Op::below || op == Op::above || op == Op::equals ||
                          op == Op::less || op == Op::same ||
                          (op == Op::among && shape_.nodes[index].home != Home::gather);
    std::vector<std::uint32_t> const operands = operands_of(kernel_, shape_, index);
    return compares && !shape_.in_array[index] &&
           std::all_of(operands.begin(), operands.end(),
                       [this](std::uint32_t node) { return of(node).home == Home::free; });
  }

  [[nodiscard]] NodeShape const& of(std::uint32_t node) const { return shape_.nodes[shape_.resolved[node]]; }

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
  Shape& shape_;
};

}  // namespace

std::string shape_node(Kernel const& kernel, Shape& shape, std::uint32_t node) {
  return NodeShaper(kernel, shape).shape_node(node);
}

// Loops in which one node may read another as it is computed.
bool is_plain(Home home) { return home == Home::bytes || home == Home::i16 || home == Home::i32 || home == Home::i64; }

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
  bool const by_table = shape.nodes[node].home == Home::gather || shape.nodes[node].home == Home::within;
  if (given.op != Op::lookup || !by_table || shape.nodes[node].width != Width::i32) {
    return false;
  }
  NodeShape const& ordinal = shape.nodes[shape.resolved[given.a]];
  bool const is_computed = ordinal.home != Home::free && ordinal.home != Home::within;
  bool const in_array = is_computed || kernel.nodes[shape.resolved[given.a]].op == Op::load;
  columns::Lookup const& table = kernel.lookups[given.b];
  return in_array && ordinal.width == Width::u8 && !table.any_open && table.values.size() > kFewEntries &&
         table.values.size() <= kEntriesOfRegister;
}

bool reads_table(Kernel const& kernel, Shape const& shape, std::uint32_t node) {
  Node const& given = kernel.nodes[node];
  if (given.op == Op::lookup) {
    return kernel.lookups[given.b].values.size() > kFewEntries && !fits_register(kernel, shape, node);
  }
  return given.op == Op::among && !runs_of(kernel.sets[given.b]).few;
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

}  // namespace hjemmel::native
