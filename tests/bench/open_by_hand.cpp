// The chain of rules from the strongest to the weakest: what each may give, until one surely applies. Each fact is read by one rule,
// but for the age, of which «under 25» is asked only where «under 18» is not so; so every combination can really occur.
#include "tests/bench/open_by_hand.h"

#include <algorithm>

#include "tests/differential/random.h"

namespace hjemmel::bench::drawn {
namespace {

constexpr std::uint64_t kOpenSeed = 0x09E4ULL * 104729;
constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;
constexpr std::uint32_t kPercentOpen = 10;
constexpr std::int32_t kGreatestLimit = *std::max_element(kLimits.begin(), kLimits.end());

enum class Truth : std::uint8_t { no, unknown, yes };  // in this order: «and» takes the least, «or» the greatest

constexpr Truth of(bool open, bool value) {
  if (open) {
    return Truth::unknown;
  }
  return value ? Truth::yes : Truth::no;
}

constexpr Truth negation(Truth truth) { return static_cast<Truth>(2 - static_cast<int>(truth)); }

constexpr Outcomes bit(Outcome outcome) { return static_cast<Outcomes>(1U << static_cast<unsigned>(outcome)); }

// Of an unknown substance a weight above every limit is surely too much, of one that nobody weighed none is.
Truth within_limit(OpenAct const& open, std::size_t at) {
  if (open.hundredths[at]) {
    return Truth::unknown;
  }
  auto const [substance, hundredths] = open.act.weights[at];
  if (!open.substance[at]) {
    return of(false, hundredths <= kLimits[substance]);
  }
  bool const below_all = hundredths <= *std::min_element(kLimits.begin(), kLimits.end());
  return below_all ? Truth::yes : of(hundredths <= kGreatestLimit, false);
}

Truth is_small(OpenAct const& open) {
  Truth small = of(open.own_use, open.act.own_use);
  for (std::size_t at = 0; at < open.act.count; ++at) {
    small = std::min(small, within_limit(open, at));
  }
  return small;
}

}  // namespace

OpenAct draw_open_act(std::uint64_t number) {
  OpenAct open;
  open.act = draw_act(number);
  differential::Random random(kOpenSeed + number * kStep);
  for (bool* fact : {&open.age, &open.earlier, &open.addicted, &open.at_risk, &open.own_use, &open.penalty_required,
                     &open.what, &open.substance[0], &open.substance[1], &open.substance[2], &open.hundredths[0],
                     &open.hundredths[1], &open.hundredths[2]}) {
    *fact = random.chance(kPercentOpen);
  }
  return open;
}

Outcomes possible_outcomes(OpenAct const& open) {
  Act const& act = open.act;
  Truth const milder = std::min(std::max(of(open.age, act.age < 25), of(open.at_risk, act.at_risk)),
                                negation(of(open.penalty_required, act.penalty_required)));
  struct Rule {
    Truth applies;
    Outcome outcome;
  };
  std::array const rules = {Rule{negation(is_small(open)), Outcome::section_231},
                            Rule{of(open.age, act.age < 18), Outcome::conditional_waiver},
                            Rule{of(open.addicted, act.addicted), Outcome::unconditional_waiver},
                            Rule{milder, Outcome::waiver_or_deferral}, Rule{Truth::yes, Outcome::fine}};
  Outcomes possible = 0;
  for (Rule const& rule : rules) {
    possible |= rule.applies == Truth::no ? Outcomes{0} : bit(rule.outcome);
    if (rule.applies == Truth::yes) {
      break;
    }
  }
  return possible;
}

}  // namespace hjemmel::bench::drawn
