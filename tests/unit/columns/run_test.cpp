// Blocks at their ends: lists without an element, no rows, as many rows as there are.
#include "engine/columns/run.h"

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/package/loader.h"

namespace hjemmel::columns {
namespace {

class RunOfReaction : public testing::Test {
 protected:
  RunOfReaction() {
    diag::Sink sink;
    auto loaded = package::load("tests/bench/packages/reaction", sources_, sink);
    package_ = *std::move(loaded);
    kernel_ = build(package_->plan);
    schedule_ = schedule(kernel_, {0}, {});
  }

  // Every scalar 0, no elements.
  Block block(std::uint32_t rows) const {
    Block made = empty_block(package_->plan, kernel_.slots);
    for (std::uint32_t row = 0; row < rows; ++row) {
      add_row(made);
      for (Column& column : made.scalars) {
        if (column.values.size() > 0) {
          column.set(row, 1);
        }
      }
    }
    return made;
  }

  source::Sources sources_;
  std::optional<package::LoadedPackage> package_;
  Kernel kernel_;
  Schedule schedule_;
};

TEST_F(RunOfReaction, lists_without_an_element) {
  for (Loops const* loops : all_loops()) {
    for (std::uint32_t const rows : {1U, 17U, kBlockRows}) {
      Block const given = block(rows);
      Runner runner(kernel_, schedule_, *loops);
      DecisionAnswers const& answers = runner.run(inputs_of(given)).decisions.front();
      EXPECT_FALSE(answers.any_open);
      Codes codes(package_->plan, kernel_, 0);
      for (std::uint32_t row = 0; row < rows; ++row) {
        EXPECT_EQ(codes.of(answers, row).conclusion.options.front().option.name, "conditional_waiver")
            << "somebody of one year, with nothing: every element of none is small";
      }
    }
  }
}

TEST_F(RunOfReaction, no_more_rows_than_a_runner_was_made_for) {
  Runner runner(kernel_, schedule_, loops(), kMostRows);
  Block given = block(1);
  given.rows = kMostRows;
  for (Column& column : given.scalars) {
    column.make_room(kMostRows);
    for (std::uint32_t row = 0; column.values.size() > 0 && row < kMostRows; ++row) {
      column.set(row, 1);
    }
  }
  for (ListColumn& list : given.lists) {
    list.offsets.assign(list.offsets.empty() ? 0 : kMostRows + 1, 0);
  }
  DecisionAnswers const& answers = runner.run(inputs_of(given)).decisions.front();
  EXPECT_EQ(answers.code(kMostRows - 1), answers.code(0));
  EXPECT_DEATH(Runner(kernel_, schedule_, loops(), kMostRows + 1), "rows");
  Runner fewer(kernel_, schedule_, loops(), kMostRows - 1);
  EXPECT_DEATH(fewer.run(inputs_of(given)), "rows");
}

TEST_F(RunOfReaction, a_block_without_rows_has_no_answers) {
  Runner runner(kernel_, schedule_);
  EXPECT_FALSE(runner.run(inputs_of(block(0))).decisions.front().any_open);
}

// Of what nobody knows, the least amount that the table has for any substance is small and anything above the greatest is not.
TEST_F(RunOfReaction, an_unknown_key_is_settled_below_and_above_the_whole_table) {
  constexpr std::int64_t kGram = 1'000'000;
  std::vector<std::pair<std::int64_t, char const*>> const amounts = {{kGram / 4 - 1, "conditional_waiver"},
                                                                     {kGram / 4, "conditional_waiver"},
                                                                     {kGram / 4 + 1, nullptr},
                                                                     {500 * kGram - 1, nullptr},
                                                                     {500 * kGram, nullptr},
                                                                     {500 * kGram + 1, "section_231"}};
  Block given = block(0);
  for (auto const& [amount, outcome] : amounts) {
    std::uint32_t const row = add_row(given);
    for (Column& column : given.scalars) {
      if (column.values.size() > 0) {
        column.set(row, 1);
      }
    }
    for (std::uint32_t list = 0; list < given.lists.size(); ++list) {
      if (!given.lists[list].offsets.empty()) {
        std::uint32_t const element = add_element(given, list);
        given.lists[list].fields[0].set_open(element);
        given.lists[list].fields[1].set(element, amount);
      }
    }
  }
  Codes codes(package_->plan, kernel_, 0);
  for (Loops const* loops : all_loops()) {
    Runner runner(kernel_, schedule_, *loops);
    DecisionAnswers const& answers = runner.run(inputs_of(given)).decisions.front();
    ASSERT_TRUE(answers.any_open);
    for (std::uint32_t row = 0; row < given.rows; ++row) {
      char const* const outcome = amounts[row].second;
      EXPECT_EQ(answers.open[row] != 0, outcome == nullptr) << amounts[row].first;
      if (outcome != nullptr && answers.open[row] == 0) {
        EXPECT_EQ(codes.of(answers, row).conclusion.options.front().option.name, outcome) << amounts[row].first;
      }
    }
  }
}

TEST_F(RunOfReaction, elements_that_a_runner_saw_before_are_forgotten) {
  Runner runner(kernel_, schedule_);
  Block full = block(2);
  std::uint32_t const list = static_cast<std::uint32_t>(
      std::find_if(full.lists.begin(), full.lists.end(), [](ListColumn const& one) { return !one.offsets.empty(); }) -
      full.lists.begin());
  std::uint32_t const element = add_element(full, list);
  full.lists[list].fields[0].set(element, 0);
  full.lists[list].fields[1].set(element, 10'000'001);
  Codes codes(package_->plan, kernel_, 0);
  DecisionAnswers const& first = runner.run(inputs_of(full)).decisions.front();
  EXPECT_EQ(codes.of(first, 0).conclusion.options.front().option.name, "conditional_waiver");
  EXPECT_EQ(codes.of(first, 1).conclusion.options.front().option.name, "section_231");
  DecisionAnswers const& second = runner.run(inputs_of(block(2))).decisions.front();
  EXPECT_EQ(codes.of(second, 1).conclusion.options.front().option.name, "conditional_waiver");
}

}  // namespace
}  // namespace hjemmel::columns
