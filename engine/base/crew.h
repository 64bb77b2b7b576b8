// Crew: threads that take tasks off one queue, the first one first.
//
// In: tasks. Out: nothing; a task tells its own result. The destructor ends the threads once their task is done, and drops what
// still waits. Tested in tests/unit/batch/in_order_test.cpp and tests/unit/base/helper_test.cpp.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace hjemmel::base {

class Crew {
 public:
  explicit Crew(std::size_t threads);
  ~Crew();
  Crew(Crew const&) = delete;
  Crew& operator=(Crew const&) = delete;

  template <class Result>
  void add(std::packaged_task<Result()> task) {
    enqueue([shared = std::make_shared<std::packaged_task<Result()>>(std::move(task))] { (*shared)(); });
  }

 private:
  void enqueue(std::function<void()> task);
  void serve();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hjemmel::base
