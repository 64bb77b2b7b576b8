// Outcomes and figures by column, against the conclusions row by row.
#include "engine/columns/outcome_column.h"

#include <random>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/columns/run.h"
#include "engine/package/loader.h"

namespace hjemmel::columns {
namespace {

// Ages up to 39, earlier offences up to 4, and a substance whose weight is small or not.
Block drawn(eval::Plan const& plan, Kernel const& kernel) {
  std::mt19937 random(7);
  auto const draw = [&random](std::uint32_t below) { return static_cast<std::int64_t>(random() % below); };
  Block block = empty_block(plan, kernel.slots);
  for (std::uint32_t row = 0; row < kBlockRows; ++row) {
    add_row(block);
    for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
      Column& column = block.scalars[fact];
      if (column.values.size() > 0) {
        bool const is_flag = kernel.slots.scalars[fact]->most == 1;
        column.set(row, draw(is_flag ? 2 : plan.facts[fact].name == "age_at_act" ? 40 : 5));
      }
      if (!block.lists[fact].offsets.empty()) {
        std::uint32_t const element = add_element(block, fact);
        block.lists[fact].fields[0].set(element, draw(12));
        block.lists[fact].fields[1].set(element, draw(8) == 0 ? 900'000'000 : 1);
      }
    }
  }
  return block;
}

TEST(OutcomeColumn, is_the_option_and_the_figure_of_each_row) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load("tests/bench/packages/reaction", sources, sink);
  Kernel const kernel = build((*loaded)->plan);
  Block const block = drawn((*loaded)->plan, kernel);
  auto const table = outcome_table((*loaded)->plan, kernel, 0);
  ASSERT_TRUE(table);
  Schedule const of_reaction = schedule(kernel, {0}, {});
  for (Loops const* loops : all_loops()) {
    Runner runner(kernel, of_reaction, *loops);
    DecisionAnswers const& answers = runner.run(inputs_of(block)).decisions.front();
    std::vector<std::uint8_t> ordinals(kBlockRows, 99);
    std::vector<std::int32_t> figures(kBlockRows, 99);
    leave_outcomes(*table, answers, block.rows, ordinals.data(), *loops);
    leave_figures(answers, block.rows, figures.data(), *loops);
    Runner summing(kernel, of_reaction, *loops);
    std::vector<std::int32_t> sums(kBlockRows, 99);
    summing.leave_figures(0, sums.data());
    summing.run(inputs_of(block));
    EXPECT_EQ(sums, figures);
    Codes codes((*loaded)->plan, kernel, 0);
    std::array<std::size_t, 5> seen{};
    for (std::uint32_t row = 0; row < kBlockRows; ++row) {
      eval::ChosenOption const& option = codes.of(answers, row).conclusion.options.front();
      auto const& bounds = option.option.bounds;
      base::Decimal const figure =
          bounds.empty() || !bounds.front().exactly ? base::Decimal() : *bounds.front().exactly;
      ASSERT_EQ(ordinals[row], option.ordinal);
      ASSERT_EQ(base::Decimal::of(figures[row]), figure);
      ++seen.at(option.ordinal);
    }
    for (std::size_t const rows : seen) {
      EXPECT_GT(rows, 0U);
    }
  }
}

TEST(OutcomeColumn, more_marks_than_a_byte_has_bits_have_no_table) {
  Kernel kernel;
  kernel.decisions.emplace_back().marks.resize(9);
  EXPECT_FALSE(outcome_table(eval::Plan(), kernel, 0));
}

}  // namespace
}  // namespace hjemmel::columns
