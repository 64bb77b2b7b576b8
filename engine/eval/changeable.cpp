// Which facts may differ, what each is now, and how it stands open.
#include "engine/eval/changeable.h"

#include <algorithm>

#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

class Finder {
 public:
  Finder(Plan const& plan, Case const& facts, LawChoice choice)
      : plan_(plan),
        facts_(facts),
        at_act_(plan, facts, nothing_, false, choice == LawChoice::at_decision ? Law::at_decision : Law::at_act),
        at_decision_(plan, facts, nothing_, false, choice == LawChoice::milder ? Law::at_decision : Law::at_act) {}

  std::vector<Changeable> run() {
    for (std::uint32_t at = 0; at < plan_.facts.size(); ++at) {
      FactPlan const& fact = plan_.facts[at];
      if (fact.domain == Domain::list) {
        add_cells(at);
      } else if (fact.open_law.empty()) {
        add({UnknownKind::fact, at, 0, 0}, fact, facts_.scalars[at]);
      }
    }
    return std::move(found_);
  }

 private:
  void add_cells(std::uint32_t list) {
    FactPlan const& plan = plan_.facts[list];
    ListFact const& stored = facts_.lists[list];
    for (std::uint32_t row = 0; !plan.fixed && row < stored.rows; ++row) {
      std::size_t const first = found_.size();
      for (std::uint32_t field = 0; field < plan.fields.size(); ++field) {
        add({UnknownKind::cell, list, row, field}, plan.fields[field], stored.cell(row, field));
      }
      give_dimensions(list, row, first);
    }
  }

  void add(Unknown place, FactPlan const& fact, Value stored) {
    if (fact.fixed) {
      return;
    }
    if (stored.is_known() || stored.state == State::not_applicable) {
      found_.push_back({place, &fact, stored, {}});
      return;
    }
    bool const untouched = stored.detail == kNoDetail && stored.scale != kApplicable;
    if (stored.state == State::not_asked && untouched && fact.default_value.is_known()) {
      found_.push_back({place, &fact, fact.default_value, std::string(basis_name(BasisKind::default_value))});
    } else if (stored.state == State::unknown && fact.presumption != kNoIndex) {
      Value const presumed = at_act_.fact(place.index);
      if (presumed.is_known() && at_decision_.fact(place.index).is_known()) {
        Interval const within = stored.detail == kNoDetail ? Interval{} : facts_.ranges[stored.detail];
        found_.push_back({place, &fact, presumed, std::string(basis_name(BasisKind::presumption)), within});
      }
    }
  }

  // An amount that does not apply can only come to be one where it is known what it is an amount of.
  void give_dimensions(std::uint32_t list, std::uint32_t row, std::size_t first) {
    for (std::size_t at = found_.size(); at-- > first;) {
      Changeable& amount = found_[at];
      if (amount.fact->key_field == kNoIndex) {
        continue;
      }
      Value const key = facts_.lists[list].cell(row, amount.fact->key_field);
      for (std::size_t other = first; other < found_.size(); ++other) {
        if (found_[other].place.field == amount.fact->key_field) {
          amount.key = static_cast<std::uint32_t>(other);
        }
      }
      if (!amount.present.is_known() && !key.is_known()) {
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
  }

  Plan const& plan_;
  Case const& facts_;
  Assumptions const nothing_;
  Machine at_act_;
  Machine at_decision_;
  std::vector<Changeable> found_;
};

// The same dimension as now, unless what it is an amount of is open too.
Value open_value(Plan const& plan, Case const& facts, Changeable const& changed, bool key_is_open) {
  Value open = Value::of(State::not_asked);
  if (!changed.filled_by.empty()) {
    open.detail = stored_value(facts, changed.place).detail;
  }
  if (changed.fact->key_field == kNoIndex || key_is_open) {
    return open;
  }
  Unknown key = changed.place;
  key.field = changed.fact->key_field;
  Value const of = stored_value(facts, key);
  open.dimension = changed.present.dimension;
  if (!changed.present.is_known() && of.is_known()) {
    open.dimension = plan.enums[changed.fact->enumeration].dimensions[static_cast<std::size_t>(of.coefficient)];
  }
  return open;
}

}  // namespace

bool contains(FactSet const& set, std::uint32_t fact) { return std::binary_search(set.begin(), set.end(), fact); }

std::vector<Changeable> changeable_facts(Plan const& plan, Case const& facts, LawChoice choice) {
  return Finder(plan, facts, choice).run();
}

Value const& stored_value(Case const& facts, Unknown const& place) {
  return place.kind == UnknownKind::cell ? facts.lists[place.index].cell(place.row, place.field)
                                         : facts.scalars[place.index];
}

Value& stored_value(Case& facts, Unknown const& place) {
  return place.kind == UnknownKind::cell ? facts.lists[place.index].cell(place.row, place.field)
                                         : facts.scalars[place.index];
}

Case left_open(Plan const& plan, Case const& facts, std::vector<Changeable> const& all, FactSet const& set) {
  Case open = facts;
  for (std::uint32_t const at : set) {
    Changeable const& changed = all[at];
    bool const key_is_open = changed.key != kNoIndex && contains(set, changed.key);
    stored_value(open, changed.place) = open_value(plan, facts, changed, key_is_open);
    open.basis.freed.push_back(changed.place);
  }
  return open;
}

}  // namespace hjemmel::eval
