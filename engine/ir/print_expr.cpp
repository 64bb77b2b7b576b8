// The text of types, values and expressions: one short function a group of operations, dispatched in `print_expr`.
// Comparison, arithmetic and connectives are infix; what has a name of its own is written as a drafter writes it.
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/base/ratio.h"
#include "engine/ir/measure.h"
#include "engine/ir/print.h"

namespace hjemmel::ir {
namespace {

template <class T, class Tag>
std::string name_in(std::vector<T> const& table, base::Id<Tag> id) {
  return id.index < table.size() ? table[id.index].name : "?";
}

std::string fact_name(Program const& program, FactId id) {
  return id.index < program.facts.size() ? program.facts[id.index].info.name : "?";
}

std::string option_name(Program const& program, EnumId enumeration, std::uint32_t ordinal) {
  if (enumeration.index >= program.enums.size() || ordinal >= program.enums[enumeration.index].values.size()) {
    return "?";
  }
  return program.enums[enumeration.index].values[ordinal].name;
}

std::string dimension_word(Program const& program, base::Dimension dimension) {
  if (dimension == base::kMass) {
    return "mass";
  }
  if (dimension == base::kVolume) {
    return "volume";
  }
  if (dimension == base::kMoneyNok) {
    return "money(NOK)";
  }
  if (dimension == base::kPercent) {
    return "percent";
  }
  if (dimension == base::kPeriod) {
    return "period";
  }
  return dimension == base::kDuration ? "duration" : print_unit(program, dimension);
}

std::string variable(std::uint32_t number) { return "v" + std::to_string(number); }

// Children stand before their parents; anything else would not end, and prints as `?`.
std::string child(Program const& program, ExprId parent, std::size_t place) {
  auto const& children = program.exprs[parent.index].children;
  if (place >= children.size() || children[place].index >= parent.index) {
    return "?";
  }
  return print_expr(program, children[place]);
}

std::string joined(Program const& program, ExprId id, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < program.exprs[id.index].children.size(); ++i) {
    text += (i == 0 ? "" : std::string(separator)) + child(program, id, i);
  }
  return text;
}

std::string_view infix(ExprOp op) {
  switch (op) {
    case ExprOp::conjunction:
      return " and ";
    case ExprOp::disjunction:
      return " or ";
    case ExprOp::equal:
      return " = ";
    case ExprOp::not_equal:
      return " != ";
    case ExprOp::less:
      return " < ";
    case ExprOp::less_equal:
      return " <= ";
    case ExprOp::greater:
      return " > ";
    case ExprOp::greater_equal:
      return " >= ";
    case ExprOp::add:
      return " + ";
    case ExprOp::subtract:
      return " - ";
    case ExprOp::multiply:
      return " * ";
    case ExprOp::divide:
      return " / ";
    default:
      return {};
  }
}

std::string constant(Program const& program, Expr const& expr) {
  if (expr.type.kind == TypeKind::moment) {
    return *expr.more->text;
  }
  return expr.type.kind == TypeKind::text ? "\"" + *expr.more->text + "\""
                                          : print_value(program, expr.type, expr.number);
}

// The name of field `index` of the record behind a list fact; through a group of it as well.
std::string field_of_list(Program const& program, FactId list, std::uint32_t index) {
  if (list.index >= program.facts.size()) {
    return "?";
  }
  RecordId const record = program.facts[list.index].info.type.record;
  if (record.index >= program.records.size() || index >= program.records[record.index].fields.size()) {
    return "?";
  }
  return program.records[record.index].fields[index].info.name;
}

// The list that a variable ranges over: that of its binder, wherever it stands, or of the group that the binder goes through.
FactId list_of_variable(Program const& program, std::uint32_t number) {
  for (Expr const& expr : program.exprs) {
    if (expr.source != SourceKind::none && expr.variable == number) {
      bool const in_group = expr.source == SourceKind::group && expr.more->group < number;
      return in_group ? list_of_variable(program, expr.more->group) : expr.fact;
    }
  }
  return {};
}

std::string field(Program const& program, Expr const& expr) {
  return variable(expr.variable) + "." + field_of_list(program, list_of_variable(program, expr.variable), expr.index);
}

std::string member(Program const& program, ExprId id) {
  Expr const& expr = program.exprs[id.index];
  EnumId enumeration;
  if (!expr.children.empty() && expr.children[0].index < id.index) {
    enumeration = program.exprs[expr.children[0].index].type.enumeration;
  }
  std::string set;
  for (std::uint32_t const ordinal : expr.more->set) {
    set += (set.empty() ? "" : ", ") + option_name(program, enumeration, ordinal);
  }
  return "(" + child(program, id, 0) + " in {" + set + "})";
}

std::string_view binder_word(ExprOp op) {
  switch (op) {
    case ExprOp::every:
      return "every";
    case ExprOp::some:
      return "some";
    case ExprOp::no:
      return "no";
    case ExprOp::total:
      return "total";
    case ExprOp::count:
      return "count";
    case ExprOp::count_distinct:
      return "count distinct";
    case ExprOp::least:
      return "least";
    case ExprOp::greatest:
      return "greatest";
    case ExprOp::first:
      return "first";
    case ExprOp::last:
      return "last";
    case ExprOp::only:
      return "only";
    default:
      return "?";
  }
}

std::string source_text(Program const& program, Expr const& expr) {
  switch (expr.source) {
    case SourceKind::none:
      return "?";
    case SourceKind::list:
      return fact_name(program, expr.fact);
    case SourceKind::list_by_key:
      return fact_name(program, expr.fact) + " by " + field_of_list(program, expr.fact, expr.index);
    case SourceKind::group:
      return "group " + variable(expr.more->group);
  }
  return "?";
}

// `(every v0 in case.seizures by substance where … has …)`, `(total … for v1 in group v0)`, `(count v0 in …)`,
// `(discharged_on of last v0 in person.stays by admitted_on where …)`
std::string binder(Program const& program, ExprId id) {
  Expr const& expr = program.exprs[id.index];
  bool const picks = picks_record(expr.op);
  bool const has_body = expr.children.size() > (expr.has_where ? 1U : 0U) && !picks;
  std::string const body = has_body ? child(program, id, expr.children.empty() ? 0 : expr.children.size() - 1) : "";
  std::string const range = variable(expr.variable) + " in " + source_text(program, expr) +
                            (expr.has_where ? " where " + child(program, id, 0) : "");
  std::string const word(binder_word(expr.op));
  if (picks) {
    std::string const order =
        expr.op == ExprOp::only ? "" : " by " + field_of_list(program, expr.fact, expr.more->order);
    return "(" + field_of_list(program, expr.fact, expr.index) + " of " + word + " " + variable(expr.variable) +
           " in " + source_text(program, expr) + order + (expr.has_where ? " where " + child(program, id, 0) : "") +
           ")";
  }
  if (expr.op == ExprOp::total || expr.op == ExprOp::count_distinct || expr.op == ExprOp::least ||
      expr.op == ExprOp::greatest) {
    return "(" + word + " " + body + " for " + range + ")";
  }
  return "(" + word + " " + range + (has_body ? " has " + body : "") + ")";
}

std::string about_decision(Program const& program, Expr const& expr) {
  EnumId enumeration;
  if (expr.decision.index < program.decisions.size()) {
    enumeration = program.decisions[expr.decision.index].options;
  }
  return "(" + name_in(program.decisions, expr.decision) + (expr.op == ExprOp::may_be ? " may be " : " is ") +
         option_name(program, enumeration, expr.index) + ")";
}

// `(pair_first: …, as_listed: …)`
std::string reading(Program const& program, ExprId id) {
  Expr const& expr = program.exprs[id.index];
  std::string text;
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    bool const named = expr.index < program.readings.size() && i < program.readings[expr.index].choices.size();
    text += (i == 0 ? "" : ", ") + (named ? program.readings[expr.index].choices[i].name : std::string("?")) + ": " +
            child(program, id, i);
  }
  return "(" + text + ")";
}

