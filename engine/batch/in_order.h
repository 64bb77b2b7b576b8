// Work on many threads whose results come out in the order of what went in.
//
// In: `next`, which gives the next item or none; `work`, from an item to a result, called from several threads at once; `take`, which
// gets each result, one at a time and in order. Out: nothing; `next` and `take` are called from the calling thread alone, and at
// most twice as many items as threads are on their way. With one thread no other is started. Where `take` gives false no more items
// are asked for. What `work` throws is thrown again here. Tested in tests/unit/batch/in_order_test.cpp.
#pragma once

#include <cstddef>
#include <deque>
#include <future>
#include <optional>
#include <utility>

#include "engine/base/crew.h"

namespace hjemmel::batch {

template <class Next, class Work, class Take>
void in_order(std::size_t threads, Next next, Work work, Take take) {
  using Item = typename decltype(next())::value_type;
  using Result = decltype(work(std::declval<Item const&>()));
  if (threads <= 1) {
    for (std::optional<Item> item = next(); item && take(work(*item)); item = next()) {
    }
    return;
  }
  std::deque<std::future<Result>> on_their_way;
  base::Crew crew(threads);  // behind the results: its threads end first
  bool goes_on = true;
  std::optional<Item> item = next();
  while (item || !on_their_way.empty()) {
    if (item && on_their_way.size() < 2 * threads) {
      std::packaged_task<Result()> task([&work, one = std::move(*item)] { return work(one); });
      on_their_way.push_back(task.get_future());
      crew.add(std::move(task));
      item = next();
      continue;
    }
    goes_on = take(on_their_way.front().get()) && goes_on;
    on_their_way.pop_front();
    if (!goes_on) {
      return;
    }
  }
}

}  // namespace hjemmel::batch
