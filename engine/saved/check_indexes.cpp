// One function for each kind of thing in a plan; `need` keeps what fails first.
#include <algorithm>

#include "engine/saved/check_plan.h"

namespace hjemmel::saved {
namespace {

using eval::kNoIndex;

class Indexes {
 public:
  Indexes(ir::Program const& program, eval::Plan const& plan)
      : program_(program), plan_(plan), options_of_(plan.options.size(), kNoIndex) {}

  bool good() {
    need(sizes_fit() && program_points_inside());
    if (good_) {
      facts();
      basis();
      tables();
      decisions();
      rules();
      services();
      rest();
    }
    return good_;
  }

 private:
  // How many elements of a list the parts that were met hold.
  struct Told {
    std::size_t most_parts = 1;  // that one element may stand in
    std::size_t elements = 0;
  };

  void need(bool holds) { good_ = good_ && holds; }
  template <class List>
  void inside(std::uint32_t index, List const& list) {
    need(index < list.size());
  }
  template <class List>
  void none_or_inside(std::uint32_t index, List const& list) {
    need(index == kNoIndex || index < list.size());
  }
  void block(std::uint32_t index) { inside(index, plan_.blocks); }
  void words(eval::Words stretch) {
    need(stretch.begin <= plan_.words.size() && stretch.size <= plan_.words.size() - stretch.begin);
  }
  void conditions(std::span<eval::Condition const> list) {
    for (eval::Condition const& one : list) {
      block(one.block);
      words(one.text);
    }
  }
  void condition(std::optional<eval::Condition> const& one) {
    if (one) {
      conditions({&*one, 1});
    }
  }

  // What a part stands for; nothing where it is at fault. An element may stand in as many parts as lowering puts it in: more, and
  // a small file would take long to look through.
  template <class T>
  std::span<T const> part(std::vector<T> const& list, eval::Part<T> asked, Told& told) {
    need(asked.begin <= asked.end && asked.end <= list.size());
    told.elements += good_ ? asked.size() : 0;
    need(told.elements <= told.most_parts * list.size());
    return good_ ? plan_.of(asked) : std::span<T const>();
  }
  void conditions(eval::Part<eval::Condition> asked) { conditions(part(plan_.clauses, asked, clauses_)); }
  std::span<std::uint32_t const> numbers(eval::Numbers asked) { return part(plan_.numbers, asked, numbers_); }

  template <class T>
  void none_or_inside(eval::Shared<T> shared, std::vector<T> const& list) {
    need(!shared.has_value() || shared.at < list.size());
  }

  // What is followed here of a program that may not be verified yet.
  bool program_points_inside() const {
    auto const known_type = [&](ir::Type const& type) {
      bool const keyed = type.kind == ir::TypeKind::enumeration || type.kind == ir::TypeKind::amount;
      return (type.kind != ir::TypeKind::list || type.record.index < program_.records.size()) &&
             (!keyed || type.enumeration.index < program_.enums.size());
    };
    bool good = true;
    for (ir::Record const& record : program_.records) {
      for (ir::Field const& field : record.fields) {
        good = good && known_type(field.info.type);
      }
    }
    for (ir::Fact const& fact : program_.facts) {
      good = good && known_type(fact.info.type);
    }
    for (ir::Table const& table : program_.tables) {
      good = good && table.key.index < program_.enums.size();
    }
    for (ir::Decision const& decision : program_.decisions) {
      good = good && decision.options.index < program_.enums.size();
      for (ir::RuleId const rule : decision.rules) {
        good = good && rule.index < program_.rules.size();
      }
    }
    for (ir::Rule const& rule : program_.rules) {
      good = good && rule.decision.index < program_.decisions.size();
    }
    return good;
  }

