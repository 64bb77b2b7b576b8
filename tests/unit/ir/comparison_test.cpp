// Each comparison, denied and turned about.
#include "engine/ir/comparison.h"

#include <array>

#include <gtest/gtest.h>

namespace hjemmel::ir {
namespace {

struct Row {
  ExprOp op;
  ExprOp opposite;
  ExprOp mirrored;
};

constexpr std::array kRows{
    Row{ExprOp::equal, ExprOp::not_equal, ExprOp::equal},
    Row{ExprOp::not_equal, ExprOp::equal, ExprOp::not_equal},
    Row{ExprOp::less, ExprOp::greater_equal, ExprOp::greater},
    Row{ExprOp::less_equal, ExprOp::greater, ExprOp::greater_equal},
    Row{ExprOp::greater, ExprOp::less_equal, ExprOp::less},
    Row{ExprOp::greater_equal, ExprOp::less, ExprOp::less_equal},
};

TEST(Comparison, each_has_an_opposite_and_a_mirror_image) {
  for (Row const& row : kRows) {
    EXPECT_EQ(opposite(row.op), row.opposite);
    EXPECT_EQ(mirrored(row.op), row.mirrored);
    EXPECT_EQ(opposite(opposite(row.op)), row.op);
  }
  EXPECT_EQ(mirrored(ExprOp::conjunction), ExprOp::conjunction);
}

}  // namespace
}  // namespace hjemmel::ir
