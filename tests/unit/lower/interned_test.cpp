// Tests of engine/lower/interned.h.
#include "engine/lower/interned.h"

#include <array>

#include <gtest/gtest.h>

namespace hjemmel::lower {
namespace {

TEST(Interned, numbers_run_in_the_order_in_which_sequences_are_first_met) {
  Interned interned;
  std::array<std::uint32_t, 2> const first{7, 8};
  std::array<std::uint32_t, 2> const second{8, 7};
  EXPECT_EQ(interned.intern(first).number, 0U);
  EXPECT_EQ(interned.intern(second).number, 1U);
  auto const again = interned.intern(first);
  EXPECT_EQ(again.number, 0U);
  EXPECT_FALSE(again.is_new);
}

TEST(Interned, a_sequence_is_told_from_its_beginning_and_from_none) {
  Interned interned;
  std::array<std::uint32_t, 3> const words{0, 0, 0};
  for (std::size_t size = 0; size <= words.size(); ++size) {
    EXPECT_TRUE(interned.intern(std::span(words).first(size)).is_new) << size;
  }
  EXPECT_FALSE(interned.intern({}).is_new);
}

TEST(Interned, many_sequences_keep_their_numbers_while_it_grows) {
  constexpr std::uint32_t kMany = 10'000;
  Interned interned;
  for (std::uint32_t at = 0; at < kMany; ++at) {
    std::array const words{at, at * at};
    EXPECT_EQ(interned.intern(words).number, at);
  }
  for (std::uint32_t at = 0; at < kMany; ++at) {
    std::array const words{at, at * at};
    EXPECT_EQ(interned.intern(words).number, at);
  }
  EXPECT_EQ(interned.size(), kMany);
}

TEST(Numbered, what_has_the_hash_of_another_is_told_from_it_by_who_asks) {
  constexpr std::uint64_t kHash = 5;
  Numbered numbered;
  for (std::uint32_t at = 0; at < 100; ++at) {
    EXPECT_EQ(numbered.find_or_add(kHash, [](std::uint32_t) { return false; }).number, at);
  }
  for (std::uint32_t at = 0; at < 100; ++at) {
    auto const again = numbered.find_or_add(kHash, [&](std::uint32_t number) { return number == at; });
    EXPECT_EQ(again.number, at);
    EXPECT_FALSE(again.is_new);
  }
}

TEST(Numbered, what_has_another_hash_is_not_asked_about) {
  Numbered numbered;
  EXPECT_TRUE(numbered.find_or_add(5, [](std::uint32_t) { return true; }).is_new);
  EXPECT_TRUE(numbered.find_or_add(6, [](std::uint32_t) { return true; }).is_new);
}

}  // namespace
}  // namespace hjemmel::lower
