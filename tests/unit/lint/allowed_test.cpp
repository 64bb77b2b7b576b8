// Stretches of numbers, cut with one another.
#include "engine/lint/allowed.h"

#include <gtest/gtest.h>

namespace hjemmel::lint {
namespace {

using base::Decimal;

Allowed above(std::int64_t number, bool whole) {
  Allowed allowed{{{{Decimal::of(number), false}, {}}}, false, whole};
  return allowed;
}

Allowed below(std::int64_t number) { return {{{{}, {Decimal::of(number), false}}}, false, false}; }

TEST(Allowed, nothing_lies_between_two_whole_numbers) {
  EXPECT_TRUE(both(above(17, true), below(18)).is_nothing());
  EXPECT_FALSE(both(above(17, false), below(18)).is_nothing());
}

TEST(Allowed, ends_that_touch_share_a_number_only_where_both_are_included) {
  auto const low = between(std::nullopt, Decimal::of(5), false);
  EXPECT_FALSE(both(low, between(Decimal::of(5), std::nullopt, false)).is_nothing());
  EXPECT_TRUE(both(low, above(5, false)).is_nothing());
}

TEST(Allowed, several_stretches_are_cut_each) {
  Allowed const values = both(only({0, 2, 4}), between(Decimal::of(1), Decimal::of(4), true));
  ASSERT_EQ(values.numbers.size(), 2U);
  EXPECT_EQ(values.numbers.front().low.value, Decimal::of(2));
}

TEST(Allowed, not_applicable_stays_where_both_allow_it) {
  Allowed one{{}, true, false};
  EXPECT_FALSE(both(one, one).is_nothing());
  EXPECT_TRUE(both(one, any_number(false)).is_nothing());
}

}  // namespace
}  // namespace hjemmel::lint
