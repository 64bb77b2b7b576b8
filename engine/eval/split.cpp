// Choosing what to split, and building the cells.
#include "engine/eval/split.h"

#include <algorithm>

#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;

struct Cell {
  Region region;
  std::optional<ListState> list;
};

std::vector<Interval> cut_interval(Interval const& whole, Cut const& cut, bool integers) {
  std::vector<Interval> parts;
  End const open{cut.at, false};
  End const closed{cut.at, true};
  switch (cut.side) {
    case CutSide::before:
      parts = {{{}, open}, {closed, {}}};
      break;
    case CutSide::after:
      parts = {{{}, closed}, {open, {}}};
      break;
    case CutSide::around:
      parts = {{{}, open}, {closed, closed}, {open, {}}};
      break;
  }
  std::vector<Interval> cells;
  for (Interval const& part : parts) {
    Interval cell = intersect(whole, part);
    if (integers) {
      cell = whole_part(cell);
    }
    if (!is_empty(cell)) {
      cells.push_back(cell);
    }
  }
  return cells;
}

Interval values_of_fact(FactPlan const& plan, World const& world, Value stored) {
  Interval const allowed{{plan.minimum, true}, {plan.maximum, true}};
  return stored.detail == kNoDetail ? allowed : intersect(allowed, world.facts.ranges[stored.detail]);
}

// Of a number that is unknown.
Interval values_of(Plan const& plan, World const& world, Unknown const& unknown) {
  if (unknown.kind == UnknownKind::fact || unknown.kind == UnknownKind::cell) {
    bool const is_cell = unknown.kind == UnknownKind::cell;
    FactPlan const& list = plan.facts[unknown.index];
    FactPlan const& fact = is_cell ? list.fields[unknown.field] : list;
    Value const stored = is_cell ? world.facts.lists[unknown.index].cell(unknown.row, unknown.field)
                                 : world.facts.scalars[unknown.index];
    Interval const values = values_of_fact(fact, world, stored);
    return fact.domain == Domain::whole ? whole_part(values) : values;
  }
  auto const assumed = world.assumptions.open_law.find(unknown);
  if (assumed != world.assumptions.open_law.end()) {
    return assumed->second;
  }
  bool const is_parameter = unknown.kind == UnknownKind::parameter;
  return is_parameter ? plan.parameters[unknown.index].range.value_or(Interval{}) : at_least({});
}

class Splitter {
 public:
  Splitter(Plan const& plan, World const& world, Machine const& machine)
      : plan_(plan), world_(world), machine_(machine) {}

  Split run(std::uint32_t cause) {
    collect(cause);
    if (!best_cells_.empty()) {
      return {worlds(), {}, {}};
    }
    return atom_ == kNoIndex ? Split{} : assume();
  }

 private:
  void collect(std::uint32_t cause) {
    std::vector<bool> seen(machine_.causes().size());
    std::vector<std::uint32_t> open{cause};
    while (!open.empty()) {
      std::uint32_t const at = open.back();
      open.pop_back();
      if (at == kNoIndex || seen[at]) {
        continue;
      }
      seen[at] = true;
      Cause const& here = machine_.causes()[at];
      if (here.kind == Cause::Kind::leaf) {
        consider(here);
        continue;
      }
      if (here.kind == Cause::Kind::atom) {
        atom_ = std::min(atom_, at);  // what is inside another was met before it
      }
      open.push_back(here.right);
      open.push_back(here.left);
    }
  }

  // The fewest cells first; of equals the first met.
  void consider(Cause const& leaf) {
    std::vector<Cell> cells = cells_of(leaf.unknown, leaf.cut);
    if (cells.size() >= 2 && (best_cells_.empty() || cells.size() < best_cells_.size())) {
      best_ = leaf.unknown;
      best_cells_ = std::move(cells);
    }
  }

  std::vector<Cell> cells_of(Unknown unknown, std::optional<Cut> const& cut) const {
    switch (unknown.kind) {
      case UnknownKind::fact:
        return fact_cells(plan_.facts[unknown.index], world_.facts.scalars[unknown.index], unknown, cut);
      case UnknownKind::cell:
        return fact_cells(plan_.facts[unknown.index].fields[unknown.field],
                          world_.facts.lists[unknown.index].cell(unknown.row, unknown.field), unknown, cut);
      case UnknownKind::more_elements:
        return list_cells(unknown);
      case UnknownKind::open_law:
        return law_cells(unknown, cut);
      case UnknownKind::parameter:
        return parameter_cells(unknown, cut);
      case UnknownKind::any_unit:
      case UnknownKind::no_answer:
        break;
    }
    return {};
  }

