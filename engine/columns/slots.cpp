// By the type of a fact, the narrowest width that its schema allows.
#include "engine/columns/slots.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

// So that sums and products of two slots cannot overflow unseen.
constexpr std::int64_t kMostStored = 1'000'000'000'000'000;
constexpr int kDenseScale = 6;

// An end of the schema's range in whole multiples of 10^-scale, rounded inwards; `otherwise` where there is none or it is far out.
std::int64_t end_of(std::optional<base::Decimal> const& end, int scale, bool is_most, std::int64_t otherwise) {
  if (!end) {
    return otherwise;
  }
  std::optional<base::Decimal> const shifted = base::shift(*end, scale);
  if (!shifted) {
    return otherwise;
  }
  std::int64_t value = shifted->coefficient();
  for (int digit = 0; digit < shifted->scale(); ++digit) {
    std::int64_t const part = value % 10;
    value = value / 10 + (is_most && part < 0 ? -1 : 0) + (!is_most && part > 0 ? 1 : 0);
  }
  return std::clamp(value, -kMostStored, kMostStored);
}

Slot between(std::int64_t least, std::int64_t most, int scale = 0) {
  return {narrowest(least, most), scale, least, most};
}

Slot number_slot(eval::FactPlan const& fact, int scale) {
  std::int64_t const least = end_of(fact.minimum, scale, false, -kMostStored);
  std::int64_t const most = end_of(fact.maximum, scale, true, kMostStored);
  return between(std::min(least, most), most, scale);
}

Slot date_slot(eval::FactPlan const& fact) {
  std::int64_t const least = end_of(fact.minimum, 0, false, INT32_MIN);
  std::int64_t const most = end_of(fact.maximum, 0, true, INT32_MAX);
  return {Width::i32, 0, std::min(least, most), most};
}

std::optional<Slot> slot_of(eval::Plan const& plan, eval::FactPlan const& fact) {
  switch (fact.domain) {
    case eval::Domain::boolean:
      return between(0, 1);
    case eval::Domain::enumeration:
      return between(0, static_cast<std::int64_t>(plan.enums[fact.enumeration].values.size()) - 1);
    case eval::Domain::whole:
      if (fact.calendar == eval::Calendar::date) {
        return date_slot(fact);
      }
      return fact.is_moment() ? std::nullopt : std::optional(number_slot(fact, 0));
    case eval::Domain::dense:
      return fact.is_moment() ? std::nullopt : std::optional(number_slot(fact, kDenseScale));
    case eval::Domain::text:
    case eval::Domain::list:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Slots slots_of(eval::Plan const& plan) {
  Slots slots;
  for (eval::FactPlan const& fact : plan.facts) {
    slots.scalars.push_back(slot_of(plan, fact));
    slots.fields.emplace_back();
    for (eval::FactPlan const& field : fact.fields) {
      slots.fields.back().push_back(slot_of(plan, field));
    }
  }
  return slots;
}

std::optional<std::int64_t> stored(Slot const& slot, std::int64_t coefficient, int scale) {
  for (; scale > slot.scale; --scale) {
    if (coefficient % 10 != 0) {
      return std::nullopt;
    }
    coefficient /= 10;
  }
  for (; scale < slot.scale; ++scale) {
    if (coefficient > kMostStored / 10 || coefficient < -kMostStored / 10) {
      return std::nullopt;
    }
    coefficient *= 10;
  }
  return coefficient >= slot.least && coefficient <= slot.most ? std::optional(coefficient) : std::nullopt;
}

}  // namespace hjemmel::columns
