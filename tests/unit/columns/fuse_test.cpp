// What a runner makes of a schedule: which truths are read from columns, and codes by tables.
#include "engine/columns/fuse.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/columns/run.h"
#include "engine/package/loader.h"

namespace hjemmel::columns {
namespace {

using Relation = Direct::Relation;

// Truths over one column, and decisions put together of them by hand.
struct Made {
  Kernel kernel;

  Made() { kernel.nodes.push_back({.op = Op::load, .a = 0, .width = Width::i16, .least = -1000, .most = 1000}); }

  std::uint32_t add(Node node) {
    kernel.nodes.push_back(node);
    return static_cast<std::uint32_t>(kernel.nodes.size() - 1);
  }
  std::uint32_t below(std::int64_t bound) { return add({.op = Op::below, .a = 0, .k = bound}); }
  std::uint32_t conjunction(std::uint32_t a, std::uint32_t b) { return add({.op = Op::conjunction, .a = a, .b = b}); }
  std::uint32_t negation(std::uint32_t a) { return add({.op = Op::negation, .a = a}); }
};

void expect_direct(Made const& made, std::uint32_t node, bool holds, Relation relation, std::int64_t bound) {
  auto const direct = direct_of(made.kernel, node, holds);
  ASSERT_TRUE(direct);
  EXPECT_EQ(direct->relation, relation);
  EXPECT_EQ(direct->bound, bound);
}

TEST(Fuse, a_comparison_and_what_is_left_where_it_does_not_hold) {
  Made made;
  std::uint32_t const below = made.below(18);
  std::uint32_t const above = made.add({.op = Op::above, .a = 0, .k = 18});
  std::uint32_t const equals = made.add({.op = Op::equals, .a = 0, .k = 18});
  std::uint32_t const is_set = made.add({.op = Op::is_set, .a = 0});
  expect_direct(made, below, true, Relation::below, 18);
  expect_direct(made, below, false, Relation::above, 17);
  expect_direct(made, above, true, Relation::above, 18);
  expect_direct(made, above, false, Relation::below, 19);
  expect_direct(made, equals, true, Relation::equals, 18);
  expect_direct(made, equals, false, Relation::differs, 18);
  expect_direct(made, is_set, true, Relation::above, 0);
  expect_direct(made, is_set, false, Relation::equals, 0);
  expect_direct(made, made.negation(below), true, Relation::above, 17);
}

TEST(Fuse, what_is_no_column_or_has_no_bound_beyond_is_a_node) {
  Made made;
  std::uint32_t const sum = made.add({.op = Op::add, .a = 0, .b = 0, .width = Width::i64});
  EXPECT_FALSE(direct_of(made.kernel, made.add({.op = Op::below, .a = sum, .k = 3}), true));
  EXPECT_FALSE(direct_of(made.kernel, made.below(INT64_MIN), false));
  EXPECT_FALSE(direct_of(made.kernel, made.add({.op = Op::above, .a = 0, .k = INT64_MAX}), false));
  EXPECT_FALSE(direct_of(made.kernel, made.add({.op = Op::every, .a = 0, .k = 1}), true));
}

// The last one applies where all others do not.
DecisionCode chain(Made& made, std::size_t rules) {
  DecisionCode code;
  std::uint32_t none = kNone;
  for (std::uint32_t rule = 0; rule < rules; ++rule) {
    std::uint32_t const guard = made.below(static_cast<std::int64_t>(rule));
    code.marks.push_back({MarkKind::applies, none == kNone ? guard : made.conjunction(none, guard), rule, guard});
    std::uint32_t const fails = made.negation(guard);
    none = none == kNone ? fails : made.conjunction(none, fails);
  }
  return code;
}

TEST(Fuse, a_table_has_the_marks_of_every_combination) {
  Made made;
  DecisionCode const code = chain(made, 3);
  auto const table = tabulate(made.kernel, code);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->atoms.size(), 3U);
  for (std::uint8_t atoms = 0; atoms < 8; ++atoms) {
    std::uint8_t const first = atoms & static_cast<std::uint8_t>(~atoms + 1U);  // the lowest one that holds
    EXPECT_EQ(table->planes.front()[atoms], first);
  }
}

TEST(Fuse, eight_truths_have_a_table_and_nine_have_none) {
  Made eight;
  EXPECT_TRUE(tabulate(eight.kernel, chain(eight, kMostTableAtoms)));
  Made nine;
  EXPECT_FALSE(tabulate(nine.kernel, chain(nine, kMostTableAtoms + 1)));
}

TEST(Fuse, guards_stand_for_the_many_truths_that_they_are_made_of) {
  Made made;
  DecisionCode code;
  std::uint32_t guard = made.below(100);
  for (std::int64_t bound = 101; bound < 115; ++bound) {
    guard = made.conjunction(guard, made.below(bound));
  }
  code.marks.push_back({MarkKind::applies, guard, 0, guard});
  auto const table = tabulate(made.kernel, code);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->atoms.size(), 1U);
  EXPECT_EQ(table->atoms.front().node, guard);
  EXPECT_FALSE(table->atoms.front().direct);
}

TEST(Fuse, a_truth_that_is_never_known_has_no_table) {
  Made made;
  DecisionCode code;
  std::uint32_t const open = made.add({.op = Op::truth, .k = 2});
  code.marks.push_back({MarkKind::applies, made.conjunction(open, made.below(3)), 0, kNone});
  EXPECT_FALSE(tabulate(made.kernel, code));
}

// Where a fact is open the table gives way to the nodes, in this block and not in the next.
TEST(Fuse, blocks_with_and_without_an_open_fact_take_turns) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load("tests/bench/packages/reaction", sources, sink);
  Kernel const kernel = build((*loaded)->plan);
  Schedule const plain = schedule(kernel, {0}, {});
  Block block = empty_block((*loaded)->plan, kernel.slots);
  for (std::uint32_t row = 0; row < 100; ++row) {
    add_row(block);
    for (Column& column : block.scalars) {
      if (column.values.size() > 0) {
        column.set(row, row % 2);
      }
    }
  }
  Runner runner(kernel, plain);
  std::vector<Plane> const known = runner.run(inputs_of(block)).decisions.front().planes;
  std::size_t open_rows = 0;
  for (Column& column : block.scalars) {
    if (column.values.size() == 0) {
      continue;
    }
    Column const before = {column.width, {}, column.open, column.any_open};
    std::int64_t const value = column.get(7);
    column.set_open(7);
    DecisionAnswers const& answers = runner.run(inputs_of(block)).decisions.front();
    open_rows += answers.any_open && answers.open[7] != 0 ? 1 : 0;
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      EXPECT_EQ(row == 7 || answers.planes.front()[row] == known.front()[row], true);
    }
    column.open = before.open;
    column.any_open = before.any_open;
    column.set(7, value);
    DecisionAnswers const& again = runner.run(inputs_of(block)).decisions.front();
    EXPECT_FALSE(again.any_open);
    EXPECT_EQ(again.planes, known);
  }
  EXPECT_GE(open_rows, 1U);
}

}  // namespace
}  // namespace hjemmel::columns
