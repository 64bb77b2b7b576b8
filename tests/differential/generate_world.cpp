// Facts with small bounds, so that trying every value of the grid is exact and quick.
#include "tests/differential/generate_world.h"

#include <algorithm>

#include "engine/base/date.h"
#include "engine/base/moment.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;

constexpr std::int64_t kFarDays = 4000;
constexpr std::int64_t kLatestBirth = 400;  // days before the pivot

void limit_to(ir::FactInfo& info, std::int64_t least, std::int64_t most) {
  info.minimum = Decimal::of(least);
  info.maximum = Decimal::of(most);
}

ir::Field field(std::string const& name, ir::Type const& type) {
  ir::Field made;
  made.info.name = name;
  made.info.type = type;
  return made;
}

void add_enums(World& world, Random& random) {
  Builder& builder = world.builder;
  world.reaction = builder.add_enum("Reaction", {"waiver", "care", "fine", "prison"}, "severity");
  auto& reactions = builder.program.enums[world.reaction.index].values;
  reactions[1].rank = 0;
  reactions[0].authorities = {"prosecutor"};
  reactions[2].authorities = {"police", "prosecutor"};
  reactions[2].parameters = {{"amount", quantity(base::kMoneyNok)}};
  reactions[3].parameters = {{"length", quantity(base::kPeriod)}, {"days", plain(ir::TypeKind::integer)}};
  world.second = builder.add_enum("Second", {"grant", "refuse", "defer"});
  world.kind = builder.add_enum("Kind", {"herb", "salt", "gas", "thing"});
  auto& kinds = builder.program.enums[world.kind.index].values;
  kinds[0].dimension = base::kMass;
  kinds[1].dimension = base::kMass;
  kinds[2].dimension = base::kVolume;
  kinds[3].any_unit = true;
  world.proof = builder.add_enum("Proof", {"none", "likely", "probable", "sure"}, "strength");
  auto& proofs = builder.program.enums[world.proof.index].values;
  if (random.chance(30)) {
    proofs[2].rank = proofs[1].rank;
  }
  proofs[3].unranked = random.chance(15);
  world.conditions = {
      builder.add_condition("meeting", {{"times", plain(ir::TypeKind::integer)}, {"within", quantity(base::kPeriod)}}),
      builder.add_condition("testing", {{"length", quantity(base::kPeriod)}})};
}

base::Date day(std::int64_t days) { return base::Date{static_cast<std::int32_t>(days)}; }

