// A truth is a byte, 0 or 255; where it is open it is 0.
#include "engine/native/expression.h"

#include <fmt/format.h>

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Node;
using columns::Op;

constexpr char const* kAll = "(u8)255";
constexpr char const* kNone8 = "(u8)0";

std::string mask(std::string const& condition) { return fmt::format("(u8)-(u8)({})", condition); }

std::string either(std::string const& a, std::string const& b) {
  if (a.empty() || b.empty()) {
    return a.empty() ? b : a;
  }
  return fmt::format("(u8)({} | {})", a, b);
}

std::string known(std::string const& open) { return open.empty() ? kNone8 : open; }

class Writer {
 public:
  Writer(Kernel const& kernel, Shape const& shape, std::uint32_t index, Place const& place)
      : kernel_(kernel), shape_(shape), node_(kernel.nodes[index]), index_(index), place_(place) {}

  Expression write() {
    if (columns::is_number(node_.op)) {
      return number();
    }
    switch (node_.op) {
      case Op::conjunction:
      case Op::disjunction:
        return connected();
      case Op::negation: {
        Expression const a = at(node_.a);
        return {a.open.empty() ? fmt::format("(u8)~{}", a.value) : fmt::format("(u8)~({} | {})", a.value, a.open),
                a.open};
      }
      case Op::choose_truth:
        return chosen(true);
      default:
        return compared();
    }
  }

 private:
  [[nodiscard]] std::uint32_t resolved(std::uint32_t node) const { return shape_.resolved[node]; }
  [[nodiscard]] Expression at(std::uint32_t node) const { return place_(resolved(node)); }
  [[nodiscard]] Width width(std::uint32_t node) const { return shape_.nodes[resolved(node)].width; }
  [[nodiscard]] std::string as(Width width, std::uint32_t node) const {
    return fmt::format("({}){}", type_of(width), at(node).value);
  }

  Expression number() {
    Width const own = shape_.nodes[index_].width;
    std::string const type = type_of(own);
    auto const pair = [&](char op) {
      return Expression{fmt::format("({})({} {} {})", type, as(own, node_.a), op, as(own, node_.b)),
                        either(at(node_.a).open, at(node_.b).open)};
    };
    switch (node_.op) {
      case Op::lookup:
        return looked_up();
      case Op::count_of:
        return counted();
      case Op::add:
        return pair('+');
      case Op::multiply:
        return pair('*');
      case Op::scaled:
        return {fmt::format("({})({} * {})", type, as(own, node_.a), literal(own, node_.k)), at(node_.a).open};
      case Op::lesser:
      case Op::greater: {
        char const relation = node_.op == Op::lesser ? '<' : '>';
        return {fmt::format("{0} {2} {1} ? {0} : {1}", as(own, node_.a), as(own, node_.b), relation),
                either(at(node_.a).open, at(node_.b).open)};
      }
      case Op::choose:
        return chosen(false);
      default:  // open_where
        return {as(own, node_.a), either(either(at(node_.b).value, at(node_.b).open), at(node_.a).open)};
    }
  }

  Expression looked_up() {
    columns::Lookup const& table = kernel_.lookups[node_.b];
    Expression const a = at(node_.a);
    bool const few = table.values.size() <= kFewEntries;
    std::string const open = few ? chain(a.value, Width::u8, table.open) : fmt::format("U{}[(u64){}]", index_, a.value);
    return {
        few ? chain(a.value, shape_.nodes[index_].width, table.values) : fmt::format("T{}[(u64){}]", index_, a.value),
        either(table.any_open ? open : "", a.open)};
  }

  template <class T>
  static std::string chain(std::string const& ordinal, Width width, std::vector<T> const& values) {
    std::string text = literal(width, static_cast<std::int64_t>(values.back()));
    for (std::size_t at = values.size() - 1; at-- > 0;) {
      text = fmt::format("(({}){} == {} ? {} : {})", type_of(width), ordinal, at,
                         literal(width, static_cast<std::int64_t>(values[at])), text);
    }
    return text;
  }

  Expression counted() {
    Expression sum{"(u8)(0", ""};
    for (std::uint32_t const operand : kernel_.lists[node_.b]) {
      Expression const one = at(operand);
      sum.value += fmt::format(" + ({} & 1)", one.value);
      sum.open = either(sum.open, one.open);
    }
    sum.value += ")";
    return sum;
  }

