// plugins/norway/format.h: dates and numbers as Norwegian reports write them, and the policies that say the same.
#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

Answer decimal(std::int64_t coefficient, std::int32_t scale) {
  return norway().call("format_decimal", {jur::Decimal{coefficient, scale}});
}

TEST(Format, dates_have_no_leading_zero_and_the_month_in_small_letters) {
  std::vector<std::string> const months{"januar", "februar", "mars",      "april",   "mai",      "juni",
                                        "juli",   "august",  "september", "oktober", "november", "desember"};
  for (std::int32_t month = 1; month <= 12; ++month) {
    EXPECT_EQ(norway().call("format_date", {day(2026, month, 4)}),
              text("4. " + months[static_cast<std::size_t>(month - 1)] + " 2026"));
  }
  EXPECT_EQ(norway().call("format_date", {day(2026, 5, 31)}), text("31. mai 2026"));
  EXPECT_EQ(norway().call("format_date", {jur::kFirstDate}), text("1. januar 1"));
}

TEST(Format, decimals_have_a_comma_and_no_break_spaces) {
  EXPECT_EQ(decimal(0, 0), text("0"));
  EXPECT_EQ(decimal(125, 1), text("12,5"));
  EXPECT_EQ(decimal(250, 2), text("2,50"));
  EXPECT_EQ(decimal(5, 3), text("0,005"));
  EXPECT_EQ(decimal(1234, 0), text("1234"));
  EXPECT_EQ(decimal(12345, 0), text("12\u00a0345"));
  EXPECT_EQ(decimal(123456789, 2), text("1\u00a0234\u00a0567,89"));
  EXPECT_EQ(decimal(-12345, 0), text("\u221212\u00a0345"));
  EXPECT_EQ(decimal(-5, 1), text("\u22120,5"));
}

TEST(Format, the_ends_of_the_number_range) {
  EXPECT_EQ(decimal(INT64_MAX, 9), text("9\u00a0223\u00a0372\u00a0036,854775807"));
  EXPECT_EQ(decimal(INT64_MIN, 0), text("\u22129\u00a0223\u00a0372\u00a0036\u00a0854\u00a0775\u00a0808"));
  EXPECT_EQ(decimal(1, 10), bad_argument());
  EXPECT_EQ(decimal(1, -1), bad_argument());
}

TEST(Format, policies_say_what_the_functions_do) {
  auto const policy = [](std::string_view name) -> std::string {
    jurisdiction_v1 const& table = norway().table();
    for (std::uint64_t at = 0; at < table.policy_count; ++at) {
      if (table.policies[at].name == name) {
        return table.policies[at].value;
      }
    }
    return "";
  };
  EXPECT_EQ(policy("date_format"), "d. month yyyy");
  EXPECT_EQ(policy("decimal_sign"), ",");
  EXPECT_EQ(policy("thousands_sign"), "\u00a0");
  EXPECT_EQ(policy("milder_law"), "yes");
  EXPECT_EQ(
      policy("severity.reactions"),
      "unconditional_waiver = sentencing_waiver < conditional_waiver < deferred_sentencing < fine < imprisonment");
}

}  // namespace
}  // namespace plugin_functions
