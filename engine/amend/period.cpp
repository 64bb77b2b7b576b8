// Looks at days and clauses as written: the amended package has not been checked yet.
#include "engine/amend/period.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/date.h"

namespace hjemmel::amend {
namespace {

using diag::Kind;
using syntax::View;

std::int64_t day_of(View date) { return base::parse_date(date.text()).value_or(base::kFirstDate).days; }

// The first day of a year that the source names.
std::int64_t first_day_of(View year) {
  int number = 0;
  std::string_view const text = year.text();
  static_cast<void>(std::from_chars(text.data(), text.data() + text.size(), number));
  return base::make_date(number, 1, 1).value_or(base::kFirstDate).days;
}

std::string several(Operation const& operation, std::size_t count) {
  return described(operation.target) + " has " + std::to_string(count) + " versions";
}

}  // namespace

bool has_period(Target const& target) {
  constexpr std::array<std::string_view, 5> kKinds{"rule", "define", "parameter", "service", "package"};
  return target.part.empty() ? std::find(kKinds.begin(), kKinds.end(), target.kind) != kKinds.end()
                             : target.kind == "table" && target.part != "otherwise";
}

View period_of(NewPeriod const& changed, View written, std::size_t reader) {
  View const clause = syntax::in_force_of(written);
  if (!changed.clause) {
    return clause;
  }
  return changed.owner == reader ? (changed.before ? changed.before : clause) : changed.clause;
}

bool may_be_in_force(View clause, View day) {
  if (!clause) {
    return true;
  }
  auto const period = syntax::view<syntax::InForceView>(clause.tree, clause.node);
  std::int64_t const on = day_of(day);
  bool const begun = period.from()        ? day_of(period.from()) <= on
                     : period.from_year() ? first_day_of(period.from_year()) <= on
                                          : true;
  return begun && (!period.until() || on < day_of(period.until()));
}

std::vector<Slice> row_with_period(View row, View clause) {
  Slice const whole = slice_of(row);
  View const written = syntax::in_force_of(row);
  if (!written) {
    return {whole, {nullptr, 0, 0, "  "}, slice_of(clause)};
  }
  Slice const old = slice_of(written);
  return {Slice{whole.tree, whole.begin, old.begin}, slice_of(clause), Slice{whole.tree, old.end, whole.end}};
}

std::optional<std::size_t> version_meant(std::vector<View> const& periods, Operation const& operation,
                                         std::string const& what, diag::Sink& sink) {
  if (!operation.version_on) {
    if (periods.size() > 1) {
      sink.add(Kind::amendment_version, operation.span, what + ", and " + several(operation, periods.size()),
               operation.action == Action::change_period
                   ? "name the one meant by a day on which it is in force, as in `in force on 2026-03-01`"
                   : "end a version with `change period of`, and add the new one beside it");
      return std::nullopt;
    }
    return 0;
  }
  std::vector<std::size_t> meant;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (may_be_in_force(periods[i], operation.version_on)) {
      meant.push_back(i);
    }
  }
  if (meant.size() == 1) {
    return meant.front();
  }
  std::string const day(operation.version_on.text());
  sink.add(Kind::amendment_version, operation.version_on.span(),
           what + (meant.empty() ? ", and no version of it is in force on " + day
                                 : ", and more than one version of it may be in force on " + day),
           "name a day on which the one meant, and no other, is in force");
  return std::nullopt;
}

}  // namespace hjemmel::amend
