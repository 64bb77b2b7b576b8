// Taking effects apart, and stripping.
#include "engine/eval/effect_parts.h"

#include <algorithm>
#include <tuple>

namespace hjemmel::eval {
namespace {

void add_choice(EffectParts& parts, ChoicePlan const& choice) {
  parts.modality = choice.modality;
  for (OptionUse const& use : choice.options) {
    parts.given.push_back({use.value, false});
    for (BoundPlan const& bound : use.bounds) {
      parts.bounds.push_back({use.value, bound, true});
    }
    for (ConditionUse const& with : choice.with) {
      parts.carries.push_back({use.value, with.condition, Carry::must, with.bounds, with.states, true});
    }
  }
}

Carry carry_of(QualifierKind kind) {
  return kind == QualifierKind::must_carry  ? Carry::must
         : kind == QualifierKind::may_carry ? Carry::may
                                            : Carry::may_not;
}

void add_qualifier(EffectParts& parts, QualifierPlan const& qualifier, std::uint32_t options) {
  switch (qualifier.kind) {
    case QualifierKind::may_also_be:
    case QualifierKind::bound:
      for (OptionUse const& use : qualifier.options) {
        if (qualifier.kind == QualifierKind::may_also_be) {
          parts.given.push_back({use.value, true});
        }
        for (BoundPlan const& bound : use.bounds) {
          parts.bounds.push_back({use.value, bound, false});
        }
      }
      return;
    case QualifierKind::may_not_be:
      for (OptionUse const& use : qualifier.options) {
        parts.taken.push_back(use.value);
      }
      return;
    default:
      break;
  }
  std::uint32_t const first = qualifier.option == kNoIndex ? 0 : qualifier.option;
  std::uint32_t const end = qualifier.option == kNoIndex ? options : qualifier.option + 1;
  for (std::uint32_t option = first; option < end; ++option) {
    if (qualifier.kind == QualifierKind::decided_by) {
      parts.authorities.push_back({option, qualifier.authorities});
    } else {
      ConditionUse const& use = *qualifier.condition;
      parts.carries.push_back({option, use.condition, carry_of(qualifier.kind), use.bounds, use.states, false});
    }
  }
}

// With their figures, where those are known.
void settle_bounds(EffectParts& parts, Figures const& figures) {
  for (OptionBound& bound : parts.bounds) {
    bound.bound = figures.settled(bound.bound);
  }
  for (CarryPart& carry : parts.carries) {
    for (BoundPlan& bound : carry.bounds) {
      bound = figures.settled(bound);
    }
  }
}

EffectParts take_apart(Plan const& plan, DecisionPlan const& decision, std::uint32_t rule) {
  EffectParts parts;
  parts.rule = rule;
  if (ChoicePlan const* choice = plan.of(plan.rules[rule].choice)) {
    add_choice(parts, *choice);
  }
  for (QualifierPlan const& qualifier : *plan.rules[rule].qualifiers) {
    add_qualifier(parts, qualifier, static_cast<std::uint32_t>(plan.of(decision.options).size()));
  }
  return parts;
}

// Of the same parameter: of the same side, or one exact, or no value meets both.
bool bounds_clash(BoundPlan const& upper, BoundPlan const& lower, Figures* figures) {
  if (upper.parameter != lower.parameter) {
    return false;
  }
  if (upper.side == lower.side || upper.side == BoundSide::exactly || lower.side == BoundSide::exactly) {
    return true;
  }
  if (figures != nullptr) {
    return exclude(upper, lower, *figures);
  }
  base::Decimal const least = upper.side == BoundSide::at_least ? upper.value : lower.value;
  base::Decimal const most = upper.side == BoundSide::at_most ? upper.value : lower.value;
  return least > most;
}

void strip_options(EffectParts const& upper, EffectParts& lower) {
  for (std::uint32_t const option : upper.taken) {
    std::erase_if(lower.given, [&](GivenOption const& given) { return given.option == option; });
    std::erase_if(lower.bounds, [&](OptionBound const& bound) { return bound.option == option && bound.chosen; });
    std::erase_if(lower.carries, [&](CarryPart const& carry) { return carry.option == option && carry.chosen; });
  }
  std::erase_if(lower.taken, [&](std::uint32_t option) { return upper.gives(option); });
}

void strip_carries(EffectParts const& upper, EffectParts& lower, Figures* figures) {
  for (CarryPart const& above : upper.carries) {
    std::erase_if(lower.carries, [&](CarryPart const& below) {
      return below.option == above.option && below.condition == above.condition && below.carry != above.carry;
    });
    for (CarryPart& below : lower.carries) {
      if (below.option != above.option || below.condition != above.condition) {
        continue;
      }
      std::erase_if(below.bounds, [&](BoundPlan const& bound) {
        return std::any_of(above.bounds.begin(), above.bounds.end(),
                           [&](auto const& b) { return bounds_clash(b, bound, figures); });
      });
    }
  }
}

void strip(EffectParts const& upper, EffectParts& lower, Figures* figures) {
  strip_options(upper, lower);
  strip_carries(upper, lower, figures);
  std::erase_if(lower.bounds, [&](OptionBound const& below) {
    return std::any_of(upper.bounds.begin(), upper.bounds.end(), [&](OptionBound const& above) {
      return above.option == below.option && bounds_clash(above.bound, below.bound, figures);
    });
  });
}

using BoundKey = std::tuple<std::uint32_t, BoundSide, base::Decimal>;

std::vector<BoundKey> keys_of(std::vector<BoundPlan> const& bounds) {
  std::vector<BoundKey> keys;
  for (BoundPlan const& bound : bounds) {
    keys.emplace_back(bound.parameter, bound.side, bound.value);
  }
  return keys;
}

template <class T>
std::vector<T> as_set(std::vector<T> items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

auto chosen_options(EffectParts const& parts) {
  std::vector<std::uint32_t> options;
  for (GivenOption const& given : parts.given) {
    if (!given.also) {
      options.push_back(given.option);
    }
  }
  return as_set(std::move(options));
}

auto chosen_bounds(EffectParts const& parts) {
  std::vector<std::pair<std::uint32_t, BoundKey>> bounds;
  for (OptionBound const& bound : parts.bounds) {
    if (bound.chosen) {
      bounds.emplace_back(bound.option, keys_of({bound.bound}).front());
    }
  }
  return as_set(std::move(bounds));
}

auto chosen_carries(EffectParts const& parts) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::vector<BoundKey>, std::vector<std::uint32_t>>> carries;
  for (CarryPart const& carry : parts.carries) {
    if (carry.chosen) {
      carries.emplace_back(carry.option, carry.condition, as_set(keys_of(carry.bounds)), as_set(carry.states));
    }
  }
  return as_set(std::move(carries));
}

// ---- agreement where figures are open

struct PlacedBound {
  std::uint32_t option = 0;
  std::uint32_t condition = kNoIndex;  // none: of the option
  BoundPlan bound;
};

std::vector<PlacedBound> placed_bounds(EffectParts const& parts) {
  std::vector<PlacedBound> placed;
  for (OptionBound const& bound : parts.bounds) {
    if (bound.chosen) {
      placed.push_back({bound.option, kNoIndex, bound.bound});
    }
  }
  for (CarryPart const& carry : parts.carries) {
    for (BoundPlan const& bound : carry.chosen ? carry.bounds : std::vector<BoundPlan>{}) {
      placed.push_back({carry.option, carry.condition, bound});
    }
  }
  return placed;
}

auto carries_without_bounds(EffectParts const& parts) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::vector<std::uint32_t>>> carries;
  for (CarryPart const& carry : parts.carries) {
    if (carry.chosen) {
      carries.emplace_back(carry.option, carry.condition, as_set(carry.states));
    }
  }
  return as_set(std::move(carries));
}

// Each of the bounds has its equal among the others.
bool each_has_equal(std::vector<PlacedBound> const& bounds, std::vector<PlacedBound> const& others, Figures& figures) {
  return std::all_of(bounds.begin(), bounds.end(), [&](PlacedBound const& one) {
    auto best = Figures::Likeness::different;
    PlacedBound const* nearest = nullptr;
    for (PlacedBound const& other : others) {
      bool const comparable = other.option == one.option && other.condition == one.condition &&
                              other.bound.parameter == one.bound.parameter && other.bound.side == one.bound.side;
      auto const likeness = comparable ? figures.likeness(one.bound, other.bound) : Figures::Likeness::different;
      if (likeness > best) {
        best = likeness;
        nearest = &other;
      }
    }
    if (best == Figures::Likeness::unclear) {
      figures.note_unclear(one.bound, nearest->bound);
    }
    return best != Figures::Likeness::different;
  });
}

bool has_open_bound(EffectParts const& parts) {
  auto const placed = placed_bounds(parts);
  return std::any_of(placed.begin(), placed.end(), [](PlacedBound const& one) { return is_open(one.bound); });
}

bool bounds_agree(EffectParts const& left, EffectParts const& right, Figures& figures) {
  auto const one = placed_bounds(left);
  auto const other = placed_bounds(right);
  return carries_without_bounds(left) == carries_without_bounds(right) && each_has_equal(one, other, figures) &&
         each_has_equal(other, one, figures);
}

}  // namespace

