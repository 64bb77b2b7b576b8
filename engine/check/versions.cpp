// Periods to conditions, versions of one name to one value, and the names that versions share.
#include "engine/check/versions.h"

#include <algorithm>
#include <limits>
#include <map>

#include "engine/base/date.h"
#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using ir::ExprOp;
using syntax::NodeKind;

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();

ir::Type date_type() { return {ir::TypeKind::date, {}, {}, {}}; }

ir::ExprId add(Workbench& bench, ir::Expr expr) {
  bench.program.exprs.push_back(std::move(expr));
  return ir::ExprId(bench.program.exprs.size() - 1);
}

ir::ExprId operation(Workbench& bench, ExprOp op, ir::Type const& type, ir::ExprIds children, source::Span span) {
  ir::Expr expr;
  expr.op = op;
  expr.type = type;
  expr.children = std::move(children);
  expr.span = span;
  return add(bench, std::move(expr));
}

ir::ExprId date_constant(Workbench& bench, std::int64_t day, source::Span span) {
  ir::Expr expr;
  expr.type = date_type();
  expr.number = base::Decimal::of(day);
  expr.span = span;
  return add(bench, std::move(expr));
}

std::int64_t day_of(syntax::View date) { return base::parse_date(date.text()).value_or(base::Date{}).days; }

class PeriodReader {
 public:
  PeriodReader(Workbench& bench, syntax::InForceView view, std::string const& name)
      : bench_(bench), view_(view), name_(name) {
    period_.from = base::kFirstDate.days;
    period_.until = kEver;
    period_.span = view ? view.span() : source::Span{};
  }

  Period run() {
    if (!view_ || !selecting_date(bench_, view_.span()).has_value()) {
      return period_;
    }
    read_from();
    read_until();
    if (period_.from >= period_.until && !period_.from_king && !period_.until_king) {
      bench_.sink.add(diag::Kind::bad_period, view_.span(),
                      "`" + name_ + "` is out of force before it comes into force",
                      "`until` is the first day out of force and lies after `from`");
    }
    if (conditions_.size() == 1) {
      period_.condition = conditions_.front();
    } else if (!conditions_.empty()) {
      period_.condition = operation(bench_, ExprOp::conjunction, {}, std::move(conditions_), view_.span());
    }
    return period_;
  }

 private:
  void require(ExprOp op, ir::ExprId date) {
    ir::ExprId const selecting = selecting_date(bench_, view_.span());
    conditions_.push_back(operation(bench_, op, {}, {selecting, date}, view_.span()));
  }

  void read_from() {
    if (view_.from()) {
      period_.from = day_of(view_.from());
      require(ExprOp::greater_equal, date_constant(bench_, period_.from, view_.from().span()));
    } else if (view_.from_king()) {
      period_.from_king = true;
      auto const date = kings_date(view_.from_king());
      if (date.has_value()) {
        require(ExprOp::greater_equal, date);
      }
    } else if (view_.from_year()) {
      read_year();
    }
  }

  void read_until() {
    if (view_.until()) {
      period_.until = std::min(period_.until, day_of(view_.until()));
      require(ExprOp::less, date_constant(bench_, day_of(view_.until()), view_.until().span()));
    } else if (view_.until_king()) {
      period_.until_king = true;
      auto const date = kings_date(view_.until_king());
      if (date.has_value()) {
        require(ExprOp::less, date);
      }
    }
  }

  // A date that only the King sets: after all that is known of the law; one for each name.
  ir::ExprId kings_date(syntax::View at) {
    if (!bench_.program.law_known_on) {
      bench_.sink.add(
          diag::Kind::missing_clause, at.span(),
          "the head does not say up to which day the law is known, so a date that is not set has no beginning",
          "add `law known on` and the day to the head of the package");
      return {};
    }
    std::int64_t const first = std::int64_t{bench_.program.law_known_on->days} + 1;
    (view_.from_king() && at.span().begin == view_.from_king().span().begin ? period_.from : period_.until) = first;
    return open_date("it comes into force, or goes out of it, on a date that the King has not set", first, std::nullopt,
                     at.span());
  }

