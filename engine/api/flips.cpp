// One case: what would have to differ for another outcome of each decision.
#include <algorithm>

#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/base/nearest_name.h"
#include "engine/explain/flip_document.h"

namespace hjemmel::api {
namespace {

std::vector<std::string> options_of(eval::Plan const& plan, std::uint32_t decision) {
  std::vector<std::string> names;
  for (eval::OptionPlan const& option : plan.of(plan.decisions[decision].options)) {
    names.push_back(option.name);
  }
  return names;
}

// Why no decision that was asked for can have the option; empty when one can.
std::string refuse_option(eval::Plan const& plan, std::vector<std::uint32_t> const& decisions,
                          std::optional<std::string> const& option) {
  if (!option) {
    return "";
  }
  std::vector<std::string> all;
  for (std::uint32_t const decision : decisions) {
    std::vector<std::string> const names = options_of(plan, decision);
    all.insert(all.end(), names.begin(), names.end());
  }
  if (std::find(all.begin(), all.end(), *option) != all.end()) {
    return "";
  }
  std::string const nearest = base::nearest_name(*option, all);
  return "no decision that was asked for has the option `" + *option + "`" +
         (nearest.empty() ? "" : "; did you mean `" + nearest + "`?");
}

FlipsResult find_flips(Package const& package, FactsText const& text, FlipOptions const& options) {
  eval::Plan const& plan = package.loaded().plan;
  Question question = ask_about(package, text, options.decide);
  FlipsResult result;
  result.findings = std::move(question.findings);
  result.failure = question.failure;
  result.error = std::move(question.error);
  if (!question.facts) {
    return result;
  }
  if (std::string why = refuse_option(plan, question.decisions, options.option); !why.empty()) {
    return failed<FlipsResult>(Failure::use, why);
  }
  for (std::uint32_t const decision : question.decisions) {
    std::vector<std::string> const names = options_of(plan, decision);
    if (!options.option || std::find(names.begin(), names.end(), *options.option) != names.end()) {
      result.flips.push_back(eval::flips(plan, *question.facts, decision, options.option.value_or(""), options.limits));
    }
  }
  result.json = explain::flips_json(result.flips);
  return result;
}

}  // namespace

FlipsResult flips(Package const& package, FactsText const& facts, FlipOptions const& options) {
  return guarded<FlipsResult>([&] { return find_flips(package, facts, options); });
}

}  // namespace hjemmel::api
