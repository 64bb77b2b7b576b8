// Comparison, arithmetic, connectives, quantifiers: each operation by itself, read off the language's definition.
#include "tests/differential/oracle_value.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/ir/print.h"

namespace hjemmel::oracle {
namespace {

base::Date day(base::Decimal number) { return base::Date{static_cast<std::int32_t>(number.coefficient())}; }
Result from(std::optional<base::Decimal> number) { return number ? Result::known(*number) : Result::of(Kind::error); }
Result from(std::optional<base::Date> date) {
  return date ? Result::known(base::Decimal::of(date->days)) : Result::of(Kind::error);
}

bool holds(ir::ExprOp op, std::strong_ordering order) {
  switch (op) {
    case ir::ExprOp::equal:
      return order == 0;
    case ir::ExprOp::not_equal:
      return order != 0;
    case ir::ExprOp::less:
      return order < 0;
    case ir::ExprOp::less_equal:
      return order <= 0;
    case ir::ExprOp::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

Result move_date(base::Decimal date, base::Decimal step, base::Dimension unit, bool back) {
  base::Decimal const signed_step = back ? base::negate(step) : step;
  if (unit == base::kPeriod) {
    bool const fits = signed_step.is_integer() && std::abs(signed_step.coefficient()) < 1'000'000;
    return fits ? from(base::add_months(day(date), static_cast<std::int32_t>(signed_step.coefficient())))
                : Result::of(Kind::error);
  }
  bool const whole_days = signed_step.is_integer() && signed_step.coefficient() % 24 == 0;
  bool const fits = whole_days && std::abs(signed_step.coefficient() / 24) < 100'000'000;
  return fits ? from(base::add_days(day(date), static_cast<std::int32_t>(signed_step.coefficient() / 24)))
              : Result::of(Kind::error);
}

Result from(std::optional<base::Ratio> ratio) { return ratio ? Result::exactly(*ratio) : Result::of(Kind::error); }

Result of_ratios(ir::ExprOp op, base::Ratio left, base::Ratio right) {
  switch (op) {
    case ir::ExprOp::negate:
      return Result::exactly(base::negate(left));
    case ir::ExprOp::multiply:
      return from(base::multiply(left, right));
    case ir::ExprOp::divide:
      return from(base::divide(left, right));
    default:
      return from(base::add(left, op == ir::ExprOp::subtract ? base::negate(right) : right));
  }
}

// `>` says the opposite of `<=`, `>=` of `<`, `!=` of `=`.
bool is_opposite(ir::ExprOp op) {
  return op == ir::ExprOp::greater || op == ir::ExprOp::greater_equal || op == ir::ExprOp::not_equal;
}

ir::ExprOp without_opposite(ir::ExprOp op) {
  return op == ir::ExprOp::greater         ? ir::ExprOp::less_equal
         : op == ir::ExprOp::greater_equal ? ir::ExprOp::less
         : op == ir::ExprOp::not_equal     ? ir::ExprOp::equal
                                           : op;
}

// A number for the text of a comparison, the same for two that say the same: variables count in the order they are met.
std::uint32_t what_is_compared(ir::Program const& program, ir::ExprId id) {
  ir::Expr const& expr = program.exprs[id.index];
  std::string const text =
      ir::print_expr(program, expr.children[0]) + " ? " + ir::print_expr(program, expr.children[1]);
  std::vector<std::string> met;
  std::uint32_t hash = 2166136261U + static_cast<std::uint32_t>(without_opposite(expr.op));
  auto const add = [&hash](std::size_t number) { hash = (hash ^ static_cast<std::uint32_t>(number)) * 16777619U; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i + 1;
    while (text[i] == 'v' && end < text.size() && text[end] >= '0' && text[end] <= '9') {
      ++end;
    }
    if (end == i + 1) {
      add(static_cast<unsigned char>(text[i]));
      continue;
    }
    std::string const variable = text.substr(i, end - i);
    auto const known = std::find(met.begin(), met.end(), variable);
    add(1000 + static_cast<std::size_t>(known - met.begin()));
    if (known == met.end()) {
      met.push_back(variable);
    }
    i = end - 1;
  }
  return hash;
}

}  // namespace

// The kind that two operands give when they are not both known: not applicable before all, then unknown, then error.
std::optional<Kind> not_both_known(Result const& left, Result const& right) {
  for (Kind const kind : {Kind::not_applicable, Kind::unknown, Kind::error}) {
    if (left.kind == kind || right.kind == kind) {
      return kind;
    }
  }
  return std::nullopt;
}

Result of_truth(Truth truth) {
  switch (truth) {
    case Truth::no:
      return Result::truth(false);
    case Truth::yes:
      return Result::truth(true);
    case Truth::unknown:
      return Result::of(Kind::unknown);
    case Truth::error:
      return Result::of(Kind::error);
  }
  return Result::of(Kind::error);
}

Truth truth_of(Result const& result) {
  switch (result.kind) {
    case Kind::known:
      return result.number.coefficient() != 0 ? Truth::yes : Truth::no;
    case Kind::not_applicable:
      return Truth::no;
    case Kind::unknown:
      return Truth::unknown;
    case Kind::error:
      return Truth::error;
  }
  return Truth::error;
}

Truth opposite(Truth truth) { return truth == Truth::no ? Truth::yes : truth == Truth::yes ? Truth::no : truth; }

// One false settles it; then an unknown leaves it open, since it may turn out false and settle an error beside it.
Truth both(Truth left, Truth right) {
  for (Truth const decisive : {Truth::no, Truth::unknown, Truth::error}) {
    if (left == decisive || right == decisive) {
      return decisive;
    }
  }
  return Truth::yes;
}

Truth either(Truth left, Truth right) { return opposite(both(opposite(left), opposite(right))); }

Result Evaluator::evaluate(ir::Ground const& ground) {
  Result const said = evaluate(ground.condition);
  return ground.negated ? of_truth(opposite(truth_of(said))) : said;
}

Result Evaluator::evaluate(ir::ExprId id) {
  std::vector<Place> outside(program_.variable_count);
  std::swap(outside, places_);
  Result const result = value(id);
  std::swap(outside, places_);
  return result;
}

Result Evaluator::value(ir::ExprId id) {
  ir::Expr const& expr = program_.exprs[id.index];
  switch (expr.op) {
    case ir::ExprOp::constant:
      return constant(expr);
    case ir::ExprOp::fact:
      return fact(expr);
    case ir::ExprOp::field:
      return cell(places_[expr.variable].list, places_[expr.variable].row, expr.index);
    case ir::ExprOp::group_key:
      return Result::known(base::Decimal::of(places_[expr.variable].row));
    case ir::ExprOp::definition:
      return evaluate(program_.definitions[expr.definition.index].body);
    case ir::ExprOp::parameter:
      return parameter(expr.index);
    case ir::ExprOp::reading:
      return reading(expr);
    case ir::ExprOp::conjunction: {
      Truth truth = Truth::yes;
      for (std::size_t i = 0; i < expr.children.size() && truth != Truth::no; ++i) {
        truth = both(truth, truth_of(value(expr.children[i])));
      }
      return of_truth(truth);
    }
    case ir::ExprOp::disjunction: {
      Truth truth = Truth::no;
      for (std::size_t i = 0; i < expr.children.size() && truth != Truth::yes; ++i) {
        truth = either(truth, truth_of(value(expr.children[i])));
      }
      return of_truth(truth);
    }
    case ir::ExprOp::negation:
      return of_truth(opposite(truth_of(value(expr.children[0]))));
    case ir::ExprOp::member:
      return member(expr);
    case ir::ExprOp::is_applicable:
      return is_applicable(expr);
    case ir::ExprOp::add:
    case ir::ExprOp::subtract:
    case ir::ExprOp::multiply:
    case ir::ExprOp::negate:
    case ir::ExprOp::age:
      return arithmetic(expr);
    case ir::ExprOp::divide:
    case ir::ExprOp::round:
    case ir::ExprOp::lesser_of:
    case ir::ExprOp::greater_of:
    case ir::ExprOp::date_of:
    case ir::ExprOp::month_of:
    case ir::ExprOp::year_of:
      return derived(expr);
    case ir::ExprOp::term:
      return term(expr);
    case ir::ExprOp::call:
      return call(expr);
    case ir::ExprOp::table:
      return table(expr);
    case ir::ExprOp::conditional:
      return conditional(expr);
    case ir::ExprOp::selecting_date:
      return selecting_date();
    case ir::ExprOp::as_of_date:
      return as_of_date(expr);
    case ir::ExprOp::out_of_force:
      return Result::of(Kind::error);
    case ir::ExprOp::every:
    case ir::ExprOp::some:
    case ir::ExprOp::no:
      return quantifier(expr);
    case ir::ExprOp::total:
      return aggregate(expr);
    case ir::ExprOp::count:
      return expr.source == ir::SourceKind::list_by_key ? count_groups(expr) : aggregate(expr);
    case ir::ExprOp::count_distinct:
    case ir::ExprOp::least:
    case ir::ExprOp::greatest:
    case ir::ExprOp::first:
    case ir::ExprOp::last:
    case ir::ExprOp::only:
      return of_values(expr);
    case ir::ExprOp::may_be:
    case ir::ExprOp::is_only:
    case ir::ExprOp::figure:
      return about_decision(expr);
    default:
      return compare(id, expr);
  }
}

Result Evaluator::constant(ir::Expr const& expr) const {
  Result result = Result::known(expr.number);
  if (expr.type.kind == ir::TypeKind::text) {
    result.text = &*expr.more->text;
  } else if (expr.type.kind == ir::TypeKind::moment) {
    result.offset = base::parse_moment(*expr.more->text).value->offset;
  }
  return result;
}

Result Evaluator::compare(ir::ExprId id, ir::Expr const& expr) {
  Result const left = value(expr.children[0]);
  Result const right = value(expr.children[1]);
  auto const kind = not_both_known(left, right);
  if (kind == Kind::not_applicable) {
    return Result::truth(expr.op == ir::ExprOp::not_equal);
  }
  if (kind) {
    return Result::of(*kind);
  }
  if (left.any_unit || right.any_unit) {
    return unknown_bool(id);
  }
  if (left.text != nullptr) {
    return Result::truth((*left.text == *right.text) == (expr.op == ir::ExprOp::equal));
  }
  ir::Type const& type = program_.exprs[expr.children[0].index].type;
  bool const by_rank =
      type.kind == ir::TypeKind::enumeration && expr.op != ir::ExprOp::equal && expr.op != ir::ExprOp::not_equal;
  if (!by_rank) {
    return Result::truth(holds(expr.op, left.ratio() <=> right.ratio()));
  }
  auto const& values = program_.enums[type.enumeration.index].values;
  ir::EnumValue const& left_value = values[static_cast<std::size_t>(left.number.coefficient())];
  ir::EnumValue const& right_value = values[static_cast<std::size_t>(right.number.coefficient())];
  if (left_value.unranked || right_value.unranked) {
    return unknown_bool(id);
  }
  return Result::truth(holds(expr.op, left_value.rank <=> right_value.rank));
}

// One unknown for what the comparison says and where each variable around it stands: two comparisons that say the same, or
// the opposite, share it.
Result Evaluator::unknown_bool(ir::ExprId id) {
  if (completions_ == nullptr) {
    return Result::of(Kind::unknown);
  }
  UnknownId unknown{UnknownKind::comparison, {what_is_compared(program_, id)}};
  std::size_t next = 1;
  for (Place const& place : places_) {
    if (place.bound) {
      CHECK(next < unknown.at.size());
      unknown.at[next++] = place.row + 1;
    }
  }
  Result const holds = completions_->choose(unknown, [] {
    return std::vector{Result::truth(false), Result::truth(true)};
  });
  bool const opposite_of_it = is_opposite(program_.exprs[id.index].op);
  return Result::truth((truth_of(holds) == Truth::yes) != opposite_of_it);
}

Result Evaluator::member(ir::Expr const& expr) {
  Result const element = value(expr.children[0]);
  if (element.kind == Kind::not_applicable) {
    return Result::truth(false);
  }
  if (element.kind != Kind::known) {
    return element;
  }
  return Result::truth(std::count(expr.more->set.begin(), expr.more->set.end(),
                                  static_cast<std::uint32_t>(element.number.coefficient())) > 0);
}

Result Evaluator::is_applicable(ir::Expr const& expr) {
  ir::Expr const& asked = program_.exprs[expr.children[0].index];
  if (asked.op == ir::ExprOp::fact && asked.type.kind == ir::TypeKind::list) {
    return list_is_applicable(asked.fact.index);
  }
  Result const result = value(expr.children[0]);
  bool const settled = result.kind == Kind::known || result.kind == Kind::not_applicable;
  return settled ? Result::truth(result.kind == Kind::known) : result;
}

Result Evaluator::arithmetic(ir::Expr const& expr) {
  Result const left = value(expr.children[0]);
  Result const right = expr.children.size() > 1 ? value(expr.children[1]) : left;
  if (auto const kind = not_both_known(left, right)) {
    return Result::of(*kind);
  }
  if (left.any_unit || right.any_unit) {
    return left.any_unit ? left : right;
  }
  bool const sum = expr.op == ir::ExprOp::add || expr.op == ir::ExprOp::subtract;
  if (sum && program_.exprs[expr.children[0].index].type.kind == ir::TypeKind::moment) {
    return of_moments(expr, left, right);
  }
  bool const ratios = expr.type.kind == ir::TypeKind::ratio;
  if (ratios) {
    return of_ratios(expr.op, left.ratio(), right.ratio());
  }
  if (expr.op == ir::ExprOp::negate) {
    return Result::known(base::negate(left.number));
  }
  if (expr.op == ir::ExprOp::age) {
    auto const months = base::completed_months(day(left.number), day(right.number));
    return months ? Result::known(base::Decimal::of(*months)) : Result::of(Kind::error);
  }
  if (expr.op == ir::ExprOp::multiply) {
    return from(base::multiply(left.number, right.number));
  }
  bool const back = expr.op == ir::ExprOp::subtract;
  if (expr.type.kind == ir::TypeKind::date) {
    return move_date(left.number, right.number, program_.exprs[expr.children[1].index].type.dimension, back);
  }
  if (program_.exprs[expr.children[0].index].type.kind == ir::TypeKind::date) {
    auto const days = base::subtract(left.number, right.number);
    return days ? from(base::multiply(*days, base::Decimal::of(24))) : Result::of(Kind::error);
  }
  return from(back ? base::subtract(left.number, right.number) : base::add(left.number, right.number));
}

// Which combination of ranges the keys lie in, counting with the last key's running fastest.
Result Evaluator::key_of(ir::Expr const& expr, ir::Table const& table) {
  std::vector<Result> keys;
  for (ir::ExprId const child : expr.children) {
    keys.push_back(value(child));
  }
  for (Kind const kind : {Kind::not_applicable, Kind::unknown, Kind::error}) {
    if (std::any_of(keys.begin(), keys.end(), [&](Result const& one) { return one.kind == kind; })) {
      return Result::of(kind);
    }
  }
  std::int64_t combination = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    ir::TableInput const& input = table.inputs[i];
    std::int64_t range = 0;
    for (ir::TableCut const& cut : input.cuts) {
      base::Decimal const limit = program_.exprs[cut.at.index].number;
      range += keys[i].number > limit || (keys[i].number == limit && !cut.included) ? 1 : 0;
    }
    bool const by_value = input.type.kind == ir::TypeKind::enumeration || input.type.kind == ir::TypeKind::boolean;
    combination = combination * input.classes + (by_value ? keys[i].number.coefficient() : range);
  }
  return Result::known(base::Decimal::of(combination));
}

Result Evaluator::table(ir::Expr const& expr) {
  ir::Table const& table = program_.tables[expr.more->table.index];
  Result const key = table.inputs.empty() ? value(expr.children[0]) : key_of(expr, table);
  if (key.kind != Kind::known) {
    return key;
  }
  auto const ordinal = static_cast<std::uint32_t>(key.number.coefficient());
  if (table.result.kind == ir::TypeKind::amount && program_.enums[table.key.index].values[ordinal].any_unit) {
    return {Kind::known, {}, nullptr, true, {}, {}};
  }
  for (ir::TableRow const& row : table.rows) {
    if (row.key == ordinal) {
      return evaluate(row.value);
    }
  }
  if (table.otherwise.has_value()) {
    return evaluate(table.otherwise);
  }
  if (completions_ == nullptr) {
    return Result::of(Kind::unknown);
  }
  return completions_->choose({UnknownKind::open_law, {expr.more->table.index, ordinal}}, [&] {
    std::vector<Result> all = candidate_numbers(table.result, grid_.tables[expr.more->table.index]);
    bool const counted = table.result.kind != ir::TypeKind::date;
    std::erase_if(all, [&](Result const& one) { return counted && one.number < base::Decimal(); });
    return all;
  });
}

Result Evaluator::conditional(ir::Expr const& expr) {
  Truth const condition = truth_of(value(expr.children[0]));
  if (condition == Truth::unknown || condition == Truth::error) {
    return Result::of(condition == Truth::error ? Kind::error : Kind::unknown);
  }
  return value(expr.children[condition == Truth::yes ? 1 : 2]);
}

Result Evaluator::selecting_date() {
  if (put_) {
    return *put_;
  }
  ir::DefinitionId const id = at_decision_ ? program_.selecting_decided : program_.selecting;
  return value(program_.definitions[id.index].body);
}

// The same expression, with the other date in the place of the one that picks.
Result Evaluator::as_of_date(ir::Expr const& expr) {
  Result const date = value(expr.children[1]);
  if (date.kind == Kind::not_applicable || date.kind == Kind::error) {
    return date;
  }
  std::optional<Result> outer = date;
  outer.swap(put_);
  Result const result = value(expr.children[0]);
  outer.swap(put_);
  return result;
}

Result Evaluator::about_decision(ir::Expr const& expr) {
  std::optional<Result> outside;  // decisions are taken under the package's own date
  outside.swap(put_);
  DecisionRead const read = read_(expr.decision.index);
  outside.swap(put_);
  if (expr.op == ir::ExprOp::figure) {
    return read.kind == Kind::known ? read.figure : Result::of(read.kind);
  }
  if (read.kind != Kind::known) {
    return read.kind == Kind::not_applicable ? Result::truth(false) : Result::of(read.kind);
  }
  bool const among = std::count(read.options.begin(), read.options.end(), expr.index) > 0;
  return Result::truth(among && (expr.op == ir::ExprOp::may_be || read.options.size() == 1));
}

}  // namespace hjemmel::oracle
