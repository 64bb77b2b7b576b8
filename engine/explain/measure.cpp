// Walks a condition down to its comparisons; values are those of the trace, and sums are made of them.
#include "engine/explain/measure.h"

#include <algorithm>
#include <map>

#include "engine/base/date.h"
#include "engine/ir/print.h"

namespace hjemmel::explain {
namespace {

using ir::Expr;
using ir::ExprId;
using ir::ExprOp;

constexpr int kDeepest = 8;

// `12.5 g`: a number and its unit, apart. Nothing: no number stands first.
struct Figure {
  base::Decimal number;
  std::string unit;
};

std::optional<Figure> figure_of(std::string const& value) {
  if (auto const date = base::parse_date(value)) {
    return Figure{base::Decimal::of(date->days), "date"};
  }
  std::size_t const blank = value.find(' ');
  auto const number = base::parse_decimal(std::string_view(value).substr(0, blank));
  if (number.fault != base::NumberFault::none) {
    return std::nullopt;
  }
  return Figure{number.value, blank == std::string::npos ? "" : value.substr(blank + 1)};
}

eval::Truth truth_of(ExprOp op, std::string const& left, std::string const& right) {
  auto const a = figure_of(left);
  auto const b = figure_of(right);
  if (!a || !b || a->unit != b->unit) {
    return eval::Truth::unknown;
  }
  bool const less = a->number < b->number;
  bool const equal = a->number == b->number;
  bool const holds = op == ExprOp::less            ? less
                     : op == ExprOp::less_equal    ? less || equal
                     : op == ExprOp::greater       ? !less && !equal
                     : op == ExprOp::greater_equal ? !less
                     : op == ExprOp::equal         ? equal
                                                   : !equal;
  return holds ? eval::Truth::yes : eval::Truth::no;
}

// One side of a comparison, as far as the trace tells of it.
struct Side {
  Measure told;          // kind, of, key, on, value
  std::string stand;     // the table, parameter or definition that the value stands in; empty: none
  bool of_case = false;  // it tells of the case, not of the law alone
};

class Measurer {
 public:
  Measurer(ir::Program const& program, eval::DecisionTrace const& trace) : program_(program), trace_(trace) {}

  // NOLINTNEXTLINE(misc-no-recursion): at most kDeepest deep
  void visit(ExprId id, int depth) {
    Expr const& expr = program_.exprs[id.index];
    if (depth > kDeepest) {
      return;
    }
    if (ir::is_comparison(expr.op)) {
      compare(expr);
    } else if (expr.op == ExprOp::member) {
      add_fact(expr.children.front());
    } else if (expr.op == ExprOp::conjunction || expr.op == ExprOp::disjunction || expr.op == ExprOp::negation) {
      for (ExprId const child : expr.children) {
        visit(child, depth + 1);
      }
    } else if (expr.op == ExprOp::every || expr.op == ExprOp::some || expr.op == ExprOp::no) {
      visit_elements(expr, depth);
    }
  }

  std::vector<Measure> take() {
    if (measures_.size() > kMostMeasures) {
      measures_.resize(kMostMeasures);
    }
    return std::move(measures_);
  }

 private:
  std::string fact_value(std::string_view path) const {
    for (eval::FactTrace const& fact : trace_.facts) {
      if (fact.fact == path) {
        return fact.value;
      }
    }
    return {};
  }

  std::string field_name(Expr const& expr, std::uint32_t index) const {
    ir::Fact const& list = program_.facts[expr.fact.index];
    return program_.records[list.info.type.record.index].fields[index].info.name;
  }

  std::string cell_path(Expr const& expr, std::size_t row, std::uint32_t field) const {
    return program_.facts[expr.fact.index].info.name + "[" + std::to_string(row) + "]." + field_name(expr, field);
  }

  // The elements that the trace tells of, counted from 1.
  std::size_t rows_of(Expr const& expr) const {
    std::string const begin = program_.facts[expr.fact.index].info.name + "[";
    std::size_t most = 0;
    for (eval::FactTrace const& fact : trace_.facts) {
      if (fact.fact.starts_with(begin)) {
        most = std::max(most, static_cast<std::size_t>(std::strtoul(fact.fact.c_str() + begin.size(), nullptr, 10)));
      }
    }
    return most;
  }

