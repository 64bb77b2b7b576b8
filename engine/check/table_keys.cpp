// Reading keys, and cutting an input's values where a row's range begins or ends.
//
// Of whole numbers and dates `above 3` and `from 4` cut at the same place; the way it was written first is kept for messages.
#include "engine/check/table_keys.h"

#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/ir/print.h"

namespace hjemmel::check {
namespace {

using base::Decimal;
using ir::TypeKind;
using syntax::NodeKind;

bool by_value(ir::Type const& type) { return type.kind == TypeKind::enumeration || type.kind == TypeKind::boolean; }

bool is_whole(ir::Type const& type) {
  return type.kind == TypeKind::integer || type.kind == TypeKind::date ||
         (type.kind == TypeKind::quantity && type.dimension == base::kPeriod);
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

// Of durations in whole days a day, of which an example speaks as the rows do.
int one_more(ir::Type const& type, Decimal number) {
  bool const days =
      ir::is_quantity(type, base::kDuration) && base::length_of_time(number, base::kDuration).greater_unit;
  return days ? 24 : 1;
}

Decimal moved(Decimal number, int step) { return base::add(number, Decimal::of(step)).value_or(number); }

}  // namespace

bool TableKeys::is_key_type(Workbench& bench, ir::Type const& type, source::Span span) {
  bool const good =
      by_value(type) || is_whole(type) || type.kind == TypeKind::decimal || type.kind == TypeKind::quantity;
  if (!good) {
    bench.sink.add(diag::Kind::bad_table_row, span, "a table is not read with " + type_name(bench, type),
                   "a key is a value of an enumeration, a number, a quantity, a date or a bool");
  }
  return good;
}

std::optional<std::vector<TableKey>> TableKeys::read(syntax::TableRowView row) {
  std::vector<TableKey> keys;
  std::vector<syntax::View> const written = row.keys();
  for (std::size_t i = 0; i < written.size() && i < inputs_.size(); ++i) {
    if (auto key = read_key(written[i], inputs_[i])) {
      keys.push_back(std::move(*key));
    }
  }
  return keys.size() == inputs_.size() ? std::optional(std::move(keys)) : std::nullopt;
}

std::optional<TableKey> TableKeys::read_key(syntax::View written, ir::TableInput& input) {
  TableKey key;
  key.span = written.span();
  switch (written.kind()) {
    case NodeKind::key_any:
      key.any = true;
      return key;
    case NodeKind::key_range:
      return add_range(written, input, key) ? std::optional(key) : std::nullopt;
    case NodeKind::key_either: {
      bool good = true;
      for (syntax::NodeRef const one : written.children()) {
        good = add_value({written.tree, one}, input, key) && good;
      }
      return good ? std::optional(key) : std::nullopt;
    }
    default:
      return add_value(written, input, key) ? std::optional(key) : std::nullopt;
  }
}

bool TableKeys::refuse(syntax::View at, std::string const& message, std::string const& help) {
  bench_.sink.add(diag::Kind::bad_table_row, at.span(), message, help);
  return false;
}

bool TableKeys::add_value(syntax::View literal, ir::TableInput& input, TableKey& key) {
  if (input.type.kind == TypeKind::enumeration) {
    if (literal.kind() != NodeKind::name) {
      return refuse(literal, quoted(input.name) + " is a value of an enumeration, and this is none",
                    "name one of its values, or write `any`");
    }
    auto const ordinal = read_ordinal(bench_, input.type.enumeration, literal);
    key.values.push_back(ordinal.value_or(0));
    return ordinal.has_value();
  }
  auto const at = read_literal(literal, input.type);
  if (at && by_value(input.type)) {
    key.values.push_back(bench_.program.exprs[at->index].number == Decimal() ? 0 : 1);
  } else if (at) {
    ir::TableCut const low = cut(input, *at, false);
    key.ranges.push_back({low, cut(input, *at, true)});
  }
  return at.has_value();
}

bool TableKeys::add_range(syntax::View range, ir::TableInput& input, TableKey& key) {
  if (by_value(input.type)) {
    return refuse(range, quoted(input.name) + " has no values in between, so it has no range",
                  "name its values: `a or b`");
  }
  TableKey::Range read;
  for (syntax::NodeRef const node : range.children()) {
    syntax::View const limit{range.tree, node};
    auto const at = read_literal({range.tree, range.tree->first_child(node)}, input.type);
    if (!at) {
      return false;
    }
    bool const is_low = limit.kind() == NodeKind::key_above || limit.kind() == NodeKind::key_from;
    bool const included = limit.kind() == NodeKind::key_above || limit.kind() == NodeKind::key_up_to;
    auto& end = is_low ? read.low : read.high;
    if (end) {
      return refuse(range, "the range has two upper ends", "keep one of them");
    }
    end = cut(input, *at, included);
  }
  if (read.low && read.high && order(input.type, *read.low, *read.high) >= 0) {
    return refuse(range, "no value lies in this range", "the lower end stands first");
  }
  key.ranges.push_back(read);
  return true;
}

std::optional<ir::ExprId> TableKeys::read_literal(syntax::View literal, ir::Type const& type) {
  if (literal.kind() == NodeKind::name) {
    std::string const units = units_help(bench_, type);
    refuse(literal, quoted(literal.text()) + " is a name, and " + type_name(bench_, type) + " is needed here",
           units.empty() ? "write a value or a range such as `up to …`"
                         : units + ", or a range such as `up to …`, and the row's value behind it");
    return std::nullopt;
  }
  bool const negative = literal.kind() == NodeKind::minus;
  syntax::View const positive =
      negative ? syntax::View{literal.tree, literal.tree->first_child(literal.node)} : literal;
  auto const typed = Expressions(bench_).of_type(positive, type);
  if (!typed) {
    return std::nullopt;
  }
  ir::Expr made;
  made.type = type;
  made.span = literal.span();
  Decimal const number = bench_.program.exprs[typed->expr.index].number;
  made.number = negative ? base::negate(number) : number;
  bench_.program.exprs.push_back(std::move(made));
  return ir::ExprId(bench_.program.exprs.size() - 1);
}

ir::TableCut TableKeys::cut(ir::TableInput& input, ir::ExprId at, bool included) {
  ir::TableCut const made{at, included};
  auto const same = std::find_if(input.cuts.begin(), input.cuts.end(),
                                 [&](ir::TableCut const& other) { return order(input.type, other, made) == 0; });
  if (same != input.cuts.end()) {
    return *same;
  }
  input.cuts.push_back(made);
  return made;
}

int TableKeys::order(ir::Type const& type, ir::TableCut const& left, ir::TableCut const& right) const {
  bool const whole = is_whole(type);
  Decimal const a = whole && left.included ? moved(number(left), 1) : number(left);
  Decimal const b = whole && right.included ? moved(number(right), 1) : number(right);
  if (a != b) {
    return a < b ? -1 : 1;
  }
  return whole || left.included == right.included ? 0 : (right.included ? -1 : 1);
}

void TableKeys::settle() {
  for (ir::TableInput& input : inputs_) {
    std::sort(input.cuts.begin(), input.cuts.end(),
              [&](ir::TableCut const& a, ir::TableCut const& b) { return order(input.type, a, b) < 0; });
    input.classes = static_cast<std::uint32_t>(input.cuts.size() + 1);
    if (by_value(input.type)) {
      bool const is_bool = input.type.kind == TypeKind::boolean;
      input.classes =
          is_bool ? 2 : static_cast<std::uint32_t>(bench_.program.enums[input.type.enumeration.index].values.size());
    }
  }
}

std::size_t TableKeys::behind(ir::TableInput const& input, ir::TableCut const& cut) const {
  return static_cast<std::size_t>(std::count_if(input.cuts.begin(), input.cuts.end(), [&](ir::TableCut const& other) {
    return order(input.type, other, cut) <= 0;
  }));
}

std::vector<bool> TableKeys::classes(TableKey const& key, std::size_t at) const {
  ir::TableInput const& input = inputs_[at];
  std::vector<bool> held(input.classes, key.any);
  for (std::uint32_t const value : key.values) {
    held[value] = true;
  }
  for (TableKey::Range const& range : key.ranges) {
    std::size_t const first = range.low ? behind(input, *range.low) : 0;
    std::size_t const end = range.high ? behind(input, *range.high) : held.size();
    std::fill(held.begin() + static_cast<std::ptrdiff_t>(first), held.begin() + static_cast<std::ptrdiff_t>(end), true);
  }
  return held;
}

// Of whole numbers: `above 9 up to 10` is 10.
bool TableKeys::holds_one(ir::TableInput const& input, std::uint32_t number) const {
  ir::TableCut const& low = input.cuts[number - 1];
  ir::TableCut const& high = input.cuts[number];
  Decimal const first = low.included ? moved(this->number(low), 1) : this->number(low);
  return first == (high.included ? this->number(high) : moved(this->number(high), -1));
}

std::string TableKeys::class_name(std::size_t at, std::uint32_t number) const {
  ir::TableInput const& input = inputs_[at];
  if (by_value(input.type)) {
    return ir::print_value(bench_.program, input.type, Decimal::of(number));
  }
  auto const words = [&](ir::TableCut const& cut) { return ir::print_expr(bench_.program, cut.at); };
  bool const has_low = number > 0;
  bool const has_high = number < input.cuts.size();
  if (!has_low && !has_high) {
    return "any";
  }
  std::string const low = has_low ? words(input.cuts[number - 1]) : "";
  std::string const high = has_high ? words(input.cuts[number]) : "";
  bool const low_included = has_low && !input.cuts[number - 1].included;
  bool const high_included = has_high && input.cuts[number].included;
  bool const one_value = has_low && has_high && low_included && high_included && low == high;
  if (one_value || (has_low && has_high && is_whole(input.type) && holds_one(input, number))) {
    return example(at, number);
  }
  std::string text = has_low ? (low_included ? "from " : "above ") + low : "";
  text += has_low && has_high ? " " : "";
  return text + (has_high ? (high_included ? "up to " : "below ") + high : "");
}

std::string TableKeys::example(std::size_t at, std::uint32_t class_number) const {
  ir::TableInput const& input = inputs_[at];
  Decimal value = Decimal::of(class_number);
  if (!by_value(input.type)) {
    bool const has_low = class_number > 0;
    bool const has_high = class_number < input.cuts.size();
    ir::TableCut const low = has_low ? input.cuts[class_number - 1] : ir::TableCut{};
    ir::TableCut const high = has_high ? input.cuts[class_number] : ir::TableCut{};
    value = Decimal();
    if (has_low && (!low.included || is_whole(input.type))) {
      value = low.included ? moved(number(low), 1) : number(low);
    } else if (has_high && (high.included || is_whole(input.type))) {
      value = high.included ? number(high) : moved(number(high), -1);
    } else if (has_low && has_high) {
      auto const sum = base::add(number(low), number(high));
      value = sum ? base::multiply(*sum, Decimal::of(5, 1)).value_or(number(low)) : number(low);
    } else if (has_low || has_high) {
      int const step = one_more(input.type, number(has_low ? low : high));
      value = has_low ? moved(number(low), step) : moved(number(high), -step);
    }
  }
  return ir::print_value(bench_.program, input.type, value);
}

}  // namespace hjemmel::check
