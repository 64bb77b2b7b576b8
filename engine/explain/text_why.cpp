// Why: the rules that applied and those that did not, down to the condition that decided it.
#include <algorithm>

#include "engine/explain/text_parts.h"

namespace hjemmel::explain {
namespace {

// Definitions form an acyclic graph; a trace made by hand need not.
constexpr std::size_t kMaxUnfolding = 8;

// What the condition does to the rule: `unless X` stands in its way when X holds.
eval::Truth guard_truth(eval::ConditionTrace const& condition) {
  if (!condition.text.starts_with("unless ")) {
    return condition.truth;
  }
  switch (condition.truth) {
    case eval::Truth::yes:
      return eval::Truth::no;
    case eval::Truth::no:
    case eval::Truth::not_applicable:
      return eval::Truth::yes;
    case eval::Truth::unknown:
    case eval::Truth::error:
      break;
  }
  return condition.truth;
}

eval::DefinitionTrace const* find_definition(eval::DecisionTrace const& trace, std::string_view text) {
  for (std::string_view const prefix : {"unless ", "not "}) {
    if (text.starts_with(prefix)) {
      text.remove_prefix(prefix.size());
    }
  }
  auto const found = std::find_if(trace.definitions.begin(), trace.definitions.end(),
                                  [&](eval::DefinitionTrace const& each) { return each.name == text; });
  return found == trace.definitions.end() ? nullptr : &*found;
}

std::string condition_phrase(eval::ConditionTrace const& condition, TextParts const& parts) {
  bool const says_it_itself = condition.unknowns.size() == 1 && condition.unknowns.front() == condition.text;
  if (condition.truth != eval::Truth::unknown || condition.unknowns.empty() || says_it_itself) {
    return condition.text;
  }
  return condition.text + " (" + phrase(parts.words.unknown_are, join(condition.unknowns, parts.words.and_word)) + ")";
}

std::size_t truth_column(Words const& words) {
  return column_for({std::string{words.met}, std::string{words.not_met}, std::string{words.condition_open}}, 20);
}

// The condition, and where it is a term that the rules define, those parts of the term that made it so.
// NOLINTNEXTLINE(misc-no-recursion): at most kMaxUnfolding deep
void write_condition(std::size_t indent, eval::ConditionTrace const& condition, eval::DecisionTrace const& trace,
                     TextParts const& parts, std::size_t depth = 0) {
  parts.out.row(indent, truth_words(guard_truth(condition), parts.words), truth_column(parts.words),
                condition_phrase(condition, parts));
  eval::DefinitionTrace const* definition = find_definition(trace, condition.text);
  if (definition == nullptr || depth == kMaxUnfolding) {
    return;
  }
  write_citations(indent + 2, definition->citations, parts);
  for (eval::ConditionTrace const& part : definition->conditions) {
    if (part.truth == definition->truth) {
      write_condition(indent + 2, part, trace, parts, depth + 1);
    }
  }
}

bool holds_in_outcome(eval::Outcome const& outcome, std::string_view rule, std::string_view ground) {
  return std::any_of(outcome.grounds.begin(), outcome.grounds.end(),
                     [&](eval::HeldGround const& held) { return held.rule == rule && held.ground == ground; });
}

std::string ground_phrase(eval::GroundTrace const& ground, Words const& words) {
  return phrase(ground.open_line ? words.ground_open_line : words.ground, ground.name);
}

bool has_option(eval::Outcome const& outcome, std::string_view name) {
  return std::any_of(outcome.options.begin(), outcome.options.end(),
                     [&](eval::OutcomeOption const& option) { return option.name == name; });
}

// A rule `on` options of which the decided outcome has none: it applies, and changes nothing.
bool speaks_of_other_options(eval::Outcome const& outcome, eval::RuleTrace const& rule, Names const& names) {
  std::vector<std::string> const options = names.options_of_rule(rule.rule);
  return outcome.status == eval::Status::decided && !options.empty() &&
         std::none_of(options.begin(), options.end(),
                      [&](std::string const& name) { return has_option(outcome, name); });
}

// A decided outcome may rest on a rule whose state the trace leaves open: one that applies whatever the open facts are.
bool is_behind(eval::Outcome const& outcome, eval::RuleTrace const& rule, Names const& names) {
  bool const applies = rule.state == eval::RuleState::applied ||
                       (rule.state == eval::RuleState::open && outcome.status == eval::Status::decided &&
                        std::find(outcome.rules.begin(), outcome.rules.end(), rule.rule) != outcome.rules.end());
  return applies && !speaks_of_other_options(outcome, rule, names);
}

// True when each condition and, where there are grounds, one of them holds.
bool holds_by_itself(eval::RuleTrace const& rule) {
  bool const conditions =
      std::all_of(rule.conditions.begin(), rule.conditions.end(),
                  [](eval::ConditionTrace const& each) { return guard_truth(each) == eval::Truth::yes; });
  return conditions && (rule.grounds.empty() ||
                        std::any_of(rule.grounds.begin(), rule.grounds.end(),
                                    [](eval::GroundTrace const& each) { return each.truth == eval::Truth::yes; }));
}

std::string options_phrase(eval::Outcome const& outcome, eval::RuleTrace const& rule, TextParts const& parts) {
  std::vector<std::string> options = parts.names.options_of_rule(rule.rule);
  for (std::string& option : options) {
    option = parts.names.option(outcome.decision, option);
  }
  return join(options, parts.words.and_word);
}

std::string rule_line(eval::Outcome const& outcome, eval::RuleTrace const& rule, TextParts const& parts) {
  if (rule.state == eval::RuleState::applied) {
    return is_behind(outcome, rule, parts.names)
               ? rule.rule + " " + std::string{parts.words.applied}
               : rule.rule + ": " + phrase(parts.words.on_other_options, options_phrase(outcome, rule, parts));
  }
  if (rule.state == eval::RuleState::open && holds_by_itself(rule)) {
    return rule.rule + ": " + std::string{parts.words.open_above};
  }
  return rule.rule + ": " + phrase(rule_state_words(rule.state, parts.words), join(rule.by, parts.words.and_word));
}

// A rule that carries the outcome: every condition, and the grounds that hold.
void write_carrying_rule(eval::Outcome const& outcome, eval::RuleTrace const& rule, eval::DecisionTrace const& trace,
                         TraceDetail detail, TextParts const& parts) {
  parts.out.line(2, rule_line(outcome, rule, parts));
  if (detail == TraceDetail::decision) {
    return write_citations(4, rule.citations, parts);
  }
  for (eval::ConditionTrace const& condition : rule.conditions) {
    write_condition(4, condition, trace, parts);
  }
  for (eval::GroundTrace const& ground : rule.grounds) {
    if (ground.truth == eval::Truth::yes || holds_in_outcome(outcome, rule.rule, ground.name)) {
      parts.out.row(4, truth_words(ground.truth, parts.words), truth_column(parts.words),
                    ground_phrase(ground, parts.words));
    }
  }
  write_citations(4, rule.citations, parts);
}

// The truth of a condition that keeps a rule in `state` from applying.
eval::Truth stopping_truth(eval::RuleState state) {
  switch (state) {
    case eval::RuleState::guard_false:
      return eval::Truth::no;
    case eval::RuleState::open:
      return eval::Truth::unknown;
    case eval::RuleState::error:
      return eval::Truth::error;
    case eval::RuleState::applied:
    case eval::RuleState::overridden:
    case eval::RuleState::disapplied:
      return eval::Truth::yes;
  }
  return eval::Truth::yes;
}

bool stops(eval::Truth truth, eval::RuleState state) {
  return truth == stopping_truth(state) ||
         (truth == eval::Truth::not_applicable && state == eval::RuleState::guard_false);
}

// A rule that does not: only what keeps it from applying. Where a ground is enough, grounds count only when none holds.
void write_other_rule(eval::Outcome const& outcome, eval::RuleTrace const& rule, eval::DecisionTrace const& trace,
                      TraceDetail detail, TextParts const& parts) {
  parts.out.line(2, rule_line(outcome, rule, parts));
  bool const taken_out = rule.state == eval::RuleState::overridden || rule.state == eval::RuleState::disapplied;
  if (taken_out || rule.state == eval::RuleState::applied || detail == TraceDetail::decision) {
    write_citations(4, rule.citations, parts);
    return;
  }
  for (eval::ConditionTrace const& condition : rule.conditions) {
    if (stops(guard_truth(condition), rule.state)) {
      write_condition(4, condition, trace, parts);
    }
  }
  bool const one_holds = std::any_of(rule.grounds.begin(), rule.grounds.end(),
                                     [](eval::GroundTrace const& ground) { return ground.truth == eval::Truth::yes; });
  for (eval::GroundTrace const& ground : rule.grounds) {
    if (!one_holds && stops(ground.truth, rule.state)) {
      parts.out.row(4, truth_words(ground.truth, parts.words), truth_column(parts.words),
                    ground_phrase(ground, parts.words));
    }
  }
  write_citations(4, rule.citations, parts);
}

bool any_rule_open(eval::DecisionTrace const& trace) {
  return std::any_of(trace.rules.begin(), trace.rules.end(),
                     [](eval::RuleTrace const& rule) { return rule.state == eval::RuleState::open; });
}

bool surely_arises(eval::DecisionTrace const& trace) {
  return std::all_of(trace.when.begin(), trace.when.end(),
                     [](eval::ConditionTrace const& each) { return each.truth == eval::Truth::yes; });
}

// Why the question does not arise, or why that is open: where a condition fails, what else is open makes no difference.
void write_when(eval::DecisionTrace const& trace, TextParts const& parts) {
  auto const fails = [](eval::ConditionTrace const& condition) {
    return condition.truth == eval::Truth::no || condition.truth == eval::Truth::not_applicable;
  };
  bool const one_fails = std::any_of(trace.when.begin(), trace.when.end(), fails);
  for (eval::ConditionTrace const& condition : trace.when) {
    if (one_fails ? fails(condition) : condition.truth != eval::Truth::yes) {
      write_condition(2, condition, trace, parts);
    }
  }
}

void write_rules(eval::Outcome const& outcome, eval::DecisionTrace const& trace, bool carrying,
                 std::string_view heading, TraceDetail detail, TextParts const& parts) {
  bool first = true;
  for (eval::RuleTrace const& rule : trace.rules) {
    if (is_behind(outcome, rule, parts.names) != carrying) {
      continue;
    }
    if (first) {
      parts.out.heading(heading);
      first = false;
    }
    if (carrying) {
      write_carrying_rule(outcome, rule, trace, detail, parts);
    } else {
      write_other_rule(outcome, rule, trace, detail, parts);
    }
  }
}

}  // namespace

void write_why(eval::Outcome const& outcome, eval::DecisionTrace const& trace, TraceDetail detail,
               TextParts const& parts) {
  Words const& words = parts.words;
  if (outcome.status == eval::Status::not_applicable) {
    parts.out.heading(words.why_not_arising);
    write_when(trace, parts);
    return;
  }
  bool const decided = outcome.status == eval::Status::decided;
  if (decided && any_rule_open(trace)) {
    parts.out.gap();
    parts.out.line(2, words.same_whatever);
  }
  if (!decided && !surely_arises(trace)) {
    parts.out.heading(words.whether_it_arises);
    write_when(trace, parts);
  }
  write_rules(outcome, trace, true, decided ? words.why : words.rules_that_apply, detail, parts);
  bool const undetermined = outcome.status == eval::Status::undetermined;
  write_rules(outcome, trace, false, undetermined ? words.rules_considered : words.not_applied, detail, parts);
}

}  // namespace hjemmel::explain
