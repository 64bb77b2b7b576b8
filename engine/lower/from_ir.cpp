// The static side of a plan: facts, enumerations, tables, definitions, decisions, rules; expressions go through Coder.
#include <algorithm>
#include <map>

#include "engine/base/large_pages.h"
#include "engine/lower/code.h"
#include "engine/lower/lower.h"
#include "engine/lower/named.h"
#include "engine/lower/rules.h"
#include "engine/lower/told.h"

namespace hjemmel::lower {
namespace {

eval::Domain domain_of(ir::Type const& type) {
  switch (type.kind) {
    case ir::TypeKind::boolean:
      return eval::Domain::boolean;
    case ir::TypeKind::integer:
    case ir::TypeKind::date:
    case ir::TypeKind::moment:
    case ir::TypeKind::month:
    case ir::TypeKind::year:
      return eval::Domain::whole;
    case ir::TypeKind::enumeration:
      return eval::Domain::enumeration;
    case ir::TypeKind::text:
      return eval::Domain::text;
    case ir::TypeKind::list:
      return eval::Domain::list;
    case ir::TypeKind::quantity:
      return type.dimension == base::kPeriod ? eval::Domain::whole : eval::Domain::dense;
    case ir::TypeKind::decimal:
    case ir::TypeKind::ratio:
    case ir::TypeKind::amount:
      break;
  }
  return eval::Domain::dense;
}

eval::Calendar calendar_of(ir::Type const& type) {
  switch (type.kind) {
    case ir::TypeKind::date:
      return eval::Calendar::date;
    case ir::TypeKind::moment:
      return eval::Calendar::moment;
    case ir::TypeKind::month:
      return eval::Calendar::month;
    case ir::TypeKind::year:
      return eval::Calendar::year;
    default:
      return eval::Calendar::none;
  }
}

eval::FactPlan plan_info(ir::FactInfo const& info) {
  eval::FactPlan plan;
  plan.name = info.name;
  plan.domain = domain_of(info.type);
  if (info.type.kind == ir::TypeKind::enumeration || info.type.kind == ir::TypeKind::amount) {
    plan.enumeration = info.type.enumeration.index;
  }
  plan.dimension = info.type.dimension;
  plan.calendar = calendar_of(info.type);
  plan.may_be_not_applicable = info.may_be_not_applicable;
  plan.fixed = info.fixed;
  plan.minimum = info.minimum;
  plan.maximum = info.maximum;
  plan.by = info.from;
  plan.cost = info.cost;
  return plan;
}

eval::FactPlan plan_fact(ir::Program const& program, ir::Fact const& fact) {
  eval::FactPlan plan = plan_info(fact.info);
  plan.assessment = fact.assessment;
  if (fact.assessment) {
    plan.by = fact.judged_by;
  }
  plan.factors = fact.factors;
  plan.max_items = fact.max_items;
  plan.open_law = fact.open_law;
  if (fact.info.type.kind == ir::TypeKind::list) {
    for (ir::Field const& field : program.records[fact.info.type.record.index].fields) {
      plan.fields.push_back(plan_info(field.info));
      plan.fields.back().key_field = field.key_field;
      plan.fields.back().assessment = field.assessment;
      plan.fields.back().factors = field.factors;
      plan.fields.back().by = field.assessment ? field.judged_by : plan.fields.back().by;
    }
  }
  return plan;
}

eval::EnumPlan plan_enum(ir::Enum const& enumeration) {
  eval::EnumPlan plan;
  plan.name = enumeration.name;
  for (ir::EnumValue const& value : enumeration.values) {
    plan.values.push_back(value.name);
    plan.ranks.push_back(value.rank);
    plan.unranked.push_back(value.unranked);
    plan.any_unit.push_back(value.any_unit);
    plan.dimensions.push_back(value.dimension.value_or(base::kNoDimension));
    plan.has_any_unit = plan.has_any_unit || value.any_unit;
  }
  return plan;
}

class Lowering {
 public:
  Lowering(ir::Program const& program, source::Sources const& sources)
      : program_(program), coder_(program, sources, plan_) {}

  eval::Plan run() {
    add_static_data();
    add_basis();
    for (ir::Table const& table : program_.tables) {
      plan_.tables.push_back(plan_table(table));
    }
    for (ir::Definition const& definition : program_.definitions) {
      plan_.definitions.push_back(plan_definition(definition));
    }
    lower_rules(program_, coder_, plan_);
    make_room_for_services();
    for (ir::Service const& service : program_.services) {
      plan_.services.push_back(plan_service(service));
    }
    for (ir::Duty const& duty : program_.duties) {
      plan_.duties.push_back({duty.name, duty.on, duty.owed_to, duty.decision.index, coder_.block(duty.due),
                              duty.before, named(program_, duty.citations)});
    }
    for (ir::Function const& function : program_.functions) {
      eval::FunctionPlan made{
          function.name, function.code, function.place, {}, function.result.kind == ir::TypeKind::text};
      for (ir::Type const& type : function.arguments) {
        made.takes_texts.push_back(type.kind == ir::TypeKind::text);
      }
      plan_.functions.push_back(std::move(made));
    }
    for (ir::Term const& term : program_.terms) {
      plan_.terms.push_back({term.length, term.suspended.has_value() ? term.suspended.index : eval::kNoIndex,
                             term.first_day, term.last_day});
    }
    plan_selection();
    lower_properties(program_, coder_, plan_);
    plan_.variables = program_.variable_count;
    return std::move(plan_);
  }

