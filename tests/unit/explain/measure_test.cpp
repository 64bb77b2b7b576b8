// What comparisons weighed, as far as the trace tells: facts, ages, sums by key, and the limits of tables.
#include "engine/explain/measure.h"

#include <gtest/gtest.h>

#include "engine/base/date.h"

namespace hjemmel::explain {
namespace {

using ir::ExprOp;

// Facts of a case with a list of finds, each of a substance.
class Builder {
 public:
  Builder() {
    ir::Record record{"case.finds", {}};
    record.fields.push_back({});
    record.fields.push_back({});
    record.fields[0].info.name = "substance";
    record.fields[1].info.name = "amount";
    program.records.push_back(record);
    for (char const* const name : {"person.birth_date", "case.day", "case.finds", "case.weight"}) {
      program.facts.push_back({});
      program.facts.back().info.name = name;
    }
    program.facts[2].info.type = {ir::TypeKind::list, {}, {}, ir::RecordId(0)};
    program.tables.push_back({});
    program.tables[0].name = "limit";
  }

  ir::ExprId add(ExprOp op, ir::ExprIds children = {}, std::size_t fact = 0) {
    ir::Expr expr;
    expr.op = op;
    expr.children = std::move(children);
    expr.fact = ir::FactId(fact);
    program.exprs.push_back(std::move(expr));
    return ir::ExprId(program.exprs.size() - 1);
  }

  ir::ExprId constant(ir::Type type, std::int64_t number) {
    ir::ExprId const id = add(ExprOp::constant);
    program.exprs[id.index].type = type;
    program.exprs[id.index].number = base::Decimal::of(number);
    return id;
  }

  ir::Program program;
  eval::DecisionTrace trace;
};

ir::Type quantity(base::Dimension dimension) { return {ir::TypeKind::quantity, dimension, {}, {}}; }

TEST(Measure, fact_is_weighed_against_the_figure_of_the_rule) {
  Builder build;
  build.trace.facts.push_back({"case.weight", "12.5 g", {}, {}, {}});
  ir::ExprId const limit = build.constant(quantity(base::kMass), 15);
  ir::ExprId const expr = build.add(ExprOp::less_equal, {build.add(ExprOp::fact, {}, 3), limit});
  auto const measures = measures_of(build.program, build.trace, expr);
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_EQ(measures[0].of, "case.weight");
  EXPECT_EQ(measures[0].value, "12.5 g");
  EXPECT_EQ(measures[0].truth, eval::Truth::yes);
}

TEST(Measure, figure_on_the_left_is_turned_round) {
  Builder build;
  build.trace.facts.push_back({"case.weight", "15 g", {}, {}, {}});
  ir::ExprId const limit = build.constant(quantity(base::kMass), 15);
  ir::ExprId const expr = build.add(ExprOp::less, {limit, build.add(ExprOp::fact, {}, 3)});
  auto const measures = measures_of(build.program, build.trace, expr);
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_EQ(measures[0].truth, eval::Truth::no);
}

TEST(Measure, age_is_in_completed_years) {
  Builder build;
  build.trace.facts.push_back({"person.birth_date", "2008-03-02", {}, {}, {}});
  build.trace.facts.push_back({"case.day", "2026-03-01", {}, {}, {}});
  ir::ExprId const age = build.add(ExprOp::age, {build.add(ExprOp::fact, {}, 0), build.add(ExprOp::fact, {}, 1)});
  ir::ExprId const expr = build.add(ExprOp::less, {age, build.constant(quantity(base::kPeriod), 216)});
  auto const measures = measures_of(build.program, build.trace, expr);
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_EQ(measures[0].kind, MeasureKind::age);
  EXPECT_EQ(measures[0].value, "17");
  EXPECT_EQ(measures[0].on, "case.day");
  EXPECT_EQ(measures[0].truth, eval::Truth::yes);
}

TEST(Measure, unknown_fact_is_told_and_compares_as_unknown) {
  Builder build;
  build.trace.facts.push_back({"case.weight", "unknown", {}, {}, {}});
  ir::ExprId const limit = build.constant(quantity(base::kMass), 15);
  ir::ExprId const expr = build.add(ExprOp::less, {build.add(ExprOp::fact, {}, 3), limit});
  auto const measures = measures_of(build.program, build.trace, expr);
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_EQ(measures[0].truth, eval::Truth::unknown);
}

// every g in case.finds by substance has total g.amount <= limit(g.substance)
ir::ExprId every_total_within_limit(Builder& build) {
  ir::ExprId const amount = build.add(ExprOp::field, {}, 2);
  build.program.exprs[amount.index].index = 1;
  build.program.exprs[amount.index].variable = 1;
  ir::ExprId const total = build.add(ExprOp::total, {amount}, 2);
  build.program.exprs[total.index].source = ir::SourceKind::group;
  build.program.exprs[total.index].variable = 1;
  ir::ExprId const key = build.add(ExprOp::group_key, {}, 2);
  ir::ExprId const limit = build.add(ExprOp::table, {key});
  build.program.exprs[limit.index].more = ir::ExprMore{.table = ir::TableId(0)};
  ir::ExprId const every = build.add(ExprOp::every, {build.add(ExprOp::less_equal, {total, limit})}, 2);
  build.program.exprs[every.index].source = ir::SourceKind::list_by_key;
  return every;
}

void add_find(Builder& build, std::size_t row, std::string substance, std::string amount) {
  std::string const path = "case.finds[" + std::to_string(row) + "].";
  build.trace.facts.push_back({path + "substance", std::move(substance), {}, {}, {}});
  build.trace.facts.push_back({path + "amount", std::move(amount), {}, {}, {}});
}

TEST(Measure, finds_of_one_key_are_added_and_weighed_against_its_row) {
  Builder build;
  add_find(build, 1, "cannabis", "8 g");
  add_find(build, 2, "heroin", "0.3 g");
  add_find(build, 3, "cannabis", "8.5 g");
  build.trace.tables.push_back({"limit", "cannabis", "15 g", {}});
  build.trace.tables.push_back({"limit", "heroin", "1 g", {}});
  auto const measures = measures_of(build.program, build.trace, every_total_within_limit(build));
  ASSERT_EQ(measures.size(), 2U);
  EXPECT_EQ(measures[0].of, "case.finds[].amount");
  EXPECT_EQ(measures[0].key, "cannabis");
  EXPECT_EQ(measures[0].value, "16.5 g");
  EXPECT_EQ(measures[0].limit, "15 g");
  EXPECT_EQ(measures[0].limit_of, "limit");
  EXPECT_EQ(measures[0].truth, eval::Truth::no);
  EXPECT_EQ(measures[1].truth, eval::Truth::yes);
}

TEST(Measure, sum_with_an_open_amount_is_not_told) {
  Builder build;
  add_find(build, 1, "cannabis", "unknown");
  EXPECT_TRUE(measures_of(build.program, build.trace, every_total_within_limit(build)).empty());
}

TEST(Measure, no_more_than_the_cap_are_told) {
  for (std::size_t const count : {kMostMeasures, kMostMeasures + 1}) {
    Builder build;
    for (std::size_t row = 1; row <= count; ++row) {
      add_find(build, row, "s" + std::to_string(row), "1 g");
    }
    auto const measures = measures_of(build.program, build.trace, every_total_within_limit(build));
    EXPECT_EQ(measures.size(), kMostMeasures);
  }
}

}  // namespace
}  // namespace hjemmel::explain
