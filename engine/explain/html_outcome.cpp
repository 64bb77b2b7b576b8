// The outcome in a card; what else a decider may do; what each of two laws gives.
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view look_of(eval::Status status) {
  switch (status) {
    case eval::Status::decided:
      return "good";
    case eval::Status::undetermined:
      return "open";
    case eval::Status::not_applicable:
      return "plain";
    case eval::Status::conflict:
    case eval::Status::no_rule:
    case eval::Status::error:
      break;
  }
  return "bad";
}

std::string card_class(eval::Outcome const& outcome, bool minor) {
  return "card " + std::string(eval::status_name(outcome.status)) + (minor ? " minor" : "");
}

void write_option(eval::Outcome const& outcome, eval::OutcomeOption const& option, HtmlParts const& parts) {
  auto const item = parts.out.in("li");
  write_paragraph(option_title(outcome, option, parts.text()), "option", parts);
  if (!outcome.of_figure) {
    for (eval::ParameterBound const& bound : option.bounds) {
      parts.out.element("p", bounds_phrase({bound}, parts.text()));
    }
  }
  if (option.conditions.empty()) {
    return;
  }
  auto const list = parts.out.in("dl", {{"class", "pairs"}});
  for (eval::Force const force : {eval::Force::must_carry, eval::Force::may_carry}) {
    for (eval::OutcomeCondition const& condition : option.conditions) {
      if (condition.force == force) {
        write_pair(capitalized(force_words(force, parts.text().words)), condition_phrase(condition, parts.text()),
                   parts);
      }
    }
  }
}

void write_options(eval::Outcome const& outcome, HtmlParts const& parts) {
  std::vector<eval::OutcomeOption const*> told;
  for (eval::OutcomeOption const& option : outcome.options) {
    if (has_details(outcome, option, parts.text())) {
      told.push_back(&option);
    }
  }
  if (told.empty()) {
    return;
  }
  auto const list = parts.out.in("ul", {{"class", "options"}});
  for (eval::OutcomeOption const* const option : told) {
    write_option(outcome, *option, parts);
  }
}

void write_rule_names(eval::Outcome const& outcome, PageDecision const& decision, HtmlParts const& parts) {
  if (outcome.rules.empty() && outcome.grounds.empty()) {
    return;
  }
  auto const list = parts.out.in("ul", {{"class", "law"}});
  for (std::string const& rule : outcome.rules) {
    auto const item = parts.out.in("li");
    write_rule_name(rule, decision, parts);
  }
  for (eval::HeldGround const& held : outcome.grounds) {
    parts.out.element("li", phrase(parts.text().words.ground_of_rule, parts.text().names.word(held.ground),
                                   parts.prose.rule(held.rule)));
  }
}

void write_version(eval::OutcomeVersion const& version, PageDecision const& decision, std::size_t number,
                   HtmlParts const& parts) {
  Words const& words = parts.text().words;
  auto const card = parts.out.in("div", {{"class", card_class(*version.outcome, true)}});
  std::string const law(version.law == "act" ? words.law_at_act : words.law_at_decision);
  std::string const anchor = "law-" + std::to_string(decision.number) + "-" + std::to_string(number);
  parts.out.element("h3", version.as_of.empty() ? law : law + ", " + version.as_of, {{"id", anchor}});
  if (version.chosen) {
    auto const line = parts.out.in("p");
    write_badge("good", words.law_chosen, parts);
  }
  write_result(*version.outcome, false, parts);
  write_rule_names(*version.outcome, decision, parts);
  write_law(version.outcome->citations, {anchor, law}, parts);
}

}  // namespace

void write_result(eval::Outcome const& outcome, bool is_the_outcome, HtmlParts const& parts) {
  if (is_the_outcome || outcome.status != eval::Status::decided) {
    write_state(look_of(outcome.status), status_words(outcome.status, parts.text().words), "headline", parts);
  }
  if (outcome.status == eval::Status::decided) {
    for (std::string const& clause : choice_clauses(outcome, parts.prose)) {
      write_paragraph(clause, "headline", parts);
    }
  }
  if (!outcome.reason.empty()) {
    std::string const label = parts.text().names.name_label(outcome.reason);
    write_paragraph(label.empty() ? outcome.reason : label, "said", parts);
    if (!label.empty()) {
      parts.out.element("p", outcome.reason, {{"class", "small quiet"}});  // as the rules say it
    }
  }
  if (outcome.status == eval::Status::conflict || outcome.status == eval::Status::no_rule) {
    write_paragraph(parts.text().words.fault_of_rules, "said", parts);
  }
  write_options(outcome, parts);
}

void write_outcome(PageDecision const& decision, HtmlParts const& parts) {
  std::string const anchor = "outcome-" + std::to_string(decision.number);
  auto const card = parts.out.in("div", {{"class", card_class(decision.outcome, false)}});
  parts.out.element("h3", parts.page.outcome, {{"id", anchor}});
  write_result(decision.outcome, true, parts);
  write_law(decision.outcome.citations, {anchor, std::string(parts.page.outcome)}, parts);
}

// Each departure leaves one rule out: the outcome below the outcome.
void write_departures(PageDecision const& decision, HtmlParts const& parts) {
  std::size_t number = 0;
  for (eval::Outcome const* one = decision.outcome.if_departing.get(); one != nullptr; one = one->if_departing.get()) {
    ++number;
    std::string const anchor = "departing-" + std::to_string(decision.number) + "-" + std::to_string(number);
    parts.out.element("h3", parts.text().words.if_departing, {{"id", anchor}});
    {
      auto const card = parts.out.in("div", {{"class", card_class(*one, true)}});
      write_result(*one, false, parts);
      write_rule_names(*one, decision, parts);
      write_law(one->citations, {anchor, std::string(parts.text().words.if_departing)}, parts);
    }
    write_rests_on(*one, anchor, parts);
    write_open_ends(*one, anchor, parts);
  }
}

void write_versions(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.outcome.versions.empty()) {
    return;
  }
  parts.out.element("h3", parts.page.two_laws);
  auto const laws = parts.out.in("div", {{"class", "laws"}});
  std::size_t number = 0;
  for (eval::OutcomeVersion const& version : decision.outcome.versions) {
    write_version(version, decision, ++number, parts);
  }
}

}  // namespace hjemmel::explain
