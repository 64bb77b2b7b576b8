// Cells of rows, and how they are quoted.
#include "engine/explain/table_row.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

using base::Decimal;

eval::ParameterBound bound(std::string name, base::Dimension dimension = {}) {
  eval::ParameterBound made;
  made.parameter = std::move(name);
  made.dimension = dimension;
  return made;
}

TEST(TableRow, a_cell_is_in_quotes_where_it_has_to_be) {
  EXPECT_EQ(table_cell("plain text|æ"), "plain text|æ");
  EXPECT_EQ(table_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(table_cell("say \"b\"\n"), "\"say \"\"b\"\"\n\"");
  EXPECT_EQ(table_cell(""), "");
}

TEST(TableRow, a_decision_has_its_options_with_bounds_and_conditions) {
  eval::OutcomeOption fine{"fine", eval::Modality::is, {}, {bound("amount", base::kMoneyNok)}, {}};
  fine.bounds[0].exactly = Decimal::of(3000);
  eval::OutcomeOption waiver{
      "waiver", eval::Modality::may_be, {}, {bound("meetings"), bound("within", base::kPeriod)}, {}};
  waiver.bounds[0].at_least = Decimal::of(1);
  waiver.bounds[0].at_most = Decimal::of(3);
  waiver.bounds[1].at_most = Decimal::of(3);
  waiver.conditions = {{"term", eval::Force::must_carry, {bound("until")}, {"reason"}},
                       {"report", eval::Force::may_carry, {}, {}}};
  waiver.conditions[0].bounds[0].exactly = Decimal::of(0);
  waiver.conditions[0].bounds[0].calendar = eval::Calendar::date;
  std::vector<eval::OutcomeOption> const options{fine, waiver};
  std::vector<std::string> const rules{"one", "two"};
  EXPECT_EQ(decision_cells(eval::Status::decided, false, options, rules),
            "decided,fine{amount=3000 NOK}|may_be waiver{meetings>=1;meetings<=3;within<=P3M}"
            "+term{until=1970-01-01;states reason}+?report,one|two");
  EXPECT_EQ(decision_cells(eval::Status::undetermined, false, {}, {}), "undetermined,,");
  EXPECT_EQ(decision_head("reaction"), "reaction.status,reaction,reaction.rules");
}

TEST(TableRow, a_decision_on_a_figure_has_the_figure_alone) {
  eval::OutcomeOption figure{"figure", eval::Modality::is, {}, {bound("figure", base::kMoneyNok)}, {}};
  figure.bounds[0].exactly = Decimal::of(125, 1);
  std::vector<eval::OutcomeOption> options{figure};
  EXPECT_EQ(decision_cells(eval::Status::decided, true, options, {}), "decided,12.5 NOK,");
  options[0].bounds[0].exactly.reset();
  options[0].bounds[0].at_least = Decimal::of(2);
  EXPECT_EQ(decision_cells(eval::Status::decided, true, options, {}), "decided,>=2 NOK,");
}

TEST(TableRow, a_service_has_its_state_and_what_failed_and_a_duty_its_day) {
  std::vector<std::string> const failed{"late", "resident"};
  EXPECT_EQ(service_cells(eval::ServiceState::refused, failed), "refused,late|resident");
  EXPECT_EQ(service_head("help"), "help,help.failed");
  eval::DutyOutcome duty;
  EXPECT_EQ(duty_cells(duty), "unknown,");
  duty.state = eval::DutyState::done_late;
  duty.due = 0;
  EXPECT_EQ(duty_cells(duty), "done_late,1970-01-01");
  duty.due_to = 1;
  EXPECT_EQ(duty_cells(duty), "done_late,1970-01-01|1970-01-02");
  EXPECT_EQ(duty_head("report"), "report,report.due");
}

}  // namespace
}  // namespace hjemmel::explain
