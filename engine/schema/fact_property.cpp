// What a fact is follows from `type` and, for a string, from exactly one of the keywords in kStringKinds.
#include "engine/schema/fact_property.h"

#include <algorithm>
#include <array>

#include "engine/base/nearest_name.h"
#include "engine/schema/keyword.h"

namespace hjemmel::schema {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;

constexpr std::array<std::string_view, 5> kStringKinds{"enum", "format", "x-type", "x-unit", "x-amount-of"};

// Words that facts use for a state, or that YAML and JSON read as something else.
bool is_taken(std::string_view word) {
  constexpr std::array<std::string_view, 5> kTaken{"true", "false", "null", "unknown", "not_applicable"};
  return std::find(kTaken.begin(), kTaken.end(), word) != kTaken.end();
}

void misplaced(Entry const& entry, std::string_view where, diag::Sink& sink) {
  sink.add(diag::Kind::schema_misplaced_keyword, entry.key_span,
           "`" + entry.key + "` means nothing for " + std::string(where), "take it out");
}

// Those of `keywords` that stand in `node` have no business there.
template <std::size_t N>
void refuse(Node const& node, std::array<std::string_view, N> const& keywords, std::string_view where,
            diag::Sink& sink) {
  for (std::string_view const keyword : keywords) {
    if (Entry const* const entry = find_entry(node, keyword)) {
      misplaced(*entry, where, sink);
    }
  }
}

bool read_enum_value(Node const& item, Property& property, diag::Sink& sink) {
  bool const known = std::find(property.values.begin(), property.values.end(), item.text) != property.values.end();
  if (item.kind != NodeKind::scalar || !is_name(item.text)) {
    sink.add(diag::Kind::schema_bad_value, item.span, "a value of an enumeration is a name, and this is none",
             "a name is letters, digits and `_`, and starts with a letter");
  } else if (is_taken(item.text)) {
    sink.add(diag::Kind::schema_bad_value, item.span, "`" + item.text + "` cannot be a value of an enumeration",
             "take another name; the word has a meaning of its own in facts");
  } else if (known) {
    sink.add(diag::Kind::schema_clash, item.span, "`" + item.text + "` stands twice in `enum`", "keep one of them");
  } else {
    property.values.push_back(item.text);
    return true;
  }
  return false;
}

void read_value_labels(Node const& node, Property& property, diag::Sink& sink) {
  property.value_labels.resize(property.values.size());
  Node const* const labels = node.find("x-labels");
  if (labels == nullptr) {
    return;
  }
  for (Entry const& entry : labels->entries) {
    auto const value = std::find(property.values.begin(), property.values.end(), entry.key);
    if (value == property.values.end()) {
      std::string const nearest = base::nearest_name(entry.key, property.values);
      sink.add(diag::Kind::schema_bad_value, entry.key_span, "`" + entry.key + "` is none of the values of `enum`",
               nearest.empty() ? "take the label out" : "did you mean `" + nearest + "`");
    } else {
      property.value_labels[static_cast<std::size_t>(value - property.values.begin())] = label_of(entry.value, sink);
    }
  }
  for (std::size_t i = 0; i < property.values.size(); ++i) {
    if (labels->find(property.values[i]) == nullptr) {
      sink.add(diag::Kind::schema_missing_keyword, labels->span, "`" + property.values[i] + "` has no label",
               "write a label for each value, or leave `x-labels` out");
    }
  }
}

void read_enumeration(std::string const& path, Node const& node, Property& property, diag::Sink& sink) {
  property.type = SchemaType::enumeration;
  property.enumeration = path;
  property.ordered = read_flag(node, "x-ordered", sink);
  Node const* const name = node.find("x-enum");
  if (name != nullptr && (name->kind != NodeKind::scalar || !is_name(name->text))) {
    sink.add(diag::Kind::schema_bad_value, name->span, "`x-enum` needs the name of an enumeration",
             "write `x-enum: Substance`");
  } else if (name != nullptr) {
    property.enumeration = name->text;
  }
  Node const& values = *node.find("enum");
  if (values.kind != NodeKind::sequence || values.items.empty()) {
    sink.add(diag::Kind::schema_bad_value, values.span, "`enum` needs a list of values",
             "write `enum: [use, acquisition]`");
    return;
  }
  for (Node const& item : values.items) {
    read_enum_value(item, property, sink);
  }
  read_value_labels(node, property, sink);
}

// The one keyword that says what a string is; empty, with a fault, when there is none or more than one.
std::string_view string_kind(Node const& node, source::Span where, diag::Sink& sink) {
  std::string_view kind;
  for (std::string_view const keyword : kStringKinds) {
    Entry const* const entry = find_entry(node, keyword);
    if (entry != nullptr && !kind.empty()) {
      sink.add(diag::Kind::schema_clash, entry->key_span,
               "`" + entry->key + "` and `" + std::string(kind) + "` exclude each other",
               "a fact is one thing; keep one of them");
      return {};
    }
    kind = entry != nullptr ? keyword : kind;
  }
  if (kind.empty()) {
    sink.add(diag::Kind::schema_missing_keyword, where, "a string must say what it is",
             "add `enum`, `format: date`, `format: date-time`, `x-unit`, `x-amount-of`, `x-type: decimal` or `x-type: "
             "text`");
  }
  return kind;
}

void read_word_kind(Node const& node, std::string_view kind, Property& property, diag::Sink& sink) {
  std::string const word = read_word(node, kind, sink).value_or("");
  source::Span const span = node.find(kind)->span;
  if (kind == "format") {
    property.type = word == "date-time" ? SchemaType::moment : SchemaType::date;
    if (word != "date" && word != "date-time") {
      sink.add(diag::Kind::schema_bad_value, span, "`" + word + "` is no format of a fact schema",
               "the formats are `date` and `date-time`");
    }
  } else if (kind == "x-type") {
    property.type = word == "decimal" ? SchemaType::decimal : SchemaType::text;
    if (word != "decimal" && word != "text") {
      sink.add(diag::Kind::schema_bad_value, span, "`" + word + "` is no type of a string",
               "write `x-type: decimal` or `x-type: text`");
    }
  } else if (kind == "x-unit") {
    property.type = SchemaType::quantity;
    property.unit = word;
    property.unit_span = span;
  } else {
    property.type = SchemaType::amount;
    property.amount_of = word;
  }
}

void read_string(std::string const& path, Entry const& entry, Property& property, diag::Sink& sink) {
  constexpr std::array<std::string_view, 3> kOfEnum{"x-enum", "x-ordered", "x-labels"};
  std::string_view const kind = string_kind(entry.value, entry.key_span, sink);
  if (kind == "enum") {
    read_enumeration(path, entry.value, property, sink);
    return;
  }
  if (!kind.empty()) {
    read_word_kind(entry.value, kind, property, sink);
    refuse(entry.value, kOfEnum, "what is no enumeration", sink);
  }
}

void read_assessment(Node const& node, Property& property, diag::Sink& sink) {
  Entry const* const entry = find_entry(node, "x-assessment");
  if (entry == nullptr) {
    return;
  }
  property.assessment = true;
  property.judged_by = read_names(entry->value, "by", sink);
  property.factors = read_names(entry->value, "weighing", sink);
  for (Entry const& part : entry->value.entries) {
    if (part.key != "by" && part.key != "weighing") {
      sink.add(diag::Kind::schema_unknown_keyword, part.key_span, "`" + part.key + "` is no part of an assessment",
               "its parts are `by` and `weighing`");
    }
  }
  if (entry->value.find("by") == nullptr) {
    sink.add(diag::Kind::schema_missing_keyword, entry->value.span, "an assessment must say who judges",
             "write `x-assessment: {by: [prosecutor, court]}`");
  }
}

void read_sensitivity(Node const& node, Property& property, diag::Sink& sink) {
  constexpr std::array<std::string_view, 4> kNames{"none", "personal", "health", "criminal"};
  auto const word = read_word(node, "x-sensitivity", sink);
  if (!word) {
    return;
  }
  auto const at = std::find(kNames.begin(), kNames.end(), *word);
  if (at == kNames.end()) {
    sink.add(diag::Kind::schema_bad_value, node.find("x-sensitivity")->span, "`" + *word + "` is no sensitivity",
             "write none, personal, health or criminal");
    return;
  }
  property.info.sensitivity = static_cast<ir::Sensitivity>(at - kNames.begin());
}

// In the way that facts are counted: a whole number, without quotes.
void read_cost(Node const& node, Property& property, diag::Sink& sink) {
  Node const* const value = node.find("x-cost");
  if (value == nullptr) {
    return;
  }
  base::ParsedDecimal const number = base::parse_decimal(value->text);
  bool const whole = value->kind == NodeKind::scalar && !value->quoted && number.fault == base::NumberFault::none &&
                     number.value.is_integer();
  if (!whole || number.value < base::Decimal::of(1) || number.value > base::Decimal::of(ir::kMostCost)) {
    sink.add(diag::Kind::schema_bad_value, value->span,
             "`x-cost` needs a whole number from 1 to " + std::to_string(ir::kMostCost),
             "1 is what is found out at once, " + std::to_string(ir::kMostCost) + " what takes the most");
    return;
  }
  property.info.cost = static_cast<std::uint8_t>(number.value.coefficient());
}

}  // namespace

