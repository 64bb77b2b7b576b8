// A sound plugin in C++, by the wrapper for authors: the functions of good.c that the tests compare, and some that throw.
#include <stdexcept>

#include "plugins/abi/author.h"

namespace {

jur::Date next_day(jur::Date day) { return {day.days + 1}; }

std::optional<bool> is_even(std::int64_t number) {
  if (number > 1'000'000) {
    throw jur::BadArgument();
  }
  return number < 0 ? std::nullopt : std::optional(number % 2 == 0);
}

jur::Decimal tenth(jur::Decimal number) {
  if (number.scale == 9) {
    throw jur::BadArgument();
  }
  return {number.coefficient, number.scale + 1};
}

std::string greeting(std::string_view name) { return "håper " + std::string(name); }

std::string letters(std::int64_t count) { return std::string(static_cast<std::size_t>(count), 'x'); }

bool holds() { return true; }

std::int64_t throws_something(std::int64_t) { throw std::runtime_error("on purpose"); }

jur::Converted repeated(std::string_view header, std::string_view record) {
  if (record == "bad") {
    return {false, "the field `x` is empty"};
  }
  std::string facts;
  for (std::size_t at = 0; at < header.size(); ++at) {
    facts += record;
  }
  return {true, facts};
}

std::string check() { return next_day(jur::Date{0}).days == 1 ? "" : "the day after 1970-01-01 is another"; }

constexpr std::array kFunctions{
    jur::function<next_day>("next_day", "The day after a day"),
    jur::function<is_even>("is_even", "Whether a number is even"),
    jur::function<tenth>("tenth", "A tenth of a number"),
    jur::function<greeting>("greeting", "A greeting"),
    jur::function<letters>("letters", "So many letters"),
    jur::function<holds>("holds", "Yes"),
    jur::function<throws_something>("throws_something", "Never answers"),
};
constexpr std::array kAdapters{jur::adapter<repeated>("repeated", "bb/repeated_case", "Repeats a record")};
constexpr std::array<jur_policy, 0> kPolicies{};
constexpr std::array<char const*, 0> kPackages{};
constexpr std::array<char const*, 0> kSchemas{};

constexpr jurisdiction_v1 kTable = jur::jurisdiction("bb", "0.1.0", "The land of C++", kFunctions, kAdapters, kPolicies,
                                                     kPackages, kSchemas, jur::self_test<check>());

}  // namespace

JUR_EXPORT(kTable)
