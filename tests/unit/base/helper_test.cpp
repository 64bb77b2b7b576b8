// Order, results, faults, and who waits for whom.
#include "engine/base/helper.h"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

TEST(Helper, does_one_thing_after_another_in_a_thread_of_its_own) {
  Helper helper;
  std::vector<int> done;  // by the helper alone until the last is done
  std::thread::id first;
  std::thread::id second;
  auto one = helper.ask([&] {
    first = std::this_thread::get_id();
    done.push_back(1);
  });
  auto two = helper.ask([&] {
    second = std::this_thread::get_id();
    done.push_back(2);
    return std::make_unique<int>(7);
  });
  EXPECT_EQ(*two.get(), 7);
  EXPECT_THAT(done, testing::ElementsAre(1, 2));
  EXPECT_EQ(first, second);
  EXPECT_NE(first, std::this_thread::get_id());
  one.get();
}

TEST(Helper, works_beside_whoever_asked) {
  Helper helper;
  std::promise<void> go_on;
  auto waits = helper.ask([&] { go_on.get_future().wait(); });
  EXPECT_FALSE(waits.is_put_off());
  go_on.set_value();  // it would wait for ever if it were done here
  waits.get();
}

TEST(Helper, what_its_work_throws_is_thrown_to_whoever_asks_and_the_next_is_done) {
  Helper helper;
  auto fault = helper.ask([]() -> int { throw std::runtime_error("no"); });
  auto next = helper.ask([] { return 2; });
  EXPECT_THROW(static_cast<void>(fault.get()), std::runtime_error);
  EXPECT_EQ(next.get(), 2);
}

TEST(Helper, whoever_lets_go_of_work_waits_for_it) {
  Helper helper;
  std::atomic<bool> done = false;
  {
    auto let_go = helper.ask([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      done = true;
    });
  }
  EXPECT_TRUE(done);
}

TEST(Helper, is_gone_when_all_is_done) {
  std::atomic<int> done = 0;
  std::vector<Pending<void>> asked;
  {
    Helper helper;
    for (int at = 0; at < 50; ++at) {
      asked.push_back(helper.ask([&] { ++done; }));
    }
  }
  EXPECT_EQ(done, 50);
}

TEST(Helper, may_be_asked_nothing) { Helper const helper; }

TEST(PutOff, is_done_by_whoever_asks_for_it_and_else_never) {
  std::thread::id by;
  bool never = true;
  auto work = put_off([&] { by = std::this_thread::get_id(); });
  EXPECT_TRUE(work.is_put_off());
  EXPECT_TRUE(work.is_of_work());
  work.get();
  EXPECT_EQ(by, std::this_thread::get_id());
  EXPECT_FALSE(work.is_of_work());
  {
    auto let_go = put_off([&] { never = false; });
  }
  EXPECT_TRUE(never);
  EXPECT_FALSE(Pending<int>().is_of_work());
}

}  // namespace
}  // namespace hjemmel::base