void read_common(Node const& node, Property& property, diag::Sink& sink) {
  property.info.label = read_label(node, "x-label", sink);
  property.info.may_be_not_applicable = read_flag(node, "x-not-applicable", sink);
  property.info.fixed = read_flag(node, "x-fixed", sink);
  property.info.from = read_names(node, "x-from", sink);
  read_sensitivity(node, property, sink);
  read_cost(node, property, sink);
}

Property read_fact(std::string const& path, Entry const& entry, bool in_list, diag::Sink& sink) {
  constexpr std::array<std::string_view, 8> kOfString{"enum",        "format", "x-type",    "x-unit",
                                                      "x-amount-of", "x-enum", "x-ordered", "x-labels"};
  Node const& node = entry.value;
  Property property;
  property.info.name = in_list ? entry.key : path;
  property.span = entry.key_span;
  check_keywords(node, Place::fact, sink);
  read_common(node, property, sink);
  read_assessment(node, property, sink);
  std::string const type = read_type(node, entry.key_span, sink);
  if (type == "boolean" || type == "integer") {
    property.type = type == "boolean" ? SchemaType::boolean : SchemaType::integer;
    refuse(node, kOfString, "type " + type, sink);
  } else if (type == "string") {
    read_string(path, entry, property, sink);
  } else if (type == "number") {
    sink.add(diag::Kind::schema_bad_value, node.find("type")->span, "a number may lose digits on its way",
             "write `type: string` with `x-type: decimal`, or with `x-unit`");
  } else if (!type.empty()) {
    sink.add(diag::Kind::schema_bad_value, node.find("type")->span, "`" + type + "` is no type of a fact",
             "write boolean, integer or string");
  }
  if (type != "boolean") {
    refuse(node, std::array<std::string_view, 2>{"x-if-true", "x-if-false"}, "type " + type, sink);
  }
  property.info.if_true = read_label(node, "x-if-true", sink);
  property.info.if_false = read_label(node, "x-if-false", sink);
  read_bounds(node, property, sink);
  read_default(node, property, sink);
  return property;
}

