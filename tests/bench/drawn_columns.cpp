// Rows turned into the columns of tests/bench/columns_by_hand.h. In a file of its own, as it is compiled like everything else.
#include "tests/bench/columns_by_hand.h"

namespace hjemmel::bench::drawn {
namespace {

std::uint8_t flags_of(Act const& act) {
  return static_cast<std::uint8_t>((act.addicted ? kAddicted : 0) | (act.at_risk ? kAtRisk : 0) |
                                   (act.own_use ? kOwnUse : 0) | (act.penalty_required ? kPenaltyRequired : 0));
}

template <class Columns, class Values>
void append(Columns& columns, Values const& values) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    using Value = typename Columns::value_type::value_type;
    columns[at].push_back(static_cast<Value>(values[at]));
  }
}

}  // namespace

ActColumns columns_of(std::span<Act const> acts) {
  ActColumns columns;
  for (Act const& act : acts) {
    columns.age.push_back(static_cast<std::uint8_t>(act.age));
    columns.earlier.push_back(static_cast<std::uint8_t>(act.earlier));
    columns.flags.push_back(flags_of(act));
    for (std::size_t at = 0; at < act.weights.size(); ++at) {
      bool const there = at < act.count;
      columns.substance[at].push_back(there ? act.weights[at].substance : kNoSubstance);
      columns.hundredths[at].push_back(there ? act.weights[at].hundredths : 0);
    }
  }
  return columns;
}

PersonColumns columns_of(std::span<Person const> persons) {
  PersonColumns columns;
  for (Person const& person : persons) {
    append(columns.b, person.b);
    append(columns.n, person.n);
    append(columns.e, person.e);
    append(columns.d, person.d);
  }
  return columns;
}

}  // namespace hjemmel::bench::drawn
