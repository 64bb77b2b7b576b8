// Programs: rules of every kind of effect, precedence of any shape, definitions, one decision reading another. Cases: facts in
// all four states.
#include "tests/differential/generate.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "tests/differential/generate_expr.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;

class ProgramMaker {
 public:
  explicit ProgramMaker(std::uint64_t seed) : random_(seed), world_(make_world(random_)), exprs_(world_, random_) {}

  Generated make() {
    if (world_.has_basis) {
      presumptions();
      readings(random_.below(3));
    }
    if (random_.chance(10)) {  // few: two laws are decided thrice
      select();
    }
    definitions(random_.below(3));
    decision("first", world_.reaction, 1 + random_.below(random_.chance(50) ? 6 : 3));
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
    none.text = "version";
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
    ir::Rule& rule = b().rule(id);
    rule.grounds = lines;
    rule.unless = unless;
    std::uint32_t const draw = random_.below(100);
    if (draw < 62) {
      rule.choice = random_.chance(75) ? random_.pick(pool_) : random_choice(options);
    } else if (draw < 95) {
      qualify(rule, options);
    }
  }

  std::vector<ir::Ground> grounds() {
    std::vector<ir::Ground> lines;
    if (random_.chance(25)) {
      std::uint32_t const count = 1 + random_.below(3);
      for (std::uint32_t i = 0; i < count; ++i) {
        lines.push_back({"g" + std::to_string(i), exprs_.condition(i == 0 ? 1 : 0), false});
      }
    }
    // One open line in a program, with a fact that nothing else reads: it is asked for only when no listed line holds.
    if (!lines.empty() && !has_open_line_ && random_.chance(40)) {
      lines.push_back({"rest", b().fact(world_.open), true});
      has_open_line_ = true;
    }
    return lines;
  }

