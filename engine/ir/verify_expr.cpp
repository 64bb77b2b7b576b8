// Second part: each expression has the type its operation gives for the types of its children, and each variable is used
// only inside the quantifier or aggregate that binds it. Relies on verify_ids.cpp.
#include <algorithm>

#include "engine/base/moment.h"
#include "engine/base/ratio.h"
#include "engine/ir/bounds.h"
#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

Type plain(TypeKind kind) { return Type{kind, {}, {}, {}}; }

bool is_calendar(Type const& type) {
  return type.kind == TypeKind::date || type.kind == TypeKind::month || type.kind == TypeKind::year;
}
bool is_boolean(Type const& type) { return type.kind == TypeKind::boolean; }
// What is alike may be compared and added.
bool alike(Type const& left, Type const& right) { return common_type(left, right).has_value(); }

class Types {
 public:
  Types(Program const& program, Faults& faults) : program_(program), faults_(faults) {}

  std::vector<TypeKind> verify() {
    std::vector<TypeKind> kinds(program_.exprs.size());
    for (std::size_t i = 0; i < program_.exprs.size(); ++i) {
      kinds[i] = program_.exprs[i].type.kind;
      if (!well_typed(program_.exprs[i])) {
        faults_.require(false, Where(ExprId(i)), "has operands or a type that do not fit its operation");
      }
    }
    return kinds;
  }

 private:
  Type const& child(Expr const& expr, std::size_t place) const {
    return program_.exprs[expr.children[place].index].type;
  }

  bool well_typed(Expr const& expr) const {
    switch (expr.op) {
      case ExprOp::constant:
        return constant(expr);
      case ExprOp::fact:
        return expr.type == program_.facts[expr.fact.index].info.type;
      case ExprOp::field:
      case ExprOp::group_key:
        return true;  // judged where the variable is bound
      case ExprOp::definition:
        return expr.type == program_.definitions[expr.definition.index].type;
      case ExprOp::parameter:
        return expr.type == program_.parameters[expr.index].type;
      case ExprOp::reading:
        return std::all_of(expr.children.begin(), expr.children.end(),
                           [&](ExprId id) { return fits(program_.exprs[id.index].type, expr.type); });
      case ExprOp::selecting_date:
        return expr.type.kind == TypeKind::date && expr.definition == program_.selecting;
      case ExprOp::as_of_date:
        return expr.type == child(expr, 0) && child(expr, 1).kind == TypeKind::date;
      case ExprOp::out_of_force:
        return true;
      case ExprOp::may_be:
      case ExprOp::is_only:
        return is_boolean(expr.type);
      case ExprOp::figure:
        return expr.type == figure_type(program_, program_.decisions[expr.decision.index]);
      case ExprOp::is_applicable:
        return is_boolean(expr.type) && asks_a_fact(expr);
      case ExprOp::member:
        return is_boolean(expr.type) && member(expr);
      case ExprOp::term:
        return child(expr, 0).kind == TypeKind::date && expr.type == child(expr, 0) &&
               program_.terms[expr.index].length.count > 0;
      case ExprOp::table:
        return table(expr);
      case ExprOp::call:
        return call(expr);
      default:
        return connective(expr) || comparison(expr) || arithmetic(expr) || over_list(expr);
    }
  }

