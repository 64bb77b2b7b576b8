// Which rules hang on a fact: directly, by a ground, through definitions; rules that are out are not named.
#include "engine/interview/hangs_on.h"

#include "engine/eval/decide.h"
#include "engine/facts/read_case.h"
#include "tests/unit/interview/sample_program.h"

namespace hjemmel::interview {
namespace {

// `rule`, `rule:ground,ground`, each with a blank behind it.
std::string reasons(std::string const& folder, std::string_view path, std::string const& decision, std::string facts) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(folder, sources, sink);
  EXPECT_TRUE(loaded && *loaded);
  ir::Program const& program = (*loaded)->program;
  auto const known = facts::read_case(document_of(std::move(facts)), program, sink);
  EXPECT_TRUE(known);
  eval::DecisionTrace trace;
  for (std::uint32_t at = 0; at < program.decisions.size(); ++at) {
    if (program.decisions[at].name == decision) {
      static_cast<void>(eval::decide((*loaded)->plan, *known, at, &trace));
    }
  }
  std::string text;
  for (Reason const& reason : reasons_for(program, trace, find_place(program, path).value())) {
    text += reason.rule;
    for (std::string const& ground : reason.grounds) {
      text += ":" + ground;
    }
    text += " ";
  }
  return text;
}

constexpr char const* kCare = "tests/golden/ask/packages/care";
constexpr char const* kLibrary = "rules/example/library";
constexpr char const* kNarcotics = "rules/no/penal/minor_narcotics";

TEST(HangsOn, rules_that_read_it_directly_or_through_definitions) {
  EXPECT_EQ(reasons(kCare, "home.adult", "help", "{}"), "helped not_helped ");
  EXPECT_EQ(reasons(kCare, "parcel.sent_on", "price", "{}"), "dear_parcel cheap_parcel ");
  EXPECT_EQ(reasons(kCare, "parcel.goods[1]", "price", "{}"), "dear_parcel cheap_parcel ");
  EXPECT_EQ(reasons(kCare, "parcel.goods[1].fragile", "price", "{parcel: {goods: [{}]}}"), "dear_parcel cheap_parcel ");
  EXPECT_EQ(reasons(kCare, "parcel.sent_on", "help", "{}"), "");
}

TEST(HangsOn, a_line_of_grounds_is_named) {
  EXPECT_NE(reasons(kNarcotics, "offender.young", "reaction", "{}").find("young_or_at_risk:young"), std::string::npos);
}

TEST(HangsOn, the_decision_itself_comes_first_where_it_may_not_arise) {
  EXPECT_EQ(reasons(kLibrary, "loan.due_on", "measure", "{loan: {returned_on: 2026-03-01}}"), " short_delay ");
  EXPECT_EQ(reasons(kLibrary, "borrower.hardship", "measure", "{}"), "hardship ");
  EXPECT_EQ(reasons(kNarcotics, "case.for_own_use", "reaction", "{}"), " ");
}

}  // namespace
}  // namespace hjemmel::interview
