// Random cases that crowd around the limits and the 15th and 18th birthday, the same on every machine.
#include "tests/bench/agree.h"

#include <array>
#include <set>

#include "engine/base/date.h"
#include "engine/eval/decide.h"
#include "tests/bench/describe.h"
#include "tests/bench/timed_cases.h"
#include "tests/differential/random.h"

namespace hjemmel::bench {
namespace {

using by_hand::Facts;
using differential::Random;

constexpr std::size_t kKnownCases = 8'000;
constexpr std::size_t kOpenCases = 2'000;
constexpr std::size_t kLeastAnswers = 12;  // fewer, and the random cases look at too little
constexpr std::array<std::int64_t, 4> kLimits = {15'000'000, 2'000'000, 5'000'000, 1'000'000};

by_hand::Seizure random_seizure(Random& random) {
  bool const limited = random.chance(96);
  auto const substance =
      static_cast<by_hand::Substance>(limited ? random.below(kLimits.size()) : random.below(by_hand::kSubstances));
  std::int64_t const limit = kLimits[static_cast<std::size_t>(substance) % kLimits.size()];
  switch (random.below(4)) {
    case 0:
      return {substance, limit + static_cast<std::int64_t>(random.below(3)) - 1};
    case 1:
      return {substance, limit / 2};
    default:
      return {substance, static_cast<std::int64_t>(random.below(static_cast<std::size_t>(limit)))};
  }
}

std::int32_t years_after(std::int32_t day, std::int32_t years) {
  return base::add_months(base::Date{day}, 12 * years)->days;
}

// The act within three days of a birthday that counts, or at any age from 13 to 40; one in seven is born on 29 February.
void set_days(Facts& facts, Random& random) {
  std::int32_t const leap_day = base::make_date(random.chance(50) ? 2008 : 2012, 2, 29)->days;
  std::int32_t const any_day = base::make_date(2005, 1, 1)->days + static_cast<std::int32_t>(random.below(3650));
  facts.birth_day = random.chance(14) ? leap_day : any_day;
  if (random.chance(50)) {
    std::int32_t const birthday = years_after(facts.birth_day, random.chance(50) ? 18 : 15);
    facts.act_day = birthday + static_cast<std::int32_t>(random.below(7)) - 3;
  } else {
    facts.act_day = years_after(facts.birth_day, 13) + static_cast<std::int32_t>(random.below(365 * 27));
  }
}

by_hand::Proof random_proof(Random& random) {
  return random.chance(60) ? by_hand::Proof::not_shown : static_cast<by_hand::Proof>(random.below(4));
}

Facts random_facts(Random& random) {
  Facts facts;
  set_days(facts, random);
  facts.act = static_cast<by_hand::Act>(random.chance(90) ? random.below(3) : 3);
  facts.for_own_use = random.chance(90);
  facts.drug_dependent = random.chance(30);
  facts.young = random.chance(20);
  facts.comparable = random.chance(15);
  facts.penal_purpose = random.chance(40);
  facts.dependence_shown = random_proof(random);
  facts.risk_shown = random_proof(random);
  for (std::uint32_t left = random.below(4); left > 0; --left) {
    facts.seizures.push_back(random_seizure(random));
  }
  return facts;
}

class Comparison {
 public:
  explicit Comparison(package::LoadedPackage const& package) : package_(package) {}

  // False when they differ; `agreement().difference` then says how.
  bool compare(Facts const& facts, std::string const& text, document::Format format) {
    auto const bound = read_facts(text, format, package_.program);
    if (!bound) {
      agreement_.difference = "the engine refuses the facts\n" + text;
      return false;
    }
    std::string const by_engine = describe(eval::decide(package_.plan, *bound, 0));
    std::string const by_hand = describe(by_hand::decide(facts));
    if (by_engine != by_hand) {
      agreement_.difference = text + "\nthe engine: " + by_engine + "\nby hand: " + by_hand;
      return false;
    }
    answers_.insert(by_hand);
    return true;
  }

  bool compare_timed() {
    for (TimedCase const& timed : timed_cases()) {
      for (document::Format const format : {document::Format::yaml, document::Format::json}) {
        if (!compare(timed.facts, facts_text(timed.facts, format), format)) {
          return false;
        }
      }
      std::string const demo = std::string(kPackage) + "/demo/" + timed.demo;
      if (!timed.demo.empty() && !compare(timed.facts, read_text(demo), document::Format::yaml)) {
        return false;
      }
    }
    return true;
  }

  bool compare_random(Random& random, bool open) {
    Facts facts = random_facts(random);
    if (open) {
      facts.open = static_cast<std::uint8_t>(random.next() & random.next() & ((1U << by_hand::kAssessments) - 1));
    }
    ++agreement_.cases;
    agreement_.open_cases += facts.open != 0 ? 1 : 0;
    return compare(facts, facts_text(facts, document::Format::json), document::Format::json);
  }

  Agreement finish() {
    agreement_.answers = answers_.size();
    if (agreement_.difference.empty() && answers_.size() < kLeastAnswers) {
      agreement_.difference = "the random cases have only " + std::to_string(answers_.size()) + " different answers";
    }
    return agreement_;
  }

 private:
  package::LoadedPackage const& package_;
  Agreement agreement_;
  std::set<std::string> answers_;
};

}  // namespace

Agreement agree(package::LoadedPackage const& package) {
  Comparison comparison(package);
  Random random(20261123);
  bool good = comparison.compare_timed();
  for (std::size_t at = 0; good && at < kKnownCases + kOpenCases; ++at) {
    good = comparison.compare_random(random, at >= kKnownCases);
  }
  return comparison.finish();
}

}  // namespace hjemmel::bench
