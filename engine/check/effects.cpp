// Reading choices and qualifiers.
#include "engine/check/effects.h"

#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/ir/bounds.h"
#include "engine/ir/measure.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

ir::Modality modality_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::then_is:
      return ir::Modality::is;
    case NodeKind::then_normally_is:
      return ir::Modality::normally_is;
    case NodeKind::then_should_be:
      return ir::Modality::should_be;
    default:
      return ir::Modality::may_be;
  }
}

ir::QualifierKind qualifier_kind(NodeKind kind) {
  switch (kind) {
    case NodeKind::then_may_also_be:
      return ir::QualifierKind::may_also_be;
    case NodeKind::then_may_not_be:
      return ir::QualifierKind::may_not_be;
    case NodeKind::then_must_carry:
      return ir::QualifierKind::must_carry;
    case NodeKind::then_may_carry:
      return ir::QualifierKind::may_carry;
    case NodeKind::then_may_not_carry:
      return ir::QualifierKind::may_not_carry;
    case NodeKind::then_bounds:
      return ir::QualifierKind::bound;
    default:
      return ir::QualifierKind::decided_by;
  }
}

ir::BoundKind bound_kind(NodeKind kind) {
  return kind == NodeKind::bound_at_most    ? ir::BoundKind::at_most
         : kind == NodeKind::bound_at_least ? ir::BoundKind::at_least
                                            : ir::BoundKind::exactly;
}

}  // namespace

ir::Choice Effects::choice(syntax::EffectView effect) {
  ir::Choice choice;
  choice.modality = modality_of(effect.kind());
  choice.options = decision().of_figure ? figure_use(effect) : option_uses(effect);
  if (effect.with()) {
    for (syntax::UseView const use : syntax::all_of<syntax::UseView>(effect.with(), NodeKind::condition_use)) {
      if (auto condition = condition_use(use)) {
        choice.with.push_back(std::move(*condition));
      }
    }
  }
  return choice;
}

std::optional<ir::Qualifier> Effects::qualifier(syntax::EffectView effect, std::optional<std::uint32_t> option) {
  ir::Qualifier qualifier;
  qualifier.kind = qualifier_kind(effect.kind());
  qualifier.option = option;
  bool const about_options = qualifier.kind == ir::QualifierKind::may_also_be ||
                             qualifier.kind == ir::QualifierKind::may_not_be ||
                             qualifier.kind == ir::QualifierKind::bound;
  if (about_options && decision().of_figure) {
    bench_.sink.add(diag::Kind::figure_without_options, effect.span(),
                    "`" + decision().name + "` is a figure, and has no options to add, take away or bound",
                    "say the figure: `then " + decision().name + " is the lesser of … and …`");
    return std::nullopt;
  }
  switch (qualifier.kind) {
    case ir::QualifierKind::may_also_be:
    case ir::QualifierKind::may_not_be:
      qualifier.options = option_uses(effect);
      if (qualifier.kind == ir::QualifierKind::may_not_be) {
        for (syntax::UseView const use : effect.options()) {
          refuse_bounds(use);
        }
      }
      return qualifier;
    case ir::QualifierKind::decided_by:
      for (syntax::NodeRef const name : effect.authorities()) {
        qualifier.authorities.emplace_back(effect.tree->text(name));
      }
      return qualifier;
    case ir::QualifierKind::bound: {
      if (!option) {
        bench_.sink.add(diag::Kind::missing_clause, effect.span(), "it is not said which option these bounds are on",
                        "write `rule … on` the decision and the option");
        return std::nullopt;
      }
      ir::EnumValue const value = bench_.program.enums[options().index].values[*option];
      qualifier.options.push_back({*option, bounds(effect.bounds(), value.parameters, value.name)});
      return qualifier;
    }
    default:
      qualifier.condition = condition_use(effect.condition());
      if (qualifier.kind == ir::QualifierKind::may_not_carry) {
        refuse_bounds(effect.condition());
      }
      return qualifier.condition ? std::optional(std::move(qualifier)) : std::nullopt;
  }
}

