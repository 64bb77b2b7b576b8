// parse: the trees of the declarations, recovery after faults, and the caps that hostile input meets.
#include "engine/syntax/parse.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"
#include "tests/unit/syntax/sample.h"

namespace hjemmel::syntax::test {
namespace {

std::string repeated(std::string const& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += part;
  }
  return all;
}

std::string define(std::string const& expression) { return "define x: bool = " + expression + "\n"; }

TEST(Parse, sample_has_no_fault) {
  Parsed const parsed(kSample);
  EXPECT_EQ(parsed.messages(), "");
  EXPECT_EQ(parsed.tree->declarations().size(), 31U);
}

TEST(Parse, each_effect_has_its_kind) {
  std::pair<char const*, char const*> const table[] = {
      {"d is a", "then_is (decision_name d) (option (name a))"},
      {"d normally is a", "then_normally_is (decision_name d) (option (name a))"},
      {"d should be a", "then_should_be (decision_name d) (option (name a))"},
      {"d may be a, b or c", "then_may_be (decision_name d) (option (name a)) (option (name b)) (option (name c))"},
      {"d is a with c, e and f",
       "then_is (decision_name d) (option (name a)) (with (condition_use (name c)) (condition_use (name e)) "
       "(condition_use (name f)))"},
      {"d is a - 5 kr", "then_is (decision_name d) (figure (subtract (path a) (quantity (number 5) (unit kr))))"},
      {"d normally is t(a.b) rounded to 1 half up",
       "then_normally_is (decision_name d) (figure (rounded_half_up (call (name t) (path a.b)) (number 1)))"},
      {"d should be the lesser of a and 5",
       "then_should_be (decision_name d) (figure (lesser_of (path a) (number 5)))"},
      {"d may be total a.b for a in b with c",
       "then_may_be (decision_name d) (figure (total (path a.b) (name a) (path b))) (with (condition_use (name c)))"},
      {"d is total", "then_is (decision_name d) (option (name total))"},
      {"d may also be a", "then_may_also_be (decision_name d) (option (name a))"},
      {"may also be a", "then_may_also_be (option (name a))"},
      {"may not be a", "then_may_not_be (option (name a))"},
      {"must carry c", "then_must_carry (condition_use (name c))"},
      {"d may carry c", "then_may_carry (decision_name d) (condition_use (name c))"},
      {"may not carry c", "then_may_not_carry (condition_use (name c))"},
      {"decided by a, b", "then_decided_by (name a) (name b)"},
      {"is decided by a", "then_decided_by (name a)"},
      {"d is decided by a", "then_decided_by (decision_name d) (name a)"},
      {"may also be decided by a", "then_may_also_be_decided_by (name a)"},
      {"{ l at least 2 months, m 3 }",
       "then_bounds (bounds (bound_at_least (name l) (quantity (number 2) (unit months))) (bound_exactly (name m) "
       "(number 3)))"},
  };
  for (auto const& [written, tree] : table) {
    Parsed const parsed("rule r\n  then  " + std::string(written) + "\n");
    EXPECT_EQ(parsed.printed(), "(rule_declaration (name r) (" + std::string(tree) + "))\n");
  }
}

TEST(Parse, decision_clauses_stand_in_any_order) {
  Parsed const parsed("decision d: T [A] otherwise \"x\" when a by b\n");
  EXPECT_EQ(parsed.printed(),
            "(decision_declaration (name d) (type_name T) (citation (entry_id A)) (otherwise_says (text \"x\")) "
            "(when (path a)) (authorities (name b)))\n");
}

TEST(Parse, citation_of_a_ground_stands_on_its_line) {
  Parsed const parsed("rule r\n  when any of\n    a b.c [A]\n    open d e\n  [B]\n");
  EXPECT_EQ(parsed.printed(),
            "(rule_declaration (name r) (when_any_of (ground (name a) (path b.c) (citation (entry_id A))) "
            "(open_ground (name d) (path e))) (citation (entry_id B)))\n");
}

TEST(Parse, enum_row_holds_several_values_or_several_rows) {
  Parsed const parsed("enum E by k\n  a, b in g\n  c in dl, d in any unit\n  e nb \"x\" unranked like\n");
  EXPECT_EQ(parsed.messages(), "4:25 [unexpected]\n");
  Parsed const good("enum E\n  a, b in g\n  c in dl, d in any unit\n  unranked\n  e unranked\n");
  EXPECT_EQ(
      good.printed(),
      "(enum_declaration (name E) (enum_row (name a) (name b) (in_unit (unit g))) (enum_row (name c) (in_unit (unit "
      "dl))) (enum_row (name d) (in_any_unit)) (enum_row (name unranked)) (enum_row (name e) (unranked)))\n");
}

TEST(Parse, row_without_a_value_costs_no_other_declaration) {
  Parsed const parsed("table t(k: K) -> mass\n  cocaine\n  heroin 1 g\ngroup g = a\n");
  EXPECT_EQ(parsed.messages(), "2:10 [unexpected]\n");
  EXPECT_EQ(parsed.printed(), "(group_declaration (name g) (members (name a)))\n");
}

TEST(Parse, five_faults_give_five_messages_at_their_places) {
  Parsed const parsed(
      "source a \"A\"\n"
      "source b\n"  // 2:9 no title
      "group c = d, e\n"
      "rule f\n  wen g\n  then h is i\n"  // 5:3 no such clause
      "group j = k\n"
      "define l: bool = m and n or o\n"  // 8:26 mixed
      "tabel p\n  q 1\n"                 // 9:1 no such declaration
      "group r = s\n"
      "define t: int = 10 000\n"  // 12:17 blanks in a number
      "group u = v\n");
  EXPECT_EQ(parsed.messages(),
            "2:9 [unexpected]\n5:3 [unexpected]\n8:26 [mixed_connectives]\n9:1 [unknown_declaration]\n12:17 "
            "[digit_groups]\n");
  EXPECT_EQ(parsed.printed(),
            "(source_declaration (name a) (text \"A\"))\n(group_declaration (name c) (members (name d) (name e)))\n"
            "(group_declaration (name j) (members (name k)))\n(group_declaration (name r) (members (name s)))\n"
            "(group_declaration (name u) (members (name v)))\n");
}

TEST(Parse, broken_declarations_keep_their_names) {
  Parsed const parsed("define good: int = 3\ndefine bad: int =\nassessment a.b by\nburden c\n");
  EXPECT_EQ(parsed.tree->declarations().size(), 1U);
  std::string broken;
  for (NodeRef const node : parsed.tree->broken()) {
    broken += print_tree(*parsed.tree, node);
  }
  EXPECT_EQ(broken, "(broken (name bad))(broken (path a.b))(broken)");
}

TEST(Parse, neighbouring_lines_that_begin_nothing_are_one_fault) {
  EXPECT_EQ(Parsed("rule r\nwhen a\nthen b is c\n\nburden d\n").messages(),
            "2:1 [unknown_declaration]\n5:1 [unknown_declaration]\n");
}

TEST(Parse, declaration_begins_in_column_one) {
  EXPECT_EQ(Parsed("  package a\ngroup g = a\n").messages(), "1:3 [indented_declaration]\n");
  EXPECT_EQ(Parsed("rule r\n  then d is a\n  rule s\n  then d is a\n").messages(), "3:3 [indented_declaration]\n");
  EXPECT_EQ(Parsed("rule r\nthen d is a\n").messages(), "2:1 [unknown_declaration]\n");
}

TEST(Parse, byte_order_mark_and_windows_line_ends_are_blanks) {
  Parsed const unix("# remark\nrule r  # remark\n  when a\n  then d is b\n");
  Parsed const windows("\xEF\xBB\xBF# remark\r\nrule r  # remark\r\n  when a\r\n  then d is b\r\n");
  EXPECT_EQ(windows.messages(), "");
  EXPECT_EQ(windows.printed(), unix.printed());
}

TEST(Parse, file_without_declarations_is_a_fault) {
  EXPECT_EQ(Parsed("").messages(), "1:1 [declares_nothing]\n");
  EXPECT_EQ(Parsed("\n# only a remark").messages(), "1:1 [declares_nothing]\n");
}

TEST(Parse, bytes_that_are_no_text_give_no_tree) {
  Parsed const parsed("rule r\n  when \xC3\x28\n");
  EXPECT_EQ(parsed.messages(), "2:8 [invalid_utf8]\n");
  EXPECT_FALSE(parsed.tree);
  EXPECT_EQ(Parsed(std::string("rule\0r", 6)).messages(), "1:5 [invalid_utf8]\n");
}

TEST(Parse, truncated_sample_never_crashes) {
  std::string const sample = kSample;
  for (std::size_t length = 0; length < sample.size(); length += 7) {
    Parsed const parsed(sample.substr(0, length));
    EXPECT_LE(parsed.sink.all().size(), 1U) << length;
  }
}

TEST(Parse, two_hundred_levels_pass_quickly) {
  std::string const text = define(repeated("(", kMaxNesting) + "a" + repeated(")", kMaxNesting));
  auto const before = std::chrono::steady_clock::now();
  Parsed const parsed(text);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(50));
  EXPECT_EQ(parsed.messages(), "");
  for (std::string const part : {"not ", "- ", "if a then b else ", "f(", "1 + ("}) {
    std::string const closing = part.back() == '(' ? repeated(")", kMaxNesting - 1) : "";
    EXPECT_EQ(Parsed(define(repeated(part, kMaxNesting - 1) + "a" + closing)).messages(), "") << part;
  }
}

