// Amendments that touch different things give the same program in whatever order they are given.
#include <gtest/gtest.h>

#include "engine/ir/print.h"
#include "engine/package/loader.h"

namespace hjemmel::amend {
namespace {

struct Amended {
  std::string program;
  std::string digest;
};

Amended amended(std::vector<std::string> const& names) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load("tests/golden/amend/packages/base", sources, sink, names);
  return loaded && *loaded ? Amended{ir::print((*loaded)->program), (*loaded)->digest} : Amended{};
}

TEST(Commuting, both_orders_give_one_program_and_one_digest) {
  Amended const one = amended({"lower", "other_words"});
  Amended const other = amended({"other_words", "lower"});
  ASSERT_FALSE(one.program.empty());
  EXPECT_EQ(one.program, other.program);
  EXPECT_EQ(one.digest, other.digest);
}

TEST(Commuting, three_in_any_order) {
  EXPECT_EQ(amended({"grouped", "lower", "other_words"}).program, amended({"other_words", "grouped", "lower"}).program);
}

TEST(Commuting, after_says_the_order_whatever_is_given_first) {
  EXPECT_EQ(amended({"lower", "after_lower"}).program, amended({"after_lower", "lower"}).program);
}

TEST(Commuting, an_amendment_changes_program_and_digest) {
  EXPECT_NE(amended({}).program, amended({"lower"}).program);
  EXPECT_NE(amended({}).digest, amended({"lower"}).digest);
}

}  // namespace
}  // namespace hjemmel::amend
