// From boxes to cells: what other boxes contradict is taken out, and what leaves a fact as it is.
#include "engine/eval/flip_cells.h"

#include <algorithm>

#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

bool is_number(Changeable const& changed) {
  return changed.fact->domain == Domain::whole || changed.fact->domain == Domain::dense;
}

Interval in_domain(Changeable const& changed, Interval const& values) {
  FactPlan const& fact = *changed.fact;
  Interval const allowed = intersect(changed.within, {{fact.minimum, true}, {fact.maximum, true}});
  Interval const both = intersect(values, allowed);
  return fact.domain == Domain::whole ? whole_part(both) : both;
}

std::vector<Interval> outside_of(Interval const& values) {
  std::vector<Interval> parts;
  if (values.low.value) {
    parts.push_back({{}, {values.low.value, !values.low.included}});
  }
  if (values.high.value) {
    parts.push_back({{values.high.value, !values.high.included}, {}});
  }
  return parts;
}

class Cutter {
 public:
  Cutter(LeftOpen const& open, Completions const& completions) : open_(open), boxes_(completions.boxes) {}

  // Cells of one box in which no box with another conclusion can hold too.
  std::vector<std::vector<Target>> cells(Box const& box) const {
    std::vector<std::vector<Target>> cells = start(box);
    for (Box const& other : boxes_) {
      if (cells.empty()) {
        break;
      }
      if (&other != &box && !alike(box, other)) {
        cells = without(cells, other);
      }
    }
    return cells;
  }

 private:
  Changeable const& changed(std::size_t place) const { return open_.all[open_.set[place]]; }

  static Region const* region_of(Box const& box, Unknown const& place) {
    auto const found = box.regions.find({place, {}});
    return found == box.regions.end() ? nullptr : &found->second;
  }

  // Nothing where a fact may stay as it is: then fewer changes do.
  std::vector<std::vector<Target>> start(Box const& box) const {
    std::vector<std::vector<Target>> cells{{}};
    for (std::size_t place = 0; place < open_.set.size(); ++place) {
      std::vector<std::vector<Target>> longer;
      for (std::vector<Target> const& cell : cells) {
        for (Target const& target : targets(box, place)) {
          longer.push_back(cell);
          longer.back().push_back(target);
        }
      }
      cells = std::move(longer);
    }
    std::vector<std::vector<Target>> changing;
    for (std::vector<Target> const& cell : cells) {
      add_changing(cell, box.has_ranges, changing);
    }
    return changing;
  }

  std::vector<Target> targets(Box const& box, std::size_t place) const {
    if (open_.given[place]) {
      return {*open_.given[place]};
    }
    Changeable const& fact = changed(place);
    Region const* const region = region_of(box, fact.place);
    if (region == nullptr) {
      bool const stays = !is_number(fact) || !fact.present.is_known();
      return stays ? std::vector<Target>{} : std::vector<Target>{{false, {}, in_domain(fact, {})}};
    }
    if (region->not_applicable) {
      return {{true, {}, {}}};
    }
    if (is_number(fact)) {
      return {{false, {}, in_domain(fact, region->values)}};
    }
    return {{false, {static_cast<std::uint32_t>(region->values.low.value->coefficient())}, {}}};
  }

  // Of figures that move with the facts each side of the present value is a cell.
  void add_changing(std::vector<Target> const& cell, bool varies, std::vector<std::vector<Target>>& into) const {
    std::vector<std::vector<Target>> parts{cell};
    for (std::size_t place = 0; place < cell.size(); ++place) {
      if (!holds_present(cell, place)) {
        continue;
      }
      if (!varies || !is_number(changed(place))) {
        return;
      }
      base::Decimal const present = changed(place).present.number();
      std::vector<std::vector<Target>> sides;
      for (std::vector<Target> const& part : parts) {
        for (Interval const& side : {Interval{{}, {present, false}}, Interval{{present, false}, {}}}) {
          Interval const values = in_domain(changed(place), intersect(part[place].values, side));
          if (!is_empty(values)) {
            sides.push_back(part);
            sides.back()[place].values = values;
          }
        }
      }
      parts = std::move(sides);
    }
    into.insert(into.end(), parts.begin(), parts.end());
  }

