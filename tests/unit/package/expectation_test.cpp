// What a case expects against outcomes made by hand: each part, alone and together.
#include "engine/package/expectation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/document/read.h"

namespace hjemmel::package {
namespace {

using eval::Modality;
using eval::Status;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class Thing>
Thing named(std::string name) {
  Thing thing;
  thing.name = std::move(name);
  return thing;
}

// A decision on a reaction: fine or prison, with the condition `testing`, the rules `frame` and `young` (ground `age`).
ir::Program sample_program() {
  ir::Program program;
  program.enums = {named<ir::Enum>("Reaction")};
  program.enums[0].values = {named<ir::EnumValue>("fine"), named<ir::EnumValue>("prison")};
  program.enums[0].values[0].parameters = {{"amount", {ir::TypeKind::quantity, base::kMoneyNok, {}, {}}}};
  program.conditions = {named<ir::Condition>("testing")};
  program.rules = {named<ir::Rule>("frame"), named<ir::Rule>("young")};
  program.rules[1].grounds = {{"age", {}, false}};
  program.decisions = {named<ir::Decision>("reaction")};
  program.decisions[0].options = ir::EnumId(std::size_t{0});
  program.decisions[0].rules = {ir::RuleId(std::size_t{0}), ir::RuleId(std::size_t{1})};
  return program;
}

struct Read {
  std::optional<Expectation> expected;
  std::string faults;
};

Read read(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto const root = document::read(sources.add("case", std::move(text)), document::Format::yaml, sources, sink);
  ir::Program const program = sample_program();
  Read done;
  done.expected = root ? read_expectation(*root, program.decisions[0], program, sink) : std::nullopt;
  for (diag::Diagnostic const& fault : sink.all()) {
    done.faults += std::string(diag::kind_name(fault.kind)) + ": " + fault.message + " | " + fault.help + "\n";
  }
  return done;
}

eval::OutcomeOption option(std::string name, std::vector<std::string> const& conditions = {}) {
  eval::OutcomeOption made = named<eval::OutcomeOption>(std::move(name));
  for (std::string const& condition : conditions) {
    made.conditions.push_back(named<eval::OutcomeCondition>(condition));
  }
  return made;
}

eval::Outcome fine_or_prison() {
  eval::Outcome outcome;
  outcome.status = Status::decided;
  outcome.modality = Modality::may_be;
  outcome.options = {option("fine", {"testing"}), option("prison")};
  outcome.rules = {"frame"};
  outcome.grounds = {{"young", "age"}};
  return outcome;
}

eval::PossibleOutcome possible(Status status, std::vector<std::string> const& options = {}) {
  eval::PossibleOutcome made;
  made.status = status;
  for (std::string const& name : options) {
    made.options.push_back(option(name));
  }
  return made;
}

eval::Outcome undetermined() {
  eval::Outcome outcome;
  outcome.missing = {named<eval::Missing>("case.act"), named<eval::Missing>("own_use_limit")};
  outcome.missing[1].key = "ghb";
  outcome.possible = {possible(Status::not_applicable), possible(Status::decided, {"fine"}),
                      possible(Status::decided, {"fine", "prison"})};
  return outcome;
}

std::vector<std::string> compare(std::string text, eval::Outcome const& outcome) {
  Read const done = read(std::move(text));
  return done.expected ? differences(*done.expected, outcome, "reaction") : std::vector{"faulty: " + done.faults};
}

TEST(Expectation, what_is_as_expected_has_no_differences) {
  EXPECT_THAT(
      compare("{status: decided, modality: may_be, options: [prison, fine], conditions: {fine: [testing], prison: []}, "
              "rules: [frame], grounds: [age], missing: [], exact: true}",
              fine_or_prison()),
      IsEmpty());
}

TEST(Expectation, figures_of_bounds_are_compared_side_by_side) {
  eval::Outcome outcome = fine_or_prison();
  eval::ParameterBound bound;
  bound.parameter = "amount";
  bound.dimension = base::kMoneyNok;
  bound.at_most = base::Decimal::of(500);
  outcome.options[0].bounds = {bound};
  EXPECT_THAT(compare("bounds: {fine: {amount: {at_most: 500 NOK}}}", outcome), IsEmpty());
  EXPECT_THAT(compare("bounds: {fine: {amount: {at_most: 400 kr}}}", outcome),
              ElementsAre("reaction.bounds of `fine`: amount: expected `400 kr`, got `500 NOK`"));
  EXPECT_THAT(compare("bounds: {fine: {amount: {exactly: 500 NOK}}}", outcome),
              ElementsAre("reaction.bounds of `fine`: amount: expected `500 NOK`, got `none`"));
}

TEST(Expectation, a_decision_with_options_has_no_figure) {
  EXPECT_THAT(read("figure: 500 NOK").faults, testing::HasSubstr("has options, and no figure"));
}

TEST(Expectation, what_is_left_out_is_not_compared) { EXPECT_THAT(compare("{}", fine_or_prison()), IsEmpty()); }

TEST(Expectation, each_part_is_compared) {
  EXPECT_THAT(compare("status: undetermined", fine_or_prison()),
              ElementsAre("reaction.status: expected `undetermined`, got `decided`"));
  EXPECT_THAT(compare("modality: is", fine_or_prison()), ElementsAre("reaction.modality: expected `is`, got `may_be`"));
  EXPECT_THAT(compare("options: [fine]", fine_or_prison()),
              ElementsAre("reaction.options: has also `prison`; expected `fine`"));
  EXPECT_THAT(compare("rules: [young]", fine_or_prison()),
              ElementsAre("reaction.rules: lacks `young`, has also `frame`; expected `young`"));
  EXPECT_THAT(compare("grounds: []", fine_or_prison()), ElementsAre("reaction.grounds: has also `age`; expected none"));
  EXPECT_THAT(compare("exact: false", fine_or_prison()), ElementsAre("reaction.exact: expected false, got true"));
  EXPECT_THAT(compare("conditions: {fine: []}", fine_or_prison()),
              ElementsAre("reaction.conditions of `fine`: has also `testing`; expected none"));
}

TEST(Expectation, missing_is_in_order_with_the_key_of_open_law) {
  EXPECT_THAT(compare("missing: [case.act, \"own_use_limit[ghb]\"]", undetermined()), IsEmpty());
  EXPECT_THAT(
      compare("missing: [\"own_use_limit[ghb]\", case.act]", undetermined()),
      ElementsAre("reaction.missing: expected `own_use_limit[ghb]`, `case.act`, got `case.act`, `own_use_limit[ghb]`"));
}

TEST(Expectation, possible_outcomes_are_a_set) {
  EXPECT_THAT(
      compare("possible: [{status: decided, options: [fine, prison]}, {status: not_applicable}, {options: [fine]}]",
              undetermined()),
      IsEmpty());
  EXPECT_THAT(compare("possible: [{status: not_applicable}, {options: [fine]}]", undetermined()),
              ElementsAre("reaction.possible: has also decided `fine`, `prison`"));
  EXPECT_THAT(
      compare("possible: [{status: not_applicable}, {options: [fine]}, {options: [fine, prison]}, {status: conflict}]",
              undetermined()),
      ElementsAre("reaction.possible: lacks conflict"));
}

TEST(Expectation, a_wide_possible_outcome_leaves_the_narrow_one_its_own) {
  EXPECT_THAT(compare("possible: [{status: decided}, {options: [fine]}, {status: not_applicable}]", undetermined()),
              IsEmpty());
}

TEST(Expectation, departing_is_an_outcome_of_its_own) {
  eval::Outcome outcome = fine_or_prison();
  EXPECT_THAT(compare("if_departing: {status: decided}", outcome),
              ElementsAre(HasSubstr("reaction.if_departing: there is none")));
  outcome.if_departing = std::make_unique<eval::Outcome>(undetermined());
  EXPECT_THAT(compare("if_departing: {missing: [case.act]}", outcome),
              ElementsAre(HasSubstr("reaction.if_departing.missing: expected `case.act`")));
}

TEST(Expectation, another_status_tells_what_is_missing) {
  EXPECT_THAT(compare("status: decided", undetermined()),
              ElementsAre("reaction.status: expected `decided`, got `undetermined`",
                          "reaction.missing: `case.act`, `own_use_limit[ghb]`"));
}

TEST(Expectation, a_name_that_the_package_lacks_is_a_fault) {
  EXPECT_THAT(read("status: decidet").faults, HasSubstr("case_unknown_name: `decidet` under `status`"));
  EXPECT_THAT(read("status: decidet").faults, HasSubstr("did you mean `decided`?"));
  EXPECT_THAT(read("options: [fien]").faults, HasSubstr("did you mean `fine`?"));
  EXPECT_THAT(read("rules: [yuong]").faults, HasSubstr("did you mean `young`?"));
  EXPECT_THAT(read("grounds: [young]").faults, HasSubstr("case_unknown_name"));
  EXPECT_THAT(read("conditions: {fine: [tests]}").faults, HasSubstr("case_unknown_name"));
  EXPECT_THAT(read("conditions: {fien: []}").faults, HasSubstr("case_unknown_name: `fien` under `conditions`"));
}

TEST(Expectation, other_forms_are_faults) {
  EXPECT_THAT(read("option: [fine]").faults,
              HasSubstr("document_unknown_key: `option` is not a key of an expected outcome"));
  EXPECT_THAT(read("possible: [{missing: []}]").faults, HasSubstr("`missing` is not a key of a possible outcome"));
  EXPECT_THAT(read("options: fine").faults, HasSubstr("document_wrong_form"));
  EXPECT_THAT(read("possible: {}").faults, HasSubstr("`possible` is not a list"));
  EXPECT_THAT(read("exact: \"true\"").faults, HasSubstr("`exact` is neither true nor false"));
  EXPECT_FALSE(read("option: [fine]").expected);
}

}  // namespace
}  // namespace hjemmel::package