void add_facts(World& world, Random& random) {
  Builder& builder = world.builder;
  auto const info = [&](ir::FactId id) -> ir::FactInfo& { return builder.program.facts[id.index].info; };
  world.flag = builder.add_fact("case.flag", plain(ir::TypeKind::boolean));
  world.maybe = builder.add_fact("case.maybe", plain(ir::TypeKind::boolean));
  info(world.maybe).may_be_not_applicable = true;
  world.judged = builder.add_fact("case.judged", plain(ir::TypeKind::boolean));
  builder.program.facts[world.judged.index].assessment = true;
  builder.program.facts[world.judged.index].judged_by = {"court"};
  world.number = builder.add_fact("case.number", plain(ir::TypeKind::integer));
  limit_to(info(world.number), 0, 3);
  info(world.number).may_be_not_applicable = random.chance(50);
  world.mass = builder.add_fact("case.mass", quantity(base::kMass));
  limit_to(info(world.mass), 0, 5);
  world.level = builder.add_fact("case.level", enumeration(world.proof));
  world.sort = builder.add_fact("case.sort", enumeration(world.kind));
  info(world.sort).may_be_not_applicable = random.chance(25);
  world.birth = builder.add_fact("person.birth", plain(ir::TypeKind::date));
  world.act = builder.add_fact("case.act", plain(ir::TypeKind::date));
  info(world.act).may_be_not_applicable = random.chance(15);
  // Everybody is born before every act, so that no completion is impossible for that reason.
  std::int64_t const pivot = pivot_date().coefficient();
  limit_to(info(world.birth), pivot - kFarDays, pivot - kLatestBirth);
  limit_to(info(world.act), pivot - kLatestBirth + 1, pivot + kFarDays);
  world.decided = builder.add_fact("case.decided", plain(ir::TypeKind::date));
  limit_to(info(world.decided), pivot - 40, pivot + 40);
  world.king = builder.add_fact("version", plain(ir::TypeKind::date));
  limit_to(info(world.king), pivot + 1, pivot + 40);
  builder.program.facts[world.king.index].open_law = "not set";
  world.gap = builder.add_fact("tariff[gap]", plain(ir::TypeKind::integer));
  limit_to(info(world.gap), 0, 3);
  builder.program.facts[world.gap.index].open_law = "out of force";
  world.question = builder.add_fact("law_at_decision_is_milder", plain(ir::TypeKind::boolean));
  world.at = builder.add_fact("case.at", plain(ir::TypeKind::moment));
  limit_to(info(world.at), noon() - 3 * base::kSecondsOfDay, noon() + 3 * base::kSecondsOfDay);
  info(world.at).may_be_not_applicable = random.chance(15);
  world.note = builder.add_fact("case.note", plain(ir::TypeKind::text));
  world.open = builder.add_fact("case.open", plain(ir::TypeKind::boolean));
  std::vector<ir::Field> fields = {field("kind", enumeration(world.kind)), field("amount", amount_of(world.kind)),
                                   field("count", plain(ir::TypeKind::integer)),
                                   field("flag", plain(ir::TypeKind::boolean))};
  fields[kItemAmount].key_field = kItemKind;
  limit_to(fields[kItemAmount].info, 0, 3);
  fields[kItemAmount].info.may_be_not_applicable = random.chance(15);
  limit_to(fields[kItemCount].info, 0, 2);
  fields[kItemCount].info.may_be_not_applicable = random.chance(30);
  fields[kItemFlag].info.may_be_not_applicable = random.chance(30);
  world.items = builder.add_list("case.items", fields, 1 + random.below(3));
  info(world.items).may_be_not_applicable = random.chance(20);
}

ir::TableInput range_input(Builder& builder, std::string const& name, ir::Type const& type,
                           std::vector<std::pair<Decimal, bool>> const& limits) {
  ir::TableInput input{name, type, {}, static_cast<std::uint32_t>(limits.size() + 1)};
  for (auto const& [at, included] : limits) {
    input.cuts.push_back({builder.constant(type, at), included});
  }
  return input;
}

// The inputs of a table with classes: one to three of a number, a mass, a date, a kind and a bool, in this order.
std::vector<ir::TableInput> tariff_inputs(World& world, Random& random) {
  Builder& builder = world.builder;
  std::vector<ir::TableInput> inputs;
  if (random.chance(60)) {
    inputs.push_back(range_input(builder, "number", plain(ir::TypeKind::integer),
                                 {{Decimal::of(1), random.chance(50)}, {Decimal::of(2), true}}));
  }
  if (inputs.empty() || random.chance(40)) {
    Decimal const limit = Decimal::of(1 + random.below(2));
    inputs.push_back(range_input(builder, "mass", quantity(base::kMass), {{limit, false}, {limit, true}}));
  }
  if (random.chance(30)) {
    inputs.push_back(range_input(builder, "act", plain(ir::TypeKind::date), {{pivot_date(), random.chance(50)}}));
  }
  if (inputs.size() < 3 && random.chance(50)) {
    inputs.push_back({"kind", enumeration(world.kind), {}, 4});
  }
  if (inputs.size() < 3 && random.chance(30)) {
    inputs.push_back({"flag", plain(ir::TypeKind::boolean), {}, 2});
  }
  return inputs;
}

