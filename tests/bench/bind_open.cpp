// Binds all as known, and then takes away what is open.
#include "tests/bench/bind_open.h"

#include <string_view>

namespace hjemmel::bench {
namespace {

std::size_t index_of(ir::Program const& program, std::string_view name) {
  std::size_t index = 0;
  while (program.facts[index].info.name != name) {
    ++index;
  }
  return index;
}

}  // namespace

eval::Case bind(drawn::OpenAct const& open, ir::Program const& program) {
  eval::Case facts = bind(open.act, program);
  auto const unknown = eval::Value::of(eval::State::unknown);
  auto const take_away = [&](bool is_open, std::string_view name) {
    eval::Value& value = facts.scalars[index_of(program, name)];
    value = is_open ? unknown : value;
  };
  take_away(open.age, "age_at_act");
  take_away(open.earlier, "prior_offences");
  take_away(open.addicted, "addicted");
  take_away(open.at_risk, "at_risk");
  take_away(open.own_use, "own_use");
  take_away(open.penalty_required, "penal_purpose_requires");
  take_away(open.what, "act");
  eval::ListFact& substances = facts.lists[index_of(program, "substances")];
  for (std::uint32_t row = 0; row < substances.rows; ++row) {
    eval::Value& substance = substances.cell(row, 0);
    eval::Value& weight = substances.cell(row, 1);
    substance = open.substance[row] ? unknown : substance;
    weight = open.hundredths[row] ? unknown : weight;
  }
  return facts;
}

}  // namespace hjemmel::bench
