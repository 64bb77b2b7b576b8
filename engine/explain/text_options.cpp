// What may be chosen: options under their modality, and each with its authority, bounds and conditions.
#include "engine/explain/bound_figure.h"

namespace hjemmel::explain {
namespace {

std::string side_phrase(std::string_view pattern, eval::BoundSide side, std::optional<base::Decimal> const& number,
                        eval::ParameterBound const& bound, TextParts const& parts) {
  if (number) {
    return phrase(pattern, figure_text(*number, bound, parts));
  }
  for (eval::FigureRange const& range : bound.ranges) {
    if (range.side == side) {
      std::string const text = range_text(range.values, bound, parts);
      return side == eval::BoundSide::exactly ? text : phrase(pattern, phrase(parts.words.a_figure, text));
    }
  }
  return {};
}

}  // namespace

// `at most 6 months`
std::string limits_phrase(eval::ParameterBound const& bound, TextParts const& parts) {
  Words const& words = parts.words;
  std::string exactly = side_phrase(words.exactly, eval::BoundSide::exactly, bound.exactly, bound, parts);
  if (!exactly.empty()) {
    return exactly;
  }
  std::string text = side_phrase(words.at_least, eval::BoundSide::at_least, bound.at_least, bound, parts);
  std::string const most = side_phrase(words.at_most, eval::BoundSide::at_most, bound.at_most, bound, parts);
  text += text.empty() || most.empty() ? "" : " " + std::string(words.and_word) + " ";
  return text.empty() && most.empty() ? std::string(words.computed_figure) : text + most;
}

namespace {

// `length at most 6 months`
std::string bound_phrase(eval::ParameterBound const& bound, TextParts const& parts) {
  return parts.names.word(bound.parameter) + " " + limits_phrase(bound, parts);
}

}  // namespace

std::string bounds_phrase(std::vector<eval::ParameterBound> const& bounds, TextParts const& parts) {
  std::string text;
  for (eval::ParameterBound const& bound : bounds) {
    text += text.empty() ? "" : ", ";
    text += bound_phrase(bound, parts);
  }
  return text;
}

std::string_view force_words(eval::Force force, Words const& words) {
  return force == eval::Force::must_carry ? words.must_carry : words.may_carry;
}

std::string condition_phrase(eval::OutcomeCondition const& condition, TextParts const& parts) {
  std::string text = parts.names.word(condition.name);
  std::string const bounds = bounds_phrase(condition.bounds, parts);
  if (!bounds.empty()) {
    text += ": " + bounds;
  }
  if (!condition.states.empty()) {
    text += bounds.empty() ? ": " : "; ";
    text += phrase(parts.words.must_state, join(parts.names.words(condition.states), parts.words.and_word));
  }
  return text;
}

namespace {

std::string option_phrase(std::string_view decision, eval::OutcomeOption const& option, TextParts const& parts) {
  std::string limits = bounds_phrase(option.bounds, parts);
  for (eval::OutcomeCondition const& condition : option.conditions) {
    limits += limits.empty() ? "" : "; ";
    limits += std::string{force_words(condition.force, parts.words)} + " " + condition_phrase(condition, parts);
  }
  std::string const name = parts.names.option(decision, option.name);
  return limits.empty() ? name : name + " (" + limits + ")";
}

struct ModalityGroup {
  eval::Modality modality;
  std::vector<std::string> options;
};

// The options by modality, in the order they first appear, that of the choosing rule before all others.
std::vector<ModalityGroup> by_modality(std::string_view decision, std::optional<eval::Modality> first,
                                       std::vector<eval::OutcomeOption> const& options, bool in_full,
                                       TextParts const& parts) {
  std::vector<ModalityGroup> groups;
  if (first) {
    groups.push_back({*first, {}});
  }
  for (eval::OutcomeOption const& option : options) {
    std::size_t at = 0;
    while (at < groups.size() && groups[at].modality != option.modality) {
      ++at;
    }
    if (at == groups.size()) {
      groups.push_back({option.modality, {}});
    }
    groups[at].options.push_back(in_full ? option_phrase(decision, option, parts)
                                         : parts.names.option(decision, option.name));
  }
  return groups;
}

std::string group_line(ModalityGroup const& group, TextParts const& parts) {
  std::string const options =
      group.options.empty() ? std::string{parts.words.no_options} : join(group.options, parts.words.or_word);
  return std::string{modality_words(group.modality, parts.words)} + ": " + options;
}

bool is_given_by_nobody(eval::Outcome const& outcome, eval::OutcomeOption const& option, TextParts const& parts) {
  return option.by.empty() && parts.names.given_by_nobody(outcome.decision, option.name);
}

// `credit: 504 kr`; of another modality than `is`, its words.
std::string figure_line(std::string_view decision, std::optional<eval::Modality> modality,
                        eval::OutcomeOption const& option, TextParts const& parts) {
  bool const is = !modality || *modality == eval::Modality::is;
  std::string const lead = is ? parts.names.word(decision) : std::string{modality_words(*modality, parts.words)};
  return lead + ": " + limits_phrase(option.bounds.front(), parts);
}

}  // namespace

bool has_details(eval::Outcome const& outcome, eval::OutcomeOption const& option, TextParts const& parts) {
  return !option.by.empty() || (!outcome.of_figure && !option.bounds.empty()) || !option.conditions.empty() ||
         is_given_by_nobody(outcome, option, parts);
}

std::string option_title(eval::Outcome const& outcome, eval::OutcomeOption const& option, TextParts const& parts) {
  Words const& words = parts.words;
  std::string const title =
      outcome.of_figure ? parts.names.word(outcome.decision) : parts.names.option(outcome.decision, option.name);
  if (!option.by.empty()) {
    return title + ", " + phrase(words.decided_by, join(parts.names.words(option.by), words.or_word));
  }
  return is_given_by_nobody(outcome, option, parts) ? title + ", " + std::string(words.decided_by_nobody) : title;
}

namespace {

void write_option(eval::Outcome const& outcome, eval::OutcomeOption const& option, TextParts const& parts) {
  Words const& words = parts.words;
  parts.out.line(2, option_title(outcome, option, parts));
  for (eval::ParameterBound const& bound : option.bounds) {
    if (!outcome.of_figure) {
      parts.out.line(4, bound_phrase(bound, parts));
    }
  }
  std::size_t const column = column_for({std::string{words.must_carry}, std::string{words.may_carry}}, 20);
  for (eval::Force const force : {eval::Force::must_carry, eval::Force::may_carry}) {
    for (eval::OutcomeCondition const& condition : option.conditions) {
      if (condition.force == force) {
        parts.out.row(4, force_words(force, words), column, condition_phrase(condition, parts));
      }
    }
  }
}

}  // namespace

std::vector<std::string> headlines(eval::Outcome const& outcome, TextParts const& parts) {
  if (outcome.status != eval::Status::decided) {
    return {std::string{status_words(outcome.status, parts.words)}};
  }
  if (outcome.of_figure) {
    return {figure_line(outcome.decision, outcome.modality, outcome.options.front(), parts)};
  }
  std::vector<std::string> lines;
  for (ModalityGroup const& group : by_modality(outcome.decision, outcome.modality, outcome.options, false, parts)) {
    lines.push_back(group_line(group, parts));
  }
  return lines;
}

std::string possible_headline(eval::Outcome const& outcome, eval::PossibleOutcome const& possible,
                              TextParts const& parts) {
  std::string text;
  if (possible.status == eval::Status::decided && outcome.of_figure && !possible.options.empty()) {
    text = figure_line(outcome.decision, possible.modality, possible.options.front(), parts);
  } else if (possible.status == eval::Status::decided) {
    for (ModalityGroup const& group : by_modality(outcome.decision, possible.modality, possible.options, true, parts)) {
      text += text.empty() ? "" : "; ";
      text += group_line(group, parts);
    }
  } else {
    text = status_words(possible.status, parts.words);
  }
  return possible.rules.empty() ? text : text + " [" + join(possible.rules, parts.words.and_word) + "]";
}

void write_options(eval::Outcome const& outcome, TextParts const& parts) {
  bool first = true;
  for (eval::OutcomeOption const& option : outcome.options) {
    if (has_details(outcome, option, parts)) {
      if (first) {
        parts.out.gap();
        first = false;
      }
      write_option(outcome, option, parts);
    }
  }
}

void write_citations(std::size_t indent, std::vector<eval::OutcomeCitation> const& citations, TextParts const& parts) {
  for (eval::OutcomeCitation const& citation : citations) {
    parts.out.line(indent, parts.names.citation(citation));
  }
}

}  // namespace hjemmel::explain