 private:
  void add_static_data() {
    for (ir::Fact const& fact : program_.facts) {
      plan_.facts.push_back(plan_fact(program_, fact));
      if (!fact.open_law.empty()) {
        cite_open_row(fact, plan_.facts.back());
      }
    }
    for (ir::Assessment const& assessment : program_.assessments) {
      eval::FactPlan& of = plan_.facts[assessment.fact.index];
      eval::FactPlan& fact = assessment.field == UINT32_MAX ? of : of.fields[assessment.field];
      fact.by = assessment.by;
      fact.not_by = assessment.not_by;
      fact.most_weight = assessment.most_weight;
      fact.factors = assessment.factors;
      fact.factors_open_ended = assessment.open_ended;
      fact.citations = named(program_, assessment.citations);
    }
    for (ir::Enum const& enumeration : program_.enums) {
      plan_.enums.push_back(plan_enum(enumeration));
    }
    for (ir::DeclaredUnit const& unit : program_.units) {
      plan_.units.push_back(unit.name);
    }
    for (ir::Condition const& condition : program_.conditions) {
      plan_.conditions.push_back({condition.name, plan_parameters(program_, condition.parameters)});
    }
  }

  // A row that is open law while out of force is cited as its table's other open keys are.
  void cite_open_row(ir::Fact const& fact, eval::FactPlan& plan) const {
    std::size_t const open = fact.info.name.find('[');
    for (ir::Table const& table : program_.tables) {
      if (open != std::string::npos && table.undetermined && fact.info.name.substr(0, open) == table.name) {
        plan.citations = named(program_, table.undetermined->citations);
        append(plan.citations, named(program_, table.citations));
      }
    }
  }

  void add_basis() {
    for (std::size_t i = 0; i < program_.facts.size(); ++i) {
      ir::Fact const& fact = program_.facts[i];
      add_default(fact.info, plan_.facts[i]);
      for (std::size_t field = 0; field < plan_.facts[i].fields.size(); ++field) {
        add_default(program_.records[fact.info.type.record.index].fields[field].info, plan_.facts[i].fields[field]);
      }
    }
    for (ir::LawParameter const& parameter : program_.parameters) {
      plan_.parameters.push_back(plan_parameter(parameter));
    }
    for (ir::Presumption const& presumption : program_.presumptions) {
      plan_.facts[presumption.fact.index].presumption = static_cast<std::uint32_t>(plan_.presumptions.size());
      eval::PresumptionPlan plan;
      plan.fact = presumption.fact.index;
      plan.value = coder_.value(program_.facts[plan.fact].info.type, presumption.value, presumption.text);
      plan.when = presumption.when.has_value() ? coder_.block(presumption.when) : eval::kNoIndex;
      plan.citations = named(program_, presumption.citations);
      plan_.presumptions.push_back(std::move(plan));
    }
    plan_.readings.resize(program_.readings.size());
    plan_.has_basis |= !plan_.parameters.empty() || !plan_.presumptions.empty() || !plan_.readings.empty();
  }

  void add_default(ir::FactInfo const& info, eval::FactPlan& plan) {
    if (info.default_value) {
      plan.default_value = coder_.value(info.type, *info.default_value, info.default_text);
      plan_.has_basis = true;
    }
  }

  eval::LawParameterPlan plan_parameter(ir::LawParameter const& parameter) {
    eval::LawParameterPlan plan;
    plan.name = parameter.name;
    plan.domain = domain_of(parameter.type);
    plan.calendar = calendar_of(parameter.type);
    plan.dimension = parameter.type.dimension;
    if (parameter.type.kind == ir::TypeKind::enumeration) {
      plan.enumeration = parameter.type.enumeration.index;
    }
    if (parameter.value) {
      plan.value = coder_.value(parameter.type, *parameter.value, parameter.text);
    }
    if (parameter.low && parameter.high) {
      plan.range = eval::Interval{{parameter.low, true}, {parameter.high, true}};
    }
    plan.reason = parameter.reason;
    plan.citations = named(program_, parameter.citations);
    return plan;
  }

