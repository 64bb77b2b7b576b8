// Conditions that are counted, and what is said of each of several groups of facts: `at least 2 of (a, b, c)`,
// `some p of {taxpayer, spouse} has …`.
//
// Both are written out: a count is the sum of a 1 for each condition that holds, a quantifier the `and` or `or` of its body for
// each group. So what is unknown, not applicable or an error in them means what it means everywhere. Tested in
// tests/golden/check, topic conditions, and tests/golden/decide.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

ir::ExprId Expressions::whole_number(std::int64_t number, source::Span span) {
  ir::Expr expr;
  expr.type.kind = TypeKind::integer;
  expr.number = base::Decimal::of(number);
  expr.span = span;
  return add(std::move(expr)).expr;
}

// By halves, so that a long list does not make a high tree.
std::optional<ir::ExprId> Expressions::sum_of(std::vector<ir::ExprId> terms, source::Span span) {
  while (terms.size() > 1) {
    std::vector<ir::ExprId> halves;
    for (std::size_t i = 0; i + 1 < terms.size(); i += 2) {
      halves.push_back(operation(ExprOp::add, {TypeKind::integer, {}, {}, {}}, span, {terms[i], terms[i + 1]}).expr);
    }
    if (terms.size() % 2 == 1) {
      halves.push_back(terms.back());
    }
    terms = std::move(halves);
  }
  return terms.empty() ? std::nullopt : std::optional(terms.front());
}

std::optional<Typed> Expressions::counted_conditions(syntax::ExprView view) {
  bool const compared = view.kind() != NodeKind::count_conditions;
  ir::Type const number_type{TypeKind::integer, {}, {}, {}};
  std::vector<ir::ExprId> terms;
  bool good = true;
  std::size_t place = 0;
  for (syntax::NodeRef const child : view.children()) {
    syntax::ExprView const part{view.tree, child};
    if (compared && place++ == 0) {
      continue;  // the number
    }
    auto const holds = condition(part);
    good = good && holds;
    if (holds) {
      ir::ExprId const one = whole_number(1, part.span());
      ir::ExprId const none = whole_number(0, part.span());
      terms.push_back(operation(ExprOp::conditional, number_type, part.span(), {*holds, one, none}).expr);
    }
  }
  auto const count = good ? sum_of(std::move(terms), view.span()) : std::nullopt;
  if (!count || !compared) {
    return count ? std::optional(Typed{*count, number_type, {}}) : std::nullopt;
  }
  auto const wanted = read_number(bench_, syntax::operand(view, 0));
  std::size_t const conditions = view.children().size() - 1;
  if (!wanted) {
    return std::nullopt;
  }
  if (*wanted > base::Decimal::of(static_cast<std::int64_t>(conditions))) {
    bench_.sink.add(diag::Kind::never_reached, syntax::operand(view, 0).span(),
                    conditions == 1 ? "only one condition stands here"
                                    : "only " + std::to_string(conditions) + " conditions stand here",
                    "write a number that can be reached, or the conditions that are missing");
    return std::nullopt;
  }
  ExprOp const op = view.kind() == NodeKind::exactly_conditions    ? ExprOp::equal
                    : view.kind() == NodeKind::at_least_conditions ? ExprOp::greater_equal
                                                                   : ExprOp::less_equal;
  ir::ExprId const number = whole_number(wanted->coefficient(), syntax::operand(view, 0).span());
  return operation(op, {}, view.span(), {*count, number});
}

// Facts begin with its name, or it is a record that has a name.
bool Expressions::is_group_of_facts(syntax::NameView path) {
  std::string const head = std::string(path.text()) + ".";
  bool const known = std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(),
                                 [&](std::string const& fact) { return fact.starts_with(head); }) ||
                     record_named(path.text()) != nullptr;
  if (known) {
    return true;
  }
  if (find_fact(bench_, path.text())) {
    bench_.sink.add(diag::Kind::not_a_list, path.span(), "`" + std::string(path.text()) + "` is one fact, not a group",
                    "name what several facts begin with, such as `taxpayer`; elements of a list are asked with `in`");
    return false;
  }
  std::vector<std::string> groups;
  for (std::string const& fact : bench_.fact_paths) {
    groups.push_back(fact.substr(0, fact.rfind('.') == std::string::npos ? 0 : fact.rfind('.')));
  }
  std::erase(groups, "");
  bench_.sink.add(diag::Kind::unknown_name, path.span(), "no facts begin with `" + head + "`",
                  did_you_mean(path.text(), groups));
  return false;
}

std::optional<Typed> Expressions::groups_quantifier(syntax::GroupsQuantifierView view) {
  ir::Expr whole;
  whole.op = view.kind() == NodeKind::every_of ? ExprOp::conjunction : ExprOp::disjunction;
  whole.span = view.span();
  bool good = true;
  for (syntax::NodeRef const group : view.groups().children()) {
    syntax::NameView const path{view.tree, group};
    if (!is_group_of_facts(path) || !good || !bind(view.variable(), ir::FactId(), UINT32_MAX)) {
      good = false;
      continue;
    }
    scope_.back().stands_for = std::string(path.text());
    auto const holds = copied(view, [&]() -> MaybeTyped {
      auto const body = condition(view.body());
      return body ? std::optional(Typed{*body, {}, {}}) : std::nullopt;
    });
    scope_.pop_back();
    good = holds.has_value();
    if (holds) {
      bench_.program.exprs[holds->expr.index].span = view.span();  // a trace tells the whole, which names the groups
      whole.children.push_back(holds->expr);
    }
  }
  if (!good) {
    return std::nullopt;
  }
  Typed const said = whole.children.size() == 1 ? Typed{whole.children.front(), {}, {}} : add(std::move(whole));
  return view.kind() == NodeKind::no_of ? negated(said, view.span()) : said;
}

// A path with what its first word stands for in its place: `p.birth_date` of `p of {taxpayer, spouse}`.
std::string Expressions::meant(std::string_view path) const {
  std::size_t const end = std::min(path.find('.'), path.size());
  if (case_named(path.substr(0, end))) {
    return std::string(path.substr(std::min(end + 1, path.size())));
  }
  Variable const* const variable = find_variable(path.substr(0, end));
  bool const stands = variable != nullptr && !variable->stands_for.empty();
  return (stands ? variable->stands_for : std::string(path.substr(0, end))) + std::string(path.substr(end));
}

std::optional<Typed> Expressions::path_in_group(syntax::ExprView view, Variable const& variable,
                                                std::string_view tail) {
  std::string const group = variable.stands_for;
  if (NamedRecord const* const record = record_named(group)) {
    return record_path(view, *record, tail);
  }
  if (auto const id = tail.empty() ? std::nullopt : find_fact(bench_, meant(view.text()))) {
    return fact(view, *id);
  }
  std::vector<std::string> candidates;
  for (std::string const& fact : bench_.fact_paths) {
    if (fact.starts_with(group + ".")) {
      candidates.push_back(variable.name + fact.substr(group.size()));
    }
  }
  bench_.sink.add(
      diag::Kind::unknown_name, view.span(),
      tail.empty() ? "`" + variable.name + "` stands for several facts, not one value"
                   : "the facts have no `" + meant(view.text()) + "`",
      tail.empty() ? "name one of them, such as `" + candidates.front() + "`" : did_you_mean(view.text(), candidates));
  return std::nullopt;
}

}  // namespace hjemmel::check
