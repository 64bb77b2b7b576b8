// The facts of one case, from a document to the slots that a plan reads.
//
// In: a document tree (YAML and JSON give the same), and the program whose fact schema says which facts there are, what type
// each has and who judges it. Out: a Case with each fact known, unknown (perhaps within a range), not asked or not
// applicable, and with where it came from. Strict: every key and every value is one that the schema has, or nothing is
// returned. Tested in tests/unit/facts/read_case_test.cpp and tests/golden/facts.
#pragma once

#include <optional>

#include "engine/base/date.h"
#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/facts.h"
#include "engine/ir/program.h"

namespace hjemmel::facts {

// Nothing when any fact has a fault; the sink then has all of them. A warning alone keeps the case.
// What the long form says was known only after `as_known_on` counts as not asked.
[[nodiscard]] std::optional<eval::Case> read_case(document::Node const& root, ir::Program const& program,
                                                  diag::Sink& sink, std::optional<base::Date> as_known_on = {});

// The date decided on, where the facts leave it out; the program must name the fact that holds it.
void fill_decision_date(eval::Case& facts, ir::Program const& program, base::Date at);

// A case in which nothing is asked: what `read_case` gives for an empty mapping.
[[nodiscard]] eval::Case empty_case(ir::Program const& program);

}  // namespace hjemmel::facts