void check_amounts(std::span<Property const> siblings, diag::Sink& sink) {
  for (Property const& property : siblings) {
    if (property.type != SchemaType::amount) {
      continue;
    }
    std::string const& name = property.info.name;
    std::string const path = name.substr(0, name.rfind('.') + 1) + property.amount_of;
    auto const sibling =
        std::find_if(siblings.begin(), siblings.end(), [&](Property const& p) { return p.info.name == path; });
    if (sibling == siblings.end() || sibling->type != SchemaType::enumeration) {
      sink.add(diag::Kind::schema_bad_value, property.span,
               "`" + property.amount_of + "` is no enumeration beside `" + name + "`",
               "`x-amount-of` names the property that says of what the amount is");
    } else if (sibling->info.default_value) {
      sink.add(diag::Kind::schema_clash, sibling->span,
               "`" + sibling->info.name + "` says of what an amount is, and has a default",
               "take the default out: what was not told cannot be given a unit");
    }
  }
}

void check_enumerations(std::span<Property const> properties, diag::Sink& sink) {
  std::vector<Property const*> seen;
  auto const check = [&](Property const& property) {
    if (property.type != SchemaType::enumeration) {
      return;
    }
    auto const first = std::find_if(seen.begin(), seen.end(),
                                    [&](Property const* p) { return p->enumeration == property.enumeration; });
    if (first == seen.end()) {
      seen.push_back(&property);
    } else if ((*first)->values != property.values || (*first)->ordered != property.ordered) {
      sink.add({diag::Kind::schema_clash,
                property.span,
                "`" + property.enumeration + "` does not list the same values everywhere",
                "list the same values in the same order, or give it another name",
                {{(*first)->span, "the first one is here"}}});
    }
  };
  for (Property const& property : properties) {
    check(property);
    for (Property const& field : property.fields) {
      check(field);
    }
  }
}

}  // namespace hjemmel::schema
