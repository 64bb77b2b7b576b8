// The end of a term: the days are written out one after another and struck out, as one would do it on a calendar.
#include <algorithm>
#include <chrono>

#include "engine/base/date.h"
#include "tests/differential/oracle_value.h"
#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::oracle {
namespace {

// Holidays in Norway; Easter itself is held against the almanac in tests/unit/base/working_days_test.cpp.
bool is_free(std::int32_t number) {
  namespace chrono = std::chrono;
  chrono::year_month_day const day{chrono::sys_days(chrono::days(number))};
  unsigned const weekday = chrono::weekday(chrono::sys_days(chrono::days(number))).c_encoding();
  if (weekday == 0 || weekday == 6) {
    return true;
  }
  unsigned const month = static_cast<unsigned>(day.month());
  unsigned const of_month = static_cast<unsigned>(day.day());
  bool const fixed = (month == 1 && of_month == 1) || (month == 5 && (of_month == 1 || of_month == 17)) ||
                     (month == 12 && (of_month == 25 || of_month == 26));
  std::int32_t const after_easter = number - test::easter_sunday(static_cast<int>(day.year())).days;
  return fixed || after_easter == -3 || after_easter == -2 || after_easter == 1 || after_easter == 39 ||
         after_easter == 50;
}

}  // namespace

Result Evaluator::term(ir::Expr const& expr) {
  ir::Term const& term = program_.terms[expr.index];
  Result const start = value(expr.children[0]);
  if (start.kind != Kind::known) {
    return start;
  }
  std::vector<base::DayRange> struck_out;
  if (term.suspended.has_value()) {
    Rows const known = rows(term.suspended.index);
    bool open = known.open;
    for (std::uint32_t row = 0; row < known.count; ++row) {
      Result const first = cell(term.suspended.index, row, term.first_day);
      Result const last = cell(term.suspended.index, row, term.last_day);
      open = open || first.kind == Kind::unknown || (first.kind == Kind::known && last.kind == Kind::unknown);
      if (first.kind == Kind::known && last.kind != Kind::unknown) {
        std::int64_t const until = last.kind == Kind::known ? last.number.coefficient() : base::kLastDate.days;
        struck_out.push_back({base::Date{static_cast<std::int32_t>(first.number.coefficient())},
                              base::Date{static_cast<std::int32_t>(until)}});
      }
    }
    if (open) {
      return Result::of(Kind::unknown);
    }
  }
  bool const norway = term.length.calendar.code != nullptr;
  auto day = static_cast<std::int32_t>(start.number.coefficient());
  if (term.length.unit == base::TermUnit::months) {
    auto const end = base::add_months(base::Date{day}, term.length.count);
    if (!end || (term.length.counts_first_day && *end == base::kFirstDate)) {
      return Result::of(Kind::error);
    }
    day = end->days - (term.length.counts_first_day ? 1 : 0);
  } else {
    day -= term.length.counts_first_day ? 1 : 0;
    for (std::int32_t counted = 0; counted < term.length.count;) {
      if (++day > base::kLastDate.days) {
        return struck_out.empty() ? Result::of(Kind::error) : Result::known(base::Decimal::of(base::kLastDate.days));
      }
      bool const struck = std::any_of(struck_out.begin(), struck_out.end(), [&](base::DayRange const& range) {
        return range.first.days <= day && day <= range.last.days;
      });
      bool const works = term.length.unit == base::TermUnit::days || !norway || !is_free(day);
      counted += !struck && works ? 1 : 0;
    }
  }
  while (norway && day < base::kLastDate.days && is_free(day)) {
    ++day;
  }
  return Result::known(base::Decimal::of(day));
}

// Asked of the code itself, one call for each expression. Generated programs call nothing that takes or gives a text.
Result Evaluator::call(ir::Expr const& expr) {
  ir::Function const& function = program_.functions[expr.index];
  std::vector<base::ForeignValue> arguments;
  std::optional<Result> instead;
  for (ir::ExprId const child : expr.children) {
    Result const argument = value(child);
    arguments.push_back({argument.number, {}});
    bool const weaker = !instead || argument.kind == Kind::not_applicable ||
                        (argument.kind == Kind::unknown && instead->kind == Kind::error);
    if (argument.kind != Kind::known && weaker) {
      instead = Result::of(argument.kind);
    }
  }
  if (instead) {
    return *instead;
  }
  base::ForeignScratch scratch;
  base::ForeignAnswer const answer = function.code->call(function.place, arguments, scratch);
  return answer.status == base::ForeignStatus::ok ? Result::known(answer.value.number) : Result::of(Kind::error);
}

}  // namespace hjemmel::oracle
