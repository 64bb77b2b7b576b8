// What an undetermined outcome needs: the questions, best first, and what the answers could lead to.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {
namespace {

std::string state_words(eval::Missing const& missing, Words const& words) {
  if (!missing.range_low.empty() && !missing.range_high.empty()) {
    return phrase(words.known_between, missing.range_low, missing.range_high);
  }
  if (!missing.range_low.empty()) {
    return phrase(words.known_at_least, missing.range_low);
  }
  if (!missing.range_high.empty()) {
    return phrase(words.known_at_most, missing.range_high);
  }
  return std::string(missing.state == eval::State::unknown ? words.asked_not_known : words.not_asked);
}

// What kind of question it is, and to whom: `assessment by prosecutor or court, not asked yet`.
std::string question_line(eval::Missing const& missing, TextParts const& parts) {
  Words const& words = parts.words;
  std::string const state = state_words(missing, words);
  std::string const who = join(parts.names.words(missing.by), words.or_word);
  switch (missing.kind) {
    case eval::MissingKind::fact:
      return who.empty() ? phrase(words.fact, state) : phrase(words.fact_from, state, who);
    case eval::MissingKind::assessment:
      return who.empty() ? phrase(words.assessment, state) : phrase(words.assessment_by, who, state);
    case eval::MissingKind::open_law:
      return missing.reason.empty() ? std::string{words.open_law_bare} : phrase(words.open_law, missing.reason);
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

std::string title_of(eval::Missing const& missing, TextParts const& parts) {
  if (missing.kind == eval::MissingKind::open_law) {
    return missing.key.empty() ? missing.name : phrase(parts.words.table_for_key, missing.name, missing.key);
  }
  std::string const label = parts.names.fact_label(missing.name);
  return label.empty() ? missing.name : missing.name + ": " + label;
}

}  // namespace

std::vector<std::string> question_lines(eval::Missing const& missing, TextParts const& parts) {
  std::vector<std::string> lines{question_line(missing, parts)};
  if (!missing.factors.empty()) {
    std::string_view const pattern =
        missing.factors_open_ended ? parts.words.weighing_among_others : parts.words.weighing;
    lines.push_back(phrase(pattern, join(parts.names.words(missing.factors), parts.words.and_word)));
  }
  if (!missing.most_weight.empty()) {
    lines.push_back(
        phrase(parts.words.most_weight, join(parts.names.words(missing.most_weight), parts.words.and_word)));
  }
  if (!missing.not_by.empty()) {
    lines.push_back(phrase(parts.words.not_judged_by, join(parts.names.words(missing.not_by), parts.words.or_word)));
  }
  return lines;
}

void write_missing(std::size_t number, eval::Missing const& missing, TextParts const& parts) {
  std::string const bullet = std::to_string(number) + ". ";
  std::size_t const indent = 2 + bullet.size();
  parts.out.line(2, bullet + title_of(missing, parts), bullet.size());
  for (std::string const& line : question_lines(missing, parts)) {
    parts.out.line(indent, line);
  }
  write_citations(indent, missing.citations, parts);
}

void write_open_ends(eval::Outcome const& outcome, TextParts const& parts) {
  if (!outcome.missing.empty()) {
    bool const only_law = std::all_of(outcome.missing.begin(), outcome.missing.end(), [](eval::Missing const& missing) {
      return missing.kind == eval::MissingKind::open_law;
    });
    parts.out.heading(only_law ? parts.words.law_leaves_open : parts.words.to_find_out);
    for (std::size_t at = 0; at < outcome.missing.size(); ++at) {
      write_missing(at + 1, outcome.missing[at], parts);
    }
  }
  if (!outcome.possible.empty()) {
    parts.out.heading(parts.words.possible_outcomes);
    for (eval::PossibleOutcome const& possible : outcome.possible) {
      parts.out.line(2, "- " + possible_headline(outcome, possible, parts));
    }
  }
  if (!outcome.exact) {
    parts.out.gap();
    parts.out.line(2, parts.words.may_hold_too_much);
  }
}

}  // namespace hjemmel::explain