  std::vector<Cell> fact_cells(FactPlan const& plan, Value stored, Unknown unknown,
                               std::optional<Cut> const& cut) const {
    if (!stored.is_open()) {
      return {};
    }
    bool const may_not_apply = may_not_apply_to(plan, stored);
    std::vector<Cell> cells;
    if (plan.domain == Domain::boolean || plan.domain == Domain::enumeration) {
      std::size_t const values = plan.domain == Domain::boolean ? 2 : plan_.enums[plan.enumeration].values.size();
      for (std::size_t value = 0; value < values; ++value) {
        if (unknown.kind != UnknownKind::cell || fits_amounts(unknown, value)) {
          cells.push_back({{false, point(Decimal::of(static_cast<std::int64_t>(value)))}, {}});
        }
      }
    } else if (may_not_apply) {
      cells.push_back({{false, {}}, {}});
    } else if (cut) {
      for (Interval const& part : cut_interval(fact_bounds(plan, stored), *cut, plan.domain == Domain::whole)) {
        cells.push_back({{false, part}, {}});
      }
    }
    if (cells.empty() && plan.domain == Domain::whole && !may_not_apply) {
      cells = point_cells(whole_part(fact_bounds(plan, stored)));
    }
    if (may_not_apply) {
      cells.push_back({{true, {}}, {}});
    }
    return cells;
  }

  // Each of a few whole numbers.
  static std::vector<Cell> point_cells(Interval const& bounds) {
    constexpr std::int64_t kMostPoints = 8;
    if (!bounds.low.value || !bounds.high.value) {
      return {};
    }
    std::int64_t const low = bounds.low.value->coefficient();
    std::int64_t const high = bounds.high.value->coefficient();
    if (high - low >= kMostPoints) {
      return {};
    }
    std::vector<Cell> cells;
    for (std::int64_t number = low; number <= high; ++number) {
      cells.push_back({{false, point(Decimal::of(number))}, {}});
    }
    return cells;
  }

  Interval fact_bounds(FactPlan const& plan, Value stored) const { return values_of_fact(plan, world_, stored); }

  // An amount in grams cannot be of a substance that is measured in decilitres.
  bool fits_amounts(Unknown unknown, std::size_t value) const {
    FactPlan const& list = plan_.facts[unknown.index];
    for (std::uint32_t field = 0; field < list.fields.size(); ++field) {
      if (list.fields[field].key_field != unknown.field) {
        continue;
      }
      EnumPlan const& enumeration = plan_.enums[list.fields[field].enumeration];
      Value const amount = world_.facts.lists[unknown.index].cell(unknown.row, field);
      bool const has_dimension = amount.dimension != base::kNoDimension;
      if (has_dimension && !enumeration.any_unit[value] && enumeration.dimensions[value] != amount.dimension) {
        return false;
      }
    }
    return true;
  }

  std::vector<Cell> list_cells(Unknown unknown) const {
    if (world_.facts.lists[unknown.index].state == ListState::more) {
      return {};
    }
    return {{{false, point({})}, ListState::complete}, {{false, point(Decimal::of(1))}, ListState::more}};
  }

  std::vector<Cell> law_cells(Unknown unknown, std::optional<Cut> const& cut) const {
    TablePlan const& table = plan_.tables[unknown.index];
    std::vector<Cell> cells;
    if (table.domain == Domain::boolean || table.domain == Domain::enumeration) {
      std::size_t const values =
          table.domain == Domain::boolean ? 2 : plan_.enums[table.result_enumeration].values.size();
      for (std::size_t value = 0; value < values; ++value) {
        cells.push_back({{false, point(Decimal::of(static_cast<std::int64_t>(value)))}, {}});
      }
      return cells;
    }
    if (!cut) {
      return {};
    }
    auto const assumed = world_.assumptions.open_law.find(unknown);
    Interval const bounds = assumed == world_.assumptions.open_law.end() ? at_least({}) : assumed->second;
    for (Interval const& part : cut_interval(bounds, *cut, table.domain == Domain::whole)) {
      cells.push_back({{false, part}, {}});
    }
    return cells;
  }

  std::vector<Cell> parameter_cells(Unknown unknown, std::optional<Cut> const& cut) const {
    LawParameterPlan const& parameter = plan_.parameters[unknown.index];
    auto const assumed = world_.assumptions.open_law.find(unknown);
    bool const whole = parameter.domain == Domain::whole;
    Interval const allowed =
        assumed == world_.assumptions.open_law.end() ? parameter.range.value_or(Interval{}) : assumed->second;
    std::vector<Cell> cells;
    if (cut) {
      for (Interval const& part : cut_interval(allowed, *cut, whole)) {
        cells.push_back({{false, part}, {}});
      }
    }
    return cells.empty() && whole ? point_cells(whole_part(allowed)) : cells;
  }

  std::vector<World> worlds() const {
    std::vector<World> children;
    for (Cell const& cell : best_cells_) {
      World child = world_;
      child.regions[{best_, {}}] = cell.region;
      settle(child, cell);
      children.push_back(std::move(child));
    }
    return children;
  }

  void settle(World& world, Cell const& cell) const {
    switch (best_.kind) {
      case UnknownKind::fact:
        return settle_value(world, plan_.facts[best_.index], world.facts.scalars[best_.index], cell.region);
      case UnknownKind::cell:
        return settle_value(world, plan_.facts[best_.index].fields[best_.field],
                            world.facts.lists[best_.index].cell(best_.row, best_.field), cell.region);
      case UnknownKind::more_elements:
        world.facts.lists[best_.index].state = *cell.list;
        return;
      case UnknownKind::open_law:
      case UnknownKind::parameter:
      case UnknownKind::any_unit:
      case UnknownKind::no_answer:
        world.assumptions.open_law[best_] = cell.region.values;
        return;
    }
  }