bool EffectParts::chooses() const {
  return modality && std::any_of(given.begin(), given.end(), [](GivenOption const& option) { return !option.also; });
}

bool EffectParts::gives(std::uint32_t option) const {
  return std::any_of(given.begin(), given.end(), [option](GivenOption const& g) { return g.option == option; });
}

std::vector<EffectParts> parts_in_force(Plan const& plan, DecisionPlan const& decision,
                                        std::vector<std::uint32_t> const& applied, Figures* figures) {
  std::vector<EffectParts> parts;
  for (std::uint32_t const rule : applied) {
    parts.push_back(take_apart(plan, decision, rule));
    if (figures != nullptr) {
      settle_bounds(parts.back(), *figures);
    }
  }
  // From the top down: with fewer rules above it a rule comes before all that it stands above.
  std::vector<std::size_t> downwards(parts.size());
  for (std::size_t i = 0; i < downwards.size(); ++i) {
    downwards[i] = i;
  }
  std::sort(downwards.begin(), downwards.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(plan.rules[parts[a].rule].above.size(), a) < std::pair(plan.rules[parts[b].rule].above.size(), b);
  });
  for (std::size_t const lower : downwards) {
    auto const above = plan.of(plan.rules[parts[lower].rule].above);
    for (std::size_t const upper : downwards) {
      if (std::find(above.begin(), above.end(), parts[upper].rule) != above.end()) {
        strip(parts[upper], parts[lower], figures);
      }
    }
  }
  return parts;
}

bool agree(EffectParts const& left, EffectParts const& right, Figures* figures) {
  if (left.modality != right.modality || chosen_options(left) != chosen_options(right)) {
    return false;
  }
  if (figures != nullptr && (has_open_bound(left) || has_open_bound(right))) {
    return bounds_agree(left, right, *figures);
  }
  return chosen_bounds(left) == chosen_bounds(right) && chosen_carries(left) == chosen_carries(right);
}

}  // namespace hjemmel::eval
