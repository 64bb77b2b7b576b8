// splitmix64, and two functions without anything that waits: the same draws as tests/bench/packages/draw.py.
#include "tests/bench/drawn.h"

#include <algorithm>

namespace hjemmel::bench::drawn {
namespace {

constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
constexpr std::uint64_t kCaseStep = 0x632BE59BD9B4E019;
constexpr std::uint64_t kActSeed = 0x5EEDULL * 1000003;
constexpr std::uint64_t kPersonSeed = 0xE11FULL * 7919;
constexpr std::int32_t kFirstDay = -10958;  // 1940-01-01

class Splitmix {
 public:
  explicit Splitmix(std::uint64_t seed) : state_(seed) {}

  std::int32_t below(std::uint64_t bound) {
    state_ += kStep;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return static_cast<std::int32_t>((mixed ^ (mixed >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

bool among(std::uint8_t value, unsigned values) { return (values >> value & 1U) != 0; }
std::uint8_t bit(bool fails, unsigned place) { return static_cast<std::uint8_t>((fails ? 1U : 0U) << place); }

bool is_small(Act const& act) {
  bool small = act.own_use;
  for (std::size_t at = 0; at < act.count; ++at) {
    small = small && act.weights[at].hundredths <= kLimits[act.weights[at].substance];
  }
  return small;
}

}  // namespace

Act draw_act(std::uint64_t number) {
  Splitmix source(kActSeed + number * kCaseStep);
  Act act;
  act.age = 14 + source.below(47);
  act.addicted = source.below(5) == 0;
  act.at_risk = source.below(4) == 0;
  act.own_use = source.below(20) < 17;
  act.penalty_required = source.below(3) == 0;
  act.act = static_cast<std::uint8_t>(source.below(3));
  int const second = source.below(10) < 4 ? 1 : 0;
  int const third = source.below(10) < 2 ? 1 : 0;
  int const wanted = 1 + second + third;
  act.earlier = source.below(2) != 0 ? 0 : source.below(6);
  while (act.count < wanted) {
    auto const substance = static_cast<std::uint8_t>(source.below(kSubstances));
    auto const end = act.weights.begin() + act.count;
    bool const known = std::any_of(act.weights.begin(), end, [&](Weight const& w) { return w.substance == substance; });
    if (!known) {
      auto const most = static_cast<std::uint64_t>(kLimits[substance]) * 128 / 100;
      act.weights[act.count++] = {substance, 1 + source.below(most)};
    }
  }
  return act;
}

Answer decide(Act const& act) {
  if (!is_small(act)) {
    return {Outcome::section_231, 0, 0};
  }
  if (act.age < 18) {
    return {Outcome::conditional_waiver, static_cast<std::uint8_t>(act.earlier > 0 ? 3 : 1), 0};
  }
  if (act.addicted) {
    return {Outcome::unconditional_waiver, 0, 0};
  }
  if ((act.age < 25 || act.at_risk) && !act.penalty_required) {
    return {Outcome::waiver_or_deferral, 0, 0};
  }
  return {Outcome::fine, 0, kFines[static_cast<std::size_t>(std::min(act.earlier, 3))]};
}

void decide_all(std::span<Act const> acts, std::span<Answer> answers) {
  for (std::size_t at = 0; at < acts.size(); ++at) {
    answers[at] = decide(acts[at]);
  }
}

Person draw_person(std::uint64_t number) {
  Splitmix source(kPersonSeed + number * kCaseStep);
  Person person;
  for (bool& value : person.b) {
    value = source.below(2) != 0;
  }
  for (std::int32_t& value : person.n) {
    value = source.below(1000);
  }
  for (std::uint8_t& value : person.e) {
    value = static_cast<std::uint8_t>(source.below(6));
  }
  for (std::int32_t& value : person.d) {
    value = kFirstDay + source.below(31500);
  }
  return person;
}

void check(Person const& p, Failed& failed) {
#include "tests/bench/packages/eligibility_by_hand.inc"
}

void check_all(std::span<Person const> persons, std::span<Failed> failed) {
  for (std::size_t at = 0; at < persons.size(); ++at) {
    check(persons[at], failed[at]);
  }
}

}  // namespace hjemmel::bench::drawn
