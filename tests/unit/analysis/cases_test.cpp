// Cases that are made up are complete and within the schema, and the same for the same seed.
#include "engine/analysis/cases.h"

#include <set>

#include "tests/unit/analysis/picking.h"

namespace hjemmel::analysis {
namespace {

constexpr char const* kDifferInAmount =
    "property p\n  for all cases a, b that differ only in the amount of one f in case.finds\n"
    "  then a.f.amount >= b.f.amount or a.f.amount < b.f.amount\n";

struct Made {
  Picking package{kDifferInAmount};
  Values values{package.program(), package.plan()};
  CaseMaker maker{package.program(), package.plan(), values};
  std::uint32_t finds = package.fact("case.finds");
};

TEST(CaseMaker, every_case_is_complete_and_within_the_schema) {
  Made const made;
  Random random(1);
  std::set<std::uint32_t> lengths;
  for (int i = 0; i < 500; ++i) {
    eval::Case const facts = made.maker.draw(random);
    EXPECT_TRUE(made.maker.is_complete(facts));
    eval::Value const times = facts.scalars[made.package.fact("case.times")];
    EXPECT_TRUE(times.coefficient >= 2 && times.coefficient <= 9);
    lengths.insert(facts.lists[made.finds].rows);
    for (std::uint32_t row = 0; row < facts.lists[made.finds].rows; ++row) {
      eval::Value const amount = facts.lists[made.finds].cell(row, 1);
      bool const berries = facts.lists[made.finds].cell(row, 0).coefficient == 0;
      EXPECT_EQ(amount.dimension, berries ? base::kVolume : base::kMass);
      EXPECT_GE(amount.number(), base::Decimal());
    }
  }
  EXPECT_EQ(lengths, (std::set<std::uint32_t>{0, 1, 2}));
}

TEST(CaseMaker, the_same_seed_makes_the_same_cases) {
  Made const made;
  Random first(42);
  Random second(42);
  Random other(43);
  bool differs = false;
  for (int i = 0; i < 20; ++i) {
    eval::Case const a = made.maker.draw(first);
    eval::Case const b = made.maker.draw(second);
    eval::Case const c = made.maker.draw(other);
    for (std::size_t fact = 0; fact < a.scalars.size(); ++fact) {
      EXPECT_TRUE(same_value(a.scalars[fact], b.scalars[fact]));
      differs = differs || !same_value(a.scalars[fact], c.scalars[fact]);
    }
  }
  EXPECT_TRUE(differs);
}

TEST(CaseMaker, two_cases_differ_in_the_one_thing_alone) {
  Made const made;
  Random random(3);
  for (int i = 0; i < 200; ++i) {
    auto const group = made.maker.group(made.package.program().properties[0], made.maker.draw(random), random);
    ASSERT_TRUE(group);
    eval::ListFact const& a = group->cases[0].lists[made.finds];
    eval::ListFact const& b = group->cases[1].lists[made.finds];
    ASSERT_EQ(a.rows, b.rows);
    for (std::uint32_t row = 0; row < a.rows; ++row) {
      EXPECT_TRUE(same_value(a.cell(row, 0), b.cell(row, 0)));
      EXPECT_EQ(same_value(a.cell(row, 1), b.cell(row, 1)), row != group->row);
    }
    for (std::size_t fact = 0; fact < group->cases[0].scalars.size(); ++fact) {
      EXPECT_TRUE(same_value(group->cases[0].scalars[fact], group->cases[1].scalars[fact]));
    }
  }
}

TEST(CaseMaker, a_key_is_changed_only_for_one_that_is_measured_alike) {
  Made const made;
  eval::Case facts = made.maker.plain();
  eval::ListFact& finds = facts.lists[made.finds];
  finds.rows = 1;
  finds.cells = {number(1), eval::Value::known(base::Decimal::of(2), base::kMass)};
  Ladder const kinds = made.maker.values_of_cell(facts, made.finds, 0, 0);
  EXPECT_FALSE(holds(kinds, number(0)));
  EXPECT_TRUE(holds(kinds, number(2)));
}

TEST(CaseMaker, a_case_near_another_has_no_fact_that_is_not_known) {
  Made const made;
  Random random(5);
  eval::Case facts = made.maker.plain();
  facts.scalars[made.package.fact("case.times")] = eval::Value::of(eval::State::unknown);
  facts.lists[made.finds].state = eval::ListState::not_asked;
  EXPECT_FALSE(made.maker.is_complete(facts));
  for (int i = 0; i < 50; ++i) {
    EXPECT_TRUE(made.maker.is_complete(made.maker.draw_near(facts, random)));
  }
}

TEST(CaseMaker, a_fact_that_nothing_reads_need_not_be_known) {
  Made const made;
  eval::Case facts = made.maker.plain();
  facts.scalars[made.package.fact("case.light")] = eval::Value{};
  EXPECT_TRUE(made.maker.is_complete(facts));
  facts.scalars[made.package.fact("case.times")] = eval::Value{};
  EXPECT_FALSE(made.maker.is_complete(facts));
}

TEST(CaseMaker, a_field_that_nothing_reads_need_not_be_known) {
  Made const made;
  eval::Case facts = made.maker.plain();
  eval::ListFact& finds = facts.lists[made.finds];
  finds.rows = 1;
  finds.cells = {eval::Value::known(base::Decimal::of(1)), eval::Value::known(base::Decimal::of(3), base::kMass),
                 eval::Value{}};
  EXPECT_TRUE(made.maker.is_complete(facts)) << "`damp` is in no rule";
  finds.cells[1] = eval::Value{};
  EXPECT_FALSE(made.maker.is_complete(facts));
  finds.cells[1] = eval::Value::known(base::Decimal::of(3), base::kMass);
  finds.cells[0] = eval::Value{};
  EXPECT_FALSE(made.maker.is_complete(facts)) << "what an amount is of is read with it";
}

}  // namespace
}  // namespace hjemmel::analysis
