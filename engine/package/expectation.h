// What a case expects of a decision, and how an outcome differs from it.
//
// In: the mapping under `expect` in a case file, and the outcome that the package gives. Out: one line a difference, for
// people. Only what is written is compared; names that the package does not have are faults of the case file.
// Tested in tests/unit/package/expectation_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/outcome.h"
#include "engine/ir/program.h"
#include "engine/package/expectation_figure.h"

namespace hjemmel::package {

using NameList = std::vector<std::string>;

struct Expectation {
  std::optional<eval::Status> status;
  std::optional<eval::Modality> modality;
  std::optional<NameList> options;             // compared as sets, like conditions, rules and grounds
  std::map<std::string, NameList> conditions;  // by option
  std::vector<ExpectedBound> bounds;           // sides that are written; others may be there too
  std::optional<ExpectedFigure> figure;        // of a decision on a figure
  std::optional<NameList> rules;
  std::optional<NameList> grounds;
  std::optional<NameList> rests_on;                  // names, as a set
  std::optional<NameList> missing;                   // in order
  std::optional<std::vector<Expectation>> possible;  // as a set
  std::vector<Expectation> if_departing;             // one or none
  std::optional<bool> exact;
};

// Nothing when the mapping has a fault.
[[nodiscard]] std::optional<Expectation> read_expectation(document::Node const& node, ir::Decision const& decision,
                                                          ir::Program const& program, diag::Sink& sink);

// Empty when the outcome is as expected. Each line begins with the place: `reaction.if_departing: options: …`.
[[nodiscard]] std::vector<std::string> differences(Expectation const& expected, eval::Outcome const& outcome,
                                                   std::string const& place);

// `case.act`, or of open law `own_use_limit[ghb]`.
[[nodiscard]] std::string missing_name(eval::Missing const& missing);

}  // namespace hjemmel::package