  bool call(Expr const& expr) const {
    Function const& function = program_.functions[expr.index];
    bool fit = expr.type == function.result;
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
      fit = fit && fits(child(expr, i), function.arguments[i]);
    }
    return fit;
  }

  bool asks_a_fact(Expr const& expr) const {
    Expr const& asked = program_.exprs[expr.children[0].index];
    ExprOp op = asked.op;
    if (op == ExprOp::definition && program_.definitions[asked.definition.index].body.has_value()) {
      op = program_.exprs[program_.definitions[asked.definition.index].body.index].op;
    }
    bool const of_date = asked.type.kind == TypeKind::date;  // a duty asks whether its time has begun to run
    return of_date || op == ExprOp::figure || op == ExprOp::fact || op == ExprOp::field || picks_record(op);
  }

  bool constant(Expr const& expr) const {
    base::Decimal const number = expr.number;
    switch (expr.type.kind) {
      case TypeKind::boolean:
        return number.is_integer() && (number.coefficient() == 0 || number.coefficient() == 1);
      case TypeKind::integer:
        return number.is_integer();
      case TypeKind::month:
        return number.is_integer() && number.coefficient() >= base::kFirstMonth &&
               number.coefficient() <= base::kLastMonth;
      case TypeKind::year:
        return number.is_integer() && number.coefficient() >= 1 && number.coefficient() <= 9999;
      case TypeKind::date:
        return number.is_integer() && number.coefficient() >= base::kFirstDate.days &&
               number.coefficient() <= base::kLastDate.days;
      case TypeKind::moment: {
        auto const written = base::parse_moment(*expr.more->text).value;
        return written && number == base::Decimal::of(written->seconds);
      }
      case TypeKind::enumeration:
        return number.is_integer() && number.coefficient() >= 0 &&
               number.coefficient() <
                   static_cast<std::int64_t>(program_.enums[expr.type.enumeration.index].values.size());
      case TypeKind::quantity:
        return expr.type.dimension != base::kPeriod || number.is_integer();
      case TypeKind::decimal:
      case TypeKind::text:
        return true;
      default:
        return false;
    }
  }

  bool member(Expr const& expr) const {
    if (child(expr, 0).kind != TypeKind::enumeration || expr.more->set.empty()) {
      return false;
    }
    bool const ascending = std::adjacent_find(expr.more->set.begin(), expr.more->set.end(), std::greater_equal<>()) ==
                           expr.more->set.end();
    return ascending && expr.more->set.back() < program_.enums[child(expr, 0).enumeration.index].values.size();
  }

  bool table(Expr const& expr) const {
    Table const& table = program_.tables[expr.more->table.index];
    if (table.inputs.empty()) {
      return expr.children.size() == 1 && child(expr, 0).kind == TypeKind::enumeration &&
             child(expr, 0).enumeration == table.key && expr.type == table.result;
    }
    bool fit = expr.children.size() == table.inputs.size() && expr.type == table.result;
    for (std::size_t i = 0; fit && i < table.inputs.size(); ++i) {
      fit = fits(child(expr, i), table.inputs[i].type);
    }
    return fit;
  }

  bool connective(Expr const& expr) const {
    if (expr.op == ExprOp::conditional) {
      return is_boolean(child(expr, 0)) && fits(child(expr, 1), expr.type) && fits(child(expr, 2), expr.type);
    }
    bool const connects =
        expr.op == ExprOp::conjunction || expr.op == ExprOp::disjunction || expr.op == ExprOp::negation;
    return connects && is_boolean(expr.type) && all_children_boolean(expr);
  }

  bool all_children_boolean(Expr const& expr) const {
    return std::all_of(expr.children.begin(), expr.children.end(),
                       [&](ExprId id) { return is_boolean(program_.exprs[id.index].type); });
  }

  bool comparison(Expr const& expr) const {
    if (expr.op < ExprOp::equal || expr.op > ExprOp::greater_equal || !is_boolean(expr.type)) {
      return false;
    }
    Type const& left = child(expr, 0);
    if (left.kind == TypeKind::list || !alike(left, child(expr, 1))) {
      return false;
    }
    bool const by_equality = expr.op == ExprOp::equal || expr.op == ExprOp::not_equal;
    return by_equality || has_order(left);
  }

  bool has_order(Type const& type) const {
    if (type.kind == TypeKind::enumeration) {
      return !program_.enums[type.enumeration.index].ordered_by.empty();
    }
    return is_measure(type) || is_calendar(type) || type.kind == TypeKind::moment;
  }

  bool arithmetic(Expr const& expr) const {
    switch (expr.op) {
      case ExprOp::add:
      case ExprOp::subtract:
        return sum(expr);
      case ExprOp::multiply:
        return product(expr);
      case ExprOp::divide:
        return quotient(expr);
      case ExprOp::negate:
        return is_measure(child(expr, 0)) && fits(child(expr, 0), expr.type);
      case ExprOp::round:
        return rounding(expr);
      case ExprOp::lesser_of:
      case ExprOp::greater_of:
        return has_order(expr.type) && fits(child(expr, 0), expr.type) && fits(child(expr, 1), expr.type);
      case ExprOp::date_of:
        return child(expr, 0).kind == TypeKind::moment && expr.type == plain(TypeKind::date);
      case ExprOp::month_of:
        return child(expr, 0).kind == TypeKind::date && expr.type == plain(TypeKind::month);
      case ExprOp::year_of:
        return (child(expr, 0).kind == TypeKind::date || child(expr, 0).kind == TypeKind::month) &&
               expr.type == plain(TypeKind::year);
      case ExprOp::age:
        return child(expr, 0).kind == TypeKind::date && child(expr, 1).kind == TypeKind::date &&
               expr.type == Type{TypeKind::quantity, base::kPeriod, {}, {}};
      default:
        return false;
    }
  }

  // A number times a measure; a percentage times a number is its part of one, which is a number.
  bool product(Expr const& expr) const {
    for (std::size_t const place : {0U, 1U}) {
      Type const& factor = child(expr, place);
      Type const& other = child(expr, 1 - place);
      bool const part = is_quantity(other, base::kPercent) && expr.type == plain(TypeKind::decimal);
      Type const result = is_ratio(factor) ? unrounded(other) : other;
      if (is_number(factor) && is_measure(other) && (part || fits(result, expr.type))) {
        return true;
      }
    }
    return false;
  }

  bool rounding(Expr const& expr) const {
    bool const whole = expr.type == plain(TypeKind::integer) && expr.number.is_integer();
    bool const number = is_number(child(expr, 0)) && (whole || expr.type == plain(TypeKind::decimal));
    bool const measure = expr.type.kind == TypeKind::quantity && expr.type == rounded(child(expr, 0));
    return expr.number > base::Decimal() && expr.index <= static_cast<std::uint32_t>(base::Rounding::down) &&
           (number || measure);
  }

  bool quotient(Expr const& expr) const {
    Type const& divisor = child(expr, 1);
    bool const parts = is_number(divisor) && expr.type == unrounded(child(expr, 0));
    bool const share = alike(child(expr, 0), divisor) && expr.type == plain(TypeKind::ratio);
    return is_measure(child(expr, 0)) && is_measure(divisor) && (parts || share);
  }

  // Days and months are moved by their steps; two of them have a difference.
  bool sum(Expr const& expr) const {
    Type const& left = child(expr, 0);
    Type const& right = child(expr, 1);
    if (left.kind == TypeKind::moment) {
      bool const apart = right == left && expr.op == ExprOp::subtract &&
                         expr.type == unrounded({TypeKind::quantity, base::kDuration, {}, {}});
      return apart || (is_quantity(right, base::kDuration) && expr.type == left);
    }
    if (!is_calendar(left)) {
      return is_measure(left) && alike(left, right) && fits(left, expr.type) && fits(right, expr.type);
    }
    if (is_calendar(right)) {
      base::Dimension const apart = left.kind == TypeKind::date ? base::kDuration : base::kPeriod;
      return expr.op == ExprOp::subtract && left == right && is_quantity(expr.type, apart);
    }
    bool const by_period = left.kind != TypeKind::year && is_quantity(right, base::kPeriod);
    bool const by_duration = left.kind == TypeKind::date && is_quantity(right, base::kDuration);
    return (by_period || by_duration) && expr.type == left;
  }

  bool over_list(Expr const& expr) const {
    if (expr.has_where && !is_boolean(child(expr, 0))) {
      return false;
    }
    switch (expr.op) {
      case ExprOp::every:
      case ExprOp::some:
      case ExprOp::no:
        return is_boolean(expr.type) && is_boolean(child(expr, expr.children.size() - 1));
      case ExprOp::total: {
        Type const& summed = child(expr, expr.children.size() - 1);
        return expr.source != SourceKind::list_by_key && is_measure(summed) && !is_ratio(summed) && expr.type == summed;
      }
      case ExprOp::count:
        return expr.type == plain(TypeKind::integer) &&
               (expr.source != SourceKind::list_by_key || is_boolean(child(expr, expr.children.size() - 1)));
      case ExprOp::count_distinct:
        return expr.source != SourceKind::list_by_key && expr.type == plain(TypeKind::integer);
      case ExprOp::least:
      case ExprOp::greatest: {
        Type const& value = child(expr, expr.children.size() - 1);
        return expr.source != SourceKind::list_by_key &&
               ((is_measure(value) && !is_ratio(value)) || value.kind == TypeKind::date) && expr.type == value;
      }
      case ExprOp::first:
      case ExprOp::last:
      case ExprOp::only:
        return expr.source == SourceKind::list && picks(expr);
      default:
        return false;
    }
  }

  // The field that is read and the one that orders are the list's own.
  bool picks(Expr const& expr) const {
    auto const& fields = program_.records[program_.facts[expr.fact.index].info.type.record.index].fields;
    if (expr.index >= fields.size() || expr.more->order >= fields.size()) {
      return false;
    }
    Type const& order = fields[expr.more->order].info.type;
    bool const orders = expr.op == ExprOp::only || order.kind == TypeKind::date || is_number(order);
    return expr.type == fields[expr.index].info.type && orders;
  }

  Program const& program_;
  Faults& faults_;
};

