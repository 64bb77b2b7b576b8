// Words are compared with letters of ASCII in lower case; labels as well.
#include "engine/interview/answer_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace hjemmel::interview {
namespace {

using document::Node;
using document::NodeKind;
using ir::TypeKind;

constexpr std::array<std::string_view, 6> kYes{"yes", "y", "ja", "j", "true", "sant"};
constexpr std::array<std::string_view, 6> kNo{"no", "n", "nei", "false", "usant", "ikke sant"};
constexpr std::array<std::string_view, 7> kUnknown{"unknown",      "vet ikke",   "ukjent",    "not known",
                                                   "i don't know", "don't know", "veit ikkje"};
constexpr std::array<std::string_view, 4> kNotApplicable{"not_applicable", "not applicable", "ikke aktuelt",
                                                         "ikke aktuell"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

template <std::size_t N>
bool is_one_of(std::string_view word, std::array<std::string_view, N> const& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Node scalar(std::string text, bool quoted = false) {
  Node node;
  node.quoted = quoted;
  node.text = std::move(text);
  return node;
}

Node of_key(std::string key, Node value) {
  Node node;
  node.kind = NodeKind::mapping;
  node.entries.push_back({std::move(key), {}, std::move(value)});
  return node;
}

// The value of that name or label, or of that number in the list; nothing where there is none.
std::optional<std::string> enum_value(std::string_view written, ir::Enum const& enumeration) {
  std::string const word = lower(written);
  for (ir::EnumValue const& value : enumeration.values) {
    if (value.name == written) {
      return value.name;
    }
  }
  for (ir::EnumValue const& value : enumeration.values) {
    if (word == lower(value.name) || word == lower(value.label.nb) || word == lower(value.label.en)) {
      return value.name;
    }
  }
  std::size_t number = 0;
  auto const [end, fault] = std::from_chars(written.data(), written.data() + written.size(), number);
  bool const in_list = fault == std::errc() && end == written.data() + written.size() && number >= 1 &&
                       number <= enumeration.values.size();
  return in_list ? std::optional(enumeration.values[number - 1].name) : std::nullopt;
}

std::optional<std::string_view> after(std::string_view text, std::string_view word) {
  return lower(text.substr(0, word.size())) == word ? std::optional(trimmed(text.substr(word.size()))) : std::nullopt;
}

// `between A and B`, `at least A`, `at most B`; nothing where it is none of these.
std::optional<Node> range(std::string_view written) {
  for (auto const& [lead, joint] : {std::pair{"between ", " and "}, std::pair{"mellom ", " og "}}) {
    auto const rest = after(written, lead);
    std::size_t const middle = rest ? rest->find(joint) : std::string_view::npos;
    if (middle != std::string_view::npos) {
      Node ends;
      ends.kind = NodeKind::sequence;
      ends.items.push_back(scalar(std::string(trimmed(rest->substr(0, middle)))));
      ends.items.push_back(scalar(std::string(trimmed(rest->substr(middle + std::string_view(joint).size())))));
      return of_key("between", std::move(ends));
    }
  }
  for (auto const& [lead, key] : {std::pair{"at least ", "at_least"}, std::pair{"minst ", "at_least"},
                                  std::pair{"at most ", "at_most"}, std::pair{"høyst ", "at_most"}}) {
    if (auto const rest = after(written, lead)) {
      return of_key(key, scalar(std::string(*rest)));
    }
  }
  return std::nullopt;
}

// A text is always in quotes, so that `2026` is one; quotes that the person wrote are not part of it.
Node text_node(std::string_view written) {
  bool const in_quotes =
      written.size() >= 2 && (written.front() == '"' || written.front() == '\'') && written.front() == written.back();
  return scalar(std::string(in_quotes ? written.substr(1, written.size() - 2) : written), true);
}

Node typed_node(std::string_view written, std::string const& word, ir::FactInfo const& info,
                ir::Program const& program) {
  switch (info.type.kind) {
    case TypeKind::boolean:
      return scalar(is_one_of(word, kYes) ? "true" : is_one_of(word, kNo) ? "false" : std::string(written));
    case TypeKind::enumeration:
      return scalar(enum_value(written, program.enums[info.type.enumeration.index]).value_or(std::string(written)));
    case TypeKind::text:
      return text_node(written);
    default:
      return range(written).value_or(scalar(std::string(written)));
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::size_t const first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

Node value_node(std::string_view written, Place const& place, ir::Program const& program) {
  std::string_view const answer = trimmed(written);
  std::string const word = lower(answer);
  if (is_one_of(word, kUnknown)) {
    return scalar("unknown");
  }
  if (is_one_of(word, kNotApplicable)) {
    return scalar("not_applicable");
  }
  return typed_node(answer, word, info_of(program, place), program);
}

std::optional<ElementAnswer> element_answer(std::string_view written) {
  std::string const word = lower(trimmed(written));
  return is_one_of(word, kYes)             ? std::optional(ElementAnswer::yes)
         : is_one_of(word, kNo)            ? std::optional(ElementAnswer::no)
         : is_one_of(word, kUnknown)       ? std::optional(ElementAnswer::unknown)
         : is_one_of(word, kNotApplicable) ? std::optional(ElementAnswer::not_applicable)
                                           : std::nullopt;
}

}  // namespace hjemmel::interview
