// Stretches of numbers, cut with one another.
#include "engine/lint/allowed.h"

#include "engine/eval/interval.h"

namespace hjemmel::lint {
namespace {

using base::Decimal;
using eval::End;
using eval::Interval;

}  // namespace

Allowed any_number(bool whole) { return {{Interval{}}, false, whole}; }

Allowed between(std::optional<Decimal> low, std::optional<Decimal> high, bool whole) {
  return both({{Interval{{low, true}, {high, true}}}, false, whole}, any_number(whole));
}

Allowed only(std::vector<std::uint32_t> const& numbers) {
  Allowed allowed{{}, false, true};
  for (std::uint32_t const number : numbers) {
    End const end{Decimal::of(number), true};
    allowed.numbers.push_back({end, end});
  }
  return allowed;
}

Allowed both(Allowed const& left, Allowed const& right) {
  Allowed result{{}, left.not_applicable && right.not_applicable, left.whole || right.whole};
  for (Interval const& one : left.numbers) {
    for (Interval const& other : right.numbers) {
      Interval const common = eval::intersect(one, other);
      Interval const cut = result.whole ? eval::whole_part(common) : common;
      if (!eval::is_empty(cut)) {
        result.numbers.push_back(cut);
      }
    }
  }
  return result;
}

}  // namespace hjemmel::lint
