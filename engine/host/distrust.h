// Whether a plugin is still called: it is not once it has written outside of its memory, as nothing of it can be relied on then.
//
// Set once, from any thread, and never taken back; reading it costs one load. Tested by way of tests/plugin/call_test.cpp.
#pragma once

#include <atomic>
#include <mutex>
#include <string>

namespace hjemmel::host {

class Distrust {
 public:
  [[nodiscard]] bool is_set() const { return set_.load(std::memory_order_acquire); }

  // The first fault stays.
  void set(std::string const& fault) {
    std::lock_guard const lock(writing_);
    if (!is_set()) {
      fault_ = fault;
      set_.store(true, std::memory_order_release);
    }
  }

  // Only where is_set().
  [[nodiscard]] std::string const& fault() const { return fault_; }

 private:
  std::atomic<bool> set_ = false;
  std::mutex writing_;
  std::string fault_;
};

}  // namespace hjemmel::host
