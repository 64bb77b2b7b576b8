// A rule waits for all that may put it out; of those that wait for nothing, the first in written order is next.
#include "engine/lower/precedence.h"

#include <algorithm>
#include <functional>

#include "engine/base/check.h"

namespace hjemmel::lower {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // a rule, and one that does something to it

// The others of each rule together among the plan's numbers, in the order of the pairs.
void write_others(std::vector<Pair> const& pairs, eval::Numbers eval::RulePlan::*others, eval::Plan& plan) {
  std::vector<std::uint32_t> counts(pairs.empty() ? 0 : plan.rules.size());
  for (Pair const& pair : pairs) {
    ++counts[pair.first];
  }
  auto begin = static_cast<std::uint32_t>(plan.numbers.size());
  plan.numbers.resize(plan.numbers.size() + pairs.size());
  for (std::size_t rule = 0; rule < counts.size(); ++rule) {
    plan.rules[rule].*others = {begin, begin};
    begin += counts[rule];
  }
  for (auto const& [rule, other] : pairs) {
    plan.numbers[(plan.rules[rule].*others).end++] = other;
  }
}

struct Pairs {
  std::vector<Pair> above;       // each with all rules from which it can be reached by `overrides`
  std::vector<Pair> disapplied;  // each with one that disapplies it
};

// In one pass over the rules, of which there may be more than the processor's memory holds.
Pairs find_pairs(ir::Program const& program) {
  Pairs pairs;
  std::vector<std::uint32_t> seen_from(program.rules.size(), eval::kNoIndex);
  std::vector<std::uint32_t> open;
  for (std::uint32_t top = 0; top < program.rules.size(); ++top) {
    for (ir::RuleId const target : program.rules[top].disapplies) {
      pairs.disapplied.emplace_back(target.index, top);
    }
    if (program.rules[top].overrides.empty()) {
      continue;
    }
    open.assign(1, top);
    while (!open.empty()) {
      std::uint32_t const at = open.back();
      open.pop_back();
      for (ir::RuleId const below : program.rules[at].overrides) {
        if (seen_from[below.index] != top) {
          seen_from[below.index] = top;
          pairs.above.emplace_back(below.index, top);
          open.push_back(below.index);
        }
      }
    }
  }
  return pairs;
}

// Between rules that choose, precedence decides which applies, and so it does where one says nothing of its own; where
// either only qualifies it strips what clashes.
bool puts_out(eval::RulePlan const& upper, eval::RulePlan const& lower) {
  auto const says_nothing = [](eval::RulePlan const& rule) {
    return !rule.choice.has_value() && rule.qualifiers.empty();
  };
  bool const both_choose = upper.choice.has_value() && lower.choice.has_value();
  return both_choose || says_nothing(lower) || says_nothing(upper);
}

// Of most rules all that stand above.
eval::Numbers overriders_of(eval::RulePlan const& rule, eval::Plan& plan) {
  auto const is_out = [&](std::uint32_t upper) { return puts_out(plan.rules[upper], rule); };
  if (std::ranges::all_of(plan.of(rule.above), is_out)) {
    return rule.above;
  }
  auto const begin = static_cast<std::uint32_t>(plan.numbers.size());
  for (std::uint32_t at = rule.above.begin; at < rule.above.end; ++at) {
    if (is_out(plan.numbers[at])) {
      plan.numbers.push_back(std::uint32_t{plan.numbers[at]});
    }
  }
  return {begin, static_cast<std::uint32_t>(plan.numbers.size())};
}

}  // namespace

void settle_precedence(ir::Program const& program, eval::Plan& plan) {
  Pairs const pairs = find_pairs(program);
  write_others(pairs.above, &eval::RulePlan::above, plan);
  write_others(pairs.disapplied, &eval::RulePlan::disappliers, plan);
  for (eval::RulePlan& rule : plan.rules) {
    rule.overriders = overriders_of(rule, plan);
  }
}

std::vector<std::uint32_t> const& RuleOrder::of(eval::Numbers asked) {
  std::span<std::uint32_t const> const rules = plan_.of(asked);
  find_waits(rules);
  order_.clear();
  while (!ready_.empty()) {
    std::pop_heap(ready_.begin(), ready_.end(), std::greater<>());
    std::size_t const place = ready_.back();
    ready_.pop_back();
    order_.push_back(rules[place]);
    auto wait = std::lower_bound(waits_.begin(), waits_.end(), Wait{place, 0});
    for (; wait != waits_.end() && wait->first == place; ++wait) {
      if (--waits_for_[wait->second] == 0) {
        make_ready(wait->second);
      }
    }
  }
  CHECK(order_.size() == rules.size());
  return order_;
}

void RuleOrder::find_waits(std::span<std::uint32_t const> rules) {
  waits_.clear();
  waits_for_.assign(rules.size(), 0);
  for (std::size_t place = 0; place < rules.size(); ++place) {
    eval::RulePlan const& rule = plan_.rules[rules[place]];
    for (eval::Numbers const others : {rule.overriders, rule.disappliers}) {
      for (std::uint32_t const other : plan_.of(others)) {
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
