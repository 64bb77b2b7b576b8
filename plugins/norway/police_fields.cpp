// Each form is a closed list of words or a fixed pattern of digits; nothing of a field is carried over unread.
#include "plugins/norway/police_fields.h"

#include "plugins/norway/json.h"
#include "plugins/norway/substance.h"

namespace norway {
namespace {

constexpr std::size_t kMaxWholeDigits = 9;
constexpr std::size_t kMaxDecimals = 6;

struct Word {
  std::string_view norwegian;
  std::string_view fact;
};

constexpr std::array kActs{Word{"bruk", "use"}, Word{"erverv", "acquisition"}, Word{"innehav", "holding"},
                           Word{"annen", "other"}};
constexpr std::array kYesNo{Word{"ja", "true"}, Word{"nei", "false"}};
constexpr std::array kUnits{Word{"g", "g"},
                            Word{"mg", "mg"},
                            Word{"kg", "kg"},
                            Word{"\u00b5g", "\u00b5g"},
                            Word{"\u03bcg", "\u00b5g"},  // a Greek mu, which many keyboards write
                            Word{"l", "l"},
                            Word{"dl", "dl"},
                            Word{"ml", "ml"},
                            Word{"papirlapp", "blotter"},
                            Word{"papirlapper", "blotter"}};

template <std::size_t N>
std::optional<std::string_view> look_up(std::array<Word, N> const& words, std::string_view field) {
  auto const* const found =
      std::find_if(words.begin(), words.end(), [&](Word const& word) { return word.norwegian == field; });
  return found == words.end() ? std::nullopt : std::optional(found->fact);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Takes the digits that `text` begins with off its front.
std::string_view take_digits(std::string_view& text) {
  std::size_t const count =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  std::string_view const digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

// `0000-00-00`: a digit where the pattern has a 0, and otherwise what it has.
bool has_form(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char letter, char form) { return form == '0' ? is_digit(letter) : letter == form; });
}

std::int32_t number_at(std::string_view text, std::size_t at, std::size_t size) {
  std::int32_t number = 0;
  for (char const digit : text.substr(at, size)) {
    number = number * 10 + (digit - '0');
  }
  return number;
}

std::string padded(std::int32_t number, std::size_t width) {
  std::string const digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::optional<jur::Date> read_date(std::string_view field) {
  if (has_form(field, "00.00.0000")) {
    return jur::date_of({number_at(field, 6, 4), number_at(field, 3, 2), number_at(field, 0, 2)});
  }
  if (has_form(field, "0000-00-00")) {
    return jur::date_of({number_at(field, 0, 4), number_at(field, 5, 2), number_at(field, 8, 2)});
  }
  return std::nullopt;
}

std::string iso_text(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  return padded(parts.year, 4) + "-" + padded(parts.month, 2) + "-" + padded(parts.day, 2);
}

std::optional<std::string> read_act(std::string_view field) {
  std::optional<std::string_view> const act = look_up(kActs, field);
  return act ? std::optional(json_text(*act)) : std::nullopt;
}

std::optional<std::string> read_yes_no(std::string_view field) {
  std::optional<std::string_view> const answer = look_up(kYesNo, field);
  return answer ? std::optional<std::string>(*answer) : std::nullopt;
}

std::optional<std::string> read_amount(std::string_view field) {
  std::string_view const whole = take_digits(field);
  std::string number(whole);
  if (field.starts_with(',') || field.starts_with('.')) {
    field.remove_prefix(1);
    std::string_view const decimals = take_digits(field);
    if (decimals.empty() || decimals.size() > kMaxDecimals) {
      return std::nullopt;
    }
    number += "." + std::string(decimals);
  }
  if (field.starts_with(' ')) {
    field.remove_prefix(1);
  }
  std::optional<std::string_view> const unit = look_up(kUnits, field);
  if (whole.empty() || whole.size() > kMaxWholeDigits || !unit) {
    return std::nullopt;
  }
  return json_text(number + " " + std::string(*unit));
}

std::optional<std::string> read_substance(std::string_view field) {
  std::optional<std::string> const name = canonical_substance(field);
  return name ? std::optional(json_text(*name)) : std::nullopt;
}

}  // namespace norway
