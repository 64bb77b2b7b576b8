// The text for people, word for word, for every status; with and without a program and a trace.
#include "engine/explain/text.h"

#include <gtest/gtest.h>

#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

// The text without its head, with no program.
std::string body(eval::Outcome const& outcome, eval::DecisionTrace const* trace = nullptr) {
  DecisionDocument document = sample::document_of(outcome, trace);
  document.as_of.reset();
  document.decided_on.reset();
  std::string const head = "no.penal.minor_narcotics 0.1.0\n\n";
  std::string const text = outcome_text(document);
  EXPECT_EQ(text.substr(0, head.size()), head);
  return text.substr(head.size());
}

TEST(Text, decided_outcome_says_what_why_and_on_which_facts) {
  ir::Program const program = sample::labels();
  eval::Outcome const outcome = sample::decided();
  eval::DecisionTrace const trace = sample::trace_of_decided();
  EXPECT_EQ(outcome_text(sample::document_of(outcome, &trace), &program), R"(Minor narcotics offences
no.penal.minor_narcotics 0.1.0, proposed by a committee
rules as of 2026-03-01, decided on 2026-05-04

reaction
  normally: conditional waiver of prosecution

  conditional waiver of prosecution, decided by prosecutor
    must carry  meet advisory unit: meetings at most 3, within at most 3 months
    may carry   drug testing: length at most 3 months; the decision must state test type, frequency
                and length

why
  under_18 applied
    met      age of offender at case.act_date < 18 years
    [M5-1.5-40, M5-1.5-53]
  testing_frame applied

considered, but not applied
  ordinary_reaction: overridden by under_18 and young_or_at_risk
  dependent_adult: its condition is not met
    not met  age of offender at case.act_date >= 18 years
    straffeloven § 232 a (utkast), third paragraph [M5-1.5-31 to M5-1.5-33, M5-1.5-38]
  young_or_at_risk: overridden by under_18

if the decider departs from this, which takes reasons
  may be: unconditional waiver or sentencing waiver

  unconditional waiver, decided by prosecutor
  sentencing waiver, decided by court

  rules: young_or_at_risk
  ground young of young_or_at_risk

terms defined by the rules
  minor_amount   met
  minor_offence  met

table rows used
  own_use_limit for cannabis: 15 g
    Meld. St. 5 (2024-2025), 1.5 [M5-1.5-25]
  own_use_limit for ghb: open law, nothing to ask: the rules give no value

facts read
  case.act_date            2026-03-01
  case.seizures[1].amount  12.5 g
  offender.young           true (judged by prosecutor, known on 2026-04-20, from interview)
)");
}

TEST(Text, decided_outcome_without_program_and_trace_names_rules_and_law) {
  EXPECT_EQ(body(sample::decided()), R"(reaction
  normally: conditional waiver

  conditional waiver, decided by prosecutor
    must carry  meet advisory unit: meetings at most 3, within at most 3 months
    may carry   drug testing: length at most 3 months; the decision must state test type, frequency
                and length

why
  rules: under_18 and testing_frame
  [M5-1.5-40, M5-1.5-53]

if the decider departs from this, which takes reasons
  may be: unconditional waiver or sentencing waiver

  unconditional waiver, decided by prosecutor
  sentencing waiver, decided by court

  rules: young_or_at_risk
  ground young of young_or_at_risk
)");
}

TEST(Text, undetermined_outcome_asks_best_question_first) {
  ir::Program const program = sample::labels();
  eval::Outcome const outcome = sample::undetermined();
  EXPECT_EQ(outcome_text(sample::document_of(outcome), &program), R"(Minor narcotics offences
no.penal.minor_narcotics 0.1.0, proposed by a committee
rules as of 2026-03-01, decided on 2026-05-04

reaction
  undetermined: what is known so far does not settle it

to find out, best question first
  1. offender.drug_dependent: depends on drugs
     assessment by prosecutor or court: asked, but not known
     to be weighed, among other things: diagnosis, use extent and life situation
     straffeloven § 232 a (utkast), third paragraph [M5-1.5-31 to M5-1.5-33, M5-1.5-38]
  2. case.seizures[2].substance: which substance
     fact: not asked yet; police can supply it
  3. own_use_limit for ghb
     open law, nothing to ask: no amount limit is proposed for this substance

possible outcomes
  - normally: conditional waiver of prosecution (must carry meet advisory unit: meetings at most 3,
    within at most 3 months; may carry drug testing: length at most 3 months; the decision must
    state test type, frequency and length) [under_18]
  - may be: fine or imprisonment (length at most 6 months) [ordinary_reaction]
  - not applicable: the question does not arise

  not every combination was told apart, so these lists may hold more than is possible, never less
)");
}

