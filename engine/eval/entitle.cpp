// The outcome of a service's decision in the words of services, and the questions of many services in one order.
#include "engine/eval/entitle.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/base/check.h"
#include "engine/eval/missing.h"
#include "engine/eval/resolve.h"
#include "engine/eval/trace_of.h"

namespace hjemmel::eval {
namespace {

ServiceState state_of(Plan const& plan, ServicePlan const& service, Status status,
                      std::vector<OutcomeOption> const& options) {
  if (status == Status::undetermined) {
    return ServiceState::unknown;
  }
  if (status == Status::no_rule) {
    return ServiceState::not_offered;  // a service always has a rule that gives it: the whole package is out of force
  }
  if (status != Status::decided || options.empty()) {
    return ServiceState::error;
  }
  std::vector<OptionPlan> const& known = plan.decisions[service.decision].options;
  auto const at = std::find_if(known.begin(), known.end(),
                               [&](OptionPlan const& option) { return option.name == options.front().name; });
  CHECK(at != known.end());
  switch (static_cast<ServiceOption>(at - known.begin())) {
    case ServiceOption::entitled:
      return ServiceState::entitled;
    case ServiceOption::may_be_given:
      return ServiceState::may_be_given;
    case ServiceOption::not_offered:
      return ServiceState::not_offered;
    case ServiceOption::refused:
      break;
  }
  return ServiceState::refused;
}

// What the machine finds of each line by itself, whatever the service comes to.
void trace_lines(Plan const& plan, Case const& facts, ServicePlan const& service, Entitlement& result) {
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, true);
  static_cast<void>(resolve(plan, machine, service.decision, 0, false));  // answers the decisions that it reads
  if (service.offered) {
    result.offered = condition_trace(plan, machine, service.offered->text, machine.run(service.offered->block));
  }
  if (service.in_force) {
    result.in_force = condition_trace(plan, machine, service.in_force->text, machine.run(service.in_force->block));
  }
  for (CriterionPlan const& criterion : service.criteria) {
    ConditionTrace line = condition_trace(plan, machine, criterion.name, machine.run(criterion.block));
    result.criteria.push_back(
        {std::move(line.text), criterion.exclusion, line.truth, std::move(line.unknowns), criterion.citations});
  }
}

void name_failed(Outcome const& outcome, Entitlement& result) {
  for (CriterionTrace const& criterion : result.criteria) {
    if (criterion.fails()) {
      result.failed.push_back(criterion.name);
    }
  }
  if (result.failed.empty() && result.state == ServiceState::refused) {
    for (HeldGround const& ground : outcome.grounds) {
      result.failed.push_back(ground.ground);
    }
  }
}

// Why it is not offered: what surely fails, else the alternatives; nothing but the package's own period: the time.
void name_not_offered(Outcome const& outcome, Entitlement& result) {
  if (result.state != ServiceState::not_offered) {
    return;
  }
  auto const fails = [](std::optional<ConditionTrace> const& line) {
    return line && (line->truth == Truth::no || line->truth == Truth::not_applicable);
  };
  if (fails(result.offered)) {
    result.not_offered_for.emplace_back("place");
  }
  if (fails(result.in_force) || outcome.status == Status::no_rule) {
    result.not_offered_for.emplace_back("time");
  }
  if (result.not_offered_for.empty()) {
    for (HeldGround const& ground : outcome.grounds) {
      result.not_offered_for.push_back(ground.ground);
    }
  }
}

// log2 of 1, 2, … in millionths: what an answer rules out adds up over services, and nothing here is a float.
constexpr std::array<std::int64_t, 9> kMillionths{0, 0, 1000000, 1584963, 2000000, 2321928, 2584963, 2807355, 3000000};

std::int64_t bits(std::size_t outcomes) { return kMillionths[std::min(outcomes, kMillionths.size() - 1)]; }

using QuestionKey = std::tuple<MissingKind, std::string, std::string>;

struct Ranked {
  SharedQuestion question;
  std::int64_t ruled_out = 0;
  std::size_t place = SIZE_MAX;  // the first among the criteria of any of the services
};

// Where the criteria, as written, first read the fact; past them all where it is asked for another reason.
std::size_t place_in_criteria(Entitlement const& service, std::string const& fact) {
  std::size_t place = 0;
  for (CriterionTrace const& criterion : service.criteria) {
    for (std::string const& unknown : criterion.unknowns) {
      if (unknown == fact) {
        return place;
      }
      ++place;
    }
  }
  return place;
}

void add_questions(Entitlement const& service, std::size_t place, std::map<QuestionKey, Ranked>& questions) {
  for (Missing const& missing : service.missing) {
    auto const [at, is_new] = questions.try_emplace({missing.kind, missing.name, missing.key});
    Ranked& ranked = at->second;
    if (is_new) {
      ranked.question.missing = missing;
    }
    ranked.question.services.push_back(place);
    ranked.ruled_out += 2 * bits(service.possible.size()) - bits(missing.outcomes_left) - bits(missing.fewest_left);
    ranked.place = std::min(ranked.place, place_in_criteria(service, missing.name));
  }
}

}  // namespace