// What a variable stands at while the walk is inside its binder.
enum class Stands : std::uint8_t { unbound, at_record, at_group };

struct Binding {
  Stands stands = Stands::unbound;
  RecordId record;
  std::uint32_t key = 0;  // at_group
};

class Scopes {
 public:
  Scopes(Program const& program, Faults& faults)
      : program_(program), faults_(faults), bindings_(program.variable_count), binders_(program.variable_count) {}

  void verify() {
    if (program_.variable_count == 0) {
      return;  // who uses or binds one names one of these
    }
    binders_are_unique();
    for (Table const& table : program_.tables) {
      for (TableRow const& row : table.rows) {
        walk(row.value);
      }
      walk(table.otherwise);
    }
    for (Definition const& definition : program_.definitions) {
      walk(definition.body);
    }
    for (Presumption const& presumption : program_.presumptions) {
      walk(presumption.when);
    }
    for (Decision const& decision : program_.decisions) {
      walk(decision.when);
    }
    for (Rule const& rule : program_.rules) {
      walk(rule.when);
      walk(rule.unless);
      for (Ground const& ground : rule.grounds) {
        walk(ground.condition);
      }
      for (ExprId const bound : computed_bounds(rule)) {
        walk(bound);
      }
    }
    for (Property const& property : program_.properties) {
      walk_property(property);
    }
  }

