// plugins/norway/identity_number.h against a golden list from another program, and against a search that knows nothing of its
// code: series of individual numbers by the year of birth, as the regulation words them, and control digits found by trying all.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

// The individual numbers of a year of birth begin or end somewhere here.
constexpr std::array kBoundaries{0, 1, 250, 498, 499, 500, 501, 748, 749, 750, 751, 898, 899, 900, 901, 998, 999};

bool in_series(std::int32_t year, std::int32_t individual) {
  auto const between = [](std::int32_t number, std::int32_t first, std::int32_t last) {
    return first <= number && number <= last;
  };
  return (between(year, 1854, 1899) && between(individual, 500, 749)) ||
         (between(year, 1900, 1999) && between(individual, 0, 499)) ||
         (between(year, 1940, 1999) && between(individual, 900, 999)) ||
         (between(year, 2000, 2039) && between(individual, 500, 999));
}

std::string padded(std::int32_t number, std::size_t width) {
  std::string const digits = std::to_string(number);
  return std::string(width - digits.size(), '0') + digits;
}

std::string nine_digits(jur::Day birth, std::int32_t individual, std::int32_t day_offset = 0,
                        std::int32_t month_offset = 0) {
  return padded(birth.day + day_offset, 2) + padded(birth.month + month_offset, 2) + padded(birth.year % 100, 2) +
         padded(individual, 3);
}

std::int32_t weighed(std::string const& digits, std::vector<std::int32_t> const& weights) {
  std::int32_t sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) {
    sum += weights[at] * (digits[at] - '0');
  }
  return sum % 11;
}

// The control digit that leaves `rest`; 10 is none.
std::int32_t control(std::int32_t sum, std::int32_t rest) { return (11 - sum + rest) % 11; }

// The number with control digits whose first sum leaves `rest`; empty where there are none.
std::string completed(std::string digits, std::int32_t rest = 0) {
  std::int32_t const first = control(weighed(digits, {3, 7, 6, 1, 8, 9, 4, 5, 2}), rest);
  digits += std::to_string(first);
  std::int32_t const second = first == 10 ? 10 : control(weighed(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}), 0);
  return first == 10 || second == 10 ? std::string() : digits + std::to_string(second);
}

// Straight through the border, for the tests that ask millions of times.
bool valid(std::string const& number) {
  static jur_function const* const function = norway().find("identity_number_is_valid");
  jur_value argument{};
  argument.type = JUR_TEXT;
  argument.text = number.data();
  argument.text_size = number.size();
  jur_value result{};
  result.type = JUR_BOOL;
  return function->scalar(&argument, 1, &result) == JUR_OK && result.number == 1;
}

TEST(IdentityNumber, agrees_with_the_golden_list) {
  std::ifstream list("tests/plugin_functions/identity_numbers.txt");
  std::size_t lines = 0;
  for (std::string number_text, kind, birth; list >> number_text >> kind >> birth; ++lines) {
    bool const good = kind != "-";
    EXPECT_EQ(norway().call("identity_number_is_valid", {number_text}), number(good)) << number_text;
    EXPECT_EQ(norway().call("identity_number_kind", {number_text}), good ? text(kind) : unknown()) << number_text;
    Answer const born = norway().call("identity_number_birth_date", {number_text});
    EXPECT_EQ(born,
              good ? date(std::stoi(birth.substr(0, 4)), std::stoi(birth.substr(5, 2)), std::stoi(birth.substr(8, 2)))
                   : unknown())
        << number_text;
  }
  EXPECT_GT(lines, 1000U);
}

