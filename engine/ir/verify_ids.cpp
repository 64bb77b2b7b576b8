// First part: every id points into its table, children stand before their parents, every node has the children its operation
// needs. What passes here may be followed without a second look.
#include <algorithm>

#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

class Ids {
 public:
  Ids(Program const& program, Faults& faults) : program_(program), faults_(faults) {}

  void verify() {
    head();
    enums_and_conditions();
    facts();
    for (std::size_t i = 0; i < program_.exprs.size(); ++i) {
      expression(ExprId(i));
    }
    basis();
    tables();
    decisions();
    for (Rule const& rule : program_.rules) {
      rule_ids(rule);
    }
    for (Service const& service : program_.services) {
      service_ids(service);
    }
    for (Duty const& duty : program_.duties) {
      duty_ids(duty);
    }
    for (Property const& property : program_.properties) {
      property_ids(property);
    }
  }

 private:
  bool type_ids(Type const& type) const {
    switch (type.kind) {
      case TypeKind::enumeration:
      case TypeKind::amount:
        return in_range(type.enumeration, program_.enums);
      case TypeKind::list:
        return in_range(type.record, program_.records);
      case TypeKind::quantity:
        return dimension_known(type.dimension);
      case TypeKind::ratio:
        return (type.dimension == base::kNoDimension || dimension_known(type.dimension)) &&
               none_or_in_range(type.enumeration, program_.enums);
      default:
        return true;
    }
  }

  bool dimension_known(base::Dimension dimension) const {
    bool const built_in = dimension.code >= base::kMass.code && dimension.code <= base::kDuration.code;
    bool const declared = dimension.code >= base::kFirstDeclaredDimension &&
                          dimension.code - base::kFirstDeclaredDimension < static_cast<int>(program_.units.size());
    return built_in || declared;
  }

  void type(Type const& type, Where const& where) {
    faults_.require(type_ids(type), where, "its type points to no enumeration, record or unit");
  }

  void citations(Citations const& list, Where const& where) {
    for (Citation const& citation : list) {
      faults_.require(none_or_in_range(citation.source, program_.sources), where, "cites a source that does not exist");
    }
  }

  void expr(ExprId id, Where const& where, bool optional) {
    bool const present = in_range(id, program_.exprs) || (optional && !id.has_value());
    faults_.require(present, where, "has an expression that does not exist");
  }

  void head() {
    for (FactId const id : {program_.as_of, program_.decided_on}) {
      faults_.require(none_or_in_range(id, program_.facts), "the head", "names a fact that does not exist");
    }
  }

  void parameters(std::vector<Parameter> const& list, Where const& where) {
    for (Parameter const& parameter : list) {
      type(parameter.type, where.with(" parameter ", parameter.name));
    }
  }

  void enums_and_conditions() {
    for (Enum const& enumeration : program_.enums) {
      faults_.require(!enumeration.values.empty(), Where("enum ", enumeration.name), "has no values");
      for (EnumValue const& value : enumeration.values) {
        Where const where{"enum ", enumeration.name, " value ", value.name};
        parameters(value.parameters, where);
        faults_.require(!value.dimension || dimension_known(*value.dimension), where,
                        "is measured in an unknown dimension");
      }
    }
    for (Condition const& condition : program_.conditions) {
      parameters(condition.parameters, Where("condition ", condition.name));
    }
  }

  void facts() {
    for (Record const& record : program_.records) {
      for (Field const& field : record.fields) {
        Where const where{"field ", record.name, ".", field.info.name};
        type(field.info.type, where);
        bool const keyed = field.info.type.kind == TypeKind::amount;
        faults_.require(!keyed || field.key_field < record.fields.size(), where, "has no key field");
      }
    }
    for (Fact const& fact : program_.facts) {
      type(fact.info.type, Where("fact ", fact.info.name));
    }
    for (Assessment const& assessment : program_.assessments) {
      faults_.require(in_range(assessment.fact, program_.facts), "an assessment", "is of a fact that does not exist");
      citations(assessment.citations, "an assessment");
    }
  }