 private:
  // The variable of what the two cases differ in stands at an element in all of it.
  void walk_property(Property const& property) {
    if (property.variation && property.variation->of_element()) {
      RecordId const record = program_.facts[property.variation->fact.index].info.type.record;
      bindings_[property.variation->variable] = {Stands::at_record, record, 0};
    }
    for (PropertyNode const& node : property.nodes) {
      walk(node.expr);
    }
  }

  void binders_are_unique() {
    for (std::size_t i = 0; i < program_.exprs.size(); ++i) {
      Expr const& expr = program_.exprs[i];
      if (expr.source != SourceKind::none) {
        faults_.require(!binders_[expr.variable], Where(ExprId(i)), "binds a variable that another expression binds");
        binders_[expr.variable] = true;
      }
    }
  }

  // Ends: children stand before their parents.
  void walk(ExprId id) {
    if (!id.has_value()) {
      return;
    }
    Expr const& expr = program_.exprs[id.index];
    use(id, expr);
    if (expr.source != SourceKind::none) {
      return walk_bound(id, expr);
    }
    for (ExprId const child : expr.children) {
      walk(child);
    }
  }

  // In `where` the variable stands at an element, also when the body asks about groups.
  void walk_bound(ExprId id, Expr const& expr) {
    Binding const before = bindings_[expr.variable];
    Binding const body = bind(id, expr);
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
      bool const is_where = expr.has_where && i == 0;
      bool const at_element = is_where && body.stands != Stands::unbound;
      bindings_[expr.variable] = at_element ? Binding{Stands::at_record, body.record, 0} : body;
      walk(expr.children[i]);
    }
    bindings_[expr.variable] = before;
  }

  Binding bind(ExprId id, Expr const& expr) {
    if (expr.source == SourceKind::group) {
      Binding const& group = bindings_[expr.more->group];
      faults_.require(group.stands == Stands::at_group, Where(id),
                      "runs over a group that no quantifier binds around it");
      return group.stands == Stands::at_group ? Binding{Stands::at_record, group.record, 0} : Binding{};
    }
    RecordId const record = program_.facts[expr.fact.index].info.type.record;
    if (expr.source == SourceKind::list) {
      return {Stands::at_record, record, 0};
    }
    auto const& fields = program_.records[record.index].fields;
    bool const keyed = expr.index < fields.size() && fields[expr.index].info.type.kind == TypeKind::enumeration;
    faults_.require(keyed, Where(id), "groups by a field that is no enumeration");
    return {Stands::at_group, record, expr.index};
  }

  void use(ExprId id, Expr const& expr) {
    bool const at_key = expr.op == ExprOp::group_key;
    if (expr.op != ExprOp::field && !at_key) {
      return;
    }
    Binding const& binding = bindings_[expr.variable];
    Stands const wanted = at_key ? Stands::at_group : Stands::at_record;
    faults_.require(binding.stands == wanted, Where(id), "uses a variable that is not bound around it");
    if (binding.stands != wanted) {
      return;
    }
    auto const& fields = program_.records[binding.record.index].fields;
    std::uint32_t const field = at_key ? binding.key : expr.index;
    faults_.require(field < fields.size(), Where(id), "reads a field that does not exist");
    faults_.require(field >= fields.size() || fields[field].info.type == expr.type, Where(id),
                    "has a type that is not its field's");
  }

  Program const& program_;
  Faults& faults_;
  std::vector<Binding> bindings_;
  std::vector<bool> binders_;
};

}  // namespace

std::vector<TypeKind> verify_expressions(Program const& program, Faults& faults) {
  std::vector<TypeKind> kinds = Types(program, faults).verify();
  Scopes(program, faults).verify();
  return kinds;
}

}  // namespace hjemmel::ir
