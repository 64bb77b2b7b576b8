// Strengths are compared in billionths of a per cent, so that decimals of any scale compare exactly.
#include "plugins/denmark/alcohol.h"

namespace denmark {
namespace {

constexpr std::int64_t kYoung = 16;
constexpr std::int64_t kAdult = 18;
constexpr std::int64_t kOldestAge = 150;
constexpr jur::Decimal kNoAlcohol{12, 1};  // up to 1.2 per cent
constexpr jur::Decimal kSixPercent{6, 0};
constexpr jur::Decimal kOldLimit{165, 1};
constexpr jur::Decimal kPure{100, 0};
constexpr std::int32_t kCommonScale = 9;

constexpr std::int64_t power_of_ten(std::int32_t exponent) {
  std::int64_t power = 1;
  for (std::int32_t at = 0; at < exponent; ++at) {
    power *= 10;
  }
  return power;
}

std::int64_t in_billionths(jur::Decimal strength) {
  if (strength.coefficient < 0 || strength.coefficient > kPure.coefficient * power_of_ten(strength.scale)) {
    throw jur::BadArgument{};
  }
  return strength.coefficient * power_of_ten(kCommonScale - strength.scale);
}

}  // namespace

std::optional<std::int64_t> alcohol_sale_age(jur::Date day, jur::Decimal strength) {
  std::int64_t const given = in_billionths(strength);
  std::optional<jur::Decimal> const limit = alcohol_strength_limit_under_18(day);
  if (!limit) {
    return std::nullopt;
  }
  if (given <= in_billionths(kNoAlcohol)) {
    return 0;
  }
  return given <= in_billionths(*limit) ? kYoung : kAdult;
}

std::optional<jur::Decimal> alcohol_strength_limit_under_18(jur::Date day) {
  if (day < kAlcoholKnownFrom) {
    return std::nullopt;
  }
  return day < kAlcoholSixPercent ? kOldLimit : kSixPercent;
}

std::optional<bool> alcohol_sale_is_allowed(jur::Date day, std::int64_t age, jur::Decimal strength) {
  if (age < 0 || age > kOldestAge) {
    throw jur::BadArgument{};
  }
  std::optional<std::int64_t> const from = alcohol_sale_age(day, strength);
  return from ? std::optional(age >= *from) : std::nullopt;
}

std::optional<std::int64_t> alcohol_serving_age(jur::Date day) {
  return day < kAlcoholKnownFrom ? std::nullopt : std::optional(kAdult);
}

}  // namespace denmark
