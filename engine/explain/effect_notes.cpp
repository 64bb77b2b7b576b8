// The shapes of the program's effects are those of outcomes, so that one text is written of both.
#include "engine/explain/effect_notes.h"

#include "engine/base/check.h"

namespace hjemmel::explain {
namespace {

EffectKind kind_of(ir::Modality modality) {
  switch (modality) {
    case ir::Modality::is:
      return EffectKind::is;
    case ir::Modality::normally_is:
      return EffectKind::normally_is;
    case ir::Modality::should_be:
      return EffectKind::should_be;
    case ir::Modality::may_be:
      return EffectKind::may_be;
  }
  base::fail_check("a modality of the enumeration", __FILE__, __LINE__);
}

EffectKind kind_of(ir::QualifierKind kind) {
  switch (kind) {
    case ir::QualifierKind::may_also_be:
      return EffectKind::may_also_be;
    case ir::QualifierKind::may_not_be:
      return EffectKind::may_not_be;
    case ir::QualifierKind::must_carry:
      return EffectKind::must_carry;
    case ir::QualifierKind::may_carry:
      return EffectKind::may_carry;
    case ir::QualifierKind::may_not_carry:
      return EffectKind::may_not_carry;
    case ir::QualifierKind::bound:
      return EffectKind::bound;
    case ir::QualifierKind::decided_by:
      return EffectKind::decided_by;
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

class EffectReader {
 public:
  EffectReader(ir::Program const& program, ir::Rule const& rule)
      : program_(program), options_(program.enums[program.decisions[rule.decision.index].options.index].values) {}

  EffectNote choice(ir::Choice const& choice) const {
    EffectNote note{kind_of(choice.modality), {}, options(choice.options), {}, {}};
    for (ir::ConditionUse const& use : choice.with) {
      note.carries.push_back(condition(use, eval::Force::must_carry));
    }
    return note;
  }

  EffectNote qualifier(ir::Qualifier const& qualifier) const {
    EffectNote note{kind_of(qualifier.kind), {}, options(qualifier.options), {}, qualifier.authorities};
    if (qualifier.option) {
      note.on = options_[*qualifier.option].name;
    }
    if (qualifier.condition) {
      bool const must = qualifier.kind == ir::QualifierKind::must_carry;
      note.carries.push_back(condition(*qualifier.condition, must ? eval::Force::must_carry : eval::Force::may_carry));
    }
    return note;
  }

 private:
  std::string unit_of(base::Dimension dimension) const {
    return dimension.code >= base::kFirstDeclaredDimension
               ? program_.units[dimension.code - base::kFirstDeclaredDimension].name
               : "";
  }

  // Of an expression that is a parameter's figure alone; none: it hangs on the case.
  std::optional<base::Decimal> value_of(ir::Expr const& expr) const {
    return expr.op == ir::ExprOp::parameter ? program_.parameters[expr.index].value : std::nullopt;
  }

  // One bound a parameter: both sides of it may be said.
  std::vector<eval::ParameterBound> bounds(std::vector<ir::Bound> const& bounds,
                                           std::vector<ir::Parameter> const& parameters) const {
    std::vector<eval::ParameterBound> notes;
    for (ir::Bound const& bound : bounds) {
      ir::Parameter const& parameter = parameters[bound.parameter];
      if (notes.empty() || notes.back().parameter != parameter.name) {
        eval::ParameterBound& note = notes.emplace_back();
        note.parameter = parameter.name;
        note.dimension = parameter.type.dimension;
        note.unit = unit_of(parameter.type.dimension);
        note.calendar = parameter.type.kind == ir::TypeKind::date ? eval::Calendar::date : eval::Calendar::none;
      }
      auto& side = bound.kind == ir::BoundKind::exactly    ? notes.back().exactly
                   : bound.kind == ir::BoundKind::at_least ? notes.back().at_least
                                                           : notes.back().at_most;
      side = bound.computed.has_value() ? value_of(program_.exprs[bound.computed.index]) : bound.value;
    }
    return notes;
  }

  std::vector<eval::OutcomeOption> options(ir::OptionUses const& uses) const {
    std::vector<eval::OutcomeOption> notes;
    for (ir::OptionUse const& use : uses) {
      ir::EnumValue const& value = options_[use.value];
      notes.push_back({value.name, eval::Modality::is, value.authorities, bounds(use.bounds, value.parameters), {}});
    }
    return notes;
  }

  eval::OutcomeCondition condition(ir::ConditionUse const& use, eval::Force force) const {
    ir::Condition const& condition = program_.conditions[use.condition.index];
    eval::OutcomeCondition note{condition.name, force, bounds(use.bounds, condition.parameters), {}};
    for (std::uint32_t const parameter : use.states) {
      note.states.push_back(condition.parameters[parameter].name);
    }
    return note;
  }

  ir::Program const& program_;
  std::vector<ir::EnumValue> const& options_;
};

}  // namespace

std::vector<EffectNote> effects_of(ir::Program const& program, ir::Rule const& rule) {
  EffectReader const reader(program, rule);
  std::vector<EffectNote> notes;
  if (rule.choice) {
    notes.push_back(reader.choice(*rule.choice));
  }
  for (ir::Qualifier const& qualifier : rule.qualifiers) {
    notes.push_back(reader.qualifier(qualifier));
  }
  return notes;
}

}  // namespace hjemmel::explain
