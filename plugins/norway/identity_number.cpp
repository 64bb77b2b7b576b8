// The digits are read once into a Number; what the rules of a day make of it is a set of possible days of birth.
#include "plugins/norway/identity_number.h"

namespace norway {
namespace {

constexpr std::size_t kDigits = 11;
using Digits = std::array<std::int32_t, kDigits>;

// The last weight is that of the control digit itself.
constexpr std::array<std::int32_t, 10> kFirstWeights{3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
constexpr std::array<std::int32_t, 11> kSecondWeights{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
constexpr std::int32_t kGreatestRest = 3;  // of the first control sum, from 2032

// Which century an individual number stands for, by the two digits of the year; both ends included.
struct CenturyRange {
  std::int32_t first_individual, last_individual;
  std::int32_t first_year, last_year;
  std::int32_t century;
};
constexpr std::array kCenturies{CenturyRange{0, 499, 0, 99, 1900}, CenturyRange{500, 749, 54, 99, 1800},
                                CenturyRange{500, 999, 0, 39, 2000}, CenturyRange{900, 999, 40, 99, 1900}};

enum class Source : std::uint8_t { register_number, synthetic, help_or_test };

struct Number {
  bool d_number;
  Source source;
  std::int32_t day, month, year;  // year: its last two digits
  std::int32_t individual;
  std::int32_t first_rest;
};

template <std::size_t N>
std::int32_t rest(Digits const& digits, std::array<std::int32_t, N> const& weights) {
  std::int32_t sum = 0;
  for (std::size_t at = 0; at < N; ++at) {
    sum += digits[at] * weights[at];
  }
  return sum % 11;
}

std::optional<Digits> digits_of(std::string_view text) {
  if (text.size() != kDigits) {
    return std::nullopt;
  }
  Digits digits{};
  for (std::size_t at = 0; at < kDigits; ++at) {
    if (text[at] < '0' || text[at] > '9') {
      return std::nullopt;
    }
    digits[at] = text[at] - '0';
  }
  return digits;
}

// 80 and 40 are added to the month; the months themselves never reach so far.
Source source_of(std::int32_t month) {
  if (month > 80) {
    return Source::synthetic;
  }
  return month > 40 ? Source::help_or_test : Source::register_number;
}

// Empty where no rules make a number of it.
std::optional<Number> read(std::string_view text) {
  std::optional<Digits> const found = digits_of(text);
  if (!found || rest(*found, kFirstWeights) > kGreatestRest || rest(*found, kSecondWeights) != 0) {
    return std::nullopt;
  }
  Digits const& digits = *found;
  std::int32_t const day = digits[0] * 10 + digits[1];
  std::int32_t const month = digits[2] * 10 + digits[3];
  bool const d_number = day > 40;
  Source const source = source_of(month);
  return Number{d_number,
                source,
                day - (d_number ? 40 : 0),
                month - (source == Source::synthetic      ? 80
                         : source == Source::help_or_test ? 40
                                                          : 0),
                digits[4] * 10 + digits[5],
                digits[6] * 100 + digits[7] * 10 + digits[8],
                rest(digits, kFirstWeights)};
}

// The day of birth of a number given out before 2032.
std::optional<jur::Date> born_by_range(Number const& number) {
  auto const fits = [&](CenturyRange const& range) {
    return number.individual >= range.first_individual && number.individual <= range.last_individual &&
           number.year >= range.first_year && number.year <= range.last_year;
  };
  auto const* const range = std::find_if(kCenturies.begin(), kCenturies.end(), fits);
  if (range == kCenturies.end() || number.first_rest != 0) {
    return std::nullopt;
  }
  return jur::date_of({range->century + number.year, number.month, number.day});
}

// Days of birth that fit, at most three.
struct Births {
  std::array<jur::Date, 3> dates{};
  std::size_t count = 0;

  void add(std::optional<jur::Date> date, jur::Date latest) {
    auto const end = dates.begin() + count;
    if (date && *date <= latest && std::find(dates.begin(), end, *date) == end) {
      dates[count++] = *date;
    }
  }
};

// From 2032 on an old number and a new one may look alike, so every century counts that a living or once registered person can be
// born in: the old reading, and the 1900s and 2000s of the new.
Births births(Number const& number, jur::Date day) {
  Births found;
  found.add(born_by_range(number), day);
  if (day >= kNewNumbers) {
    found.add(jur::date_of({1900 + number.year, number.month, number.day}), day);
    found.add(jur::date_of({2000 + number.year, number.month, number.day}), day);
  }
  return found;
}

std::string kind_of(Number const& number) {
  switch (number.source) {
    case Source::synthetic:
      return number.d_number ? "synthetic_d_number" : "synthetic";
    case Source::help_or_test:
      return number.d_number ? "help_or_test_d_number" : "help_or_test";
    case Source::register_number:
      break;
  }
  return number.d_number ? "d_number" : "birth_number";
}

}  // namespace

bool identity_number_is_valid(std::string_view text) {
  std::optional<Number> const number = read(text);
  return number && born_by_range(*number).has_value();
}

bool identity_number_is_valid_on(std::string_view text, jur::Date day) {
  std::optional<Number> const number = read(text);
  return number && births(*number, day).count > 0;
}

std::optional<std::string> identity_number_kind(std::string_view text) {
  return identity_number_is_valid(text) ? std::optional(kind_of(*read(text))) : std::nullopt;
}

std::optional<std::string> identity_number_kind_on(std::string_view text, jur::Date day) {
  return identity_number_is_valid_on(text, day) ? std::optional(kind_of(*read(text))) : std::nullopt;
}

std::optional<jur::Date> identity_number_birth_date(std::string_view text) {
  std::optional<Number> const number = read(text);
  return number && number->source != Source::help_or_test ? born_by_range(*number) : std::nullopt;
}

std::optional<jur::Date> identity_number_birth_date_on(std::string_view text, jur::Date day) {
  std::optional<Number> const number = read(text);
  if (!number || number->source == Source::help_or_test) {
    return std::nullopt;
  }
  Births const found = births(*number, day);
  return found.count == 1 ? std::optional(found.dates[0]) : std::nullopt;
}

}  // namespace norway
