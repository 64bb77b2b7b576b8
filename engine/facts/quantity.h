// A number with its unit, as a record writes it: `12.5 g`, `300 mg`, `15g`, `3 blotter`.
//
// In: a scalar's text and the program's declared units. Out: the exact number in the dimension's base unit. What is wrong with
// a number or a unit is said here once, for numbers without units too. Tested in tests/unit/facts/quantity_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/decimal.h"
#include "engine/base/unit.h"
#include "engine/facts/reading.h"

namespace hjemmel::facts {

struct Quantity {
  base::Decimal number;  // in the base unit
  base::Dimension dimension;
  std::optional<std::int32_t> offset{};  // of a moment: minutes ahead of UTC
};

// A number alone, of the whole text.
[[nodiscard]] std::optional<base::Decimal> read_number(std::string_view text, source::Span span, Slot const& slot,
                                                       diag::Sink& sink);

// One that is built in or that the program declares; the minor unit of declared money too.
[[nodiscard]] std::optional<base::Unit> find_unit(std::string_view name, ir::Program const& program);

// A number and a unit of any dimension; the caller compares dimensions with the one it expects.
[[nodiscard]] std::optional<Quantity> read_quantity(std::string_view text, source::Span span, Slot const& slot,
                                                    Reading& reading);

// `a mass, as in 12.5 kg`: what a value looks like that is given in `unit`, for the help of messages. The unit is the schema's or
// the enumeration's own, so that whoever copies the example keeps its size; where it is empty, the dimension's base unit.
[[nodiscard]] std::string example_of(base::Dimension dimension, std::string_view unit, ir::Program const& program);
// `a mass`, or the name of a declared unit: `a number of blotter`.
[[nodiscard]] std::string dimension_words(base::Dimension dimension, ir::Program const& program);

}  // namespace hjemmel::facts