TEST(Parse, one_level_more_is_refused) {
  for (std::string const part : {"(", "not ", "- ", "if a then b else ", "f(", "total (", "every s in xs has ("}) {
    EXPECT_NE(Parsed(define(repeated(part, kMaxNesting + 1) + "a")).messages().find("nested_too_deeply"),
              std::string::npos)
        << part;
  }
  EXPECT_EQ(Parsed(define(repeated("(", kMaxNesting + 1) + "a" + repeated(")", kMaxNesting + 1))).messages(),
            "1:219 [nested_too_deeply]\n");
}

TEST(Parse, a_million_levels_are_refused) {
  for (std::string const part : {"(", "not ", "-", "if ", "f(", "[", "{", "\""}) {
    EXPECT_EQ(Parsed(define(repeated(part, 1000000)) + "group g = a\n").sink.all().size(), 1U) << part;
  }
}

TEST(Parse, operands_of_one_chain_are_capped) {
  EXPECT_EQ(Parsed(define("a" + repeated(" or a", kMaxOperands - 1))).messages(), "");
  EXPECT_EQ(Parsed(define("a" + repeated(" or a", kMaxOperands))).sink.all().front().kind,
            diag::Kind::too_many_operands);
  EXPECT_EQ(Parsed(define("a" + repeated(" + a", 200000))).sink.all().front().kind, diag::Kind::too_many_operands);
}