std::string_view rounding_word(std::uint32_t mode) {
  constexpr std::string_view kWords[] = {"half up", "half even", "up", "down"};
  return mode < std::size(kWords) ? kWords[mode] : "?";
}

// `(10 working days after referral.received suspended during referral.postponements)`
std::string term(Program const& program, Term const& term, std::string const& start) {
  std::string_view const unit = term.length.unit == base::TermUnit::working_days ? " working days"
                                : term.length.unit == base::TermUnit::months     ? " months"
                                                                                 : " days";
  std::string text = "(" + std::to_string(term.length.count) + std::string(unit);
  text += (term.length.counts_first_day ? " from " : " after ") + start;
  text += term.suspended.has_value() ? " suspended during " + fact_name(program, term.suspended) : "";
  return text + ")";
}

std::string by_op(Program const& program, ExprId id) {
  Expr const& expr = program.exprs[id.index];
  switch (expr.op) {
    case ExprOp::constant:
      return constant(program, expr);
    case ExprOp::fact:
      return fact_name(program, expr.fact);
    case ExprOp::field:
      return field(program, expr);
    case ExprOp::group_key:
      return "key of " + variable(expr.variable);
    case ExprOp::definition:
      return name_in(program.definitions, expr.definition);
    case ExprOp::parameter:
      return expr.index < program.parameters.size() ? program.parameters[expr.index].name : "?";
    case ExprOp::reading:
      return reading(program, id);
    case ExprOp::selecting_date:
      return "selecting date";
    case ExprOp::as_of_date:
      return "(" + child(program, id, 0) + " as of " + child(program, id, 1) + ")";
    case ExprOp::out_of_force:
      return "(`" + *expr.more->text + "` out of force)";
    case ExprOp::negation:
      return "(not " + child(program, id, 0) + ")";
    case ExprOp::member:
      return member(program, id);
    case ExprOp::is_applicable:
      return "(" + child(program, id, 0) + " is applicable)";
    case ExprOp::negate:
      return "(-" + child(program, id, 0) + ")";
    case ExprOp::round:
      return "(" + child(program, id, 0) + " rounded to " + print_value(program, expr.type, expr.number) + " " +
             std::string(rounding_word(expr.index)) + ")";
    case ExprOp::lesser_of:
    case ExprOp::greater_of:
      return std::string(expr.op == ExprOp::lesser_of ? "lesser(" : "greater(") + joined(program, id, ", ") + ")";
    case ExprOp::date_of:
      return "(date of " + child(program, id, 0) + ")";
    case ExprOp::month_of:
      return "(month of " + child(program, id, 0) + ")";
    case ExprOp::year_of:
      return "(year of " + child(program, id, 0) + ")";
    case ExprOp::age:
      return "(age of " + child(program, id, 0) + " at " + child(program, id, 1) + ")";
    case ExprOp::term:
      return expr.index < program.terms.size() ? term(program, program.terms[expr.index], child(program, id, 0)) : "?";
    case ExprOp::table:
      return name_in(program.tables, expr.more->table) + "(" + joined(program, id, ", ") + ")";
    case ExprOp::conditional:
      return "(if " + child(program, id, 0) + " then " + child(program, id, 1) + " else " + child(program, id, 2) + ")";
    case ExprOp::may_be:
    case ExprOp::is_only:
      return about_decision(program, expr);
    case ExprOp::figure:
      return name_in(program.decisions, expr.decision);
    case ExprOp::call:
      return (expr.index < program.functions.size() ? program.functions[expr.index].name : "?") + "(" +
             joined(program, id, ", ") + ")";
    default:
      break;
  }
  if (is_over_list(expr.op)) {
    return binder(program, id);
  }
  return "(" + joined(program, id, infix(expr.op)) + ")";
}

}  // namespace