TEST(Text, exact_outcome_does_not_warn) {
  eval::Outcome outcome = sample::undetermined();
  outcome.exact = true;
  EXPECT_EQ(body(outcome).find("not every combination"), std::string::npos);
}

TEST(Text, open_law_alone_is_not_called_a_question) {
  eval::Outcome outcome = sample::undetermined();
  outcome.missing = {sample::missing_law()};
  outcome.possible.clear();
  outcome.exact = true;
  EXPECT_EQ(body(outcome), R"(reaction
  undetermined: what is known so far does not settle it

what the law leaves open
  1. own_use_limit for ghb
     open law, nothing to ask: no amount limit is proposed for this substance
)");
}

TEST(Text, open_rules_say_what_they_depend_on) {
  eval::Outcome outcome = sample::undetermined();
  outcome.missing.clear();
  outcome.possible.clear();
  outcome.exact = true;
  eval::DecisionTrace trace;
  trace.when = {{"minor_offence", eval::Truth::unknown, {"case.act", "own_use_limit[ghb]"}}};
  trace.definitions = {
      {"minor_offence",
       eval::Truth::unknown,
       "",
       {{"case.act = use", eval::Truth::unknown, {"case.act"}}, {"case.for_own_use", eval::Truth::yes, {}}},
       {{"s232a", "first paragraph", {}}}}};
  eval::RuleTrace open = sample::rule("young_or_at_risk", eval::RuleState::open);
  open.conditions = {{"unless case.penal_purpose", eval::Truth::unknown, {"case.penal_purpose"}}};
  open.grounds = {{"young", eval::Truth::unknown, false},
                  {"risk", eval::Truth::no, false},
                  {"comparable", eval::Truth::unknown, true}};
  trace.rules = {open, sample::rule("ordinary", eval::RuleState::open)};
  EXPECT_EQ(body(outcome, &trace), R"(reaction
  undetermined: what is known so far does not settle it

whether the question arises
  open     minor_offence (depends on case.act and own_use_limit[ghb])
    s232a, first paragraph
    open     case.act = use (depends on case.act)

rules considered
  young_or_at_risk: open
    open     unless case.penal_purpose (depends on case.penal_purpose)
    open     ground young
    open     ground comparable (open list)
  ordinary: open, as a rule that goes before it is open

terms defined by the rules
  minor_offence  open
)");
}

TEST(Text, not_applicable_says_which_part_of_the_term_failed) {
  eval::DecisionTrace trace;
  trace.when = {{"minor_offence", eval::Truth::no, {}},
                {"not other", eval::Truth::yes, {}},
                {"late", eval::Truth::unknown, {"a"}}};
  trace.definitions = {{"minor_amount", eval::Truth::no, "", {}, {{"m5", "1.5", {"M5-1.5-17"}}}},
                       {"minor_offence",
                        eval::Truth::no,
                        "",
                        {{"case.for_own_use", eval::Truth::yes, {}}, {"minor_amount", eval::Truth::no, {}}},
                        {}}};
  EXPECT_EQ(body(sample::of_status(eval::Status::not_applicable, "straffeloven § 231 applies"), &trace), R"(reaction
  not applicable: the question does not arise
  straffeloven § 231 applies

why it does not arise
  not met  minor_offence
    not met  minor_amount
      m5, 1.5 [M5-1.5-17]

terms defined by the rules
  minor_amount   not met
  minor_offence  not met
)");
}

