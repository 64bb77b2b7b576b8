// The builder of programs for tests: it fills types in, it checks nothing (`ir::verify` does).
#include "tests/differential/build.h"

#include <algorithm>

#include "engine/ir/bounds.h"
#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::differential {

ir::Type plain(ir::TypeKind kind) { return {kind, {}, {}, {}}; }
ir::Type quantity(base::Dimension dimension) { return {ir::TypeKind::quantity, dimension, {}, {}}; }
ir::Type enumeration(ir::EnumId id) { return {ir::TypeKind::enumeration, {}, id, {}}; }
ir::Type amount_of(ir::EnumId id) { return {ir::TypeKind::amount, {}, id, {}}; }
ir::Type list_of(ir::RecordId id) { return {ir::TypeKind::list, {}, {}, id}; }

ir::EnumId Builder::add_enum(std::string const& name, std::vector<std::string> const& values,
                             std::string const& ordered_by) {
  ir::Enum made;
  made.name = name;
  made.ordered_by = ordered_by;
  for (std::string const& value : values) {
    ir::EnumValue one;
    one.name = value;
    one.rank = static_cast<std::uint32_t>(made.values.size());
    made.values.push_back(one);
  }
  program.enums.push_back(made);
  return ir::EnumId(program.enums.size() - 1);
}

ir::FactId Builder::add_fact(std::string const& name, ir::Type const& type) {
  ir::Fact fact;
  fact.info.name = name;
  fact.info.type = type;
  program.facts.push_back(fact);
  return ir::FactId(program.facts.size() - 1);
}

ir::FactId Builder::add_list(std::string const& name, std::vector<ir::Field> const& fields, std::uint32_t max_items) {
  program.records.push_back({name, fields});
  ir::FactId const id = add_fact(name, list_of(ir::RecordId(program.records.size() - 1)));
  program.facts[id.index].max_items = max_items;
  return id;
}

ir::ConditionId Builder::add_condition(std::string const& name, std::vector<ir::Parameter> const& parameters) {
  program.conditions.push_back({name, parameters, {}});
  return ir::ConditionId(program.conditions.size() - 1);
}

ir::DefinitionId Builder::add_definition(std::string const& name, ir::ExprId body) {
  ir::Definition definition;
  definition.name = name;
  definition.type = type_of(body);
  definition.body = body;
  program.definitions.push_back(definition);
  return ir::DefinitionId(program.definitions.size() - 1);
}

ir::DecisionId Builder::add_decision(std::string const& name, ir::EnumId options, ir::ExprId when) {
  ir::Decision decision;
  decision.name = name;
  decision.options = options;
  decision.when = when;
  program.decisions.push_back(decision);
  return ir::DecisionId(program.decisions.size() - 1);
}

ir::RuleId Builder::add_rule(std::string const& name, ir::DecisionId decision, ir::ExprId when) {
  ir::Rule rule;
  rule.name = name;
  rule.decision = decision;
  rule.when = when;
  program.rules.push_back(rule);
  ir::RuleId const id(program.rules.size() - 1);
  program.decisions[decision.index].rules.push_back(id);
  return id;
}

ir::ExprId Builder::add(ir::Expr const& expr) {
  program.exprs.push_back(expr);
  return ir::ExprId(program.exprs.size() - 1);
}

ir::ExprId Builder::constant(ir::Type const& type, base::Decimal number) {
  ir::Expr expr;
  expr.type = type;
  expr.number = number;
  return add(expr);
}

ir::ExprId Builder::text(std::string const& words) {
  ir::Expr expr;
  expr.type = plain(ir::TypeKind::text);
  expr.more = ir::ExprMore{.text = words};
  return add(expr);
}

ir::ExprId Builder::fact(ir::FactId id) {
  ir::Expr expr;
  expr.op = ir::ExprOp::fact;
  expr.type = program.facts[id.index].info.type;
  expr.fact = id;
  return add(expr);
}

ir::ExprId Builder::definition(ir::DefinitionId id) {
  ir::Expr expr;
  expr.op = ir::ExprOp::definition;
  expr.type = program.definitions[id.index].type;
  expr.definition = id;
  return add(expr);
}

ir::ExprId Builder::table(ir::TableId id, ir::ExprIds const& keys) {
  ir::Expr expr;
  expr.op = ir::ExprOp::table;
  expr.type = program.tables[id.index].result;
  expr.more = ir::ExprMore{.table = id};
  expr.children = keys;
  return add(expr);
}

ir::ExprId Builder::boolean(ir::ExprOp op, ir::ExprIds const& children) {
  ir::Expr expr;
  expr.op = op;
  expr.children = children;
  return add(expr);
}

ir::ExprId Builder::arithmetic(ir::ExprOp op, ir::ExprIds const& children) {
  ir::Expr expr;
  expr.op = op;
  expr.type = type_of(children[0]);
  expr.children = children;
  return add(expr);
}

ir::ExprId Builder::operation(ir::ExprOp op, ir::Type const& type, ir::ExprIds const& children) {
  ir::Expr expr;
  expr.op = op;
  expr.type = type;
  expr.children = children;
  return add(expr);
}

ir::ExprId Builder::rounded(ir::ExprId child, ir::Type const& type, base::Decimal step, std::uint32_t way) {
  ir::Expr expr;
  expr.op = ir::ExprOp::round;
  expr.type = type;
  expr.number = step;
  expr.index = way;
  expr.children = {child};
  return add(expr);
}