TEST(Parse, height_of_a_tree_is_capped) {
  std::string const chain = repeated(" + a", 99);
  EXPECT_EQ(Parsed(define(repeated("(", 9) + "a" + repeated(chain + ")", 9))).messages(), "");
  EXPECT_EQ(Parsed(define(repeated("(", 11) + "a" + repeated(chain + ")", 11))).messages(),
            "1:1 [nested_too_deeply]\n");
}

TEST(Parse, the_highest_tree_has_exactly_as_many_levels_as_are_allowed) {
  std::string const chain = repeated(" + a", 90);
  auto const with = [&chain](int more) {
    return Parsed(define(repeated("(", 10) + "a" + repeated(chain + ")", 10) + repeated(" + a", more))).messages();
  };
  EXPECT_EQ(with(kMaxHeight - 903), "");
  EXPECT_EQ(with(kMaxHeight - 902), "1:1 [nested_too_deeply]\n");
}

TEST(Parse, messages_of_one_file_are_capped) {
  Parsed const parsed(repeated("rule\n", 5000));
  EXPECT_EQ(parsed.sink.errors(), std::size_t{kMaxMessages} + 1);
  EXPECT_EQ(Parsed(repeated("rule\n", kMaxMessages)).sink.errors(), std::size_t{kMaxMessages});
}

TEST(Parse, cap_of_messages_is_said) {
  Parsed const parsed(repeated("rule\n", 5000));
  std::string const messages = parsed.messages();
  EXPECT_TRUE(messages.ends_with("50:5 [unexpected]\n51:1 [too_many_messages]\n"))
      << messages.substr(messages.size() - 80);
}

}  // namespace
}  // namespace hjemmel::syntax::test
