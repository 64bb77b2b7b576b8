// Figures that a case expects: that of a decision on one, and the sides of an option's bounds.
//
// In: a scalar written like a fact, `504 NOK` or `between 100 NOK and 500 NOK`. Out: the figure or its range; then whether an
// outcome's bound has it. Tested in tests/unit/package/expectation_test.cpp and tests/golden/figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/outcome.h"
#include "engine/ir/program.h"

namespace hjemmel::package {

struct ExpectedFigure {
  std::string text;  // as written
  std::optional<base::Decimal> number;
  std::optional<eval::Interval> range;
};

// One side of a bound on a parameter of an option.
struct ExpectedBound {
  std::string option;
  std::string parameter;
  eval::BoundSide side = eval::BoundSide::exactly;
  ExpectedFigure figure;
};

// Nothing, with a message, when it is no figure of the parameter's type.
[[nodiscard]] std::optional<ExpectedFigure> read_figure(document::Node const& node, ir::Parameter const& parameter,
                                                        ir::Program const& program, diag::Sink& sink);
// `bounds: {fine: {amount: {at_most: 500 NOK}}}`, or `{amount: 500 NOK}` for exactly that; nothing when it has a fault.
[[nodiscard]] std::optional<std::vector<ExpectedBound>> read_bounds(document::Node const& node, ir::Enum const& options,
                                                                    ir::Program const& program, diag::Sink& sink);

// What the bound has on this side, as text; empty where it is as expected.
[[nodiscard]] std::string other_figure(ExpectedFigure const& expected, eval::ParameterBound const* bound,
                                       eval::BoundSide side);

}  // namespace hjemmel::package
