// Which comparisons another date may change: those that read a period, a version, a decision, or a presumption that does.
#include "engine/lower/dated.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::lower {
namespace {

using eval::kAnswer;
using eval::Worked;

std::string const kVersions = R"(
define most: int cites act "§ 5"
  in force until 2026-01-01
  = 3
define most: int cites act "§ 5"
  in force from 2026-01-01
  = 5
)";

// Whether the comparison in the rule `r` is dated, with the declarations before it.
bool is_dated(std::string const& comparison, std::string const& declarations = "",
              std::string const& head = "as of case.date, milder for answer\n  decided on case.later") {
  Worked const worked(
      kAnswer + declarations + "rule r cites act \"§ 2\"\n  when " + comparison + "\n  then answer is warning\n", head);
  for (ir::Rule const& rule : worked.program().rules) {
    if (rule.name == "r") {
      return dated_expressions(worked.program())[rule.when.index];
    }
  }
  ADD_FAILURE() << "no rule r";
  return false;
}

TEST(Dated, facts_alone_are_not) { EXPECT_FALSE(is_dated("case.visits > 3")); }

TEST(Dated, what_reads_a_version_is) {
  EXPECT_TRUE(is_dated("case.visits > most", kVersions));
  EXPECT_TRUE(is_dated("case.visits > doubled", kVersions + "define doubled: int cites act \"§ 6\"\n  = 2 * most\n"));
}

TEST(Dated, nothing_is_where_one_date_picks_the_law) {
  EXPECT_FALSE(is_dated("case.visits > most", kVersions, "as of case.date"));
}

TEST(Dated, a_row_with_a_period_makes_its_table_so) {
  EXPECT_TRUE(is_dated("case.visits > fee(case.colour)", R"(
table fee(colour: Colour) -> int cites act "§ 7"
  red        1  in force from 2026-01-01
  otherwise  2
)"));
  EXPECT_FALSE(is_dated("case.visits > fee(case.colour)", R"(
table fee(colour: Colour) -> int cites act "§ 7"
  red        1
  otherwise  2
)"));
}

TEST(Dated, a_presumption_under_a_dated_condition_makes_its_fact_so) {
  EXPECT_TRUE(is_dated("case.a", kVersions + "presume case.a when case.visits > most cites act \"§ 8\"\n"));
}

}  // namespace
}  // namespace hjemmel::lower