  // Each key of the list with the element that has it first, by key.
  std::map<std::string, std::size_t> keys_of(Expr const& loop) const {
    std::map<std::string, std::size_t> keys;
    for (std::size_t row = 1; row <= rows_of(loop); ++row) {
      keys.emplace(fact_value(cell_path(loop, row, loop.index)), row);
    }
    keys.erase("");
    return keys;
  }

  // NOLINTNEXTLINE(misc-no-recursion): at most kDeepest deep
  void visit_elements(Expr const& loop, int depth) {
    if (loop.source == ir::SourceKind::list_by_key) {
      for (auto const& [key, row] : keys_of(loop)) {
        keys_at_[loop.variable] = {key, loop.index};
        visit(loop.children.back(), depth + 1);
      }
      keys_at_.erase(loop.variable);
    } else if (loop.source == ir::SourceKind::list) {
      for (std::size_t row = 1; row <= rows_of(loop) && measures_.size() < kMostMeasures; ++row) {
        rows_at_[loop.variable] = row;
        visit(loop.children.back(), depth + 1);
      }
      rows_at_.erase(loop.variable);
    }
  }

  void add_fact(ExprId id) {
    auto side = side_of(id);
    if (side && side->of_case) {
      measures_.push_back(std::move(side->told));
    }
  }

  void compare(Expr const& expr) {
    auto left = side_of(expr.children[0]);
    auto right = side_of(expr.children[1]);
    bool const turned = left && right && !left->of_case && right->of_case;
    ExprOp op = expr.op;
    if (turned) {
      std::swap(left, right);
      op = op == ExprOp::less            ? ExprOp::greater
           : op == ExprOp::less_equal    ? ExprOp::greater_equal
           : op == ExprOp::greater       ? ExprOp::less
           : op == ExprOp::greater_equal ? ExprOp::less_equal
                                         : op;
    }
    if (!left || !left->of_case) {
      return;
    }
    Measure measure = std::move(left->told);
    if (right) {
      measure.limit = right->told.value;
      measure.limit_of = right->stand;
      measure.truth =
          truth_of(op, measure.kind == MeasureKind::age ? measure.value + " years" : measure.value, measure.limit);
    }
    measures_.push_back(std::move(measure));
  }

  // NOLINTNEXTLINE(misc-no-recursion): an age and a table look at facts only
  std::optional<Side> side_of(ExprId id) const {
    Expr const& expr = program_.exprs[id.index];
    Side side;
    switch (expr.op) {
      case ExprOp::constant:
        side.told.value =
            expr.type.kind == ir::TypeKind::text ? *expr.more->text : ir::print_value(program_, expr.type, expr.number);
        return side;
      case ExprOp::fact:
        side.told.of = program_.facts[expr.fact.index].info.name;
        side.told.value = fact_value(side.told.of);
        side.of_case = true;
        break;
      case ExprOp::field:
        return field_side(expr);
      case ExprOp::group_key:
        return key_side(expr);
      case ExprOp::definition:
        return definition_side(expr);
      case ExprOp::parameter:
        return parameter_side(expr);
      case ExprOp::age:
        return age_side(expr);
      case ExprOp::table:
        return table_side(expr);
      case ExprOp::total:
        return total_side(expr);
      default:
        return std::nullopt;
    }
    return side.told.value.empty() ? std::nullopt : std::optional(side);
  }

  std::optional<Side> field_side(Expr const& expr) const {
    auto const row = rows_at_.find(expr.variable);
    if (row == rows_at_.end()) {
      return std::nullopt;
    }
    Side side;
    side.told.of = cell_path(expr, row->second, expr.index);
    side.told.value = fact_value(side.told.of);
    side.of_case = true;
    return side.told.value.empty() ? std::nullopt : std::optional(side);
  }

  std::optional<Side> key_side(Expr const& expr) const {
    auto const key = keys_at_.find(expr.variable);
    if (key == keys_at_.end()) {
      return std::nullopt;
    }
    Side side;
    side.told.value = key->second.first;
    return side;
  }

  std::optional<Side> definition_side(Expr const& expr) const {
    std::string const& name = program_.definitions[expr.definition.index].name;
    for (eval::DefinitionTrace const& definition : trace_.definitions) {
      if (definition.name == name && !definition.value.empty()) {
        Side side;
        side.told.kind = MeasureKind::term;
        side.told.of = name;
        side.told.value = definition.value;
        side.stand = name;
        side.of_case = true;
        return side;
      }
    }
    return std::nullopt;
  }

