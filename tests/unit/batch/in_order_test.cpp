// Work that takes longer for some items than for others.
#include "engine/batch/in_order.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::batch {
namespace {

std::optional<int> count_to(int& next, int last) { return next <= last ? std::optional(next++) : std::nullopt; }

TEST(InOrder, results_come_as_the_items_went_in) {
  for (std::size_t const threads : {1U, 2U, 5U}) {
    int next = 1;
    std::vector<int> taken;
    in_order(
        threads, [&] { return count_to(next, 200); },
        [](int const& item) {
          std::this_thread::sleep_for(std::chrono::microseconds(item % 7 * 50));
          return item * 2;
        },
        [&](int result) {
          taken.push_back(result);
          return true;
        });
    ASSERT_EQ(taken.size(), 200U);
    for (std::size_t i = 0; i < taken.size(); ++i) {
      EXPECT_EQ(taken[i], 2 * (static_cast<int>(i) + 1)) << threads;
    }
  }
}

TEST(InOrder, no_more_than_twice_as_many_as_threads_are_on_their_way) {
  int next = 1;
  int taken = 0;
  in_order(
      3, [&] { return count_to(next, 100); }, [](int const& item) { return item; },
      [&](int) {
        EXPECT_LE(next - 1 - taken, 3 * 2 + 1);
        ++taken;
        return true;
      });
  EXPECT_EQ(taken, 100);
}

TEST(InOrder, ends_early_where_nobody_takes_more) {
  for (std::size_t const threads : {1U, 4U}) {
    int next = 1;
    int taken = 0;
    in_order(
        threads, [&] { return count_to(next, 1000); }, [](int const& item) { return item; },
        [&](int) { return ++taken < 5; });
    EXPECT_EQ(taken, 5) << threads;
    EXPECT_LE(next, 20) << threads;
  }
}

TEST(InOrder, what_is_thrown_comes_out) {
  for (std::size_t const threads : {1U, 4U}) {
    int next = 1;
    auto const work = [](int const& item) {
      if (item == 50) {
        throw std::runtime_error("fifty");
      }
      return item;
    };
    EXPECT_THROW(in_order(
                     threads, [&] { return count_to(next, 1000); }, work, [](int) { return true; }),
                 std::runtime_error)
        << threads;
  }
}

}  // namespace
}  // namespace hjemmel::batch