// Read by ranges and by several keys: few different rows, so that neighbouring keys often have the same one.
ir::TableId add_tariff(World& world, Random& random) {
  Builder& builder = world.builder;
  ir::Table tariff;
  tariff.name = "tariff";
  tariff.inputs = tariff_inputs(world, random);
  tariff.result = plain(ir::TypeKind::integer);
  std::uint32_t keys = 1;
  for (ir::TableInput const& input : tariff.inputs) {
    keys *= input.classes;
  }
  std::vector<std::string> names;
  for (std::uint32_t key = 0; key < keys; ++key) {
    names.push_back("key " + std::to_string(key));
  }
  tariff.key = builder.add_enum("tariff", names);
  std::vector<ir::ExprId> rows;
  rows.push_back(builder.fact(random.chance(20) ? world.gap : world.number));
  for (std::uint32_t i = 0; i < 3; ++i) {
    rows.push_back(random.chance(75) ? builder.whole(random.below(4)) : builder.fact(world.number));
  }
  for (std::uint32_t key = 0; key < keys; ++key) {
    if (random.chance(85)) {
      tariff.rows.push_back({key, random.pick(rows), {}});
    }
  }
  tariff.undetermined = ir::OpenLaw{"no tariff is set", {}};
  if (random.chance(70)) {
    tariff.undetermined.reset();
    tariff.otherwise = builder.whole(2);
  }
  builder.program.tables.push_back(tariff);
  return ir::TableId(builder.program.tables.size() - 1);
}

void add_tables(World& world, Random& random) {
  Builder& builder = world.builder;
  ir::Table limit;
  limit.name = "limit";
  limit.key = world.kind;
  limit.result = amount_of(world.kind);
  for (std::uint32_t key = 0; key < 3; ++key) {
    if (random.chance(65)) {
      auto const dimension = key == 2 ? base::kVolume : base::kMass;
      limit.rows.push_back({key, builder.constant(quantity(dimension), Decimal::of(1 + random.below(2))), {}});
    }
  }
  limit.undetermined = ir::OpenLaw{"no limit is set", {}};
  ir::Table weight;
  weight.name = "weight";
  weight.key = world.kind;
  weight.result = plain(ir::TypeKind::integer);
  for (std::uint32_t key = 0; key < 4; ++key) {
    if (random.chance(60)) {
      weight.rows.push_back({key, builder.whole(random.below(3)), {}});
    }
  }
  if (random.chance(70)) {
    weight.otherwise = builder.whole(1);
  } else {
    weight.undetermined = ir::OpenLaw{"no weight is set", {}};
  }
  builder.program.tables = {limit, weight};
  world.limit = ir::TableId(0);
  world.weight = ir::TableId(1);
  world.tariff = add_tariff(world, random);
}

void add_defaults(World& world, Random& random) {
  auto const give = [&](ir::FactInfo& info, std::int64_t value) {
    if (random.chance(50)) {
      info.default_value = Decimal::of(value);
    }
  };
  ir::Program& program = world.builder.program;
  give(program.facts[world.flag.index].info, random.below(2));
  give(program.facts[world.maybe.index].info, random.below(2));
  give(program.facts[world.number.index].info, random.below(4));
  give(program.facts[world.level.index].info, random.below(4));
  auto& fields = program.records[program.facts[world.items.index].info.type.record.index].fields;
  give(fields[kItemCount].info, random.below(3));
  give(fields[kItemFlag].info, random.below(2));
}

void add_parameters(World& world, Random& random) {
  auto const add = [&](std::string const& name, ir::Type const& type, bool value, bool range) {
    ir::LawParameter parameter;
    parameter.name = name;
    parameter.type = type;
    if (value) {
      parameter.value = Decimal::of(1 + random.below(3));
    }
    if (range) {
      parameter.low = Decimal::of(random.below(2));
      parameter.high = Decimal::of(3);
    }
    parameter.reason = value ? "" : "the sources give no figure";
    world.builder.program.parameters.push_back(std::move(parameter));
  };
  add("fixed", plain(ir::TypeKind::integer), true, false);
  add("chosen", plain(ir::TypeKind::integer), true, true);
  add("open", plain(ir::TypeKind::integer), false, true);
  add("gauge", quantity(base::kMass), true, true);
}

