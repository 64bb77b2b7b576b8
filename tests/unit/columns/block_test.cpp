// Slots by the schema, and rows and elements of blocks, up to what they hold.
#include "engine/columns/block.h"

#include <gtest/gtest.h>

namespace hjemmel::columns {
namespace {

eval::FactPlan number(eval::Domain domain, std::int64_t least, std::int64_t most) {
  eval::FactPlan fact;
  fact.domain = domain;
  fact.minimum = base::Decimal::of(least);
  fact.maximum = base::Decimal::of(most);
  return fact;
}

eval::Plan plan_of_three() {
  eval::Plan plan;
  plan.facts.push_back(number(eval::Domain::whole, 0, 255));
  plan.facts.push_back(number(eval::Domain::whole, 0, 256));
  eval::FactPlan list;
  list.domain = eval::Domain::list;
  list.fields = {number(eval::Domain::whole, -40'000, 0), number(eval::Domain::text, 0, 0)};
  plan.facts.push_back(list);
  return plan;
}

TEST(Slots, the_narrowest_width_that_the_schema_allows) {
  Slots const slots = slots_of(plan_of_three());
  EXPECT_EQ(slots.scalars[0]->width, Width::u8);
  EXPECT_EQ(slots.scalars[1]->width, Width::i16);
  EXPECT_FALSE(slots.scalars[2].has_value());
  EXPECT_EQ(slots.fields[2][0]->width, Width::i32);
  EXPECT_FALSE(slots.fields[2][1].has_value()) << "a text has no column";
}

TEST(Slots, a_number_is_stored_where_it_fits_exactly) {
  Slot const hundredths{Width::i32, 2, -500, 500};
  EXPECT_EQ(stored(hundredths, 5, 0), 500);
  EXPECT_EQ(stored(hundredths, 501, 2), std::nullopt) << "one past what the slot holds";
  EXPECT_EQ(stored(hundredths, -5, 0), -500);
  EXPECT_EQ(stored(hundredths, 125, 2), 125);
  EXPECT_EQ(stored(hundredths, 1250, 3), 125);
  EXPECT_EQ(stored(hundredths, 1255, 3), std::nullopt) << "a digit too many";
  EXPECT_EQ(stored({Width::i64, 6, -1'000'000'000'000'000, 1'000'000'000'000'000}, 999'999'999'999'999'999, 0),
            std::nullopt);
}

TEST(Block, rows_and_elements_stay_where_they_were_put) {
  eval::Plan const plan = plan_of_three();
  Slots const slots = slots_of(plan);
  Block block = empty_block(plan, slots);
  for (std::uint32_t row = 0; row < kBlockRows; ++row) {
    ASSERT_EQ(add_row(block), row);
    block.scalars[0].set(row, row % 256);
    block.scalars[1].set_open(row);
    for (std::uint32_t at = 0; at < row % 5; ++at) {
      std::uint32_t const element = add_element(block, 2);
      block.lists[2].fields[0].set(element, -static_cast<std::int64_t>(row) - at);
    }
  }
  for (std::uint32_t row = 0; row < kBlockRows; ++row) {
    EXPECT_EQ(block.scalars[0].get(row), row % 256);
    EXPECT_NE(block.scalars[1].open[row], 0);
    std::uint32_t const begin = block.lists[2].offsets[row];
    ASSERT_EQ(block.lists[2].offsets[row + 1] - begin, row % 5);
    for (std::uint32_t at = 0; at < row % 5; ++at) {
      EXPECT_EQ(block.lists[2].fields[0].get(begin + at), -static_cast<std::int64_t>(row) - at);
    }
  }
  EXPECT_DEATH(add_row(block), "rows");
  clear(block);
  EXPECT_EQ(block.rows, 0U);
  EXPECT_FALSE(block.scalars[1].any_open);
}

TEST(Block, a_row_that_is_taken_back_leaves_nothing) {
  eval::Plan const plan = plan_of_three();
  Block block = empty_block(plan, slots_of(plan));
  add_row(block);
  add_element(block, 2);
  add_row(block);
  add_element(block, 2);
  set_irregular(block, 1);
  take_back_row(block);
  EXPECT_EQ(add_row(block), 1U);
  EXPECT_EQ(block.lists[2].offsets[2], 1U);
  EXPECT_EQ(block.irregular[1], 0);
}

}  // namespace
}  // namespace hjemmel::columns
