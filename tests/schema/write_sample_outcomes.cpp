// Writes outcome documents of every status, built by hand, one a line: what a sound rule package never prints is tried too.
#include <iostream>

#include "engine/explain/json.h"
#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

void print(eval::Outcome const& outcome, eval::DecisionTrace const* trace = nullptr) {
  std::cout << outcome_json(sample::document_of(outcome, trace), Layout::one_line);
}

// Every kind of quantity, on both sides.
eval::Outcome outcome_with_bounds() {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.modality = eval::Modality::is;
  outcome.options = {sample::plain_option("fine", eval::Modality::is, "court")};
  outcome.options[0].bounds = {
      {"amount", base::kMoneyNok, "", base::Decimal::of(125, 1), std::nullopt, std::nullopt},
      {"count", base::kNoDimension, "", std::nullopt, base::Decimal::of(2), base::Decimal::of(3)},
      {"share", base::kNoDimension, "", std::nullopt, std::nullopt, base::Decimal::of(5, 1)}};
  return outcome;
}

// A trace with every state of a rule and every truth.
eval::DecisionTrace trace_of_all_states() {
  eval::DecisionTrace trace = sample::trace_of_decided();
  trace.definitions.push_back({"full_for", eval::Truth::unknown, "3 months", {}, {}});
  for (auto const state : {eval::RuleState::disapplied, eval::RuleState::open, eval::RuleState::error}) {
    trace.rules.push_back(sample::rule(std::string{eval::rule_state_name(state)}, state));
  }
  for (auto const truth : {eval::Truth::not_applicable, eval::Truth::error}) {
    trace.when.push_back({std::string{eval::truth_name(truth)}, truth, {}});
  }
  return trace;
}

void print_all() {
  eval::DecisionTrace const trace = trace_of_all_states();
  print(sample::decided());
  print(sample::decided(), &trace);
  print(sample::undetermined());
  print(sample::undetermined(), &trace);
  print(outcome_with_bounds());
  print(sample::of_status(eval::Status::not_applicable, "another section applies"));
  print(sample::of_status(eval::Status::conflict, "", {"mild", "severe"}));
  print(sample::of_status(eval::Status::no_rule, "", {"mild"}));
  print(sample::of_status(eval::Status::error, "the product is too large at a.rules:3"));
}

}  // namespace
}  // namespace hjemmel::explain

int main() {
  hjemmel::explain::print_all();
  return 0;
}
