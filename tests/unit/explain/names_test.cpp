// Labels where the program has them, a name's own words where it has none.
#include "engine/explain/names.h"

#include <gtest/gtest.h>

#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

TEST(Names, option_has_its_label_or_its_own_words) {
  ir::Program const program = sample::labels();
  Names const names(&program, Language::english);
  EXPECT_EQ(names.option("reaction", "conditional_waiver"), "conditional waiver of prosecution");
  EXPECT_EQ(names.option("reaction", "sentencing_waiver"), "sentencing waiver");
  EXPECT_EQ(names.option("retention", "conditional_waiver"), "conditional waiver");
  EXPECT_EQ(Names(nullptr, Language::english).option("reaction", "conditional_waiver"), "conditional waiver");
}

TEST(Names, fact_label_is_found_inside_a_list) {
  ir::Program const program = sample::labels();
  Names const names(&program, Language::english);
  EXPECT_EQ(names.fact_label("offender.drug_dependent"), "depends on drugs");
  EXPECT_EQ(names.fact_label("case.seizures[12].substance"), "which substance");
  EXPECT_EQ(names.fact_label("case.seizures[1].colour"), "");
  EXPECT_EQ(names.fact_label("case.seizures"), "");
  EXPECT_EQ(names.fact_label("case.nothing"), "");
  EXPECT_EQ(Names(nullptr, Language::english).fact_label("offender.drug_dependent"), "");
}

TEST(Names, citation_has_title_place_and_entries_as_far_as_there_are_any) {
  ir::Program const program = sample::labels();
  Names const names(&program, Language::english);
  EXPECT_EQ(names.citation({"s232a", "first paragraph", {}}), "straffeloven § 232 a (utkast), first paragraph");
  EXPECT_EQ(names.citation({"s232a", "", {"A-1"}}), "straffeloven § 232 a (utkast) [A-1]");
  EXPECT_EQ(names.citation({"", "", {"A-1", "B-1"}}), "[A-1, B-1]");
  EXPECT_EQ(names.citation({"unheard_of", "3", {}}), "unheard_of, 3");
}

TEST(Names, runs_of_three_ids_and_more_are_shortened) {
  Words const& words = words_in(Language::english);
  using List = std::vector<std::string>;
  EXPECT_EQ(shorten_ids({"M5-1.5-08", "M5-1.5-09", "M5-1.5-10"}, words), (List{"M5-1.5-08 to M5-1.5-10"}));
  EXPECT_EQ(shorten_ids({"A-1", "A-2"}, words), (List{"A-1", "A-2"}));
  EXPECT_EQ(shorten_ids({"A-9", "A-10", "A-11"}, words), (List{"A-9", "A-10", "A-11"}));
  EXPECT_EQ(shorten_ids({"A-1", "B-2", "B-3", "B-4", "B-6"}, words), (List{"A-1", "B-2 to B-4", "B-6"}));
  EXPECT_EQ(shorten_ids({"A", "B", "C"}, words), (List{"A", "B", "C"}));
  EXPECT_EQ(shorten_ids({}, words), List{});
}

}  // namespace
}  // namespace hjemmel::explain
