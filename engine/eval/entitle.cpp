// The outcome of a service's decision in the words of services.
#include "engine/eval/entitle.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/eval/choose.h"
#include "engine/eval/complete.h"
#include "engine/eval/resolve.h"
#include "engine/eval/rests_on.h"
#include "engine/eval/trace_of.h"

namespace hjemmel::eval {
namespace {

ServiceState state_of(Status status, std::optional<std::size_t> option) {
  if (status == Status::undetermined) {
    return ServiceState::unknown;
  }
  if (status == Status::no_rule) {
    return ServiceState::not_offered;  // a service always has a rule that gives it: the whole package is out of force
  }
  if (status != Status::decided || !option) {
    return ServiceState::error;
  }
  switch (static_cast<ServiceOption>(*option)) {
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

ServiceState state_of(Plan const& plan, ServicePlan const& service, Status status,
                      std::vector<OutcomeOption> const& options) {
  if (options.empty()) {
    return state_of(status, std::nullopt);
  }
  Options const& known = plan.of(plan.decisions[service.decision].options);
  auto const at = std::find_if(known.begin(), known.end(),
                               [&](OptionPlan const& option) { return option.name == options.front().name; });
  CHECK(at != known.end());
  return state_of(status, static_cast<std::size_t>(at - known.begin()));
}

Entitlement start(Plan const& plan, ServicePlan const& service) {
  Entitlement result;
  result.service = plan.of(service.name);
  result.provider = plan.of(service.provider);
  result.citations = plan.of(service.citations);
  return result;
}

CriterionTrace& add_criterion(Plan const& plan, CriterionPlan const& criterion, Value value, Entitlement& result) {
  CriterionTrace& told = result.criteria.emplace_back();
  told.name = plan.of(criterion.name);
  told.exclusion = criterion.exclusion;
  told.truth = truth_of(value);
  if (criterion.citations.has_value()) {
    told.citations = plan.of(criterion.citations);
  }
  return told;
}

// What resolving has found of the criteria: the grounds of refusal are these, in their order, most of them turned round.
class FoundGrounds {
 public:
  FoundGrounds(Plan const& plan, ServicePlan const& service, Resolution const& resolution) {
    std::span<std::uint32_t const> const rules = plan.of(plan.decisions[service.decision].rules);
    for (std::size_t place = 0; place < resolution.rules.size() && values_.empty(); ++place) {
      Part<GroundPlan> const grounds = plan.rules[rules[place]].grounds;
      if (grounds.size() == service.criteria.size() && resolution.rules[place].grounds.size() == grounds.size()) {
        grounds_ = plan.of(grounds);
        values_ = resolution.rules[place].grounds;
      }
    }
  }

  // Of the criterion with this number; nothing where its own value cannot be told from its ground's.
  [[nodiscard]] std::optional<Value> value_of(std::size_t number, std::uint32_t block) const {
    if (values_.empty() || grounds_[number].block != block) {
      return std::nullopt;
    }
    Value const value = values_[number];
    if (!grounds_[number].negated || !value.is_known()) {
      return value;
    }
    return value.is_false() ? std::optional(Value::boolean(true)) : std::nullopt;  // else false, or not applicable
  }

 private:
  std::span<GroundPlan const> grounds_;
  std::span<Value const> values_;
};

// What the machine finds of each line by itself, whatever the service comes to. It has answered the decisions that these read.
void trace_lines(Plan const& plan, Machine& machine, ServicePlan const& service, Resolution const& resolution,
                 Entitlement& result) {
  auto const traced = [&](Condition const& line) {
    return condition_trace(plan, machine, std::string(plan.of(line.text)), machine.run(line.block));
  };
  if (service.offered) {
    result.offered = traced(*service.offered);
  }
  if (service.in_force) {
    result.in_force = traced(*service.in_force);
  }
  result.criteria.reserve(service.criteria.size());
  FoundGrounds const grounds(plan, service, resolution);
  for (CriterionPlan const& criterion : plan.of(service.criteria)) {
    auto const known = grounds.value_of(result.criteria.size(), criterion.block);
    Value const value = known ? *known : machine.run(criterion.block);
    CriterionTrace& told = add_criterion(plan, criterion, value, result);
    if (value.is_open()) {
      told.unknowns = open_names(plan, machine, value);
    }
  }
}

// `grounds` gives the names of those that hold.
template <class Grounds>
void name_failed(Grounds grounds, Entitlement& result) {
  auto const fails = [](CriterionTrace const& criterion) { return criterion.fails(); };
  result.failed.reserve(static_cast<std::size_t>(std::count_if(result.criteria.begin(), result.criteria.end(), fails)));
  for (CriterionTrace const& criterion : result.criteria) {
    if (fails(criterion)) {
      result.failed.push_back(criterion.name);
    }
  }
  if (result.failed.empty() && result.state == ServiceState::refused) {
    result.failed = grounds();
  }
}

// Why it is not offered: what surely fails, else the alternatives; nothing but the package's own period: the time.
template <class Grounds>
void name_not_offered(Status status, Grounds grounds, Entitlement& result) {
  if (result.state != ServiceState::not_offered) {
    return;
  }
  auto const fails = [](std::optional<ConditionTrace> const& line) {
    return line && (line->truth == Truth::no || line->truth == Truth::not_applicable);
  };
  if (fails(result.offered)) {
    result.not_offered_for.emplace_back("place");
  }
  if (fails(result.in_force) || status == Status::no_rule) {
    result.not_offered_for.emplace_back("time");
  }
  if (result.not_offered_for.empty()) {
    result.not_offered_for = grounds();
  }
}

// Of a settled resolution; nothing unless it is decided.
std::optional<ServiceState> settled_state(Plan const& plan, ServicePlan const& service, Resolution const& resolution) {
  if (auto const plain = plainly_chosen(plan, service.decision, resolution)) {
    return state_of(Status::decided, plain->option);
  }
  Conclusion const conclusion = conclude(plan, service.decision, resolution);
  return conclusion.status == Status::decided ? std::optional(service_state(conclusion)) : std::nullopt;
}

// Where all that it hangs on is known, and there is one law: what `decide` finds, without the names that only an outcome has. Else
// false, and nothing is added.
bool add_settled(Plan const& plan, Case const& facts, ServicePlan const& service, Entitlement& result) {
  if (plan.milder) {
    return false;
  }
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, true);
  machine.pass_over_reads();
  Resolution const resolution = resolve(plan, machine, service.decision, 0, false);
  if (!resolution.is_settled()) {
    return false;
  }
  auto const state = settled_state(plan, service, resolution);
  if (!state) {
    return false;
  }
  result.state = *state;
  result.rests_on = rests_on(plan, facts, service.decision, 0, LawChoice::at_act);
  trace_lines(plan, machine, service, resolution, result);
  auto const grounds = [&] {
    std::vector<std::string> names;
    Conclusion const conclusion = conclude(plan, service.decision, resolution);
    for (HeldLine const& line : held_lines(plan, service.decision, resolution, conclusion.rules)) {
      names.emplace_back(plan.of(plan.of(plan.rules[line.rule].grounds)[line.ground].name));
    }
    return names;
  };
  name_failed(grounds, result);
  name_not_offered(Status::decided, grounds, result);
  return true;
}

// The two rules of a service that hangs on its criteria and nothing else.
struct PlainRules {
  std::uint32_t given = 0;
  std::uint32_t refused = 0;
};

bool is_bare(RulePlan const& rule) {
  return rule.when.empty() && !rule.unless && rule.figures.empty() && rule.disappliers.empty();
}

std::optional<PlainRules> plain_rules(Plan const& plan, ServicePlan const& service) {
  DecisionPlan const& decision = plan.decisions[service.decision];
  std::span<std::uint32_t const> const rules = plan.of(decision.rules);
  bool const is_alone = !plan.milder && !plan.in_force && !service.offered && !service.in_force &&
                        decision.when.empty() && decision.reads.empty() && rules.size() == 2;
  if (!is_alone) {
    return std::nullopt;
  }
  RulePlan const& given = plan.rules[rules[0]];
  RulePlan const& refused = plan.rules[rules[1]];
  std::span<std::uint32_t const> const overriders = plan.of(given.overriders);
  bool const are_plain = is_bare(given) && is_bare(refused) && given.grounds.empty() && refused.overriders.empty() &&
                         !refused.grounds.empty() && refused.grounds.size() == service.criteria.size() &&
                         overriders.size() == 1 && overriders.front() == rules[1];
  return are_plain ? std::optional(PlainRules{rules[0], rules[1]}) : std::nullopt;
}

// Whether a ground of the refusal holds, with the criteria told as they are found; nothing where one is neither
// true nor false, or rests on more than facts.
std::optional<bool> fails_a_criterion(Plan const& plan, Case const& facts, ServicePlan const& service,
                                      std::span<GroundPlan const> grounds, Entitlement& result) {
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, true);
  machine.pass_over_reads();
  result.criteria.reserve(grounds.size());
  bool fails = false;
  for (CriterionPlan const& criterion : plan.of(service.criteria)) {
    GroundPlan const& ground = grounds[result.criteria.size()];
    Value const value = machine.run(criterion.block);
    Value const held = ground.negated ? machine.negation(value) : value;
    if (ground.block != criterion.block || !held.is_known()) {
      return std::nullopt;
    }
    fails = fails || held.is_true();
    add_criterion(plan, criterion, value, result);
  }
  return machine.basis_reads().empty() ? std::optional(fails) : std::nullopt;
}

// Where the criteria alone say it, and each is known: what `add_settled` finds, but each criterion is looked at once, and no rule.
// Else false, and nothing is added.
bool add_plain(Plan const& plan, Case const& facts, ServicePlan const& service, Entitlement& result) {
  auto const rules = plain_rules(plan, service);
  if (!rules) {
    return false;
  }
  auto const fails = fails_a_criterion(plan, facts, service, plan.of(plan.rules[rules->refused].grounds), result);
  auto const option = fails ? plainly_said(plan, *fails ? rules->refused : rules->given) : std::nullopt;
  if (!option) {
    result.criteria.clear();
    return false;
  }
  result.state = state_of(Status::decided, option);
  name_failed([] { return std::vector<std::string>(); }, result);
  return true;
}

// The same of what the completions find.
void add_outcome(Plan const& plan, Case const& facts, ServicePlan const& service, Outcome outcome,
                 Entitlement& result) {
  result.state = state_of(plan, service, outcome.status, outcome.options);
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
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, true);
  machine.pass_over_reads();
  Resolution const resolution = resolve(plan, machine, service.decision, 0, false);
  trace_lines(plan, machine, service, resolution, result);
  auto const grounds = [&] {
    std::vector<std::string> names;
    for (HeldGround const& ground : outcome.grounds) {
      names.push_back(ground.ground);
    }
    return names;
  };
  name_failed(grounds, result);
  name_not_offered(outcome.status, grounds, result);
  result.missing = std::move(outcome.missing);
}

}  // namespace

ServiceState service_state(Conclusion const& conclusion) {
  bool const has = !conclusion.options.empty();
  return state_of(conclusion.status,
                  has ? std::optional<std::size_t>(conclusion.options.front().ordinal) : std::nullopt);
}

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
  Entitlement result = start(plan, service);
  if (!add_plain(plan, facts, service, result) && !add_settled(plan, facts, service, result)) {
    add_outcome(plan, facts, service, decide(plan, facts, service.decision, nullptr, limits), result);
  }
  return result;
}

bool Entitlement::may_still_be_given() const {
  return state == ServiceState::unknown &&
         (possible.empty() || std::any_of(possible.begin(), possible.end(), [](ServiceState const one) {
            return one != ServiceState::refused && one != ServiceState::not_offered;
          }));
}

}  // namespace hjemmel::eval
