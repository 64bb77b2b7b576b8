// Denmark's plugin, `dk`: its calendar, ages for alcohol, and the groups of the doping act.
//
// No rule package belongs to it yet. The milder law applies by straffeloven (the Danish one) § 3 first paragraph. Tested in
// tests/plugin_functions/denmark_test.cpp.
#include "plugins/denmark/alcohol.h"
#include "plugins/denmark/calendar.h"
#include "plugins/denmark/doping.h"

namespace denmark {
namespace {

constexpr std::array kFunctions{
    jur::function<is_public_holiday>("is_public_holiday", "Whether the day is a holiday; store bededag until 2023"),
    jur::function<is_working_day>("is_working_day", "Monday to Friday, and no public holiday"),
    jur::function<next_working_day>("next_working_day", "The first working day after the day"),
    jur::function<working_day_on_or_after>("working_day_on_or_after",
                                           "The day itself where it is a working day, else the next one"),
    jur::function<add_working_days>("add_working_days", "So many working days after the day; before if negative"),
    jur::function<deadline_end>("deadline_end",
                                "Where a deadline ends that would end on the day (as forældelsesloven § 27)"),
    jur::function<jur::calendar::easter_sunday>("easter_sunday", "Easter Sunday of the year"),
    jur::function<alcohol_sale_age>("alcohol_sale_age", "From which age a drink of the strength is sold; from 2020"),
    jur::function<alcohol_strength_limit_under_18>("alcohol_strength_limit_under_18",
                                                   "Per cent that 16- and 17-year-olds may buy; from 2020"),
    jur::function<alcohol_sale_is_allowed>("alcohol_sale_is_allowed", "Whether a drink may be sold to the age"),
    jur::function<alcohol_serving_age>("alcohol_serving_age", "From which age bars serve alcohol"),
    jur::function<doping_group>("doping_group", "The group of dopingloven § 1; unknown where not in the table"),
    jur::function<doping_act_in_force>("doping_act_in_force", "Whether dopingloven of 1999 is in force on the day"),
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
  if (!is_public_holiday(jur::date(2023, 5, 5)) || is_public_holiday(jur::date(2024, 4, 26))) {
    return "the calendar does not know when store bededag was abolished";
  }
  return doping_group("Testosteron") == "androgen" ? "" : "the table of doping substances does not know `Testosteron`";
}

constexpr jurisdiction_v1 kTable = jur::jurisdiction("dk", "1.0.0", "Denmark", kFunctions, kAdapters, kPolicies,
                                                     kPackages, kSchemas, jur::self_test<fault_of_plugin>());

}  // namespace
}  // namespace denmark

JUR_EXPORT(denmark::kTable)