  // `within 2022 for 5 years`, or without an end: the source names no day.
  void read_year() {
    auto const year = read_number(bench_, view_.from_year());
    bool const whole = year && year->is_integer() && year->coefficient() > 0 && year->coefficient() < 9000;
    auto const first = whole ? base::make_date(static_cast<int>(year->coefficient()), 1, 1) : std::nullopt;
    if (!first) {
      bench_.sink.add(diag::Kind::bad_period, view_.from_year().span(), "this is not a year",
                      "write the year that the source gives, as in `from within 2022 for 5 years`");
      return;
    }
    std::int64_t const last = base::make_date(static_cast<int>(year->coefficient()), 12, 31)->days;
    std::string const reason = "the source names the year in which it comes into force, and no day";
    auto const start = [&] { return open_date(reason, first->days, last, view_.from_year().span()); };
    period_.from = first->days;
    if (!view_.length()) {
      require(ExprOp::greater_equal, start());
      return;
    }
    auto const length = Expressions(bench_).of_type(view_.length(), {ir::TypeKind::quantity, base::kPeriod, {}, {}});
    if (!length || bench_.program.exprs[length->expr.index].number.coefficient() > 12 * 1000) {
      return;
    }
    auto const months = static_cast<std::int32_t>(bench_.program.exprs[length->expr.index].number.coefficient());
    period_.until =
        base::add_months(base::Date{static_cast<std::int32_t>(last)}, months).value_or(base::kLastDate).days;
    require(ExprOp::greater_equal, start());
    require(ExprOp::less, operation(bench_, ExprOp::add, date_type(), {start(), length->expr}, view_.span()));
  }

  ir::ExprId open_date(std::string const& reason, std::int64_t first, std::optional<std::int64_t> last,
                       source::Span span) {
    ir::Fact fact;
    fact.info.name = name_;
    fact.info.type = date_type();
    fact.info.minimum = base::Decimal::of(first);
    fact.info.maximum = base::Decimal::of(last.value_or(base::kLastDate.days));
    fact.open_law = reason;
    return read_open_law(bench_, std::move(fact), span);
  }

  Workbench& bench_;
  syntax::InForceView view_;
  std::string name_;
  Period period_;
  ir::ExprIds conditions_;
};

// The names of declarations, each with how often it stands and whether it always says when it is in force.
template <class V>
std::map<std::string, std::pair<std::size_t, bool>, std::less<>> counted_names(Workbench const& bench, NodeKind kind) {
  std::map<std::string, std::pair<std::size_t, bool>, std::less<>> names;
  bench.each<V>(kind, [&](V view) {
    auto& [count, dated] = names.try_emplace(std::string(view.name().text()), 0, true).first->second;
    ++count;
    dated = dated && syntax::in_force_of(view);
  });
  return names;
}

// One day that both hold, or none. A date of the King ends one version where it begins another.
std::optional<std::int64_t> shared_day(Period const& left, Period const& right) {
  if ((left.until_king && right.from_king) || (left.from_king && right.until_king)) {
    return std::nullopt;
  }
  std::int64_t const left_until = left.until_king ? kEver : left.until;
  std::int64_t const right_until = right.until_king ? kEver : right.until;
  std::int64_t const first = std::max(left.from, right.from);
  return first < std::min(left_until, right_until) ? std::optional(first) : std::nullopt;
}

// One whose versions all say when they are in force is read as a definition of the same name, the `next` one.
void declare_parameter_names(Workbench& bench, std::uint32_t next) {
  auto const counted = counted_names<syntax::ParameterDeclarationView>(bench, NodeKind::parameter_declaration);
  std::map<std::string, std::size_t, std::less<>> places;
  std::uint32_t parameters = 0;
  bench.each<syntax::ParameterDeclarationView>(NodeKind::parameter_declaration, [&](auto view) {
    auto const name = view.name().text();
    std::uint32_t const parameter = parameters++;
    if (!counted.find(name)->second.second) {
      bench.values.declare(name, value_entry(ValueKind::parameter, parameter), view.name().span(), bench.sink);
      return;
    }
    auto const [known, is_new] = places.try_emplace(std::string(name), bench.dated_parameters.size());
    if (is_new) {
      bench.values.declare(name, value_entry(ValueKind::definition, next++), view.name().span(), bench.sink);
      bench.dated_parameters.emplace_back();
    }
    bench.dated_parameters[known->second].push_back(parameter);
  });
}

}  // namespace

