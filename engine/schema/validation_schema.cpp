// Each keyword has a form; the forms that hold schemas say where to walk on. The walk is as deep as the schema's document.
#include "engine/schema/validation_schema.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/nearest_name.h"

namespace hjemmel::schema {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;

enum class Form {
  note,
  schema,
  schema_or_boolean,
  schemas,
  named_schemas,
  types,
  names,
  values,
  value,
  count,
  number,
  flag,
  reference
};

struct Keyword {
  std::string_view name;
  Form form;
};

constexpr std::array kKeywords{
    Keyword{"$schema", Form::note},
    Keyword{"$id", Form::note},
    Keyword{"$comment", Form::note},
    Keyword{"title", Form::note},
    Keyword{"description", Form::note},
    Keyword{"$ref", Form::reference},
    Keyword{"$defs", Form::named_schemas},
    Keyword{"type", Form::types},
    Keyword{"properties", Form::named_schemas},
    Keyword{"required", Form::names},
    Keyword{"additionalProperties", Form::schema_or_boolean},
    Keyword{"items", Form::schema},
    Keyword{"enum", Form::values},
    Keyword{"const", Form::value},
    Keyword{"minimum", Form::number},
    Keyword{"maximum", Form::number},
    Keyword{"minItems", Form::count},
    Keyword{"maxItems", Form::count},
    Keyword{"minLength", Form::count},
    Keyword{"maxLength", Form::count},
    Keyword{"uniqueItems", Form::flag},
    Keyword{"oneOf", Form::schemas},
    Keyword{"anyOf", Form::schemas},
    Keyword{"allOf", Form::schemas},
};

constexpr std::array<std::string_view, 7> kTypes{"object", "array", "string", "integer", "number", "boolean", "null"};

bool is_count(Node const& node) {
  base::ParsedDecimal const number = base::parse_decimal(node.text);
  return !node.quoted && number.fault == base::NumberFault::none && number.value.is_integer() &&
         number.value.coefficient() >= 0;
}

bool is_number(Node const& node) {
  return !node.quoted && base::parse_decimal(node.text).fault == base::NumberFault::none;
}

bool is_type(Node const& node) {
  return node.kind == NodeKind::scalar && std::find(kTypes.begin(), kTypes.end(), node.text) != kTypes.end();
}

bool is_list_of(Node const& node, bool (*wanted)(Node const&)) {
  return node.kind == NodeKind::sequence && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(), wanted);
}

bool is_text(Node const& node) { return node.kind == NodeKind::scalar && !node.text.empty(); }

bool is_flag(Node const& node) { return node.is_plain("true") || node.is_plain("false"); }

// What a keyword of this form needs; empty when `node` has it.
std::string_view fault_of(Form form, Node const& node, Node const& root) {
  switch (form) {
    case Form::note:
      return node.kind == NodeKind::scalar ? "" : "a text";
    case Form::schema:
      return node.kind == NodeKind::mapping ? "" : "a schema";
    case Form::schema_or_boolean:
      return node.kind == NodeKind::mapping || is_flag(node) ? "" : "true, false or a schema";
    case Form::schemas:
      return node.kind == NodeKind::sequence && !node.items.empty() ? "" : "a list of schemas";
    case Form::named_schemas:
      return node.kind == NodeKind::mapping ? "" : "names, each with a schema";
    case Form::types:
      return is_type(node) || is_list_of(node, is_type)
                 ? ""
                 : "one of object, array, string, integer, number, boolean, null";
    case Form::names:
      return is_list_of(node, is_text) ? "" : "a list of keys";
    case Form::values:
      return node.kind == NodeKind::sequence && !node.items.empty() ? "" : "a list of values";
    case Form::value:
      return "";
    case Form::count:
      return is_count(node) ? "" : "a whole number from 0";
    case Form::number:
      return is_number(node) ? "" : "a number";
    case Form::flag:
      return is_flag(node) ? "" : "true or false";
    case Form::reference:
      return resolve(root, node.text) != nullptr ? "" : "`#` or `#/$defs/` and a name that stands there";
  }
  return "";
}

class Walk {
 public:
  Walk(Node const& root, diag::Sink& sink) : root_(&root), sink_(&sink) {}

  void schema(Node const& node);

 private:
  void keyword(Entry const& entry);
  void inner(Form form, Node const& node);

  Node const* root_;
  diag::Sink* sink_;
};

void Walk::inner(Form form, Node const& node) {
  if (form == Form::named_schemas) {
    for (Entry const& entry : node.entries) {
      schema(entry.value);
    }
  } else if (form == Form::schemas) {
    for (Node const& item : node.items) {
      schema(item);
    }
  } else if (form == Form::schema || (form == Form::schema_or_boolean && node.kind == NodeKind::mapping)) {
    schema(node);
  }
}

void Walk::keyword(Entry const& entry) {
  auto const known =
      std::find_if(kKeywords.begin(), kKeywords.end(), [&](Keyword const& k) { return k.name == entry.key; });
  if (known == kKeywords.end()) {
    std::vector<std::string> names;
    for (Keyword const& keyword : kKeywords) {
      names.emplace_back(keyword.name);
    }
    std::string const nearest = base::nearest_name(entry.key, names);
    sink_->add(diag::Kind::schema_unknown_keyword, entry.key_span,
               "`" + entry.key + "` is no keyword that is checked here",
               nearest.empty() ? "schemas/README.md lists the keywords" : "did you mean `" + nearest + "`");
    return;
  }
  std::string_view const wanted = fault_of(known->form, entry.value, *root_);
  if (!wanted.empty()) {
    sink_->add(diag::Kind::schema_bad_value, entry.value.span, "`" + entry.key + "` needs " + std::string(wanted));
    return;
  }
  inner(known->form, entry.value);
}

void Walk::schema(Node const& node) {
  if (node.kind != NodeKind::mapping) {
    sink_->add(diag::Kind::schema_bad_value, node.span, "a schema is a mapping",
               "write `{}` for one that takes everything");
    return;
  }
  for (Entry const& entry : node.entries) {
    keyword(entry);
  }
}

}  // namespace

bool check_validation_schema(Node const& root, diag::Sink& sink) {
  std::size_t const before = sink.errors();
  Walk(root, sink).schema(root);
  return sink.errors() == before;
}

Node const* resolve(Node const& root, std::string_view reference) {
  constexpr std::string_view kDefs = "#/$defs/";
  if (reference == "#") {
    return &root;
  }
  Node const* const defs = root.find("$defs");
  return defs != nullptr && reference.starts_with(kDefs) ? defs->find(reference.substr(kDefs.size())) : nullptr;
}

}  // namespace hjemmel::schema
