// Splits at the arrow and at commas; every word between must be the name of a type.
#include "engine/host/signature.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hjemmel::host {
namespace {

using base::ForeignType;

constexpr std::array kTypes{ForeignType::boolean, ForeignType::integer, ForeignType::decimal, ForeignType::date,
                            ForeignType::text};
constexpr std::string_view kArrow = "->";

std::string_view trimmed(std::string_view text) {
  std::size_t const begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::optional<ForeignType> type_named(std::string_view word) {
  auto const* const found = std::find_if(kTypes.begin(), kTypes.end(),
                                         [&](ForeignType type) { return base::foreign_type_name(type) == word; });
  return found == kTypes.end() ? std::nullopt : std::optional(*found);
}

base::Error not_a_type(std::string_view word) {
  return base::Error{word.empty()
                         ? std::string("a type is missing")
                         : "`" + std::string(word) + "` is none of the types bool, int, decimal, date and text"};
}

base::Result<std::vector<ForeignType>> parse_arguments(std::string_view text) {
  std::vector<ForeignType> types;
  if (trimmed(text).empty()) {
    return types;
  }
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t const end = std::min(text.find(',', at), text.size());
    std::string_view const word = trimmed(text.substr(at, end - at));
    auto const type = type_named(word);
    if (!type) {
      return not_a_type(word);
    }
    if (types.size() == JUR_MAX_ARGUMENTS) {
      return base::Error{"it has more than " + std::to_string(JUR_MAX_ARGUMENTS) + " arguments"};
    }
    types.push_back(*type);
    at = end + 1;
  }
  return types;
}

}  // namespace

base::Result<Signature> parse_signature(std::string_view text) {
  std::size_t const arrow = text.find(kArrow);
  if (arrow == std::string_view::npos) {
    return base::Error{"it has no `->` before the type of the result"};
  }
  auto arguments = parse_arguments(text.substr(0, arrow));
  if (!arguments) {
    return arguments.error();
  }
  std::string_view const word = trimmed(text.substr(arrow + kArrow.size()));
  auto const result = type_named(word);
  if (!result) {
    return not_a_type(word);
  }
  return Signature{*std::move(arguments), *result};
}

std::string signature_text(base::ForeignFunction const& function) {
  std::string text;
  for (ForeignType const argument : function.arguments) {
    text += (text.empty() ? "" : ", ") + std::string(base::foreign_type_name(argument));
  }
  return text + " -> " + std::string(base::foreign_type_name(function.result));
}

}  // namespace hjemmel::host
