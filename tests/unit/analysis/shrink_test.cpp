// What is left is the simplest: no single simplification of it still fails.
#include "engine/analysis/shrink.h"

#include "tests/unit/analysis/picking.h"

namespace hjemmel::analysis {
namespace {

struct Shrinking {
  explicit Shrinking(std::string const& property) : package(property) {}

  // The first of the groups that are made up with `seed` in which the property fails.
  Group first_failure(std::uint64_t seed) const {
    Random random(seed);
    for (int i = 0; i < 100'000; ++i) {
      auto const group = maker.group(judge.property(), maker.draw(random), random);
      if (group && judge.judge(*group) == Verdict::fails) {
        return *group;
      }
    }
    ADD_FAILURE() << "nothing fails";
    return {};
  }

  std::size_t failing_simplifications(Group const& group) const {
    std::size_t failing = 0;
    each_simpler(judge.property(), maker, values, group, [&](Group const& simpler) {
      failing += judge.judge(simpler) == Verdict::fails ? 1 : 0;
      return true;
    });
    return failing;
  }

  void expect_minimal(std::uint64_t seed) const {
    Shrunk const shrunk = shrink(judge, maker, values, first_failure(seed));
    EXPECT_TRUE(shrunk.to_the_end);
    EXPECT_EQ(judge.judge(shrunk.group), Verdict::fails);
    EXPECT_EQ(failing_simplifications(shrunk.group), 0U) << "seed " << seed;
  }

  Picking package;
  Values values{package.program(), package.plan()};
  CaseMaker maker{package.program(), package.plan(), values};
  Judge judge{package.program(), package.plan(), 0};
};

constexpr char const* kMoreIsMilder =
    "property p\n  for all cases a, b that differ only in the amount of one f in case.finds\n"
    "  when a.f.amount >= b.f.amount\n  then reaction(a) <= reaction(b)\n";

TEST(Shrink, no_single_simplification_of_what_is_left_fails) {
  Shrinking const amount(kMoreIsMilder);
  Shrinking const whole_list(
      "property p\n  for all cases a, b that differ only in case.finds\n  then reaction(a) = reaction(b)\n");
  Shrinking const any("property p\n  for all cases a, b\n  then reaction(a) = reaction(b)\n");
  Shrinking const one("property p\n  for all cases a\n  then not (reaction(a) may be ban)\n");
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    amount.expect_minimal(seed);
    whole_list.expect_minimal(seed);
    any.expect_minimal(seed);
    one.expect_minimal(seed);
  }
}

TEST(Shrink, what_does_not_matter_is_plain_and_the_border_remains) {
  Shrinking const amount(kMoreIsMilder);
  Shrunk const shrunk = shrink(amount.judge, amount.maker, amount.values, amount.first_failure(1));
  eval::Case const& a = shrunk.group.cases[0];
  eval::Case const& b = shrunk.group.cases[1];
  std::uint32_t const finds = amount.package.fact("case.finds");
  ASSERT_EQ(a.lists[finds].rows, 1U);
  EXPECT_FALSE(a.scalars[amount.package.fact("case.light")].is_true());
  EXPECT_EQ(a.scalars[amount.package.fact("case.warned_on")].state, eval::State::not_applicable);
  EXPECT_TRUE(same_value(a.scalars[amount.package.fact("case.times")], number(2)));
  EXPECT_EQ(b.lists[finds].cell(0, 1).coefficient, 0);
  EXPECT_GT(a.lists[finds].cell(0, 1).number(), base::Decimal::of(5));
}

TEST(Shrink, the_cap_ends_it_and_it_says_so) {
  Shrinking const amount(kMoreIsMilder);
  Group const failing = amount.first_failure(1);
  std::uint32_t needed = 0;
  while (!shrink(amount.judge, amount.maker, amount.values, failing, needed).to_the_end) {
    ++needed;
  }
  ASSERT_GT(needed, 0U);
  EXPECT_TRUE(shrink(amount.judge, amount.maker, amount.values, failing, needed).to_the_end);
  Shrunk const cut = shrink(amount.judge, amount.maker, amount.values, failing, needed - 1);
  EXPECT_FALSE(cut.to_the_end);
  EXPECT_EQ(amount.judge.judge(cut.group), Verdict::fails);
}

}  // namespace
}  // namespace hjemmel::analysis
