// Names are looked up here and nowhere else.
#include "tests/bench/bound_by_offset.h"

#include <cstddef>

#include "engine/base/check.h"

namespace hjemmel::bench {
namespace {

using columns::Slot;
using columns::Width;

class Binder {
 public:
  explicit Binder(package::LoadedPackage const& package)
      : program_(package.program), bound_{columns::slots_of(package.plan), {}} {
    bound_.layout.scalars.resize(program_.facts.size());
    bound_.layout.lists.resize(program_.facts.size());
  }

  void put(std::string const& name, std::size_t offset, Width width, std::int64_t least, std::int64_t most) {
    std::uint32_t const fact = fact_of(program_, name);
    bound_.layout.scalars[fact].offset = static_cast<std::uint32_t>(offset);
    bound_.slots.scalars[fact] = Slot{width, 0, least, most};
  }
  void put_flag(std::string const& name, std::size_t offset) { put(name, offset, Width::u8, 0, 1); }

  BoundByOffset& bound() { return bound_; }

 private:
  ir::Program const& program_;
  BoundByOffset bound_;
};

constexpr std::int64_t kMostHundredths = 1'000'000;

}  // namespace

std::uint32_t fact_of(ir::Program const& program, std::string const& name) {
  for (std::uint32_t at = 0; at < program.facts.size(); ++at) {
    if (program.facts[at].info.name == name) {
      return at;
    }
  }
  base::fail_check("a fact of the workload", __FILE__, __LINE__);
}

BoundByOffset bind_acts(package::LoadedPackage const& reaction) {
  using drawn::Act;
  using drawn::Weight;
  Binder binder(reaction);
  binder.put("age_at_act", offsetof(Act, age), Width::i32, 0, 120);
  binder.put("prior_offences", offsetof(Act, earlier), Width::i32, 0, 100);
  binder.put_flag("addicted", offsetof(Act, addicted));
  binder.put_flag("at_risk", offsetof(Act, at_risk));
  binder.put_flag("own_use", offsetof(Act, own_use));
  binder.put_flag("penal_purpose_requires", offsetof(Act, penalty_required));
  std::uint32_t const list = fact_of(reaction.program, "substances");
  BoundByOffset& bound = binder.bound();
  bound.layout.lists[list] = {offsetof(Act, count),
                              Width::u8,
                              offsetof(Act, weights),
                              false,
                              sizeof(Weight),
                              columns::kNone,
                              {{offsetof(Weight, substance)}, {offsetof(Weight, hundredths)}},
                              std::tuple_size_v<decltype(Act::weights)>};
  bound.slots.fields[list] = {Slot{Width::u8, 0, 0, drawn::kSubstances - 1}, Slot{Width::i32, 2, 0, kMostHundredths}};
  return std::move(bound);
}

BoundByOffset bind_persons(package::LoadedPackage const& eligibility) {
  using drawn::Person;
  Binder binder(eligibility);
  for (std::size_t at = 0; at < 20; ++at) {
    binder.put_flag("b" + std::to_string(at), offsetof(Person, b) + at);
    binder.put("n" + std::to_string(at), offsetof(Person, n) + at * sizeof(std::int32_t), Width::i32, 0, 999);
  }
  for (std::size_t at = 0; at < 10; ++at) {
    binder.put("e" + std::to_string(at), offsetof(Person, e) + at, Width::u8, 0, 6);
    binder.put("d" + std::to_string(at), offsetof(Person, d) + at * sizeof(std::int32_t), Width::i32, INT16_MIN,
               INT16_MAX);
  }
  return std::move(binder.bound());
}

}  // namespace hjemmel::bench
