// The section from top to bottom: amounts, the offence, the paragraphs in the order in which they are tried.
#include "tests/bench/by_hand.h"

#include <algorithm>
#include <chrono>

namespace hjemmel::bench::by_hand {
namespace {

namespace chrono = std::chrono;

enum class Amount : std::uint8_t { minor, greater, no_limit_known };

constexpr std::int64_t kGram = 1'000'000;
constexpr std::int64_t kNoLimit = -1;
// Millionths; the limit itself is within.
constexpr std::array<std::int64_t, kSubstances> kOwnUseLimit = {15 * kGram, 2 * kGram, 5 * kGram, 1 * kGram,
                                                                kNoLimit,   kNoLimit,  kNoLimit};

Amount weigh(std::vector<Seizure> const& seizures) {
  std::array<std::int64_t, kSubstances> total{};
  bool limit_missing = false;
  for (Seizure const& seizure : seizures) {
    auto const substance = static_cast<std::size_t>(seizure.substance);
    total[substance] += seizure.amount;
    limit_missing = limit_missing || kOwnUseLimit[substance] == kNoLimit;
  }
  for (std::size_t at = 0; at < kSubstances; ++at) {
    if (kOwnUseLimit[at] != kNoLimit && total[at] > kOwnUseLimit[at]) {
      return Amount::greater;
    }
  }
  return limit_missing ? Amount::no_limit_known : Amount::minor;
}

// Completed months. A birthday that the month lacks is that month's last day.
int age_in_months(std::int32_t birth_day, std::int32_t day) {
  chrono::year_month_day const birth{chrono::sys_days{chrono::days{birth_day}}};
  chrono::year_month_day const now{chrono::sys_days{chrono::days{day}}};
  int const months = (int{now.year()} - int{birth.year()}) * 12 + static_cast<int>(unsigned{now.month()}) -
                     static_cast<int>(unsigned{birth.month()});
  auto const last = chrono::year_month_day_last{now.year(), chrono::month_day_last{now.month()}}.day();
  return now.day() < std::min(birth.day(), last) ? months - 1 : months;
}

Option plain(Reaction reaction) {
  Option option;
  option.reaction = reaction;
  return option;
}

Option with_attendance(Reaction reaction, Force force) {
  Option option = plain(reaction);
  option.attendance = force;
  option.meetings = 3;
  option.meetings_within_months = 3;
  return option;
}

Option conditional_waiver(Force attendance) {
  Option option = with_attendance(Reaction::conditional_waiver, attendance);
  option.testing = Force::may_carry;
  option.testing_months = 3;
  option.testing_must_be_stated = true;
  return option;
}

Result decided(Modality modality, std::initializer_list<Option> options) {
  Result result{Status::decided, modality, static_cast<std::uint8_t>(options.size()), {}};
  std::copy(options.begin(), options.end(), result.options.begin());
  return result;
}

// First paragraph.
Result ordinary_reaction() {
  Option imprisonment = plain(Reaction::imprisonment);
  imprisonment.imprisonment_months = 6;
  return decided(Modality::may_be, {plain(Reaction::fine), imprisonment});
}

// Second paragraph.
Result lenient_reaction() {
  return decided(Modality::may_be, {plain(Reaction::unconditional_waiver), plain(Reaction::sentencing_waiver),
                                    conditional_waiver(Force::may_carry),
                                    with_attendance(Reaction::deferred_sentencing, Force::may_carry)});
}

// All facts known. `departing`: from the presumption, where there is one.
Result react(Facts const& facts, bool minor_amount, bool departing) {
  int const age = age_in_months(facts.birth_day, facts.act_day);
  bool const child = age < 18 * 12;
  if (facts.act == Act::other || !facts.for_own_use || !minor_amount || age < 15 * 12) {
    return {};
  }
  if (child && !departing) {
    return decided(Modality::normally_is, {conditional_waiver(Force::must_carry)});
  }
  if (!child && facts.drug_dependent && !departing) {  // third paragraph
    return decided(Modality::normally_is, {plain(Reaction::unconditional_waiver), plain(Reaction::sentencing_waiver)});
  }
  bool const lenient = child || facts.young || facts.dependence_shown >= Proof::reason_to_believe ||
                       facts.risk_shown >= Proof::reason_to_believe || facts.comparable;
  return lenient && !facts.penal_purpose ? lenient_reaction() : ordinary_reaction();
}

void assume(Facts& facts, unsigned truths) {
  auto const set = [&](Assessment assessment, auto& member, auto no, auto yes) {
    if ((facts.open & assessment) != 0) {
      member = (truths & assessment) != 0 ? yes : no;
    }
  };
  set(for_own_use, facts.for_own_use, false, true);
  set(drug_dependent, facts.drug_dependent, false, true);
  set(young, facts.young, false, true);
  set(dependence_shown, facts.dependence_shown, Proof::not_shown, Proof::reason_to_believe);
  set(risk_shown, facts.risk_shown, Proof::not_shown, Proof::reason_to_believe);
  set(comparable, facts.comparable, false, true);
  set(penal_purpose, facts.penal_purpose, false, true);
}

void add(Answer& answer, Result const& result) {
  if (std::find(answer.possible.begin(), answer.possible.end(), result) == answer.possible.end()) {
    answer.possible.push_back(result);
  }
}

// Every way in which what is open can turn out.
Answer react_to_all(Facts const& facts, Amount amount, bool departing) {
  Answer answer;
  Facts assumed = facts;
  unsigned truths = facts.open;
  while (true) {
    assume(assumed, truths);
    if (amount != Amount::greater) {
      add(answer, react(assumed, true, departing));
    }
    if (amount != Amount::minor) {
      add(answer, react(assumed, false, departing));
    }
    if (truths == 0) {
      break;
    }
    truths = (truths - 1) & facts.open;
  }
  if (answer.possible.size() == 1) {
    answer.result = answer.possible.front();
    answer.possible.clear();
  } else {
    answer.result.status = Status::undetermined;
  }
  return answer;
}

Answer answer_for(Facts const& facts, Amount amount, bool departing) {
  if (facts.open != 0 || amount == Amount::no_limit_known) {
    return react_to_all(facts, amount, departing);
  }
  Answer answer;
  answer.result = react(facts, amount == Amount::minor, departing);
  return answer;
}

}  // namespace

Decision decide(Facts const& facts) {
  Amount const amount = weigh(facts.seizures);
  Decision decision;
  decision.answer = answer_for(facts, amount, false);
  decision.may_depart = decision.answer.result.modality == Modality::normally_is;
  if (decision.may_depart) {
    decision.if_departing = answer_for(facts, amount, true);
  }
  return decision;
}

}  // namespace hjemmel::bench::by_hand