// What may not be has nothing to be bounded.
void Effects::refuse_bounds(syntax::UseView use) {
  if (use.bounds()) {
    bench_.sink.add(diag::Kind::bound_mismatch, use.bounds().span(),
                    "`" + std::string(use.name().text()) + "` is ruled out here, so nothing of it can be bounded",
                    "take the braces away, or bound it where it is allowed");
  }
}

// `credit is ordinary - 100 kr`; a name alone has been read as an option.
ir::OptionUses Effects::figure_use(syntax::EffectView effect) {
  ir::Type const type = ir::figure_type(bench_.program, decision());
  std::optional<Typed> figure;
  if (effect.figure()) {
    figure = Expressions(bench_).of_type(effect.figure(), type);
  } else {
    syntax::UseView const use = *effect.options().begin();
    if (effect.options().size() > 1 || use.names().size() > 1 || use.bounds()) {
      bench_.sink.add(diag::Kind::figure_without_options, effect.span(),
                      "`" + decision().name + "` is one figure, and several things stand here",
                      "write one expression, such as `the lesser of a and b`");
      return {};
    }
    figure = Expressions(bench_).named(use.name(), type);
  }
  if (!figure) {
    return {};
  }
  return {{0, {{0, ir::BoundKind::exactly, {}, figure->expr}}}};
}

ir::OptionUses Effects::option_uses(syntax::EffectView effect) {
  if (effect.figure()) {
    bench_.sink.add(diag::Kind::figure_for_options, effect.figure().span(),
                    "`" + decision().name + "` has options, and this is a figure",
                    "name an option; a figure stands in its braces: `fine { amount 500 kr }`");
    return {};
  }
  ir::OptionUses uses;
  std::size_t left = effect.options().size();
  for (syntax::UseView const use : effect.options()) {
    auto const ordinal = option(use, uses, --left == 0);
    if (!ordinal) {
      continue;
    }
    if (std::any_of(uses.begin(), uses.end(), [&](ir::OptionUse const& other) { return other.value == *ordinal; })) {
      bench_.sink.add(diag::Kind::duplicate_name, use.name().span(),
                      "the option `" + std::string(use.name().text()) + "` stands here twice", "keep one of the two");
      continue;
    }
    ir::EnumValue const value = bench_.program.enums[options().index].values[*ordinal];
    uses.push_back({*ordinal, bounds(use.bounds(), value.parameters, value.name)});
  }
  return uses;
}

// A value of the enumeration, several of them together, or `both` of the two before it.
std::optional<std::uint32_t> Effects::option(syntax::UseView use, ir::OptionUses const& before, bool is_last) {
  std::vector<ir::EnumValue> const& values = bench_.program.enums[options().index].values;
  bool const is_value = std::any_of(values.begin(), values.end(),
                                    [&](ir::EnumValue const& value) { return value.name == use.name().text(); });
  if (!is_value && is_last && before.size() == 2 && use.names().size() == 1 && use.name().text() == "both") {
    return combination({before[0].value, before[1].value}, use.name().span());
  }
  std::vector<std::uint32_t> parts;
  for (syntax::NameView const name : use.names()) {
    auto const part = read_ordinal(bench_, options(), name);
    if (!part) {
      return std::nullopt;
    }
    if (std::find(parts.begin(), parts.end(), *part) != parts.end()) {
      bench_.sink.add(diag::Kind::duplicate_name, name.span(),
                      "the option `" + std::string(name.text()) + "` stands here twice", "keep one of the two");
      return std::nullopt;
    }
    parts.push_back(*part);
  }
  return parts.size() == 1 ? parts.front() : combination(parts, use.span());
}