  // By one index the engine reads both.
  bool sizes_fit() const {
    return plan_.facts.size() == program_.facts.size() && plan_.enums.size() == program_.enums.size() &&
           plan_.units.size() == program_.units.size() && plan_.tables.size() == program_.tables.size() &&
           plan_.parameters.size() == program_.parameters.size() && plan_.readings.size() == program_.readings.size() &&
           plan_.presumptions.size() == program_.presumptions.size() &&
           plan_.definitions.size() == program_.definitions.size() &&
           plan_.conditions.size() == program_.conditions.size() &&
           plan_.decisions.size() == program_.decisions.size() && plan_.rules.size() == program_.rules.size() &&
           plan_.services.size() == program_.services.size() && plan_.duties.size() == program_.duties.size() &&
           plan_.terms.size() == program_.terms.size() && plan_.functions.size() == program_.functions.size() &&
           plan_.properties.size() == program_.properties.size() && plan_.variables == program_.variable_count &&
           plan_.variables <= program_.exprs.size() + program_.properties.size() &&
           plan_.constants.size() == plan_.constant_dimensions.size() && plan_.stack_depth <= plan_.code.size();
  }

  void facts() {
    for (std::size_t i = 0; i < plan_.enums.size(); ++i) {
      eval::EnumPlan const& one = plan_.enums[i];
      std::size_t const values = program_.enums[i].values.size();
      need(one.values.size() == values && one.ranks.size() == values && one.unranked.size() == values &&
           one.any_unit.size() == values && one.dimensions.size() == values);
    }
    for (std::size_t i = 0; i < plan_.facts.size(); ++i) {
      eval::FactPlan const& one = plan_.facts[i];
      ir::Type const& type = program_.facts[i].info.type;
      fact(one, type);
      bool const list = type.kind == ir::TypeKind::list;
      std::vector<ir::Field> const none;
      auto const& fields = list ? program_.records[type.record.index].fields : none;
      need(one.fields.size() == fields.size() && (!list || one.max_items == program_.facts[i].max_items));
      for (std::size_t at = 0; good_ && at < fields.size(); ++at) {
        fact(one.fields[at], fields[at].info.type);
        need(one.fields[at].key_field == fields[at].key_field && one.fields[at].fields.empty());
      }
    }
  }

  void fact(eval::FactPlan const& one, ir::Type const& type) {
    bool const keyed = type.kind == ir::TypeKind::enumeration || type.kind == ir::TypeKind::amount;
    need(one.enumeration == (keyed ? type.enumeration.index : kNoIndex));
    need((one.domain == eval::Domain::enumeration) == (type.kind == ir::TypeKind::enumeration));
    need((one.domain == eval::Domain::boolean) == (type.kind == ir::TypeKind::boolean));
    need((one.domain == eval::Domain::text) == (type.kind == ir::TypeKind::text));
    need((one.domain == eval::Domain::list) == (type.kind == ir::TypeKind::list));
    need((one.calendar == eval::Calendar::moment) == (type.kind == ir::TypeKind::moment));
    none_or_inside(one.presumption, plan_.presumptions);
    if (good_ && one.default_value.is_known()) {
      value(one.default_value, one.domain, one.enumeration);
    }
  }

  // Known, and one that the domain has.
  void value(eval::Value const& known, eval::Domain domain, std::uint32_t enumeration) {
    std::int64_t const number = known.coefficient;
    bool const whole = known.is_known() && known.scale == 0;
    if (domain == eval::Domain::text) {
      need(whole && number < 0 && -1 - number < static_cast<std::int64_t>(plan_.texts.size()));
    } else if (domain == eval::Domain::boolean) {
      need(whole && (number == 0 || number == 1));
    } else if (domain == eval::Domain::enumeration) {
      need(whole && enumeration < plan_.enums.size() && number >= 0 &&
           number < static_cast<std::int64_t>(plan_.enums[enumeration].values.size()));
    } else {
      need(known.is_known() && domain != eval::Domain::list);
    }
  }

