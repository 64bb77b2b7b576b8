// The rules behind an outcome, those that gave way and those that do not apply, each with what made it so.
#include <algorithm>

#include "engine/explain/prose_parts.h"

namespace hjemmel::explain {
namespace {

// The figures and what is missing stand behind a dash, as they tell the statement's ground.
std::string with_figures(std::string statement, ConditionNote const& note, ProseParts const& parts) {
  for (std::string const& more : {parts.conditions.weighed(note), parts.conditions.waiting_for(note)}) {
    statement += more.empty() ? "" : " – " + more;
  }
  return statement;
}

std::string condition_text(ConditionNote const& note, ProseParts const& parts) {
  std::string const statement = with_figures(parts.conditions.statement(note), note, parts);
  bool const exception_fails = note.unless && note.lets_through() == eval::Truth::yes;
  return exception_fails ? phrase(parts.say.exception, statement) : statement;
}

// NOLINTNEXTLINE(misc-no-recursion): terms are unfolded one level
void write_condition(std::size_t indent, ConditionNote const& note, ProseParts const& parts) {
  parts.item(indent, condition_text(note, parts));
  for (ConditionNote const& part : note.term_conditions) {
    write_condition(indent + 2, part, parts);
  }
  if (!note.term.empty()) {
    parts.citations(indent + 2, note.term_citations);
  }
}

bool all_hold(std::vector<ConditionNote> const& conditions) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [](ConditionNote const& note) { return note.lets_through() == eval::Truth::yes; });
}

void write_effect(std::string_view decision, RuleNote const& rule, ProseParts const& parts) {
  std::string const says = effects_clause(decision, rule, parts);
  if (!says.empty()) {
    parts.sentence(4, phrase(parts.say.says, says));
  }
}

void write_applying(DecisionExplanation const& decision, RuleNote const& rule, ProseParts const& parts) {
  bool const whatever = rule.state == eval::RuleState::open;
  bool const bare = rule.conditions.empty() && rule.grounds.empty();
  std::string_view const pattern = whatever ? parts.say.applies_whatever
                                   : bare   ? parts.say.applies_without
                                            : parts.say.applies_as;
  bool const first = decision.when.empty() && &rule == decision.why.data();
  if (!first) {
    parts.out().gap();
  }
  parts.sentence(2, phrase(pattern, parts.rule(rule.rule)));
  write_conditions(4, rule.conditions, parts);
  for (GroundNote const& ground : rule.grounds) {
    std::string const text = with_figures(parts.conditions.statement(ground.condition), ground.condition, parts);
    bool const holds = ground.condition.truth == eval::Truth::yes;
    parts.item(4, holds ? phrase(parts.say.ground, parts.names().word(ground.name), text) : text);
  }
  if (!rule.chooses) {
    write_effect(decision.outcome->decision, rule, parts);
  }
  parts.citations(4, rule.citations);
}

bool bears_outcome(DecisionExplanation const& decision, std::string_view name) {
  return std::any_of(decision.why.begin(), decision.why.end(), [&](RuleNote const& rule) { return rule.rule == name; });
}

void write_giving_way(DecisionExplanation const& decision, RuleNote const& rule, ProseParts const& parts) {
  std::vector<std::string> names;
  for (GaveWayTo const& by : rule.by) {
    names.push_back(by.rule);
  }
  bool const overridden = rule.state == eval::RuleState::overridden;
  parts.sentence(
      2, phrase(overridden ? parts.say.overridden : parts.say.disapplied, parts.rule(rule.rule), parts.rules(names)));
  for (GaveWayTo const& by : rule.by) {
    if (!bears_outcome(decision, by.rule)) {
      write_conditions(4, by.conditions, parts);
      write_grounds(4, by.grounds, parts);
    }
  }
  write_effect(decision.outcome->decision, rule, parts);
  parts.citations(4, rule.citations);
}

void write_not_applying(DecisionExplanation const& decision, RuleNote const& rule, std::string_view pattern,
                        ProseParts const& parts) {
  parts.sentence(2, phrase(pattern, parts.rule(rule.rule)));
  write_conditions(4, rule.conditions, parts);
  write_grounds(4, rule.grounds, parts);
  write_effect(decision.outcome->decision, rule, parts);
  parts.citations(4, rule.citations);
}

