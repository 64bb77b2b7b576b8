// Programs: rules of every kind of effect, precedence of any shape, definitions, one decision reading another, figures.
// Cases stand in generate_case.cpp.
#include "tests/differential/generate.h"

#include <algorithm>

#include "engine/ir/measure.h"
#include "tests/differential/generate_expr.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;

class ProgramMaker {
 public:
  explicit ProgramMaker(Random random) : random_(random), world_(make_world(random_)), exprs_(world_, random_) {}

  Generated make() {
    if (world_.has_basis) {
      presumptions();
      readings(random_.below(3));
    }
    if (random_.chance(10)) {  // few: two laws are decided thrice
      select();
    }
    definitions(random_.below(3));
    computes_ = random_.chance(35);
    decision("first", world_.reaction, 1 + random_.below(random_.chance(50) ? 6 : 3));
    if (random_.chance(30)) {
      figure_decision();
    }
    if (random_.chance(40)) {
      exprs_.may_read(ir::DecisionId(std::size_t{0}));
      definitions(random_.below(2));
      decision("second", world_.second, 1 + random_.below(3));
    }
    if (b().program.selecting_decided.has_value()) {
      b().program.milder_for = ir::DecisionId(std::size_t{0});
      b().program.milder_question = world_.question;
    }
    Values values = make_values(world_);
    return {std::move(b().program), std::move(values)};
  }

 private:
  Builder& b() { return world_.builder; }

  // Each may hang on facts that were presumed before it, so there is no circle.
  void presumptions() {
    std::vector<ir::FactId> so_far;
    for (ir::FactId const fact : {world_.flag, world_.maybe, world_.number, world_.judged, world_.level, world_.note}) {
      if (!random_.chance(35)) {
        continue;
      }
      ir::Type const& type = b().program.facts[fact.index].info.type;
      ir::Presumption presumption;
      presumption.fact = fact;
      presumption.value = Decimal::of(type.kind == ir::TypeKind::text ? 0 : random_.below(2));
      presumption.text = type.kind == ir::TypeKind::text ? "red" : "";
      presumption.when = random_.chance(50) ? exprs_.plain_atom(so_far) : ir::ExprId{};
      b().program.presumptions.push_back(presumption);
      so_far.push_back(fact);
    }
  }

