// The facts, enumerations, tables and grids that all generated programs share; only what the rules say differs.
#pragma once

#include "tests/differential/build.h"
#include "tests/differential/generate.h"
#include "tests/differential/random.h"
#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::differential {

struct World {
  Builder builder;
  ir::EnumId reaction;  // by severity; fine has an amount, prison a length
  ir::EnumId second;
  ir::EnumId kind;   // measured in g, g, l, and one in any unit
  ir::EnumId proof;  // ordered
  ir::FactId flag, maybe, judged, number, mass, level, sort, birth, act, note, open, items, decided, king, question, at;
  ir::FactId gap;      // no fact of a case: an int that the law leaves open, as a row out of force is
  ir::TableId limit;   // of Kind, an amount; some keys are open law
  ir::TableId weight;  // of Kind, an int
  ir::TableId tariff;  // of classes of one to three keys, an int
  std::vector<ir::ConditionId> conditions;
  bool has_basis = false;  // parameters, readings, presumptions, defaults
};

// Parameters, in this order: an int with a value, one with a range too, one with a range alone; a mass with both.
inline constexpr std::uint32_t kWholeParameters = 3;
inline constexpr std::uint32_t kMassParameter = 3;

// Fields of a record of `items`, in this order.
inline constexpr std::uint32_t kItemKind = 0;
inline constexpr std::uint32_t kItemAmount = 1;
inline constexpr std::uint32_t kItemCount = 2;
inline constexpr std::uint32_t kItemFlag = 3;

[[nodiscard]] World make_world(Random& random);
// The grid is exact for cases whose known facts are drawn from what `make_values` gives.
[[nodiscard]] Values make_values(World const& world);

// The dates and periods that generated programs compare with.
[[nodiscard]] base::Decimal pivot_date();
inline constexpr std::int64_t kAgeMonths[] = {18, 24};
inline constexpr std::int64_t kMovedDays = 30;
// In seconds: noon of the pivot, and how far moments are moved and lie apart, in tenths of an hour.
[[nodiscard]] std::int64_t noon();
inline constexpr std::int64_t kMovedTenths = 360;
inline constexpr std::int64_t kApartTenths = 15;
inline base::Term const kTerms[] = {{base::TermUnit::days, true, base::kNoCalendar, 30},
                                    {base::TermUnit::working_days, false, test::calendar(), 7},
                                    {base::TermUnit::months, false, test::calendar(), 1}};

}  // namespace hjemmel::differential
