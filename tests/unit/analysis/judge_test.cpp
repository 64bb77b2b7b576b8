// What counts, and what a comparison of two cases comes to.
#include "engine/analysis/judge.h"

#include "tests/unit/analysis/picking.h"

namespace hjemmel::analysis {
namespace {

// Of two cases in the reserve, with `times` picked before and `moss` in grams.
class Two {
 public:
  explicit Two(std::string const& claim) : package_("property p\n  for all cases a, b\n  " + claim + "\n") {}

  Verdict judge(std::int64_t times_a, std::int64_t times_b, std::int64_t moss_a = 0, std::int64_t moss_b = 0,
                bool inside = true) const {
    Values const values(package_.program(), package_.plan());
    CaseMaker const maker(package_.program(), package_.plan(), values);
    Group group;
    for (auto const& [times, moss] : {std::pair{times_a, moss_a}, std::pair{times_b, moss_b}}) {
      eval::Case facts = maker.plain();
      facts.scalars[package_.fact("case.times")] = number(times);
      facts.scalars[package_.fact("case.area")] = number(inside ? 1 : 0);
      facts.scalars[package_.fact("picker.birth_date")] = day("1990-01-01");
      eval::ListFact& finds = facts.lists[package_.fact("case.finds")];
      finds.rows = 1;
      finds.cells = {number(1), eval::Value::known(base::Decimal::of(moss), base::kMass)};
      group.cases.push_back(std::move(facts));
    }
    return Judge(package_.program(), package_.plan(), 0).judge(group);
  }

 private:
  Picking package_;
};

TEST(Judge, a_false_when_says_nothing_of_the_claim) {
  EXPECT_EQ(Two("when a.case.times > b.case.times\n  then least reaction(a) > least reaction(b)").judge(2, 3),
            Verdict::not_met);
}

TEST(Judge, of_the_mildest_options_the_lower_bound_is_milder) {
  Two const fine("then least reaction(a) > least reaction(b)");
  EXPECT_EQ(fine.judge(2, 2, 20, 0), Verdict::holds);
  EXPECT_EQ(fine.judge(2, 2, 20, 20), Verdict::fails);
}

TEST(Judge, all_that_is_decided_is_compared_by_both_ends) {
  Two const less("then reaction(a) < reaction(b)");
  EXPECT_EQ(less.judge(2, 2, 0, 20), Verdict::holds);
  EXPECT_EQ(less.judge(2, 2, 20, 0), Verdict::fails);
  EXPECT_EQ(Two("then reaction(a) = reaction(b)").judge(2, 2, 0, 20), Verdict::fails);
  EXPECT_EQ(Two("then reaction(a) != reaction(b)").judge(2, 2, 0, 20), Verdict::holds);
}

TEST(Judge, what_has_no_order_does_not_count) {
  EXPECT_EQ(Two("then least reaction(a) >= least reaction(b)").judge(8, 2), Verdict::does_not_count);
  EXPECT_EQ(Two("then least reaction(a) >= fine and b.case.times > 1").judge(8, 2), Verdict::does_not_count);
  EXPECT_EQ(Two("then reaction(a) = reaction(b)").judge(8, 8), Verdict::holds);
}

TEST(Judge, a_question_that_does_not_arise_does_not_count) {
  Two const arises("then reaction(a) may be ban or b.case.times < 100");
  EXPECT_EQ(arises.judge(2, 2), Verdict::holds);
  EXPECT_EQ(arises.judge(2, 2, 0, 0, false), Verdict::does_not_count);
}

TEST(Judge, what_does_not_apply_is_only_unequal) {
  EXPECT_EQ(Two("then a.case.warned_on >= b.case.warned_on").judge(2, 2), Verdict::fails);
  EXPECT_EQ(Two("then a.case.warned_on = b.case.warned_on").judge(2, 2), Verdict::fails);
  EXPECT_EQ(Two("then a.case.warned_on != b.case.warned_on").judge(2, 2), Verdict::holds);
}

TEST(Judge, one_open_part_leaves_the_claim_open_unless_another_settles_it) {
  std::string const open = "least reaction(a) >= least reaction(b)";
  EXPECT_EQ(Two("then " + open + " or a.case.times = 8").judge(8, 2), Verdict::holds);
  EXPECT_EQ(Two("then " + open + " and a.case.times = 7").judge(8, 2), Verdict::fails);
  EXPECT_EQ(Two("then not (" + open + ")").judge(8, 2), Verdict::does_not_count);
}

}  // namespace
}  // namespace hjemmel::analysis
