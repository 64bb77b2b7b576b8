// The parts of the prose that prose.cpp puts together, one file each. Only for engine/explain/prose*.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/condition_words.h"
#include "engine/explain/explanation.h"
#include "engine/explain/phrases.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

struct ProseParts {
  ir::Program const& program;
  ConditionWords const& conditions;
  Phrases const& say;
  TextParts const& base;  // names, words and the writer

  [[nodiscard]] Names const& names() const { return base.names; }
  [[nodiscard]] Words const& words() const { return base.words; }
  [[nodiscard]] TextWriter& out() const { return base.out; }
  [[nodiscard]] std::string decision(std::string_view name) const;  // `the reaction`
  // `a fine`: what the package calls the option in sentences, or else its label.
  [[nodiscard]] std::string option(std::string_view of, std::string_view name) const;
  [[nodiscard]] std::string rule(std::string_view name) const;  // `the rule for offenders under 18`
  [[nodiscard]] std::string rules(std::vector<std::string> const& names) const;
  // A clause as a paragraph of its own, from a capital to a full stop.
  void sentence(std::size_t indent, std::string_view clause) const;
  // A clause as one of a list.
  void item(std::size_t indent, std::string_view clause) const;
  [[nodiscard]] std::vector<eval::OutcomeCitation> decision_citations(std::string_view name) const;
  void citations(std::size_t indent, std::vector<eval::OutcomeCitation> const& citations) const;
};

// With its first letter as a capital.
[[nodiscard]] std::string capitalized(std::string_view text);

// prose_outcome.cpp
void write_verdict(eval::Outcome const& outcome, std::size_t indent, ProseParts const& parts);
// `the reaction may be fine or imprisonment (length at most 6 months)`, of what is decided or possible.
[[nodiscard]] std::string choice_clause(std::string_view decision, std::optional<eval::Modality> modality,
                                        bool of_figure, std::vector<eval::OutcomeOption> const& options,
                                        ProseParts const& parts);
// The options of each modality in a clause of its own, that of the choosing rule first; of a decided outcome.
[[nodiscard]] std::vector<std::string> choice_clauses(eval::Outcome const& outcome, ProseParts const& parts);
[[nodiscard]] std::string effects_clause(std::string_view decision, RuleNote const& rule, ProseParts const& parts);

// prose_rules.cpp
// Each condition as an item, with what it weighed and the terms that it names.
void write_conditions(std::size_t indent, std::vector<ConditionNote> const& conditions, ProseParts const& parts);
void write_grounds(std::size_t indent, std::vector<GroundNote> const& grounds, ProseParts const& parts);
void write_when(DecisionExplanation const& decision, ProseParts const& parts);
void write_rules(DecisionExplanation const& decision, ProseParts const& parts);
// True when the rule is open, though nothing in the rule itself is.
[[nodiscard]] bool waits_for_rule_above(RuleNote const& rule);

// prose_why_not.cpp
// What became of a rule that could give the option.
[[nodiscard]] std::string giver_clause(RuleNote const& rule, WhyNotAnswer answer, std::string_view option,
                                       ProseParts const& parts);
void write_why_not(DecisionExplanation const& decision, WhyNot const& why_not, ProseParts const& parts);

// prose_flip.cpp
[[nodiscard]] std::string change_clause(eval::Change const& change, ProseParts const& parts);
// Why there is nothing that would have to differ; empty where there is something. `option` is a name for people, or empty.
[[nodiscard]] std::string no_flip_clause(eval::Flips const& flips, std::string const& option, ProseParts const& parts);
void write_flips(eval::Flips const& flips, ProseParts const& parts);

// prose_open.cpp
// The question itself; of what can be true or false as a clause, of anything else by its label.
[[nodiscard]] std::string question_clause(eval::Missing const& missing, ProseParts const& parts);
// `the offender being young, as nobody asked`
[[nodiscard]] std::string basis_clause(eval::RestsOn const& basis, ProseParts const& parts);
void write_open_questions(eval::Outcome const& outcome, ProseParts const& parts);
void write_basis(eval::Outcome const& outcome, ProseParts const& parts);
void write_versions_and_departure(eval::Outcome const& outcome, ProseParts const& parts);

}  // namespace hjemmel::explain
