// A fact counts as read where it stands in a trace, and as given where the case leaves less than everything open.
#include "engine/api/health_facts.h"

#include <algorithm>

namespace hjemmel::api {
namespace {

// `case.seizures[2].amount` is the field `case.seizures.amount` of the manifest.
std::string without_places(std::string const& fact) {
  std::string plain;
  bool inside = false;
  for (char const c : fact) {
    inside = c == '[' || (inside && c != ']');
    if (!inside && c != ']') {
      plain += c;
    }
  }
  return plain;
}

bool was_read(std::string const& fact, std::vector<eval::DecisionTrace> const& traces) {
  return std::any_of(traces.begin(), traces.end(), [&](eval::DecisionTrace const& trace) {
    return std::any_of(trace.facts.begin(), trace.facts.end(),
                       [&](eval::FactTrace const& read) { return without_places(read.fact) == fact; });
  });
}

bool is_given(eval::Value const& value) {
  return value.state == eval::State::known || (value.is_open() && value.detail != eval::kNoDetail);
}

bool field_is_given(ir::Program const& program, std::size_t at, std::string const& fact, eval::ListFact const& list) {
  ir::Fact const& whole = program.facts[at];
  auto const& fields = program.records[whole.info.type.record.index].fields;
  for (std::uint32_t field = 0; field < fields.size(); ++field) {
    for (std::uint32_t row = 0; whole.info.name + "." + fields[field].info.name == fact && row < list.rows; ++row) {
      if (is_given(list.cell(row, field))) {
        return true;
      }
    }
  }
  return false;
}

bool case_gives(ir::Program const& program, eval::Case const& facts, std::string const& fact) {
  for (std::size_t at = 0; at < program.facts.size(); ++at) {
    ir::FactInfo const& info = program.facts[at].info;
    bool const of_list = info.type.kind == ir::TypeKind::list;
    if (of_list ? (info.name == fact && facts.lists[at].rows > 0) || field_is_given(program, at, fact, facts.lists[at])
                : info.name == fact && is_given(facts.scalars[at])) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<explain::HealthFact> health_facts_read(Package const& package, eval::Case const& facts,
                                                   std::vector<eval::DecisionTrace> const& traces) {
  std::vector<explain::HealthFact> all;
  for (package::HealthGround const& stated : package.loaded().manifest.health) {
    std::string const& fact = stated.fact.text;
    if (was_read(fact, traces) && case_gives(package.loaded().program, facts, fact)) {
      explain::HealthFact& read = all.emplace_back(explain::HealthFact{fact, stated.ground.text, {}});
      for (package::Word const& entry : stated.cites) {
        read.catalogue.push_back(entry.text);
      }
    }
  }
  return all;
}

}  // namespace hjemmel::api
