// Quantifiers, aggregates and groups over the elements of a list, read off the language's definition.
#include <algorithm>

#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {
namespace {

Result sum_of(base::Decimal left, base::Decimal right) {
  auto const sum = base::add(left, right);
  return sum ? Result::known(*sum) : Result::of(Kind::error);
}

}  // namespace

// The elements that a quantifier or aggregate runs over, one after another.
std::vector<Evaluator::Place> Evaluator::places_of(ir::Expr const& expr) {
  std::vector<Place> all;
  if (expr.source == ir::SourceKind::group) {
    Place const group = places_[expr.more->group];
    for (std::uint32_t const row : group.members) {
      all.push_back({true, group.list, row, {}});
    }
    return all;
  }
  Rows const known = rows(expr.fact.index);
  for (std::uint32_t row = 0; row < known.count; ++row) {
    all.push_back({true, expr.fact.index, row, {}});
  }
  return all;
}

// The groups of a list by a key, of the elements for which `where` is true. Nothing when three-valued logic does not know
// them all: an unknown key may fall in any group.
Evaluator::Groups Evaluator::groups_of(ir::Expr const& expr) {
  Groups groups;
  groups.unknown = rows(expr.fact.index).open;
  Place const before = places_[expr.variable];
  for (Place const& element : places_of(expr)) {
    places_[expr.variable] = element;
    Truth const where = expr.has_where ? truth_of(value(expr.children[0])) : Truth::yes;
    Result const key =
        where == Truth::no ? Result::of(Kind::not_applicable) : cell(element.list, element.row, expr.index);
    if (key.kind == Kind::not_applicable) {
      continue;
    }
    groups.unknown = groups.unknown || where == Truth::unknown || key.kind == Kind::unknown;
    groups.error = groups.error || where == Truth::error;
    if (where != Truth::yes || key.kind != Kind::known) {
      continue;
    }
    auto const ordinal = static_cast<std::uint32_t>(key.number.coefficient());
    auto const group =
        std::find_if(groups.all.begin(), groups.all.end(), [&](Place const& place) { return place.row == ordinal; });
    if (group == groups.all.end()) {
      groups.all.push_back({true, element.list, ordinal, {element.row}});
    } else {
      group->members.push_back(element.row);
    }
  }
  places_[expr.variable] = before;
  return groups;
}

// `every` is an `and` of (not where, or body); `some` an `or` of (where and body); `no` is `not some`. Over groups `where`
// has chosen the members already; where it has no answer, there are no groups to ask about.
Result Evaluator::quantifier(ir::Expr const& expr) {
  bool const by_key = expr.source == ir::SourceKind::list_by_key;
  Groups const groups = by_key ? groups_of(expr) : Groups{places_of(expr), false, false};
  if (groups.unknown || groups.error) {
    return Result::of(groups.unknown ? Kind::unknown : Kind::error);
  }
  bool const is_every = expr.op == ir::ExprOp::every;
  Truth truth = is_every ? Truth::yes : Truth::no;
  Place const before = places_[expr.variable];
  for (Place const& place : groups.all) {
    places_[expr.variable] = place;
    Truth const where = expr.has_where && !by_key ? truth_of(value(expr.children[0])) : Truth::yes;
    Truth const body = where == Truth::no ? Truth::no : truth_of(value(expr.children.back()));
    truth = is_every ? both(truth, either(opposite(where), body)) : either(truth, both(where, body));
    if (truth == (is_every ? Truth::no : Truth::yes)) {
      break;
    }
  }
  places_[expr.variable] = before;
  if (expr.source == ir::SourceKind::list && rows(expr.fact.index).open) {
    truth = is_every ? both(truth, Truth::unknown) : either(truth, Truth::unknown);
  }
  return of_truth(expr.op == ir::ExprOp::no ? opposite(truth) : truth);
}

Result Evaluator::aggregate(ir::Expr const& expr) {
  if (expr.source == ir::SourceKind::list && rows(expr.fact.index).open) {
    return Result::of(Kind::unknown);
  }
  Result sum = Result::known({});
  Place const before = places_[expr.variable];
  for (Place const& place : places_of(expr)) {
    places_[expr.variable] = place;
    Truth const where = expr.has_where ? truth_of(value(expr.children[0])) : Truth::yes;
    if (where == Truth::no) {
      continue;
    }
    Result const one = expr.op == ir::ExprOp::count ? Result::truth(true) : value(expr.children.back());
    if (where == Truth::yes && one.kind == Kind::not_applicable) {
      continue;
    }
    Result const counted = where == Truth::yes ? one : Result::of(where == Truth::error ? Kind::error : Kind::unknown);
    if (auto const kind = not_both_known(sum, counted)) {
      sum = Result::of(*kind);
    } else {
      bool const any_unit = sum.any_unit || counted.any_unit;
      sum = any_unit ? sum : sum_of(sum.number, counted.number);
      sum.any_unit = any_unit;
    }
  }
  places_[expr.variable] = before;
  return sum;
}

