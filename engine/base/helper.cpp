// The thread begins with the first work, and takes one piece after another from the queue.
#include "engine/base/helper.h"

#include <system_error>

namespace hjemmel::base {

Helper::~Helper() {
  if (thread_.joinable()) {
    {
      std::lock_guard const lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
}

bool Helper::has_thread() {
  if (!thread_.joinable()) {
    try {
      thread_ = std::thread([this] { run(); });
    } catch (std::system_error const&) {
      return false;
    }
  }
  return true;
}

void Helper::add(std::packaged_task<void()> task) {
  {
    std::lock_guard const lock(mutex_);
    asked_.push_back(std::move(task));
  }
  changed_.notify_one();
}

void Helper::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_over_ || !asked_.empty(); });
    if (asked_.empty()) {
      return;
    }
    std::packaged_task<void()> task = std::move(asked_.front());
    asked_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

}  // namespace hjemmel::base
