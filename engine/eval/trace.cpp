// The names that a trace uses; schemas/outcome.schema.yaml lists the same.
#include "engine/eval/trace.h"

#include "engine/base/check.h"

namespace hjemmel::eval {

std::string_view truth_name(Truth truth) {
  switch (truth) {
    case Truth::no:
      return "false";
    case Truth::yes:
      return "true";
    case Truth::unknown:
      return "unknown";
    case Truth::not_applicable:
      return "not_applicable";
    case Truth::error:
      return "error";
  }
  base::fail_check("a truth of the enumeration", __FILE__, __LINE__);
}

std::string_view rule_state_name(RuleState state) {
  switch (state) {
    case RuleState::applied:
      return "applied";
    case RuleState::overridden:
      return "overridden";
    case RuleState::disapplied:
      return "disapplied";
    case RuleState::guard_false:
      return "guard_false";
    case RuleState::open:
      return "open";
    case RuleState::error:
      return "error";
  }
  base::fail_check("a rule state of the enumeration", __FILE__, __LINE__);
}

}  // namespace hjemmel::eval
