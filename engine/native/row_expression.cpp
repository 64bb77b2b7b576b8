// A number that is open is any number, so that nothing jumps.
#include "engine/native/row_expression.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/native/expression.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;
using columns::Width;

constexpr std::size_t kOrdinalsOfByte = 256;
constexpr std::size_t kBitsOfWord = 64;

std::string join(std::string const& a, std::string const& b) {
  return a.empty() || b.empty() ? a + b : fmt::format("({} | {})", a, b);
}

bool is_byte(Node const& node) { return node.op == Op::load && node.width == Width::u8; }

// Where in a table of `size` entries, and one more that stands for all others.
std::string place_in(std::size_t size, Node const& ordinal, std::string const& value) {
  return is_byte(ordinal) && size <= kOrdinalsOfByte ? value : fmt::format("hj_within({}, {})", value, size);
}

std::string known(std::string const& condition, std::string const& open) {
  return open.empty() ? fmt::format("(u64)({})", condition) : fmt::format("((u64)({}) & ~{})", condition, open);
}

// Twice the number, and one more where the law leaves it open.
std::string table_of(columns::Lookup const& table, std::uint32_t index) {
  std::string text = fmt::format("static i64 const T{}[] = {{", index);
  for (std::size_t at = 0; at < std::max(table.values.size() + 1, kOrdinalsOfByte); ++at) {
    bool const open = at >= table.values.size() || table.open[at] != 0;
    text += open ? "1," : fmt::format("{},", literal(Width::i64, table.values[at] * 2));
  }
  return text + "};\n";
}

std::string set_of(std::vector<std::uint8_t> const& set, std::uint32_t index) {
  std::string text = fmt::format("static u8 const S{}[] = {{", index);
  for (std::size_t at = 0; at < std::max(set.size() + 1, kOrdinalsOfByte); ++at) {
    text += at < set.size() && set[at] != 0 ? "1," : "0,";
  }
  return text + "};\n";
}

}  // namespace

std::string RowExpressions::tables(Kernel const& kernel, std::vector<std::uint32_t> const& nodes) {
  std::set<std::uint32_t> lookups;
  std::set<std::uint32_t> sets;
  for (std::uint32_t const index : nodes) {
    Node const& node = kernel.nodes[index];
    if (node.op == Op::lookup) {
      lookups.insert(node.b);
    }
    if (node.op == Op::among && kernel.sets[node.b].size() > kBitsOfWord) {
      sets.insert(node.b);
    }
  }
  std::string text;
  for (std::uint32_t const index : lookups) {
    text += table_of(kernel.lookups[index], index);
  }
  for (std::uint32_t const index : sets) {
    text += set_of(kernel.sets[index], index);
  }
  return text;
}

std::string RowExpressions::value(std::uint32_t node) const {
  Node const& given = kernel_.nodes[node];
  if (given.op == Op::number) {
    return literal(Width::i64, given.k);
  }
  return given.op == Op::truth ? (given.k == 1 ? "1ULL" : "0ULL") : fmt::format("v{}", node);
}

std::string RowExpressions::open(std::uint32_t node) const {
  Node const& given = kernel_.nodes[node];
  if (given.op == Op::truth && given.k == 2) {
    return "1ULL";
  }
  return may_be_open_[node] ? fmt::format("o{}", node) : "";
}

std::string RowExpressions::define(std::uint32_t node, RowExpression const& expression) {
  Op const op = kernel_.nodes[node].op;
  if (op == Op::number || op == Op::truth) {
    return "";
  }
  may_be_open_[node] = !expression.open.empty();
  bool const is_number =
      columns::is_number(op) || (op == Op::spread && columns::is_number(kernel_.nodes[kernel_.nodes[node].a].op));
  return (expression.open.empty() ? "" : fmt::format("u64 const o{} = {}; ", node, expression.open)) +
         fmt::format("{} const v{} = {};", is_number ? "i64" : "u64", node, expression.value);
}

std::string RowExpressions::denied(std::uint32_t node) const {
  Node const& given = kernel_.nodes[node];
  return given.op == Op::negation ? value(given.a) : fmt::format("(({}) ^ 1)", join(value(node), open(node)));
}

RowExpression RowExpressions::of(std::uint32_t index) const {
  Node const& node = kernel_.nodes[index];
  if (node.op == Op::number || node.op == Op::truth) {
    return {};  // it stands where it is read
  }
  if (node.op == Op::spread) {
    return {value(node.a), open(node.a)};
  }
  return columns::is_number(node.op) ? number(node) : truth(node);
}

std::string RowExpressions::either(std::uint32_t a, std::uint32_t b) const { return join(open(a), open(b)); }

