// The shape of a fact schema: groups of facts, one level deep, and lists of records of facts.
#include "engine/schema/fact_schema.h"

#include "engine/base/decimal.h"
#include "engine/schema/fact_property.h"
#include "engine/schema/keyword.h"

namespace hjemmel::schema {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;

constexpr std::string_view kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::int64_t kMaxItems = 10'000;

std::string type_of(Node const& node) {
  Node const* const type = node.find("type");
  return type == nullptr ? std::string() : type->text;
}

bool expect_mapping(Node const& node, source::Span where, std::string_view what, diag::Sink& sink) {
  if (node.kind == NodeKind::mapping) {
    return true;
  }
  sink.add(diag::Kind::schema_bad_value, where, std::string(what) + " is described by a mapping",
           "write `type: …` and more under it");
  return false;
}

// `properties`, each with a name that rules can write. `additionalProperties`, where it stands, is false: facts are strict.
std::vector<Entry> const* read_properties(Node const& node, source::Span where, diag::Sink& sink) {
  Node const* const others = node.find("additionalProperties");
  if (others != nullptr && !others->is_plain("false")) {
    sink.add(diag::Kind::schema_bad_value, others->span,
             "a key that the schema does not have is always a fault in facts", "write `additionalProperties: false`");
  }
  Node const* const properties = node.find("properties");
  if (properties == nullptr || properties->kind != NodeKind::mapping || properties->entries.empty()) {
    sink.add(diag::Kind::schema_missing_keyword, where, "`properties` is missing",
             "write `properties:` and the facts under it");
    return nullptr;
  }
  for (Entry const& entry : properties->entries) {
    if (!is_name(entry.key)) {
      sink.add(diag::Kind::schema_bad_value, entry.key_span, "`" + entry.key + "` is no name that a rule can write",
               "a name is letters, digits and `_`, and starts with a letter");
    }
  }
  return &properties->entries;
}

std::uint32_t read_max_items(Node const& node, source::Span where, diag::Sink& sink) {
  Node const* const value = node.find("maxItems");
  if (value == nullptr) {
    sink.add(diag::Kind::schema_missing_keyword, where, "a list must say how long it can be", "write `maxItems: 100`");
    return 0;
  }
  base::ParsedDecimal const number = base::parse_decimal(value->text);
  std::int64_t const count = number.value.coefficient();
  if (number.fault != base::NumberFault::none || !number.value.is_integer() || count < 1 || count > kMaxItems) {
    sink.add(diag::Kind::schema_bad_value, value->span,
             "`maxItems` needs a whole number from 1 to " + std::to_string(kMaxItems));
    return 0;
  }
  return static_cast<std::uint32_t>(count);
}

void read_fields(std::string const& path, Node const& records, Property& list, diag::Sink& sink) {
  check_keywords(records, Place::record, sink);
  auto const* const entries = read_properties(records, records.span, sink);
  if (entries == nullptr) {
    return;
  }
  for (Entry const& entry : *entries) {
    std::string const type = type_of(entry.value);
    if (type == "array" || type == "object") {
      sink.add(diag::Kind::schema_nested_list, entry.key_span,
               "a list's records hold single values, no lists and no groups",
               "make `" + entry.key + "` a list of its own beside this one");
    } else if (expect_mapping(entry.value, entry.key_span, "a field", sink)) {
      list.fields.push_back(read_fact(path + "." + entry.key, entry, true, sink));
    }
  }
  check_amounts(list.fields, sink);
}

Property read_list(std::string const& path, Entry const& entry, diag::Sink& sink) {
  Property list;
  list.type = SchemaType::list;
  list.info.name = path;
  list.span = entry.key_span;
  check_keywords(entry.value, Place::list, sink);
  read_common(entry.value, list, sink);
  list.max_items = read_max_items(entry.value, entry.key_span, sink);
  Node const* const items = entry.value.find("items");
  if (items == nullptr || items->kind != NodeKind::mapping) {
    sink.add(diag::Kind::schema_missing_keyword, entry.key_span, "a list must say what its records hold",
             "write `items:` with `type: object` and `properties:` under it");
  } else if (type_of(*items) == "array") {
    sink.add(diag::Kind::schema_nested_list, items->span, "a list of lists is not possible", "use a list of records");
  } else if (type_of(*items) != "object") {
    sink.add(diag::Kind::schema_bad_value, items->span, "a list holds records",
             "write `type: object` and `properties:` under `items:`");
  } else {
    read_fields(path, *items, list, sink);
  }
  return list;
}

// A list or a single fact: of the schema itself where `group` is empty, else of that group.
void read_member(std::string const& group, Entry const& entry, FactSchema& schema, diag::Sink& sink) {
  std::string const path = group.empty() ? entry.key : group + "." + entry.key;
  if (!expect_mapping(entry.value, entry.key_span, "`" + path + "`", sink)) {
    return;
  }
  std::string const type = type_of(entry.value);
  if (type == "array") {
    schema.properties.push_back(read_list(path, entry, sink));
  } else if (type == "object") {
    sink.add(diag::Kind::schema_bad_value, entry.key_span, "a group inside a group is not possible",
             "write its facts into `" + group + "`, or make a list of it");
  } else {
    schema.properties.push_back(read_fact(path, entry, false, sink));
  }
}

void read_group(Entry const& group, FactSchema& schema, diag::Sink& sink) {
  check_keywords(group.value, Place::group, sink);
  if (group.value.find("x-label") != nullptr) {
    schema.groups.push_back({group.key, read_label(group.value, "x-label", sink), {}, {}});
  }
  auto const* const entries = read_properties(group.value, group.key_span, sink);
  if (entries == nullptr) {
    return;
  }
  for (Entry const& entry : *entries) {
    read_member(group.key, entry, schema, sink);
  }
}

void read_head(Node const& root, FactSchema& schema, diag::Sink& sink) {
  check_keywords(root, Place::root, sink);
  Node const* const dialect = root.find("$schema");
  if (dialect != nullptr && dialect->text != kDialect) {
    sink.add(diag::Kind::schema_bad_value, dialect->span, "this is another dialect of JSON Schema",
             "write `" + std::string(kDialect) + "`");
  }
  Node const* const id = root.find("$id");
  if (id == nullptr || id->text.empty()) {
    sink.add(diag::Kind::schema_missing_keyword, root.span, "`$id` is missing",
             "write the schema's name, such as `$id: no/narcotics_case`");
  } else {
    schema.id = id->text;
    schema.id_span = id->span;
  }
  if (type_of(root) != "object") {
    sink.add(diag::Kind::schema_bad_value, root.span, "the facts of a case are an object", "write `type: object`");
  }
}

void require_both(Node const& label, diag::Sink& sink) {
  if (label.kind == NodeKind::mapping && (label.find("nb") == nullptr || label.find("en") == nullptr)) {
    sink.add(diag::Kind::schema_bad_value, label.span, "a label says it in both languages",
             "write `{nb: …, en: …}`; one of them is enough in a schema that is not under `no/`");
  }
}

// The labels of a schema of Norwegian law are read in both languages; elsewhere one is enough.
void require_both_languages(Node const& root, diag::Sink& sink) {
  std::vector<Node const*> open{&root};
  while (!open.empty()) {
    Node const& node = *open.back();
    open.pop_back();
    for (Entry const& entry : node.entries) {
      if (entry.key == "x-label" || entry.key == "x-if-true" || entry.key == "x-if-false") {
        require_both(entry.value, sink);
      } else if (entry.key == "x-labels") {
        for (Entry const& value : entry.value.entries) {
          require_both(value.value, sink);
        }
      } else {
        open.push_back(&entry.value);
      }
    }
  }
}

}  // namespace

std::optional<FactSchema> read_fact_schema(Node const& root, diag::Sink& sink) {
  std::size_t const before = sink.errors();
  FactSchema schema;
  if (!expect_mapping(root, root.span, "a fact schema", sink)) {
    return std::nullopt;
  }
  read_head(root, schema, sink);
  if (auto const* const entries = read_properties(root, root.span, sink)) {
    for (Entry const& entry : *entries) {
      type_of(entry.value) == "object" ? read_group(entry, schema, sink) : read_member("", entry, schema, sink);
    }
  }
  if (schema.id.starts_with("no/")) {
    require_both_languages(root, sink);
  }
  check_amounts(schema.properties, sink);
  check_enumerations(schema.properties, sink);
  return sink.errors() == before ? std::optional(std::move(schema)) : std::nullopt;
}

}  // namespace hjemmel::schema