std::optional<ir::ConditionUse> Effects::condition_use(syntax::UseView use) {
  auto const id = bench_.conditions.resolve(use.name().text(), use.name().span(), bench_.sink);
  if (!id || *id >= bench_.program.conditions.size()) {
    return std::nullopt;
  }
  ir::Condition const& condition = bench_.program.conditions[*id];
  ir::ConditionUse result;
  result.condition = ir::ConditionId(*id);
  result.bounds = bounds(use.bounds(), condition.parameters, condition.name);
  if (!use.bounds()) {
    return result;
  }
  for (syntax::NodeRef const states : use.bounds().children(NodeKind::bound_states)) {
    for (syntax::NodeRef const name : use.tree->children(states, NodeKind::name)) {
      if (auto const index = parameter({use.tree, name}, condition.parameters, condition.name)) {
        result.states.push_back(*index);
      }
    }
  }
  return result;
}

std::optional<std::uint32_t> Effects::parameter(syntax::NameView name, std::vector<ir::Parameter> const& parameters,
                                                std::string const& owner) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].name == name.text()) {
      return i;
    }
    names.push_back(parameters[i].name);
  }
  bench_.sink.add(diag::Kind::unknown_parameter, name.span(),
                  "`" + owner + "` has no parameter `" + std::string(name.text()) + "`",
                  names.empty() ? "declare it: `" + owner + " { " + std::string(name.text()) + ": period }`"
                  : did_you_mean(name.text(), names).empty() ? these_are(names, "parameter")
                                                             : did_you_mean(name.text(), names));
  return std::nullopt;
}

std::vector<ir::Bound> Effects::bounds(syntax::View written, std::vector<ir::Parameter> const& parameters,
                                       std::string const& owner) {
  std::vector<ir::Bound> list;
  if (!written) {
    return list;
  }
  for (syntax::NodeRef const child : written.children()) {
    auto const bound = syntax::view<syntax::BoundView>(written.tree, child);
    if (bound.kind() == NodeKind::bound_states) {
      continue;
    }
    auto const index = parameter(bound.parameter(), parameters, owner);
    auto const value = index ? bound_value(bound, parameters[*index].type) : std::nullopt;
    if (value) {
      list.push_back({*index, bound_kind(bound.kind()), value->written, value->computed});
    }
  }
  return list;
}

// A figure that is written out, or an expression that computes one.
std::optional<Effects::BoundValue> Effects::bound_value(syntax::BoundView bound, ir::Type const& type) {
  if (!ir::is_figure(type)) {
    bench_.sink.add(diag::Kind::bound_mismatch, bound.span(),
                    "`" + std::string(bound.parameter().text()) + "` is " + type_name(bench_, type) +
                        ", and only a number, a quantity or a date can be bounded",
                    "write `states " + std::string(bound.parameter().text()) + "`, if the decision must state it");
    return std::nullopt;
  }
  syntax::ExprView const value = bound.value();
  bool const is_written =
      value.kind() == NodeKind::number || value.kind() == NodeKind::quantity || value.kind() == NodeKind::date;
  auto const typed = is_written ? Expressions(bench_).check(value) : Expressions(bench_).of_type(value, type);
  if (!typed) {
    return std::nullopt;
  }
  if (!is_written) {
    return BoundValue{{}, typed->expr};
  }
  if (!ir::fits(typed->type, type)) {
    bench_.sink.add(diag::Kind::bound_mismatch, value.span(),
                    "`" + std::string(bound.parameter().text()) + "` is " + type_name(bench_, type) + ", and this is " +
                        type_name(bench_, typed->type),
                    units_help(bench_, type).empty() ? "write " + type_name(bench_, type) : units_help(bench_, type));
    return std::nullopt;
  }
  base::Decimal const written = bench_.program.exprs[typed->expr.index].number;
  bench_.program.exprs.pop_back();  // the figure stands in the bound; nothing refers to the node
  return BoundValue{written, {}};
}

}  // namespace hjemmel::check
