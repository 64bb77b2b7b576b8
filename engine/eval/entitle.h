// Entitle: whether one service is given, as data: its state, each criterion with its truth, and what is missing.
//
// In: a plan, a case, a service. Out: an Entitlement. The state is the outcome of the service's decision; the criteria are told
// one by one as the machine finds them, so that every failed one is named. Tested in tests/unit/eval/entitle_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/decide.h"
#include "engine/eval/plan.h"
#include "engine/eval/trace.h"

namespace hjemmel::eval {

enum class ServiceState : std::uint8_t { entitled, may_be_given, not_offered, refused, unknown, error };

[[nodiscard]] std::string_view service_state_name(ServiceState state);  // `may_be_given`

struct CriterionTrace {
  std::string name;
  bool exclusion = false;
  Truth truth = Truth::unknown;       // of its condition, as written: an exclusion that is met refuses
  std::vector<std::string> unknowns;  // what leaves it open
  std::vector<OutcomeCitation> citations;

  // The service is refused for it, whatever else holds.
  [[nodiscard]] bool fails() const {
    return exclusion ? truth == Truth::yes : truth == Truth::no || truth == Truth::not_applicable;
  }
};

struct Entitlement {
  std::string service;
  std::string provider;
  ServiceState state = ServiceState::unknown;
  std::optional<ConditionTrace> offered;     // where it is offered; none: everywhere
  std::optional<ConditionTrace> in_force;    // when it is offered; none: always
  std::vector<std::string> not_offered_for;  // not offered only: `place`, `time` or both
  std::vector<CriterionTrace> criteria;      // in written order, then the exclusions
  std::vector<std::string> failed;           // by name; refused without one that fails for certain: the alternatives
  std::vector<OutcomeCitation> citations;
  std::vector<RestsOn> rests_on;       // readings, parameters, defaults and presumptions behind the state
  std::vector<Missing> missing;        // unknown only, best question first
  std::vector<ServiceState> possible;  // unknown only
  bool exact = true;
  std::string reason;  // error: what went wrong and where

  // Something is open, and some answers would give it: what is open only between `refused` and `not_offered` would not.
  [[nodiscard]] bool may_still_be_given() const;
};

[[nodiscard]] Entitlement entitle(Plan const& plan, Case const& facts, std::uint32_t service, Limits limits = {});

struct Conclusion;

// Of the decision of a service.
[[nodiscard]] ServiceState service_state(Conclusion const& conclusion);

}  // namespace hjemmel::eval
