// The whole text of a program is pinned; what points nowhere prints as `?` and never ends the process.
#include "engine/ir/print.h"

#include <gtest/gtest.h>

#include "tests/unit/ir/sample_program.h"

namespace hjemmel::ir {
namespace {

constexpr char const* kSample = R"(program no.sample
  title en "A sample" nb "Et eksempel"
  jurisdiction NO
  status proposed by "the committee"
  facts no/sample
  as of case.act_date
  law known on 2026-07-02
  variables 2
source act "the act" id "lov/1"
unit blotter nb "papirlapp"
enum Reaction by severity
  fine rank 0 by prosecutor { amount: money(NOK) }
  prison rank 1 { length: period }
enum Substance
  herb in g
  lsd in blotter
  other in any unit
condition meeting { times: int }
record case.items
  kind: Substance
  amount: amount of Substance at least 0 key kind
fact case.flag: bool assessment
  judged by court
fact person.birth: date personal fixed
fact case.act_date: date
fact case.items: list of case.items at most 9 items
fact case.count: int at least 0 at most 5
table limit(Substance) -> amount of Substance
  herb 15 g
  otherwise undetermined "no limit is set"
define minor: bool cites act "first"
  = (every v0 in case.items by kind where (v0.kind in {herb, other}) has ((total v1.amount for v1 in group v0) <= limit(key of v0)))
define young: bool
  = (minor and ((age of person.birth at case.act_date) < 18 years))
assessment case.flag by court
  weighing among others age
decision reaction: Reaction
  by court
  when young
  otherwise "another act applies"
  rules ordinary, exception, frame
decision second: Reaction
  when (reaction may be prison)
rule ordinary on reaction cites act "second" [M5-1, M5-2]
  then may be fine, prison { length at most 6 months }
rule exception on reaction
  overrides ordinary
  ground asked case.flag
  open ground rest case.flag
  unless (case.count > 3)
  then normally is fine with meeting { times at most 3, states times }
rule frame on reaction
  disapplies exception
  then on fine may carry meeting { times at most 3, states times }
)";

TEST(Print, writes_the_whole_program) { EXPECT_EQ(print(sample_program()), kSample); }

TEST(Print, writes_values_as_their_type_has_them) {
  Program const program = sample_program();
  Type type;
  EXPECT_EQ(print_value(program, type, base::Decimal::of(1)), "true");
  type.kind = TypeKind::date;
  EXPECT_EQ(print_value(program, type, base::Decimal::of(0)), "1970-01-01");
  type = {TypeKind::quantity, base::Dimension{base::kFirstDeclaredDimension}, {}, {}};
  EXPECT_EQ(print_value(program, type, base::Decimal::of(25, 1)), "2.5 blotter");
  type = {TypeKind::enumeration, {}, EnumId(kSubstance), {}};
  EXPECT_EQ(print_value(program, type, base::Decimal::of(1)), "lsd");
}

TEST(Print, writes_infix_prefix_and_conditional_expressions) {
  Program program = sample_program();
  Expr expr;
  expr.op = ExprOp::disjunction;
  ExprId const flag(0 + static_cast<std::size_t>(&expr_of(program, ExprOp::fact) - program.exprs.data()));
  expr.children = {flag, flag, flag};
  program.exprs.push_back(expr);
  std::string const birth = "person.birth";
  EXPECT_EQ(print_expr(program, ExprId(program.exprs.size() - 1)), "(" + birth + " or " + birth + " or " + birth + ")");
  expr.op = ExprOp::conditional;
  program.exprs.push_back(expr);
  EXPECT_EQ(print_expr(program, ExprId(program.exprs.size() - 1)),
            "(if " + birth + " then " + birth + " else " + birth + ")");
  expr.op = ExprOp::negation;
  program.exprs.push_back(expr);
  EXPECT_EQ(print_expr(program, ExprId(program.exprs.size() - 1)), "(not " + birth + ")");
  EXPECT_EQ(print_expr(program, ExprId{}), "");
}

TEST(Print, marks_what_points_nowhere) {
  Program program = sample_program();
  program.rules[1].overrides = {RuleId(std::size_t{99})};
  program.decisions[0].options = EnumId(std::size_t{99});
  expr_of(program, ExprOp::conjunction).children = {ExprId(program.exprs.size()), ExprId{}};
  program.definitions[0].body = ExprId(std::size_t{9999});
  std::string const text = print(program);
  EXPECT_NE(text.find("overrides ?"), std::string::npos);
  EXPECT_NE(text.find("decision reaction: ?"), std::string::npos);
  EXPECT_NE(text.find("= (? and ?)"), std::string::npos);
  EXPECT_NE(text.find("= ?\n"), std::string::npos);
}

TEST(Print, a_property_is_told_node_by_node) {
  Program program = sample_program();
  Property property;
  property.name = "more_is_never_milder";
  property.cases = {"a", "b"};
  property.variation = Variation{FactId(kItems), 1, "f", 1};
  property.nodes.resize(4);
  property.nodes[0].op = PropertyOp::mildest;
  property.nodes[0].decision = DecisionId(std::size_t{0});
  property.nodes[1] = property.nodes[0];
  property.nodes[1].of_case = 1;
  property.nodes[2].op = PropertyOp::comparison;
  property.nodes[2].comparison = ExprOp::greater_equal;
  property.nodes[2].children = {0, 1};
  property.nodes[3].op = PropertyOp::negation;
  property.nodes[3].children = {2};
  property.then = 3;
  EXPECT_EQ(print_property(program, property),
            "property more_is_never_milder for a b that differ in field 1 of f = v1 in case.items\n"
            "  0 least " +
                program.decisions[0].name +
                "(a)\n"
                "  1 least " +
                program.decisions[0].name +
                "(b)\n"
                "  2 >= 0 1\n"
                "  3 not 2\n"
                "  then 3\n");
}

TEST(Print, a_ground_that_denies_its_condition_says_so) {
  Program program = sample_program();
  program.rules[1].grounds[0].negated = true;
  EXPECT_NE(print(program).find("\n  ground asked (not case.flag)\n"), std::string::npos);
}

}  // namespace
}  // namespace hjemmel::ir
