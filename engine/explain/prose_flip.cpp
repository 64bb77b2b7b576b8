// What would have to differ: each way as a list of changes that are needed together, and the outcome that they give.
#include "engine/base/check.h"
#include "engine/explain/expression_words.h"
#include "engine/explain/prose_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string value_of(std::string const& value, eval::Change const& change, ProseParts const& parts) {
  return value_words(value, change.fact, parts.names());
}

std::string values_of(eval::Change const& change, ProseParts const& parts) {
  std::vector<std::string> values;
  for (std::string const& value : change.values) {
    values.push_back(value_of(value, change, parts));
  }
  return join(values, parts.words().or_word);
}

// `at most 15 g`
std::string target(eval::Change const& change, ProseParts const& parts) {
  Phrases const& say = parts.say;
  std::string const low = value_of(change.low, change, parts);
  std::string const high = value_of(change.high, change, parts);
  switch (change.kind) {
    case eval::ChangeKind::one_of:
      return values_of(change, parts);
    case eval::ChangeKind::at_least:
      return phrase(parts.words().at_least, low);
    case eval::ChangeKind::more_than:
      return phrase(say.flip_more_than, low);
    case eval::ChangeKind::at_most:
      return phrase(parts.words().at_most, high);
    case eval::ChangeKind::less_than:
      return phrase(say.flip_less_than, high);
    case eval::ChangeKind::between: {
      if (change.low_included && change.high_included) {
        return phrase(say.flip_range, low, high);
      }
      std::string const from = phrase(change.low_included ? parts.words().at_least : say.flip_more_than, low);
      std::string const to = phrase(change.high_included ? parts.words().at_most : say.flip_less_than, high);
      return from + " " + std::string(parts.words().and_word) + " " + to;
    }
    case eval::ChangeKind::any_value:
      return std::string(say.flip_any_value);
    case eval::ChangeKind::not_applicable:
      return std::string(say.value_not_applicable);
    case eval::ChangeKind::other_text:
      return phrase(say.flip_other_text, values_of(change, parts));
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

}  // namespace

// A bool that has a statement of its own is told by it.
std::string change_clause(eval::Change const& change, ProseParts const& parts) {
  Phrases const& say = parts.say;
  bool const is_truth = change.kind == eval::ChangeKind::one_of && change.values.size() == 1 &&
                        (change.values.front() == "true" || change.values.front() == "false");
  std::string const claim = is_truth ? parts.names().fact_claim(change.fact, change.values.front() == "true") : "";
  std::string clause;
  if (!claim.empty()) {
    clause = phrase(change.assessment ? say.flip_claim_judged : say.flip_claim, claim);
  } else {
    clause =
        phrase(change.assessment ? say.flip_judged : say.flip_fact, as_noun(parts.conditions.fact(change.fact), say),
               target(change, parts), value_of(change.from, change, parts));
  }
  return change.filled_by.empty() ? clause : clause + "; " + std::string(say.flip_stated);
}

std::string no_flip_clause(eval::Flips const& flips, std::string const& option, ProseParts const& parts) {
  Phrases const& say = parts.say;
  switch (flips.state) {
    case eval::FlipState::found:
      return {};
    case eval::FlipState::impossible:
      return option.empty() ? std::string(say.flip_impossible) : phrase(say.flip_impossible_option, option);
    case eval::FlipState::not_within:
      return phrase(say.flip_not_within, std::to_string(flips.searched));
    case eval::FlipState::undetermined:
      return std::string(say.flip_undetermined);
  }
  base::fail_check("a state of the enumeration", __FILE__, __LINE__);
}

namespace {

void write_flip(eval::Flip const& flip, ProseParts const& parts) {
  for (eval::Change const& change : flip.changes) {
    parts.item(2, change_clause(change, parts));
  }
  eval::Outcome const& outcome = flip.outcome;
  parts.sentence(4, phrase(parts.say.flip_then, choice_clause(outcome.decision, outcome.modality, outcome.of_figure,
                                                              outcome.options, parts)));
  if (flip.varies) {
    parts.sentence(4, parts.say.flip_varies);
  }
}

}  // namespace

void write_flips(eval::Flips const& flips, ProseParts const& parts) {
  Phrases const& say = parts.say;
  std::string const option = flips.option.empty() ? "" : parts.option(flips.present.decision, flips.option);
  parts.out().heading(option.empty() ? std::string(say.flip_heading) : phrase(say.flip_heading_option, option));
  if (std::string const none = no_flip_clause(flips, option, parts); !none.empty()) {
    parts.sentence(2, none);
  }
  for (std::size_t at = 0; at < flips.flips.size(); ++at) {
    if (at > 0) {
      parts.sentence(2, say.flip_either);
    }
    write_flip(flips.flips[at], parts);
  }
  if (!flips.exact) {
    parts.sentence(2, say.flip_not_all);
  }
}

}  // namespace hjemmel::explain
