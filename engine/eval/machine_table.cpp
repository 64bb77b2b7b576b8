// Tables: from keys to the class they lie in, and from there to a row's value.
//
// A key that is not known reaches several classes: comparisons with the limits between them, one after another, say which,
// and the first that stays open says where the unknown is to be split. Where every class that is left has the same row, its
// value is known; else the value lies between those of the rows.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
Value Machine::table(std::uint32_t index) {
  Value const key = pop();
  if (key.is_open()) {
    return table_of_open_key(index, key);
  }
  if (!key.is_known()) {
    return key;
  }
  return entry_value(index, static_cast<std::uint32_t>(key.coefficient));
}

Value Machine::entry_value(std::uint32_t index, std::uint32_t key) {
  if (tracing_) {
    reads_.entries.emplace_back(index, key);
  }
  TableEntry const& entry = plan_.tables[index].entries[key];
  return entry.open_law ? open_entry(index, key) : run(entry.block);
}

Value Machine::table_of_open_key(std::uint32_t index, Value key) {
  Interval const reach = bounds(key);
  TablePlan const& table = plan_.tables[index];
  if (!reach.low.value || !reach.high.value || fails_at(key, key) != kNoIndex) {
    return doubt({}, cause_of(key), {}, fails_at(key, key));
  }
  auto const first = static_cast<std::size_t>(reach.low.value->coefficient());
  auto const last = static_cast<std::size_t>(reach.high.value->coefficient());
  TableEntry const& lowest = table.entries[first];
  bool const one_row = !lowest.open_law && std::all_of(table.entries.begin() + static_cast<std::ptrdiff_t>(first),
                                                       table.entries.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                                       [&](TableEntry const& entry) {
                                                         return !entry.open_law && entry.block == lowest.block;
                                                       });
  if (one_row) {
    return entry_value(index, static_cast<std::uint32_t>(first));
  }
  bool const numeric = table.domain == Domain::whole || table.domain == Domain::dense;
  if (!numeric || table.is_amount || last - first >= kMostRowsTried) {
    return doubt({}, cause_of(key), {}, rows_fail_at(index, first, last));
  }
  Interval values;
  std::uint32_t fails = kNoIndex;
  for (std::size_t entry = first; entry <= last; ++entry) {
    bool const is_law = table.entries[entry].open_law;
    Value const value = is_law ? open_entry(index, static_cast<std::uint32_t>(entry)) : run(table.entries[entry].block);
    if (!value.is_known() && !value.is_open()) {
      return doubt({}, cause_of(key), {}, rows_fail_at(index, first, last));
    }
    fails = fails == kNoIndex ? fails_at(value, value) : fails;
    values = entry == first ? bounds(value) : hull(values, bounds(value));
  }
  return doubt(values, cause_of(key), {}, fails);
}

std::uint32_t Machine::rows_fail_at(std::uint32_t index, std::size_t first, std::size_t last) const {
  std::vector<std::uint32_t> blocks;
  for (std::size_t entry = first; entry <= last; ++entry) {
    TableEntry const& row = plan_.tables[index].entries[entry];
    if (!row.open_law && (blocks.empty() || blocks.back() != row.block)) {
      blocks.push_back(row.block);
    }
  }
  return fails_within(std::move(blocks));
}

Value Machine::open_entry(std::uint32_t index, std::uint32_t key) {
  TablePlan const& table = plan_.tables[index];
  Unknown const unknown{UnknownKind::open_law, index, key, 0};
  bool const numeric = table.domain == Domain::whole || table.domain == Domain::dense;
  if (table.is_amount && plan_.enums[table.enumeration].any_unit[key]) {
    return doubt({}, leaf(unknown));
  }
  auto const assumed = assumptions_.open_law.find(unknown);
  if (assumed == assumptions_.open_law.end()) {
    return numeric ? doubt(at_least({}), leaf(unknown), {Form::Kind::linear, unknown, base::Decimal::of(1), {}})
                   : doubt({}, leaf(unknown));
  }
  Interval const& bounds = assumed->second;
  if (bounds.low.value && bounds.low == bounds.high) {
    return Value::known(*bounds.low.value);
  }
  return doubt(bounds, leaf(unknown), {Form::Kind::linear, unknown, base::Decimal::of(1), {}});
}

// The one number of a combination of classes. Not applicable is passed on before an error, as in arithmetic.
Value Machine::classify(Classifier const& classifier) {
  std::size_t const count = classifier.keys.size();
  std::vector<Value> keys(stack_.end() - static_cast<std::ptrdiff_t>(count), stack_.end());
  stack_.resize(stack_.size() - count);
  Value so_far = Value::known({});
  for (std::size_t i = 0; i < count; ++i) {
    KeyPlan const& plan = classifier.keys[i];
    Value const own = class_of(plan, keys[i]);
    if (auto const value = passed_on(so_far, own)) {
      so_far = *value;
      continue;
    }
    auto const factor = base::Decimal::of(plan.classes);
    if (so_far.is_known() && own.is_known()) {
      so_far = Value::known(base::Decimal::of(so_far.coefficient * plan.classes + own.coefficient));
      continue;
    }
    Interval const combined = eval::add(eval::multiply(bounds(so_far), factor), bounds(own));
    so_far = doubt(combined, join(cause_of(so_far), cause_of(own)), {}, fails_at(so_far, own));
  }
  return so_far;
}

Value Machine::class_of(KeyPlan const& plan, Value key) {
  if (plan.by_value || !(key.is_known() || key.is_open())) {
    return key;
  }
  if (key.is_open()) {
    return class_of_open(plan, key);
  }
  base::Decimal const number = key.number();
  auto const behind = std::partition_point(plan.cuts.begin(), plan.cuts.end(), [&](CutPlan const& cut) {
    return number > cut.at || (number == cut.at && !cut.included);
  });
  return Value::known(base::Decimal::of(behind - plan.cuts.begin()));
}

// Of a key without bounds or form it is not known that it applies, so its class has no bounds either.
Value Machine::class_of_open(KeyPlan const& plan, Value key) {
  std::int64_t low = 0;
  auto high = static_cast<std::int64_t>(plan.cuts.size());
  std::uint32_t cause = kNoIndex;
  for (std::size_t i = 0; i < plan.cuts.size(); ++i) {
    CutPlan const& cut = plan.cuts[i];
    Opcode const opcode = cut.included ? Opcode::less_equal : Opcode::less;
    Value const before = compare_open(opcode, cut.comparison, key, Value::known(cut.at));
    if (before.state == State::error) {
      return before;
    }
    if (before.is_true()) {
      high = static_cast<std::int64_t>(i);
      break;
    }
    if (before.is_false()) {
      low = static_cast<std::int64_t>(i) + 1;
      cause = kNoIndex;
    } else if (cause == kNoIndex) {
      cause = cause_of(before);
    }
  }
  bool const applies = bounds(key).low.value || bounds(key).high.value || form_of(key).kind != Form::Kind::none;
  if (low == high && (applies || !plan.cuts.empty())) {
    return Value::known(base::Decimal::of(low));
  }
  cause = cause == kNoIndex ? cause_of(key) : cause;
  Interval const reach{{base::Decimal::of(low), true}, {base::Decimal::of(high), true}};
  return doubt(applies ? reach : Interval{}, cause, {}, fails_at(key, key));
}

}  // namespace hjemmel::eval
