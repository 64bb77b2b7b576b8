// Effect parts: what each applied rule says, taken apart to one option at a time, and what precedence strips from it.
//
// Where `overrides` runs between rules of which either only qualifies, nothing is put out as a whole: the rule above strips
// the part of the other that clashes with its own, and an exception may so raise a bound or lift a condition.
#pragma once

#include <optional>
#include <vector>

#include "engine/eval/figures.h"

namespace hjemmel::eval {

struct GivenOption {
  std::uint32_t option = 0;
  bool also = false;  // `may also be`
};

struct OptionBound {
  std::uint32_t option = 0;
  BoundPlan bound;
  bool chosen = false;  // stands in the choice, and goes with it
};

enum class Carry : std::uint8_t { must, may, may_not };

struct CarryPart {
  std::uint32_t option = 0;
  std::uint32_t condition = 0;
  Carry carry = Carry::must;
  std::vector<BoundPlan> bounds;
  std::vector<std::uint32_t> states;
  bool chosen = false;  // from `with`
};

struct AuthorityPart {
  std::uint32_t option = 0;
  std::vector<std::string> authorities;
};

struct EffectParts {
  std::uint32_t rule = 0;
  std::optional<Modality> modality;  // of its choice
  std::vector<GivenOption> given;
  std::vector<std::uint32_t> taken;
  std::vector<OptionBound> bounds;
  std::vector<CarryPart> carries;
  std::vector<AuthorityPart> authorities;

  [[nodiscard]] bool chooses() const;  // a choice with an option left
  [[nodiscard]] bool gives(std::uint32_t option) const;
};

// The parts of the applied rules, in their order, after those above have stripped those below. `figures`: of their computed
// bounds; null where there is none.
[[nodiscard]] std::vector<EffectParts> parts_in_force(Plan const& plan, DecisionPlan const& decision,
                                                      std::vector<std::uint32_t> const& applied, Figures* figures);

// Two choices agree: modality, options, bounds and `with` conditions are equal as sets.
[[nodiscard]] bool agree(EffectParts const& left, EffectParts const& right, Figures* figures);

}  // namespace hjemmel::eval
