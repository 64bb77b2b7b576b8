// The oracle: a slow, obvious evaluator over the IR, written from the language's definition and not from the machine.
//
// In: a Program, a Case, and a grid of values for what is unknown. Out: the answer that the definition gives. There is no
// bytecode, no interval and no shortcut here: unknown facts are completed by trying every value of the grid, each completion
// is evaluated from scratch, and the set of outcomes is compared. Nothing of the product links it. Parts: oracle_completion.h
// (which unknown has which value), oracle_value.h (expressions), oracle_rules.h (states, outcomes), oracle.cpp (all
// completions). Tested in tests/differential/oracle_test.cpp.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/eval/facts.h"
#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/ir/program.h"

namespace hjemmel::oracle {

// The values tried for what is unknown. Exact only if they hold each value that the rules compare with, and values between,
// below and above. Booleans and enumerations need none. Filtered by minimum, maximum, range, and whole numbers where due.
struct Grid {
  std::vector<std::vector<base::Decimal>> facts;                // by FactId
  std::vector<std::vector<std::vector<base::Decimal>>> fields;  // by RecordId, field; an amount's in base units
  std::vector<std::vector<base::Decimal>> tables;               // by TableId: open law
  std::vector<std::vector<base::Decimal>> parameters;           // by place: those without a value, and freed ones
  std::vector<std::string> texts;                               // for unknown texts
  std::uint32_t freed_reading = UINT32_MAX;                     // a reading whose choices are all tried
  std::uint32_t further = 1;                                    // elements added at most to an open list
  std::size_t max_completions = 400;
  bool sampled =
      false;  // some of the values that matter, perhaps not all: what the oracle finds is then some of what is possible
};

// What two completions must share to have the same outcome. Of a status other than `decided` only the status.
struct Point {
  eval::Status status = eval::Status::error;
  std::optional<eval::Modality> modality;
  std::vector<eval::OutcomeOption> options;  // authorities and `states` sorted

  friend bool operator==(Point const&, Point const&) = default;
};

struct MissingName {
  std::string name;       // `case.seizures[2].amount`, `own_use_limit[ghb]`, `comparison 12`
  bool own_bool = false;  // a comparison that is an unknown of its own
  std::size_t worst = 0;  // outcomes left after the least helpful answer; 0: not counted (a list's further elements)

  friend auto operator<=>(MissingName const&, MissingName const&) = default;
};

struct Answer {
  Point point;                            // status `undetermined` when the completions differ
  std::vector<std::string> rules;         // decided, conflict: applied in all completions; in written order
  std::vector<eval::HeldGround> certain;  // grounds that held in all completions
  std::vector<eval::HeldGround> grounds;  // in at least one
  std::vector<Point> possible;
  std::vector<MissingName> missing;
  std::unique_ptr<Answer> if_departing;
  bool complete = true;  // false: more completions than the grid's limit; only `possible` so far is filled, soundly
  std::size_t completions = 0;  // how many there are; 1 means that nothing unknown was read
};

enum class Mark : std::uint8_t { no, yes, unknown, not_applicable, error };

// What a trace says, by three-valued logic on bare unknowns (no ranges): weaker than the machine, equal when all is known.
struct RuleView {
  eval::RuleState state = eval::RuleState::open;
  std::vector<std::string> by;  // what overrides or disapplies it, in written order
  std::vector<Mark> when;       // conjuncts
  std::optional<Mark> unless;
  std::vector<Mark> grounds;
};

struct View {
  std::vector<Mark> when;       // of the decision
  std::vector<RuleView> rules;  // in written order
};

// How often each rule was applied over all completions in which the decision arises.
struct RuleCount {
  std::size_t applied = 0;
  std::size_t error = 0;
};

struct Judgement {
  Answer answer;
  std::vector<RuleCount> counts;  // by place in the decision's rules
  std::size_t arising = 0;        // completions in which the decision arises without error
};

[[nodiscard]] Judgement decide(ir::Program const& program, eval::Case const& facts, Grid const& grid,
                               std::uint32_t decision);
[[nodiscard]] View view(ir::Program const& program, eval::Case const& facts, Grid const& grid, std::uint32_t decision);

[[nodiscard]] std::string describe(Point const& point);
[[nodiscard]] std::string describe(Answer const& answer);

}  // namespace hjemmel::oracle