  // An override or disapplication only goes down a random order, so there is no circle.
  void precedence(ir::DecisionId decision) {
    std::vector<ir::RuleId> order = b().program.decisions[decision.index].rules;
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
        bounds.push_back({parameter, kind, Decimal::of(1 + random_.below(3))});
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

  std::vector<ir::OptionUse> random_options(ir::EnumId options, std::uint32_t percent) {
    auto const count = static_cast<std::uint32_t>(b().program.enums[options.index].values.size());
    std::vector<ir::OptionUse> chosen;
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

  void qualify(ir::Rule& rule, ir::EnumId options) {
    static std::vector<ir::QualifierKind> const kinds = {
        ir::QualifierKind::may_also_be, ir::QualifierKind::may_also_be, ir::QualifierKind::may_not_be,
        ir::QualifierKind::must_carry,  ir::QualifierKind::may_carry,   ir::QualifierKind::may_not_carry,
        ir::QualifierKind::bound,       ir::QualifierKind::decided_by};
    ir::Qualifier qualifier;
    qualifier.kind = random_.pick(kinds);
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
    rule.qualifiers.push_back(qualifier);
  }

  Random random_;
  World world_;
  ExprMaker exprs_;
  bool has_open_line_ = false;
  std::vector<ir::Choice> pool_;
};

class CaseMaker {
 public:
  CaseMaker(ir::Program const& program, Values const& values, Random& random, std::uint32_t unknown)
      : program_(program), values_(values), random_(random), unknown_(unknown) {}

  eval::Case make() {
    made_.texts = values_.grid.texts;
    made_.scalars.resize(program_.facts.size());
    made_.lists.resize(program_.facts.size());
    for (std::size_t i = 0; i < program_.facts.size(); ++i) {
      ir::Fact const& fact = program_.facts[i];
      if (fact.info.type.kind == ir::TypeKind::list) {
        made_.lists[i] = list(fact);
      } else if (unknown_ == 0 && ir::FactId(i) == values_.birth && random_.chance(4)) {
        made_.scalars[i] = eval::Value::known(Decimal::of(base::kLastDate.days));  // an error where an age is asked
      } else {
        made_.scalars[i] = scalar(fact.info, values_.grid.facts[i], at(values_.facts, i));
      }
    }
    for (ir::Reading const& reading : program_.readings) {
      made_.basis.readings.push_back(random_.chance(70) ? 0 : random_.below(reading.choices.size()));
    }
    return std::move(made_);
  }

 private:
  eval::Value unknown_state() {
    return eval::Value::of(random_.chance(50) ? eval::State::unknown : eval::State::not_asked);
  }

  // The entry of a table that may be shorter: then nothing.
  template <class T>
  static T at(std::vector<T> const& table, std::size_t place) {
    return place < table.size() ? table[place] : T{};
  }

  eval::Value scalar(ir::FactInfo const& info, std::vector<Decimal> const& grid, std::vector<Decimal> const& drawn) {
    if (random_.chance(unknown_)) {
      eval::Value value = unknown_state();
      bool const has_range = info.type.kind == ir::TypeKind::integer || info.type.kind == ir::TypeKind::quantity ||
                             info.type.kind == ir::TypeKind::date || info.type.kind == ir::TypeKind::moment ||
                             info.type.kind == ir::TypeKind::decimal;
      if (has_range && random_.chance(40)) {
        value.state = eval::State::unknown;
        bool const drawn_ends = !drawn.empty() && info.type.kind != ir::TypeKind::date;
        value.detail = range(info, drawn_ends ? drawn : grid);
      }
      return value;
    }
    if (info.may_be_not_applicable && random_.chance(25)) {
      return eval::Value::of(eval::State::not_applicable);
    }
    return known(info, drawn.empty() ? grid : drawn);
  }

  std::vector<Decimal> allowed(ir::FactInfo const& info, std::vector<Decimal> const& grid) const {
    std::vector<Decimal> values;
    std::copy_if(grid.begin(), grid.end(), std::back_inserter(values), [&](Decimal number) {
      return (!info.minimum || number >= *info.minimum) && (!info.maximum || number <= *info.maximum);
    });
    CHECK(!values.empty());
    return values;
  }

  eval::Value known(ir::FactInfo const& info, std::vector<Decimal> const& drawn) {
    switch (info.type.kind) {
      case ir::TypeKind::boolean:
        return eval::Value::boolean(random_.chance(50));
      case ir::TypeKind::enumeration:
        return eval::Value::known(
            Decimal::of(random_.below(program_.enums[info.type.enumeration.index].values.size())));
      case ir::TypeKind::text:
        return eval::Value::known(Decimal::of(random_.below(made_.texts.size())));
      case ir::TypeKind::moment: {
        static std::vector<std::int32_t> const offsets = {base::kLeastOffset, 0, 60, base::kGreatestOffset};
        return eval::Value::moment(random_.pick(allowed(info, drawn)), random_.pick(offsets));
      }
      default:
        return eval::Value::known(random_.pick(allowed(info, drawn)));
    }
  }

  // From one value of the grid to a later one; between them there is a third, so that an end may be left out.
  std::uint32_t range(ir::FactInfo const& info, std::vector<Decimal> const& grid) {
    std::vector<Decimal> const values = allowed(info, grid);
    std::size_t const low = random_.below(values.size());
    std::size_t const high = std::min(values.size() - 1, low + random_.below(10));
    bool const may_leave_out = high >= low + 2;
    eval::Interval interval;
    interval.low = {values[low], !(may_leave_out && random_.chance(20))};
    interval.high = {values[high], !(may_leave_out && random_.chance(20))};
    if (random_.chance(15)) {
      interval.low = {};
    } else if (random_.chance(15)) {
      interval.high = {};
    }
    made_.ranges.push_back(interval);
    return static_cast<std::uint32_t>(made_.ranges.size() - 1);
  }

  eval::ListFact list(ir::Fact const& fact) {
    eval::ListFact made;
    ir::Record const& record = program_.records[fact.info.type.record.index];
    made.fields = static_cast<std::uint32_t>(record.fields.size());
    if (random_.chance(unknown_ / 2)) {
      made.state = random_.chance(50) ? eval::ListState::unknown : eval::ListState::not_asked;
      return made;
    }
    if (fact.info.may_be_not_applicable && random_.chance(20)) {
      made.state = eval::ListState::not_applicable;
      return made;
    }
    made.state = random_.chance(unknown_ / 2) ? eval::ListState::at_least : eval::ListState::complete;
    made.rows = random_.below(std::min(fact.max_items, values_.most_rows) + 1);
    for (std::uint32_t row = 0; row < made.rows; ++row) {
      add_row(record, fact.info.type.record.index, made);
    }
    return made;
  }

  void add_row(ir::Record const& record, std::size_t record_index, eval::ListFact& made) {
    std::size_t const first = made.cells.size();
    for (std::size_t field = 0; field < record.fields.size(); ++field) {
      ir::Field const& description = record.fields[field];
      std::vector<Decimal> const& grid = values_.grid.fields[record_index][field];
      eval::Value const value = scalar(description.info, grid, at(at(values_.fields, record_index), field));
      bool const is_amount = description.info.type.kind == ir::TypeKind::amount;
      made.cells.push_back(is_amount ? amount(description, made.cells[first + description.key_field], value) : value);
    }
  }

  // In the dimension of its key; where that is unknown, in one that some key has.
  eval::Value amount(ir::Field const& field, eval::Value const& key, eval::Value value) {
    auto const& kinds = program_.enums[field.info.type.enumeration.index].values;
    ir::EnumValue const& kind =
        kinds[key.is_known() ? static_cast<std::size_t>(key.coefficient) : random_.below(kinds.size())];
    bool const measured = value.is_known() || value.detail != eval::kNoDetail;
    if (measured && !key.is_known() && random_.chance(50)) {
      return unknown_state();
    }
    if (measured) {
      value.dimension = kind.dimension.value_or(base::kMass);
    }
    return value;
  }

  ir::Program const& program_;
  Values const& values_;
  Random& random_;
  std::uint32_t unknown_;
  eval::Case made_;
};

}  // namespace

Generated generate_program(std::uint64_t seed) { return ProgramMaker(seed).make(); }

eval::Case generate_case(ir::Program const& program, Values const& values, Random& random, std::uint32_t unknown) {
  eval::Case made = CaseMaker(program, values, random, unknown).make();
  // The grid of births is complete around each known act, not between two of them: only one of the two dates is open.
  eval::Value* act = nullptr;
  eval::Value const* birth = nullptr;
  for (std::size_t i = 0; i < program.facts.size(); ++i) {
    act = program.facts[i].info.name == "case.act" ? &made.scalars[i] : act;
    birth = program.facts[i].info.name == "person.birth" ? &made.scalars[i] : birth;
    if (act != nullptr && birth != nullptr && act->is_open() && birth->is_open()) {
      std::size_t const at = static_cast<std::size_t>(act - made.scalars.data());
      *act = eval::Value::known(values.facts[at].front());
    }
  }
  return made;
}

}  // namespace hjemmel::differential