ir::ExprId Builder::age(ir::ExprId birth, ir::ExprId at) {
  ir::Expr expr;
  expr.op = ir::ExprOp::age;
  expr.type = quantity(base::kPeriod);
  expr.children = {birth, at};
  return add(expr);
}

ir::ExprId Builder::term(base::Term const& length, ir::ExprId start) {
  program.terms.push_back({length, {}, 0, 0});
  ir::Expr expr;
  expr.op = ir::ExprOp::term;
  expr.type = type_of(start);
  expr.children = {start};
  expr.index = static_cast<std::uint32_t>(program.terms.size() - 1);
  return add(expr);
}

ir::ExprId Builder::call(std::uint32_t place, ir::Type const& result, ir::ExprIds const& arguments) {
  base::Foreign const& code = test::jurisdiction();
  program.jurisdictions = {&code};
  auto const known = std::find_if(program.functions.begin(), program.functions.end(),
                                  [&](ir::Function const& one) { return one.place == place; });
  ir::Expr expr;
  expr.op = ir::ExprOp::call;
  expr.type = result;
  expr.children = arguments;
  expr.index = static_cast<std::uint32_t>(known - program.functions.begin());
  if (known == program.functions.end()) {
    ir::Function made{"tt." + code.functions()[place].name, {}, result, &code, place};
    for (ir::ExprId const argument : arguments) {
      made.arguments.push_back(type_of(argument));
    }
    program.functions.push_back(std::move(made));
  }
  return add(expr);
}

ir::ExprId Builder::conditional(ir::ExprId condition, ir::ExprId yes, ir::ExprId no) {
  ir::Expr expr;
  expr.op = ir::ExprOp::conditional;
  expr.type = type_of(yes);
  expr.children = {condition, yes, no};
  return add(expr);
}

ir::ExprId Builder::member(ir::ExprId of, std::vector<std::uint32_t> const& set) {
  ir::Expr expr;
  expr.op = ir::ExprOp::member;
  expr.children = {of};
  expr.more = ir::ExprMore{.set = {set.begin(), set.end()}};
  return add(expr);
}

ir::ExprId Builder::about(ir::ExprOp op, ir::DecisionId decision, std::uint32_t option) {
  ir::Expr expr;
  expr.op = op;
  expr.decision = decision;
  expr.index = option;
  return add(expr);
}

ir::DecisionId Builder::add_figure_decision(std::string const& name, ir::Type const& type, ir::ExprId when) {
  ir::EnumId const options = add_enum("figure of " + name, {"the figure"});
  program.enums[options.index].values.front().parameters.push_back({"the figure", type});
  ir::DecisionId const id = add_decision(name, options, when);
  program.decisions[id.index].of_figure = true;
  return id;
}

ir::ExprId Builder::figure(ir::DecisionId decision) {
  ir::Expr expr;
  expr.op = ir::ExprOp::figure;
  expr.type = ir::figure_type(program, program.decisions[decision.index]);
  expr.decision = decision;
  return add(expr);
}

Builder::Variable Builder::over(ir::FactId list) {
  return {program.variable_count++, list, ir::SourceKind::list, 0, 0};
}

Builder::Variable Builder::over_groups(ir::FactId list, std::uint32_t key) {
  return {program.variable_count++, list, ir::SourceKind::list_by_key, key, 0};
}

Builder::Variable Builder::inside(Variable const& group) {
  return {program.variable_count++, group.list, ir::SourceKind::group, 0, group.number};
}

std::vector<ir::Field> const& Builder::fields_of(ir::FactId list) const {
  return program.records[program.facts[list.index].info.type.record.index].fields;
}

ir::ExprId Builder::field(Variable const& at, std::uint32_t index) {
  ir::Expr expr;
  expr.op = ir::ExprOp::field;
  expr.type = fields_of(at.list)[index].info.type;
  expr.variable = at.number;
  expr.index = index;
  return add(expr);
}

ir::ExprId Builder::group_key(Variable const& at) {
  ir::Expr expr;
  expr.op = ir::ExprOp::group_key;
  expr.type = fields_of(at.list)[at.key].info.type;
  expr.variable = at.number;
  return add(expr);
}

ir::ExprId Builder::bind(ir::ExprOp op, Variable const& variable, ir::ExprId where, ir::ExprId body) {
  ir::Expr expr;
  expr.op = op;
  expr.variable = variable.number;
  expr.fact = variable.list;
  expr.source = variable.source;
  expr.index = variable.key;
  expr.more = ir::ExprMore{.group = variable.group};
  expr.has_where = where.has_value();
  for (ir::ExprId const id : {where, body}) {
    if (id.has_value()) {
      expr.children.push_back(id);
    }
  }
  if (op == ir::ExprOp::count || op == ir::ExprOp::count_distinct) {
    expr.type = plain(ir::TypeKind::integer);
  } else if (op == ir::ExprOp::total || op == ir::ExprOp::least || op == ir::ExprOp::greatest) {
    expr.type = type_of(body);
  }
  return add(expr);
}

ir::ExprId Builder::pick(ir::ExprOp op, Variable const& variable, ir::ExprId where, std::uint32_t order,
                         std::uint32_t field) {
  ir::Expr expr;
  expr.op = op;
  expr.type = fields_of(variable.list)[field].info.type;
  expr.variable = variable.number;
  expr.fact = variable.list;
  expr.source = variable.source;
  expr.more = ir::ExprMore{.order = order};
  expr.index = field;
  expr.has_where = where.has_value();
  if (where.has_value()) {
    expr.children.push_back(where);
  }
  return add(expr);
}

}  // namespace hjemmel::differential
