// Easter against the almanac, and the days on which nobody works.
#include "engine/base/working_days.h"

#include <gtest/gtest.h>

#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::base {
namespace {

using test::easter_sunday;

bool works(std::string_view day) {
  return is_working_day(test::calendar(), parse_date(day).value_or(Date{})).value_or(false);
}

TEST(WorkingDays, easter_of_the_almanac) {
  struct Easter {
    int year;
    std::string_view day;
  };
  for (Easter const& one :
       {Easter{1999, "1999-04-04"}, Easter{2008, "2008-03-23"}, Easter{2019, "2019-04-21"}, Easter{2024, "2024-03-31"},
        Easter{2025, "2025-04-20"}, Easter{2026, "2026-04-05"}, Easter{2027, "2027-03-28"}, Easter{2028, "2028-04-16"},
        Easter{2029, "2029-04-01"}, Easter{2030, "2030-04-21"}, Easter{2038, "2038-04-25"}}) {
    EXPECT_EQ(to_string(easter_sunday(one.year)), one.day);
  }
}

TEST(WorkingDays, easter_is_a_sunday_of_spring_in_every_year) {
  for (int year = 1; year <= 9999; ++year) {
    Date const easter = easter_sunday(year);
    ASSERT_EQ((easter.days % 7 + 7) % 7, 3) << year;  // 1970-01-01 was a Thursday
    ASSERT_GE(easter, make_date(year, 3, 22).value_or(Date{})) << year;
    ASSERT_LE(easter, make_date(year, 4, 25).value_or(Date{})) << year;
  }
}

TEST(WorkingDays, holidays_of_2026) {
  for (std::string_view const day :
       {"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-17",
        "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26"}) {
    EXPECT_FALSE(works(day)) << day;
  }
}

TEST(WorkingDays, weekends_and_days_between) {
  EXPECT_FALSE(works("2026-04-11"));
  EXPECT_FALSE(works("2026-04-12"));
  for (std::string_view const day : {"2026-04-01", "2026-04-07", "2026-05-13", "2026-05-15", "2026-05-26", "2026-12-24",
                                     "2026-12-31", "2026-01-02"}) {
    EXPECT_TRUE(works(day)) << day;
  }
  EXPECT_FALSE(works("2027-05-17"));  // a Monday, and Whit Monday too
  EXPECT_FALSE(works("2028-05-17"));  // a Wednesday
}

// Offers what it is told to, and has an answer for no date.
class Silent final : public Foreign {
 public:
  explicit Silent(ForeignFunction function) : functions_{std::move(function)} {}
  std::string const& id() const override { return word_; }
  std::string const& version() const override { return word_; }
  std::string const& digest() const override { return word_; }
  bool is_unlisted() const override { return false; }
  std::vector<ForeignFunction> const& functions() const override { return functions_; }
  ForeignAnswer call(std::size_t, std::span<ForeignValue const>, ForeignScratch&) const override {
    return {ForeignStatus::unknown, {}, {}};
  }

 private:
  std::string word_;
  std::vector<ForeignFunction> functions_;
};

TEST(WorkingDays, without_a_calendar_every_day_is_one) {
  EXPECT_EQ(is_working_day(kNoCalendar, parse_date("2026-12-25").value_or(Date{})), true);
}

TEST(WorkingDays, a_calendar_is_a_function_of_a_date) {
  EXPECT_EQ(calendar_of(test::jurisdiction()).function, test::kIsWorkingDay);
  EXPECT_EQ(calendar_of(Silent({"working_day", {ForeignType::date}, ForeignType::boolean, ""})), kNoCalendar);
  EXPECT_EQ(calendar_of(Silent({"is_working_day", {}, ForeignType::boolean, ""})), kNoCalendar);
  EXPECT_EQ(calendar_of(Silent({"is_working_day", {ForeignType::date}, ForeignType::integer, ""})), kNoCalendar);
}

TEST(WorkingDays, a_calendar_without_an_answer_is_not_taken_for_one) {
  Silent const silent({"is_working_day", {ForeignType::date}, ForeignType::boolean, ""});
  EXPECT_EQ(is_working_day(calendar_of(silent), Date{0}), std::nullopt);
}

}  // namespace
}  // namespace hjemmel::base