// `whole` parts from `least` to `most`, each in quarters.
std::vector<Decimal> quarters(std::int64_t least, std::int64_t most) {
  std::vector<Decimal> all;
  for (std::int64_t i = least * 4; i <= most * 4; ++i) {
    all.push_back(Decimal::of(i * 25, 2));
  }
  return all;
}

// Of what is doubled and then compared with quarters.
std::vector<Decimal> eighths(std::int64_t least, std::int64_t most) {
  std::vector<Decimal> all;
  for (std::int64_t i = least * 8; i <= most * 8; ++i) {
    all.push_back(Decimal::of(i * 125, 3));
  }
  return all;
}

// A limit whose double is compared with amounts in quarters turns at the eighths: what lies between them is tried too.
std::vector<Decimal> limits() {
  std::vector<Decimal> all = eighths(0, 11);
  for (std::int64_t odd = 1; odd < 2 * 16; odd += 2) {
    all.push_back(Decimal::of(odd * 625, 4));
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<Decimal> wholes(std::int64_t least, std::int64_t most) {
  std::vector<Decimal> all;
  for (std::int64_t i = least; i <= most; ++i) {
    all.push_back(Decimal::of(i));
  }
  return all;
}

std::vector<Decimal> sorted(std::vector<std::int64_t> days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<Decimal> all;
  for (std::int64_t const one : days) {
    all.push_back(Decimal::of(one));
  }
  return all;
}

void add_around(std::vector<std::int64_t>& days, std::int64_t middle) {
  days.insert(days.end(), {middle - 1, middle, middle + 1});
}

std::int64_t moved(Decimal date, std::int64_t months) {
  return base::add_months(day(date.coefficient()), static_cast<std::int32_t>(months))->days;
}

// The dates before or after each known one by an age that the rules ask for, and the ends of what is allowed.
std::vector<Decimal> with_ages(std::vector<Decimal> const& own, std::vector<Decimal> const& others, int sign,
                               ir::FactInfo const& info) {
  std::vector<std::int64_t> days;
  for (Decimal const date : own) {
    add_around(days, date.coefficient());
  }
  for (Decimal const date : others) {
    for (std::int64_t const months : kAgeMonths) {
      add_around(days, moved(date, sign * months));
    }
  }
  add_around(days, info.minimum->coefficient());
  add_around(days, info.maximum->coefficient());
  return sorted(days);
}

// The days that conditions on months, years and moved dates hang on, besides the known ones.
void add_calendar_days(std::vector<Decimal>& grid, ir::FactInfo const& info) {
  std::vector<std::int64_t> days;
  for (Decimal const date : grid) {
    days.push_back(date.coefficient());
  }
  std::int64_t const pivot = pivot_date().coefficient();
  for (std::int64_t const turn :
       {pivot - kMovedDays, pivot + kMovedDays, std::int64_t{base::make_date(2026, 1, 1)->days},
        std::int64_t{base::make_date(2026, 4, 1)->days}, std::int64_t{base::make_date(2027, 1, 1)->days}}) {
    add_around(days, turn);
  }
  std::erase_if(days,
                [&](std::int64_t day) { return Decimal::of(day) < *info.minimum || Decimal::of(day) > *info.maximum; });
  grid = sorted(days);
}

std::vector<Decimal> known_births() {
  std::int64_t const pivot = pivot_date().coefficient();
  std::vector<std::int64_t> days = {pivot - kFarDays, pivot - 3000, pivot - kLatestBirth - 20,
                                    base::make_date(2024, 2, 29)->days};
  for (std::int64_t const months : kAgeMonths) {
    add_around(days, moved(pivot_date(), -months));
  }
  return sorted(days);
}

std::vector<Decimal> known_acts() {
  std::int64_t const pivot = pivot_date().coefficient();
  std::vector<std::int64_t> days = {pivot - kLatestBirth + 1, pivot - 200, pivot + kFarDays};
  add_around(days, pivot);
  add_around(days, moved(pivot_date(), 12));
  return sorted(days);
}

// And the days before and from which the terms that the rules ask for end before, on or after the pivot.
std::vector<Decimal> with_terms(std::vector<Decimal> const& dates) {
  std::vector<std::int64_t> days;
  for (Decimal const date : dates) {
    days.push_back(date.coefficient());
  }
  std::int64_t const pivot = pivot_date().coefficient();
  for (base::Term const& term : kTerms) {
    auto const side = [&](std::int64_t start) {
      std::int64_t const end = base::end_of_term(term, day(start))->days;
      return end < pivot ? -1 : end > pivot ? 1 : 0;
    };
    for (std::int64_t start = pivot - 100; start <= pivot; ++start) {
      if (side(start) != side(start + 1)) {
        days.insert(days.end(), {start, start + 1});
      }
    }
  }
  return sorted(days);
}

}  // namespace

std::int64_t noon() { return pivot_date().coefficient() * base::kSecondsOfDay + base::kSecondsOfDay / 2; }

base::Decimal pivot_date() { return Decimal::of(base::make_date(2026, 3, 1)->days); }

World make_world(Random& random) {
  World world;
  world.builder.program.name = "generated";
  add_enums(world, random);
  add_facts(world, random);
  add_tables(world, random);
  world.has_basis = random.chance(40);
  if (world.has_basis) {
    add_defaults(world, random);
    add_parameters(world, random);
  }
  return world;
}

Values make_values(World const& world) {
  Values values;
  oracle::Grid& grid = values.grid;
  ir::Program const& program = world.builder.program;
  grid.facts.resize(program.facts.size());
  grid.facts[world.number.index] = wholes(0, 3);
  grid.facts[world.gap.index] = wholes(0, 3);
  grid.facts[world.mass.index] = eighths(0, 5);  // between a quarter that is left out and the next one
  grid.facts[world.birth.index] = with_ages(known_births(), known_acts(), -1, program.facts[world.birth.index].info);
  grid.facts[world.act.index] =
      with_terms(with_ages(known_acts(), known_births(), 1, program.facts[world.act.index].info));
  add_calendar_days(grid.facts[world.act.index], program.facts[world.act.index].info);
  std::int64_t const pivot = pivot_date().coefficient();
  grid.facts[world.decided.index] = wholes(pivot - 40, pivot + 40);
  std::erase_if(grid.facts[world.decided.index], [pivot](Decimal day) {
    return std::abs(day.coefficient() - pivot) > 2 && std::abs(day.coefficient() - pivot) < 39;
  });
  grid.facts[world.king.index] = sorted({pivot + 1, pivot + 2, pivot + 3, pivot + 40});
  std::vector<std::int64_t> instants{noon() - 3 * base::kSecondsOfDay, noon() + 3 * base::kSecondsOfDay};
  for (std::int64_t const tenths : {std::int64_t{0}, -kMovedTenths, kMovedTenths, kApartTenths}) {
    add_around(instants, noon() + tenths * base::kSecondsOfHour / 10);
  }
  grid.facts[world.at.index] = sorted(instants);
  grid.fields = {{{}, quarters(0, 3), wholes(0, 2), {}}};
  grid.tables = {limits(), wholes(0, 24), wholes(0, 10)};
  if (world.has_basis) {
    grid.parameters = {wholes(0, 3), wholes(0, 3), wholes(0, 3), quarters(0, 3)};
  }
  grid.texts = {"red", "blue", "none of the texts", "nor any other"};
  grid.further = program.facts[world.items.index].max_items;
  values.facts.resize(program.facts.size());
  values.facts[world.mass.index] = quarters(0, 5);
  values.facts[world.birth.index] = known_births();
  values.facts[world.act.index] = known_acts();
  values.birth = world.birth;
  return values;
}

}  // namespace hjemmel::differential
