// Nationwide days stand here, those of the Länder in land_holidays.def; the day of repentance and two single days of Berlin are
// neither fixed nor tied to Easter, and stand in own_days_of.
#include "plugins/germany/calendar.h"

namespace germany {
namespace {

// New Year, 1 May, German Unity, Christmas.
struct DayOfYear {
  std::int32_t month;
  std::int32_t day;
};
constexpr std::array kFixed{DayOfYear{1, 1}, DayOfYear{5, 1}, DayOfYear{10, 3}, DayOfYear{12, 25}, DayOfYear{12, 26}};

// Good Friday, Easter Monday, Ascension Day, Whit Monday.
constexpr std::array<std::int64_t, 4> kAfterEaster{-2, 1, 39, 50};

constexpr jur::Date kReformationDayOf2017 = jur::date(2017, 10, 31);
constexpr std::array kSingleDaysOfBerlin{jur::date(2020, 5, 8), jur::date(2025, 5, 8)};

constexpr std::array<std::string_view, 16> kLands{"BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV",
                                                  "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"};

struct FixedOfLands {
  std::int32_t month, day, first_year;
  std::string_view lands;
};
struct MovingOfLands {
  std::int64_t after_easter;
  std::string_view lands;
};

#define FIXED(month, day, first_year, lands) FixedOfLands{month, day, first_year, lands},
#define AFTER_EASTER(days, lands)
constexpr std::array kFixedOfLands{
#include "plugins/germany/land_holidays.def"
};
#undef FIXED
#undef AFTER_EASTER
#define FIXED(month, day, first_year, lands)
#define AFTER_EASTER(days, lands) MovingOfLands{days, lands},
constexpr std::array kMovingOfLands{
#include "plugins/germany/land_holidays.def"
};
#undef FIXED
#undef AFTER_EASTER

bool holds_nationwide(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  auto const fixed = [&](DayOfYear const& one) { return one.month == parts.month && one.day == parts.day; };
  return std::any_of(kFixed.begin(), kFixed.end(), fixed) ||
         std::find(kAfterEaster.begin(), kAfterEaster.end(), jur::calendar::days_after_easter(date)) !=
             kAfterEaster.end() ||
         date == kReformationDayOf2017;
}

// The Wednesday between 16 and 22 November.
bool is_repentance_day(jur::Date date) {
  jur::Day const parts = jur::parts_of(date);
  return parts.month == 11 && parts.day >= 16 && parts.day <= 22 && jur::calendar::weekday_of(date) == 2;
}

enum class Held : std::uint8_t { no, in_parts, yes };

Held held_in(std::string_view lands, std::string_view land) {
  std::size_t const at = lands.find(land);
  if (at == std::string_view::npos) {
    return Held::no;
  }
  return lands.substr(at + land.size()).starts_with('?') ? Held::in_parts : Held::yes;
}

Held own_days_of(jur::Date date, std::string_view land) {
  bool const single =
      std::find(kSingleDaysOfBerlin.begin(), kSingleDaysOfBerlin.end(), date) != kSingleDaysOfBerlin.end();
  if ((land == "SN" && is_repentance_day(date)) || (land == "BE" && single)) {
    return Held::yes;
  }
  jur::Day const parts = jur::parts_of(date);
  Held held = Held::no;
  for (FixedOfLands const& one : kFixedOfLands) {
    if (one.month == parts.month && one.day == parts.day && parts.year >= one.first_year) {
      held = std::max(held, held_in(one.lands, land));
    }
  }
  std::int64_t const after_easter = jur::calendar::days_after_easter(date);
  for (MovingOfLands const& one : kMovingOfLands) {
    if (one.after_easter == after_easter) {
      held = std::max(held, held_in(one.lands, land));
    }
  }
  return held;
}

bool is_working(jur::Date date) { return !jur::calendar::is_weekend(date) && !holds_nationwide(date); }

std::optional<jur::Date> known(jur::Date from, jur::Date to) {
  return std::min(from, to) < kFirstDay ? std::nullopt : std::optional(to);
}

}  // namespace

std::optional<bool> is_public_holiday(jur::Date date) {
  return date < kFirstDay ? std::nullopt : std::optional(holds_nationwide(date));
}

std::optional<bool> is_public_holiday_in(jur::Date date, std::string_view land) {
  if (std::find(kLands.begin(), kLands.end(), land) == kLands.end()) {
    throw jur::BadArgument{};
  }
  if (date < kFirstDay) {
    return std::nullopt;
  }
  if (holds_nationwide(date)) {
    return true;
  }
  Held const held = own_days_of(date, land);
  return held == Held::in_parts ? std::nullopt : std::optional(held == Held::yes);
}

std::optional<bool> is_working_day(jur::Date date) {
  return date < kFirstDay ? std::nullopt : std::optional(is_working(date));
}

std::optional<bool> is_working_day_in(jur::Date date, std::string_view land) {
  std::optional<bool> const holiday = is_public_holiday_in(date, land);
  if (jur::calendar::is_weekend(date) && date >= kFirstDay) {
    return false;
  }
  return holiday ? std::optional(!*holiday) : std::nullopt;
}

std::optional<jur::Date> next_working_day(jur::Date date) { return add_working_days(date, 1); }

std::optional<jur::Date> working_day_on_or_after(jur::Date date) {
  return known(date, jur::calendar::working_day_on_or_after(date, is_working));
}

std::optional<jur::Date> add_working_days(jur::Date date, std::int64_t count) {
  return known(date, jur::calendar::add_working_days(date, count, is_working));
}

std::optional<jur::Date> deadline_end(jur::Date date) { return working_day_on_or_after(date); }

}  // namespace germany
