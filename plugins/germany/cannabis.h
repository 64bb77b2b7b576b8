// Germany's act on cannabis for own use (Konsumcannabisgesetz, KCanG): its ages and amounts.
//
// In: the day of the act, ages, amounts in grams. Out: figures, bool, a word. In force from 1 April 2024, the chapter on growing
// clubs from 1 July 2024; before that day there is no answer here, for the narcotics act then in force is not read. Figures:
// catalogue entries M5-1.4-14 to M5-1.4-16, X-DE-01 to X-DE-03 (what is from beyond the white paper is not settled law to the
// project: `certainty: snippet`), KCanG §§ 3, 16, 19, 34 and 36. All limits are inclusive. Tested in
// tests/plugin_functions/germany_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace germany {

inline constexpr jur::Date kCannabisAct = jur::date(2024, 4, 1);
inline constexpr jur::Date kCannabisClubs = jur::date(2024, 7, 1);

// 18 years (§ 3: whoever has turned 18), 25 g anywhere, 50 g and three plants at home.
std::optional<std::int64_t> cannabis_adult_age(jur::Date day);
std::optional<jur::Decimal> cannabis_public_limit(jur::Date day);
std::optional<jur::Decimal> cannabis_home_limit(jur::Date day);
std::optional<std::int64_t> cannabis_plant_limit(jur::Date day);

// Of an adult: `lawful`, `administrative_offence` (§ 36: above 25 up to 30 g away from home, or above 50 up to 60 g in all),
// `crime` (§ 34). What is away from home counts in both. Amounts below zero are a BadArgument.
std::optional<std::string> cannabis_possession(jur::Date day, jur::Decimal away_from_home, jur::Decimal at_home);

// 500 members; what a club may hand to a member: 25 g a day, 50 g a month, 30 g to whoever is under 21; nothing under 18.
std::optional<std::int64_t> cannabis_club_member_limit(jur::Date day);
std::optional<jur::Decimal> cannabis_club_daily_limit(jur::Date day, std::int64_t age);
std::optional<jur::Decimal> cannabis_club_monthly_limit(jur::Date day, std::int64_t age);

// 10 per cent THC for members of 18 to 20. Unknown for the others: no figure is set for them.
std::optional<jur::Decimal> cannabis_club_thc_limit(jur::Date day, std::int64_t age);

}  // namespace germany
