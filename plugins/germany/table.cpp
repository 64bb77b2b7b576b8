// Germany's plugin, `de`: its calendar and the figures of the act on cannabis.
//
// No rule package belongs to it yet; a comparison of laws can ask for its figures by name. The milder law applies by StGB § 2
// third paragraph. Tested in tests/plugin_functions/germany_test.cpp.
#include "plugins/germany/calendar.h"
#include "plugins/germany/cannabis.h"

namespace germany {
namespace {

constexpr std::array kFunctions{
    jur::function<is_public_holiday>("is_public_holiday", "Whether all Länder keep the day as a holiday; from 1995"),
    jur::function<is_public_holiday_in>("is_public_holiday_in",
                                        "Whether the Land keeps the day; unknown where its municipalities decide"),
    jur::function<is_working_day>("is_working_day", "Monday to Friday, and no holiday of the whole country"),
    jur::function<is_working_day_in>("is_working_day_in", "Monday to Friday, and no holiday of the Land"),
    jur::function<next_working_day>("next_working_day", "The first working day after the day"),
    jur::function<working_day_on_or_after>("working_day_on_or_after",
                                           "The day itself where it is a working day, else the next one"),
    jur::function<add_working_days>("add_working_days", "So many working days after the day; before if negative"),
    jur::function<deadline_end>("deadline_end", "Where a deadline ends that would end on the day (BGB § 193)"),
    jur::function<jur::calendar::easter_sunday>("easter_sunday", "Easter Sunday of the year"),
    jur::function<cannabis_adult_age>("cannabis_adult_age", "From which age possession is lawful (KCanG § 3)"),
    jur::function<cannabis_public_limit>("cannabis_public_limit", "Grams that may be carried anywhere (KCanG § 3)"),
    jur::function<cannabis_home_limit>("cannabis_home_limit", "Grams that may be kept in all (KCanG § 3)"),
    jur::function<cannabis_plant_limit>("cannabis_plant_limit", "Plants that may be grown at home (KCanG § 3)"),
    jur::function<cannabis_possession>(
        "cannabis_possession", "lawful, administrative_offence or crime, of grams away and at home (KCanG §§ 34, 36)"),
    jur::function<cannabis_club_member_limit>("cannabis_club_member_limit", "Members of a growing club (KCanG § 16)"),
    jur::function<cannabis_club_daily_limit>("cannabis_club_daily_limit",
                                             "Grams a day to a member of the age (KCanG § 19)"),
    jur::function<cannabis_club_monthly_limit>("cannabis_club_monthly_limit",
                                               "Grams a month to a member of the age (KCanG § 19)"),
    jur::function<cannabis_club_thc_limit>("cannabis_club_thc_limit",
                                           "Per cent THC for members of 18 to 20; unknown for others (KCanG § 19)"),
};

constexpr std::array<jur_adapter, 0> kAdapters{};

constexpr std::array kPolicies{
    jur_policy{"milder_law", "yes"},
    jur_policy{"date_format", "d. month yyyy"},
    jur_policy{"decimal_sign", ","},
    jur_policy{"thousands_sign", "."},
};

constexpr std::array<char const*, 0> kPackages{};
constexpr std::array<char const*, 0> kSchemas{};

std::string fault_of_plugin() {
  if (is_public_holiday(jur::date(2026, 10, 3)) != true || is_working_day(jur::date(2026, 4, 7)) != true) {
    return "the calendar does not know the days of 2026";
  }
  std::optional<jur::Decimal> const limit = cannabis_public_limit(kCannabisAct);
  return limit && limit->coefficient == 25 ? "" : "the limit away from home is not 25 g";
}

constexpr jurisdiction_v1 kTable = jur::jurisdiction("de", "1.0.0", "Germany", kFunctions, kAdapters, kPolicies,
                                                     kPackages, kSchemas, jur::self_test<fault_of_plugin>());

}  // namespace
}  // namespace germany

JUR_EXPORT(germany::kTable)
