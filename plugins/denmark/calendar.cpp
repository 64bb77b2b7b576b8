// Three fixed holidays, seven that move with Easter, and one that was abolished.
#include "plugins/denmark/calendar.h"

namespace denmark {
namespace {

// Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
constexpr std::array<std::int64_t, 7> kAfterEaster{-3, -2, 0, 1, 39, 49, 50};
constexpr std::int64_t kPrayerDay = 26;
constexpr std::int32_t kLastYearOfPrayerDay = 2023;

struct DayOfYear {
  std::int32_t month;
  std::int32_t day;
};
constexpr std::array kFixed{DayOfYear{1, 1}, DayOfYear{12, 25}, DayOfYear{12, 26}};
constexpr std::array kNoEndOfDeadline{DayOfYear{6, 5}, DayOfYear{12, 24}, DayOfYear{12, 31}};

template <std::size_t N>
bool is_one_of(std::array<DayOfYear, N> const& days, jur::Day parts) {
  return std::any_of(days.begin(), days.end(),
                     [&](DayOfYear const& one) { return one.month == parts.month && one.day == parts.day; });
}

bool may_end_deadline(jur::Date date) {
  return is_working_day(date) && !is_one_of(kNoEndOfDeadline, jur::parts_of(date));
}

}  // namespace

bool is_public_holiday(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  std::int64_t const after_easter = jur::calendar::days_after_easter(date);
  return is_one_of(kFixed, parts) ||
         std::find(kAfterEaster.begin(), kAfterEaster.end(), after_easter) != kAfterEaster.end() ||
         (after_easter == kPrayerDay && parts.year <= kLastYearOfPrayerDay);
}

bool is_working_day(jur::Date date) { return !jur::calendar::is_weekend(date) && !is_public_holiday(date); }

jur::Date next_working_day(jur::Date date) { return jur::calendar::add_working_days(date, 1, is_working_day); }

jur::Date working_day_on_or_after(jur::Date date) {
  return jur::calendar::working_day_on_or_after(date, is_working_day);
}

jur::Date add_working_days(jur::Date date, std::int64_t count) {
  return jur::calendar::add_working_days(date, count, is_working_day);
}

jur::Date deadline_end(jur::Date date) { return jur::calendar::working_day_on_or_after(date, may_end_deadline); }

}  // namespace denmark