  Expression chosen(bool truths) {
    Expression const condition = at(node_.a);
    Expression const then = at(node_.b);
    Expression const otherwise = at(node_.c);
    std::string open;
    if (!condition.open.empty() || !then.open.empty() || !otherwise.open.empty()) {
      open = fmt::format("(u8)({1} | ({0} & {2}) | (~{0} & {3}))", condition.value, known(condition.open),
                         known(then.open), known(otherwise.open));
    }
    if (!truths) {
      Width const own = shape_.nodes[index_].width;
      return {fmt::format("((({0})(i8){1} & {2}) | (~({0})(i8){1} & {3}))", type_of(own), condition.value,
                          as(own, node_.b), as(own, node_.c)),
              open};
    }
    std::string const value =
        fmt::format("(u8)(({0} & {1}) | (~{0} & {2}))", condition.value, then.value, otherwise.value);
    return {open.empty() ? value : fmt::format("(u8)({} & ~{})", value, open), open};
  }

  Expression connected() {
    Expression const a = at(node_.a);
    Expression const b = at(node_.b);
    bool const both = node_.op == Op::conjunction;
    Expression result{fmt::format("(u8)({} {} {})", a.value, both ? '&' : '|', b.value), ""};
    if (!a.open.empty() || !b.open.empty()) {
      char const* const form =
          both ? "(u8)(({1} | {3}) & ({0} | {1}) & ({2} | {3}))" : "(u8)(({1} | {3}) & ~({0} | {2}))";
      result.open = fmt::format(fmt::runtime(form), a.value, known(a.open), b.value, known(b.open));
    }
    return result;
  }

  Expression compared() {
    bool const pair = node_.op == Op::less || node_.op == Op::same;
    Expression result{comparison(), either(at(node_.a).open, pair ? at(node_.b).open : "")};
    if (!result.open.empty()) {
      result.value = fmt::format("(u8)({} & ~{})", result.value, result.open);
    }
    return result;
  }

  std::string comparison() {
    std::string const value = at(node_.a).value;
    Width const own = width(node_.a);
    columns::WidthRange const ends = columns::range_of(own);
    std::int64_t const k = node_.k;
    auto const bounded = [&](char const* relation) {
      return mask(fmt::format("{} {} {}", value, relation, literal(own, k)));
    };
    switch (node_.op) {
      case Op::is_set:
        return mask(value + " != 0");
      case Op::below:
        return k > ends.most ? kAll : k <= ends.least ? kNone8 : bounded("<");
      case Op::above:
        return k < ends.least ? kAll : k >= ends.most ? kNone8 : bounded(">");
      case Op::equals:
        return k > ends.most || k < ends.least ? kNone8 : bounded("==");
      case Op::among:
        return among(value, own);
      default: {
        Width const common = std::max(own, width(node_.b));
        return mask(
            fmt::format("{} {} {}", as(common, node_.a), node_.op == Op::less ? "<" : "==", as(common, node_.b)));
      }
    }
  }

  std::string among(std::string const& value, Width own) const {
    Runs const runs = runs_of(kernel_.sets[node_.b]);
    if (!runs.few) {
      return fmt::format("S{}[(u64){}]", index_, value);
    }
    std::string text = kNone8;
    for (auto const& [first, last] : runs.ends) {
      std::string const one = first == last ? fmt::format("{} == {}", value, literal(own, first))
                                            : fmt::format("({0})({1} - {2}) <= ({0}){3}",
                                                          own == Width::u8 ? "u8" : "u" + type_of(own).substr(1), value,
                                                          literal(own, first), last - first);
      text += " | " + mask(one);
    }
    return fmt::format("(u8)({}({}))", runs.inverted ? "~" : "", text);
  }

  Kernel const& kernel_;
  Shape const& shape_;
  Node const& node_;
  std::uint32_t index_;
  Place const& place_;
};

}  // namespace

std::string type_of(Width width) {
  switch (width) {
    case Width::u8:
      return "u8";
    case Width::i16:
      return "i16";
    case Width::i32:
      return "i32";
    case Width::i64:
      break;
  }
  return "i64";
}

std::string type_of(Kernel const& kernel, Shape const& shape, std::uint32_t node) {
  Node const* from = &kernel.nodes[node];
  while (from->op == Op::spread) {
    from = &kernel.nodes[from->a];
  }
  return columns::is_number(from->op) ? type_of(shape.nodes[node].width) : "u8";
}

std::string literal(Width width, std::int64_t value) {
  if (value == INT64_MIN) {
    return "(i64)(-9223372036854775807LL - 1)";
  }
  return fmt::format("({})({}LL)", type_of(width), value);
}

Expression constant(Kernel const& kernel, Shape const& shape, std::uint32_t node) {
  Node const& given = kernel.nodes[node];
  if (given.op == Op::number) {
    return {literal(shape.nodes[node].width, given.k), ""};
  }
  if (given.op == Op::truth) {
    return {given.k == 1 ? kAll : kNone8, given.k == 2 ? kAll : ""};
  }
  return {};
}

Expression expression(Kernel const& kernel, Shape const& shape, std::uint32_t node, Place const& place) {
  return Writer(kernel, shape, node, place).write();
}

}  // namespace hjemmel::native
