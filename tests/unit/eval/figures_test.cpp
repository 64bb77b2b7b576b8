// Figures: which are equal, which exclude each other, and what the machine cannot tell.
#include "engine/eval/figures.h"

#include <gtest/gtest.h>

#include "engine/eval/choose_bounds.h"
#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;
using Likeness = Figures::Likeness;

constexpr std::uint32_t kKnown = 0;  // blocks
constexpr std::uint32_t kOpen = 1;
constexpr std::uint32_t kSameLine = 2;
constexpr std::uint32_t kOther = 3;

Figure open(std::uint32_t block, std::int64_t low, std::int64_t high, Form const& form = {}) {
  return {block, Value::of(State::unknown), {{Decimal::of(low), true}, {Decimal::of(high), true}}, form, true};
}

Form line_of(std::uint32_t fact) {
  Form form;
  form.kind = Form::Kind::linear;
  form.unknown.index = fact;
  return form;
}

// One known to be 5, two on the same line between 1 and 3, and another between 2 and 9.
Figures some_figures() {
  Figures figures;
  figures.add({kKnown, Value::known(Decimal::of(5)), point(Decimal::of(5)), {}, true});
  figures.add(open(kOpen, 1, 3, line_of(7)));
  figures.add(open(kSameLine, 1, 3, line_of(7)));
  figures.add(open(kOther, 2, 9));
  return figures;
}

BoundPlan computed(std::uint32_t block, BoundSide side = BoundSide::exactly) { return {0, side, {}, block}; }
BoundPlan written(std::int64_t value, BoundSide side = BoundSide::exactly) {
  return {0, side, Decimal::of(value), kNoIndex};
}

TEST(Figures, a_known_figure_takes_the_place_of_its_block) {
  Figures const figures = some_figures();
  EXPECT_EQ(figures.settled(computed(kKnown)).value, Decimal::of(5));
  EXPECT_FALSE(is_open(figures.settled(computed(kKnown))));
  EXPECT_TRUE(is_open(figures.settled(computed(kOpen))));
  EXPECT_TRUE(figures.has_open());
}

TEST(Figures, one_line_of_one_unknown_is_one_figure) {
  Figures const figures = some_figures();
  EXPECT_EQ(figures.likeness(computed(kOpen), computed(kSameLine)), Likeness::equal);
  EXPECT_EQ(figures.likeness(computed(kOpen), computed(kOther)), Likeness::unclear);
  EXPECT_EQ(figures.likeness(computed(kOpen), written(4)), Likeness::different);
}

TEST(Figures, only_what_hangs_on_the_unknown_is_noted) {
  Figures figures = some_figures();
  EXPECT_TRUE(exclude(computed(kOther, BoundSide::at_least), written(1, BoundSide::at_most), figures));
  EXPECT_FALSE(exclude(computed(kOpen, BoundSide::at_least), written(3, BoundSide::at_most), figures));
  EXPECT_FALSE(exclude(computed(kOpen, BoundSide::at_most), computed(kOther, BoundSide::at_most), figures));
  EXPECT_TRUE(figures.unclear().empty());
  static_cast<void>(exclude(computed(kOther, BoundSide::at_least), written(4, BoundSide::at_most), figures));
  EXPECT_EQ(figures.unclear().size(), 1U);
}

TEST(Figures, the_tightest_of_a_written_and_an_open_bound_is_a_range) {
  Figures figures = some_figures();
  Bounds bounds(&figures);
  bounds.add(written(2, BoundSide::at_most), 0);
  bounds.add(computed(kOpen, BoundSide::at_most), 1);
  ASSERT_FALSE(bounds.is_contradictory());
  auto const named = bounds.named({{"amount", base::kMoneyNok, "", Calendar::none}});
  ASSERT_EQ(named.size(), 1U);
  EXPECT_FALSE(named[0].at_most);
  ASSERT_EQ(named[0].ranges.size(), 1U);
  EXPECT_EQ(named[0].ranges[0].values, (Interval{{Decimal::of(1), true}, {Decimal::of(2), true}}));
  ASSERT_EQ(figures.shown().size(), 1U);
  EXPECT_FALSE(figures.shown()[0].alone);
}

TEST(Figures, a_lower_written_bound_leaves_no_range) {
  Figures figures = some_figures();
  Bounds bounds(&figures);
  bounds.add(written(1, BoundSide::at_most), 0);
  bounds.add(computed(kOpen, BoundSide::at_most), 1);
  auto const named = bounds.named({{"amount", base::kMoneyNok, "", Calendar::none}});
  EXPECT_EQ(named[0].at_most, Decimal::of(1));
  EXPECT_TRUE(figures.shown().empty());
}

}  // namespace
}  // namespace hjemmel::eval
