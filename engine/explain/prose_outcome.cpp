// What is decided, what each option takes, and what a rule says: the same clauses for all three.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/explain/expression_words.h"
#include "engine/explain/prose_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string_view pattern_of(eval::Modality modality, Phrases const& say) {
  switch (modality) {
    case eval::Modality::is:
      return say.must_be;
    case eval::Modality::normally_is:
      return say.normally_is;
    case eval::Modality::should_be:
      return say.should_be;
    case eval::Modality::may_be:
      return say.may_be;
    case eval::Modality::may_also_be:
      return say.may_also_be;
  }
  base::fail_check("a modality of the enumeration", __FILE__, __LINE__);
}

std::string_view pattern_of(EffectKind kind, Phrases const& say) {
  switch (kind) {
    case EffectKind::is:
      return say.must_be;
    case EffectKind::normally_is:
      return say.normally_is;
    case EffectKind::should_be:
      return say.should_be;
    case EffectKind::may_be:
      return say.may_be;
    case EffectKind::may_also_be:
      return say.may_also_be;
    case EffectKind::may_not_be:
      return say.may_not_be;
    case EffectKind::must_carry:
      return say.must_carry;
    case EffectKind::may_carry:
      return say.may_carry;
    case EffectKind::may_not_carry:
      return say.may_not_carry;
    case EffectKind::bound:
      return say.bounded;
    case EffectKind::decided_by:
      return say.is_decided_by;
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

std::string limits(std::vector<eval::ParameterBound> const& bounds, ProseParts const& parts) {
  return localized(bounds_phrase(bounds, parts.base), parts.names().language());
}

// `“drug testing” (length at most 3 months; the decision must state test type and length)`
std::string condition_clause(eval::OutcomeCondition const& condition, ProseParts const& parts) {
  std::string details = limits(condition.bounds, parts);
  if (!condition.states.empty()) {
    details += details.empty() ? "" : "; ";
    details += phrase(parts.say.must_state, join(parts.names().words(condition.states), parts.words().and_word));
  }
  std::string const name = phrase(parts.say.quoted, parts.names().word(condition.name));
  return details.empty() ? name : name + " (" + details + ")";
}

// What stands behind a subject that may be left out.
std::string with_subject(std::string_view pattern, std::string_view subject, std::string_view what) {
  std::string const text = phrase(pattern, subject, what);
  return subject.empty() ? text.substr(text.find_first_not_of(' ')) : text;
}

std::string carried(std::string_view subject, std::vector<eval::OutcomeCondition> const& conditions,
                    ProseParts const& parts) {
  std::string text;
  for (eval::Force const force : {eval::Force::must_carry, eval::Force::may_carry}) {
    for (eval::OutcomeCondition const& condition : conditions) {
      if (condition.force == force) {
        text += text.empty() ? "" : "; ";
        text += with_subject(force == eval::Force::must_carry ? parts.say.must_carry : parts.say.may_carry, subject,
                             condition_clause(condition, parts));
      }
    }
  }
  return text;
}

std::string option_name(std::string_view decision, eval::OutcomeOption const& option, ProseParts const& parts) {
  std::string const name = parts.option(decision, option.name);
  std::string const bounds = limits(option.bounds, parts);
  return bounds.empty() ? name : name + " (" + bounds + ")";
}

std::string option_names(std::string_view decision, std::vector<eval::OutcomeOption> const& options,
                         ProseParts const& parts) {
  std::vector<std::string> names;
  for (eval::OutcomeOption const& option : options) {
    names.push_back(option_name(decision, option, parts));
  }
  return names.empty() ? std::string(parts.say.nothing_left) : join(names, parts.words().or_word);
}

// A label says the article itself, where there is one: `the police`, `Nav`.
std::string authorities(std::vector<std::string> const& names, ProseParts const& parts) {
  std::vector<std::string> said;
  for (std::string const& name : names) {
    std::string const label = parts.names().name_label(name);
    said.push_back(label.empty() ? as_noun(Names::plain(name), parts.say) : label);
  }
  return join(said, parts.words().or_word);
}

// Who decides it, and which conditions it carries; empty where there is nothing to say.
std::string option_details(eval::Outcome const& outcome, eval::OutcomeOption const& option, ProseParts const& parts) {
  std::string text;
  if (!option.by.empty()) {
    text = phrase(parts.say.decided_by, authorities(option.by, parts));
  } else if (parts.names().given_by_nobody(outcome.decision, option.name)) {
    text = parts.say.decided_by_nobody;
  }
  std::string const conditions = carried(parts.say.it, option.conditions, parts);
  text += text.empty() || conditions.empty() ? "" : "; ";
  return text + conditions;
}

void write_option_details(eval::Outcome const& outcome, std::size_t indent, ProseParts const& parts) {
  for (eval::OutcomeOption const& option : outcome.options) {
    std::string const details = option_details(outcome, option, parts);
    if (!details.empty()) {
      std::string const name =
          outcome.of_figure ? parts.decision(outcome.decision) : parts.option(outcome.decision, option.name);
      parts.item(indent, phrase(parts.say.on_option, name, details));
    }
  }
}

}  // namespace

std::vector<std::string> choice_clauses(eval::Outcome const& outcome, ProseParts const& parts) {
  std::vector<std::string> clauses;
  std::vector<eval::Modality> modalities{outcome.modality.value_or(eval::Modality::may_be)};
  for (eval::OutcomeOption const& option : outcome.options) {
    if (std::find(modalities.begin(), modalities.end(), option.modality) == modalities.end()) {
      modalities.push_back(option.modality);
    }
  }
  for (eval::Modality const modality : modalities) {
    std::vector<eval::OutcomeOption> options = outcome.options;
    std::erase_if(options, [&](eval::OutcomeOption const& option) { return option.modality != modality; });
    if (!options.empty() || outcome.options.empty()) {
      clauses.push_back(choice_clause(outcome.decision, modality, outcome.of_figure, options, parts));
    }
  }
  return clauses;
}

namespace {

void write_choices(eval::Outcome const& outcome, std::size_t indent, ProseParts const& parts) {
  for (std::string const& clause : choice_clauses(outcome, parts)) {
    parts.sentence(indent, clause);
  }
}

void write_reason(eval::Outcome const& outcome, std::size_t indent, ProseParts const& parts) {
  if (!outcome.reason.empty()) {
    std::string const label = parts.names().name_label(outcome.reason);
    parts.sentence(indent, phrase(parts.say.reason, label.empty() ? outcome.reason : label));
  }
}

bool decides_figure(std::string_view decision, ProseParts const& parts) {
  auto const& all = parts.program.decisions;
  return std::any_of(all.begin(), all.end(),
                     [&](ir::Decision const& one) { return one.name == decision && one.of_figure; });
}

// The option that stands for a figure has no name for people. Without a pattern the figure is what it must be: `the fee is
// 500 kr`, or `the fee is set as the rules compute it` where it hangs on the case.
std::string figure_clause(std::string_view decision, std::string_view pattern, eval::ParameterBound const& bound,
                          ProseParts const& parts) {
  bool const computed = !bound.exactly && !bound.at_least && !bound.at_most && bound.ranges.empty();
  std::string const figure = localized(limits_phrase(bound, parts.base), parts.names().language());
  std::string_view const set = computed ? parts.say.figure_set : parts.say.figure_is;
  return phrase(pattern.empty() ? set : pattern, parts.decision(decision), figure);
}

}  // namespace

std::string choice_clause(std::string_view decision, std::optional<eval::Modality> modality, bool of_figure,
                          std::vector<eval::OutcomeOption> const& options, ProseParts const& parts) {
  if (of_figure && !options.empty()) {
    bool const is = !modality || *modality == eval::Modality::is;
    std::string_view const pattern = is ? std::string_view{} : pattern_of(*modality, parts.say);
    return figure_clause(decision, pattern, options.front().bounds.front(), parts);
  }
  return phrase(pattern_of(modality.value_or(eval::Modality::is), parts.say), parts.decision(decision),
                option_names(decision, options, parts));
}

std::string effects_clause(std::string_view decision, RuleNote const& rule, ProseParts const& parts) {
  std::string text;
  for (EffectNote const& effect : rule.effects) {
    std::string_view const pattern = pattern_of(effect.kind, parts.say);
    std::string const subject = effect.on.empty() ? parts.decision(decision) : parts.option(decision, effect.on);
    std::string clause;
    if (effect.kind <= EffectKind::may_not_be) {
      bool const figure = decides_figure(decision, parts) && !effect.options.empty();
      clause = figure ? figure_clause(decision, effect.kind == EffectKind::is ? "" : pattern,
                                      effect.options.front().bounds.front(), parts)
                      : phrase(pattern, parts.decision(decision), option_names(decision, effect.options, parts));
      std::string const with = carried(parts.say.it, effect.carries, parts);
      clause += with.empty() ? "" : "; " + with;
    } else if (effect.kind == EffectKind::decided_by) {
      clause = phrase(pattern, subject, authorities(effect.authorities, parts));
    } else if (effect.kind == EffectKind::bound) {
      clause = phrase(pattern, option_names(decision, effect.options, parts));
    } else {
      std::vector<std::string> conditions;
      for (eval::OutcomeCondition const& condition : effect.carries) {
        conditions.push_back(condition_clause(condition, parts));
      }
      clause = phrase(pattern, subject, join(conditions, parts.words().and_word));
    }
    text += text.empty() ? "" : "; ";
    text += clause;
  }
  return text;
}

void write_verdict(eval::Outcome const& outcome, std::size_t indent, ProseParts const& parts) {
  Phrases const& say = parts.say;
  std::string const decision = parts.decision(outcome.decision);
  switch (outcome.status) {
    case eval::Status::decided:
      write_choices(outcome, indent, parts);
      return write_option_details(outcome, indent, parts);
    case eval::Status::undetermined:
      parts.sentence(indent, phrase(say.undetermined, decision));
      return;
    case eval::Status::not_applicable:
      parts.sentence(indent, phrase(say.not_arising, decision));
      return write_reason(outcome, indent, parts);
    case eval::Status::conflict:
      parts.sentence(indent, phrase(say.conflict, decision, parts.rules(outcome.rules)));
      parts.sentence(indent, say.fault_of_rules);
      return;
    case eval::Status::no_rule:
      parts.sentence(indent, phrase(say.no_rule, decision));
      parts.sentence(indent, say.fault_of_rules);
      return write_reason(outcome, indent, parts);
    case eval::Status::error:
      parts.sentence(indent, phrase(say.error, decision));
      return write_reason(outcome, indent, parts);
  }
}

}  // namespace hjemmel::explain