  static void settle_value(World& world, FactPlan const& plan, Value& value, Region const& region) {
    Interval const& values = region.values;
    if (region.not_applicable) {
      value = Value::of(State::not_applicable);
    } else if (values.low.value && values.low == values.high && !plan.is_moment()) {
      value = Value::known(*values.low.value, value.dimension);
    } else if (!values.low.value && !values.high.value) {
      value.scale = kApplicable;
    } else {
      world.facts.ranges.push_back(values);
      value.detail = static_cast<std::uint32_t>(world.facts.ranges.size() - 1);
    }
  }

  Split assume() const {
    Cause const& cause = machine_.causes()[atom_];
    AtomKey const& key = machine_.atoms()[cause.atom];
    Split result{{}, key, unknowns_of(machine_.causes(), cause.left)};
    result.is_free = !plan_.dated_atoms[key.front()] && is_free(result.origins);
    if (!result.is_free) {
      name_by_origins(*result.assumed, result.origins);
      name_by_regions(*result.assumed);
    }
    for (State const truth : {State::not_applicable, State::known, State::error}) {
      if ((truth == State::error && cause.fails_at == kNoIndex) ||
          (truth == State::not_applicable && cause.only_fails)) {
        continue;
      }
      World child = world_;
      child.assumptions.atoms[key] = truth;
      child.regions[{{}, *result.assumed}] = {false, point(Decimal::of(truth == State::known   ? 1
                                                                       : truth == State::error ? 2
                                                                                               : 0))};
      result.worlds.push_back(std::move(child));
    }
    return result;
  }

  bool is_free(std::vector<Unknown> const& origins) const {
    auto const is_law = [](Unknown const& unknown) {
      return unknown.kind == UnknownKind::any_unit || unknown.kind == UnknownKind::open_law ||
             unknown.kind == UnknownKind::parameter;
    };
    return std::all_of(origins.begin(), origins.end(), is_law) &&
           std::any_of(origins.begin(), origins.end(), [this](Unknown const& unknown) { return has_no_unit(unknown); });
  }

  bool has_no_unit(Unknown const& unknown) const {
    if (unknown.kind == UnknownKind::open_law) {
      TablePlan const& table = plan_.tables[unknown.index];
      return table.is_amount && plan_.enums[table.enumeration].any_unit[unknown.row];
    }
    return unknown.kind == UnknownKind::any_unit;
  }

  // The same comparison of other unknowns, where a table's key turned out otherwise, is another variable.
  static void name_by_origins(AtomKey& name, std::vector<Unknown> const& origins) {
    for (Unknown const& unknown : origins) {
      name.insert(name.end(),
                  {kNoIndex, static_cast<std::uint32_t>(unknown.kind), unknown.index, unknown.row, unknown.field});
    }
  }

  // So is the same comparison where what it reads has been settled or narrowed otherwise: nothing says that it turns out
  // the same there.
  void name_by_regions(AtomKey& name) const {
    for (auto const& [variable, region] : world_.regions) {
      if (!variable.atom.empty()) {
        continue;
      }
      Unknown const& unknown = variable.unknown;
      name.insert(name.end(), {kNoIndex, static_cast<std::uint32_t>(unknown.kind), unknown.index, unknown.row,
                               unknown.field, region.not_applicable ? 1U : 0U});
      name_by_end(name, region.values.low);
      name_by_end(name, region.values.high);
    }
  }

  static void name_by_end(AtomKey& name, End const& end) {
    if (end.value) {
      auto const bits = static_cast<std::uint64_t>(end.value->coefficient());
      std::initializer_list<std::uint32_t> const words{
          static_cast<std::uint32_t>(bits >> 32U), static_cast<std::uint32_t>(bits),
          static_cast<std::uint32_t>(end.value->scale()), end.included ? 1U : 0U};
      name.insert(name.end(), words);
    } else {
      name.push_back(kNoIndex);
    }
  }

  Plan const& plan_;
  World const& world_;
  Machine const& machine_;
  Unknown best_;
  std::vector<Cell> best_cells_;
  std::uint32_t atom_ = kNoIndex;
};

}  // namespace

std::optional<Interval> image(Plan const& plan, World const& world, Form const& line) {
  if (line.kind != Form::Kind::linear) {
    return std::nullopt;
  }
  Interval const values = values_of(plan, world, line.unknown);
  return add(multiply(values, line.factor), point(line.offset));
}

bool overlaps(Region const& left, Region const& right) {
  return left.not_applicable == right.not_applicable && (left.not_applicable || overlaps(left.values, right.values));
}

Split split(Plan const& plan, World const& world, Machine const& machine, std::uint32_t cause) {
  return Splitter(plan, world, machine).run(cause);
}

}  // namespace hjemmel::eval
