// Tokens: words end where names end, units stand on their number's line, and names hold Norwegian letters.
#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"

namespace hjemmel::syntax::test {
namespace {

TEST(Token, keyword_is_no_prefix_of_a_name) {
  EXPECT_EQ(expression_tree("trueness"), "(path trueness)");
  EXPECT_EQ(expression_tree("nota and andrew"), "(conjunction (path nota) (path andrew))");
  EXPECT_EQ(expression_tree("nanna"), "(path nanna)");
  EXPECT_EQ(expression_tree("ifs.every1"), "(path ifs.every1)");
  EXPECT_EQ(Parsed("rules x\n").messages(), "1:1 [unknown_declaration]\n");
}

TEST(Token, unit_is_no_prefix_of_a_word) {
  EXPECT_EQ(expression_tree("15 gx"), "(quantity (number 15) (unit gx))");
  EXPECT_EQ(expression_tree("15g"), "(quantity (number 15) (unit g))");
  EXPECT_EQ(expression_tree("14%"), "(quantity (number 14) (unit %))");
  EXPECT_EQ(expression_tree("3 \xC2\xB5g"), "(quantity (number 3) (unit \xC2\xB5g))");
  EXPECT_EQ(expression_tree("3 \xCE\xBCg"), "(quantity (number 3) (unit \xCE\xBCg))");
}

TEST(Token, word_of_an_expression_or_clause_is_no_unit) {
  EXPECT_EQ(expression_tree("a = 3 and b"), "(conjunction (equal (path a) (number 3)) (path b))");
  EXPECT_EQ(expression_tree("if a then 3 else 4"), "(conditional (path a) (number 3) (number 4))");
  Parsed const rule("rule r\n  when a = 3 cites s\n  unless b = 3 then d is x\n");
  EXPECT_EQ(rule.messages(), "");
}

TEST(Token, unit_stands_on_the_line_of_its_number) {
  Parsed const table("table t(k: K) -> int\n  a 15\n  g 3\n");
  EXPECT_EQ(table.printed(),
            "(table_declaration (name t) (parameter (name k) (type_name K)) (type_int) "
            "(table_row (name a) (number 15)) (table_row (name g) (number 3)))\n");
}

TEST(Token, name_holds_norwegian_letters) {
  EXPECT_EQ(expression_tree("påtaleunnlatelse.beløp"), "(path påtaleunnlatelse.beløp)");
  EXPECT_EQ(expression_tree("čáhci"), "(path čáhci)");
}

TEST(Token, field_takes_any_word) {
  EXPECT_EQ(expression_tree("case.is = rule.then"), "(equal (path case.is) (path rule.then))");
  EXPECT_EQ(Parsed("package no.in.rule.every\n").messages(), "");
}

TEST(Token, soft_words_are_names_too) {
  EXPECT_EQ(expression_tree("total + count - age"), "(subtract (add (path total) (path count)) (path age))");
  EXPECT_EQ(expression_tree("no and least"), "(conjunction (path no) (path least))");
  EXPECT_EQ(expression_tree("source.rule = table"), "(equal (path source.rule) (path table))");
  EXPECT_EQ(expression_tree("count s"), "(count (name s))");
  EXPECT_EQ(expression_tree("total (a + b)"), "(total (add (path a) (path b)))");
  Parsed const rows("table t(k: K) -> int\n  a count\n  no total\n  b 3\n");
  EXPECT_EQ(rows.messages(), "");
  EXPECT_EQ(rows.tree->children(rows.tree->declarations().front(), NodeKind::table_row).size(), 3U);
}

TEST(Token, in_before_force_is_no_operator) {
  EXPECT_EQ(first_message("rule r\n  when a\n  in force from 2026-01-01\n"), "no message");
}

TEST(Token, catalogue_ids_hold_points_and_hyphens) {
  Parsed const parsed("group g = a\nrule r [A-1.5-2..A-1.5-9, B, 4]\n");
  EXPECT_EQ(parsed.printed(),
            "(group_declaration (name g) (members (name a)))\n"
            "(rule_declaration (name r) (citation (entry_range (entry_id A-1.5-2) (entry_id A-1.5-9)) (entry_id B) "
            "(entry_id 4)))\n");
}

TEST(Token, text_keeps_signs_and_ends_on_its_line) {
  EXPECT_EQ(expression_tree("\"§ 1 # \\\" « – \""), "(text \"§ 1 # \\\" « – \")");
  EXPECT_EQ(Parsed("source s \"a\nb\"\n").messages(), "1:10 [unclosed]\n2:1 [unknown_declaration]\n");
}

TEST(Token, unary_minus_and_subtraction) {
  EXPECT_EQ(expression_tree("-a - -3"), "(subtract (minus (path a)) (minus (number 3)))");
  EXPECT_EQ(expression_tree("a -b"), "(subtract (path a) (path b))");
}

}  // namespace
}  // namespace hjemmel::syntax::test
