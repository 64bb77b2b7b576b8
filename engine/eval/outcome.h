// Outcome: the answer to one decision, as data. `schemas/outcome.schema.yaml` is its written form.
//
// Names are resolved here (strings, not ids), so that an outcome outlives its program and compares by value.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/unit.h"
#include "engine/eval/value.h"

namespace hjemmel::eval {

enum class Status : std::uint8_t { decided, undetermined, not_applicable, conflict, no_rule, error };
enum class Modality : std::uint8_t { is, normally_is, should_be, may_be, may_also_be };
enum class Force : std::uint8_t { must_carry, may_carry };

[[nodiscard]] std::string_view status_name(Status status);        // `not_applicable`
[[nodiscard]] std::string_view modality_name(Modality modality);  // `normally_is`
[[nodiscard]] std::string_view force_name(Force force);

enum class BoundSide : std::uint8_t { exactly, at_least, at_most };

// A side of a bound whose figure is not known: what it may be.
struct FigureRange {
  BoundSide side = BoundSide::exactly;
  Interval values;

  friend bool operator==(FigureRange const&, FigureRange const&) = default;
};

// Bounds on one parameter, all that apply taken together: the tightest on each side. Inclusive.
struct ParameterBound {
  std::string parameter;
  base::Dimension dimension;  // kPeriod, kMoneyNok, … or kNoDimension
  std::string unit;           // of a declared dimension: its name
  std::optional<base::Decimal> exactly;
  std::optional<base::Decimal> at_least;
  std::optional<base::Decimal> at_most;
  Calendar calendar = Calendar::none;    // of a date
  std::vector<FigureRange> ranges = {};  // sides that are computed and not known; possible outcomes only

  friend bool operator==(ParameterBound const&, ParameterBound const&) = default;
};

struct OutcomeCondition {
  std::string name;
  Force force = Force::must_carry;
  std::vector<ParameterBound> bounds;  // by the condition's parameter order
  std::vector<std::string> states;     // parameters that the decision must state

  friend bool operator==(OutcomeCondition const&, OutcomeCondition const&) = default;
};

struct OutcomeOption {
  std::string name;
  Modality modality = Modality::is;
  std::vector<std::string> by;  // the competent authorities; empty: the decision's own, or not said
  std::vector<ParameterBound> bounds;
  std::vector<OutcomeCondition> conditions;  // by name

  friend bool operator==(OutcomeOption const&, OutcomeOption const&) = default;
};

struct OutcomeCitation {
  std::string source;
  std::string place;
  std::vector<std::string> catalogue;

  friend bool operator==(OutcomeCitation const&, OutcomeCitation const&) = default;
};

struct HeldGround {
  std::string rule;
  std::string ground;

  friend bool operator==(HeldGround const&, HeldGround const&) = default;
};

enum class MissingKind : std::uint8_t { fact, assessment, open_law };

// What would determine an undetermined outcome.
struct Missing {
  MissingKind kind = MissingKind::fact;
  std::string name;  // fact path (`case.seizures[2].substance` of a list element), or the table of open law
  State state = State::not_asked;             // of a fact or assessment; a list known in part is `unknown`
  std::string key;                            // open law: the table's key
  std::string reason;                         // open law: as the rules state it
  std::vector<std::string> by;                // assessment: who judges; fact: who can supply it
  std::vector<std::string> not_by = {};       // assessment: who may not judge
  std::vector<std::string> factors;           // assessment
  bool factors_open_ended = false;            // `among others`
  std::vector<std::string> most_weight = {};  // assessment: factors of most weight
  std::vector<OutcomeCitation> citations;
  std::size_t outcomes_left = 0;  // in the worst case, once this is known
  std::size_t fewest_left = 0;    // in the best case; as many as there are where that is not looked into
  std::string range_low{};  // of what is known within a range: its ends as people write them; empty: that end is open
  std::string range_high{};
  std::uint8_t cost = 0;  // what finding it out takes, 1 (least) to 9; of open law 0

  friend bool operator==(Missing const&, Missing const&) = default;
};

struct PossibleOutcome {
  Status status = Status::decided;
  std::optional<Modality> modality;
  std::vector<OutcomeOption> options;
  std::vector<std::string> rules;

  friend bool operator==(PossibleOutcome const&, PossibleOutcome const&) = default;
};

enum class BasisKind : std::uint8_t { reading, default_value, presumption, parameter };

[[nodiscard]] std::string_view basis_name(BasisKind kind);  // `default`

// What the outcome rests on besides facts and rules.
struct RestsOn {
  BasisKind kind = BasisKind::reading;
  std::string name;   // of a default or presumption: the fact's path
  std::string value;  // as people write it; of a reading: the choice that was taken
  std::vector<OutcomeCitation> citations;

  friend bool operator==(RestsOn const&, RestsOn const&) = default;
};

struct Outcome;

// Under `milder for`: the outcome under one of the two laws.
struct OutcomeVersion {
  std::string law;    // `act` or `decision`: which date picks the rules
  std::string as_of;  // that date; empty where it is not known
  bool chosen = false;
  std::unique_ptr<Outcome> outcome;
};

struct Outcome {
  std::string decision;
  Status status = Status::undetermined;
  std::optional<Modality> modality;    // of the choosing rule; none unless decided
  std::vector<OutcomeOption> options;  // in the enumeration's order
  std::vector<std::string> rules;      // applied, in written order; conflict and no_rule: those considered
  std::vector<HeldGround> grounds;
  std::vector<OutcomeCitation> citations;
  std::vector<RestsOn> rests_on;          // by kind, then in the order of the package or schema
  std::unique_ptr<Outcome> if_departing;  // normally_is only: the decision with that rule out
  std::vector<Missing> missing;           // undetermined only, best question first
  std::vector<PossibleOutcome> possible;  // undetermined only
  std::vector<OutcomeVersion> versions;   // `milder for` only: law at the act, then law at the decision
  bool of_figure = false;                 // what is decided is a figure: the one bound of the one option
  bool exact = true;                      // false: missing and possible may hold too much
  // no_rule: `not in force`; not_applicable: what the rules then refer to; error: what went wrong and where; may be empty
  std::string reason;
};

}  // namespace hjemmel::eval
