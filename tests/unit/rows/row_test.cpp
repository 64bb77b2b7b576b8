// One case in a struct: what is known, what is open, a list behind a pointer, and what a trace tells; interpreted, and by native code for any
// layout and for this one.
#include "engine/rows/row.h"

#include <algorithm>
#include <array>

#include "tests/unit/rows/reaction_row.h"

namespace hjemmel::rows {
namespace {

TEST_P(RowOfReaction, each_outcome_and_each_limit_from_both_sides) {
  std::vector<Weight> const at_the_limits = {{1000, 0}, {25, 7}, {250, 10}};
  std::vector<Weight> one_above = at_the_limits;
  one_above.back().hundredths = 251;
  Act act;
  act.weights = at_the_limits.data();
  act.count = 3;
  EXPECT_EQ(decide(act), kFine);
  act.weights = one_above.data();
  EXPECT_EQ(decide(act), kSection231);
  act.count = 2;
  EXPECT_EQ(decide(act), kFine) << "the third is not counted";
  act.age = 25;
  EXPECT_EQ(decide(act), kFine);
  act.age = 24;
  EXPECT_EQ(decide(act), kWaiver);
  act.penalty = true;
  EXPECT_EQ(decide(act), kFine);
  act.addicted = true;
  EXPECT_EQ(decide(act), kUnconditional);
  act.age = 18;
  EXPECT_EQ(decide(act), kUnconditional);
  act.age = 17;
  EXPECT_EQ(decide(act), kConditional);
  act.own_use = false;
  EXPECT_EQ(decide(act), kSection231);
}

TEST_P(RowOfReaction, figures_are_those_of_the_rule_that_applies) {
  for (int const earlier : {0, 1, 2, 3, 100}) {
    Act act;
    act.earlier = static_cast<std::int16_t>(earlier);
    RowAnswer const answer = row_->decide(&act);
    ASSERT_NE(answer.outcome, nullptr);
    constexpr std::int64_t kFines[] = {3000, 5000, 8000, 12000};
    EXPECT_EQ(answer.figures[0], kFines[std::min(earlier, 3)]);
    std::optional<base::Decimal> const amount = row_->conclusion(answer).options.front().option.bounds.front().exactly;
    EXPECT_EQ(amount, base::Decimal::of(answer.figures[0]));
  }
}

TEST_P(RowOfReaction, what_is_open_is_open_unless_it_makes_no_difference) {
  Act act;
  act.age_open = true;
  EXPECT_EQ(decide(act), kOpen);
  act.own_use = false;
  EXPECT_EQ(decide(act), kSection231) << "whatever the age is";
  act.own_use_open = true;
  EXPECT_EQ(decide(act), kOpen) << "what stands in the struct beside it is nothing";
  std::vector<Weight> const too_much = {{5001, 9}, {101, 4}};
  act = {};
  act.weights_open = true;
  EXPECT_EQ(decide(act), kOpen) << "there may be more";
  act.weights = too_much.data();
  act.count = 2;
  EXPECT_EQ(decide(act), kSection231) << "one above its limit is enough";
  act.count = 1;
  EXPECT_EQ(decide(act), kOpen);
}

TEST_P(RowOfReaction, a_trace_tells_every_truth_and_every_element) {
  std::vector<Weight> const weights = {{1001, 0}, {5, 7}};
  Act act;
  act.age = 17;
  act.weights = weights.data();
  act.count = 2;
  act.weights_open = false;
  layout_.lists[fact("substances")].open = kNone;
  std::unique_ptr<Row> const row = make(kernel_);
  RowTrace trace;
  RowAnswer const answer = row->decide(&act, trace);
  ASSERT_NE(answer.outcome, nullptr);
  std::vector<std::int64_t> limits;
  std::size_t truths = 0;
  std::vector<std::int64_t> ages;
  for (TraceStep const& step : trace.steps()) {
    if (step.element != kNone) {
      limits.push_back(step.limit);
      EXPECT_EQ(step.value, weights[step.element].hundredths);
      EXPECT_EQ(step.truth, step.element == 0 ? Truth3::no : Truth3::yes);
      continue;
    }
    ++truths;
    if (step.value == 17) {
      ages.push_back(step.limit);
    }
  }
  EXPECT_EQ(limits, (std::vector<std::int64_t>{1000, 25}));
  EXPECT_GE(truths, 7U);
  std::sort(ages.begin(), ages.end());
  EXPECT_EQ(ages, (std::vector<std::int64_t>{18, 25})) << "each with what it is held against";
  EXPECT_EQ(answer.outcome->rules.back(), eval::RuleState::applied) << "not_small";
  EXPECT_EQ(answer.outcome->rules.front(), eval::RuleState::overridden) << "ordinary";
  std::size_t const steps = trace.steps().size();
  act.count = 0;
  EXPECT_NE(row->decide(&act, trace).outcome, nullptr);
  EXPECT_EQ(trace.steps().size() + 2, steps) << "it is cleared first";
}

TEST_P(RowOfReaction, a_trace_of_what_is_open_has_no_number) {
  Act act;
  act.age = 17;
  act.age_open = true;
  act.own_use = false;
  RowTrace trace;
  EXPECT_NE(row_->decide(&act, trace).outcome, nullptr);
  std::size_t open = 0;
  for (TraceStep const& step : trace.steps()) {
    EXPECT_NE(step.value, 17);
    open += step.truth == Truth3::open ? 1 : 0;
  }
  EXPECT_EQ(open, 2U);
}

TEST_P(RowOfReaction, numbers_outside_of_what_was_told_are_what_they_are_and_a_figure_of_them_is_open) {
  Act act;
  act.age = -1;
  EXPECT_EQ(decide(act), kConditional);
  act.age = INT32_MAX;
  EXPECT_EQ(decide(act), kFine);
  for (int const earlier : {-1, 101, INT16_MIN, INT16_MAX}) {
    act.earlier = static_cast<std::int16_t>(earlier);
    EXPECT_EQ(decide(act), kOpen);
  }
  act.addicted = true;
  EXPECT_EQ(decide(act), kUnconditional) << "no figure hangs on it";
}

TEST_P(RowOfReaction, an_element_without_a_limit_is_open_unless_another_one_lies_beyond) {
  for (Width const width : {Width::u8, Width::i32}) {
    std::uint32_t const list = fact("substances");
    struct Wide {
      std::int32_t hundredths = 0;
      std::int32_t substance = 0;
    };
    layout_.lists[list].fields[0].offset = offsetof(Wide, substance);
    layout_.lists[list].stride = sizeof(Wide);
    slots_.fields[list][0] = columns::Slot{width, 0, 0, 11};
    Kernel const kernel = columns::build(package_->plan, slots_);
    std::unique_ptr<Row> const row = make(kernel);
    std::vector<Wide> weights = {{1, 12}, {1, 0}};
    Act act;
    std::memcpy(&act.weights, std::array{weights.data()}.data(), sizeof(void*));
    act.count = 2;
    EXPECT_EQ(row->decide(&act).outcome, nullptr);
    weights[1].hundredths = 5000;
    RowAnswer const answer = row->decide(&act);
    ASSERT_NE(answer.outcome, nullptr);
    EXPECT_EQ(row->conclusion(answer).options.front().ordinal, kSection231);
  }
}

TEST_P(RowOfReaction, a_figure_of_an_open_fact_is_open) {
  put("prior_offences", {offsetof(Act, earlier), offsetof(Act, penalty)}, {Width::i16, 0, 0, 100});
  put("penal_purpose_requires", {offsetof(Act, at_risk)}, {Width::u8, 0, 0, 1});
  std::unique_ptr<Row> const row = make(kernel_);
  Act act;
  EXPECT_NE(row->decide(&act).outcome, nullptr);
  act.penalty = true;
  EXPECT_EQ(row->decide(&act).outcome, nullptr);
  act.addicted = true;
  EXPECT_NE(row->decide(&act).outcome, nullptr) << "an outcome without it";
}

// A table of figures has a value for each number of its fact, as many as it may have and one more.
TEST_P(RowOfReaction, figures_are_the_same_whether_they_stand_in_a_table_or_are_worked_out) {
  for (std::int64_t const values : {kMostTabled, kMostTabled + 1}) {
    slots_.scalars[fact("prior_offences")] = columns::Slot{Width::i16, 0, 0, values - 1};
    Kernel const kernel = columns::build(package_->plan, slots_);
    std::unique_ptr<Row> const row = make(kernel);
    for (int const earlier : {0, 2, 3, static_cast<int>(values) - 1}) {
      Act act;
      act.earlier = static_cast<std::int16_t>(earlier);
      RowAnswer const answer = row->decide(&act);
      ASSERT_NE(answer.outcome, nullptr);
      EXPECT_EQ(answer.figures[0], earlier == 0 ? 3000 : earlier == 2 ? 8000 : 12000);
    }
  }
}

TEST_P(RowOfReaction, a_fact_that_the_struct_does_not_hold_is_open) {
  layout_.scalars[fact("penal_purpose_requires")] = {};
  std::unique_ptr<Row> const row = make(kernel_, false);
  Act act;
  EXPECT_NE(row->decide(&act).outcome, nullptr) << "an ordinary fine, whether the purpose requires it or not";
  act.age = 20;
  EXPECT_EQ(row->decide(&act).outcome, nullptr);
}

INSTANTIATE_TEST_SUITE_P(Ways, RowOfReaction,
                         testing::Values(Way::interpreted, Way::by_code_of_any_layout, Way::by_code_of_this_layout));

}  // namespace
}  // namespace hjemmel::rows
