// What the machine reads besides facts and rules: parameters, readings, and what fills a fact that is not known.
//
// Each is noted where it gives something, for `rests_on` (rests_on.h). A default fills what was not asked, a presumption what was
// asked and is not known. While the condition of a presumption is open, so is the fact, and hangs on that condition alone.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

bool holds(Interval const& range, base::Decimal number) {
  bool const above =
      range.low.value && (number < *range.low.value || (number == *range.low.value && !range.low.included));
  bool const below =
      range.high.value && (number > *range.high.value || (number == *range.high.value && !range.high.included));
  return !above && !below;
}

}  // namespace

bool Machine::is_freed(Unknown const& unknown) const {
  auto const& freed = facts_.basis.freed;
  return std::find(freed.begin(), freed.end(), unknown) != freed.end();
}

void Machine::note_basis(BasisKind kind, Unknown of) {
  BasisRead const read{kind, of};
  if (std::find(basis_reads_.begin(), basis_reads_.end(), read) == basis_reads_.end()) {
    basis_reads_.push_back(read);
  }
}

std::optional<Value> Machine::filled(FactPlan const& plan, Value stored, Unknown unknown) {
  bool const untouched = stored.state == State::not_asked && stored.detail == kNoDetail && stored.scale != kApplicable;
  if (untouched && plan.default_value.is_known() && !is_freed(unknown)) {
    note_basis(BasisKind::default_value, unknown);
    return plan.default_value;
  }
  bool const asked = stored.state == State::unknown && plan.presumption != kNoIndex;
  return asked ? presumed(plan, stored, unknown) : std::nullopt;
}

// What is known of the fact beats the presumption, also where it is a range only.
std::optional<Value> Machine::presumed(FactPlan const& plan, Value stored, Unknown unknown) {
  PresumptionPlan const& presumption = plan_.presumptions[plan.presumption];
  bool const beaten = stored.detail != kNoDetail && !holds(facts_.ranges[stored.detail], presumption.value.number());
  if (beaten) {
    return std::nullopt;
  }
  Value const condition = presumption_holds(plan.presumption);
  if (condition.is_open()) {
    Value const open = doubt({}, cause_of(condition), {}, fails_at(condition, condition));
    doubts_[open.detail].may_be_absent = may_not_apply_to(plan, stored);
    return open;
  }
  if (condition.state == State::error) {
    return condition;
  }
  if (!condition.is_true()) {
    return std::nullopt;
  }
  note_basis(BasisKind::presumption, unknown);
  return presumption.value;
}

Value Machine::presumption_holds(std::uint32_t index) {
  std::uint32_t const when = plan_.presumptions[index].when;
  if (when == kNoIndex) {
    return Value::boolean(true);
  }
  presumption_holds_.resize(plan_.presumptions.size());
  if (!presumption_holds_[index]) {
    std::vector<std::uint32_t> outside;
    outside.swap(context_);
    Value holds =
        put_as_of_ ? run_as_of(when, {}) : run(when);  // what a fact is hangs on no date of the law but the one
    holds = holds.state == State::not_applicable ? Value::boolean(false) : holds;
    outside.swap(context_);
    presumption_holds_[index] = holds;
  }
  return *presumption_holds_[index];
}

Value Machine::parameter(std::uint32_t index) {
  LawParameterPlan const& plan = plan_.parameters[index];
  if (tracing_) {
    reads_.parameters.push_back(index);
  }
  Unknown const unknown{UnknownKind::parameter, index, 0, 0};
  if (plan.value.is_known() && !is_freed(unknown)) {
    note_basis(BasisKind::parameter, unknown);
    return plan.value;
  }
  auto const assumed = assumptions_.open_law.find(unknown);
  Interval bounds = assumed == assumptions_.open_law.end() ? plan.range.value_or(Interval{}) : assumed->second;
  if (plan.domain == Domain::whole) {
    bounds = whole_part(bounds);
  }
  if (bounds.low.value && bounds.low == bounds.high) {
    return Value::known(*bounds.low.value, plan.dimension);
  }
  return doubt(bounds, leaf(unknown), {Form::Kind::linear, unknown, base::Decimal::of(1), {}});
}

Value Machine::reading(std::uint32_t index) {
  note_basis(BasisKind::reading, {UnknownKind::fact, index, 0, 0});
  auto const& taken = facts_.basis.readings;
  return run(plan_.readings[index].choices[index < taken.size() ? taken[index] : 0].block);
}

}  // namespace hjemmel::eval
