// Outcomes to JSON: exact text, stable bytes, every status, and what stands in a document and what is left out.
#include "engine/explain/json.h"

#include <gtest/gtest.h>

#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

std::string one_line(eval::Outcome const& outcome, eval::DecisionTrace const* trace = nullptr) {
  return outcome_json(sample::document_of(outcome, trace), Layout::one_line);
}

// What stands in the document under the decision `reaction`.
std::string reaction_json(eval::Outcome const& outcome) {
  std::string const text = one_line(outcome);
  std::string const before = R"("decisions":{"reaction":)";
  std::string const after = R"(},"duties":[]})";
  std::size_t const begin = text.find(before) + before.size();
  return text.substr(begin, text.size() - begin - after.size() - 1);
}

TEST(Json, decided_outcome_is_written_in_the_order_of_the_schema) {
  EXPECT_EQ(
      one_line(sample::decided()),
      R"({"package":"no.penal.minor_narcotics","version":"0.1.0","digest":"sha256:00ff","amendments":[],"as_of":"2026-03-01",)"
      R"("decided_on":"2026-05-04","decisions":{"reaction":{"status":"decided","modality":"normally_is","options":[)"
      R"({"name":"conditional_waiver","modality":"normally_is","by":["prosecutor"],"bounds":{},"conditions":[)"
      R"({"name":"meet_advisory_unit","force":"must_carry","meetings":{"at_most":3},"within":{"at_most":"P3M"}},)"
      R"({"name":"drug_testing","force":"may_carry","length":{"at_most":"P3M"},"states":["test_type","frequency","length"]}]}],)"
      R"("rules":["under_18","testing_frame"],"grounds":[],)"
      R"("citations":[{"source":"","place":"","catalogue":["M5-1.5-40","M5-1.5-53"]}],)"
      R"("if_departing":{"status":"decided","modality":"may_be","options":[)"
      R"({"name":"unconditional_waiver","modality":"may_be","by":["prosecutor"],"bounds":{},"conditions":[]},)"
      R"({"name":"sentencing_waiver","modality":"may_be","by":["court"],"bounds":{},"conditions":[]}],)"
      R"("rules":["young_or_at_risk"],"grounds":[{"rule":"young_or_at_risk","ground":"young"}],"citations":[],)"
      R"("rests_on":[],"missing":[],"possible":[],"exact":true},)"
      R"("rests_on":[],"missing":[],"possible":[],"exact":true}},"duties":[]})"
      "\n");
}

TEST(Json, indented_layout_breaks_lines_and_keeps_small_things_on_one) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.modality = eval::Modality::is;
  outcome.options = {sample::plain_option("fine", eval::Modality::is, "court")};
  outcome.options[0].bounds = {sample::at_most("amount", 5000, base::kMoneyNok)};
  DecisionDocument document = sample::document_of(outcome);
  document.as_of.reset();
  document.decided_on.reset();
  EXPECT_EQ(outcome_json(document), R"({
  "package": "no.penal.minor_narcotics",
  "version": "0.1.0",
  "digest": "sha256:00ff",
  "amendments": [],
  "decisions": {
    "reaction": {
      "status": "decided",
      "modality": "is",
      "options": [
        {
          "name": "fine",
          "modality": "is",
          "by": ["court"],
          "bounds": {"amount": {"at_most": "5000 NOK"}},
          "conditions": []
        }
      ],
      "rules": [],
      "grounds": [],
      "citations": [],
      "rests_on": [],
      "missing": [],
      "possible": [],
      "exact": true
    }
  },
  "duties": []
}
)");
}

