// A rule waits for all that may put it out; of those that wait for nothing, the first in written order is next.
#include "engine/lower/precedence.h"

#include <algorithm>
#include <functional>

#include "engine/base/check.h"

namespace hjemmel::lower {

void close_overrides(ir::Program const& program, eval::Plan& plan) {
  std::vector<std::uint32_t> seen_from(program.rules.size(), eval::kNoIndex);
  std::vector<std::uint32_t> open;
  for (std::uint32_t top = 0; top < program.rules.size(); ++top) {
    open.assign(1, top);
    while (!open.empty()) {
      std::uint32_t const at = open.back();
      open.pop_back();
      for (ir::RuleId const below : program.rules[at].overrides) {
        if (seen_from[below.index] != top) {
          seen_from[below.index] = top;
          plan.rules[below.index].above.push_back(top);
          open.push_back(below.index);
        }
      }
    }
  }
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    for (ir::RuleId const target : program.rules[rule].disapplies) {
      plan.rules[target.index].disappliers.push_back(rule);
    }
  }
}

std::vector<std::uint32_t> overriders_of(eval::Plan const& plan, std::uint32_t rule) {
  auto const says_nothing = [&](std::uint32_t r) { return !plan.rules[r].choice && plan.rules[r].qualifiers.empty(); };
  std::vector<std::uint32_t> above;
  std::copy_if(plan.rules[rule].above.begin(), plan.rules[rule].above.end(), std::back_inserter(above),
               [&](std::uint32_t other) {
                 bool const both_choose = plan.rules[rule].choice && plan.rules[other].choice;
                 return both_choose || says_nothing(rule) || says_nothing(other);
               });
  return above;
}

std::vector<std::uint32_t> RuleOrder::of(std::vector<std::uint32_t> const& rules) {
  find_waits(rules);
  std::vector<std::uint32_t> order;
  order.reserve(rules.size());
  while (!ready_.empty()) {
    std::pop_heap(ready_.begin(), ready_.end(), std::greater<>());
    std::size_t const place = ready_.back();
    ready_.pop_back();
    order.push_back(rules[place]);
    auto wait = std::lower_bound(waits_.begin(), waits_.end(), Wait{place, 0});
    for (; wait != waits_.end() && wait->first == place; ++wait) {
      if (--waits_for_[wait->second] == 0) {
        make_ready(wait->second);
      }
    }
  }
  CHECK(order.size() == rules.size());
  return order;
}

void RuleOrder::find_waits(std::vector<std::uint32_t> const& rules) {
  waits_.clear();
  waits_for_.assign(rules.size(), 0);
  for (std::size_t place = 0; place < rules.size(); ++place) {
    for (auto const* others : {&plan_.rules[rules[place]].overriders, &plan_.rules[rules[place]].disappliers}) {
      for (std::uint32_t const other : *others) {
        ++waits_for_[place];
        waits_.emplace_back(plan_.rules[other].place, place);
      }
    }
    if (waits_for_[place] == 0) {
      make_ready(place);
    }
  }
  std::sort(waits_.begin(), waits_.end());
}

void RuleOrder::make_ready(std::size_t place) {
  ready_.push_back(place);
  std::push_heap(ready_.begin(), ready_.end(), std::greater<>());
}

}  // namespace hjemmel::lower
