// A value is held against a schema keyword by keyword. Alternatives (oneOf, anyOf) are tried apart, each with faults of its own; when
// none fits, the faults of the nearest one are told. The walk is as deep as the value's document, times the references in a row.
#include "engine/schema/validate.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/nearest_name.h"
#include "engine/base/utf8.h"
#include "engine/schema/validation_schema.h"

namespace hjemmel::schema {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;
using Faults = std::vector<diag::Diagnostic>;

constexpr int kMaxReferences = 16;  // in a row, without a step down in the value

bool is_numeric(Node const& node) {
  base::NumberFault const fault = base::parse_decimal(node.text).fault;
  return fault == base::NumberFault::none || fault == base::NumberFault::too_many_digits ||
         fault == base::NumberFault::exponent;
}

std::string_view type_of(Node const& node) {
  if (node.kind != NodeKind::scalar) {
    return node.kind == NodeKind::mapping ? "object" : "array";
  }
  if (node.quoted) {
    return "string";
  }
  if (node.text == "true" || node.text == "false") {
    return "boolean";
  }
  if (node.text.empty() || node.text == "null" || node.text == "~") {
    return "null";
  }
  if (!is_numeric(node)) {
    return "string";
  }
  base::ParsedDecimal const number = base::parse_decimal(node.text);
  return number.fault == base::NumberFault::none && number.value.is_integer() ? "integer" : "number";
}

std::string_view words_for(std::string_view type) {
  if (type == "object")
    return "a mapping";
  if (type == "array")
    return "a list";
  if (type == "string")
    return "a text";
  if (type == "integer")
    return "a whole number";
  if (type == "number")
    return "a number";
  if (type == "boolean")
    return "true or false";
  return "empty";
}

bool has_type(Node const& value, std::string_view wanted) {
  std::string_view const type = type_of(value);
  return type == wanted || (wanted == "number" && type == "integer");
}

bool same(Node const& a, Node const& b) {
  if (type_of(a) != type_of(b)) {
    return false;
  }
  if (a.kind == NodeKind::scalar) {
    bool const numbers = !a.quoted && is_numeric(a);
    return numbers ? base::parse_decimal(a.text).value == base::parse_decimal(b.text).value
                   : a.text == b.text || type_of(a) == "null";
  }
  bool const items = std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
  return items && a.entries.size() == b.entries.size() &&
         std::all_of(a.entries.begin(), a.entries.end(), [&](Entry const& entry) {
           Node const* const other = b.find(entry.key);
           return other != nullptr && same(entry.value, *other);
         });
}

void add(Faults& faults, source::Span span, std::string message, std::string help = {}) {
  faults.push_back({diag::Kind::schema_violation, span, std::move(message), std::move(help), {}});
}

std::size_t count_of(Node const& node) {
  return static_cast<std::size_t>(base::parse_decimal(node.text).value.coefficient());
}

class Validation {
 public:
  explicit Validation(Node const& root) : root_(&root) {}

  void check(Node const& value, Node const& schema, int references, Faults& faults) const;

 private:
  void check_type(Node const& value, Node const& wanted, Faults& faults) const;
  void check_object(Node const& value, Node const& schema, Faults& faults) const;
  void check_array(Node const& value, Node const& schema, Faults& faults) const;
  void check_scalar(Node const& value, Node const& schema, Faults& faults) const;
  void check_values(Node const& value, Node const& schema, Faults& faults) const;
  void check_alternatives(Node const& value, Node const& schema, int references, Faults& faults) const;
  void check_any(Node const& value, Node const& list, bool only_one, int references, Faults& faults) const;

  Node const* root_;
};

void Validation::check_type(Node const& value, Node const& wanted, Faults& faults) const {
  bool const one = wanted.kind == NodeKind::scalar;
  bool const fits = one ? has_type(value, wanted.text)
                        : std::any_of(wanted.items.begin(), wanted.items.end(),
                                      [&](Node const& w) { return has_type(value, w.text); });
  if (fits) {
    return;
  }
  std::string const needed(words_for(one ? wanted.text : wanted.items.front().text));
  bool const quote = needed == "a text" && value.kind == NodeKind::scalar;
  add(faults, value.span, needed + " is needed here, and this is " + std::string(words_for(type_of(value))),
      quote ? "put it in quotes" : "");
}

void Validation::check_object(Node const& value, Node const& schema, Faults& faults) const {
  if (Node const* const required = schema.find("required")) {
    for (Node const& key : required->items) {
      if (value.find(key.text) == nullptr) {
        add(faults, value.span, "`" + key.text + "` is missing", "write it");
      }
    }
  }
  Node const* const properties = schema.find("properties");
  Node const* const others = schema.find("additionalProperties");
  std::vector<std::string> names;
  for (std::size_t i = 0; properties != nullptr && i < properties->entries.size(); ++i) {
    names.push_back(properties->entries[i].key);
  }
  for (Entry const& entry : value.entries) {
    Node const* const known = properties == nullptr ? nullptr : properties->find(entry.key);
    if (known != nullptr) {
      check(entry.value, *known, 0, faults);
    } else if (others != nullptr && others->kind == NodeKind::mapping) {
      check(entry.value, *others, 0, faults);
    } else if (others != nullptr && others->is_plain("false")) {
      std::string const nearest = base::nearest_name(entry.key, names);
      add(faults, entry.key_span, "`" + entry.key + "` is no key here",
          nearest.empty() ? "take it out" : "did you mean `" + nearest + "`");
    }
  }
}

void Validation::check_array(Node const& value, Node const& schema, Faults& faults) const {
  Node const* const least = schema.find("minItems");
  Node const* const most = schema.find("maxItems");
  if (least != nullptr && value.items.size() < count_of(*least)) {
    add(faults, value.span, "the list has fewer than " + least->text + " items");
  }
  if (most != nullptr && value.items.size() > count_of(*most)) {
    add(faults, value.span, "the list has more than " + most->text + " items");
  }
  Node const* const unique = schema.find("uniqueItems");
  for (std::size_t i = 0; unique != nullptr && unique->is_plain("true") && i < value.items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (same(value.items[i], value.items[j])) {
        add(faults, value.items[i].span, "the same item stands twice in the list", "keep one of them");
        break;
      }
    }
  }
  if (Node const* const items = schema.find("items")) {
    for (Node const& item : value.items) {
      check(item, *items, 0, faults);
    }
  }
}