std::string_view service_state_name(ServiceState state) {
  switch (state) {
    case ServiceState::entitled:
      return "entitled";
    case ServiceState::may_be_given:
      return "may_be_given";
    case ServiceState::not_offered:
      return "not_offered";
    case ServiceState::refused:
      return "refused";
    case ServiceState::unknown:
      return "unknown";
    case ServiceState::error:
      return "error";
  }
  base::fail_check("a state of the enumeration", __FILE__, __LINE__);
}

Entitlement entitle(Plan const& plan, Case const& facts, std::uint32_t index, Limits limits) {
  ServicePlan const& service = plan.services[index];
  Outcome outcome = decide(plan, facts, service.decision, nullptr, limits);
  Entitlement result;
  result.service = service.name;
  result.provider = service.provider;
  result.state = state_of(plan, service, outcome.status, outcome.options);
  result.citations = service.citations;
  result.exact = outcome.exact;
  result.rests_on = std::move(outcome.rests_on);
  result.reason = std::move(outcome.reason);
  for (PossibleOutcome const& possible : outcome.possible) {
    ServiceState const state = state_of(plan, service, possible.status, possible.options);
    if (std::find(result.possible.begin(), result.possible.end(), state) == result.possible.end()) {
      result.possible.push_back(state);
    }
  }
  if (result.state == ServiceState::unknown && result.possible.size() == 1) {
    result.state = result.possible.front();  // whether the package is in force or not, it is not offered
    result.possible.clear();
    result.exact = true;
    outcome.missing.clear();
  }
  trace_lines(plan, facts, service, result);
  name_failed(outcome, result);
  name_not_offered(outcome, result);
  result.missing = std::move(outcome.missing);
  return result;
}

bool Entitlement::may_still_be_given() const {
  return state == ServiceState::unknown &&
         (possible.empty() || std::any_of(possible.begin(), possible.end(), [](ServiceState const one) {
            return one != ServiceState::refused && one != ServiceState::not_offered;
          }));
}

std::vector<SharedQuestion> best_questions(std::span<Entitlement const* const> all) {
  std::map<QuestionKey, Ranked> questions;
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (all[place]->may_still_be_given()) {
      add_questions(*all[place], place, questions);
    }
  }
  auto const rank_of = [](Ranked const& one) {
    Missing const& missing = one.question.missing;
    return std::tuple(-one.ruled_out, -static_cast<std::int64_t>(one.question.services.size()), missing.kind,
                      missing.cost, one.place, missing.name, missing.key);
  };
  std::vector<Ranked> ranked;
  for (auto& [key, question] : questions) {
    ranked.push_back(std::move(question));
  }
  std::sort(ranked.begin(), ranked.end(), [&](Ranked const& a, Ranked const& b) { return rank_of(a) < rank_of(b); });
  std::vector<SharedQuestion> best;
  for (Ranked& one : ranked) {
    best.push_back(std::move(one.question));
  }
  return best;
}

}  // namespace hjemmel::eval
