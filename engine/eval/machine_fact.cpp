// Facts and the fields of records: what is known, what fills in for it, and what is open within which bounds.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
Value Machine::fact(std::uint32_t index) {
  Value const stored = facts_.scalars[index];
  if (!noting_ && !stored.is_open()) {
    return stored;
  }
  Unknown const unknown{UnknownKind::fact, index, 0, 0};
  note_read(unknown);
  return stored.is_open() ? open_fact(plan_.facts[index], stored, unknown) : stored;
}

Value Machine::cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) {
  Unknown const unknown{UnknownKind::cell, list, row, field};
  note_read(unknown);
  FactPlan const& plan = plan_.facts[list].fields[field];
  Value const stored = facts_.lists[list].cell(row, field);
  if (plan.key_field != kNoIndex) {
    return amount_cell(list, row, plan, unknown, stored);
  }
  return stored.is_open() ? open_fact(plan, stored, unknown) : stored;
}

// An amount of something that is measured in any unit can be neither added nor compared: it reads as open law.
Value Machine::amount_cell(std::uint32_t list, std::uint32_t row, FactPlan const& field, Unknown unknown,
                           Value stored) {
  if (stored.state == State::not_applicable) {
    return stored;
  }
  if (stored.is_open() && may_not_apply_to(field, stored)) {
    return doubt({}, leaf(unknown));
  }
  EnumPlan const& enumeration = plan_.enums[field.enumeration];
  Value const key = cell(list, row, field.key_field);
  if (key.is_known() && enumeration.any_unit[static_cast<std::size_t>(key.coefficient)]) {
    return doubt({}, leaf({UnknownKind::any_unit, field.enumeration, static_cast<std::uint32_t>(key.coefficient), 0}));
  }
  if (key.is_open() && enumeration.has_any_unit) {
    return doubt({}, cause_of(key));
  }
  return stored.is_open() ? open_fact(field, stored, unknown) : stored;
}

Value Machine::open_fact(FactPlan const& plan, Value stored, Unknown unknown) {
  if (plan.may_be_filled()) {
    if (auto const value = filled(plan, stored, unknown)) {
      return *value;
    }
  }
  bool const may_not_apply = may_not_apply_to(plan, stored);
  bool const numeric = plan.domain == Domain::whole || plan.domain == Domain::dense;
  if (may_not_apply || !numeric) {
    return doubt({}, leaf(unknown));
  }
  Interval bounds{{plan.minimum, true}, {plan.maximum, true}};
  if (stored.detail != kNoDetail) {
    bounds = intersect(bounds, facts_.ranges[stored.detail]);
  }
  if (plan.domain == Domain::whole) {
    bounds = whole_part(bounds);
  }
  if (bounds.low.value && bounds.low == bounds.high && bounds.low.included && !plan.is_moment()) {
    return Value::known(*bounds.low.value, stored.dimension);  // a range of one number
  }
  return doubt(bounds, leaf(unknown), {Form::Kind::linear, unknown, base::Decimal::of(1), {}});
}

Value Machine::is_applicable(Value value) {
  if (!value.is_open()) {
    return value.state == State::error ? value : Value::boolean(value.state != State::not_applicable);
  }
  if (doubts_[value.detail].may_be_absent || fails_at(value, value) != kNoIndex) {
    return doubt({}, cause_of(value), {}, fails_at(value, value));
  }
  std::vector<Unknown> const unknowns = unknowns_of(causes_, cause_of(value));
  bool may_not_apply = false;
  for (Unknown const& unknown : unknowns) {
    bool const is_cell = unknown.kind == UnknownKind::cell;
    if (!is_cell && unknown.kind != UnknownKind::fact) {
      continue;
    }
    FactPlan const& list = plan_.facts[unknown.index];
    Value const stored =
        is_cell ? facts_.lists[unknown.index].cell(unknown.row, unknown.field) : facts_.scalars[unknown.index];
    may_not_apply |= may_not_apply_to(is_cell ? list.fields[unknown.field] : list, stored);
  }
  return may_not_apply ? value : Value::boolean(true);
}

void Machine::note_read(Unknown unknown) {
  if (noting_ && std::find(reads_.facts.begin(), reads_.facts.end(), unknown) == reads_.facts.end()) {
    reads_.facts.push_back(unknown);
  }
}

}  // namespace hjemmel::eval
