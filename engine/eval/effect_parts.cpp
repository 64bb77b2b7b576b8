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

EffectParts take_apart(Plan const& plan, DecisionPlan const& decision, std::uint32_t rule) {
  EffectParts parts;
  parts.rule = rule;
  if (plan.rules[rule].choice) {
    add_choice(parts, *plan.rules[rule].choice);
  }
  for (QualifierPlan const& qualifier : plan.rules[rule].qualifiers) {
    add_qualifier(parts, qualifier, static_cast<std::uint32_t>(decision.options.size()));
  }
  return parts;
}

// Of the same parameter: of the same side, or one exact, or no value meets both.
bool bounds_clash(BoundPlan const& upper, BoundPlan const& lower) {
  if (upper.parameter != lower.parameter) {
    return false;
  }
  if (upper.side == lower.side || upper.side == BoundSide::exactly || lower.side == BoundSide::exactly) {
    return true;
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

void strip_carries(EffectParts const& upper, EffectParts& lower) {
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
                           [&](auto const& b) { return bounds_clash(b, bound); });
      });
    }
  }
}

void strip(EffectParts const& upper, EffectParts& lower) {
  strip_options(upper, lower);
  strip_carries(upper, lower);
  std::erase_if(lower.bounds, [&](OptionBound const& below) {
    return std::any_of(upper.bounds.begin(), upper.bounds.end(), [&](OptionBound const& above) {
      return above.option == below.option && bounds_clash(above.bound, below.bound);
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

}  // namespace

bool EffectParts::chooses() const {
  return modality && std::any_of(given.begin(), given.end(), [](GivenOption const& option) { return !option.also; });
}

bool EffectParts::gives(std::uint32_t option) const {
  return std::any_of(given.begin(), given.end(), [option](GivenOption const& g) { return g.option == option; });
}

std::vector<EffectParts> parts_in_force(Plan const& plan, DecisionPlan const& decision,
                                        std::vector<std::uint32_t> const& applied) {
  std::vector<EffectParts> parts;
  for (std::uint32_t const rule : applied) {
    parts.push_back(take_apart(plan, decision, rule));
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
    auto const& above = plan.rules[parts[lower].rule].above;
    for (std::size_t const upper : downwards) {
      if (std::find(above.begin(), above.end(), parts[upper].rule) != above.end()) {
        strip(parts[upper], parts[lower]);
      }
    }
  }
  return parts;
}

bool agree(EffectParts const& left, EffectParts const& right) {
  return left.modality == right.modality && chosen_options(left) == chosen_options(right) &&
         chosen_bounds(left) == chosen_bounds(right) && chosen_carries(left) == chosen_carries(right);
}

}  // namespace hjemmel::eval
