// A thread that does one thing after another beside whoever asks it to.
//
// One thread for all, as each new one would have memory of its own to touch first, and more than one beside its maker would only
// take turns on two processors. Tested in tests/unit/base/helper_test.cpp.
#pragma once

#include <chrono>
#include <future>
#include <optional>
#include <utility>

#include "engine/base/crew.h"

namespace hjemmel::base {

// The result of work that is done later. Whoever lets go of it waits, so that the work may refer to what lives as long.
template <class Result>
class Pending {
 public:
  Pending() = default;  // of no work
  explicit Pending(std::future<Result> result) : result_(std::move(result)) {}
  Pending(Pending&&) noexcept = default;
  Pending& operator=(Pending&&) = delete;
  Pending(Pending const&) = delete;
  Pending& operator=(Pending const&) = delete;
  ~Pending() {
    if (result_.valid() && !is_put_off()) {
      result_.wait();
    }
  }

  [[nodiscard]] bool is_of_work() const { return result_.valid(); }
  // Nobody does it before it is asked for.
  [[nodiscard]] bool is_put_off() const {
    return result_.valid() && result_.wait_for(std::chrono::seconds(0)) == std::future_status::deferred;
  }
  void wait() const { result_.wait(); }
  // Waits; throws what the work threw. Once.
  Result get() { return result_.get(); }

 private:
  std::future<Result> result_;
};

// Work that is done when its result is asked for, and not at all where it never is.
template <class Work>
[[nodiscard]] auto put_off(Work work) {
  return Pending<std::invoke_result_t<Work>>(std::async(std::launch::deferred, std::move(work)));
}

class Helper {
 public:
  Helper() = default;
  Helper(Helper const&) = delete;
  Helper& operator=(Helper const&) = delete;
  // Waits until all is done that it was asked for.
  ~Helper();

  // It is begun when what was asked before is done. Where no thread can be had the work is put off.
  template <class Work>
  [[nodiscard]] auto ask(Work work) {
    using Result = std::invoke_result_t<Work>;
    if (!has_thread()) {
      return put_off(std::move(work));
    }
    std::packaged_task<Result()> task(std::move(work));
    Pending<Result> result(task.get_future());
    crew_->add(std::move(task));
    return result;
  }

 private:
  bool has_thread();

  std::optional<Crew> crew_;  // of one, from the first work on
};

}  // namespace hjemmel::base
