// Expressions: what binds tighter, which chains are refused, and where bodies and clauses of quantifiers end.
#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"

namespace hjemmel::syntax::test {
namespace {

TEST(Expression, connectives_are_one_node_with_all_operands) {
  EXPECT_EQ(expression_tree("a and b and c"), "(conjunction (path a) (path b) (path c))");
  EXPECT_EQ(expression_tree("a or b or c"), "(disjunction (path a) (path b) (path c))");
  EXPECT_EQ(expression_tree("(a or b) and c"), "(conjunction (disjunction (path a) (path b)) (path c))");
}

TEST(Expression, mixed_connectives_need_parentheses) {
  EXPECT_EQ(expression_tree("a and b or c"), "1:26 [mixed_connectives]\n");
  EXPECT_EQ(expression_tree("a or b and c"), "1:25 [mixed_connectives]\n");
  EXPECT_EQ(expression_tree("not a or b and c"), "1:29 [mixed_connectives]\n");
  EXPECT_EQ(expression_tree("f(a or b, c and d)"),
            "(call (name f) (disjunction (path a) (path b)) (conjunction (path c) (path d)))");
}

TEST(Expression, not_binds_looser_than_a_comparison) {
  EXPECT_EQ(expression_tree("not a in {x}"), "(negation (in_set (path a) (name x)))");
  EXPECT_EQ(expression_tree("not a < b and c"), "(conjunction (negation (less (path a) (path b))) (path c))");
  EXPECT_EQ(expression_tree("not not a"), "(negation (negation (path a)))");
}

TEST(Expression, each_comparison_has_its_kind) {
  std::pair<char const*, char const*> const table[] = {
      {"<", "less"},  {"<=", "less_equal"}, {">", "greater"},       {">=", "greater_equal"},
      {"=", "equal"}, {"!=", "not_equal"},  {"at most", "at_most"}, {"at least", "at_least"},
      {"is", "is"},   {"is not", "is_not"},
  };
  for (auto const& [written, kind] : table) {
    EXPECT_EQ(expression_tree("a " + std::string(written) + " b"), "(" + std::string(kind) + " (path a) (path b))");
  }
  EXPECT_EQ(expression_tree("a may be x"), "(may_be (path a) (name x))");
  EXPECT_EQ(expression_tree("a in {x, y}"), "(in_set (path a) (name x) (name y))");
  EXPECT_EQ(expression_tree("a not in {x}"), "(not_in_set (path a) (name x))");
  EXPECT_EQ(expression_tree("a is applicable"), "(is_applicable (path a))");
  EXPECT_EQ(expression_tree("a is not applicable"), "(is_not_applicable (path a))");
}

TEST(Expression, comparison_after_comparison_is_refused) {
  EXPECT_EQ(expression_tree("a < b < c"), "1:24 [chained_comparison]\n");
  EXPECT_EQ(expression_tree("a is b is c"), "1:25 [chained_comparison]\n");
  EXPECT_EQ(expression_tree("a in {x} in {y}"), "1:27 [chained_comparison]\n");
  EXPECT_EQ(expression_tree("(a < b) = c"), "(equal (less (path a) (path b)) (path c))");
}

TEST(Expression, arithmetic_goes_left_to_right_and_binds_tighter) {
  EXPECT_EQ(expression_tree("a - b - c * d / e"),
            "(subtract (subtract (path a) (path b)) (divide (multiply (path c) (path d)) (path e)))");
  EXPECT_EQ(expression_tree("a + 1 < -b * 2"),
            "(less (add (path a) (number 1)) (multiply (minus (path b)) (number 2)))");
}

TEST(Expression, age_is_counted_on_a_day) {
  EXPECT_EQ(expression_tree("age of p at d + 1 months at most 18 years"),
            "(at_most (age (path p) (add (path d) (quantity (number 1) (unit months)))) (quantity (number 18) (unit "
            "years)))");
  EXPECT_EQ(expression_tree("age of p at most 18 years"), "1:27 [age_without_day]\n");
  EXPECT_EQ(expression_tree("age of p >= 18 years"), "1:27 [age_without_day]\n");
}

TEST(Expression, body_of_a_quantifier_is_one_comparison) {
  EXPECT_EQ(expression_tree("every s in a.b by k where s.c and s.d has s.e < 3 and f"),
            "(conjunction (every (name s) (path a.b) (by_key (name k)) "
            "(where (conjunction (path s.c) (path s.d))) (less (path s.e) (number 3))) (path f))");
  EXPECT_EQ(expression_tree("some s in xs has not s.a = 1"),
            "(some (name s) (path xs) (negation (equal (path s.a) (number 1))))");
  EXPECT_EQ(expression_tree("no s in xs has (s.a or s.b)"),
            "(no (name s) (path xs) (disjunction (path s.a) (path s.b)))");
}

TEST(Expression, aggregates_take_a_list_and_a_condition) {
  EXPECT_EQ(expression_tree("total s.a * 2 for s in xs where s.b or s.c"), "1:32 [unexpected]\n");
  EXPECT_EQ(expression_tree("total (s.a * 2) for s in xs where s.b or s.c"),
            "(total (multiply (path s.a) (number 2)) (name s) (path xs) (where (disjunction (path s.b) (path s.c))))");
  EXPECT_EQ(expression_tree("(count s in xs where s.b) > 2"),
            "(greater (count (name s) (path xs) (where (path s.b))) (number 2))");
}

TEST(Expression, operators_may_begin_a_line) {
  EXPECT_EQ(expression_tree("a\n  and b\n  and c"), "(conjunction (path a) (path b) (path c))");
}

TEST(Expression, negation_stands_where_a_condition_can) {
  EXPECT_EQ(expression_tree("a = not b"), "1:22 [unexpected]\n");
}

}  // namespace
}  // namespace hjemmel::syntax::test