  void readings(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      bool const is_bool = random_.chance(70);
      ir::Reading reading;
      reading.name = "d" + std::to_string(b().program.definitions.size());
      ir::Expr body;
      body.op = ir::ExprOp::reading;
      body.type = plain(is_bool ? ir::TypeKind::boolean : ir::TypeKind::integer);
      body.index = static_cast<std::uint32_t>(b().program.readings.size());
      std::uint32_t const choices = 2 + random_.below(2);
      for (std::uint32_t choice = 0; choice < choices; ++choice) {
        body.children.push_back(is_bool ? exprs_.condition(1) : exprs_.number(1));
        reading.choices.push_back({"c" + std::to_string(choice), {}});
      }
      b().program.readings.push_back(reading);
      exprs_.may_read(b().add_definition(reading.name, b().add(body)));
    }
  }

  // The date that picks versions, sometimes one for each of two laws; the package's own period.
  void select() {
    ir::ExprId date = b().fact(world_.act);
    if (random_.chance(20)) {
      date = b().conditional(exprs_.condition(0), b().fact(world_.decided), date);  // a transitional rule
    }
    b().program.selecting = b().add_definition("as of", date);
    if (random_.chance(30)) {
      b().program.selecting_decided = b().add_definition("as of the decision", b().fact(world_.decided));
    }
    if (random_.chance(25)) {
      b().program.in_force = exprs_.in_force();
    }
  }

  bool has_versions() { return b().program.selecting.has_value(); }

  // A value that hangs on the date, or that no version covers there; perhaps as of another date.
  ir::ExprId versioned(ir::ExprId body) {
    ir::Expr none;
    none.op = ir::ExprOp::out_of_force;
    none.type = b().type_of(body);
    none.more = ir::ExprMore{.text = "version"};
    ir::ExprId const value = b().conditional(exprs_.in_force(), body, b().add(none));
    if (random_.chance(70)) {
      return value;
    }
    ir::Expr moved;
    moved.op = ir::ExprOp::as_of_date;
    moved.type = b().type_of(body);
    moved.children = {
        value, random_.chance(50) ? b().fact(world_.decided) : b().constant(plain(ir::TypeKind::date), pivot_date())};
    return b().add(moved);
  }

  void definitions(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      ir::ExprId body = random_.chance(70) ? exprs_.condition(2) : exprs_.number(2);
      if (has_versions() && random_.chance(50)) {
        body = versioned(body);
      }
      exprs_.may_read(b().add_definition("d" + std::to_string(b().program.definitions.size()), body));
    }
  }

  void decision(std::string const& name, ir::EnumId options, std::uint32_t rules) {
    ir::DecisionId const id = b().add_decision(name, options, random_.chance(25) ? exprs_.condition(1) : ir::ExprId{});
    if (random_.chance(50)) {
      b().program.decisions[id.index].by = {"board"};
    }
    pool_.clear();
    for (std::uint32_t i = 0; i < 3; ++i) {
      pool_.push_back(random_choice(options));
    }
    for (std::uint32_t i = 0; i < rules; ++i) {
      add_rule(id, options);
    }
    precedence(id);
  }

  // Rules choose one figure of few, so that two agree now and then.
  void figure_decision() {
    if (random_.chance(40)) {
      exprs_.may_read(ir::DecisionId(std::size_t{0}));
    }
    ir::Type const type = plain(ir::TypeKind::integer);
    ir::DecisionId const id =
        b().add_figure_decision("figure", type, random_.chance(25) ? exprs_.condition(1) : ir::ExprId{});
    ir::EnumId const options = b().program.decisions[id.index].options;
    pool_.clear();
    std::uint32_t const rules = 1 + random_.below(3);
    for (std::uint32_t i = 0; i < rules; ++i) {
      pool_.push_back(random_figure());
      add_rule(id, options);
    }
    precedence(id);
    exprs_.may_read_figure(id);
  }

  ir::Choice random_figure() {
    ir::Choice choice;
    choice.modality = random_.chance(60) ? ir::Modality::is : ir::Modality::normally_is;
    choice.options = {{0, {{0, ir::BoundKind::exactly, {}, figure(plain(ir::TypeKind::integer))}}}};
    if (random_.chance(15)) {
      choice.with.push_back(random_condition(false));
    }
    return choice;
  }

  // Of any type that a bound has; now and then it may overflow.
  ir::ExprId figure(ir::Type const& type) {
    ir::ExprId number = exprs_.number(random_.below(3));
    if (random_.chance(5)) {
      number = b().arithmetic(ir::ExprOp::multiply, {number, b().whole(999'999'999'999'999'999)});
    }
    if (random_.chance(15)) {
      number = b().operation(random_.chance(50) ? ir::ExprOp::lesser_of : ir::ExprOp::greater_of,
                             plain(ir::TypeKind::integer), {number, b().whole(random_.below(4))});
    }
    return type.kind == ir::TypeKind::integer
               ? number
               : b().arithmetic(ir::ExprOp::multiply, {b().constant(type, Decimal::of(1)), number});
  }

  void add_rule(ir::DecisionId decision, ir::EnumId options) {
    std::string const name = "r" + std::to_string(b().program.rules.size());
    ir::ExprId const when = random_.chance(70) ? exprs_.condition(2) : ir::ExprId{};
    ir::ExprId const period = has_versions() && random_.chance(50) ? exprs_.in_force() : ir::ExprId{};
    bool const both = period.has_value() && when.has_value();
    ir::RuleId const id = b().add_rule(name, decision,
                                       both                 ? b().boolean(ir::ExprOp::conjunction, {period, when})
                                       : period.has_value() ? period
                                                            : when);
    b().rule(id).period = period;
    std::vector<ir::Ground> const lines = grounds();
    ir::ExprId const unless = random_.chance(20) ? exprs_.condition(1) : ir::ExprId{};
    b().rule(id).grounds = lines;
    b().rule(id).unless = unless;
    std::uint32_t const draw = random_.below(100);
    if (draw < 62) {
      bool const of_figure = b().program.decisions[decision.index].of_figure;
      ir::Choice const choice = random_.chance(75) || of_figure ? random_.pick(pool_) : random_choice(options);
      b().rule(id).choice = choice;
    } else if (draw < 95) {
      qualify(id, options);
    }
  }

  std::vector<ir::Ground> grounds() {
    std::vector<ir::Ground> lines;
    if (random_.chance(25)) {
      std::uint32_t const count = 1 + random_.below(3);
      for (std::uint32_t i = 0; i < count; ++i) {
        ir::ExprId const condition = exprs_.condition(i == 0 ? 1 : 0);
        lines.push_back({"g" + std::to_string(i), condition, false, random_.chance(30)});
      }
    }
    // One open line in a program, with a fact that nothing else reads: it is asked for only when no listed line holds.
    if (!lines.empty() && !has_open_line_ && random_.chance(40)) {
      lines.push_back({"rest", b().fact(world_.open), true, false});
      has_open_line_ = true;
    }
    return lines;
  }

  // An override or disapplication only goes down a random order, so there is no circle.
  void precedence(ir::DecisionId decision) {
    ir::RuleIds order = b().program.decisions[decision.index].rules;
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random_.below(i)]);
    }
    for (std::size_t upper = 0; upper < order.size(); ++upper) {
      for (std::size_t lower = upper + 1; lower < order.size(); ++lower) {
        if (random_.chance(35)) {
          b().rule(order[upper]).overrides.push_back(order[lower]);
        }
        if (random_.chance(12)) {
          b().rule(order[upper]).disapplies.push_back(order[lower]);
        }
      }
    }
  }

  std::vector<ir::Bound> random_bounds(std::vector<ir::Parameter> const& parameters, std::uint32_t percent) {
    std::vector<ir::Bound> bounds;
    for (std::uint32_t parameter = 0; parameter < parameters.size(); ++parameter) {
      std::uint32_t const draw = random_.below(100);
      if (draw < percent) {
        auto const kind = draw % 4 == 0   ? ir::BoundKind::exactly
                          : draw % 4 == 1 ? ir::BoundKind::at_least
                                          : ir::BoundKind::at_most;
        bool const computed = computes_ && ir::is_figure(parameters[parameter].type) && random_.chance(50);
        bounds.push_back({parameter, kind, Decimal::of(1 + random_.below(3)),
                          computed ? figure(parameters[parameter].type) : ir::ExprId{}});
      }
    }
    return bounds;
  }

  ir::OptionUse random_option(ir::EnumId options, std::uint32_t value, std::uint32_t percent) {
    return {value, random_bounds(b().program.enums[options.index].values[value].parameters, percent)};
  }

  ir::ConditionUse random_condition(bool bare) {
    ir::ConditionUse use;
    use.condition = random_.pick(world_.conditions);
    auto const& parameters = b().program.conditions[use.condition.index].parameters;
    if (!bare) {
      use.bounds = random_bounds(parameters, 35);
      for (std::uint32_t i = 0; i < parameters.size(); ++i) {
        if (random_.chance(25)) {
          use.states.push_back(i);
        }
      }
    }
    return use;
  }

  ir::OptionUses random_options(ir::EnumId options, std::uint32_t percent) {
    auto const count = static_cast<std::uint32_t>(b().program.enums[options.index].values.size());
    ir::OptionUses chosen;
    for (std::uint32_t value = 0; value < count; ++value) {
      if (random_.chance(35)) {
        chosen.push_back(random_option(options, value, percent));
      }
    }
    if (chosen.empty()) {
      chosen.push_back(random_option(options, random_.below(count), percent));
    }
    return chosen;
  }

  ir::Choice random_choice(ir::EnumId options) {
    static std::vector<ir::Modality> const modalities = {ir::Modality::is, ir::Modality::normally_is,
                                                         ir::Modality::normally_is, ir::Modality::should_be,
                                                         ir::Modality::may_be};
    ir::Choice choice;
    choice.modality = random_.pick(modalities);
    choice.options = random_options(options, 25);
    if (random_.chance(30)) {
      choice.with.push_back(random_condition(false));
    }
    return choice;
  }

  void qualify(ir::RuleId id, ir::EnumId options) {
    static std::vector<ir::QualifierKind> const kinds = {
        ir::QualifierKind::may_also_be, ir::QualifierKind::may_also_be, ir::QualifierKind::may_not_be,
        ir::QualifierKind::must_carry,  ir::QualifierKind::may_carry,   ir::QualifierKind::may_not_carry,
        ir::QualifierKind::bound,       ir::QualifierKind::decided_by};
    ir::Qualifier qualifier;
    bool const of_figure = b().program.decisions[b().rule(id).decision.index].of_figure;
    qualifier.kind = of_figure ? kinds[3 + random_.below(3)] : random_.pick(kinds);
    auto const count = b().program.enums[options.index].values.size();
    switch (qualifier.kind) {
      case ir::QualifierKind::may_also_be:
        qualifier.options = random_options(options, 25);
        break;
      case ir::QualifierKind::may_not_be:
        qualifier.options = random_options(options, 0);
        break;
      case ir::QualifierKind::bound: {
        if (b().program.enums[options.index].values.size() < 4) {
          return;
        }
        qualifier.options = {random_option(options, 2 + random_.below(2), 100)};
        qualifier.option = random_.chance(50) ? std::optional(qualifier.options[0].value) : std::nullopt;
        break;
      }
      case ir::QualifierKind::decided_by:
        qualifier.authorities = {random_.chance(50) ? "municipality" : "prosecutor"};
        [[fallthrough]];
      default:
        if (qualifier.kind != ir::QualifierKind::decided_by) {
          qualifier.condition = random_condition(qualifier.kind == ir::QualifierKind::may_not_carry);
        }
        qualifier.option = random_.chance(50) ? std::optional(random_.below(count)) : std::nullopt;
    }
    b().rule(id).qualifiers.push_back(qualifier);
  }

  Random random_;
  World world_;
  ExprMaker exprs_;
  bool has_open_line_ = false;
  bool computes_ = false;  // some bounds are computed
  std::vector<ir::Choice> pool_;
};

}  // namespace

Generated generate_program(Random random) { return ProgramMaker(random).make(); }
Generated generate_program(std::uint64_t seed) { return generate_program(Random(seed)); }

}  // namespace hjemmel::differential
