// The tables of words. A new language: one more table, one more case in words_in.
#include "engine/explain/words.h"

#include <fmt/format.h>

#include "engine/base/check.h"
#include "engine/explain/words_nb.h"

namespace hjemmel::explain {
namespace {

constexpr Words kEnglish{
    .proposed_by = "{} by {}",
    .rules_as_of = "rules as of {}",
    .decided_on = "decided on {}",
    .amended_by = "with the amendments {}",
    .code_of = "with the code of jurisdiction {} {}",
    .unlisted_code = "with the code of jurisdiction {} {}, which nobody has vouched for: not a decision to rely on",
    .is = "must be",
    .normally_is = "normally",
    .should_be = "should be",
    .may_be = "may be",
    .may_also_be = "may also be",
    .decided = "decided",
    .undetermined = "undetermined: what is known so far does not settle it",
    .not_applicable = "not applicable: the question does not arise",
    .conflict = "conflict: rules that apply say different things, and none of them goes before the others",
    .no_rule = "no rule: the question arises, but no rule that applies answers it",
    .error = "error",
    .fault_of_rules = "this is a fault of the rules, not of the case",
    .decided_by = "decided by {}",
    .decided_by_nobody = "decided by nobody: no authority may give all of it",
    .must_carry = "must carry",
    .may_carry = "may carry",
    .exactly = "{}",
    .at_least = "at least {}",
    .at_most = "at most {}",
    .within = "between {} and {}",
    .above = "above {}",
    .below = "below {}",
    .any_figure = "any figure",
    .computed_figure = "as the rules compute it",
    .any_outcome = "any other outcome that the rules can give",
    .a_figure = "a figure {}",
    .must_state = "the decision must state {}",
    .no_options = "nothing",
    .if_departing = "if the decider departs from this, which takes reasons",
    .law_at_act = "under the law at the act",
    .law_at_decision = "under the law at the decision",
    .law_chosen = "this law is chosen",
    .to_find_out = "to find out, best question first",
    .law_leaves_open = "what the law leaves open",
    .possible_outcomes = "possible outcomes",
    .may_hold_too_much =
        "not every combination was told apart, so these lists may hold more than is possible, never less",
    .why = "why",
    .same_whatever = "whatever is still open, the outcome is the same",
    .why_not_arising = "why it does not arise",
    .whether_it_arises = "whether the question arises",
    .rules_that_apply = "rules that apply",
    .rules_considered = "rules considered",
    .not_applied = "considered, but not applied",
    .definitions = "terms defined by the rules",
    .tables = "table rows used",
    .facts = "facts read",
    .rules = "rules: {}",
    .parameters = "parameters",
    .health_facts = "facts about health that were read, and on what ground",
    .rests_on = "this rests on",
    .rests_on_reading = "{}, read as {}",
    .rests_on_default = "{} being {}, as nobody asked",
    .rests_on_presumption = "{} being {}, as the rules presume in doubt",
    .rests_on_parameter = "{} being {}, a figure of the rules",
    .filled_by_default = "by default, as {}",
    .filled_by_presumption = "presumed, as {}",
    .read_as = "{}, read as {}",
    .fact = "fact: {}",
    .fact_from = "fact: {}; {} can supply it",
    .assessment = "assessment: {}",
    .assessment_by = "assessment by {}: {}",
    .weighing = "to be weighed: {}",
    .weighing_among_others = "to be weighed, among other things: {}",
    .most_weight = "with most weight on {}",
    .not_judged_by = "not by {}",
    .open_law = "open law, nothing to ask: {}",
    .open_law_bare = "open law, nothing to ask: the rules give no value",
    .table_for_key = "{} for {}",
    .asked_not_known = "asked, but not known",
    .known_between = "known to lie between {} and {}",
    .known_at_least = "known to be at least {}",
    .known_at_most = "known to be at most {}",
    .not_asked = "not asked yet",
    .applied = "applied",
    .overridden_by = "overridden by {}",
    .disapplied_by = "disapplied by {}",
    .guard_false = "its condition is not met",
    .open = "open",
    .open_above = "open, as a rule that goes before it is open",
    .on_other_options = "applies only to {}",
    .rule_error = "an error stopped it",
    .met = "met",
    .not_met = "not met",
    .condition_open = "open",
    .condition_not_applicable = "not applicable",
    .condition_error = "error",
    .unknown_are = "depends on {}",
    .ground = "ground {}",
    .ground_open_line = "ground {} (open list)",
    .ground_of_rule = "ground {} of {}",
    .table_row = "{} for {}: {}",
    .judged_by = "judged by {}",
    .known_on = "known on {}",
    .from = "from {}",
    .service_entitled = "entitled",
    .service_may_be_given = "may be given",
    .service_not_offered = "not offered",
    .service_refused = "refused",
    .service_unknown = "unknown: what is known so far does not settle it",
    .service_not_given = "not given: refused or not offered",
    .refused_for = "fails on {}",
    .excluded_by = "excluded by {}",
    .provided_by = "provided by {}",
    .service_gives = "gives {}",
    .offered_in = "offered in {}: {}",
    .offered_when = "offered {}: {}",
    .not_offered_here = "not in this place",
    .not_offered_now = "not at this time",
    .criteria = "criteria",
    .exclusions = "exclusions",
    .question_for = "for {}",
    .no_services = "these packages have no services",
    .duty_not_owed = "not owed",
    .duty_open = "open",
    .duty_done = "done",
    .duty_done_late = "done late",
    .duty_missed = "missed",
    .duty_unknown = "unknown: what is known so far does not settle it",
    .duty_on = "a duty on {}",
    .duty_owed_to = "a duty on {}, owed to {}",
    .due_on = "due {}",
    .due_between = "due between {} and {}",
    .duty_may_be = "it may be {}",
    .and_word = "and",
    .or_word = "or",
    .id_range = "{} to {}",
    .month = "month",
    .months = "months",
    .year = "year",
    .years = "years",
    .hour = "hour",
    .hours = "hours",
    .day = "day",
    .days = "days",
};

}  // namespace

Words const& words_in(Language language) {
  switch (language) {
    case Language::english:
      return kEnglish;
    case Language::bokmaal:
      return kBokmaal;
  }
  base::fail_check("a language of the enumeration", __FILE__, __LINE__);
}

std::string_view modality_words(eval::Modality modality, Words const& words) {
  switch (modality) {
    case eval::Modality::is:
      return words.is;
    case eval::Modality::normally_is:
      return words.normally_is;
    case eval::Modality::should_be:
      return words.should_be;
    case eval::Modality::may_be:
      return words.may_be;
    case eval::Modality::may_also_be:
      return words.may_also_be;
  }
  base::fail_check("a modality of the enumeration", __FILE__, __LINE__);
}

std::string_view status_words(eval::Status status, Words const& words) {
  switch (status) {
    case eval::Status::decided:
      return words.decided;
    case eval::Status::undetermined:
      return words.undetermined;
    case eval::Status::not_applicable:
      return words.not_applicable;
    case eval::Status::conflict:
      return words.conflict;
    case eval::Status::no_rule:
      return words.no_rule;
    case eval::Status::error:
      return words.error;
  }
  base::fail_check("a status of the enumeration", __FILE__, __LINE__);
}

std::string_view rule_state_words(eval::RuleState state, Words const& words) {
  switch (state) {
    case eval::RuleState::applied:
      return words.applied;
    case eval::RuleState::overridden:
      return words.overridden_by;
    case eval::RuleState::disapplied:
      return words.disapplied_by;
    case eval::RuleState::guard_false:
      return words.guard_false;
    case eval::RuleState::open:
      return words.open;
    case eval::RuleState::error:
      return words.rule_error;
  }
  base::fail_check("a rule state of the enumeration", __FILE__, __LINE__);
}

std::string_view truth_words(eval::Truth truth, Words const& words) {
  switch (truth) {
    case eval::Truth::yes:
      return words.met;
    case eval::Truth::no:
      return words.not_met;
    case eval::Truth::unknown:
      return words.condition_open;
    case eval::Truth::not_applicable:
      return words.condition_not_applicable;
    case eval::Truth::error:
      return words.condition_error;
  }
  base::fail_check("a truth of the enumeration", __FILE__, __LINE__);
}

std::string join(std::vector<std::string> const& parts, std::string_view last_joint) {
  std::string text;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) {
      text += at + 1 < parts.size() ? ", " : fmt::format(" {} ", last_joint);
    }
    text += parts[at];
  }
  return text;
}

std::string phrase(std::string_view pattern, std::string_view first, std::string_view second, std::string_view third) {
  return fmt::format(fmt::runtime(pattern), first, second, third);
}

}  // namespace hjemmel::explain