std::string print_unit(Program const& program, base::Dimension dimension) {
  if (dimension.code < base::kFirstDeclaredDimension) {
    return std::string(base::base_unit(dimension));
  }
  std::size_t const place = dimension.code - base::kFirstDeclaredDimension;
  return place < program.units.size() ? program.units[place].name : "?";
}

std::string print_type(Program const& program, Type const& type) {
  switch (type.kind) {
    case TypeKind::boolean:
      return "bool";
    case TypeKind::integer:
      return "int";
    case TypeKind::decimal:
      return "decimal";
    case TypeKind::text:
      return "text";
    case TypeKind::date:
      return "date";
    case TypeKind::moment:
      return "moment";
    case TypeKind::month:
      return "month";
    case TypeKind::year:
      return "year";
    case TypeKind::ratio:
      return is_number(type) ? "ratio" : "unrounded " + print_type(program, rounded(type));
    case TypeKind::enumeration:
      return name_in(program.enums, type.enumeration);
    case TypeKind::quantity:
      return dimension_word(program, type.dimension);
    case TypeKind::amount:
      return "amount of " + name_in(program.enums, type.enumeration);
    case TypeKind::list:
      return "list of " + name_in(program.records, type.record);
  }
  return "?";
}

std::string print_value(Program const& program, Type const& type, base::Decimal number) {
  if (type.kind == TypeKind::boolean) {
    return number.coefficient() != 0 ? "true" : "false";
  }
  if (type.kind == TypeKind::date) {
    return base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())});
  }
  if (type.kind == TypeKind::moment) {
    return base::to_string(base::Moment{number.coefficient(), 0});
  }
  if (type.kind == TypeKind::month || type.kind == TypeKind::year) {
    return type.kind == TypeKind::month ? base::month_text(number.coefficient())
                                        : base::year_text(number.coefficient());
  }
  if (type.kind == TypeKind::enumeration) {
    return option_name(program, type.enumeration, static_cast<std::uint32_t>(number.coefficient()));
  }
  if (is_quantity(type, base::kPeriod) || is_quantity(type, base::kDuration)) {
    return base::length_of_time_text(number, type.dimension);
  }
  std::string const unit = type.kind == TypeKind::quantity ? print_unit(program, type.dimension) : "";
  return base::to_string(number) + (unit.empty() ? "" : " " + unit);
}

std::string print_expr(Program const& program, ExprId id) {
  if (!id.has_value()) {
    return "";
  }
  return id.index < program.exprs.size() ? by_op(program, id) : "?";
}

}  // namespace hjemmel::ir
