// The functions, as a table of names and types and one switch.
#include "tests/foreign/test_jurisdiction.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace hjemmel::test {
namespace {

using base::Date;
using base::Decimal;
using base::ForeignAnswer;
using base::ForeignStatus;
using base::ForeignType;
using base::ForeignValue;

// Days after Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Sunday, Whit Monday. Easter Sunday
// and Whit Sunday are Sundays anyway.
constexpr std::array kAroundEaster{-3, -2, 0, 1, 39, 49, 50};

struct DayOfYear {
  unsigned month;
  unsigned day;
};

constexpr std::array kFixed{DayOfYear{1, 1}, DayOfYear{5, 1}, DayOfYear{5, 17}, DayOfYear{12, 25}, DayOfYear{12, 26}};

std::chrono::sys_days day_of(Date date) { return std::chrono::sys_days(std::chrono::days(date.days)); }

bool is_weekend(Date date) {
  std::chrono::weekday const day(day_of(date));
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

bool is_holiday_in_norway(Date date) {
  std::chrono::year_month_day const day(day_of(date));
  auto const fixed = [&](DayOfYear const& one) {
    return day.month() == std::chrono::month(one.month) && day.day() == std::chrono::day(one.day);
  };
  if (std::any_of(kFixed.begin(), kFixed.end(), fixed)) {
    return true;
  }
  std::int32_t const after_easter = date.days - easter_sunday(static_cast<int>(day.year())).days;
  return std::find(kAroundEaster.begin(), kAroundEaster.end(), after_easter) != kAroundEaster.end();
}

ForeignAnswer known(Decimal number) { return {ForeignStatus::ok, {number, {}}, {}}; }
ForeignAnswer refused(std::string why) { return {ForeignStatus::bad_argument, {}, std::move(why)}; }

Date date_of(ForeignValue const& value) { return Date{static_cast<std::int32_t>(value.number.coefficient())}; }

bool works(Date date) { return !is_weekend(date) && !is_holiday_in_norway(date); }

ForeignAnswer next_working_day(Date date) {
  do {
    ++date.days;
  } while (!works(date));
  return date > base::kLastDate ? refused("`tt.next_working_day`: there is no such day")
                                : known(Decimal::of(date.days));
}

ForeignAnswer shorter(std::string_view text, base::ForeignScratch& scratch) {
  if (text.size() < 2) {
    return text.empty() ? refused("`tt.shorter` refuses the argument") : ForeignAnswer{ForeignStatus::unknown, {}, {}};
  }
  scratch.text = text.substr(0, text.size() - 1);
  return {ForeignStatus::ok, {{}, scratch.text}, {}};
}

ForeignAnswer half(Decimal number) {
  auto const result = number < Decimal() ? std::nullopt : base::multiply(number, Decimal::of(5, 1));
  return result ? known(*result) : refused("`tt.half` refuses the argument");
}

ForeignAnswer lucky(std::int64_t number) {
  if (number == 13) {
    return {ForeignStatus::fault, {}, "`tt.lucky` failed"};
  }
  return number == 7 ? ForeignAnswer{ForeignStatus::unknown, {}, {}} : known(Decimal::of(number % 2));
}

class TestJurisdiction final : public base::Foreign {
 public:
  std::string const& id() const override { return id_; }
  std::string const& version() const override { return version_; }
  std::string const& digest() const override { return digest_; }
  bool is_unlisted() const override { return false; }
  std::vector<base::ForeignFunction> const& functions() const override { return functions_; }

  ForeignAnswer call(std::size_t function, std::span<ForeignValue const> arguments,
                     base::ForeignScratch& scratch) const override {
    switch (function) {
      case kIsWorkingDay:
        return known(Decimal::of(works(date_of(arguments[0])) ? 1 : 0));
      case kNextWorkingDay:
        return next_working_day(date_of(arguments[0]));
      case kWeekday: {
        std::chrono::weekday const day(day_of(date_of(arguments[0])));
        return known(Decimal::of(day.iso_encoding()));
      }
      case kIsSame:
        return known(Decimal::of(arguments[0].text == arguments[1].text ? 1 : 0));
      case kShorter:
        return shorter(arguments[0].text, scratch);
      case kHalf:
        return half(arguments[0].number);
      case kLucky:
        return lucky(arguments[0].number.coefficient());
      default:
        return known(Decimal::of(42));
    }
  }

 private:
  std::string id_ = "tt";
  std::string version_ = "1.2.0";
  std::string digest_ = "sha256:" + std::string(64, '0');
  std::vector<base::ForeignFunction> functions_{
      {"is_working_day", {ForeignType::date}, ForeignType::boolean, "Whether people work that day"},
      {"next_working_day", {ForeignType::date}, ForeignType::date, "The first working day after a day"},
      {"weekday", {ForeignType::date}, ForeignType::integer, "1 for Monday to 7 for Sunday"},
      {"is_same", {ForeignType::text, ForeignType::text}, ForeignType::boolean, "Whether two texts are the same"},
      {"shorter", {ForeignType::text}, ForeignType::text, "A text without its last letter"},
      {"half", {ForeignType::decimal}, ForeignType::decimal, "Half of a number"},
      {"lucky", {ForeignType::integer}, ForeignType::boolean, "Whether a number is odd"},
      {"answer", {}, ForeignType::integer, "42"},
  };
};

}  // namespace

base::Foreign const& jurisdiction() {
  static TestJurisdiction const one;
  return one;
}

base::Calendar calendar() { return base::calendar_of(jurisdiction()); }

// The computation of Meeus, Jones and Butcher: the Sunday after the first full moon of spring, by the church's tables.
Date easter_sunday(int year) {
  int const golden = year % 19;
  int const century = year / 100;
  int const epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int const to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  int const late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int const count = epact + to_sunday - 7 * late + 114;
  return base::make_date(year, static_cast<unsigned>(count / 31), static_cast<unsigned>(count % 31 + 1))
      .value_or(Date{});
}

}  // namespace hjemmel::test
