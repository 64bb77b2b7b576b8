// A value apart is read, copied and compared as the value itself.
#include "engine/base/seldom.h"

#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

using Text = Seldom<std::string>;

static_assert(sizeof(Text) == sizeof(void*));
static_assert(std::is_nothrow_move_constructible_v<Text>);

TEST(Seldom, WhatIsEmptyIsNotKept) {
  Text const none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(*none, "");
  EXPECT_TRUE(Text(std::string()).empty());
  EXPECT_EQ(none, Text(std::string()));
}

TEST(Seldom, WhatMakesTheValueMakesIt) {
  Text const words = "a text";
  EXPECT_EQ(*words, "a text");
  Seldom<std::vector<int>> numbers;
  numbers = {3, 4};
  EXPECT_EQ(*numbers, (std::vector{3, 4}));
}

TEST(Seldom, ACopyIsOneOfItsOwn) {
  Text first(std::string("a"));
  Text const second = first;
  EXPECT_EQ(first, second);
  first = std::string("b");
  EXPECT_EQ(*second, "a");
  EXPECT_EQ(*first, "b");
  EXPECT_FALSE(first == second);
  first = second;
  EXPECT_EQ(first->size(), 1U);
  EXPECT_NE(&*first, &*second);
  first = Text();
  EXPECT_TRUE(first.empty());
}

TEST(Seldom, IsChangedWhereItLies) {
  Seldom<std::vector<int>> numbers;
  numbers.edit([](std::vector<int>& all) { all.push_back(3); });
  numbers.edit([](std::vector<int>& all) { all.push_back(4); });
  EXPECT_EQ(*numbers, (std::vector{3, 4}));
  numbers.edit([](std::vector<int>& all) { all.clear(); });
  EXPECT_TRUE(numbers.empty());
}

}  // namespace
}  // namespace hjemmel::base
