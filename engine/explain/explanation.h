// Explanation: why each decision of one case came out as it did, and why another option did not, as data.
//
// In: outcomes and traces (`explanation_of.h` makes it; `schemas/explanation.schema.yaml` is its written form). Out: names,
// values and truths, no sentence of any language: condition_words.h and prose.h write those, in English and bokmål. It owns
// no outcome, so it lives no longer than those that it was made from. Tested in tests/unit/explain and tests/golden/explain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/duties.h"
#include "engine/eval/flip.h"
#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/explain/document.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

enum class MeasureKind : std::uint8_t {
  fact,   // what the case says of `of`
  age,    // completed years on the day `on`, of whoever `of` is the birth date of
  total,  // the sum of `of` over the elements whose key is `key`
  term,   // what the definition `of` comes to
};

// What a comparison weighed: `value` against `limit`. Values are written as in a trace: `12.5 g`, `2009-03-02`, `heroin`.
struct Measure {
  MeasureKind kind = MeasureKind::fact;
  std::string of;        // a fact's path, `case.seizures[1].amount`; of a total `case.seizures[].amount`; a definition
  std::string key;       // total: of which key; empty: of all
  std::string on;        // age: the path of the day it is counted on; empty: a day that is computed
  std::string value;     // `unknown` and `not asked` where it is open
  std::string limit;     // empty: nothing that is known
  std::string limit_of;  // where the limit stands: a table, parameter or definition; empty: in the condition itself
  eval::Truth truth = eval::Truth::unknown;  // of the comparison
};

// One conjunct of a guard, of a decision's `when` or of a definition.
struct ConditionNote {
  std::string text;                          // as the rules say it, in canonical layout, without `unless`
  ir::ExprId expr;                           // the same in the program; none: the program is not at hand
  bool negated = false;                      // it denies them: it holds where they do not
  bool unless = false;                       // it stands in the rule's way where it holds
  eval::Truth truth = eval::Truth::unknown;  // of `text`, or its denial; also behind `unless`
  std::vector<std::string> unknowns;         // fact paths and open law that leave it open
  std::vector<Measure> measures;
  // Where it is, or denies, a term that the rules define: the term, and those conjuncts of it that made it so. One level.
  std::string term;
  std::vector<ConditionNote> term_conditions;
  std::vector<eval::OutcomeCitation> term_citations;

  // Whether it lets its rule apply.
  [[nodiscard]] eval::Truth lets_through() const;
};

// A line of `any of`.
struct GroundNote {
  std::string name;
  ConditionNote condition;
  bool open_line = false;  // asked only where no listed ground holds
};

enum class EffectKind : std::uint8_t {
  is,  // the first four choose, the others qualify
  normally_is,
  should_be,
  may_be,
  may_also_be,
  may_not_be,
  must_carry,
  may_carry,
  may_not_carry,
  bound,
  decided_by,
};

// One thing that a rule says. A figure that is computed has no side in its bound.
struct EffectNote {
  EffectKind kind = EffectKind::is;
  std::string on;                            // it qualifies this option only
  std::vector<eval::OutcomeOption> options;  // choosing effects, may_also_be, may_not_be, bound: names and bounds
  std::vector<eval::OutcomeCondition>
      carries;                           // `with` of choosing effects; must_carry, may_carry; may_not_carry: names
  std::vector<std::string> authorities;  // decided_by
};

// Who put a rule out, and what made that one apply.
struct GaveWayTo {
  std::string rule;
  std::vector<ConditionNote> conditions;  // of that rule, those that hold
  std::vector<GroundNote> grounds;        // likewise
  std::vector<eval::OutcomeCitation> citations;
};

struct RuleNote {
  std::string rule;
  ir::RuleId id;  // none: the program is not at hand
  eval::RuleState state = eval::RuleState::open;
  bool chooses = false;  // it says what the decision is; otherwise it qualifies what others choose
  bool bears = false;    // the outcome rests on it; false too for a rule that speaks of options the outcome lacks
  std::vector<EffectNote> effects;
  // Of a rule that applies: all. Of one that does not: those that keep it from applying.
  std::vector<ConditionNote> conditions;
  std::vector<GroundNote> grounds;  // of a rule that applies: those that hold
  std::vector<GaveWayTo> by;        // overridden, disapplied
  std::vector<eval::OutcomeCitation> citations;
};

enum class WhyNotAnswer : std::uint8_t {
  given,          // it is among the options of the outcome
  possible,       // the outcome is undetermined, and may still come to it
  not_arising,    // the question does not arise at all
  nothing_gives,  // no rule of the package gives it
  not_given,      // rules could give it, and none of them does
  taken_away,     // a rule gives it, and another one takes it away
};

struct WhyNot {
  std::string option;
  WhyNotAnswer answer = WhyNotAnswer::not_given;
  std::vector<RuleNote> givers;  // every rule that could give it, in written order, with what became of it
  std::vector<RuleNote> takers;  // every rule that says `may not be` and applies
};

struct DecisionExplanation {
  eval::Outcome const* outcome = nullptr;  // never null; what is open, rests_on, if_departing and versions stand there
  std::vector<ConditionNote>
      when;                   // the decision's own; where it does not arise, or that is open, those that made it so
  std::vector<RuleNote> why;  // rules that bear the outcome: choosing ones first, each part in written order
  std::vector<RuleNote> gave_way;         // overridden, disapplied
  std::vector<RuleNote> not_met;          // their own conditions fail, or they cannot be computed
  std::vector<RuleNote> open;             // may still apply
  std::vector<RuleNote> aside;            // apply, and speak of options that the outcome lacks
  std::vector<eval::TableTrace> tables;   // rows read
  std::vector<eval::FactTrace> facts;     // read
  std::optional<eval::Flips> flips = {};  // what would have to differ, where that was asked
  std::vector<WhyNot> why_not;            // for each option that was asked about, in that order
};

struct Explanation {
  DecisionDocument document;  // the head: package, version, digest, dates, duties
  std::vector<DecisionExplanation> decisions;
};

}  // namespace hjemmel::explain
