// Drawn cases as the engine's cases: values in their slots, as the reader of facts leaves them.
#include "engine/base/check.h"
#include "tests/bench/workloads.h"

namespace hjemmel::bench {
namespace {

constexpr std::int32_t kHundredths = 2;  // decimals

class Binder {
 public:
  explicit Binder(ir::Program const& program) : program_(program) {
    facts_.scalars.resize(program.facts.size());
    facts_.lists.resize(program.facts.size());
  }

  void set(std::string const& name, eval::Value value) { facts_.scalars[index_of(name)] = value; }
  void set(std::string const& name, bool value) { set(name, eval::Value::boolean(value)); }
  void set_number(std::string const& name, std::int64_t value) {
    set(name, eval::Value::known(base::Decimal::of(value)));
  }

  eval::ListFact& list(std::string const& name) {
    std::uint32_t const index = index_of(name);
    eval::ListFact& list = facts_.lists[index];
    list.state = eval::ListState::complete;
    ir::RecordId const record = program_.facts[index].info.type.record;
    list.fields = static_cast<std::uint32_t>(program_.records[record.index].fields.size());
    return list;
  }

  eval::Case take() { return std::move(facts_); }

 private:
  std::uint32_t index_of(std::string const& name) const {
    for (std::uint32_t at = 0; at < program_.facts.size(); ++at) {
      if (program_.facts[at].info.name == name) {
        return at;
      }
    }
    base::fail_check("a fact of the workload", __FILE__, __LINE__);
  }

  ir::Program const& program_;
  eval::Case facts_;
};

}  // namespace

eval::Case bind(drawn::Act const& act, ir::Program const& program) {
  Binder binder(program);
  binder.set_number("id", 0);
  binder.set_number("age_at_act", act.age);
  binder.set("addicted", act.addicted);
  binder.set("at_risk", act.at_risk);
  binder.set("own_use", act.own_use);
  binder.set_number("act", act.act);
  binder.set_number("prior_offences", act.earlier);
  binder.set("penal_purpose_requires", act.penalty_required);
  eval::ListFact& substances = binder.list("substances");
  CHECK(substances.fields == 2);
  for (std::size_t at = 0; at < act.count; ++at) {
    ++substances.rows;
    substances.cells.push_back(eval::Value::known(base::Decimal::of(act.weights[at].substance)));
    substances.cells.push_back(eval::Value::known(base::Decimal::of(act.weights[at].hundredths, kHundredths)));
  }
  return binder.take();
}

eval::Case bind(drawn::Person const& person, ir::Program const& program) {
  Binder binder(program);
  binder.set_number("id", 0);
  for (std::size_t at = 0; at < person.b.size(); ++at) {
    binder.set("b" + std::to_string(at), person.b[at]);
    binder.set_number("n" + std::to_string(at), person.n[at]);
  }
  for (std::size_t at = 0; at < person.e.size(); ++at) {
    binder.set_number("e" + std::to_string(at), person.e[at]);
    binder.set_number("d" + std::to_string(at), person.d[at]);
  }
  return binder.take();
}

}  // namespace hjemmel::bench