TEST(Json, undetermined_outcome_has_what_is_missing_and_what_is_possible) {
  EXPECT_EQ(
      reaction_json(sample::undetermined()),
      R"({"status":"undetermined","options":[],"rules":[],"grounds":[],"citations":[],"rests_on":[],"missing":[)"
      R"({"kind":"assessment","fact":"offender.drug_dependent","state":"unknown","by":["prosecutor","court"],)"
      R"("factors":["diagnosis","use_extent","life_situation"],"among_others":true,"citations":[{"source":"s232a",)"
      R"("place":"third paragraph","catalogue":["M5-1.5-31","M5-1.5-32","M5-1.5-33","M5-1.5-38"]}]},)"
      R"({"kind":"fact","fact":"case.seizures[2].substance","state":"not_asked","from":["police"],"citations":[]},)"
      R"({"kind":"open_law","at":"own_use_limit","key":"ghb","reason":"no amount limit is proposed for this substance",)"
      R"("citations":[]}],"possible":[{"status":"decided","modality":"normally_is","options":[{"name":"conditional_waiver",)"
      R"("modality":"normally_is","by":["prosecutor"],"bounds":{},"conditions":[{"name":"meet_advisory_unit","force":"must_carry",)"
      R"("meetings":{"at_most":3},"within":{"at_most":"P3M"}},{"name":"drug_testing","force":"may_carry","length":{"at_most":"P3M"},)"
      R"("states":["test_type","frequency","length"]}]}],"rules":["under_18"]},{"status":"decided","modality":"may_be","options":[)"
      R"({"name":"fine","modality":"may_be","by":["court"],"bounds":{},"conditions":[]},{"name":"imprisonment","modality":"may_be",)"
      R"("by":["court"],"bounds":{"length":{"at_most":"P6M"}},"conditions":[]}],"rules":["ordinary_reaction"]},)"
      R"({"status":"not_applicable","options":[],"rules":[]}],"exact":false})");
}

TEST(Json, other_statuses_have_no_modality_and_a_reason_only_when_there_is_one) {
  std::string const rest = R"("grounds":[],"citations":[],"rests_on":[],"missing":[],"possible":[],"exact":true)";
  EXPECT_EQ(
      reaction_json(sample::of_status(eval::Status::not_applicable, "another section applies")),
      R"({"status":"not_applicable","options":[],"rules":[],)" + rest + R"(,"reason":"another section applies"})");
  EXPECT_EQ(reaction_json(sample::of_status(eval::Status::conflict, "", {"mild", "severe"})),
            R"({"status":"conflict","options":[],"rules":["mild","severe"],)" + rest + "}");
  EXPECT_EQ(reaction_json(sample::of_status(eval::Status::no_rule, "", {"mild"})),
            R"({"status":"no_rule","options":[],"rules":["mild"],)" + rest + "}");
  EXPECT_EQ(reaction_json(sample::of_status(eval::Status::error, "too large a number at a.rules:3")),
            R"({"status":"error","options":[],"rules":[],)" + rest + R"(,"reason":"too large a number at a.rules:3"})");
}

TEST(Json, bounds_write_each_kind_of_quantity_exactly) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.options = {sample::plain_option("fine", eval::Modality::is, "court")};
  outcome.options[0].bounds = {
      {"amount", base::kMass, "", base::Decimal::of(125, 1), std::nullopt, std::nullopt},
      {"sheets", base::Dimension{base::kFirstDeclaredDimension}, "blotter", std::nullopt, base::Decimal::of(2),
       std::nullopt},
      {"share", base::kNoDimension, "", base::Decimal::of(5, 1), std::nullopt, std::nullopt},
      {"wait", base::kDuration, "", std::nullopt, base::Decimal::of(24), base::Decimal::of(48)}};
  EXPECT_NE(reaction_json(outcome).find(R"("bounds":{"amount":{"exactly":"12.5 g"},"sheets":{"at_least":"2 blotter"},)"
                                        R"("share":{"exactly":"0.5"},"wait":{"at_least":"PT24H","at_most":"PT48H"}})"),
            std::string::npos);
}