  void basis() {
    for (eval::LawParameterPlan const& one : plan_.parameters) {
      none_or_inside(one.enumeration, plan_.enums);
      need(one.domain != eval::Domain::list);
      need(one.domain != eval::Domain::enumeration || one.enumeration != kNoIndex);
      if (good_ && (one.value.is_known() || !one.range)) {
        value(one.value, one.domain, one.enumeration);
      }
    }
    for (std::size_t i = 0; i < plan_.readings.size(); ++i) {
      need(plan_.readings[i].choices.size() == program_.readings[i].choices.size() &&
           !plan_.readings[i].choices.empty());
      for (eval::ReadingChoicePlan const& choice : plan_.readings[i].choices) {
        block(choice.block);
      }
    }
    for (eval::PresumptionPlan const& one : plan_.presumptions) {
      inside(one.fact, plan_.facts);
      none_or_inside(one.when, plan_.blocks);
      if (good_) {
        value(one.value, plan_.facts[one.fact].domain, plan_.facts[one.fact].enumeration);
      }
    }
    for (eval::DefinitionPlan const& one : plan_.definitions) {
      block(one.block);
      none_or_inside(one.enumeration, plan_.enums);
      none_or_inside(one.reading, plan_.readings);
      conditions(one.conjuncts);
    }
  }

  void tables() {
    for (std::size_t i = 0; i < plan_.tables.size(); ++i) {
      eval::TablePlan const& one = plan_.tables[i];
      need(one.enumeration == program_.tables[i].key.index);
      none_or_inside(one.result_enumeration, plan_.enums);
      need(!good_ || one.entries.size() == plan_.enums[one.enumeration].values.size());
      for (eval::TableEntry const& entry : one.entries) {
        need(entry.open_law || entry.block < plan_.blocks.size());
      }
    }
    for (eval::Classifier const& one : plan_.classifiers) {
      for (eval::KeyPlan const& key : one.keys) {
        need(key.classes > 0 && (key.by_value ? key.cuts.empty() : key.classes == key.cuts.size() + 1));
        for (eval::CutPlan const& cut : key.cuts) {
          comparison(cut.comparison);
        }
      }
    }
    for (eval::Comparison const& one : plan_.comparisons) {
      comparison(one);
    }
  }

  void comparison(eval::Comparison const& one) {
    none_or_inside(one.enumeration, plan_.enums);
    inside(one.atom, plan_.dated_atoms);
  }

  void decisions() {
    for (std::size_t i = 0; i < plan_.decisions.size(); ++i) {
      eval::DecisionPlan const& one = plan_.decisions[i];
      ir::Decision const& decision = program_.decisions[i];
      need(one.enumeration == decision.options.index && one.of_figure == decision.of_figure);
      options(one);
      conditions(one.when);
      none_or_inside(one.citations, plan_.citations);
      auto const rules = numbers(one.rules);
      auto const order = numbers(one.order);
      auto const reads = numbers(one.reads);
      need(rules.size() == decision.rules.size() && order.size() == rules.size());
      need(std::is_sorted(reads.begin(), reads.end()) && (reads.empty() || reads.back() < i));
      for (std::size_t place = 0; good_ && place < rules.size(); ++place) {
        need(rules[place] == decision.rules[place].index && plan_.rules[rules[place]].place == place);
      }
      for (std::uint32_t const rule : order) {
        need(rule < program_.rules.size() && program_.rules[rule].decision.index == i);
      }
    }
  }

  // A list of options belongs to one enumeration, and is looked through once.
  void options(eval::DecisionPlan const& one) {
    need(one.options.at < plan_.options.size());
    if (!good_) {
      return;
    }
    std::uint32_t& fits = options_of_[one.options.at];
    if (fits == kNoIndex) {
      fits = one.enumeration;
      need(options_fit(plan_.of(one.options), program_.enums[one.enumeration].values));
    }
    need(fits == one.enumeration);
  }

  static bool options_fit(eval::Options const& options, std::vector<ir::EnumValue> const& values) {
    return std::equal(options.begin(), options.end(), values.begin(), values.end(),
                      [](eval::OptionPlan const& option, ir::EnumValue const& value) {
                        return option.parameters.size() == value.parameters.size();
                      });
  }