  void service_ids(Service const& service) {
    Where const where{"service ", service.name};
    bool const decided =
        in_range(service.decision, program_.decisions) && program_.decisions[service.decision.index].of_service;
    faults_.require(decided, where, "has no decision of its own");
    faults_.require(none_or_in_range(service.place, program_.facts), where, "is offered by a fact that does not exist");
    expr(service.offered, where, true);
    expr(service.in_force, where, true);
    citations(service.citations, where);
    for (Criterion const& criterion : service.criteria) {
      if (!in_range(criterion.condition, program_.exprs) || !criterion.citations.empty()) {
        expr(criterion.condition, where.with(" criterion ", criterion.name), false);
        citations(criterion.citations, where.with(" criterion ", criterion.name));
      }
    }
    for (Given const& given : service.gives) {
      for (GivenFeature const& feature : given.features) {
        type(feature.type, where.with(" gives ", given.name));
      }
    }
  }

  void duty_ids(Duty const& duty) {
    Where const where{"duty ", duty.name};
    bool const decided = in_range(duty.decision, program_.decisions) && program_.decisions[duty.decision.index].of_duty;
    faults_.require(decided, where, "has no decision of its own");
    expr(duty.due, where, false);
    citations(duty.citations, where);
  }

  void property_ids(Property const& property) {
    Where const where{"property ", property.name};
    std::size_t const cases = property.cases.size();
    faults_.require(cases == 1 || cases == 2, where, "speaks of no case, or of more than two");
    faults_.require(!property.variation || varied_in_range(*property.variation), where, "varies what does not exist");
    bool const roots = property.then < property.nodes.size() && property.when.value_or(0) < property.nodes.size();
    faults_.require(roots, where, "has a node that does not exist");
    for (std::size_t i = 0; i < property.nodes.size(); ++i) {
      PropertyNode const& node = property.nodes[i];
      bool const ordered =
          std::all_of(node.children.begin(), node.children.end(), [i](auto child) { return child < i; });
      faults_.require(ordered, where, "has a node before its children");
      faults_.require(node.of_case < cases, where, "has a node of a case that it does not name");
      if (node.op == PropertyOp::term) {
        expr(node.expr, where, false);
      }
      bool const answer = node.op == PropertyOp::answer || node.op == PropertyOp::mildest;
      faults_.require(!answer || in_range(node.decision, program_.decisions), where,
                      "asks a decision that does not exist");
    }
  }

  bool varied_in_range(Variation const& variation) const {
    if (!in_range(variation.fact, program_.facts) || !variation.of_element()) {
      return in_range(variation.fact, program_.facts);
    }
    Type const& list = program_.facts[variation.fact.index].info.type;
    return list.kind == TypeKind::list && variation.field < program_.records[list.record.index].fields.size() &&
           variation.variable < program_.variable_count;
  }

  static bool arity_fits(Expr const& expr) {
    std::size_t const count = expr.children.size();
    std::size_t const where = expr.has_where ? 1 : 0;
    switch (expr.op) {
      case ExprOp::constant:
      case ExprOp::fact:
      case ExprOp::field:
      case ExprOp::group_key:
      case ExprOp::definition:
      case ExprOp::parameter:
      case ExprOp::may_be:
      case ExprOp::is_only:
      case ExprOp::figure:
      case ExprOp::selecting_date:
      case ExprOp::out_of_force:
        return count == 0;
      case ExprOp::reading:
      case ExprOp::conjunction:
      case ExprOp::disjunction:
        return count >= 2;
      case ExprOp::negation:
      case ExprOp::member:
      case ExprOp::is_applicable:
      case ExprOp::negate:
      case ExprOp::round:
      case ExprOp::date_of:
      case ExprOp::month_of:
      case ExprOp::year_of:
      case ExprOp::term:
        return count == 1;
      case ExprOp::table:
        return count >= 1;
      case ExprOp::call:
        return true;  // as many as its function takes: below
      case ExprOp::conditional:
        return count == 3;
      case ExprOp::every:
      case ExprOp::some:
      case ExprOp::no:
      case ExprOp::total:
      case ExprOp::count_distinct:
      case ExprOp::least:
      case ExprOp::greatest:
        return count == 1 + where;
      case ExprOp::count:
        return count == where + (expr.source == SourceKind::list_by_key ? 1 : 0);
      case ExprOp::first:
      case ExprOp::last:
      case ExprOp::only:
        return count == where;
      default:
        return count == 2;
    }
  }

