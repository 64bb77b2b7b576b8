// Conditions in English and bokmål: claims and their denials, ages, dates, figures, and what has no words.
#include "engine/explain/condition_words.h"

#include <gtest/gtest.h>

#include "engine/base/date.h"

namespace hjemmel::explain {
namespace {

using ir::ExprOp;

// One case: an offender's birth date, the day of the act, a judged truth, and how far something is shown.
class Builder {
 public:
  Builder() {
    program.enums.push_back({"Proof", "order", {}, {}});
    for (auto const& [name, nb, en] :
         {std::tuple{"not_shown", "ikke vist", "not shown"},
          std::tuple{"believed", "rimelig grunn til å tro", "reasonable grounds to believe"}}) {
      ir::EnumValue& value = program.enums[0].values.emplace_back();
      value.name = name;
      value.label = {en, nb};
    }
    program.labels.push_back({"offender", {"the offender", "lovbryteren"}, {}, {}});
    add_fact("offender.birth_date", ir::TypeKind::date, {"date of birth", "fødselsdatoen"});
    add_fact("case.act_date", ir::TypeKind::date, {"date of the act", "handlingstidspunktet"});
    add_fact("offender.dependent", ir::TypeKind::boolean, {"dependent", "avhengig"});
    add_fact("offender.shown", ir::TypeKind::enumeration, {"proof of risk", "beviset for fare"});
    program.facts[3].info.type.enumeration = ir::EnumId(0);
  }

  void add_fact(std::string name, ir::TypeKind kind, ir::Label label) {
    ir::Fact& fact = program.facts.emplace_back();
    fact.info.name = std::move(name);
    fact.info.type.kind = kind;
    fact.info.label = std::move(label);
  }

  ir::ExprId add(ExprOp op, ir::Type type, ir::ExprIds children = {}) {
    ir::Expr expr;
    expr.op = op;
    expr.type = type;
    expr.children = std::move(children);
    program.exprs.push_back(std::move(expr));
    return ir::ExprId(program.exprs.size() - 1);
  }

  ir::ExprId fact(std::size_t at) {
    ir::ExprId const id = add(ExprOp::fact, program.facts[at].info.type);
    program.exprs[id.index].fact = ir::FactId(at);
    return id;
  }

  ir::ExprId constant(ir::Type type, std::int64_t number) {
    ir::ExprId const id = add(ExprOp::constant, type);
    program.exprs[id.index].number = base::Decimal::of(number);
    return id;
  }

  ir::ExprId under(ExprOp op, std::int64_t months) {
    ir::Type const period{ir::TypeKind::quantity, base::kPeriod, {}, {}};
    return add(op, {}, {add(ExprOp::age, period, {fact(0), fact(1)}), constant(period, months)});
  }