  void bounds(std::vector<eval::BoundPlan> const& list, std::size_t parameters) {
    for (eval::BoundPlan const& one : list) {
      need(one.parameter < parameters);
      none_or_inside(one.block, plan_.blocks);
    }
  }

  void uses(std::vector<eval::OptionUse> const& list, eval::DecisionPlan const& decision) {
    eval::Options const& options = plan_.of(decision.options);
    for (eval::OptionUse const& one : list) {
      inside(one.value, options);
      if (good_) {
        bounds(one.bounds, options[one.value].parameters.size());
      }
    }
  }

  void use(eval::ConditionUse const& one) {
    inside(one.condition, plan_.conditions);
    if (good_) {
      std::size_t const parameters = plan_.conditions[one.condition].parameters.size();
      bounds(one.bounds, parameters);
      for (std::uint32_t const stated : one.states) {
        need(stated < parameters);
      }
    }
  }

  void rules() {
    for (std::size_t i = 0; i < plan_.conditions.size(); ++i) {
      need(plan_.conditions[i].parameters.size() == program_.conditions[i].parameters.size());
    }
    for (std::size_t i = 0; good_ && i < plan_.rules.size(); ++i) {
      rule(plan_.rules[i], program_.rules[i]);
    }
  }

  void rule(eval::RulePlan const& one, ir::Rule const& rule) {
    eval::DecisionPlan const& decision = plan_.decisions[rule.decision.index];
    words(one.name);
    none_or_inside(one.citations, plan_.citations);
    need(!one.has_period || !one.when.empty());
    conditions(one.when);
    need(one.grounds.size() == rule.grounds.size());
    for (eval::GroundPlan const& ground : part(plan_.grounds, one.grounds, grounds_)) {
      block(ground.block);
      words(ground.name);
      words(ground.text);
    }
    condition(one.unless);
    conditions(one.figures);
    need(one.choice.has_value() != rule.choice.empty());
    none_or_inside(one.choice, plan_.choices);
    if (good_ && one.choice.has_value()) {
      choice(*plan_.of(one.choice), *rule.choice, decision);
    }
    for (eval::QualifierPlan const& qualifier : *one.qualifiers) {
      none_or_inside(qualifier.option, plan_.of(decision.options));
      uses(qualifier.options, decision);
      if (qualifier.condition) {
        use(*qualifier.condition);
      }
      bool const carries = qualifier.kind == eval::QualifierKind::must_carry ||
                           qualifier.kind == eval::QualifierKind::may_carry ||
                           qualifier.kind == eval::QualifierKind::may_not_carry;
      need(qualifier.condition.has_value() == carries);
    }
    for (eval::Numbers const list : {one.above, one.overriders, one.disappliers}) {
      for (std::uint32_t const other : numbers(list)) {
        need(other < program_.rules.size() && program_.rules[other].decision == rule.decision);
      }
    }
  }

  // As long as the rule's own: many rules may share one.
  void choice(eval::ChoicePlan const& one, ir::Choice const& choice, eval::DecisionPlan const& decision) {
    need(!one.options.empty() && one.options.size() == choice.options.size() && one.with.size() == choice.with.size());
    for (std::size_t at = 0; good_ && at < one.options.size(); ++at) {
      need(one.options[at].bounds.size() == choice.options[at].bounds.size());
    }
    for (std::size_t at = 0; good_ && at < one.with.size(); ++at) {
      need(one.with[at].bounds.size() == choice.with[at].bounds.size());
      need(one.with[at].states.size() == choice.with[at].states.size());
    }
    if (good_) {
      uses(one.options, decision);
      std::for_each(one.with.begin(), one.with.end(), [this](eval::ConditionUse const& with) { use(with); });
    }
    need(!good_ || !decision.of_figure || says_a_figure(one));
  }

  static bool says_a_figure(eval::ChoicePlan const& choice) {
    auto const& bounds = choice.options.front().bounds;
    return bounds.size() == 1 && bounds.front().block != kNoIndex;
  }

