// Result and CHECK: the two ways out that are no outcome.
#include "engine/base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) {
    return Error{"`" + std::to_string(number) + "` is odd"};
  }
  return number / 2;
}

TEST(Result, holds_a_value_or_says_why_not) {
  auto const good = half(8);
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 4);
  auto const bad = half(7);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().while_doing("halving").message, "halving: `7` is odd");
}

TEST(Result, that_is_given_up_gives_its_value_away) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  std::unique_ptr<int> const taken = *std::move(result);
  EXPECT_EQ(*taken, 7);
}

TEST(ResultDeathTest, taking_what_is_not_there_ends_the_process) {
  EXPECT_DEATH(static_cast<void>(*half(7)), "internal error: .* does not hold at .*result.h");
  EXPECT_DEATH(static_cast<void>(half(8).error()), "internal error");
}

}  // namespace
}  // namespace hjemmel::base