  bool holds_present(std::vector<Target> const& cell, std::size_t place) const {
    Changeable const& fact = changed(place);
    Target const& target = cell[place];
    // A presumption may lapse with what else is changed: to state what it gave is then a change too.
    if (open_.given[place] || fact.filled_by == basis_name(BasisKind::presumption)) {
      return false;
    }
    if (target.not_applicable || !fact.present.is_known()) {
      return target.not_applicable && !fact.present.is_known();
    }
    if (!is_number(fact)) {
      auto const now = static_cast<std::uint32_t>(fact.present.coefficient);
      return std::find(target.choices.begin(), target.choices.end(), now) != target.choices.end();
    }
    bool const same_dimension = dimension_in(open_, cell, place) == fact.present.dimension;
    return same_dimension && overlaps(target.values, point(fact.present.number()));
  }

  std::vector<std::vector<Target>> without(std::vector<std::vector<Target>> const& cells, Box const& other) const {
    std::vector<std::vector<Target>> left;
    for (std::vector<Target> const& cell : cells) {
      subtract(cell, other, left);
    }
    return left;
  }

  // The parts of the cell that lie outside the other box.
  void subtract(std::vector<Target> rest, Box const& other, std::vector<std::vector<Target>>& left) const {
    for (std::size_t place = 0; place < rest.size(); ++place) {
      Region const* const region = region_of(other, changed(place).place);
      if (region != nullptr && !meets(rest[place], *region, place)) {
        left.push_back(std::move(rest));
        return;
      }
    }
    for (std::size_t place = 0; place < rest.size(); ++place) {
      Region const* const region = region_of(other, changed(place).place);
      if (region == nullptr || rest[place].not_applicable || !is_number(changed(place))) {
        continue;
      }
      for (Interval const& outside : outside_of(region->values)) {
        Interval const part = in_domain(changed(place), intersect(rest[place].values, outside));
        if (!is_empty(part)) {
          left.push_back(rest);
          left.back()[place].values = part;
        }
      }
      rest[place].values = in_domain(changed(place), intersect(rest[place].values, region->values));
    }
  }

  bool meets(Target const& target, Region const& region, std::size_t place) const {
    if (target.not_applicable || region.not_applicable) {
      return target.not_applicable == region.not_applicable;
    }
    if (is_number(changed(place))) {
      return !is_empty(in_domain(changed(place), intersect(target.values, region.values)));
    }
    auto const at = static_cast<std::uint32_t>(region.values.low.value->coefficient());
    return std::find(target.choices.begin(), target.choices.end(), at) != target.choices.end();
  }

  LeftOpen const& open_;
  std::vector<Box> const& boxes_;
};

std::uint32_t number_of(Box const& box, std::vector<Box>& outcomes) {
  auto const found =
      std::find_if(outcomes.begin(), outcomes.end(), [&](Box const& other) { return alike(box, other); });
  if (found == outcomes.end()) {
    outcomes.push_back(box);
    return static_cast<std::uint32_t>(outcomes.size() - 1);
  }
  return static_cast<std::uint32_t>(found - outcomes.begin());
}

// A figure of something that is unknown anyway.
bool hangs_on_another(LeftOpen const& open, Box const& box) {
  return std::any_of(box.lines.begin(), box.lines.end(), [&](Form const& line) {
    return std::none_of(open.set.begin(), open.set.end(),
                        [&](std::uint32_t fact) { return open.all[fact].place == line.unknown; });
  });
}

bool touch(FactPlan const& fact, Interval const& low, Interval const& high) {
  if (!low.high.value || !high.low.value) {
    return false;
  }
  if (fact.domain == Domain::whole) {
    auto const next = base::add(*low.high.value, base::Decimal::of(1));
    return next && *next == *high.low.value;
  }
  return *low.high.value == *high.low.value && (low.high.included || high.low.included);
}

std::optional<Target> joined(FactPlan const& fact, Target const& left, Target const& right) {
  if (left.not_applicable || right.not_applicable) {
    return std::nullopt;
  }
  if (fact.domain != Domain::whole && fact.domain != Domain::dense) {
    Target both;
    std::set_union(left.choices.begin(), left.choices.end(), right.choices.begin(), right.choices.end(),
                   std::back_inserter(both.choices));
    return both;
  }
  bool const meet = overlaps(left.values, right.values) || touch(fact, left.values, right.values) ||
                    touch(fact, right.values, left.values);
  return meet ? std::optional(Target{false, {}, hull(left.values, right.values)}) : std::nullopt;
}

