// Constants of the rules first, then a ladder for each fact.
#include "engine/analysis/values.h"

#include <algorithm>

namespace hjemmel::analysis {
namespace {

using base::Decimal;
using eval::State;
using eval::Value;
using ir::TypeKind;

constexpr base::Date kDayWhereNoneIsSaid{20454};  // 2026-01-01
constexpr std::int64_t kFarthest = 10'000'000;    // months and hours: no date of the calendar lies farther
constexpr std::int64_t kNoon = 12 * 3600;
constexpr std::int64_t kDay = 24 * 3600;

void sort_once(std::vector<Decimal>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// What a number is moved by to lie just below or above another: the least of a currency, a hundredth of most units.
Decimal step_of(ir::Type const& type, base::Dimension dimension) {
  bool const whole = type.kind == TypeKind::integer || dimension == base::kPeriod || dimension == base::kDuration;
  return whole ? Decimal::of(1) : Decimal::of(1, 2);
}

bool same(Value const& left, Value const& right) {
  return left.state == right.state && left.coefficient == right.coefficient && left.scale == right.scale &&
         left.dimension == right.dimension;
}

// Within the schema's range, each once, no more than kMostValues; the range's ends too.
class Builder {
 public:
  explicit Builder(ir::FactInfo const& info) : info_(info) {
    if (info.may_be_not_applicable) {
      ladder_.push_back(Value::of(State::not_applicable));
    }
  }

  void add(Value const& value) {
    bool const low = info_.minimum && value.number() < *info_.minimum;
    bool const high = info_.maximum && value.number() > *info_.maximum;
    bool const known =
        std::any_of(ladder_.begin(), ladder_.end(), [&](Value const& other) { return same(other, value); });
    if (!low && !high && !known && ladder_.size() < kMostValues) {
      ladder_.push_back(value);
    }
  }

  void add(std::optional<Decimal> number, base::Dimension dimension = {}) {
    if (number) {
      add(Value::known(*number, dimension));
    }
  }

  Ladder finish() { return std::move(ladder_); }

 private:
  ir::FactInfo const& info_;
  Ladder ladder_;
};

}  // namespace

Values::Values(ir::Program const& program, eval::Plan const& plan) : program_(program), plan_(plan) {
  day_ = program.law_known_on.value_or(kDayWhereNoneIsSaid);
  collect_constants();
  for (ir::Fact const& fact : program.facts) {
    auto& fields = fields_.emplace_back();
    if (fact.info.type.kind != TypeKind::list) {
      facts_.push_back(ladder(fact.info));
      continue;
    }
    facts_.emplace_back();
    for (ir::Field const& field : program.records[fact.info.type.record.index].fields) {
      auto& ladders = fields.emplace_back();
      if (field.info.type.kind != TypeKind::amount) {
        ladders.push_back(ladder(field.info));
        continue;
      }
      for (ir::EnumValue const& key : program.enums[field.info.type.enumeration.index].values) {
        ladders.push_back(amounts(field.info, key));
      }
    }
  }
}

Ladder const& Values::of_field(std::uint32_t list, std::uint32_t field, std::uint32_t key) const {
  auto const& ladders = fields_[list][field];
  return ladders.size() == 1 ? ladders.front() : ladders[key];
}

void Values::keep(ir::Type const& type, Decimal number) {
  if (type.kind == TypeKind::date) {
    dates_.push_back(number);
  } else if (type.kind == TypeKind::moment) {
    moments_.push_back(number);
  } else if (type.kind == TypeKind::integer || type.kind == TypeKind::decimal || type.kind == TypeKind::quantity) {
    numbers_[type.dimension.code].push_back(number);
  }
}

void Values::collect_constants() {
  for (ir::Expr const& expr : program_.exprs) {
    if (expr.op == ir::ExprOp::constant) {
      keep(expr.type, expr.number);
    }
  }
  for (ir::LawParameter const& parameter : program_.parameters) {
    for (auto const& number : {parameter.value, parameter.low, parameter.high}) {
      if (number) {
        keep(parameter.type, *number);
      }
    }
  }
  for (auto& [dimension, numbers] : numbers_) {
    sort_once(numbers);
  }
  sort_once(dates_);
  sort_once(moments_);
}

Ladder Values::ladder(ir::FactInfo const& info) const {
  Builder built(info);
  Ladder all;
  switch (info.type.kind) {
    case TypeKind::boolean:
      all = {Value::boolean(false), Value::boolean(true)};
      break;
    case TypeKind::enumeration:
      for (std::size_t i = 0; i < program_.enums[info.type.enumeration.index].values.size(); ++i) {
        all.push_back(Value::known(Decimal::of(static_cast<std::int64_t>(i))));
      }
      break;
    case TypeKind::text:
      all = texts();
      break;
    case TypeKind::date:
      all = days();
      break;
    case TypeKind::moment:
      all = moments();
      break;
    default:
      all = numbers(info, {});
  }
  for (Value const& value : all) {
    built.add(value);
  }
  built.add(info.minimum);
  built.add(info.maximum);
  return built.finish();
}

// Zero, one, the constants, then just below and just above them.
Ladder Values::numbers(ir::FactInfo const& info, base::Dimension written) const {
  Builder built(info);
  base::Dimension const dimension = info.type.kind == TypeKind::amount ? written : info.type.dimension;
  std::vector<Decimal> around;
  if (auto const at = numbers_.find(dimension.code); at != numbers_.end()) {
    around = at->second;
  }
  for (auto const& end : {info.minimum, info.maximum}) {
    if (end) {
      around.push_back(*end);
    }
  }
  bool const whole = info.type.kind == TypeKind::integer;
  std::erase_if(around, [whole](Decimal number) { return number < Decimal() || (whole && !number.is_integer()); });
  for (int const small : {0, 1, 2, 3}) {
    built.add(Decimal::of(small), written);
  }
  for (Decimal const number : around) {
    built.add(number, written);
  }
  Decimal const step = step_of(info.type, dimension);
  for (Decimal const number : around) {
    built.add(number == Decimal() && !info.minimum ? std::nullopt : base::subtract(number, step), written);
    built.add(base::add(number, step), written);
  }
  Ladder ladder = built.finish();
  std::erase_if(ladder, [](Value const& value) { return value.state == State::not_applicable; });
  return ladder;
}

Ladder Values::amounts(ir::FactInfo const& info, ir::EnumValue const& key) const {
  Builder built(info);
  for (Value const& value : numbers(info, key.any_unit ? base::kMass : key.dimension.value_or(base::kNoDimension))) {
    built.add(value);
  }
  return built.finish();
}

// The plain day, and what lies the rules' periods and durations before and after it; the dates that the rules name.
Ladder Values::days() const {
  std::vector<base::Date> apart{day_};
  auto add = [&apart](std::optional<base::Date> date) {
    if (date) {
      apart.push_back(*date);
    }
  };
  auto const numbers_of = [this](base::Dimension dimension) {
    auto const at = numbers_.find(dimension.code);
    return at == numbers_.end() ? std::vector<Decimal>{} : at->second;
  };
  for (int const sign : {-1, 1}) {
    for (Decimal const months : numbers_of(base::kPeriod)) {
      add(months > Decimal::of(kFarthest)
              ? std::nullopt
              : base::add_months(day_, sign * static_cast<std::int32_t>(months.coefficient())));
    }
    for (Decimal const hours : numbers_of(base::kDuration)) {
      bool const near = hours.is_integer() && hours <= Decimal::of(kFarthest);
      add(near ? base::add_days(day_, sign * static_cast<std::int32_t>(hours.coefficient() / 24)) : std::nullopt);
    }
  }
  for (Decimal const date : dates_) {
    apart.push_back({static_cast<std::int32_t>(date.coefficient())});
  }
  Ladder ladder;
  for (int const shift : {0, -1, 1}) {
    for (base::Date const date : apart) {
      if (auto const shifted = base::add_days(date, shift)) {
        ladder.push_back(Value::known(Decimal::of(shifted->days)));
      }
    }
  }
  return ladder;
}

Ladder Values::moments() const {
  std::vector<std::int64_t> apart{day_.days * kDay + kNoon};
  if (auto const at = numbers_.find(base::kDuration.code); at != numbers_.end()) {
    for (Decimal const hours : at->second) {
      if (hours.is_integer() && hours <= Decimal::of(kFarthest)) {
        apart.push_back(apart.front() + hours.coefficient() * 3600);
        apart.push_back(apart.front() - hours.coefficient() * 3600);
      }
    }
  }
  for (Decimal const moment : moments_) {
    apart.push_back(moment.is_integer() ? moment.coefficient() : apart.front());
  }
  Ladder ladder;
  for (int const shift : {0, -1, 1}) {
    for (std::int64_t const seconds : apart) {
      ladder.push_back(Value::moment(Decimal::of(seconds + shift), 0));
    }
  }
  return ladder;
}

Ladder Values::texts() const {
  Ladder ladder{Value::known(Decimal())};
  for (std::size_t i = 0; i < plan_.texts.size(); ++i) {
    ladder.push_back(Value::known(Decimal::of(-1 - static_cast<std::int64_t>(i))));
  }
  return ladder;
}

}  // namespace hjemmel::analysis
