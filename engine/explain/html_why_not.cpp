// Why an option was not given: what became of each rule that could give it, or that takes it away.
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view answer_words(WhyNotAnswer answer, Phrases const& say) {
  switch (answer) {
    case WhyNotAnswer::given:
      return say.why_not_given;
    case WhyNotAnswer::not_arising:
      return say.why_not_arising;
    case WhyNotAnswer::nothing_gives:
      return say.why_not_nothing;
    case WhyNotAnswer::possible:
      return say.why_not_possible;
    case WhyNotAnswer::taken_away:
    case WhyNotAnswer::not_given:
      break;
  }
  return {};
}

void write_rule(RuleNote const& rule, std::string const& said, std::string const& anchor, PageDecision const& decision,
                HtmlParts const& parts) {
  auto const item = parts.out.in("li", {{"class", "card minor"}});
  write_paragraph(said, {}, parts);
  for (GaveWayTo const& by : rule.by) {
    write_conditions(by.conditions, by.grounds, decision, parts);
    write_law(by.citations, {anchor, rule.rule}, parts);
  }
  if (rule.by.empty()) {
    write_conditions(rule.conditions, rule.grounds, decision, parts);
    write_law(rule.citations, {anchor, rule.rule}, parts);
  }
}

}  // namespace

void write_why_nots(PageDecision const& decision, HtmlParts const& parts) {
  std::size_t number = 0;
  for (WhyNot const& why_not : decision.explained.why_not) {
    std::string const option = parts.text().names.option(decision.outcome.decision, why_not.option);
    std::string const anchor = "why-not-" + std::to_string(decision.number) + "-" + std::to_string(++number);
    parts.out.element("h3", phrase(parts.prose.say.why_not, option), {{"id", anchor}});
    if (std::string_view const answer = answer_words(why_not.answer, parts.prose.say); !answer.empty()) {
      write_paragraph(phrase(answer, option), {}, parts);
    }
    if (why_not.givers.empty() && why_not.takers.empty()) {
      continue;
    }
    auto const list = parts.out.in("ul");
    for (RuleNote const& rule : why_not.takers) {
      write_rule(rule, phrase(parts.prose.say.taken_away, parts.prose.rule(rule.rule), option), anchor, decision,
                 parts);
    }
    for (RuleNote const& rule : why_not.givers) {
      write_rule(rule, giver_clause(rule, why_not.answer, option, parts.prose), anchor, decision, parts);
    }
  }
}

}  // namespace hjemmel::explain