  void add_reading(ir::Definition const& definition, ir::Expr const& body, eval::DefinitionPlan& plan) {
    ir::Reading const& reading = program_.readings[body.index];
    eval::ReadingPlan& planned = plan_.readings[body.index];
    planned.name = reading.name;
    planned.citations = named(program_, definition.citations);
    for (std::size_t i = 0; i < reading.choices.size(); ++i) {
      planned.choices.push_back(
          {reading.choices[i].name, coder_.block(body.children[i]), named(program_, reading.choices[i].citations)});
    }
    plan.reading = body.index;
  }

  // What picks the law: the package's period, the date, and the policy between two laws.
  void plan_selection() {
    if (program_.in_force.has_value()) {
      plan_.in_force = coder_.condition(program_.in_force);
    }
    for (ir::DefinitionId const id : {program_.selecting, program_.selecting_decided}) {
      if (id.has_value()) {
        plan_.selecting.push_back(id.index);
      }
    }
    if (program_.milder_for.has_value()) {
      plan_.milder = eval::MilderLaw{program_.milder_for.index, program_.milder_question.index};
    }
  }

  eval::TablePlan plan_table(ir::Table const& table) {
    eval::TablePlan plan;
    plan.name = table.name;
    plan.enumeration = table.key.index;
    plan.domain = domain_of(table.result);
    plan.calendar = calendar_of(table.result);
    plan.is_amount = table.result.kind == ir::TypeKind::amount;
    plan.dimension = table.result.dimension;
    if (table.result.kind == ir::TypeKind::enumeration) {
      plan.result_enumeration = table.result.enumeration.index;
    }
    std::vector<eval::OutcomeCitation> const whole = named(program_, table.citations);
    eval::TableEntry other;
    if (table.undetermined) {
      plan.reason = table.undetermined->reason;
      other.open_law = true;
      other.citations = named(program_, table.undetermined->citations);
    } else if (table.otherwise.has_value()) {
      other.block = coder_.block(table.otherwise);
    }
    append(other.citations, whole);
    plan.entries.assign(program_.enums[table.key.index].values.size(), other);
    std::map<std::size_t, std::uint32_t> block_of;  // a row that stands for several keys has one block
    for (ir::TableRow const& row : table.rows) {
      eval::TableEntry& entry = plan.entries[row.key];
      auto const [known, is_new] = block_of.try_emplace(row.value.index, 0);
      known->second = is_new ? coder_.block(row.value) : known->second;
      entry = {false, known->second, named(program_, row.citations)};
      append(entry.citations, whole);
    }
    return plan;
  }

  static void append(std::vector<eval::OutcomeCitation>& to, std::vector<eval::OutcomeCitation> const& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  eval::DefinitionPlan plan_definition(ir::Definition const& definition) {
    eval::DefinitionPlan plan;
    plan.name = definition.name;
    plan.boolean = definition.type.kind == ir::TypeKind::boolean;
    plan.text = definition.type.kind == ir::TypeKind::text;
    plan.calendar = calendar_of(definition.type);
    plan.dimension = definition.type.dimension;
    if (definition.type.kind == ir::TypeKind::enumeration) {
      plan.enumeration = definition.type.enumeration.index;
    }
    ir::Expr const& body = program_.exprs[definition.body.index];
    if (body.op == ir::ExprOp::reading) {
      add_reading(definition, body, plan);
    }
    plan.block = coder_.block(definition.body);
    if (program_.exprs[definition.body.index].op == ir::ExprOp::conjunction) {
      plan.conjuncts = coder_.conjuncts(definition.body);
    }
    plan.citations = named(program_, definition.citations);
    return plan;
  }

  void make_room_for_services() {
    std::size_t criteria = 0;
    for (ir::Service const& service : program_.services) {
      criteria += service.criteria.size();
    }
    base::reserve_large(plan_.services, program_.services.size());
    base::reserve_large(plan_.criteria, criteria);
  }

  eval::ServicePlan plan_service(ir::Service const& service) {
    eval::ServicePlan plan;
    plan.decision = service.decision.index;
    if (service.offered.has_value()) {
      plan.offered = coder_.condition(service.offered);
    }
    if (service.in_force.has_value()) {
      plan.in_force = coder_.condition(service.in_force);
    }
    plan.criteria.begin = static_cast<std::uint32_t>(plan_.criteria.size());
    for (ir::Criterion const& criterion : service.criteria) {
      plan_.criteria.push_back({{}, coder_.block(criterion.condition), {}, criterion.exclusion});
    }
    plan.criteria.end = static_cast<std::uint32_t>(plan_.criteria.size());
    return plan;
  }

  ir::Program const& program_;
  eval::Plan plan_;
  Coder coder_;
};

}  // namespace

eval::Plan lower_code(ir::Program const& program, source::Sources const& sources) {
  return Lowering(program, sources).run();
}

eval::Plan lower(ir::Program const& program, source::Sources const& sources) {
  eval::Plan plan = lower_code(program, sources);
  put_in(told_of(program, sources), plan);
  return plan;
}

}  // namespace hjemmel::lower
