// Why an option was not given: what became of each rule that could give it.
#include "engine/base/check.h"
#include "engine/explain/prose_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view pattern_of(RuleNote const& rule, WhyNotAnswer answer, Phrases const& say) {
  switch (rule.state) {
    case eval::RuleState::overridden:
      return say.giver_overridden;
    case eval::RuleState::disapplied:
      return say.giver_disapplied;
    case eval::RuleState::guard_false:
      return say.giver_not_met;
    case eval::RuleState::open:
      return waits_for_rule_above(rule) ? say.giver_open_above : say.giver_open;
    case eval::RuleState::error:
      return say.giver_in_error;
    case eval::RuleState::applied:
      return answer == WhyNotAnswer::possible ? say.giver_applies_so_far : say.giver_applies;
  }
  base::fail_check("a state of the enumeration", __FILE__, __LINE__);
}

void write_giver(RuleNote const& rule, WhyNotAnswer answer, std::string_view option, ProseParts const& parts) {
  bool const applies = rule.state == eval::RuleState::applied;
  parts.sentence(2, giver_clause(rule, answer, option, parts));
  for (GaveWayTo const& by : rule.by) {
    write_conditions(4, by.conditions, parts);
    write_grounds(4, by.grounds, parts);
    parts.citations(4, by.citations);
  }
  if (rule.by.empty() && !applies) {
    write_conditions(4, rule.conditions, parts);
    write_grounds(4, rule.grounds, parts);
    parts.citations(4, rule.citations);
  }
}

void write_takers(WhyNot const& why_not, std::string_view option, ProseParts const& parts) {
  for (RuleNote const& rule : why_not.takers) {
    parts.sentence(2, phrase(parts.say.taken_away, parts.rule(rule.rule), option));
    write_conditions(4, rule.conditions, parts);
    write_grounds(4, rule.grounds, parts);
    parts.citations(4, rule.citations);
  }
}

}  // namespace

std::string giver_clause(RuleNote const& rule, WhyNotAnswer answer, std::string_view option, ProseParts const& parts) {
  std::vector<std::string> others;
  for (GaveWayTo const& by : rule.by) {
    others.push_back(by.rule);
  }
  return phrase(pattern_of(rule, answer, parts.say), parts.rule(rule.rule), option, parts.rules(others));
}

void write_why_not(DecisionExplanation const& decision, WhyNot const& why_not, ProseParts const& parts) {
  std::string const option = parts.option(decision.outcome->decision, why_not.option);
  parts.out().heading(phrase(parts.say.why_not, option));
  switch (why_not.answer) {
    case WhyNotAnswer::given:
      return parts.sentence(2, phrase(parts.say.why_not_given, option));
    case WhyNotAnswer::not_arising:
      parts.sentence(2, parts.say.why_not_arising);
      return write_conditions(4, decision.when, parts);
    case WhyNotAnswer::nothing_gives:
      return parts.sentence(2, phrase(parts.say.why_not_nothing, option));
    case WhyNotAnswer::possible:
      parts.sentence(2, phrase(parts.say.why_not_possible, option));
      break;
    case WhyNotAnswer::taken_away:
      return write_takers(why_not, option, parts);
    case WhyNotAnswer::not_given:
      break;
  }
  for (RuleNote const& rule : why_not.givers) {
    write_giver(rule, why_not.answer, option, parts);
  }
}

}  // namespace hjemmel::explain