std::string option_list(DecisionExplanation const& decision, RuleNote const& rule, ProseParts const& parts) {
  std::vector<std::string> options;
  for (EffectNote const& effect : rule.effects) {
    std::string const name = parts.option(decision.outcome->decision, effect.on);
    if (std::find(options.begin(), options.end(), name) == options.end()) {
      options.push_back(name);
    }
  }
  return join(options, parts.words().and_word);
}

}  // namespace

void write_conditions(std::size_t indent, std::vector<ConditionNote> const& conditions, ProseParts const& parts) {
  for (ConditionNote const& condition : conditions) {
    write_condition(indent, condition, parts);
  }
}

// Of a rule that does not apply: each ground that is not there, or is open.
void write_grounds(std::size_t indent, std::vector<GroundNote> const& grounds, ProseParts const& parts) {
  for (GroundNote const& ground : grounds) {
    write_condition(indent, ground.condition, parts);
  }
}

bool waits_for_rule_above(RuleNote const& rule) {
  return rule.state == eval::RuleState::open && rule.conditions.empty() && rule.grounds.empty();
}

void write_when(DecisionExplanation const& decision, ProseParts const& parts) {
  if (decision.when.empty()) {
    return;
  }
  bool const not_arising = decision.outcome->status == eval::Status::not_applicable;
  parts.out().heading(parts.say.why);
  parts.sentence(2, not_arising               ? parts.say.does_not_arise
                    : all_hold(decision.when) ? parts.say.arises
                                              : parts.say.may_arise);
  write_conditions(4, decision.when, parts);
  parts.citations(4, parts.decision_citations(decision.outcome->decision));
}

namespace {

using RuleWriter = void (*)(DecisionExplanation const&, RuleNote const&, ProseParts const&);

// Each rule apart from the one before, under a heading where there are any.
void write_section(std::string_view heading, std::vector<RuleNote> const& rules, RuleWriter write,
                   DecisionExplanation const& decision, ProseParts const& parts) {
  for (std::size_t at = 0; at < rules.size(); ++at) {
    at == 0 ? parts.out().heading(heading) : parts.out().gap();
    write(decision, rules[at], parts);
  }
}

void write_open(DecisionExplanation const& decision, RuleNote const& rule, ProseParts const& parts) {
  write_not_applying(decision, rule, waits_for_rule_above(rule) ? parts.say.open_above : parts.say.open, parts);
}

void write_not_met(DecisionExplanation const& decision, RuleNote const& rule, ProseParts const& parts) {
  if (rule.state == eval::RuleState::applied) {
    parts.sentence(2, phrase(parts.say.aside, parts.rule(rule.rule), option_list(decision, rule, parts)));
    return parts.citations(4, rule.citations);
  }
  bool const error = rule.state == eval::RuleState::error;
  write_not_applying(decision, rule, error ? parts.say.in_error : parts.say.not_met, parts);
}

}  // namespace

void write_rules(DecisionExplanation const& decision, ProseParts const& parts) {
  if (decision.outcome->status == eval::Status::not_applicable) {
    return;
  }
  if (!all_hold(decision.when)) {
    parts.out().gap();
    parts.sentence(2, parts.say.if_it_arises);
  }
  if (decision.when.empty() && !decision.why.empty()) {
    parts.out().heading(parts.say.why);
  }
  if (decision.outcome->status == eval::Status::decided && !decision.open.empty()) {
    parts.out().gap();
    parts.sentence(2, parts.say.same_whatever);
  }
  for (RuleNote const& rule : decision.why) {
    write_applying(decision, rule, parts);
  }
  write_section(parts.say.open_heading, decision.open, write_open, decision, parts);
  write_section(parts.say.gave_way_heading, decision.gave_way, write_giving_way, decision, parts);
  std::vector<RuleNote> others = decision.not_met;
  others.insert(others.end(), decision.aside.begin(), decision.aside.end());
  write_section(parts.say.not_met_heading, others, write_not_met, decision, parts);
}

}  // namespace hjemmel::explain
