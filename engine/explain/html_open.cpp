// What is not known: the questions, best first, and what the answers could lead to.
#include <algorithm>

#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

void write_possible(eval::Outcome const& outcome, eval::PossibleOutcome const& possible, HtmlParts const& parts) {
  eval::Outcome one;
  one.decision = outcome.decision;
  one.status = possible.status;
  one.modality = possible.modality;
  one.options = possible.options;
  one.of_figure = outcome.of_figure;
  auto const item = parts.out.in("li", {{"class", "card minor " + std::string(eval::status_name(possible.status))}});
  write_result(one, false, parts);
  if (!possible.rules.empty()) {
    parts.out.element("p", phrase(parts.text().words.rules, join(possible.rules, parts.text().words.and_word)),
                      {{"class", "meta"}});
  }
}

}  // namespace

void write_question(eval::Missing const& missing, std::string const& anchor, HtmlParts const& parts) {
  TextParts const& text = parts.text();
  {
    auto const line = parts.out.in("p");
    {
      auto const asked = parts.out.in("strong");
      write_clause(capitalized(question_clause(missing, parts.prose)), parts);
    }
    parts.out.text(" ");
    parts.out.element("code", missing.key.empty() ? missing.name : missing.name + "[" + missing.key + "]",
                      {{"class", "quiet"}});
  }
  for (std::string const& line : question_lines(missing, text)) {
    write_paragraph(line, {}, parts);
  }
  write_law(missing.citations, {anchor, missing.name}, parts);
}

void write_questions(std::vector<eval::Missing> const& missing, std::string_view heading, std::string const& anchor,
                     HtmlParts const& parts) {
  if (missing.empty()) {
    return;
  }
  if (!heading.empty()) {
    parts.out.element("h3", heading);
  }
  auto const list = parts.out.in("ol", {{"class", "questions"}});
  std::size_t number = 0;
  for (eval::Missing const& one : missing) {
    std::string const place = anchor + "-question-" + std::to_string(++number);
    auto const item = parts.out.in("li", {{"id", place}});
    write_question(one, place, parts);
  }
}

void write_open_ends(eval::Outcome const& outcome, std::string const& anchor, HtmlParts const& parts) {
  Words const& words = parts.text().words;
  bool const only_law = std::all_of(outcome.missing.begin(), outcome.missing.end(), [](eval::Missing const& missing) {
    return missing.kind == eval::MissingKind::open_law;
  });
  write_questions(outcome.missing, only_law ? words.law_leaves_open : words.to_find_out, anchor, parts);
  if (!outcome.possible.empty()) {
    parts.out.element("h3", words.possible_outcomes);
    auto const list = parts.out.in("ul");
    for (eval::PossibleOutcome const& possible : outcome.possible) {
      write_possible(outcome, possible, parts);
    }
  }
  if (!outcome.exact) {
    parts.out.element("p", words.may_hold_too_much, {{"class", "quiet said"}});
  }
}

}  // namespace hjemmel::explain
