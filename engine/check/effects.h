// Effects of rules: options, conditions and bounds, each resolved against what the decision's enumeration and conditions declare.
#pragma once

#include <optional>

#include "engine/check/workbench.h"

namespace hjemmel::check {

class Effects {
 public:
  Effects(Workbench& bench, ir::DecisionId decision) : bench_(bench), decision_(decision) {}

  [[nodiscard]] ir::Choice choice(syntax::EffectView effect);
  // `option`: the one that the rule is `on`, if any. Nothing when a message says why.
  [[nodiscard]] std::optional<ir::Qualifier> qualifier(syntax::EffectView effect, std::optional<std::uint32_t> option);

 private:
  [[nodiscard]] ir::EnumId options() const { return bench_.program.decisions[decision_.index].options; }
  [[nodiscard]] ir::Decision const& decision() const { return bench_.program.decisions[decision_.index]; }
  // Where computed there is no written figure.
  struct BoundValue {
    base::Decimal written;
    ir::ExprId computed;
  };

  void refuse_bounds(syntax::UseView use);
  ir::OptionUses option_uses(syntax::EffectView effect);
  ir::OptionUses figure_use(syntax::EffectView effect);
  std::optional<std::uint32_t> option(syntax::UseView use, ir::OptionUses const& before, bool is_last);
  // combination.cpp: the ordinal of the option that is all of these together, made where it is new.
  std::optional<std::uint32_t> combination(std::vector<std::uint32_t> parts, source::Span span);
  void warn_of_nobody(std::vector<std::uint32_t> const& parts, source::Span span);
  bool add_parameters(ir::EnumValue& combined, ir::EnumValue const& part, source::Span span);
  std::optional<ir::ConditionUse> condition_use(syntax::UseView use);
  std::vector<ir::Bound> bounds(syntax::View written, std::vector<ir::Parameter> const& parameters,
                                std::string const& owner);
  std::optional<BoundValue> bound_value(syntax::BoundView bound, ir::Type const& type);
  std::optional<std::uint32_t> parameter(syntax::NameView name, std::vector<ir::Parameter> const& parameters,
                                         std::string const& owner);

  Workbench& bench_;
  ir::DecisionId decision_;
};

}  // namespace hjemmel::check
