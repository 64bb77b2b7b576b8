// Loading, and the grid of the real rules: the limits of 1, 2, 5 and 15 g, ages of 15 and 18 years.
#include "tests/differential/real_package.h"

#include <algorithm>

#include "engine/base/date.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kAges[] = {180, 216};  // months

// Millionths of a gram, litre or unit.
std::vector<Decimal> decimals(std::vector<std::int64_t> millionths) {
  std::erase_if(millionths, [](std::int64_t number) { return number < 0; });
  std::sort(millionths.begin(), millionths.end());
  millionths.erase(std::unique(millionths.begin(), millionths.end()), millionths.end());
  std::vector<Decimal> all;
  for (std::int64_t const number : millionths) {
    all.push_back(Decimal::of(number, 6));
  }
  return all;
}

std::vector<Decimal> days(std::vector<std::int64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::vector<Decimal> all;
  for (std::int64_t const number : numbers) {
    all.push_back(Decimal::of(number));
  }
  return all;
}

void add_around(std::vector<std::int64_t>& numbers, std::int64_t middle) {
  numbers.insert(numbers.end(), {middle - 1, middle, middle + 1});
}

std::vector<std::int64_t> known_amounts() {
  return {kMillion / 2, kMillion, 2 * kMillion, 5 * kMillion, 8 * kMillion, 15 * kMillion, 15 * kMillion + 1};
}

// What one or two bags weigh together; and nothing.
std::vector<std::int64_t> known_totals() {
  std::vector<std::int64_t> totals = {0};
  for (std::int64_t const one : known_amounts()) {
    totals.push_back(one);
    for (std::int64_t const other : known_amounts()) {
      totals.push_back(one + other);
    }
  }
  return totals;
}

std::vector<Decimal> amounts() {
  std::vector<std::int64_t> all = {0, 100 * kMillion};
  for (std::int64_t const limit : {1, 2, 5, 15}) {
    for (std::int64_t const besides : known_totals()) {
      add_around(all, limit * kMillion - besides);
    }
  }
  return decimals(all);
}

std::vector<Decimal> limits() {
  std::vector<std::int64_t> all = {0, 1000 * kMillion};
  for (std::int64_t const total : known_totals()) {
    add_around(all, total);
  }
  return decimals(all);
}

std::int64_t day(int year, unsigned month, unsigned of_month) { return base::make_date(year, month, of_month)->days; }

std::int64_t moved(std::int64_t from, std::int64_t months) {
  return base::add_months(base::Date{static_cast<std::int32_t>(from)}, static_cast<std::int32_t>(months))->days;
}

std::vector<std::int64_t> known_acts() { return {day(2026, 2, 28), day(2026, 3, 1), day(2028, 2, 29)}; }

std::vector<std::int64_t> births() {
  std::vector<std::int64_t> all = {day(1980, 1, 1), day(2008, 2, 29), day(2011, 2, 28), day(2020, 5, 5)};
  for (std::int64_t const act : known_acts()) {
    for (std::int64_t const months : kAges) {
      add_around(all, moved(act, -months));
    }
  }
  return all;
}

std::vector<std::int64_t> acts() {
  std::vector<std::int64_t> all = known_acts();
  all.insert(all.end(), {day(1970, 1, 1), day(2100, 1, 1)});
  for (std::int64_t const birth : births()) {
    all.push_back(birth);
    for (std::int64_t const months : kAges) {
      add_around(all, moved(birth, months));
    }
  }
  return all;
}

ir::FactId find_fact(ir::Program const& program, std::string_view name) {
  auto const found = std::find_if(program.facts.begin(), program.facts.end(),
                                  [&](ir::Fact const& fact) { return fact.info.name == name; });
  return ir::FactId(static_cast<std::size_t>(found - program.facts.begin()));
}

// Of facts that these rules do not read, as other packages share the schema: anything that their types allow.
std::vector<Decimal> anything(ir::FactInfo const& info) {
  if (info.type.kind == ir::TypeKind::date) {
    return days(known_acts());
  }
  return {Decimal::of(0), Decimal::of(1), Decimal::of(2)};
}

void fill_rest(ir::Program const& program, Values& values) {
  for (std::size_t fact = 0; fact < program.facts.size(); ++fact) {
    if (values.facts[fact].empty() && values.grid.facts[fact].empty()) {
      values.facts[fact] = anything(program.facts[fact].info);
      values.grid.facts[fact] = values.facts[fact];
    }
  }
  for (std::size_t record = 0; record < program.records.size(); ++record) {
    for (std::size_t field = 0; field < program.records[record].fields.size(); ++field) {
      if (values.fields[record][field].empty()) {
        values.fields[record][field] = anything(program.records[record].fields[field].info);
        values.grid.fields[record][field] = values.fields[record][field];
      }
    }
  }
}

Values values_of(ir::Program const& program) {
  Values values;
  oracle::Grid& grid = values.grid;
  grid.facts.resize(program.facts.size());
  values.facts.resize(program.facts.size());
  values.birth = find_fact(program, "offender.birth_date");
  std::size_t const act = find_fact(program, "case.act_date").index;
  std::size_t const decided = find_fact(program, "case.decision_date").index;
  grid.facts[values.birth.index] = days(births());
  grid.facts[act] = days(acts());
  values.facts[act] = days(known_acts());
  grid.facts[decided] = days(known_acts());
  for (ir::Record const& record : program.records) {
    grid.fields.emplace_back();
    values.fields.emplace_back();
    for (ir::Field const& field : record.fields) {
      bool const is_amount = field.info.type.kind == ir::TypeKind::amount;
      grid.fields.back().push_back(is_amount ? amounts() : std::vector<Decimal>{});
      values.fields.back().push_back(is_amount ? decimals(known_amounts()) : std::vector<Decimal>{});
    }
  }
  grid.tables.assign(program.tables.size(), limits());
  grid.further = 1;
  values.most_rows = 2;
  fill_rest(program, values);
  return values;
}

}  // namespace

std::unique_ptr<RealPackage> load_minor_narcotics() {
  auto package = std::make_unique<RealPackage>();
  diag::Sink sink;
  auto loaded = package::load("rules/no/penal/minor_narcotics", package->sources, sink);
  if (!loaded || !*loaded) {
    return nullptr;
  }
  package->loaded = std::move(**loaded);
  package->values = values_of(package->loaded.program);
  return package;
}

eval::Case minor_narcotics_case(RealPackage const& package, Random& random, std::uint32_t unknown) {
  ir::Program const& program = package.loaded.program;
  eval::Case facts = generate_case(program, package.values, random, unknown);
  if (random.chance(75)) {
    facts.scalars[find_fact(program, "case.act").index] = eval::Value::known(Decimal::of(random.below(3)));
    facts.scalars[find_fact(program, "case.for_own_use").index] = eval::Value::boolean(true);
  }
  // The grid of births is complete around the known acts only, so an unknown birth goes with an act on or between them.
  eval::Value& act = facts.scalars[find_fact(program, "case.act_date").index];
  if (act.is_open() && facts.scalars[package.values.birth.index].is_open()) {
    std::vector<std::int64_t> const known = known_acts();
    facts.ranges.push_back({{Decimal::of(known[0]), true}, {Decimal::of(known[1]), true}});
    act.detail = static_cast<std::uint32_t>(facts.ranges.size() - 1);
  }
  return facts;
}

}  // namespace hjemmel::differential
