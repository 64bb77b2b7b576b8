// Conditions as branches of the tree: whether each is met, what is so in the case, what it weighed, and the rules' own words.
#include <algorithm>

#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view look_of(eval::Truth truth) {
  switch (truth) {
    case eval::Truth::yes:
      return "good";
    case eval::Truth::unknown:
      return "open";
    case eval::Truth::no:
    case eval::Truth::not_applicable:
      return "plain";
    case eval::Truth::error:
      break;
  }
  return "bad";
}

// What leaves it open. The text of a fact alone says so itself.
void write_unknowns(ConditionNote const& note, HtmlParts const& parts) {
  if (note.unknowns.empty()) {
    return;
  }
  auto const line = parts.out.in("p", {{"class", "small quiet"}});
  parts.out.text(std::string(parts.page.depends_on) + " ");
  for (std::size_t at = 0; at < note.unknowns.size(); ++at) {
    parts.out.text(at == 0 ? "" : ", ");
    parts.out.text(parts.prose.conditions.fact(note.unknowns[at]) + " ");
    parts.out.element("code", note.unknowns[at]);
  }
}

// `name` is that of a ground, as the rules have it.
void write_own_words(ConditionNote const& note, std::string const& name, PageDecision const& decision,
                     HtmlParts const& parts) {
  auto const line = parts.out.in("p", {{"class", "small quiet"}});
  if (note.unless) {
    parts.out.text(std::string(parts.page.unless_word) + " ");
  }
  std::string const anchor = note.term.empty() ? std::string{} : anchor_of_term(decision, note.term);
  auto const link = parts.out.in(anchor.empty() ? "span" : "a", {{"href", anchor.empty() ? anchor : "#" + anchor}});
  parts.out.element("code", name.empty() ? note.text : name + ": " + note.text);
}

std::string ground_name(GroundNote const& ground, HtmlParts const& parts) {
  Words const& words = parts.text().words;
  return phrase(ground.open_line ? words.ground_open_line : words.ground, parts.text().names.word(ground.name));
}

// A condition is no ground.
void write_line(ConditionNote const& note, GroundNote const* ground, PageDecision const& decision,
                HtmlParts const& parts) {
  auto const line = parts.out.in("div", {{"class", "line"}});
  eval::Truth const truth = note.lets_through();
  write_badge(look_of(truth), truth_words(truth, parts.text().words), parts);
  auto const words = parts.out.in("div");
  {
    auto const said = parts.out.in("p");
    if (ground != nullptr) {
      parts.out.element("strong", capitalized(ground_name(*ground, parts)));
      parts.out.text(": ");
    }
    std::string const statement = parts.prose.conditions.statement(note);
    write_clause(ground == nullptr ? capitalized(statement) : statement, parts);
  }
  if (std::string const figures = parts.prose.conditions.weighed(note); !figures.empty()) {
    write_paragraph(figures, "small", parts);
  }
  write_unknowns(note, parts);
  write_own_words(note, ground == nullptr ? std::string{} : ground->name, decision, parts);
}

void write_branch(ConditionNote const& note, GroundNote const* ground, PageDecision const& decision,
                  HtmlParts const& parts) {
  auto const item = parts.out.in("li");
  write_line(note, ground, decision, parts);
  if (note.term_conditions.empty()) {
    return;
  }
  auto const list = parts.out.in("ul", {{"class", "tree"}});
  for (ConditionNote const& part : note.term_conditions) {
    auto const leaf = parts.out.in("li");
    write_line(part, nullptr, decision, parts);
  }
}

}  // namespace

void write_conditions(std::vector<ConditionNote> const& conditions, std::vector<GroundNote> const& grounds,
                      PageDecision const& decision, HtmlParts const& parts) {
  if (conditions.empty() && grounds.empty()) {
    return;
  }
  auto const list = parts.out.in("ul", {{"class", "tree"}, {"aria-label", std::string(parts.page.conditions)}});
  for (ConditionNote const& condition : conditions) {
    write_branch(condition, nullptr, decision, parts);
  }
  for (GroundNote const& ground : grounds) {
    write_branch(ground.condition, &ground, decision, parts);
  }
}

}  // namespace hjemmel::explain
