// Services of one case against each criterion by itself: facts that are known and open, services that fill a word, and tables by native code.
#include "engine/rows/row_services.h"

#include <random>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/native/tables_source.h"
#include "engine/package/loader.h"
#include "engine/rows/scalar.h"
#include "tests/unit/native/library_of.h"

namespace hjemmel::rows {
namespace {

void expect_same(Kernel const& kernel, Layout const& layout, RowServices& services,
                 std::vector<std::byte> const& facts) {
  RowCriteria const criteria = services.check(facts.data());
  bool any_open = false;
  for (std::size_t at = 0; at < services.asked().size(); ++at) {
    std::vector<std::uint32_t> const& nodes = kernel.services[services.asked()[at]].criteria;
    std::uint64_t failed = 0;
    std::uint64_t open = 0;
    for (std::size_t bit = 0; bit < nodes.size(); ++bit) {
      Cell const cell = Scalar(kernel, layout, nodes[bit]).run(facts.data());
      open |= std::uint64_t{cell.open} << bit;
      failed |= std::uint64_t{!cell.open && cell.value == 0} << bit;
    }
    EXPECT_EQ(criteria.failed(at), failed);
    EXPECT_EQ(criteria.open(at), open);
    any_open = any_open || open != 0;
  }
  EXPECT_GE(criteria.any_open(), any_open);
}

TEST(RowServices, forty_services_of_random_persons_some_of_whose_facts_are_open) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load("tests/bench/packages/eligibility", sources, sink);
  eval::Plan const& plan = (*loaded)->plan;
  Kernel const kernel = columns::build(plan);
  std::vector<std::uint32_t> all;
  for (std::uint32_t service = 0; service < plan.services.size(); ++service) {
    all.push_back(service);
  }
  std::mt19937 random(5);
  for (std::uint32_t const with_state : {0U, 1U, 2U}) {  // of none, of all, of every third
    Layout layout;
    layout.lists.resize(plan.facts.size());
    auto const facts = static_cast<std::uint32_t>(plan.facts.size());
    for (std::uint32_t fact = 0; fact < facts; ++fact) {
      bool const has_state = with_state == 1 || (with_state == 2 && fact % 3 == 0);
      layout.scalars.push_back({fact * 4, has_state ? facts * 4 + fact : kNone});
    }
    RowServices services(kernel, layout, all);
    ASSERT_EQ(services.asked(), all);
    auto const library = native::library_of(native::write_tables(services.tables()));
    ASSERT_NE(library, nullptr);
    for (int round = 0; round < 200; ++round) {
      if (round == 100) {
        services.run_natively(native::tables_code(*library, services.tables()));
      }
      std::vector<std::byte> person(facts * 5);
      for (std::uint32_t fact = 0; fact < facts; ++fact) {
        columns::Slot const& slot = *kernel.slots.scalars[fact];
        auto const values = static_cast<std::uint64_t>(slot.most - slot.least + 1);
        std::int64_t const value = slot.least + static_cast<std::int64_t>(random() % values);
        std::memcpy(person.data() + fact * 4, &value, bytes_of(slot.width));
        person[facts * 4 + fact] = round > 0 && random() % 8 == 0 ? std::byte{1} : std::byte{0};
      }
      expect_same(kernel, layout, services, person);
    }
  }
}

TEST(RowServices, services_that_fill_a_word_and_begin_another) {
  eval::Plan plan;
  constexpr std::uint32_t kBools = columns::kMostCriteria;
  for (std::uint32_t fact = 0; fact < kBools; ++fact) {
    plan.facts.emplace_back();
    plan.code.push_back({eval::Opcode::fact, 0, fact});
    plan.blocks.push_back({fact, fact + 1});
  }
  for (std::size_t const criteria :
       {std::size_t{1}, columns::kMostCriteria, columns::kMostCriteria - 1, std::size_t{2}, std::size_t{3}}) {
    eval::ServicePlan& service = plan.services.emplace_back();
    service.criteria.begin = static_cast<std::uint32_t>(plan.criteria.size());
    for (std::uint32_t block = 0; block < criteria; ++block) {
      plan.criteria.emplace_back().block = block;
      plan.criteria.back().exclusion = block % 5 == 0;
    }
    service.criteria.end = static_cast<std::uint32_t>(plan.criteria.size());
  }
  Kernel const kernel = columns::build(plan);
  Layout layout;
  layout.lists.resize(kBools);
  for (std::uint32_t fact = 0; fact < kBools; ++fact) {
    layout.scalars.push_back({fact});
  }
  RowServices services(kernel, layout, {0, 1, 2, 3, 4});
  ASSERT_EQ(services.asked().size(), 5U);
  for (std::uint32_t set = 0; set < kBools; ++set) {
    std::vector<std::byte> facts(kBools);
    facts[set] = std::byte{1};
    expect_same(kernel, layout, services, facts);
  }
}

}  // namespace
}  // namespace hjemmel::rows
