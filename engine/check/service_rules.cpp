// Each rule of a service goes before those above it.
#include "engine/check/service_rules.h"

#include "engine/base/check.h"
#include "engine/base/large_pages.h"

namespace hjemmel::check {
namespace {

constexpr std::size_t kUsualRules = 2;        // of a service that is offered everywhere and always
constexpr std::size_t kManyServices = 1'000;  // that are worth a helper
constexpr std::size_t kAtOnce = 1'024;        // services, of which the helper is told together
constexpr std::size_t kGivenUp = SIZE_MAX;

void add_ground(ir::Rule& rule, std::string_view name, ir::ExprId condition) {
  if (condition.has_value()) {
    ir::Ground& ground = rule.grounds.emplace_back();
    ground.name = name;
    ground.condition = condition;
    ground.negated = true;
  }
}

}  // namespace

ServiceRules::ServiceRules(ir::Program& program, std::size_t count, base::Helper* helper)
    : rules_(program.rules),
      decisions_(program.decisions),
      services_(program.services.data() + program.services.size()),
      count_(count) {
  for (std::uint32_t option = 0; option < choices_.size(); ++option) {
    choices_.at(option) = ir::Choice{ir::Modality::is, {{option, {}}}, {}};
  }
  CHECK(program.services.capacity() - program.services.size() >= count);
  base::reserve_large(rules_, rules_.size() + kUsualRules * count);
  auto const make = [this] { run(); };
  made_.emplace(helper != nullptr && count >= kManyServices ? helper->ask(make) : base::put_off(make));
}

ServiceRules::~ServiceRules() {
  read_.store(kGivenUp, std::memory_order_release);
  read_.notify_one();
}

void ServiceRules::are_read(std::size_t services) {
  if (services % kAtOnce == 0) {
    read_.store(services, std::memory_order_release);
    read_.notify_one();
  }
}

void ServiceRules::all_are_read() {
  read_.store(count_, std::memory_order_release);
  read_.notify_one();
}

void ServiceRules::finish() {
  all_are_read();
  made_->get();
}

void ServiceRules::run() {
  for (std::size_t made = 0; made < count_;) {
    read_.wait(made, std::memory_order_acquire);
    std::size_t const read = read_.load(std::memory_order_acquire);
    if (read == kGivenUp) {
      return;
    }
    for (; made < read; ++made) {
      add_rules(services_[made]);
    }
  }
}

void ServiceRules::add_rules(ir::Service const& service) {
  std::size_t const first = rules_.size();
  add_rule(service, ": given", service.as_of_right ? ir::ServiceOption::entitled : ir::ServiceOption::may_be_given);
  if (!service.criteria.empty()) {
    add_refusal(service);
  }
  if (service.offered.has_value() || service.in_force.has_value()) {
    add_elsewhere(service);
  }
  for (std::size_t at = first + 1; at < rules_.size(); ++at) {
    for (std::size_t lower = first; lower < at; ++lower) {
      rules_[at].overrides.emplace_back(lower);
    }
  }
}

void ServiceRules::add_refusal(ir::Service const& service) {
  ir::Rule& rule = add_rule(service, ": refused", ir::ServiceOption::refused);
  rule.grounds.reserve(service.criteria.size());
  for (ir::Criterion const& criterion : service.criteria) {
    ir::Ground& ground = rule.grounds.emplace_back();
    ground.name = criterion.name;
    ground.condition = criterion.condition;
    ground.negated = !criterion.exclusion;
    append(criterion.citations, rule.citations);
  }
}

void ServiceRules::add_elsewhere(ir::Service const& service) {
  ir::Rule& rule = add_rule(service, ": not offered", ir::ServiceOption::not_offered);
  add_ground(rule, "place", service.offered);
  add_ground(rule, "time", service.in_force);
}

// In its place; the next one may move it.
ir::Rule& ServiceRules::add_rule(ir::Service const& service, std::string_view what, ir::ServiceOption option) {
  decisions_[service.decision.index].rules.emplace_back(rules_.size());
  ir::Rule& rule = rules_.emplace_back();
  rule.name.reserve(service.name.size() + what.size());
  rule.name.append(service.name).append(what);
  rule.span = service.span;
  rule.decision = service.decision;
  rule.citations = service.citations;
  rule.choice = choices_.at(static_cast<std::size_t>(option));
  return rule;
}

}  // namespace hjemmel::check