ir::ExprId read_open_law(Workbench& bench, ir::Fact fact, source::Span span) {
  auto& facts = bench.program.facts;
  auto const same = [&](ir::Fact const& other) {
    return !other.open_law.empty() && other.info.name == fact.info.name && other.info.minimum == fact.info.minimum &&
           other.info.maximum == fact.info.maximum;
  };
  auto const known = std::find_if(facts.begin(), facts.end(), same);
  ir::Expr read;
  read.op = ExprOp::fact;
  read.type = fact.info.type;
  read.fact = ir::FactId(static_cast<std::size_t>(known - facts.begin()));
  read.span = span;
  if (known == facts.end()) {
    facts.push_back(std::move(fact));
  }
  return add(bench, std::move(read));
}

ir::Type type_of_versions(Workbench const& bench, std::vector<Version> const& versions) {
  ir::Type type = bench.program.exprs[versions.front().value.index].type;
  for (Version const& version : versions) {
    ir::Type const& other = bench.program.exprs[version.value.index].type;
    type = other.kind == ir::TypeKind::decimal ? other : type;
  }
  return type;
}

Period read_period(Workbench& bench, syntax::View declared, std::string const& name) {
  return PeriodReader(bench, syntax::in_force_of(declared), name).run();
}

void refuse_overlap(Workbench& bench, std::vector<Period> const& periods, std::string const& name) {
  for (std::size_t i = 0; i < periods.size(); ++i) {
    for (std::size_t j = i + 1; j < periods.size(); ++j) {
      auto const day = shared_day(periods[i], periods[j]);
      if (day) {
        bench.sink.add({diag::Kind::overlapping_versions,
                        periods[j].span,
                        "two versions of `" + name + "` may be in force on " +
                            base::to_string(base::Date{static_cast<std::int32_t>(*day)}),
                        "end the one with `until` on the day the other begins",
                        {{periods[i].span, "the other version is here"}}});
        return;
      }
    }
  }
}

ir::ExprId value_in_force(Workbench& bench, std::vector<Version> const& versions, std::string const& name,
                          ir::ExprId otherwise) {
  std::vector<Period> periods;
  ir::ExprIds conditions;
  for (Version const& version : versions) {
    periods.push_back(version.period);
    if (!version.period.condition.has_value()) {
      return version.value;  // always in force, or its `in force` has a fault
    }
    conditions.push_back(version.period.condition);
  }
  refuse_overlap(bench, periods, name);
  ir::Type const type = type_of_versions(bench, versions);
  source::Span const span = versions.front().period.span;
  ir::ExprId value = versions.back().value;
  for (std::size_t i = versions.size() - 1; i-- > 0;) {
    value = operation(bench, ExprOp::conditional, type, {conditions[i], versions[i].value, value}, span);
  }
  ir::ExprId const covered =
      conditions.size() == 1 ? conditions.front() : operation(bench, ExprOp::disjunction, {}, conditions, span);
  if (!otherwise.has_value()) {
    ir::Expr none;
    none.op = ExprOp::out_of_force;
    none.type = type;
    none.more = ir::ExprMore{.text = name};
    none.span = span;
    otherwise = add(bench, std::move(none));
  }
  return operation(bench, ExprOp::conditional, type, {covered, value, otherwise}, span);
}

ir::ExprId both_conditions(Workbench& bench, ir::ExprId first, ir::ExprId second) {
  if (!first.has_value() || !second.has_value()) {
    return first.has_value() ? first : second;
  }
  ir::ExprIds children{first};
  ir::Expr const& rest = bench.program.exprs[second.index];
  if (rest.op == ExprOp::conjunction) {
    std::copy(rest.children.begin(), rest.children.end(), std::back_inserter(children));
  } else {
    children.push_back(second);
  }
  return operation(bench, ExprOp::conjunction, {}, std::move(children), rest.span);
}

ir::ExprId selecting_date(Workbench& bench, source::Span at) {
  ir::Program& program = bench.program;
  if (!program.as_of.has_value()) {
    bench.sink.add(diag::Kind::missing_clause, at,
                   "the head does not name the date that picks the rules in force, so nothing can have a period",
                   "add `as of` and the fact that holds the date to the head of the package");
    return {};
  }
  if (!program.selecting.has_value()) {
    ir::Expr read;
    read.op = ExprOp::fact;
    read.type = date_type();
    read.fact = program.as_of;
    read.span = at;
    program.selecting = ir::DefinitionId(program.definitions.size());
    program.definitions.push_back({"as of", date_type(), add(bench, std::move(read)), {}, at});
  }
  ir::Expr expr;
  expr.op = ExprOp::selecting_date;
  expr.type = date_type();
  expr.definition = program.selecting;
  expr.span = at;
  return add(bench, std::move(expr));
}