  void services() {
    for (std::size_t i = 0; i < plan_.services.size(); ++i) {
      eval::ServicePlan const& one = plan_.services[i];
      need(one.decision == program_.services[i].decision.index);
      words(one.name);
      words(one.provider);
      none_or_inside(one.citations, plan_.citations);
      condition(one.offered);
      condition(one.in_force);
      need(one.criteria.size() == program_.services[i].criteria.size());
      for (eval::CriterionPlan const& criterion : part(plan_.criteria, one.criteria, criteria_)) {
        block(criterion.block);
        words(criterion.name);
        none_or_inside(criterion.citations, plan_.citations);
      }
    }
    for (std::size_t i = 0; i < plan_.duties.size(); ++i) {
      need(plan_.duties[i].decision == program_.duties[i].decision.index);
      block(plan_.duties[i].due);
    }
  }

  void rest() {
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
      eval::TermPlan const& one = plan_.terms[i];
      ir::Term const& term = program_.terms[i];
      need(one.length == term.length && one.suspended == term.suspended.index && one.first_day == term.first_day &&
           one.last_day == term.last_day);
    }
    for (std::size_t i = 0; i < plan_.functions.size(); ++i) {
      eval::FunctionPlan const& one = plan_.functions[i];
      ir::Function const& function = program_.functions[i];
      need(one.code == function.code && one.place == function.place &&
           one.takes_texts.size() == function.arguments.size() &&
           one.gives_text == (function.result.kind == ir::TypeKind::text));
      for (std::size_t at = 0; good_ && at < one.takes_texts.size(); ++at) {
        need(one.takes_texts[at] == (function.arguments[at].kind == ir::TypeKind::text));
      }
    }
    for (eval::CallPlan const& one : plan_.calls) {
      inside(one.function, plan_.functions);
      none_or_inside(one.atom, plan_.dated_atoms);
    }
    for (std::size_t i = 0; i < plan_.properties.size(); ++i) {
      eval::PropertyPlan const& one = plan_.properties[i];
      need(one.blocks.size() == program_.properties[i].nodes.size());
      for (std::size_t at = 0; good_ && at < one.blocks.size(); ++at) {
        none_or_inside(one.blocks[at], plan_.blocks);
        need((one.blocks[at] == kNoIndex) == !program_.properties[i].nodes[at].expr.has_value());
      }
      need(one.reads.empty() ||
           (std::is_sorted(one.reads.begin(), one.reads.end()) && one.reads.back() < plan_.decisions.size()));
    }
    for (eval::Place const& one : plan_.places) {
      inside(one.instruction, plan_.code);
    }
    condition(plan_.in_force);
    selection();
  }

  // Two dates where the milder law is taken, else one or none.
  void selection() {
    for (std::uint32_t const definition : plan_.selecting) {
      inside(definition, plan_.definitions);
    }
    need(plan_.selecting.size() <= 2 && (!plan_.milder || plan_.selecting.size() == 2));
    if (plan_.milder) {
      inside(plan_.milder->decision, plan_.decisions);
      inside(plan_.milder->question, plan_.facts);
    }
  }

  ir::Program const& program_;
  eval::Plan const& plan_;
  bool good_ = true;
  Told grounds_{1};
  Told clauses_{1};
  Told criteria_{1};
  Told numbers_{2};                        // rules stand in their own order, or what is above also puts out
  std::vector<std::uint32_t> options_of_;  // by list of options: its enumeration; kNoIndex: not met yet
};

}  // namespace

bool indexes_are_good(ir::Program const& program, eval::Plan const& plan) { return Indexes(program, plan).good(); }

bool plan_is_sound(ir::Program const& program, eval::Plan const& plan) {
  return indexes_are_good(program, plan) && code_is_good(program, plan);
}

bool cost_fits(eval::Plan const& plan, lower::Cost const& cost) {
  return cost.decisions.size() == plan.decisions.size();
}

}  // namespace hjemmel::saved