// How many groups the body holds of.
Result Evaluator::count_groups(ir::Expr const& expr) {
  Groups const groups = groups_of(expr);
  if (groups.unknown || groups.error) {
    return Result::of(groups.unknown ? Kind::unknown : Kind::error);
  }
  std::int64_t count = 0;
  Truth doubt = Truth::yes;
  Place const before = places_[expr.variable];
  for (Place const& place : groups.all) {
    places_[expr.variable] = place;
    Truth const body = truth_of(value(expr.children.back()));
    count += body == Truth::yes ? 1 : 0;
    doubt = body == Truth::unknown || body == Truth::error ? both(doubt, body) : doubt;
  }
  places_[expr.variable] = before;
  return doubt == Truth::yes ? Result::known(base::Decimal::of(count)) : of_truth(doubt);
}

Evaluator::Values Evaluator::values_of(ir::Expr const& expr) {
  bool const picks = expr.op == ir::ExprOp::first || expr.op == ir::ExprOp::last;
  bool const only = expr.op == ir::ExprOp::only;
  Values values;
  bool unknown = expr.source == ir::SourceKind::list && rows(expr.fact.index).open;
  bool error = false;
  Place const before = places_[expr.variable];
  for (Place const& place : places_of(expr)) {
    places_[expr.variable] = place;
    Truth const where = expr.has_where ? truth_of(value(expr.children[0])) : Truth::yes;
    unknown = unknown || where == Truth::unknown;
    error = error || where == Truth::error;
    if (where != Truth::yes) {
      continue;
    }
    Result const one = only    ? Result::truth(true)
                       : picks ? cell(place.list, place.row, expr.more->order)
                               : value(expr.children.back());
    unknown = unknown || one.kind == Kind::unknown;
    error = error || one.kind == Kind::error;
    if (one.kind == Kind::known) {
      values.all.push_back(one);
      values.places.push_back(place);
    }
  }
  places_[expr.variable] = before;
  if (unknown || error) {
    values.fault = unknown ? Kind::unknown : Kind::error;
  }
  return values;
}

// Over none the least and the first are not applicable; two that are equally first are an error, and any number of records
// but one is where there is to be only one.
Result Evaluator::of_values(ir::Expr const& expr) {
  Values const values = values_of(expr);
  if (values.fault) {
    return Result::of(*values.fault);
  }
  if (expr.op == ir::ExprOp::only) {
    bool const one = values.places.size() == 1;
    return one ? cell(values.places[0].list, values.places[0].row, expr.index) : Result::of(Kind::error);
  }
  auto const same = [](Result const& left, Result const& right) {
    return left.text != nullptr ? *left.text == *right.text : left.number == right.number;
  };
  if (expr.op == ir::ExprOp::count_distinct) {
    std::int64_t different = 0;
    for (std::size_t i = 0; i < values.all.size(); ++i) {
      bool const met = std::any_of(values.all.begin(), values.all.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](Result const& one) { return same(one, values.all[i]); });
      different += met ? 0 : 1;
    }
    return Result::known(base::Decimal::of(different));
  }
  bool const greatest = expr.op == ir::ExprOp::greatest || expr.op == ir::ExprOp::last;
  std::size_t best = 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < values.all.size(); ++i) {
    if (values.all[i].any_unit) {
      return values.all[i];
    }
    auto const order = values.all[i].number <=> values.all[best].number;
    equal = order == 0 ? equal + 1 : equal;
    if (greatest ? order > 0 : order < 0) {
      best = i;
      equal = 1;
    }
  }
  if (values.all.empty()) {
    return Result::of(Kind::not_applicable);
  }
  if (expr.op == ir::ExprOp::least || expr.op == ir::ExprOp::greatest) {
    return values.all[best];
  }
  return equal > 1 ? Result::of(Kind::error) : cell(values.places[best].list, values.places[best].row, expr.index);
}

}  // namespace hjemmel::oracle
