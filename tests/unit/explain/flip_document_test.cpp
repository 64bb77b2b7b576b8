// Flips to JSON: exact text of every key, and what is left out.
#include "engine/explain/flip_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

using testing::HasSubstr;

std::vector<eval::Flips> sample_flips() {
  std::vector<eval::Flips> all;
  eval::Flips& flips = all.emplace_back();
  flips.present = sample::of_status(eval::Status::no_rule, "");
  flips.searched = 1;
  return all;
}

eval::Change weight() {
  eval::Change change;
  change.fact = "case.seizures[1].amount";
  change.from = "18 g";
  change.kind = eval::ChangeKind::at_most;
  change.high = "15 g";
  change.nearest = "15 g";
  return change;
}

TEST(FlipDocument, without_flips_says_how_far_was_searched) {
  EXPECT_THAT(flips_json(sample_flips(), Layout::one_line),
              HasSubstr(R"("state":"not_within","searched":1,"exact":true,"present":{"status":"no_rule")"));
  EXPECT_THAT(flips_json(sample_flips(), Layout::one_line), HasSubstr(R"("flips":[]}])"));
}

TEST(FlipDocument, a_border_is_told_with_the_nearest_value) {
  std::vector<eval::Flips> all = sample_flips();
  all.front().state = eval::FlipState::found;
  all.front().option = "fine";
  eval::Flip& flip = all.front().flips.emplace_back();
  flip.changes.push_back(weight());
  flip.outcome = sample::of_status(eval::Status::decided, "");
  std::string const json = flips_json(all, Layout::one_line);
  EXPECT_THAT(json, HasSubstr(R"("option":"fine","state":"found")"));
  EXPECT_THAT(json, HasSubstr(R"("flips":[{"changes":[{"fact":"case.seizures[1].amount","from":"18 g",)"
                              R"("to":{"kind":"at_most","high":"15 g","high_included":true,"nearest":"15 g"}}],)"
                              R"("varies":false,"outcome":{"status":"decided")"));
}

TEST(FlipDocument, an_assessment_names_who_judges_and_a_default_that_it_filled) {
  std::vector<eval::Flips> all = sample_flips();
  all.front().state = eval::FlipState::found;
  eval::Change change;
  change.fact = "case.serious";
  change.from = "false";
  change.assessment = true;
  change.by = {"court"};
  change.filled_by = "default";
  change.values = {"true"};
  eval::Flip& flip = all.front().flips.emplace_back();
  flip.changes.push_back(change);
  flip.outcome = sample::of_status(eval::Status::decided, "");
  EXPECT_THAT(flips_json(all, Layout::one_line),
              HasSubstr(R"({"fact":"case.serious","from":"false","filled_by":"default","assessment":{"by":["court"]},)"
                        R"("to":{"kind":"one_of","values":["true"]}})"));
}

}  // namespace
}  // namespace hjemmel::explain
