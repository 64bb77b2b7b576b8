// Two ids lie in the list itself; from the third on all lie apart, and a list is read the same either way.
#include "engine/base/few.h"

#include <type_traits>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/id.h"

namespace hjemmel::base {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

using Numbers = Few<std::uint32_t>;
using ThingId = Id<struct ThingTag>;

static_assert(sizeof(Numbers) == 2 * sizeof(void*));
static_assert(std::is_nothrow_move_constructible_v<Numbers> && std::is_nothrow_move_assignable_v<Numbers>);

Numbers up_to(std::uint32_t count) {
  Numbers numbers;
  for (std::uint32_t i = 0; i < count; ++i) {
    numbers.push_back(i);
  }
  return numbers;
}

std::vector<std::uint32_t> same_up_to(std::uint32_t count) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < count; ++i) {
    numbers.push_back(i);
  }
  return numbers;
}

TEST(Few, HoldsWhatIsAppendedInItselfOrApart) {
  for (std::uint32_t const count : {0U, 1U, 2U, 3U, 4U, 5U, 1'000U}) {
    Numbers const numbers = up_to(count);
    EXPECT_EQ(numbers.size(), count);
    EXPECT_EQ(numbers.empty(), count == 0);
    EXPECT_THAT(numbers, ElementsAreArray(same_up_to(count)));
    if (count != 0) {
      EXPECT_EQ(numbers.front(), 0U);
      EXPECT_EQ(numbers.back(), count - 1);
      EXPECT_EQ(numbers[count - 1], count - 1);
    }
  }
}

TEST(Few, ACopyIsOneOfItsOwnAndWhatIsMovedIsLeftEmpty) {
  for (std::uint32_t const count : {0U, 1U, 2U, 3U, 9U}) {
    Numbers first = up_to(count);
    Numbers const copy = first;
    Numbers const moved = std::move(first);
    EXPECT_THAT(first, IsEmpty());  // NOLINT(bugprone-use-after-move): what is promised
    first.push_back(77);
    EXPECT_THAT(first, ElementsAre(77));
    EXPECT_EQ(copy, moved);
    EXPECT_THAT(copy, ElementsAreArray(same_up_to(count)));
  }
}

TEST(Few, IsAssignedOverWhatItHeld) {
  for (std::uint32_t const before : {0U, 2U, 3U, 9U}) {
    for (std::uint32_t const after : {0U, 2U, 3U, 9U}) {
      Numbers const from = up_to(after);
      Numbers to = up_to(before);
      to = from;
      EXPECT_EQ(to, from);
      Numbers other = up_to(before);
      other = up_to(after);
      EXPECT_EQ(other, from);
    }
  }
}

TEST(Few, IsChangedInTheMiddle) {
  Numbers numbers{1, 4};
  numbers.insert(numbers.begin() + 1, 3);
  std::vector<std::uint32_t> const more{2, 2};
  numbers.insert(numbers.begin() + 1, more.begin(), more.end());
  EXPECT_THAT(numbers, ElementsAre(1, 2, 2, 3, 4));
  numbers.erase(numbers.begin() + 1);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3, 4));
  numbers.erase(numbers.begin() + 2, numbers.end());
  EXPECT_THAT(numbers, ElementsAre(1, 2));
  numbers.pop_back();
  EXPECT_THAT(numbers, ElementsAre(1));
  numbers.clear();
  EXPECT_THAT(numbers, IsEmpty());
}

TEST(Few, WhatItIsResizedByIsNew) {
  Few<ThingId> ids{ThingId(std::size_t{5})};
  ids.resize(3);
  EXPECT_THAT(ids, ElementsAre(ThingId(std::size_t{5}), ThingId(), ThingId()));
  ids.resize(1);
  ids.resize(2);
  EXPECT_THAT(ids, ElementsAre(ThingId(std::size_t{5}), ThingId()));
}

TEST(Few, TheSameInItselfAndApartAreEqual) {
  Numbers apart = up_to(3);
  apart.erase(apart.begin() + 2);
  EXPECT_EQ(apart, (Numbers{0, 1}));
  EXPECT_FALSE(apart == (Numbers{0, 2}));
  EXPECT_FALSE(apart == (Numbers{0}));
}

}  // namespace
}  // namespace hjemmel::base
