// A value apart is read, copied and compared as the value itself.
#include "engine/base/apart.h"

#include <string>
#include <type_traits>
#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

using Text = Apart<std::string>;

static_assert(sizeof(Text) == sizeof(void*));
static_assert(std::is_nothrow_move_constructible_v<Text>);

TEST(Apart, WhatIsEmptyIsNotKept) {
  Text const none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(*none, "");
  EXPECT_TRUE(Text(std::string()).empty());
  EXPECT_EQ(none, Text(std::string()));
}

TEST(Apart, WhatMakesTheValueMakesIt) {
  Text const words = "a text";
  EXPECT_EQ(*words, "a text");
  Apart<std::vector<int>> numbers;
  numbers = {3, 4};
  EXPECT_EQ(*numbers, (std::vector{3, 4}));
}

TEST(Apart, ACopySharesItUntilOneIsChanged) {
  Text first(std::string("a"));
  Text const second = first;
  EXPECT_EQ(first, second);
  first = std::string("b");
  EXPECT_EQ(*second, "a");
  EXPECT_EQ(*first, "b");
  EXPECT_FALSE(first == second);
  first = second;
  EXPECT_EQ(first->size(), 1U);
  EXPECT_EQ(&*first, &*second);
  first.edit([](std::string& text) { text += "c"; });
  EXPECT_EQ(*first, "ac");
  EXPECT_EQ(*second, "a");
  first = Text();
  EXPECT_TRUE(first.empty());
}

TEST(Apart, IsChangedWhereItLies) {
  Apart<std::vector<int>> numbers;
  numbers.edit([](std::vector<int>& all) { all.push_back(3); });
  numbers.edit([](std::vector<int>& all) { all.push_back(4); });
  EXPECT_EQ(*numbers, (std::vector{3, 4}));
  numbers.edit([](std::vector<int>& all) { all.clear(); });
  EXPECT_TRUE(numbers.empty());
}

TEST(Apart, IsReadAsTheList) {
  Apart<std::vector<int>> const numbers{3, 4};
  EXPECT_EQ(std::vector<int>(numbers.begin(), numbers.end()), *numbers);
  EXPECT_EQ(numbers.size(), 2U);
  EXPECT_EQ(numbers.front() + numbers[1], 7);
  std::vector<int> const& same = numbers;
  EXPECT_EQ(&same, &*numbers);
}

}  // namespace
}  // namespace hjemmel::base
