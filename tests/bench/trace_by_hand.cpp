// The rules in the order in which they are tried; each `look` is one step of the trace.
#include "tests/bench/trace_by_hand.h"

#include <algorithm>

namespace hjemmel::bench::drawn {
namespace {

enum Rule : std::uint16_t { not_small, under_18, dependent, young_or_at_risk, ordinary };

class Tracer {
 public:
  explicit Tracer(Steps& steps) : steps_(steps) { steps_.count = 0; }

  bool look(Rule rule, unsigned condition, bool holds, std::int64_t value, std::int64_t bound) {
    steps_.steps[steps_.count++] = {rule, static_cast<std::uint16_t>(condition), holds, value, bound};
    return holds;
  }

 private:
  Steps& steps_;
};

// Every weight is looked at, also behind one that is above its limit.
bool is_small(Act const& act, Tracer& tracer) {
  bool small = tracer.look(not_small, 0, act.own_use, act.own_use ? 1 : 0, 1);
  for (std::size_t at = 0; at < act.count; ++at) {
    auto const [substance, hundredths] = act.weights[at];
    std::int32_t const limit = kLimits[substance];
    small = tracer.look(not_small, 1U + substance, hundredths <= limit, hundredths, limit) && small;
  }
  return small;
}

}  // namespace

Answer decide_with_steps(Act const& act, Steps& steps) {
  Tracer tracer(steps);
  if (!is_small(act, tracer)) {
    return {Outcome::section_231, 0, 0};
  }
  if (tracer.look(under_18, 0, act.age < 18, act.age, 18)) {
    bool const earlier = tracer.look(under_18, 1, act.earlier > 0, act.earlier, 0);
    return {Outcome::conditional_waiver, static_cast<std::uint8_t>(earlier ? 3 : 1), 0};
  }
  if (tracer.look(dependent, 0, act.addicted, act.addicted ? 1 : 0, 1)) {
    return {Outcome::unconditional_waiver, 0, 0};
  }
  bool const young = tracer.look(young_or_at_risk, 0, act.age < 25, act.age, 25);
  bool const at_risk = tracer.look(young_or_at_risk, 1, act.at_risk, act.at_risk ? 1 : 0, 1);
  bool const required = tracer.look(young_or_at_risk, 2, act.penalty_required, act.penalty_required ? 1 : 0, 1);
  if ((young || at_risk) && !required) {
    return {Outcome::waiver_or_deferral, 0, 0};
  }
  tracer.look(ordinary, 0, true, act.earlier, 3);
  return {Outcome::fine, 0, kFines[static_cast<std::size_t>(std::min(act.earlier, 3))]};
}

}  // namespace hjemmel::bench::drawn