  bool cross_reference_in_range(Expr const& expr) const {
    switch (expr.op) {
      case ExprOp::fact:
        return in_range(expr.fact, program_.facts);
      case ExprOp::definition:
      case ExprOp::selecting_date:
        return in_range(expr.definition, program_.definitions);
      case ExprOp::parameter:
        return expr.index < program_.parameters.size();
      case ExprOp::reading:
        return expr.index < program_.readings.size() &&
               expr.children.size() == program_.readings[expr.index].choices.size();
      case ExprOp::table:
        return in_range(expr.more->table, program_.tables);
      case ExprOp::call:
        return expr.index < program_.functions.size() &&
               expr.children.size() == program_.functions[expr.index].arguments.size();
      case ExprOp::term:
        return expr.index < program_.terms.size() && term_in_range(program_.terms[expr.index]);
      case ExprOp::field:
      case ExprOp::group_key:
        return expr.variable < program_.variable_count;
      case ExprOp::may_be:
      case ExprOp::is_only:
        return option_in_range(expr.decision, expr.index);
      case ExprOp::figure:
        return in_range(expr.decision, program_.decisions) && program_.decisions[expr.decision.index].of_figure;
      default:
        return !is_over_list(expr.op) || source_in_range(expr);
    }
  }

  bool term_in_range(Term const& term) const {
    if (!term.suspended.has_value()) {
      return true;
    }
    if (!in_range(term.suspended, program_.facts)) {
      return false;
    }
    Type const& list = program_.facts[term.suspended.index].info.type;
    std::size_t const fields = list.kind == TypeKind::list ? program_.records[list.record.index].fields.size() : 0;
    return term.first_day < fields && term.last_day < fields;
  }

  bool source_in_range(Expr const& expr) const {
    if (expr.variable >= program_.variable_count || expr.source == SourceKind::none) {
      return false;
    }
    if (expr.source == SourceKind::group) {
      return expr.more->group < program_.variable_count;
    }
    return in_range(expr.fact, program_.facts) && program_.facts[expr.fact.index].info.type.kind == TypeKind::list;
  }

  bool option_in_range(DecisionId id, std::uint32_t option) const {
    if (!in_range(id, program_.decisions) || !in_range(program_.decisions[id.index].options, program_.enums)) {
      return false;
    }
    return option < program_.enums[program_.decisions[id.index].options.index].values.size();
  }

  void expression(ExprId id) {
    Expr const& expr = program_.exprs[id.index];
    bool const typed = type_ids(expr.type);
    bool const ordered =
        std::all_of(expr.children.begin(), expr.children.end(), [&](ExprId child) { return child.index < id.index; });
    bool const fits = arity_fits(expr);
    bool const points = cross_reference_in_range(expr);
    bool const over_list = expr.source == SourceKind::none || is_over_list(expr.op);
    if (typed && ordered && fits && points && over_list) {
      return;  // as nearly all are: no place is named
    }
    Where const where{id};
    type(expr.type, where);
    faults_.require(ordered, where, "has a child that does not stand before it");
    faults_.require(fits, where, "has the wrong number of children");
    faults_.require(points, where, "points to something that does not exist");
    faults_.require(over_list, where, "runs over a list, and is nothing that does");
  }

  void tables() {
    for (Table const& table : program_.tables) {
      Where const where{"table ", table.name};
      type(table.result, where);
      citations(table.citations, where);
      expr(table.otherwise, where, true);
      bool const key_exists = in_range(table.key, program_.enums);
      faults_.require(key_exists, where, "has a key enumeration that does not exist");
      for (TableInput const& input : table.inputs) {
        type(input.type, where);
        for (TableCut const& cut : input.cuts) {
          expr(cut.at, where, false);
        }
      }
      for (TableRow const& row : table.rows) {
        bool const row_fits = key_exists && row.key < program_.enums[table.key.index].values.size();
        faults_.require(row_fits, where, "has a row for a key that does not exist");
        expr(row.value, where, false);
        citations(row.citations, where);
      }
    }
    for (Definition const& definition : program_.definitions) {
      type(definition.type, Where("definition ", definition.name));
      expr(definition.body, Where("definition ", definition.name), false);
      citations(definition.citations, Where("definition ", definition.name));
    }
  }

