// Denmark: from which age drinks may be sold, by their strength.
//
// In: the day of the sale, the strength in per cent by volume, an age. Out: figures, bool. From 1 April 2025: above 1.2 up to 6
// per cent from 16 years, stronger ones from 18; before that the border lay at 16.5 per cent; serving from 18 throughout
// (catalogue entries M5-1.4-08 and X-DK-01, the latter `certainty: snippet`). The source of the older rule tells how it stood in
// 2020, so earlier days have no answer. Both limits of strength are inclusive. Tested in tests/plugin_functions/denmark_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace denmark {

inline constexpr jur::Date kAlcoholKnownFrom = jur::date(2020, 1, 1);
inline constexpr jur::Date kAlcoholSixPercent = jur::date(2025, 4, 1);

// In shops: 0 (no age is set up to 1.2 per cent), 16 or 18. A strength below 0 or above 100 is a BadArgument.
std::optional<std::int64_t> alcohol_sale_age(jur::Date day, jur::Decimal strength);

// The strongest drink that a person of 16 or 17 years may buy.
std::optional<jur::Decimal> alcohol_strength_limit_under_18(jur::Date day);

std::optional<bool> alcohol_sale_is_allowed(jur::Date day, std::int64_t age, jur::Decimal strength);

// In bars and restaurants.
std::optional<std::int64_t> alcohol_serving_age(jur::Date day);

}  // namespace denmark