bool join(LeftOpen const& open, FlipCell& into, FlipCell const& other) {
  if (into.outcome != other.outcome) {
    return false;
  }
  std::size_t different = into.targets.size();
  for (std::size_t place = 0; place < into.targets.size(); ++place) {
    if (into.targets[place] != other.targets[place]) {
      if (different != into.targets.size()) {
        return false;
      }
      different = place;
    }
  }
  if (different == into.targets.size()) {
    return true;
  }
  FactPlan const& fact = *open.all[open.set[different]].fact;
  auto target = joined(fact, into.targets[different], other.targets[different]);
  if (!target) {
    return false;
  }
  std::vector<Target> const before = into.targets;
  into.targets[different] = *std::move(target);
  for (std::size_t place = 0; place < into.targets.size(); ++place) {  // amounts stay in one dimension
    if (dimension_in(open, into.targets, place) != dimension_in(open, before, place) ||
        dimension_in(open, other.targets, place) != dimension_in(open, before, place)) {
      into.targets = before;
      return false;
    }
  }
  return true;
}

}  // namespace

Interval allowed_values(Changeable const& changed) { return in_domain(changed, {}); }

bool Wanted::holds(Outcome const& outcome) const {
  bool const same =
      outcome.status == present_.status && outcome.modality == present_.modality && outcome.options == present_.options;
  return outcome.status == Status::decided && !same &&
         std::any_of(outcome.options.begin(), outcome.options.end(),
                     [this](OutcomeOption const& option) { return has_option(option); });
}

bool Wanted::holds(Box const& box) const {
  Conclusion const& conclusion = box.conclusion;
  bool const same =
      !box.has_ranges && conclusion.status == present_.status && conclusion.modality == present_.modality &&
      std::equal(conclusion.options.begin(), conclusion.options.end(), present_.options.begin(), present_.options.end(),
                 [](ChosenOption const& chosen, OutcomeOption const& option) { return chosen.option == option; });
  return conclusion.status == Status::decided && !same &&
         std::any_of(conclusion.options.begin(), conclusion.options.end(),
                     [this](ChosenOption const& chosen) { return has_option(chosen.option); });
}

base::Dimension dimension_in(LeftOpen const& open, std::vector<Target> const& targets, std::size_t place) {
  Changeable const& changed = open.all[open.set[place]];
  if (changed.fact->key_field == kNoIndex) {
    return changed.present.dimension;
  }
  EnumPlan const& kinds = open.plan.enums[changed.fact->enumeration];
  base::Dimension const now = changed.present.is_known() ? changed.present.dimension : base::kMass;
  if (changed.key == kNoIndex) {
    return now;
  }
  auto const key_place = std::lower_bound(open.set.begin(), open.set.end(), changed.key);
  bool const key_changes = key_place != open.set.end() && *key_place == changed.key;
  std::uint32_t kind = static_cast<std::uint32_t>(open.all[changed.key].present.coefficient);
  if (key_changes) {
    Target const& key = targets[static_cast<std::size_t>(key_place - open.set.begin())];
    if (key.choices.empty()) {
      return now;
    }
    kind = key.choices.front();
  } else if (changed.present.is_known() || !open.all[changed.key].present.is_known()) {
    return now;
  }
  return kinds.any_unit[kind] ? now : kinds.dimensions[kind];
}

std::vector<FlipCell> cells_that_flip(LeftOpen const& open, Completions const& completions, Wanted const& wanted,
                                      std::vector<Box>& outcomes) {
  Cutter const cutter(open, completions);
  std::vector<FlipCell> found;
  for (Box const& box : completions.boxes) {
    if (!wanted.holds(box) || hangs_on_another(open, box)) {
      continue;
    }
    for (std::vector<Target>& cell : cutter.cells(box)) {
      found.push_back({std::move(cell), number_of(box, outcomes), box.has_ranges});
    }
  }
  return found;
}

void merge_cells(LeftOpen const& open, std::vector<FlipCell>& cells) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      for (std::size_t other = cells.size(); other-- > at + 1;) {
        if (join(open, cells[at], cells[other])) {
          cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(other));
          changed = true;
        }
      }
    }
  }
}

}  // namespace hjemmel::eval