void Validation::check_scalar(Node const& value, Node const& schema, Faults& faults) const {
  std::string_view const type = type_of(value);
  bool const number = type == "integer" || type == "number";
  base::ParsedDecimal const parsed = base::parse_decimal(value.text);
  for (bool const least : {true, false}) {
    Node const* const length = schema.find(least ? "minLength" : "maxLength");
    Node const* const bound = schema.find(least ? "minimum" : "maximum");
    std::string const than = least ? "less than " : "more than ";
    if (length != nullptr && type == "string") {
      std::size_t const letters = base::count_code_points(value.text);
      if (least ? letters < count_of(*length) : letters > count_of(*length)) {
        add(faults, value.span, "the text has " + than + length->text + " characters");
      }
    }
    if (bound != nullptr && number) {
      base::Decimal const limit = base::parse_decimal(bound->text).value;
      if (parsed.fault != base::NumberFault::none || (least ? parsed.value < limit : parsed.value > limit)) {
        add(faults, value.span, "the number is " + than + bound->text + ", or written with too many digits");
      }
    }
  }
}

void Validation::check_values(Node const& value, Node const& schema, Faults& faults) const {
  Node const* const one = schema.find("const");
  if (one != nullptr && !same(value, *one)) {
    add(faults, value.span,
        one->kind == NodeKind::scalar ? "this must be `" + one->text + "`" : "this must be another value");
  }
  Node const* const list = schema.find("enum");
  if (list == nullptr ||
      std::any_of(list->items.begin(), list->items.end(), [&](Node const& item) { return same(value, item); })) {
    return;
  }
  std::vector<std::string> names;
  std::string all;
  for (Node const& item : list->items) {
    names.push_back(item.text);
    all += (all.empty() ? "" : ", ") + item.text;
  }
  std::string const nearest = base::nearest_name(value.text, names);
  add(faults, value.span, "`" + value.text + "` is none of the values that can stand here",
      nearest.empty() ? "write one of " + all : "did you mean `" + nearest + "`");
}

void Validation::check_any(Node const& value, Node const& list, bool only_one, int references, Faults& faults) const {
  std::size_t fitting = 0;
  Faults nearest;
  for (Node const& alternative : list.items) {
    Faults own;
    check(value, alternative, references, own);
    fitting += own.empty() ? 1 : 0;
    if (!own.empty() && (nearest.empty() || own.size() < nearest.size())) {
      nearest = std::move(own);
    }
  }
  if (fitting == 0) {
    faults.insert(faults.end(), nearest.begin(), nearest.end());
  } else if (only_one && fitting > 1) {
    add(faults, value.span,
        "this fits " + std::to_string(fitting) + " alternatives of the schema, of which only one may hold");
  }
}

void Validation::check_alternatives(Node const& value, Node const& schema, int references, Faults& faults) const {
  if (Node const* const one = schema.find("oneOf")) {
    check_any(value, *one, true, references, faults);
  }
  if (Node const* const any = schema.find("anyOf")) {
    check_any(value, *any, false, references, faults);
  }
  if (Node const* const all = schema.find("allOf")) {
    for (Node const& part : all->items) {
      check(value, part, references, faults);
    }
  }
}

void Validation::check(Node const& value, Node const& schema, int references, Faults& faults) const {
  if (references > kMaxReferences) {
    faults.push_back(
        {diag::Kind::schema_bad_value, schema.span, "the references of the schema go in a circle", "let one end", {}});
    return;
  }
  if (Node const* const reference = schema.find("$ref")) {
    check(value, *resolve(*root_, reference->text), references + 1, faults);
  }
  Node const* const type = schema.find("type");
  std::size_t const before = faults.size();
  if (type != nullptr) {
    check_type(value, *type, faults);
  }
  if (faults.size() > before) {
    return;  // what else is wrong with a value of another type says nothing
  }
  check_values(value, schema, faults);
  check_alternatives(value, schema, references + 1, faults);
  if (value.kind == NodeKind::mapping) {
    check_object(value, schema, faults);
  } else if (value.kind == NodeKind::sequence) {
    check_array(value, schema, faults);
  } else {
    check_scalar(value, schema, faults);
  }
}

}  // namespace

bool validate(Node const& value, Node const& schema, diag::Sink& sink) {
  if (!check_validation_schema(schema, sink)) {
    return false;
  }
  Faults faults;
  Validation(schema).check(value, schema, 0, faults);
  for (diag::Diagnostic& fault : faults) {
    sink.add(std::move(fault));
  }
  return faults.empty();
}

}  // namespace hjemmel::schema