TEST(Json, trace_stands_under_its_decision_and_alone) {
  eval::DecisionTrace const trace = sample::trace_of_decided();
  std::string const alone = trace_json(trace, Layout::one_line);
  EXPECT_EQ(
      alone,
      R"({"trace_version":1,"level":"full","when":[{"text":"minor_offence","truth":"true","unknowns":[]}],"rules":[)"
      R"({"rule":"ordinary_reaction","state":"overridden","by":["under_18","young_or_at_risk"],"conditions":[],"grounds":[],"citations":[]},)"
      R"({"rule":"dependent_adult","state":"guard_false","by":[],"conditions":[)"
      R"({"text":"age of offender at case.act_date >= 18 years","truth":"false","unknowns":[]},)"
      R"({"text":"offender.drug_dependent","truth":"unknown","unknowns":["offender.drug_dependent"]}],"grounds":[],)"
      R"("citations":[{"source":"s232a","place":"third paragraph","catalogue":["M5-1.5-31","M5-1.5-32","M5-1.5-33","M5-1.5-38"]}]},)"
      R"({"rule":"young_or_at_risk","state":"overridden","by":["under_18"],"conditions":[],"grounds":[)"
      R"({"name":"young","truth":"true","open_list":false,"text":"","unknowns":[]},{"name":"comparable","truth":"false","open_list":true,"text":"","unknowns":[]}],"citations":[]},)"
      R"({"rule":"under_18","state":"applied","by":[],"conditions":[{"text":"age of offender at case.act_date < 18 years",)"
      R"("truth":"true","unknowns":[]}],"grounds":[],"citations":[{"source":"","place":"","catalogue":["M5-1.5-40","M5-1.5-53"]}]},)"
      R"({"rule":"testing_frame","state":"applied","by":[],"conditions":[],"grounds":[],"citations":[]}],)"
      R"("definitions":[{"name":"minor_amount","truth":"true","conditions":[],"citations":[]},)"
      R"({"name":"minor_offence","truth":"true","conditions":[{"text":"minor_amount","truth":"true","unknowns":[]}],"citations":[]}],)"
      R"("facts":[{"fact":"case.act_date","value":"2026-03-01"},{"fact":"case.seizures[1].amount","value":"12.5 g"},)"
      R"({"fact":"offender.young","value":"true","by":"prosecutor","known_on":"2026-04-20","from":"interview"}],)"
      R"("tables":[{"table":"own_use_limit","key":"cannabis","value":"15 g","citations":[{"source":"m5","place":"1.5",)"
      R"("catalogue":["M5-1.5-25"]}]},{"table":"own_use_limit","key":"ghb","citations":[]}]})"
      "\n");
  std::string const whole = one_line(sample::decided(), &trace);
  EXPECT_NE(whole.find(R"("exact":true,"trace":)" + alone.substr(0, alone.size() - 1) + "}}"), std::string::npos);
}

TEST(Json, definition_that_is_no_truth_has_its_value) {
  eval::DecisionTrace trace;
  trace.definitions = {{"full_for", eval::Truth::unknown, "3 months", {}, {}}};
  EXPECT_NE(trace_json(trace, Layout::one_line).find(R"({"name":"full_for","value":"3 months","conditions":[])"),
            std::string::npos);
}

TEST(Json, texts_from_rules_and_facts_are_escaped) {
  eval::Outcome const outcome = sample::of_status(eval::Status::error, "\"a\\b\"\n\t\x1b[31m å § 232");
  EXPECT_NE(reaction_json(outcome).find(R"("reason":"\"a\\b\"\n\t\u001b[31m å § 232")"), std::string::npos);
}

TEST(Json, several_decisions_stand_in_their_order) {
  eval::Outcome first = sample::of_status(eval::Status::not_applicable, "");
  eval::Outcome const second = sample::of_status(eval::Status::no_rule, "");
  first.decision = "retention";
  DecisionDocument document = sample::document_of(first);
  document.decisions.push_back({&second, nullptr});
  std::string const text = outcome_json(document, Layout::one_line);
  EXPECT_LT(text.find(R"("retention":{"status":"not_applicable")"), text.find(R"("reaction":{"status":"no_rule")"));
  EXPECT_NE(text.find(R"("reaction":{"status":"no_rule")"), std::string::npos);
}

TEST(Json, same_document_gives_the_same_bytes) {
  eval::DecisionTrace const trace = sample::trace_of_decided();
  EXPECT_EQ(one_line(sample::decided(), &trace), one_line(sample::decided(), &trace));
}

}  // namespace
}  // namespace hjemmel::explain
