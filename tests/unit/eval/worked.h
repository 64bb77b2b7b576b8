// Worked examples: rules and facts written as their users write them, run through every stage in memory.
//
// `Worked(rules).decide(facts)` gives the outcome; `value_of(expression, facts)` what the machine makes of one condition, in
// words. The schema is the same for all tests and holds a fact of each kind; `uses jurisdiction tt` brings the code of
// tests/foreign.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/decide.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::eval {

class Worked {
 public:
  // `rules`: declarations after the head, which is supplied. A fault in them fails the test and ends in an empty plan.
  // `head`: further lines of the head, such as `as of case.date`.
  explicit Worked(std::string const& rules, std::string const& head = "");

  [[nodiscard]] Case read(std::string const& facts);
  [[nodiscard]] Outcome decide(std::string const& facts, DecisionTrace* trace = nullptr, Limits limits = {});
  // Of the decision called `name`.
  [[nodiscard]] Outcome decide_named(std::string_view name, std::string const& facts);
  [[nodiscard]] Plan const& plan() const { return plan_; }
  [[nodiscard]] ir::Program const& program() const { return program_; }

 private:
  source::Sources sources_;
  ir::Program program_;
  Plan plan_;
};

// How many faults checking finds in such rules.
[[nodiscard]] std::size_t faults_in(std::string const& rules);

// `true`, `false`, `unknown: case.a, case.b` or `error: place`.
[[nodiscard]] std::string value_of(std::string const& condition, std::string const& facts);

// The same, with declarations before the rule.
[[nodiscard]] std::string value_of(std::string const& declarations, std::string const& condition,
                                   std::string const& facts);

// Options by name, in order.
[[nodiscard]] std::vector<std::string> option_names(std::vector<OutcomeOption> const& options);
// Names of what is missing: `case.late`, `limit[beads]`.
[[nodiscard]] std::vector<std::string> missing_names(Outcome const& outcome);
// `decided may_be a b`, `conflict`, sorted.
[[nodiscard]] std::vector<std::string> possible_words(Outcome const& outcome);

// Declarations that many tests share: the decision `answer` with options nothing < warning < fee.
extern std::string const kAnswer;
extern std::string const kThings;  // units, the enumeration Thing, the table `limit`: flour 10 g, milk 2 dl

}  // namespace hjemmel::eval
