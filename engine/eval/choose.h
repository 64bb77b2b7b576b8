// Choose: from the rules that apply to the conclusion: the options that are left, with modality, authorities, bounds, conditions.
//
// Choosing effects must agree or they conflict; qualifying effects then add, take away and bound. Clashes that no `overrides`
// settles are a conflict that names the rules, never resolved in silence. Tested in tests/unit/eval/choose_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "engine/eval/figures.h"
#include "engine/eval/outcome.h"

namespace hjemmel::eval {

struct Resolution;

struct ChosenOption {
  std::uint32_t ordinal = 0;
  OutcomeOption option;

  friend bool operator==(ChosenOption const&, ChosenOption const&) = default;
};

struct Conclusion {
  Status status = Status::no_rule;
  std::optional<Modality> modality;
  std::vector<ChosenOption> options;  // by ordinal
  std::vector<std::uint32_t>
      rules;  // decided: those that contributed; conflict: those that clash; no_rule: all. Written order

  // The same outcome, though perhaps by other rules.
  [[nodiscard]] bool is_like(Conclusion const& other) const {
    return status == other.status && modality == other.modality && options == other.options;
  }
};

// `applied`: indexes into Plan::rules, in written order. `figures`: of their computed bounds; null where they have none. What
// it notes there as unclear the conclusion hangs on, and says nothing then.
[[nodiscard]] Conclusion choose(Plan const& plan, std::uint32_t decision, std::vector<std::uint32_t> const& applied,
                                Figures* figures = nullptr);

// The same outcome, whatever its open figures come to.
[[nodiscard]] bool are_alike_but_for_ranges(Conclusion const& left, Conclusion const& right);

// A decided conclusion that is one rule's alone: it chooses this option, and says nothing else.
struct PlainChoice {
  std::uint32_t rule = 0;
  std::uint32_t option = 0;
};

// The option that a rule chooses by itself; nothing where it says anything else.
[[nodiscard]] std::optional<std::size_t> plainly_said(Plan const& plan, std::uint32_t rule);

// Of a settled resolution, where it comes to that, as it does for most services; `conclude` says the same, with its words.
[[nodiscard]] std::optional<PlainChoice> plainly_chosen(Plan const& plan, std::uint32_t decision,
                                                        Resolution const& resolution);

// Of a settled resolution: not applicable, error, or what `choose` says.
[[nodiscard]] Conclusion conclude(Plan const& plan, std::uint32_t decision, Resolution const& resolution);

}  // namespace hjemmel::eval
