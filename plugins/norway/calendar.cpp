// Weekends, five fixed holidays, and seven that move with Easter.
#include "plugins/norway/calendar.h"

namespace norway {
namespace {

// Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
constexpr std::array<std::int64_t, 7> kAfterEaster{-3, -2, 0, 1, 39, 49, 50};

struct DayOfYear {
  std::int32_t month;
  std::int32_t day;
};

constexpr std::array kFixed{DayOfYear{1, 1}, DayOfYear{5, 1}, DayOfYear{5, 17}, DayOfYear{12, 25}, DayOfYear{12, 26}};

}  // namespace

bool is_public_holiday(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  auto const fixed = [&](DayOfYear const& one) { return one.month == parts.month && one.day == parts.day; };
  if (std::any_of(kFixed.begin(), kFixed.end(), fixed)) {
    return true;
  }
  return std::find(kAfterEaster.begin(), kAfterEaster.end(), jur::calendar::days_after_easter(date)) !=
         kAfterEaster.end();
}

bool is_working_day(jur::Date date) { return !jur::calendar::is_weekend(date) && !is_public_holiday(date); }

jur::Date next_working_day(jur::Date date) { return jur::calendar::add_working_days(date, 1, is_working_day); }

jur::Date working_day_on_or_after(jur::Date date) {
  return jur::calendar::working_day_on_or_after(date, is_working_day);
}

jur::Date add_working_days(jur::Date date, std::int64_t count) {
  return jur::calendar::add_working_days(date, count, is_working_day);
}

jur::Date deadline_end(jur::Date date) { return working_day_on_or_after(date); }

}  // namespace norway
