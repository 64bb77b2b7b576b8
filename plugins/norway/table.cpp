// Norway's plugin, `no`: what it offers to rules and hosts, by name.
//
// The functions stand in the other files of this folder, by topic; plugins/README.md lists them for authors of rules. The policies
// say: straffeloven § 3 first paragraph (the milder law at the time of decision), the order of reactions of the rule package
// minor_narcotics, and how reports write dates and numbers. No statute that this project reads sets a time for keeping decision
// records: five years are a suggestion to the host, who answers for it. Tested in tests/plugin_functions.
#include "plugins/norway/calendar.h"
#include "plugins/norway/format.h"
#include "plugins/norway/identity_number.h"
#include "plugins/norway/police_csv.h"
#include "plugins/norway/substance.h"

namespace norway {
namespace {

constexpr std::array kFunctions{
    jur::function<is_public_holiday>("is_public_holiday",
                                     "Whether the day is a named holiday (helligdagsfredloven § 2)"),
    jur::function<is_working_day>("is_working_day", "Monday to Friday, and no public holiday"),
    jur::function<next_working_day>("next_working_day", "The first working day after the day"),
    jur::function<working_day_on_or_after>("working_day_on_or_after",
                                           "The day itself where it is a working day, else the next one"),
    jur::function<add_working_days>("add_working_days", "So many working days after the day; before it if negative"),
    jur::function<deadline_end>("deadline_end",
                                "Where a statutory deadline ends that would end on the day (domstolloven § 149)"),
    jur::function<jur::calendar::easter_sunday>("easter_sunday", "Easter Sunday of the year"),
    jur::function<identity_number_is_valid>("identity_number_is_valid",
                                            "Whether the number is well formed, as given out before 2032"),
    jur::function<identity_number_is_valid_on>("identity_number_is_valid_on",
                                               "Whether the number is well formed by the rules of the day"),
    jur::function<identity_number_kind>("identity_number_kind",
                                        "birth_number, d_number, synthetic, help_or_test; unknown where not valid"),
    jur::function<identity_number_kind_on>("identity_number_kind_on", "The kind, by the rules of the day"),
    jur::function<identity_number_birth_date>("identity_number_birth_date",
                                              "The day of birth that the number tells, as given out before 2032"),
    jur::function<identity_number_birth_date_on>("identity_number_birth_date_on",
                                                 "The day of birth, by the rules of the day; unknown where two fit"),
    jur::function<canonical_substance>("canonical_substance",
                                       "The name that rules know the substance by; unknown where not in the table"),
    jur::function<format_date>("format_date", "The date as Norwegian reports write it: 4. mai 2026"),
    jur::function<format_decimal>("format_decimal", "The number as Norwegian reports write it: 12 345,5"),
};

constexpr std::array kAdapters{
    jur::adapter<convert_police_csv>("police_csv", "no/narcotics_case",
                                     "A record of a police register's CSV export, with its header line"),
};

constexpr std::array kPolicies{
    jur_policy{"milder_law", "yes"},
    jur_policy{
        "severity.reactions",
        "unconditional_waiver = sentencing_waiver < conditional_waiver < deferred_sentencing < fine < imprisonment"},
    jur_policy{"retention", "P5Y"},
    jur_policy{"date_format", "d. month yyyy"},
    jur_policy{"decimal_sign", ","},
    jur_policy{"thousands_sign", "\u00a0"},
};

constexpr std::array<char const*, 2> kPackages{"no.penal.minor_narcotics", "no.health.lar"};
constexpr std::array<char const*, 2> kSchemas{"no/narcotics_case", "no/lar_case"};

// One known answer of each topic: a compiler or a library that breaks one of them must not decide cases.
std::string fault_of_plugin() {
  if (jur::calendar::easter_sunday(2026) != jur::date(2026, 4, 5) || is_working_day(jur::date(2026, 5, 14))) {
    return "the calendar does not know Ascension Day of 2026";
  }
  if (!identity_number_is_valid("15907600073") || identity_number_is_valid("15907600074")) {
    return "the control digits of identity numbers come out wrong";
  }
  if (canonical_substance("Hasj") != "cannabis") {
    return "the table of substances does not know `Hasj`";
  }
  return format_date(jur::date(2026, 5, 4)) == "4. mai 2026" ? "" : "a date is written wrong";
}

constexpr jurisdiction_v1 kTable = jur::jurisdiction("no", "1.0.0", "Norway", kFunctions, kAdapters, kPolicies,
                                                     kPackages, kSchemas, jur::self_test<fault_of_plugin>());

}  // namespace
}  // namespace norway

JUR_EXPORT(norway::kTable)