void declare_definition_names(Workbench& bench) {
  auto const counted = counted_names<syntax::DefineView>(bench, NodeKind::define_declaration);
  std::map<std::string, std::uint32_t, std::less<>> places;
  std::uint32_t next = 0;
  std::size_t fields = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    auto const name = view.name().text();
    if (view.field_of()) {
      bench.values.declare(name, value_entry(ValueKind::element_field, fields++), view.name().span(), bench.sink);
      return;
    }
    auto const known = places.find(name);
    if (known != places.end() && counted.find(name)->second.second) {
      bench.definition_places.push_back(known->second);
      return;
    }
    bench.values.declare(name, value_entry(ValueKind::definition, next), view.name().span(), bench.sink);
    places.emplace(std::string(name), next);
    bench.definition_places.push_back(next++);
  });
  bench.each<syntax::ReadingView>(NodeKind::reading_declaration, [&](syntax::ReadingView view) {
    bench.values.declare(view.name().text(), value_entry(ValueKind::definition, next++), view.name().span(),
                         bench.sink);
  });
  declare_parameter_names(bench, next);
}

void declare_rule_names(Workbench& bench) {
  auto const counted = counted_names<syntax::RuleView>(bench, NodeKind::rule_declaration);
  std::map<std::string, std::size_t, std::less<>> versions;
  std::uint32_t rule = 0;
  std::uint32_t transition = 0;
  bench.each<syntax::RuleView>(NodeKind::rule_declaration, [&](syntax::RuleView view) {
    auto const name = view.name().text();
    if (view.as_of()) {
      bench.rules.declare(name, kTransitionBit | transition++, view.name().span(), bench.sink);
      return;
    }
    std::uint32_t const index = rule++;
    auto const& [count, dated] = counted.find(name)->second;
    if (count == 1 || !dated) {
      bench.rules.declare(name, index, view.name().span(), bench.sink);
      return;
    }
    auto const [known, is_new] = versions.try_emplace(std::string(name), bench.versions.size());
    if (is_new) {
      bench.rules.declare(name, kVersionsBit | static_cast<std::uint32_t>(known->second), view.name().span(),
                          bench.sink);
      bench.versions.emplace_back();
    }
    bench.versions[known->second].push_back(index);
  });
}

bool refuse_used_periods(Workbench& bench, ir::Program const& used, source::Span at) {
  if (used.selecting.has_value()) {
    bench.sink.add(diag::Kind::not_supported_yet, at,
                   "`" + used.name + "` has versions in time, and such a package cannot be used by another yet",
                   "take the periods out of it, or decide it by itself and state what it decided as facts");
  }
  return used.selecting.has_value();
}

std::vector<std::uint32_t> rules_named(Workbench const& bench, std::uint32_t entry) {
  if ((entry & kTransitionBit) != 0) {
    return {};
  }
  return (entry & kVersionsBit) == 0 ? std::vector{entry} : bench.versions[entry & ~kVersionsBit];
}

std::optional<Typed> Expressions::as_of_date(syntax::ExprView view) {
  syntax::ExprView const read = syntax::operand(view, 0);
  bool const is_call = read.kind() == NodeKind::call;
  if (!is_call &&
      (read.kind() != NodeKind::path || find_fact(bench_, meant(read.text())) || find_variable(read.text()))) {
    bench_.sink.add(diag::Kind::type_mismatch, read.span(),
                    "only a definition, table or parameter is read as of a date",
                    "a fact is what it is on every date; name a definition, or a table with its key");
    return std::nullopt;
  }
  auto const value = check(read);
  auto const date = of_type(syntax::operand(view, 1), date_type());
  if (!value || !date || !selecting_date(bench_, view.span()).has_value()) {
    return std::nullopt;
  }
  Typed typed = operation(ExprOp::as_of_date, value->type, view.span(), {value->expr, date->expr});
  typed.key = value->key;
  return typed;
}

}  // namespace hjemmel::check
