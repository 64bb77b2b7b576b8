// The rules as a tree: those that the outcome rests on, what gave way to them, and all others, each with every condition.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

struct Badge {
  std::string_view look;
  std::string_view words;
};

Badge badge_of(RuleNote const& rule, PageWords const& page) {
  switch (rule.state) {
    case eval::RuleState::applied:
      return {"good", page.applied};
    case eval::RuleState::overridden:
      return {"way", page.overridden};
    case eval::RuleState::disapplied:
      return {"way", page.disapplied};
    case eval::RuleState::guard_false:
      return {"plain", page.rule_not_met};
    case eval::RuleState::open:
      return rule.bears ? Badge{"good", page.applied_whatever} : Badge{"open", page.rule_open};
    case eval::RuleState::error:
      return {"bad", page.rule_error};
  }
  base::fail_check("a rule state of the enumeration", __FILE__, __LINE__);
}

// The groups of the page, each with a heading of its own.
enum class Group { why, open, gave_way, not_met, aside };

Group group_of(RuleNote const& rule) {
  if (rule.bears) {
    return Group::why;
  }
  switch (rule.state) {
    case eval::RuleState::applied:
      return Group::aside;
    case eval::RuleState::overridden:
    case eval::RuleState::disapplied:
      return Group::gave_way;
    case eval::RuleState::open:
      return Group::open;
    case eval::RuleState::guard_false:
    case eval::RuleState::error:
      break;
  }
  return Group::not_met;
}

// Places in the trace, as versions of a rule have one name. Of those that the outcome rests on, choosing ones first.
std::vector<std::size_t> rules_of(Group group, PageDecision const& decision) {
  std::vector<RuleNote> const& all = decision.notes.rules;
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (group_of(all[at]) == group) {
      places.push_back(at);
    }
  }
  if (group == Group::why) {
    std::stable_partition(places.begin(), places.end(), [&](std::size_t at) { return all[at].chooses; });
  }
  return places;
}

// A rule that the outcome does not rest on, yet whose own conditions are all there.
bool waits_for_another(RuleNote const& rule) {
  auto const met = [](ConditionNote const& note) { return note.lets_through() == eval::Truth::yes; };
  bool const grounds = rule.grounds.empty() || std::any_of(rule.grounds.begin(), rule.grounds.end(),
                                                           [&](GroundNote const& one) { return met(one.condition); });
  return rule.state == eval::RuleState::open && !rule.bears && grounds &&
         std::all_of(rule.conditions.begin(), rule.conditions.end(), met);
}

void write_put_out_by(RuleNote const& rule, std::vector<std::string> const& by, PageDecision const& decision,
                      HtmlParts const& parts) {
  if (by.empty()) {
    return;
  }
  auto const line = parts.out.in("p");
  parts.out.text(capitalized(badge_of(rule, parts.page).words) + " " + std::string(parts.page.by) + " ");
  for (std::size_t at = 0; at < by.size(); ++at) {
    parts.out.text(at == 0 ? "" : ", ");
    write_rule_name(by[at], decision, parts);
  }
}

void write_summary(RuleNote const& rule, HtmlParts const& parts) {
  auto const summary = parts.out.in("summary");
  Badge const badge = badge_of(rule, parts.page);
  write_badge(badge.look, badge.words, parts);
  parts.out.text(" ");
  std::string const label = parts.text().names.name_label(rule.rule);
  if (!label.empty()) {
    parts.out.element("span", capitalized(label), {{"class", "name"}});
  }
  parts.out.element("code", rule.rule, {{"class", label.empty() ? "name" : "quiet"}});
}

// Folded away at first where the outcome does not rest on it.
void write_rule(std::size_t at, bool unfolded, PageDecision const& decision, HtmlParts const& parts) {
  RuleNote const& rule = decision.notes.rules[at];
  std::string const anchor = anchor_of_rule(decision, at);
  auto const details = parts.out.in("details", {{"class", "rule"}, {"id", anchor}, {"open", unfolded ? "open" : ""}});
  write_summary(rule, parts);
  auto const inside = parts.out.in("div", {{"class", "inside"}});
  if (std::string const says = effects_clause(decision.outcome.decision, rule, parts.prose); !says.empty()) {
    write_paragraph(phrase(parts.prose.say.says, says), {}, parts);
  }
  write_put_out_by(rule, decision.trace.rules[at].by, decision, parts);
  if (waits_for_another(rule)) {
    write_paragraph(parts.text().words.open_above, {}, parts);
  }
  write_conditions(rule.conditions, rule.grounds, decision, parts);
  write_law(rule.citations, {anchor, rule.rule}, parts);
}

void write_group(std::string_view heading, Group group, bool unfolded, PageDecision const& decision,
                 HtmlParts const& parts) {
  std::vector<std::size_t> const places = rules_of(group, decision);
  if (places.empty()) {
    return;
  }
  parts.out.element("h3", heading);
  auto const rules = parts.out.in("div", {{"class", "rules"}});
  for (std::size_t const at : places) {
    write_rule(at, unfolded, decision, parts);
  }
}

std::string_view why_heading(eval::Status status, PageWords const& page) {
  switch (status) {
    case eval::Status::decided:
      return page.why;
    case eval::Status::conflict:
      return page.why_conflict;
    case eval::Status::undetermined:
    case eval::Status::not_applicable:
    case eval::Status::no_rule:
    case eval::Status::error:
      break;
  }
  return page.why_open;
}

void write_when(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.notes.when.empty()) {
    return;
  }
  bool const arises_not = decision.outcome.status == eval::Status::not_applicable;
  parts.out.element("h3", arises_not ? parts.text().words.why_not_arising : parts.page.whether_it_arises);
  write_conditions(decision.notes.when, {}, decision, parts);
  std::string const anchor = "decision-" + std::to_string(decision.number);
  write_law(parts.prose.decision_citations(decision.outcome.decision),
            {anchor, parts.text().names.word(decision.outcome.decision)}, parts);
}

}  // namespace

void write_rule_name(std::string_view rule, PageDecision const& decision, HtmlParts const& parts) {
  std::string const anchor = anchor_of_rule(decision, rule);
  auto const link = parts.out.in(anchor.empty() ? "span" : "a", {{"href", anchor.empty() ? anchor : "#" + anchor}});
  std::string const label = parts.text().names.name_label(rule);
  if (!label.empty()) {
    parts.out.text(label + " ");
  }
  parts.out.element("code", rule);
}

void write_rules(PageDecision const& decision, HtmlParts const& parts) {
  bool const decided = decision.outcome.status == eval::Status::decided;
  bool const arises_not = decision.outcome.status == eval::Status::not_applicable;
  write_group(why_heading(decision.outcome.status, parts.page), Group::why, !arises_not, decision, parts);
  if (decided && !rules_of(Group::open, decision).empty()) {
    write_paragraph(parts.text().words.same_whatever, "said", parts);
  }
  write_group(parts.page.open, Group::open, !decided && !arises_not, decision, parts);
  write_group(parts.page.gave_way, Group::gave_way, !arises_not, decision, parts);
  write_when(decision, parts);
  write_group(parts.page.not_met, Group::not_met, false, decision, parts);
  write_group(parts.page.aside, Group::aside, false, decision, parts);
}

}  // namespace hjemmel::explain