  std::optional<Side> parameter_side(Expr const& expr) const {
    std::string const& name = program_.parameters[expr.index].name;
    for (eval::ParameterTrace const& parameter : trace_.parameters) {
      if (parameter.parameter == name && !parameter.value.empty()) {
        Side side;
        side.told.value = parameter.value;
        side.stand = name;
        return side;
      }
    }
    return std::nullopt;
  }

  // Completed years, of two facts.
  std::optional<Side> age_side(Expr const& expr) const {
    Expr const& birth = program_.exprs[expr.children[0].index];
    Expr const& day = program_.exprs[expr.children[1].index];
    if (birth.op != ExprOp::fact || day.op != ExprOp::fact) {
      return std::nullopt;
    }
    Side side;
    side.told.kind = MeasureKind::age;
    side.told.of = program_.facts[birth.fact.index].info.name;
    side.told.on = program_.facts[day.fact.index].info.name;
    side.of_case = true;
    auto const from = base::parse_date(fact_value(side.told.of));
    auto const to = base::parse_date(fact_value(side.told.on));
    if (!from || !to) {
      return std::nullopt;
    }
    auto const months = base::completed_months(*from, *to);
    side.told.value = months ? std::to_string(*months / 12) : "";
    return months ? std::optional(side) : std::nullopt;
  }

  std::optional<Side> table_side(Expr const& expr) const {
    std::string const& name = program_.tables[expr.more->table.index].name;
    if (expr.children.size() != 1) {
      return std::nullopt;
    }
    auto const key = side_of(expr.children.front());
    for (eval::TableTrace const& row : trace_.tables) {
      if (key && row.table == name && row.key == key->told.value && !row.value.empty()) {
        Side side;
        side.told.value = row.value;
        side.stand = name;
        return side;
      }
    }
    return std::nullopt;
  }

  // Of one field, without `where`: the amounts that the trace tells of, if each of them is a figure in the same unit.
  std::optional<Side> total_side(Expr const& expr) const {
    Expr const& body = program_.exprs[expr.children.back().index];
    if (expr.has_where || body.op != ExprOp::field) {
      return std::nullopt;
    }
    Side side;
    side.told.kind = MeasureKind::total;
    side.told.of = program_.facts[expr.fact.index].info.name + "[]." + field_name(expr, body.index);
    side.of_case = true;
    auto const group = keys_at_.find(expr.more->group);
    bool const by_key = expr.source == ir::SourceKind::group;
    if (by_key && group == keys_at_.end()) {
      return std::nullopt;
    }
    std::optional<Figure> sum;
    for (std::size_t row = 1; row <= rows_of(expr); ++row) {
      if (by_key && fact_value(cell_path(expr, row, group->second.second)) != group->second.first) {
        continue;
      }
      auto const amount = figure_of(fact_value(cell_path(expr, row, body.index)));
      auto const more = amount && sum ? base::add(sum->number, amount->number) : std::nullopt;
      if (!amount || (sum && (!more || sum->unit != amount->unit))) {
        return std::nullopt;
      }
      sum = sum ? Figure{*more, sum->unit} : amount;
    }
    if (!sum) {
      return std::nullopt;
    }
    side.told.key = by_key ? group->second.first : "";
    side.told.value = base::to_string(sum->number) + (sum->unit.empty() ? "" : " " + sum->unit);
    return side;
  }

  ir::Program const& program_;
  eval::DecisionTrace const& trace_;
  std::map<std::uint32_t, std::size_t> rows_at_;                            // by variable
  std::map<std::uint32_t, std::pair<std::string, std::uint32_t>> keys_at_;  // by variable: the key, and its field
  std::vector<Measure> measures_;
};

}  // namespace

std::vector<Measure> measures_of(ir::Program const& program, eval::DecisionTrace const& trace, ExprId expr) {
  if (!expr.has_value() || expr.index >= program.exprs.size()) {
    return {};
  }
  Measurer measurer(program, trace);
  measurer.visit(expr, 0);
  return measurer.take();
}

}  // namespace hjemmel::explain
