// Figures, each in force from a day.
#include "plugins/germany/cannabis.h"

namespace germany {
namespace {

constexpr std::int64_t kAdult = 18;
constexpr std::int64_t kFullShare = 21;  // years
constexpr std::int64_t kOldestAge = 150;
constexpr std::int64_t kPublicLimit = 25;
constexpr std::int64_t kHomeLimit = 50;
constexpr std::int64_t kPublicOffence = 30;
constexpr std::int64_t kTotalOffence = 60;
constexpr std::int64_t kPlants = 3;
constexpr std::int64_t kMembers = 500;
constexpr std::int64_t kDaily = 25;
constexpr std::int64_t kMonthly = 50;
constexpr std::int64_t kMonthlyUnder21 = 30;
constexpr std::int64_t kThcUnder21 = 10;  // per cent
constexpr std::int32_t kCommonScale = 9;

constexpr jur::Decimal whole(std::int64_t number) { return jur::Decimal{number, 0}; }

// The number with nine decimals. Amounts above a thousand kilograms are no case of this act.
std::int64_t in_billionths(jur::Decimal number) {
  constexpr std::int64_t kMost = 1'000'000;  // grams
  std::int64_t value = number.coefficient;
  std::int64_t most = kMost;
  for (std::int32_t at = 0; at < number.scale; ++at) {
    most *= 10;
  }
  if (value < 0 || value > most) {
    throw jur::BadArgument{};
  }
  for (std::int32_t at = number.scale; at < kCommonScale; ++at) {
    value *= 10;
  }
  return value;
}

bool above(std::int64_t billionths, std::int64_t limit) { return billionths > limit * 1'000'000'000; }

void require_age(std::int64_t age) {
  if (age < 0 || age > kOldestAge) {
    throw jur::BadArgument{};
  }
}

template <class T>
std::optional<T> from(jur::Date first, jur::Date day, T figure) {
  return day < first ? std::nullopt : std::optional(figure);
}

}  // namespace

std::optional<std::int64_t> cannabis_adult_age(jur::Date day) { return from(kCannabisAct, day, kAdult); }

std::optional<jur::Decimal> cannabis_public_limit(jur::Date day) {
  return from(kCannabisAct, day, whole(kPublicLimit));
}

std::optional<jur::Decimal> cannabis_home_limit(jur::Date day) { return from(kCannabisAct, day, whole(kHomeLimit)); }

std::optional<std::int64_t> cannabis_plant_limit(jur::Date day) { return from(kCannabisAct, day, kPlants); }

std::optional<std::string> cannabis_possession(jur::Date day, jur::Decimal away_from_home, jur::Decimal at_home) {
  std::int64_t const away = in_billionths(away_from_home);
  std::int64_t const total = away + in_billionths(at_home);
  std::string word = "lawful";
  if (above(away, kPublicOffence) || above(total, kTotalOffence)) {
    word = "crime";
  } else if (above(away, kPublicLimit) || above(total, kHomeLimit)) {
    word = "administrative_offence";
  }
  return from(kCannabisAct, day, word);
}

std::optional<std::int64_t> cannabis_club_member_limit(jur::Date day) { return from(kCannabisClubs, day, kMembers); }

std::optional<jur::Decimal> cannabis_club_daily_limit(jur::Date day, std::int64_t age) {
  require_age(age);
  return from(kCannabisClubs, day, whole(age < kAdult ? 0 : kDaily));
}

std::optional<jur::Decimal> cannabis_club_monthly_limit(jur::Date day, std::int64_t age) {
  require_age(age);
  std::int64_t const adult = age < kFullShare ? kMonthlyUnder21 : kMonthly;
  return from(kCannabisClubs, day, whole(age < kAdult ? 0 : adult));
}

std::optional<jur::Decimal> cannabis_club_thc_limit(jur::Date day, std::int64_t age) {
  require_age(age);
  bool const young_adult = age >= kAdult && age < kFullShare;
  return young_adult ? from(kCannabisClubs, day, whole(kThcUnder21)) : std::nullopt;
}

}  // namespace germany
