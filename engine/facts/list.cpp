// Rows of lists, their keys and values, and amounts against what they are amounts of.
#include "engine/facts/list.h"

#include "engine/base/nearest_name.h"
#include "engine/facts/long_form.h"
#include "engine/facts/quantity.h"
#include "engine/facts/read_value.h"

namespace hjemmel::facts {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;
using eval::ListState;

constexpr std::string_view kListHelp =
    "write a list in brackets, `{at_least: […]}` where there may be more, or `unknown`";

struct CellPlace {
  std::uint32_t fact = 0;
  std::uint32_t row = 0;
  std::uint32_t field = 0;
};

Slot slot_of(ir::Field const& field, std::string const& row_path) {
  return {field.info, row_path + "." + field.info.name};
}

std::size_t find_field(ir::Record const& record, std::string_view name) {
  std::size_t at = 0;
  while (at < record.fields.size() && record.fields[at].info.name != name) {
    ++at;
  }
  return at;
}

void report_key(document::Entry const& entry, ir::Record const& record, std::string const& row_path, diag::Sink& sink) {
  std::vector<std::string> names;
  for (ir::Field const& field : record.fields) {
    names.push_back(field.info.name);
  }
  std::string const nearest = base::nearest_name(entry.key, names);
  sink.add(Kind::fact_unknown_key, entry.key_span, quote(entry.key) + " is not a key of `" + row_path + "`",
           nearest.empty() ? "the fact schema has " + one_of(names) + " here" : "did you mean `" + nearest + "`?");
}

// An assessment of one element, with who made it.
std::optional<eval::Value> read_judged(Node const& node, CellPlace const& place, Slot const& slot, Reading& reading) {
  auto form = read_long_form(node, slot, reading.sink);
  auto const value = form ? read_value(*form->value, slot, reading) : std::nullopt;
  if (!value) {
    return std::nullopt;
  }
  if (!may_judge(place.fact, place.field, slot, *form, reading) || became_known_later(*form, reading)) {
    return eval::Value{};
  }
  form->origin.fact = place.fact;
  form->origin.row = place.row;
  form->origin.field = place.field;
  reading.facts.origins.push_back(std::move(form->origin));
  return value;
}

std::optional<eval::Value> read_field(Node const& node, CellPlace const& place, ir::Field const& field,
                                      Slot const& slot, Reading& reading) {
  if (is_long_form(node) && field.assessment) {
    return read_judged(node, place, slot, reading);
  }
  if (is_long_form(node)) {
    reading.sink.add(Kind::fact_wrong_long_form, node.span,
                     "`" + slot.path + "` is part of a list and has no long form of its own",
                     "write `{value: […], by: …}` on the whole list");
    return std::nullopt;
  }
  return read_value(node, slot, reading);
}

// What `value`, an amount, must be measured in: nothing to compare with where the key is not known or has any unit.
std::optional<base::Dimension> expected_dimension(ir::Field const& field, eval::Value const& key,
                                                  ir::Program const& program) {
  if (!key.is_known()) {
    return std::nullopt;
  }
  ir::Enum const& enumeration = program.enums[field.info.type.enumeration.index];
  ir::EnumValue const& kind = enumeration.values[static_cast<std::size_t>(key.coefficient)];
  return kind.any_unit ? std::nullopt : kind.dimension;
}

// With its key unknown an amount is at least measured in what some value of the enumeration is measured in.
bool some_value_takes(ir::Field const& field, base::Dimension dimension, ir::Program const& program) {
  ir::Enum const& enumeration = program.enums[field.info.type.enumeration.index];
  for (ir::EnumValue const& kind : enumeration.values) {
    if (kind.any_unit || kind.dimension == dimension) {
      return true;
    }
  }
  return false;
}

// `cannabis`, or where the amount is sensitive no more than `its substance`.
std::string measured_thing(ir::Record const& record, ir::Field const& field, eval::Value const& key,
                           ir::Enum const& enumeration) {
  if (field.info.sensitivity != ir::Sensitivity::none) {
    return "its `" + record.fields[field.key_field].info.name + "`";
  }
  return "`" + enumeration.values[static_cast<std::size_t>(key.coefficient)].name + "`";
}

// The unit that the enumeration gives for the key: `cannabis in kg`.
std::string_view unit_of(eval::Value const& key, ir::Enum const& enumeration) {
  return key.is_known() ? std::string_view(enumeration.values[static_cast<std::size_t>(key.coefficient)].unit) : "";
}

// `field` is measured in something that its key is not, or where the key is not known, that no key is.
void report_dimension(Node const& node, ir::Record const& record, ir::Field const& field, eval::Value const& key,
                      std::string const& row_path, Reading& reading) {
  ir::Program const& program = reading.program;
  ir::Enum const& enumeration = program.enums[field.info.type.enumeration.index];
  Slot const slot = slot_of(field, row_path);
  auto const expected = expected_dimension(field, key, program);
  std::string const what = node.kind == NodeKind::scalar ? shown(slot, node.text) : "this range";
  if (!expected) {
    reading.sink.add(Kind::fact_wrong_dimension, node.span,
                     what + " for `" + slot.path + "` fits no value of `" + enumeration.name + "`",
                     "write the amount in a unit that one of them is measured in");
    return;
  }
  reading.sink.add(Kind::fact_wrong_dimension, node.span,
                   what + " for `" + slot.path + "` does not fit, for " +
                       measured_thing(record, field, key, enumeration) + " is measured as " +
                       dimension_words(*expected, program),
                   "write " + example_of(*expected, unit_of(key, enumeration), program));
}

// Amounts of one row against the keys of the same row; `row` holds one value a field.
bool check_amounts(Node const& node, ir::Record const& record, std::span<eval::Value const> row,
                   std::string const& row_path, Reading& reading) {
  bool good = true;
  for (std::size_t at = 0; at < record.fields.size(); ++at) {
    ir::Field const& field = record.fields[at];
    bool const measured = row[at].is_known() || row[at].detail != eval::kNoDetail;
    if (field.info.type.kind != ir::TypeKind::amount || field.key_field >= row.size() || !measured) {
      continue;
    }
    eval::Value const& key = row[field.key_field];
    auto const expected = expected_dimension(field, key, reading.program);
    bool const fits = expected ? row[at].dimension == *expected
                               : key.is_known() || some_value_takes(field, row[at].dimension, reading.program);
    if (!fits) {
      report_dimension(*node.find(field.info.name), record, field, key, row_path, reading);
      good = false;
    }
  }
  return good;
}

bool read_row(Node const& node, ir::Record const& record, std::string const& row_path, CellPlace place,
              std::span<eval::Value> row, Reading& reading) {
  if (node.kind != NodeKind::mapping) {
    reading.sink.add(Kind::fact_wrong_form, node.span, "`" + row_path + "` is not written as keys with values",
                     "write `{" + (record.fields.empty() ? std::string() : record.fields.front().info.name) +
                         ": …}`; `{at_least: […]}` around the list says that there may be more");
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : node.entries) {
    std::size_t const at = find_field(record, entry.key);
    if (at == record.fields.size()) {
      report_key(entry, record, row_path, reading.sink);
      good = false;
      continue;
    }
    place.field = static_cast<std::uint32_t>(at);
    auto const value = read_field(entry.value, place, record.fields[at], slot_of(record.fields[at], row_path), reading);
    good = good && value;
    row[at] = value.value_or(eval::Value{});
  }
  return good && check_amounts(node, record, row, row_path, reading);
}

std::optional<eval::ListFact> read_rows(Node const& node, std::uint32_t fact, ListState state, Reading& reading) {
  ir::Fact const& info = reading.program.facts[fact];
  ir::Record const& record = reading.program.records[info.info.type.record.index];
  if (node.items.size() > info.max_items) {
    reading.sink.add(Kind::fact_too_many_items, node.items[info.max_items].span,
                     "`" + info.info.name + "` has more than the " + std::to_string(info.max_items) +
                         " items that the fact schema allows",
                     "give the items of one case only");
    return std::nullopt;
  }
  eval::ListFact list{
      state, static_cast<std::uint32_t>(node.items.size()), static_cast<std::uint32_t>(record.fields.size()), {}};
  list.cells.resize(node.items.size() * record.fields.size());
  bool good = true;
  for (std::size_t at = 0; at < node.items.size(); ++at) {
    std::string const row_path = info.info.name + "[" + std::to_string(at + 1) + "]";
    std::span<eval::Value> const row(list.cells.data() + at * record.fields.size(), record.fields.size());
    CellPlace const place{fact, static_cast<std::uint32_t>(at), 0};
    good = read_row(node.items[at], record, row_path, place, row, reading) && good;
  }
  return good ? std::optional(std::move(list)) : std::nullopt;
}

eval::ListFact without_rows(ListState state, std::uint32_t fact, ir::Program const& program) {
  ir::Record const& record = program.records[program.facts[fact].info.type.record.index];
  return {state, 0, static_cast<std::uint32_t>(record.fields.size()), {}};
}

}  // namespace

std::optional<eval::ListFact> read_list(Node const& node, std::uint32_t fact, Reading& reading) {
  Slot const slot{reading.program.facts[fact].info, reading.program.facts[fact].info.name};
  if (auto const state = read_state(node, slot, reading.sink)) {
    return without_rows(*state == eval::State::unknown ? ListState::unknown : ListState::not_applicable, fact,
                        reading.program);
  }
  if (has_no_value(node)) {
    report_no_value(node, slot, reading.sink);
    return std::nullopt;
  }
  if (node.kind == NodeKind::sequence) {
    return read_rows(node, fact, ListState::complete, reading);
  }
  Node const* const least =
      node.kind == NodeKind::mapping && node.entries.size() == 1 ? node.find("at_least") : nullptr;
  if (least != nullptr && least->kind == NodeKind::sequence) {
    return read_rows(*least, fact, ListState::at_least, reading);
  }
  reading.sink.add(Kind::fact_wrong_form, node.span, "`" + slot.path + "` is a list", std::string(kListHelp));
  return std::nullopt;
}

}  // namespace hjemmel::facts
