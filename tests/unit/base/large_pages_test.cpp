// The hint changes nothing that can be seen: what lies in the pages, and around them, stays.
#include "engine/base/large_pages.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>
#include <sys/mman.h>

namespace hjemmel::base {
namespace {

TEST(LargePages, RoomIsThereAndWhatItHoldsStays) {
  for (std::size_t const count :
       {std::size_t{0}, std::size_t{1}, kLargePage / 8 - 1, kLargePage / 8, 3 * kLargePage / 8}) {
    std::vector<std::uint64_t> list{7, 8};
    reserve_large(list, count);
    EXPECT_GE(list.capacity(), count);
    list.resize(std::max<std::size_t>(2, count));
    std::iota(list.begin() + 2, list.end(), 0);
    prefer_large_pages(list.data(), list.size() * sizeof(list[0]));
    EXPECT_EQ(list[0], 7U);
    EXPECT_EQ(list[1], 8U);
    EXPECT_EQ(list.back(), list.size() == 2 ? 8 : list.size() - 3);
  }
}

TEST(LargePages, LongListsFillThem) {
  EXPECT_EQ(in_large_pages(0), 0U);
  EXPECT_EQ(in_large_pages(kWorthLargePages - 1), kWorthLargePages - 1);
  EXPECT_EQ(in_large_pages(kWorthLargePages), kLargePage - 16);
  EXPECT_EQ(in_large_pages(kLargePage - 16), kLargePage - 16);
  EXPECT_EQ(in_large_pages(kLargePage - 15), 2 * kLargePage - 16);
}

TEST(LargePages, WhatLiesBesideStays) {
  std::vector<char> bytes(2 * kLargePage, 'x');
  prefer_large_pages(bytes.data() + 1, kWorthLargePages - 1);  // too little for one
  prefer_large_pages(bytes.data() + 1, bytes.size() - 2);
  EXPECT_EQ(bytes.front(), 'x');
  EXPECT_EQ(bytes.back(), 'x');
}

// The last: what it finds is found for the process.
TEST(LargePages, NoMoreAreAskedForOnceOneWasSlow) {
#ifdef MADV_POPULATE_WRITE
  std::vector<char> bytes(3 * kLargePage, 'x');
  auto const first = reinterpret_cast<std::uintptr_t>(bytes.data()) / kLargePage * kLargePage + kLargePage;
  if (large_pages_are_slow() || ::madvise(bytes.data() + (first - reinterpret_cast<std::uintptr_t>(bytes.data())),
                                          kLargePage, MADV_HUGEPAGE) != 0) {
    GTEST_SKIP() << "one was slow before, or this system has none";
  }
  prefer_large_pages(bytes.data(), bytes.size(), std::chrono::hours(1));
  EXPECT_FALSE(large_pages_are_slow());
  prefer_large_pages(bytes.data(), kWorthLargePages - 1, std::chrono::nanoseconds(-1));  // too little for one
  EXPECT_FALSE(large_pages_are_slow());
  prefer_large_pages(bytes.data(), bytes.size(), std::chrono::nanoseconds(-1));
  EXPECT_TRUE(large_pages_are_slow());
  prefer_large_pages(bytes.data(), bytes.size());
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 'x'), static_cast<std::ptrdiff_t>(bytes.size()));
#else
  GTEST_SKIP() << "this system has none";
#endif
}

}  // namespace
}  // namespace hjemmel::base
