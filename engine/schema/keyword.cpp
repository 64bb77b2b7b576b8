// One table of keywords, and a few plain readers.
#include "engine/schema/keyword.h"

#include <algorithm>
#include <array>

#include "engine/base/nearest_name.h"
#include "engine/base/utf8.h"

namespace hjemmel::schema {
namespace {

constexpr unsigned kRoot = static_cast<unsigned>(Place::root);
constexpr unsigned kGroup = static_cast<unsigned>(Place::group);
constexpr unsigned kFact = static_cast<unsigned>(Place::fact);
constexpr unsigned kList = static_cast<unsigned>(Place::list);
constexpr unsigned kRecord = static_cast<unsigned>(Place::record);
constexpr unsigned kAnywhere = kRoot | kGroup | kFact | kList | kRecord;

struct Keyword {
  std::string_view name;
  unsigned places;
};

constexpr std::array kKeywords{
    Keyword{"$schema", kRoot},
    Keyword{"$id", kRoot},
    Keyword{"$comment", kAnywhere},
    Keyword{"title", kAnywhere},
    Keyword{"description", kAnywhere},
    Keyword{"type", kAnywhere},
    Keyword{"properties", kRoot | kGroup | kRecord},
    Keyword{"additionalProperties", kRoot | kGroup | kRecord},
    Keyword{"items", kList},
    Keyword{"maxItems", kList},
    Keyword{"default", kFact},
    Keyword{"enum", kFact},
    Keyword{"format", kFact},
    Keyword{"minimum", kFact},
    Keyword{"maximum", kFact},
    Keyword{"x-minimum", kFact},
    Keyword{"x-maximum", kFact},
    Keyword{"x-type", kFact},
    Keyword{"x-unit", kFact},
    Keyword{"x-amount-of", kFact},
    Keyword{"x-enum", kFact},
    Keyword{"x-ordered", kFact},
    Keyword{"x-labels", kFact},
    Keyword{"x-assessment", kFact},
    Keyword{"x-label", kGroup | kFact | kList},
    Keyword{"x-if-true", kFact},
    Keyword{"x-if-false", kFact},
    Keyword{"x-sensitivity", kFact | kList},
    Keyword{"x-not-applicable", kFact | kList},
    Keyword{"x-fixed", kFact | kList},
    Keyword{"x-from", kFact | kList},
    Keyword{"x-cost", kFact | kList},
};

std::string_view place_name(Place place) {
  switch (place) {
    case Place::root:
      return "the schema itself";
    case Place::group:
      return "a group of facts";
    case Place::fact:
      return "a fact";
    case Place::list:
      return "a list";
    case Place::record:
      return "the records of a list";
  }
  return "";
}

// Keywords of JSON Schema that a fact schema leaves out for a reason of its own.
std::string_view reason_left_out(std::string_view keyword) {
  if (keyword == "required") {
    return "every fact may be left out, and then counts as not asked; take it out";
  }
  if (keyword == "$ref") {
    return "`$ref` stands where a fact or a group is described, and alone";
  }
  if (keyword == "$defs") {
    return "write the type out where it is used";
  }
  return {};
}

std::string help_for_unknown(std::string_view keyword) {
  if (std::string_view const reason = reason_left_out(keyword); !reason.empty()) {
    return std::string(reason);
  }
  std::vector<std::string> names;
  for (Keyword const& known : kKeywords) {
    names.emplace_back(known.name);
  }
  std::string const nearest = base::nearest_name(keyword, names);
  return nearest.empty() ? "schemas/README.md lists the keywords" : "did you mean `" + nearest + "`";
}

void bad_value(document::Node const& node, std::string_view keyword, std::string_view wanted, diag::Sink& sink) {
  sink.add(diag::Kind::schema_bad_value, node.span, "`" + std::string(keyword) + "` needs " + std::string(wanted));
}

}  // namespace

void check_keywords(document::Node const& node, Place place, diag::Sink& sink) {
  for (document::Entry const& entry : node.entries) {
    auto const known =
        std::find_if(kKeywords.begin(), kKeywords.end(), [&](Keyword const& k) { return k.name == entry.key; });
    if (known == kKeywords.end()) {
      sink.add(diag::Kind::schema_unknown_keyword, entry.key_span, "`" + entry.key + "` is no keyword of a fact schema",
               help_for_unknown(entry.key));
    } else if ((known->places & static_cast<unsigned>(place)) == 0) {
      sink.add(diag::Kind::schema_misplaced_keyword, entry.key_span,
               "`" + entry.key + "` means nothing for " + std::string(place_name(place)), "take it out");
    }
  }
}

bool is_name(std::string_view text) {
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const c = base::code_point_at(text, at);
    bool const letter =
        (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z') || base::is_name_letter(c.value);
    bool const later = (c.value >= '0' && c.value <= '9') || c.value == '_';
    if (!letter && (first || !later)) {
      return false;
    }
    first = false;
    at += c.length;
  }
  return !text.empty();
}

document::Entry const* find_entry(document::Node const& node, std::string_view keyword) {
  auto const entry = std::find_if(node.entries.begin(), node.entries.end(),
                                  [&](document::Entry const& e) { return e.key == keyword; });
  return entry == node.entries.end() ? nullptr : &*entry;
}

std::optional<std::string> read_word(document::Node const& node, std::string_view keyword, diag::Sink& sink) {
  document::Node const* const value = node.find(keyword);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (value->kind != document::NodeKind::scalar || value->text.empty()) {
    bad_value(*value, keyword, "one word", sink);
    return std::nullopt;
  }
  return value->text;
}

std::vector<std::string> read_names(document::Node const& node, std::string_view keyword, diag::Sink& sink) {
  document::Node const* const list = node.find(keyword);
  if (list == nullptr) {
    return {};
  }
  if (list->kind != document::NodeKind::sequence || list->items.empty()) {
    bad_value(*list, keyword, "a list of names, such as `[prosecutor, court]`", sink);
    return {};
  }
  std::vector<std::string> names;
  for (document::Node const& item : list->items) {
    bool const known = std::find(names.begin(), names.end(), item.text) != names.end();
    if (item.kind != document::NodeKind::scalar || !is_name(item.text)) {
      sink.add(diag::Kind::schema_bad_value, item.span, "`" + std::string(keyword) + "` lists names, and this is none",
               "a name is letters, digits and `_`, and starts with a letter");
    } else if (known) {
      sink.add(diag::Kind::schema_clash, item.span,
               "`" + item.text + "` stands twice in `" + std::string(keyword) + "`", "keep one of them");
    } else {
      names.push_back(item.text);
    }
  }
  return names;
}

bool read_flag(document::Node const& node, std::string_view keyword, diag::Sink& sink) {
  document::Node const* const value = node.find(keyword);
  if (value == nullptr) {
    return false;
  }
  if (!value->is_plain("true") && !value->is_plain("false")) {
    bad_value(*value, keyword, "true or false, without quotes", sink);
  }
  return value->is_plain("true");
}

ir::Label label_of(document::Node const& node, diag::Sink& sink) {
  ir::Label label;
  for (document::Entry const& entry : node.entries) {
    std::string* const text = entry.key == "nb" ? &label.nb : entry.key == "en" ? &label.en : nullptr;
    if (text == nullptr) {
      sink.add(diag::Kind::schema_bad_value, entry.key_span, "a label has no language `" + entry.key + "`",
               "the languages are nb and en");
    } else {
      *text = entry.value.text;
    }
  }
  if (label.nb.empty() && label.en.empty()) {
    sink.add(diag::Kind::schema_bad_value, node.span, "a label says nothing", "write `{nb: …, en: …}`, or one of them");
  }
  return label;
}

ir::Label read_label(document::Node const& node, std::string_view keyword, diag::Sink& sink) {
  document::Node const* const value = node.find(keyword);
  return value == nullptr ? ir::Label{} : label_of(*value, sink);
}

std::string read_type(document::Node const& node, source::Span where, diag::Sink& sink) {
  auto const type = read_word(node, "type", sink);
  if (node.find("type") == nullptr) {
    sink.add(diag::Kind::schema_missing_keyword, where, "`type` is missing",
             "write `type: boolean`, `integer` or `string`, `array` for a list, `object` for a group");
  }
  return type.value_or("");
}

}  // namespace hjemmel::schema
