// One lock around the queue.
#include "engine/base/crew.h"

namespace hjemmel::base {

Crew::Crew(std::size_t threads) {
  for (std::size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { serve(); });
  }
}

Crew::~Crew() {
  {
    std::lock_guard const lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void Crew::enqueue(std::function<void()> task) {
  {
    std::lock_guard const lock(mutex_);
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
}

void Crew::serve() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
    if (ends_) {
      return;
    }
    std::function<void()> const task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

}  // namespace hjemmel::base