  ir::Program program;
};

std::string said(ir::Program const& program, Language language, ir::ExprId expr, eval::Truth truth) {
  ConditionNote note;
  note.text = "the rules' words";
  note.expr = expr;
  note.truth = truth;
  return ConditionWords(program, language).statement(note);
}

TEST(ConditionWords, age_is_told_of_the_person_on_the_day) {
  Builder build;
  ir::ExprId const under = build.under(ExprOp::less, 216);
  EXPECT_EQ(said(build.program, Language::english, under, eval::Truth::yes),
            "the offender was under 18 years of age on the date of the act");
  EXPECT_EQ(said(build.program, Language::bokmaal, under, eval::Truth::yes),
            "lovbryteren var under 18 år på handlingstidspunktet");
  EXPECT_EQ(said(build.program, Language::english, under, eval::Truth::no),
            "the offender was 18 years of age or older on the date of the act");
  EXPECT_EQ(said(build.program, Language::bokmaal, under, eval::Truth::no),
            "lovbryteren hadde fylt 18 år på handlingstidspunktet");
}

TEST(ConditionWords, truth_without_statement_is_a_condition_that_is_met_or_not) {
  Builder build;
  ir::ExprId const fact = build.fact(2);
  EXPECT_EQ(said(build.program, Language::english, fact, eval::Truth::yes), "“dependent” is met");
  EXPECT_EQ(said(build.program, Language::bokmaal, fact, eval::Truth::no), "vilkåret «avhengig» er ikke oppfylt");
}

TEST(ConditionWords, statement_and_its_denial_are_the_schema_s) {
  Builder build;
  build.program.facts[2].info.if_true = {"the offender is dependent", "lovbryteren er avhengig"};
  build.program.facts[2].info.if_false = {"the offender is not dependent", "lovbryteren er ikke avhengig"};
  ir::ExprId const fact = build.fact(2);
  ir::ExprId const denied = build.add(ExprOp::negation, {}, {fact});
  EXPECT_EQ(said(build.program, Language::bokmaal, fact, eval::Truth::yes), "lovbryteren er avhengig");
  EXPECT_EQ(said(build.program, Language::bokmaal, denied, eval::Truth::yes), "lovbryteren er ikke avhengig");
  EXPECT_EQ(said(build.program, Language::bokmaal, fact, eval::Truth::unknown),
            "det er ikke avklart om lovbryteren er avhengig");
  EXPECT_EQ(said(build.program, Language::english, fact, eval::Truth::unknown),
            "it is not settled whether the offender is dependent");
}

TEST(ConditionWords, ordered_values_and_dates_have_their_own_comparisons) {
  Builder build;
  ir::ExprId const shown =
      build.add(ExprOp::greater_equal, {}, {build.fact(3), build.constant(build.program.facts[3].info.type, 1)});
  EXPECT_EQ(said(build.program, Language::english, shown, eval::Truth::yes),
            "the proof of risk is at least “reasonable grounds to believe”");
  EXPECT_EQ(said(build.program, Language::bokmaal, shown, eval::Truth::no),
            "beviset for fare er under «rimelig grunn til å tro»");
  ir::ExprId const later = build.add(
      ExprOp::less, {},
      {build.fact(1), build.constant({ir::TypeKind::date, {}, {}, {}}, base::parse_date("2026-03-01")->days)});
  EXPECT_EQ(said(build.program, Language::english, later, eval::Truth::yes),
            "the date of the act is before 1 March 2026");
  EXPECT_EQ(said(build.program, Language::bokmaal, later, eval::Truth::no),
            "handlingstidspunktet er tidligst 1. mars 2026");
}

TEST(ConditionWords, what_has_no_words_is_quoted) {
  Builder build;
  ir::ExprId const expr = build.add(ExprOp::conditional, {}, {build.fact(2), build.fact(2), build.fact(2)});
  EXPECT_EQ(said(build.program, Language::english, expr, eval::Truth::yes), "the condition `the rules' words` is met");
  EXPECT_EQ(said(build.program, Language::bokmaal, expr, eval::Truth::no),
            "vilkåret `the rules' words` er ikke oppfylt");
}

// As the ground of a refusal is one for want of a criterion.
TEST(ConditionWords, what_is_denied_is_said_of_the_other_truth) {
  Builder build;
  ConditionNote note;
  note.text = "the rules' words";
  note.negated = true;
  note.truth = eval::Truth::yes;
  ConditionWords const words(build.program, Language::english);
  EXPECT_EQ(words.statement(note), "the condition `the rules' words` is not met");
  note.expr = build.fact(2);
  EXPECT_EQ(words.statement(note), "“dependent” is not met");
  note.truth = eval::Truth::no;
  EXPECT_EQ(words.statement(note), "“dependent” is met");
}

TEST(ConditionWords, deeper_than_the_cap_is_quoted) {
  Builder build;
  ir::ExprId expr = build.fact(2);
  for (int depth = 0; depth < 8; ++depth) {
    expr = build.add(ExprOp::negation, {}, {expr});
  }
  EXPECT_EQ(said(build.program, Language::english, expr, eval::Truth::yes), "“dependent” is met");
  expr = build.add(ExprOp::negation, {}, {expr});
  EXPECT_EQ(said(build.program, Language::english, expr, eval::Truth::yes), "the condition `the rules' words` is met");
}

TEST(ConditionWords, not_both_is_one_of_them_not) {
  Builder build;
  ir::ExprId const both = build.add(ExprOp::conjunction, {}, {build.fact(2), build.under(ExprOp::less, 216)});
  EXPECT_EQ(said(build.program, Language::bokmaal, both, eval::Truth::no),
            "vilkåret «avhengig» er ikke oppfylt eller lovbryteren hadde fylt 18 år på handlingstidspunktet");
}

TEST(ConditionWords, exception_tells_what_is_so_and_lets_its_rule_through_when_it_fails) {
  ConditionNote note;
  note.unless = true;
  note.truth = eval::Truth::no;
  EXPECT_EQ(note.lets_through(), eval::Truth::yes);
  note.truth = eval::Truth::yes;
  EXPECT_EQ(note.lets_through(), eval::Truth::no);
  note.truth = eval::Truth::unknown;
  EXPECT_EQ(note.lets_through(), eval::Truth::unknown);
}

}  // namespace
}  // namespace hjemmel::explain
