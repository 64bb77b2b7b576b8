// A program built by hand or by chance: each call adds one thing and gives its id, children before parents by construction.
#pragma once

#include <string>
#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::differential {

ir::Type plain(ir::TypeKind kind);
ir::Type quantity(base::Dimension dimension);
ir::Type enumeration(ir::EnumId id);
ir::Type amount_of(ir::EnumId id);
ir::Type list_of(ir::RecordId id);

class Builder {
 public:
  ir::Program program;

  ir::EnumId add_enum(std::string const& name, std::vector<std::string> const& values,
                      std::string const& ordered_by = "");
  ir::FactId add_fact(std::string const& name, ir::Type const& type);
  ir::FactId add_list(std::string const& name, std::vector<ir::Field> const& fields, std::uint32_t max_items);
  ir::ConditionId add_condition(std::string const& name, std::vector<ir::Parameter> const& parameters);
  ir::DefinitionId add_definition(std::string const& name, ir::ExprId body);
  ir::DecisionId add_decision(std::string const& name, ir::EnumId options, ir::ExprId when = {});
  // Adds an empty rule to the decision; its name says which it is.
  ir::RuleId add_rule(std::string const& name, ir::DecisionId decision, ir::ExprId when = {});
  ir::Rule& rule(ir::RuleId id) { return program.rules[id.index]; }

  ir::ExprId add(ir::Expr const& expr);
  ir::ExprId constant(ir::Type const& type, base::Decimal number);
  ir::ExprId whole(std::int64_t number) { return constant(plain(ir::TypeKind::integer), base::Decimal::of(number)); }
  ir::ExprId truth(bool yes) { return constant(plain(ir::TypeKind::boolean), base::Decimal::of(yes ? 1 : 0)); }
  ir::ExprId text(std::string const& words);
  ir::ExprId fact(ir::FactId id);
  ir::ExprId definition(ir::DefinitionId id);
  ir::ExprId table(ir::TableId id, ir::ExprIds const& keys);
  // A bool of the children: comparisons, connectives, `is applicable`.
  ir::ExprId boolean(ir::ExprOp op, ir::ExprIds const& children);
  // Of the first child's type: arithmetic.
  ir::ExprId arithmetic(ir::ExprOp op, ir::ExprIds const& children);
  ir::ExprId operation(ir::ExprOp op, ir::Type const& type, ir::ExprIds const& children);
  ir::ExprId rounded(ir::ExprId child, ir::Type const& type, base::Decimal step, std::uint32_t way);
  ir::ExprId term(base::Term const& length, ir::ExprId start);
  // Of a function of the tests' own jurisdiction.
  ir::ExprId call(std::uint32_t place, ir::Type const& result, ir::ExprIds const& arguments);
  ir::ExprId age(ir::ExprId birth, ir::ExprId at);
  ir::ExprId conditional(ir::ExprId condition, ir::ExprId yes, ir::ExprId no);
  ir::ExprId member(ir::ExprId of, std::vector<std::uint32_t> const& set);
  ir::ExprId about(ir::ExprOp op, ir::DecisionId decision, std::uint32_t option);

  // A decision on a figure of this type, and its figure.
  ir::DecisionId add_figure_decision(std::string const& name, ir::Type const& type, ir::ExprId when = {});
  ir::ExprId figure(ir::DecisionId decision);

  // A variable that stands at records of a list, of a group, or at groups.
  struct Variable {
    std::uint32_t number = 0;
    ir::FactId list;
    ir::SourceKind source = ir::SourceKind::list;
    std::uint32_t key = 0;    // list_by_key
    std::uint32_t group = 0;  // group
  };
  Variable over(ir::FactId list);
  Variable over_groups(ir::FactId list, std::uint32_t key);
  Variable inside(Variable const& group);
  ir::ExprId field(Variable const& at, std::uint32_t index);
  ir::ExprId group_key(Variable const& at);
  // first, last: `field` of the record with the smallest or greatest `order`.
  ir::ExprId pick(ir::ExprOp op, Variable const& variable, ir::ExprId where, std::uint32_t order, std::uint32_t field);
  // every, some, no, total with a body; count without (`body` none). `where` may be none.
  ir::ExprId bind(ir::ExprOp op, Variable const& variable, ir::ExprId where, ir::ExprId body);

  ir::Type const& type_of(ir::ExprId id) const { return program.exprs[id.index].type; }

 private:
  std::vector<ir::Field> const& fields_of(ir::FactId list) const;
};

}  // namespace hjemmel::differential