TEST(IdentityNumber, every_day_of_birth_and_every_boundary_of_the_series) {
  std::size_t numbers = 0;
  for (jur::Date date = day(1854, 1, 1); date <= day(2039, 12, 31); date.days += HJEMMEL_BIRTH_STEP) {
    jur::Day const birth = jur::parts_of(date);
    for (std::int32_t const individual : kBoundaries) {
      std::string const made = completed(nine_digits(birth, individual));
      if (made.empty() || !in_series(birth.year, individual)) {
        continue;
      }
      ++numbers;
      ASSERT_TRUE(valid(made)) << made;
      ASSERT_EQ(norway().call("identity_number_birth_date", {made}), number(date.days)) << made;
    }
  }
  EXPECT_GT(numbers, 300'000U / HJEMMEL_BIRTH_STEP);
}

// One day in eleven of a century, so that each day, month and pair of digits of a year is met.
TEST(IdentityNumber, of_all_endings_only_the_right_one_and_only_in_a_series) {
  for (jur::Date date = day(2000, 1, 1); date <= day(2099, 12, 31); date.days += 11 * HJEMMEL_BIRTH_STEP) {
    jur::Day const birth = jur::parts_of(date);
    for (std::int32_t const individual : kBoundaries) {
      bool series = false;
      for (std::int32_t const century : {1800, 1900, 2000}) {
        std::int32_t const year = century + birth.year % 100;
        series = series || (in_series(year, individual) && jur::date_of({year, birth.month, birth.day}));
      }
      std::string const nine = nine_digits(birth, individual);
      std::string const right = series ? completed(nine) : std::string();
      for (std::int32_t ending = 0; ending < 100; ++ending) {
        std::string const made = nine + padded(ending, 2);
        ASSERT_EQ(valid(made), made == right) << made;
      }
    }
  }
}

TEST(IdentityNumber, days_that_do_not_exist) {
  for (std::string const nine :
       {"300255100", "310455100", "290255100", "001055100", "010055100", "011355100", "320155100"}) {
    std::string made;
    for (std::int32_t individual = 100; made.empty(); ++individual) {
      made = completed(nine.substr(0, 6) + padded(individual, 3));
    }
    EXPECT_FALSE(valid(made)) << made;
    EXPECT_EQ(norway().call("identity_number_is_valid_on", {made, day(2040, 1, 1)}), number(0)) << made;
  }
}

TEST(IdentityNumber, leap_days_by_century) {
  auto const leap_day = [](std::int32_t year, std::int32_t from) {
    std::string made;
    for (std::int32_t individual = from; made.empty(); ++individual) {
      made = completed(nine_digits({year, 2, 29}, individual));
    }
    return made;
  };
  EXPECT_FALSE(valid(leap_day(1900, 100)));
  EXPECT_TRUE(valid(leap_day(2000, 600)));
  EXPECT_TRUE(valid(leap_day(1896, 600)));
}

TEST(IdentityNumber, other_forms_are_none) {
  std::string const good = completed("158076600");
  EXPECT_EQ(good.size(), 11U);
  for (std::string const& bad :
       {std::string(), std::string("1"), good.substr(1), good + "0", " " + good.substr(1), good.substr(0, 10) + " ",
        good.substr(0, 6) + " " + good.substr(6), std::string(11, 'x'), std::string(11, '\0'),
        std::string("\u0661\u0661\u0661\u0661\u0661") + "1"}) {
    EXPECT_EQ(norway().call("identity_number_is_valid", {bad}), number(0)) << bad;
    EXPECT_EQ(norway().call("identity_number_kind", {bad}), unknown()) << bad;
    EXPECT_EQ(norway().call("identity_number_birth_date_on", {bad, day(2026, 1, 1)}), unknown()) << bad;
  }
}

TEST(IdentityNumber, kinds_by_what_is_added) {
  struct Case {
    std::int32_t day_offset, month_offset;
    std::string kind;
  };
  for (Case const& one :
       {Case{0, 0, "birth_number"}, Case{40, 0, "d_number"}, Case{0, 80, "synthetic"},
        Case{40, 80, "synthetic_d_number"}, Case{0, 40, "help_or_test"}, Case{40, 40, "help_or_test_d_number"},
        Case{0, 20, ""}, Case{0, 60, ""}, Case{0, 65, ""}, Case{20, 0, ""}, Case{60, 0, ""}, Case{80, 0, ""}}) {
    for (std::int32_t individual = 600; individual < 620; ++individual) {
      std::string const made = completed(nine_digits({2033, 10, 15}, individual, one.day_offset, one.month_offset));
      if (made.empty()) {
        continue;
      }
      EXPECT_EQ(norway().call("identity_number_kind", {made}), one.kind.empty() ? unknown() : text(one.kind)) << made;
      bool const tells = !one.kind.empty() && one.month_offset != 40;
      EXPECT_EQ(norway().call("identity_number_birth_date", {made}), tells ? date(2033, 10, 15) : unknown()) << made;
    }
  }
}

TEST(IdentityNumber, from_2032_the_first_sum_may_leave_up_to_three) {
  for (std::int32_t individual = 0; individual < 1000; ++individual) {
    for (std::int32_t rest = 0; rest < 11; ++rest) {
      std::string const made = completed(nine_digits({1976, 10, 15}, individual, 0, 80), rest);
      if (made.empty()) {
        continue;
      }
      bool const old =
          rest == 0 && (individual <= 499 || individual >= 900 || (individual >= 500 && individual <= 749));
      EXPECT_EQ(norway().call("identity_number_is_valid", {made}), number(old)) << made;
      EXPECT_EQ(norway().call("identity_number_is_valid_on", {made, day(2031, 12, 31)}), number(old)) << made;
      EXPECT_EQ(norway().call("identity_number_is_valid_on", {made, day(2032, 1, 1)}), number(rest <= 3)) << made;
      EXPECT_EQ(norway().call("identity_number_kind_on", {made, day(2032, 1, 1)}),
                rest <= 3 ? text("synthetic") : unknown())
          << made;
    }
  }
}

// Of a birth in '76 in 2032: 1976 alone, unless the number may also be an old one of 1876.
TEST(IdentityNumber, from_2032_a_day_of_birth_is_told_where_one_alone_fits) {
  for (std::int32_t individual = 0; individual < 1000; ++individual) {
    for (std::int32_t rest = 0; rest <= 3; ++rest) {
      std::string const made = completed(nine_digits({1976, 10, 15}, individual, 0, 80), rest);
      if (!made.empty()) {
        bool const also_1876 = rest == 0 && individual >= 500 && individual <= 749;
        EXPECT_EQ(norway().call("identity_number_birth_date_on", {made, day(2032, 1, 1)}),
                  also_1876 ? unknown() : date(1976, 10, 15))
            << made;
      }
    }
  }
}

TEST(IdentityNumber, from_2032_two_centuries_leave_the_day_unknown) {
  std::string const made = completed(nine_digits({2011, 3, 9}, 612, 0, 80));
  ASSERT_FALSE(made.empty());
  EXPECT_EQ(norway().call("identity_number_birth_date_on", {made, day(2031, 12, 31)}), date(2011, 3, 9));
  EXPECT_EQ(norway().call("identity_number_birth_date_on", {made, day(2032, 1, 1)}), unknown());
}

TEST(IdentityNumber, nobody_has_a_number_before_the_day_of_birth) {
  std::string made;
  for (std::int32_t individual = 600; made.empty(); ++individual) {
    made = completed(nine_digits({2026, 7, 2}, individual, 0, 80));
  }
  EXPECT_EQ(norway().call("identity_number_is_valid_on", {made, day(2026, 7, 1)}), number(0));
  EXPECT_EQ(norway().call("identity_number_is_valid_on", {made, day(2026, 7, 2)}), number(1));
  EXPECT_EQ(norway().call("identity_number_birth_date_on", {made, day(2026, 7, 2)}), date(2026, 7, 2));
}

}  // namespace
}  // namespace plugin_functions