TEST(Text, exception_that_holds_is_what_stops_the_rule) {
  eval::RuleTrace stopped = sample::rule("stopped", eval::RuleState::guard_false);
  stopped.conditions = {{"case.act = use", eval::Truth::yes, {}}, {"unless case.serious", eval::Truth::yes, {}}};
  eval::RuleTrace applied = sample::rule("applied", eval::RuleState::applied);
  applied.conditions = {{"unless case.heavy", eval::Truth::no, {}},
                        {"unless case.old", eval::Truth::not_applicable, {}}};
  eval::DecisionTrace trace;
  trace.rules = {stopped, applied};
  EXPECT_EQ(body(sample::of_status(eval::Status::conflict, ""), &trace), R"(reaction
  conflict: rules that apply say different things, and none of them goes before the others
  this is a fault of the rules, not of the case

rules that apply
  applied applied
    met      unless case.heavy
    met      unless case.old

considered, but not applied
  stopped: its condition is not met
    not met  unless case.serious
)");
}

TEST(Text, conflict_names_the_rules_and_blames_the_rule_set) {
  eval::DecisionTrace trace;
  trace.rules = {sample::rule("mild", eval::RuleState::applied), sample::rule("severe", eval::RuleState::applied),
                 sample::rule("other", eval::RuleState::disapplied, {"mild"})};
  EXPECT_EQ(body(sample::of_status(eval::Status::conflict, "", {"mild", "severe"}), &trace), R"(reaction
  conflict: rules that apply say different things, and none of them goes before the others
  this is a fault of the rules, not of the case

rules that apply
  mild applied
  severe applied

considered, but not applied
  other: disapplied by mild
)");
}

TEST(Text, no_rule_lists_what_was_considered) {
  eval::RuleTrace rule = sample::rule("mild", eval::RuleState::guard_false);
  rule.grounds = {{"young", eval::Truth::no, false}, {"comparable", eval::Truth::not_applicable, true}};
  eval::DecisionTrace trace;
  trace.rules = {rule};
  EXPECT_EQ(body(sample::of_status(eval::Status::no_rule, "", {"mild"}), &trace), R"(reaction
  no rule: the question arises, but no rule that applies answers it
  this is a fault of the rules, not of the case

considered, but not applied
  mild: its condition is not met
    not met  ground young
    not applicable
             ground comparable (open list)
)");
  EXPECT_EQ(body(sample::of_status(eval::Status::no_rule, "", {"mild"})), R"(reaction
  no rule: the question arises, but no rule that applies answers it
  this is a fault of the rules, not of the case

rules considered
  rules: mild
)");
}

TEST(Text, error_says_where) {
  eval::RuleTrace rule = sample::rule("large", eval::RuleState::error);
  rule.conditions = {{"a * b > 1", eval::Truth::error, {}}, {"c", eval::Truth::yes, {}}};
  eval::DecisionTrace trace;
  trace.rules = {rule};
  EXPECT_EQ(body(sample::of_status(eval::Status::error, "the product is too large at a.rules:3"), &trace), R"(reaction
  error
  the product is too large at a.rules:3

considered, but not applied
  large: an error stopped it
    error    a * b > 1
)");
}

TEST(Text, decided_with_open_rules_says_that_it_makes_no_difference) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "", {"surely"});
  outcome.modality = eval::Modality::should_be;
  outcome.options = {sample::plain_option("fine", eval::Modality::should_be, "court"),
                     sample::plain_option("warning", eval::Modality::may_also_be, "police")};
  outcome.grounds = {{"surely", "risk"}};
  eval::RuleTrace surely = sample::rule("surely", eval::RuleState::open);
  surely.grounds = {{"young", eval::Truth::no, false}, {"risk", eval::Truth::unknown, false}};
  eval::DecisionTrace trace;
  trace.rules = {surely};
  EXPECT_EQ(body(outcome, &trace), R"(reaction
  should be: fine
  may also be: warning

  fine, decided by court
  warning, decided by police

  whatever is still open, the outcome is the same

why
  surely: open
    open     ground risk
)");
}