  void basis() {
    for (LawParameter const& parameter : program_.parameters) {
      type(parameter.type, Where("parameter ", parameter.name));
      citations(parameter.citations, Where("parameter ", parameter.name));
    }
    for (Presumption const& presumption : program_.presumptions) {
      faults_.require(in_range(presumption.fact, program_.facts), "a presumption", "is of a fact that does not exist");
      expr(presumption.when, "a presumption", true);
      citations(presumption.citations, "a presumption");
    }
    for (Reading const& reading : program_.readings) {
      for (ReadingChoice const& choice : reading.choices) {
        citations(choice.citations, Where("reading ", reading.name));
      }
    }
  }

  void decisions() {
    for (Decision const& decision : program_.decisions) {
      Where const where{"decision ", decision.name};
      faults_.require(in_range(decision.options, program_.enums), where, "has options that do not exist");
      faults_.require(!decision.of_figure || is_of_figure(decision), where, "is on a figure and has no single one");
      expr(decision.when, where, true);
      citations(decision.citations, where);
      for (RuleId const id : decision.rules) {
        faults_.require(in_range(id, program_.rules), where, "has a rule that does not exist");
      }
    }
  }

  bool is_of_figure(Decision const& decision) const {
    std::vector<EnumValue> const& values = program_.enums[decision.options.index].values;
    return values.size() == 1 && values.front().parameters.size() == 1;
  }

  void bounds(std::vector<Bound> const& list, std::size_t parameter_count, Where const& where) {
    for (Bound const& bound : list) {
      faults_.require(bound.parameter < parameter_count, where, "bounds a parameter that does not exist");
      expr(bound.computed, where, true);
    }
  }

  void option(DecisionId decision, std::uint32_t value, std::vector<Bound> const& list, Where const& where) {
    bool const exists = option_in_range(decision, value);
    faults_.require(exists, where, "names an option that does not exist");
    if (exists) {
      Enum const& options = program_.enums[program_.decisions[decision.index].options.index];
      bounds(list, options.values[value].parameters.size(), where);
    }
  }

  void condition(ConditionUse const& use, Where const& where) {
    bool const exists = in_range(use.condition, program_.conditions);
    faults_.require(exists, where, "names a condition that does not exist");
    if (!exists) {
      return;
    }
    std::size_t const parameter_count = program_.conditions[use.condition.index].parameters.size();
    bounds(use.bounds, parameter_count, where);
    for (std::uint32_t const parameter : use.states) {
      faults_.require(parameter < parameter_count, where, "states a parameter that does not exist");
    }
  }

  void choice_ids(Rule const& rule, Where const& where) {
    for (OptionUse const& use : rule.choice->options) {
      option(rule.decision, use.value, use.bounds, where);
    }
    for (ConditionUse const& use : rule.choice->with) {
      condition(use, where);
    }
  }

  void qualifier_ids(Rule const& rule, Qualifier const& qualifier, Where const& where) {
    for (OptionUse const& use : qualifier.options) {
      option(rule.decision, use.value, use.bounds, where);
    }
    if (qualifier.option) {
      option(rule.decision, *qualifier.option, {}, where);
    }
    if (qualifier.condition) {
      condition(*qualifier.condition, where);
    }
  }

  void rule_ids(Rule const& rule) {
    Where const where{"rule ", rule.name};
    faults_.require(in_range(rule.decision, program_.decisions), where, "is on a decision that does not exist");
    for (auto const* list : {&rule.overrides, &rule.disapplies}) {
      for (RuleId const id : *list) {
        faults_.require(in_range(id, program_.rules), where, "overrides or disapplies a rule that does not exist");
      }
    }
    expr(rule.when, where, true);
    expr(rule.unless, where, true);
    for (Ground const& ground : rule.grounds) {
      expr(ground.condition, where, false);
    }
    if (rule.choice) {
      choice_ids(rule, where);
    }
    for (Qualifier const& qualifier : rule.qualifiers) {
      qualifier_ids(rule, qualifier, where);
    }
    citations(rule.citations, where);
  }

  Program const& program_;
  Faults& faults_;
};

}  // namespace

// The whole first.
std::string Where::text() const {
  std::vector<Where const*> chain;
  for (Where const* where = this; where != nullptr; where = where->outer_) {
    chain.insert(chain.begin(), where);
  }
  std::string text;
  for (Where const* const where : chain) {
    text += where->expr_.has_value() ? "expr " + std::to_string(where->expr_.index) : "";
    for (std::string_view const part : where->parts_) {
      text += part;
    }
  }
  return text;
}

void verify_ids(Program const& program, Faults& faults) { Ids(program, faults).verify(); }

}  // namespace hjemmel::ir
