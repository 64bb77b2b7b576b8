// Typed views: each accessor gives its part, and a part that is not written is false.
#include "engine/syntax/ast.h"

#include <gtest/gtest.h>

#include "tests/unit/syntax/parsing.h"
#include "tests/unit/syntax/sample.h"

namespace hjemmel::syntax::test {
namespace {

// The declaration of that kind with that name.
template <class V>
V declared(Parsed const& parsed, NodeKind kind, std::string_view name) {
  Tree const& tree = *parsed.tree;
  for (NodeRef const node : tree.declarations()) {
    if (tree.kind(node) == kind && tree.text(tree.child_at(node, 0)) == name) {
      return view<V>(&tree, node);
    }
  }
  return {};
}

class Ast : public testing::Test {
 protected:
  Parsed parsed{kSample};
};

TEST_F(Ast, package_head) {
  auto const head = declared<PackageView>(parsed, NodeKind::package_declaration, "no.penal.minor_narcotics");
  ASSERT_TRUE(head);
  EXPECT_EQ(head.title().value(), "Minor narcotics offences");
  EXPECT_EQ(head.title_nb().value(), "Mindre narkotikaovertredelser");
  EXPECT_EQ(head.jurisdiction().text(), "NO");
  EXPECT_EQ(head.status().text(), "proposed");
  EXPECT_EQ(head.status_by().value(), "Rushåndhevingsutvalget (NOU 2024: 12)");
  EXPECT_EQ(head.facts().value(), "no/narcotics_case");
  EXPECT_EQ(head.as_of().text(), "case.act_date");
  EXPECT_EQ(head.decided_on().text(), "case.decision_date");
  EXPECT_EQ(head.law_known_on().text(), "2026-07-02");
}

TEST_F(Ast, source_and_unit) {
  auto const source = declared<SourceView>(parsed, NodeKind::source_declaration, "m5");
  EXPECT_EQ(source.title().value(), "Meld. St. 5 (2024-2025)");
  EXPECT_FALSE(source.id());
  EXPECT_EQ(source.id().value(), "");
  EXPECT_EQ(declared<UnitView>(parsed, NodeKind::unit_declaration, "blotter").nb().value(), "papirlapp");
}

TEST_F(Ast, enumeration_rows) {
  auto const reaction = declared<EnumView>(parsed, NodeKind::enum_declaration, "Reaction");
  EXPECT_EQ(reaction.ordered_by().text(), "severity");
  std::vector<EnumRowView> rows;
  for (EnumRowView const row : reaction.rows()) {
    rows.push_back(row);
  }
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[1].like().text(), "unconditional_waiver");
  EXPECT_EQ(rows[1].authorities().text(), "by court");
  ASSERT_TRUE(rows[4].parameters());
  for (ParameterView const parameter : all_of<ParameterView>(rows[4].parameters(), NodeKind::parameter)) {
    EXPECT_EQ(parameter.name().text(), "amount");
    EXPECT_EQ(parameter.type().kind(), NodeKind::type_money);
    EXPECT_EQ(parameter.type().argument().text(), "NOK");
  }
  auto const substance = declared<EnumView>(parsed, NodeKind::enum_declaration, "Substance");
  std::string units;
  for (EnumRowView const row : substance.rows()) {
    units += std::to_string(row.names().size()) + (row.any_unit() ? "any" : std::string(row.unit().text())) + " ";
  }
  EXPECT_EQ(units, "4g 1dl 1blotter 1any ");
}

TEST_F(Ast, table) {
  auto const table = declared<TableView>(parsed, NodeKind::table_declaration, "own_use_limit");
  EXPECT_EQ((*table.parameters().begin()).name().text(), "substance");
  EXPECT_EQ(table.result().kind(), NodeKind::type_amount_of);
  EXPECT_EQ(table.result().argument().text(), "substance");
  EXPECT_EQ(table.rows().size(), 4U);
  EXPECT_EQ((*table.rows().begin()).key().text(), "cannabis");
  EXPECT_EQ((*table.rows().begin()).value().text(), "15 g");
  EXPECT_FALSE(table.otherwise());
  EXPECT_EQ(table.undetermined().reason().value(), "no amount limit is proposed for this substance");
  EXPECT_EQ(table.undetermined().citations().size(), 1U);
  auto const share = declared<TableView>(parsed, NodeKind::table_declaration, "share");
  EXPECT_EQ(share.otherwise().value().kind(), NodeKind::count);
  EXPECT_FALSE(share.undetermined());
}

TEST_F(Ast, definition_with_a_quantifier) {
  auto const define = declared<DefineView>(parsed, NodeKind::define_declaration, "minor_amount");
  EXPECT_EQ(define.type().kind(), NodeKind::type_bool);
  ASSERT_EQ(define.body().kind(), NodeKind::every);
  auto const every = view<QuantifierView>(define.tree, define.body().node);
  EXPECT_EQ(every.variable().text(), "g");
  EXPECT_EQ(every.list().text(), "case.seizures");
  EXPECT_EQ(every.key().text(), "substance");
  EXPECT_FALSE(every.where());
  EXPECT_EQ(every.body().kind(), NodeKind::less_equal);
  auto const total = view<TotalView>(define.tree, operand(every.body(), 0).node);
  EXPECT_EQ(total.amount().text(), "g.amount");
  EXPECT_FALSE(total.list());
  auto const sum = declared<DefineView>(parsed, NodeKind::define_declaration, "sum");
  auto const over = view<TotalView>(sum.tree, sum.body().node);
  EXPECT_EQ(over.variable().text(), "s");
  EXPECT_EQ(over.list().text(), "case.seizures");
  EXPECT_EQ(over.where().kind(), NodeKind::disjunction);
}

TEST_F(Ast, assessment_and_decision) {
  auto const assessment = declared<AssessmentView>(parsed, NodeKind::assessment_declaration, "offender.drug_dependent");
  EXPECT_EQ(assessment.weighing().kind(), NodeKind::weighing_among_others);
  EXPECT_EQ(assessment.weighing().children().size(), 8U);
  EXPECT_EQ(assessment.authorities().children().size(), 2U);
  auto const reaction = declared<DecisionView>(parsed, NodeKind::decision_declaration, "reaction");
  EXPECT_EQ(reaction.type().text(), "Reaction");
  EXPECT_EQ(reaction.guard().text(), "minor_offence");
  EXPECT_FALSE(reaction.otherwise_says());
  auto const length = declared<DecisionView>(parsed, NodeKind::decision_declaration, "length");
  EXPECT_EQ(length.otherwise_says().value(), "nothing is asked");
  EXPECT_EQ(length.authorities().text(), "by court");
}

TEST_F(Ast, rule_with_grounds_and_choice) {
  auto const rule = declared<RuleView>(parsed, NodeKind::rule_declaration, "young_or_at_risk");
  EXPECT_FALSE(rule.guard());
  EXPECT_FALSE(rule.on());
  std::string grounds;
  for (NodeRef const node : rule.any_of().children()) {
    auto const ground = view<GroundView>(rule.tree, node);
    grounds += std::string(ground.name().text()) + (ground.is_open() ? " open " : " ") +
               std::string(ground.guard().text()) + "; ";
  }
  EXPECT_EQ(grounds,
            "young offender.young; dependence offender.dependence_shown >= reason_to_believe; "
            "risk offender.risk_shown >= reason_to_believe; comparable open case.comparable; ");
  EXPECT_EQ(rule.unless().text(), "case.penal_purpose_requires_reaction");
  auto const effect = view<EffectView>(rule.tree, rule.tree->child(rule.node, NodeKind::then_may_be));
  ASSERT_TRUE(effect);
  EXPECT_TRUE(effect.is_choice());
  EXPECT_EQ(effect.decision().text(), "reaction");
  EXPECT_EQ(effect.options().size(), 4U);
}

TEST_F(Ast, rule_on_an_option_with_bounds) {
  auto const rule = declared<RuleView>(parsed, NodeKind::rule_declaration, "testing_frame");
  EXPECT_EQ(rule.on_decision().text(), "reaction");
  EXPECT_EQ(rule.on_option().text(), "conditional_waiver");
  auto const effect = view<EffectView>(rule.tree, rule.tree->child(rule.node, NodeKind::then_may_carry));
  ASSERT_TRUE(effect);
  EXPECT_TRUE(is_effect(effect.kind()));
  EXPECT_FALSE(effect.is_choice());
  EXPECT_FALSE(effect.decision());
  EXPECT_EQ(effect.condition().name().text(), "drug_testing");
  auto const bounds = effect.condition().bounds();
  auto const bound = view<BoundView>(bounds.tree, bounds.tree->child(bounds.node, NodeKind::bound_at_most));
  EXPECT_EQ(bound.parameter().text(), "length");
  EXPECT_EQ(bound.value().text(), "3 months");
  EXPECT_EQ(bounds.tree->children(bounds.tree->child(bounds.node, NodeKind::bound_states)).size(), 3U);
}

TEST_F(Ast, text_escapes_are_resolved) {
  Parsed const escaped("source s \"a \\\"b\\\" c\\\\d\"\n");
  EXPECT_EQ(view<SourceView>(&*escaped.tree, escaped.tree->declarations()[0]).title().value(), "a \"b\" c\\d");
  Parsed const in_a_row("source s \"\\\\\\\"\\\\\"\n");  // backslash, quote, backslash
  EXPECT_EQ(view<SourceView>(&*in_a_row.tree, in_a_row.tree->declarations()[0]).title().value(), "\\\"\\");
}

TEST_F(Ast, property) {
  auto const property =
      declared<PropertyView>(parsed, NodeKind::property_declaration, "heavier_amount_is_never_milder");
  EXPECT_TRUE(property.cases().has(NodeKind::differ_in_field));
  EXPECT_EQ(property.guard().text(), "a.s.amount >= b.s.amount");
  EXPECT_EQ(property.claim().kind(), NodeKind::greater_equal);
}

}  // namespace
}  // namespace hjemmel::syntax::test
