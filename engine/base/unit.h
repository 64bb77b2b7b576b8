// Units and dimensions: what a quantity is measured in, and how its units convert.
//
// In: a unit as the law writes it (`g`, `dl`, `kr`, `months`). Out: its dimension, and the exact factor to the dimension's
// base unit. Conversions are exact: 300 mg is 0.3 g. Tested in tests/unit/base/unit_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/decimal.h"

namespace hjemmel::base {

// A built-in dimension, or a unit that a package declares (`unit blotter`), which is a dimension of its own.
struct Dimension {
  std::uint16_t code = 0;

  friend constexpr bool operator==(Dimension, Dimension) = default;
};

inline constexpr Dimension kNoDimension{0};                   // a bare number
inline constexpr Dimension kMass{1};                          // base unit g
inline constexpr Dimension kVolume{2};                        // base unit l
inline constexpr Dimension kMoneyNok{3};                      // base unit NOK
inline constexpr Dimension kPercent{4};                       // base unit %
inline constexpr Dimension kPeriod{5};                        // base unit month; whole months only
inline constexpr Dimension kDuration{6};                      // base unit hour; a week is 7 days, a day 24 hours
inline constexpr std::uint16_t kFirstDeclaredDimension = 32;  // + the place of the unit among the package's units

struct Unit {
  std::string_view name;  // as written
  Dimension dimension;
  std::int32_t multiple = 1;  // base value = number * multiple * 10^power
  std::int8_t power = 0;
};

// µg (either code point), mg, g, kg; ml, dl, l; øre, kr, NOK; %; hours, days, weeks, months, years, and these in bokmål.
[[nodiscard]] std::optional<Unit> find_unit(std::string_view name);
// `g` for mass, `NOK` for money; empty for a declared dimension.
[[nodiscard]] std::string_view base_unit(Dimension dimension);
// A word for people: `a mass`, `a volume`, `an amount of money`; empty for a declared dimension.
[[nodiscard]] std::string_view dimension_name(Dimension dimension);

[[nodiscard]] std::optional<Decimal> to_base(Decimal number, Unit const& unit);

// A period or duration in the greater of its two units where it is a whole number of them: 18 years, not 216 months.
struct LengthOfTime {
  Decimal number;
  bool greater_unit = false;  // years, days; else months, hours
};

// Of months (kPeriod) or hours (kDuration). Nothing is zero of the smaller unit.
[[nodiscard]] LengthOfTime length_of_time(Decimal number, Dimension dimension);
// `18 years`, `1 month`, `2 days`, `5 hours`
[[nodiscard]] std::string length_of_time_text(Decimal number, Dimension dimension);

}  // namespace hjemmel::base