TEST(Text, rule_on_another_option_is_not_behind_the_outcome) {
  ir::Program program = sample::labels();
  ir::Rule frame;
  frame.name = "testing_frame";
  frame.decision = ir::DecisionId{std::size_t{0}};
  frame.qualifiers = {ir::Qualifier{ir::QualifierKind::may_carry, 0U, {}, std::nullopt, {}}};
  program.rules = {frame};
  eval::DecisionTrace trace;
  trace.rules = {sample::rule("mild", eval::RuleState::applied),
                 sample::rule("testing_frame", eval::RuleState::applied)};
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "", {"mild", "testing_frame"});
  outcome.modality = eval::Modality::is;
  outcome.options = {eval::OutcomeOption{"fine", eval::Modality::is, {}, {}, {}}};
  std::string const other = outcome_text(sample::document_of(outcome, &trace), &program);
  EXPECT_NE(other.find(R"(
why
  mild applied

considered, but not applied
  testing_frame: applies only to conditional waiver of prosecution
)"),
            std::string::npos);
  outcome.options[0].name = "conditional_waiver";
  std::string const same = outcome_text(sample::document_of(outcome, &trace), &program);
  EXPECT_NE(same.find("why\n  mild applied\n  testing_frame applied\n"), std::string::npos);
  program.rules[0].qualifiers[0].option.reset();
  outcome.options[0].name = "fine";
  std::string const everywhere = outcome_text(sample::document_of(outcome, &trace), &program);
  EXPECT_NE(everywhere.find("why\n  mild applied\n  testing_frame applied\n"), std::string::npos);
}

TEST(Text, conditions_that_must_be_carried_come_first) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.modality = eval::Modality::is;
  outcome.options = {
      eval::OutcomeOption{"fine",
                          eval::Modality::is,
                          {},
                          {},
                          {{"a", eval::Force::may_carry, {}, {}}, {"b", eval::Force::must_carry, {}, {}}}}};
  EXPECT_EQ(body(outcome), R"(reaction
  must be: fine

  fine
    must carry  b
    may carry   a
)");
}

TEST(Text, departure_may_itself_be_departed_from) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.modality = eval::Modality::normally_is;
  outcome.options = {eval::OutcomeOption{"fine", eval::Modality::normally_is, {}, {}, {}}};
  eval::Outcome second = sample::of_status(eval::Status::decided, "");
  second.modality = eval::Modality::normally_is;
  second.options = {eval::OutcomeOption{"warning", eval::Modality::normally_is, {}, {}, {}}};
  second.if_departing = std::make_unique<eval::Outcome>(sample::of_status(eval::Status::no_rule, ""));
  outcome.if_departing = std::make_unique<eval::Outcome>(std::move(second));
  EXPECT_EQ(body(outcome), R"(reaction
  normally: fine

if the decider departs from this, which takes reasons
  normally: warning

if the decider departs from this, which takes reasons
  no rule: the question arises, but no rule that applies answers it
  this is a fault of the rules, not of the case
)");
}

TEST(Text, bounds_are_read_from_both_sides) {
  eval::Outcome outcome = sample::of_status(eval::Status::decided, "");
  outcome.modality = eval::Modality::is;
  eval::OutcomeOption fine;
  fine.name = "fine";
  fine.bounds = {{"amount", base::kMoneyNok, "", std::nullopt, base::Decimal::of(1000), base::Decimal::of(5000)},
                 {"length", base::kPeriod, "", base::Decimal::of(12), std::nullopt, std::nullopt},
                 {"share", base::kPercent, "", std::nullopt, base::Decimal::of(125, 1), std::nullopt}};
  outcome.options = {fine};
  EXPECT_EQ(body(outcome), R"(reaction
  must be: fine

  fine
    amount at least 1000 NOK and at most 5000 NOK
    length 1 year
    share at least 12.5 %
)");
}

TEST(Text, terms_that_define_each_other_end) {
  eval::DecisionTrace trace;
  trace.when = {{"a", eval::Truth::no, {}}};
  trace.definitions = {{"a", eval::Truth::no, "", {{"a", eval::Truth::no, {}}}, {}}};
  EXPECT_LT(body(sample::of_status(eval::Status::not_applicable, ""), &trace).size(), 1000U);
}

TEST(Text, control_characters_of_a_fact_do_not_reach_the_terminal) {
  eval::DecisionTrace trace;
  trace.facts = {{"case.note",
                  "a\x1b[2Jb\nc \xE2\x80\xAE"
                  "d",
                  "", "", ""}};
  std::string const text = body(sample::of_status(eval::Status::not_applicable, ""), &trace);
  EXPECT_NE(text.find("case.note  a\\u001b[2Jb c \\u202ed\n"), std::string::npos);
}

}  // namespace
}  // namespace hjemmel::explain
