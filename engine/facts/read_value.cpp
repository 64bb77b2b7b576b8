// State words, ranges, and the known values between them.
#include "engine/facts/read_value.h"

#include <array>

#include "engine/base/nearest_name.h"
#include "engine/facts/known_value.h"

namespace hjemmel::facts {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;
using eval::State;
using ir::TypeKind;

bool can_range(TypeKind kind) {
  return kind == TypeKind::integer || kind == TypeKind::decimal || kind == TypeKind::date || kind == TypeKind::moment ||
         kind == TypeKind::quantity || kind == TypeKind::amount;
}

constexpr std::string_view kRangeHelp =
    "write `{between: [a, b]}`, `{at_least: a}` or `{at_most: b}`; both ends belong to the range";

std::nullopt_t report_range(source::Span span, Slot const& slot, std::string const& what, Reading& reading) {
  reading.sink.add(Kind::fact_wrong_range, span, what + " `" + slot.path + "`", std::string(kRangeHelp));
  return std::nullopt;
}

struct Ends {
  Node const* low = nullptr;
  Node const* high = nullptr;
};

// Which nodes are the ends; nothing when the keys or the forms are wrong.
std::optional<Ends> find_ends(Node const& node, Slot const& slot, Reading& reading) {
  Node const* const between = node.find("between");
  Ends const open{node.find("at_least"), node.find("at_most")};
  bool const mixed = between != nullptr && (open.low != nullptr || open.high != nullptr);
  for (document::Entry const& entry : node.entries) {
    if (entry.key != "between" && entry.key != "at_least" && entry.key != "at_most") {
      return report_range(entry.key_span, slot, quote(entry.key) + " says nothing about", reading);
    }
  }
  if (mixed) {
    return report_range(node.span, slot, "this is not one range for", reading);
  }
  if (between == nullptr) {
    return open;
  }
  if (between->kind != NodeKind::sequence || between->items.size() != 2) {
    return report_range(between->span, slot, "`between` takes two ends, the lower and the higher, for", reading);
  }
  return Ends{&between->items[0], &between->items[1]};
}

// One end, read as a known value; true when there is none or it is good.
bool read_end(Node const* node, Slot const& slot, Reading& reading, eval::End& end, base::Dimension& dimension) {
  if (node == nullptr) {
    return true;
  }
  if (node->kind != NodeKind::scalar || has_no_value(*node) || node->text == "unknown" ||
      node->text == "not_applicable") {
    report_range(node->span, slot, "an end of a range is a known value, here of", reading);
    return false;
  }
  auto const known = read_known(*node, slot, reading);
  if (known) {
    end.value = known->number;
    dimension = known->dimension;
  }
  return known.has_value();
}

// A mapping that is neither a range nor a long form: nearly always a key spelled wrong.
std::nullopt_t report_mapping(Node const& node, Slot const& slot, Reading& reading) {
  std::array const keys{std::string("value"),   std::string("by"),       std::string("known_on"), std::string("from"),
                        std::string("between"), std::string("at_least"), std::string("at_most")};
  std::string nearest;
  source::Span span = node.span;
  if (!node.entries.empty()) {
    nearest = base::nearest_name(node.entries.front().key, keys);
    span = node.entries.front().key_span;
  }
  reading.sink.add(Kind::fact_wrong_form, span, "`" + slot.path + "` is one value, not keys with values",
                   nearest.empty() ? "write the value alone, or `{value: …, by: …}` to say who judged it"
                                   : "did you mean `" + nearest + "`?");
  return std::nullopt;
}

std::optional<eval::Value> read_range(Node const& node, Slot const& slot, Reading& reading) {
  bool const has_end =
      node.find("between") != nullptr || node.find("at_least") != nullptr || node.find("at_most") != nullptr;
  if (!has_end) {
    return report_mapping(node, slot, reading);
  }
  if (!can_range(slot.info.type.kind)) {
    return report_range(node.span, slot, "there is no range of", reading);
  }
  auto const ends = find_ends(node, slot, reading);
  if (!ends) {
    return std::nullopt;
  }
  eval::Interval range;
  base::Dimension low_dimension;
  base::Dimension high_dimension;
  bool const low = read_end(ends->low, slot, reading, range.low, low_dimension);
  bool const high = read_end(ends->high, slot, reading, range.high, high_dimension);
  if (!low || !high) {
    return std::nullopt;
  }
  bool const closed = range.low.value && range.high.value;
  if (closed && low_dimension != high_dimension) {
    return report_range(node.span, slot, "the ends are measured in different things for", reading);
  }
  if (closed && *range.low.value > *range.high.value) {
    return report_range(node.span, slot, "the first end is above the second for", reading);
  }
  eval::Value value = eval::Value::of(State::unknown);
  value.dimension = range.low.value ? low_dimension : high_dimension;
  value.detail = static_cast<std::uint32_t>(reading.facts.ranges.size());
  reading.facts.ranges.push_back(range);
  return value;
}

}  // namespace

bool has_no_value(Node const& node) {
  return node.kind == NodeKind::scalar && !node.quoted &&
         (node.text.empty() || node.text == "~" || node.text == "null" || node.text == "Null" || node.text == "NULL");
}

void report_no_value(Node const& node, Slot const& slot, diag::Sink& sink) {
  sink.add(Kind::fact_without_value, node.span, "`" + slot.path + "` has no value",
           "write `unknown` for what was asked but is not known, or leave the key out for what was not asked");
}

std::optional<State> read_state(Node const& node, Slot const& slot, diag::Sink& sink) {
  if (node.kind != NodeKind::scalar) {
    return std::nullopt;
  }
  if (node.text == "unknown") {
    return State::unknown;
  }
  if (node.text != "not_applicable") {
    return std::nullopt;
  }
  if (!slot.info.may_be_not_applicable) {
    sink.add(Kind::fact_never_not_applicable, node.span, "`" + slot.path + "` is never `not_applicable`",
             "write its value, or `unknown` where it was asked but is not known");
    return State::unknown;
  }
  return State::not_applicable;
}

std::optional<eval::Value> read_value(Node const& node, Slot const& slot, Reading& reading) {
  if (auto const state = read_state(node, slot, reading.sink)) {
    return eval::Value::of(*state);
  }
  if (has_no_value(node)) {
    report_no_value(node, slot, reading.sink);
    return std::nullopt;
  }
  if (node.kind == NodeKind::mapping) {
    return read_range(node, slot, reading);
  }
  if (node.kind == NodeKind::sequence) {
    reading.sink.add(Kind::fact_wrong_form, node.span, "`" + slot.path + "` is one value, not a list",
                     "write the value without brackets, or `unknown`");
    return std::nullopt;
  }
  auto const known = read_known(node, slot, reading);
  if (known && known->offset) {
    return eval::Value::moment(known->number, *known->offset);
  }
  return known ? std::optional(eval::Value::known(known->number, known->dimension)) : std::nullopt;
}

}  // namespace hjemmel::facts