RowExpression RowExpressions::number(Node const& node) const {
  auto const pair = [&](char const* form) {
    return RowExpression{fmt::format(fmt::runtime(form), value(node.a), value(node.b)), either(node.a, node.b)};
  };
  switch (node.op) {
    case Op::lookup:
      return looked_up(node);
    case Op::count_of:
      return counted(node);
    case Op::add:
      return pair("{} + {}");
    case Op::multiply:
      return pair("{} * {}");
    case Op::lesser:
      return pair("hj_least({}, {})");
    case Op::greater:
      return pair("hj_most({}, {})");
    case Op::scaled:
      return {fmt::format("{} * {}", value(node.a), literal(Width::i64, node.k)), open(node.a)};
    case Op::choose:
      return chosen(node);
    case Op::months_from: {
      std::string const months = fmt::format("hj_months((i32){}, (i32){})", value(node.a), value(node.b));
      return {months,
              join(either(node.a, node.b), fmt::format("(u64)((i32){1} < (i32){0})", value(node.a), value(node.b)))};
    }
    default:  // open_where
      return {value(node.a), join(join(open(node.a), open(node.b)), value(node.b))};
  }
}

// So many truths are always one of a table that is as long.
RowExpression RowExpressions::looked_up(Node const& node) const {
  columns::Lookup const& table = kernel_.lookups[node.b];
  Node const& ordinal = kernel_.nodes[node.a];
  bool const is_one = ordinal.op == Op::count_of && kernel_.lists[ordinal.b].size() < table.values.size();
  std::string const at = is_one ? value(node.a) : place_in(table.values.size(), ordinal, value(node.a));
  std::string const entry = fmt::format("T{}[{}]", node.b, at);
  bool const may_be_open = table.any_open || !is_one;
  return {entry + " >> 1", join(may_be_open ? fmt::format("(u64)({} & 1)", entry) : "", open(node.a))};
}

RowExpression RowExpressions::counted(Node const& node) const {
  RowExpression sum{"(i64)(0", ""};
  for (std::uint32_t const operand : kernel_.lists[node.b]) {
    sum.value += " + " + value(operand);
    sum.open = join(sum.open, open(operand));
  }
  sum.value += ")";
  return sum;
}

RowExpression RowExpressions::chosen(Node const& node) const {
  std::string const b = open(node.b);
  std::string const c = open(node.c);
  RowExpression result{fmt::format("{} != 0 ? {} : {}", value(node.a), value(node.b), value(node.c)), open(node.a)};
  if (!b.empty() || !c.empty()) {
    std::string const taken =
        fmt::format("({} != 0 ? {} : {})", value(node.a), b.empty() ? "0ULL" : b, c.empty() ? "0ULL" : c);
    result.open = join(result.open, taken);
  }
  return result;
}

RowExpression RowExpressions::truth(Node const& node) const {
  switch (node.op) {
    case Op::conjunction:
    case Op::disjunction:
      return connected(node);
    case Op::negation:
      return {fmt::format("({}) ^ 1", join(value(node.a), open(node.a))), open(node.a)};
    case Op::choose_truth: {
      RowExpression result = chosen(node);
      if (!result.open.empty()) {
        result.value = fmt::format("({}) & ~{}", result.value, result.open);
      }
      return result;
    }
    default:
      return compared(node);
  }
}

RowExpression RowExpressions::connected(Node const& node) const {
  std::string const a = value(node.a);
  std::string const b = value(node.b);
  bool const both = node.op == Op::conjunction;
  RowExpression result{fmt::format("{} {} {}", a, both ? '&' : '|', b), ""};
  std::string const open_a = open(node.a);
  std::string const open_b = open(node.b);
  if (!open_a.empty() || !open_b.empty()) {
    result.open = both ? fmt::format("(({} | {}) & {} & {})", open_a.empty() ? "0ULL" : open_a,
                                     open_b.empty() ? "0ULL" : open_b, join(a, open_a), join(b, open_b))
                       : fmt::format("({} & ~({} | {}))", join(open_a, open_b), a, b);
  }
  return result;
}

RowExpression RowExpressions::compared(Node const& node) const {
  std::string const a = value(node.a);
  bool const pair = node.op == Op::less || node.op == Op::same;
  std::string const open = pair ? either(node.a, node.b) : this->open(node.a);
  auto const against = [&](char const* relation, std::string const& other) {
    return RowExpression{known(fmt::format("{} {} {}", a, relation, other), open), open};
  };
  switch (node.op) {
    case Op::is_set:
      return against("!=", "0");
    case Op::below:
      return against("<", literal(Width::i64, node.k));
    case Op::above:
      return against(">", literal(Width::i64, node.k));
    case Op::equals:
      return against("==", literal(Width::i64, node.k));
    case Op::less:
      return against("<", value(node.b));
    case Op::same:
      return against("==", value(node.b));
    default:
      break;
  }
  std::vector<std::uint8_t> const& set = kernel_.sets[node.b];
  if (set.size() > kBitsOfWord) {
    return {known(fmt::format("S{}[{}]", node.b, place_in(set.size(), kernel_.nodes[node.a], a)), open), open};
  }
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < set.size(); ++at) {
    bits |= std::uint64_t{set[at] != 0 ? 1U : 0U} << at;
  }
  return {known(fmt::format("(u64)((u64){0} < 64) & ({1}ULL >> ((u64){0} & 63))", a, bits), open), open};
}

}  // namespace hjemmel::native
