// Ends of what facts may be, and halving towards the present value.
#include "engine/eval/flip_probe.h"

#include <algorithm>

#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;

bool is_number(Changeable const& changed) {
  return changed.fact->domain == Domain::whole || changed.fact->domain == Domain::dense;
}

// Its amounts have to be in the unit of each value.
bool is_key(Plan const& plan, Changeable const& changed) {
  auto const& fields = plan.facts[changed.place.index].fields;
  return changed.place.kind == UnknownKind::cell &&
         std::any_of(fields.begin(), fields.end(),
                     [&](FactPlan const& field) { return field.key_field == changed.place.field; });
}

// Other values than the present one.
std::vector<Target> ends(Plan const& plan, Changeable const& changed) {
  std::vector<Target> found;
  if (is_key(plan, changed)) {
    return found;
  }
  if (is_number(changed)) {
    Interval const allowed = allowed_values(changed);
    for (End const& end : {allowed.low, allowed.high}) {
      bool const is_present = changed.present.is_known() && end.value && *end.value == changed.present.number();
      if (end.value && end.included && !is_present) {
        found.push_back({false, {}, point(*end.value)});
      }
    }
  } else if (changed.fact->domain != Domain::text) {
    std::size_t const values =
        changed.fact->domain == Domain::boolean ? 2 : plan.enums[changed.fact->enumeration].values.size();
    for (std::uint32_t value = 0; value < values; ++value) {
      if (!changed.present.is_known() || changed.present.coefficient != value) {
        found.push_back({false, {value}, {}});
      }
    }
  }
  return found;
}

using Trial = std::vector<std::optional<Target>>;

void add_trials(LeftOpen const& open, std::size_t free, std::size_t most, std::vector<Trial>& all) {
  std::vector<Trial> some{Trial(open.set.size())};
  for (std::size_t place = 0; place < open.set.size(); ++place) {
    if (place == free) {
      continue;
    }
    std::vector<Target> const fixed =
        open.given[place] ? std::vector{*open.given[place]} : ends(open.plan, open.all[open.set[place]]);
    std::vector<Trial> longer;
    for (Trial const& trial : some) {
      for (Target const& target : fixed) {
        if (longer.size() < most) {
          longer.push_back(trial);
          longer.back()[place] = target;
        }
      }
    }
    some = std::move(longer);
  }
  all.insert(all.end(), some.begin(), some.end());
}

// As a multiple of a step of this scale, rounded towards zero.
std::optional<std::int64_t> scaled(Decimal number, int scale) {
  auto const moved = base::shift(number, scale);
  return moved && moved->is_integer() ? std::optional(moved->coefficient()) : std::nullopt;
}

// The value next to `from` that flips, on the way to `to`, which does.
Decimal halve(std::int64_t from, std::int64_t to, int scale, std::function<bool(Decimal)> const& flips) {
  while (from - to > 1 || to - from > 1) {
    std::int64_t const middle = from + (to - from) / 2;
    (flips(Decimal::of(middle, scale)) ? to : from) = middle;
  }
  return Decimal::of(to, scale);
}

// Steps away from the present value that grow tenfold, up to the end.
std::vector<std::int64_t> tries(std::int64_t now, int sign, std::optional<std::int64_t> end) {
  std::vector<std::int64_t> values;
  constexpr int kMostSteps = 10;
  std::int64_t step = 1;
  for (int i = 0; i < kMostSteps; ++i, step *= 10) {
    std::int64_t const value = now + sign * step;
    if (end && (sign > 0 ? value >= *end : value <= *end)) {
      break;
    }
    values.push_back(value);
  }
  if (end && *end != now) {
    values.push_back(*end);
  }
  return values;
}

}  // namespace

std::vector<Trial> trials(LeftOpen const& open, std::size_t most) {
  std::vector<Trial> all;
  for (std::size_t free = 0; open.set.size() > 1 && free < open.set.size(); ++free) {
    if (!open.given[free]) {
      add_trials(open, free, most, all);
    }
  }
  all.resize(std::min(all.size(), most));
  return all;
}

std::vector<Decimal> near_values(Changeable const& changed, std::function<bool(Decimal)> const& flips) {
  if (!is_number(changed) || !changed.present.is_known()) {
    return {};
  }
  Decimal const present = changed.present.number();
  int const scale = changed.fact->domain == Domain::whole ? 0 : std::max(2, present.scale());
  auto const now = scaled(present, scale);
  Interval const allowed = allowed_values(changed);
  std::vector<Decimal> found;
  for (int const sign : {-1, 1}) {
    End const& limit = sign < 0 ? allowed.low : allowed.high;
    auto const end = limit.value && limit.included ? scaled(*limit.value, scale) : std::nullopt;
    constexpr std::int64_t kGreatest = 1'000'000'000'000'000;
    std::int64_t last = now.value_or(kGreatest);
    for (std::int64_t const value :
         now&&* now<kGreatest&& * now> - kGreatest ? tries(*now, sign, end) : std::vector<std::int64_t>{}) {
      if (flips(Decimal::of(value, scale))) {
        found.push_back(halve(last, value, scale, flips));
        break;
      }
      last = value;
    }
  }
  return found;
}

}  // namespace hjemmel::eval
