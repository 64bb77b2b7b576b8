// One planted fault for each check: the sound sample with one thing changed gives the fault that says so.
#include "engine/ir/verify.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/ir/sample_program.h"

namespace hjemmel::ir {
namespace {

struct Fault {
  char const* name;
  char const* text;
  std::function<void(Program&)> plant;
};

ExprId place_of(Program& program, ExprOp op) {
  return ExprId(static_cast<std::size_t>(&expr_of(program, op) - program.exprs.data()));
}

template <class Id>
Id nowhere() {
  return Id(std::size_t{99});
}

// So many grounds of different names, and then the last has the name of the first.
void repeat_ground(Program& program, std::size_t count) {
  std::vector<Ground>& grounds = program.rules[1].grounds;
  grounds.resize(count, grounds.front());
  for (std::size_t at = 0; at < count; ++at) {
    grounds[at].name = "ground_" + std::to_string(at % (count - 1));
  }
}

Qualifier& carry(Program& program) { return program.rules[2].qualifiers[0]; }

std::vector<Fault> ids() {
  return {
      {"head", "the head: names a fact that does not exist", [](Program& p) { p.decided_on = nowhere<FactId>(); }},
      {"fact_type", "fact case.flag: its type points to",
       [](Program& p) {
         p.facts[kFlag].info.type = {TypeKind::enumeration, {}, nowhere<EnumId>(), {}};
       }},
      {"fact_unit", "fact case.count: its type points to",
       [](Program& p) {
         p.facts[kCount].info.type = {TypeKind::quantity, base::Dimension{40}, {}, {}};
       }},
      {"field_type", "field case.items.kind: its type points to",
       [](Program& p) { p.records[0].fields[0].info.type.enumeration = nowhere<EnumId>(); }},
      {"amount_key", "field case.items.amount: has no key field",
       [](Program& p) { p.records[0].fields[1].key_field = 7; }},
      {"no_values", "enum Substance: has no values", [](Program& p) { p.enums[kSubstance].values.clear(); }},
      {"value_dimension", "value herb: is measured in an unknown dimension",
       [](Program& p) { p.enums[kSubstance].values[0].dimension = base::Dimension{77}; }},
      {"option_parameter", "value fine parameter amount: its type points to",
       [](Program& p) { p.enums[kReaction].values[0].parameters[0].type.dimension = {}; }},
      {"condition_parameter", "condition meeting parameter times: its type",
       [](Program& p) {
         p.conditions[0].parameters[0].type = {TypeKind::amount, {}, nowhere<EnumId>(), {}};
       }},
      {"citation", "rule ordinary: cites a source that does not exist",
       [](Program& p) {
         p.rules[0].citations = {{nowhere<SourceId>(), "", {}, {}}};
       }},
      {"assessment", "an assessment: is of a fact that does not exist",
       [](Program& p) { p.assessments[0].fact = nowhere<FactId>(); }},
      {"child_order", "has a child that does not stand before it",
       [](Program& p) { expr_of(p, ExprOp::conjunction).children[0] = place_of(p, ExprOp::conjunction); }},
      {"arity", "has the wrong number of children",
       [](Program& p) { expr_of(p, ExprOp::conjunction).children.pop_back(); }},
      {"arity_where", "has the wrong number of children",
       [](Program& p) { expr_of(p, ExprOp::every).has_where = false; }},
      {"expr_fact", "points to something that does not exist",
       [](Program& p) { expr_of(p, ExprOp::fact).fact = nowhere<FactId>(); }},
      {"expr_definition", "points to something that does not exist",
       [](Program& p) { expr_of(p, ExprOp::definition).definition = nowhere<DefinitionId>(); }},
      {"expr_table", "points to something that does not exist",
       [](Program& p) { expr_of(p, ExprOp::table).more = ExprMore{.table = nowhere<TableId>()}; }},
      {"expr_option", "points to something that does not exist",
       [](Program& p) { expr_of(p, ExprOp::may_be).index = 2; }},
      {"expr_variable", "points to something that does not exist", [](Program& p) { p.variable_count = 1; }},
      {"source_of_another", "runs over a list, and is nothing that does",
       [](Program& p) {
         expr_of(p, ExprOp::member).source = SourceKind::list;
         expr_of(p, ExprOp::member).variable = p.variable_count;
       }},
      {"expr_source", "points to something that does not exist",
       [](Program& p) { expr_of(p, ExprOp::every).fact = FactId(kFlag); }},
      {"expr_type", "its type points to no enumeration",
       [](Program& p) {
         expr_of(p, ExprOp::constant).type = {TypeKind::enumeration, {}, nowhere<EnumId>(), {}};
       }},
      {"table_key", "table limit: has a key enumeration that does not exist",
       [](Program& p) { p.tables[0].key = nowhere<EnumId>(); }},
      {"row_key", "table limit: has a row for a key that does not exist",
       [](Program& p) { p.tables[0].rows[0].key = 9; }},
      {"row_value", "table limit: has an expression that does not exist",
       [](Program& p) { p.tables[0].rows[0].value = {}; }},
      {"definition_body", "definition minor: has an expression that does not exist",
       [](Program& p) { p.definitions[0].body = {}; }},
      {"decision_options", "decision reaction: has options that do not exist",
       [](Program& p) { p.decisions[0].options = nowhere<EnumId>(); }},
      {"decision_rule", "decision reaction: has a rule that does not exist",
       [](Program& p) { p.decisions[0].rules[0] = nowhere<RuleId>(); }},
      {"rule_decision", "rule frame: is on a decision that does not exist",
       [](Program& p) { p.rules[2].decision = nowhere<DecisionId>(); }},
      {"rule_overrides", "rule exception: overrides or disapplies a rule that does not exist",
       [](Program& p) { p.rules[1].overrides[0] = nowhere<RuleId>(); }},
      {"rule_disapplies", "rule frame: overrides or disapplies a rule that does not exist",
       [](Program& p) { p.rules[2].disapplies[0] = nowhere<RuleId>(); }},
      {"rule_guard", "rule frame: has an expression that does not exist",
       [](Program& p) {
         p.rules[2].unless = nowhere<ExprId>();
         p.rules[2].unless.index = 9999;
       }},
      {"ground", "rule exception: has an expression that does not exist",
       [](Program& p) { p.rules[1].grounds[0].condition = {}; }},
      {"option", "rule ordinary: names an option that does not exist",
       [](Program& p) { p.rules[0].choice.edit([](Choice& choice) { choice.options[0].value = 2; }); }},
      {"option_bound", "rule ordinary: bounds a parameter that does not exist",
       [](Program& p) { p.rules[0].choice.edit([](Choice& choice) { choice.options[1].bounds[0].parameter = 1; }); }},
      {"condition", "rule exception: names a condition that does not exist",
       [](Program& p) {
         p.rules[1].choice.edit([](Choice& choice) { choice.with[0].condition = nowhere<ConditionId>(); });
       }},
      {"condition_bound", "rule frame: bounds a parameter that does not exist",
       [](Program& p) { carry(p).condition->bounds[0].parameter = 1; }},
      {"states", "rule frame: states a parameter that does not exist",
       [](Program& p) { carry(p).condition->states[0] = 1; }},
      {"on_option", "rule frame: names an option that does not exist", [](Program& p) { carry(p).option = 2; }},
  };
}

std::vector<Fault> types() {
  constexpr char const* kMisfit = "has operands or a type that do not fit its operation";
  return {
      {"constant_bool", kMisfit, [](Program& p) { expr_of(p, ExprOp::constant).type = {}; }},
      {"constant_month", kMisfit,
       [](Program& p) {
         Expr& e = expr_of(p, ExprOp::constant);
         e.type.dimension = base::kPeriod;
         e.number = base::Decimal::of(5, 1);
       }},
      {"constant_enum", kMisfit,
       [](Program& p) {
         expr_of(p, ExprOp::constant).type = {TypeKind::enumeration, {}, EnumId(kSubstance), {}};
       }},
      {"fact_read", kMisfit, [](Program& p) { expr_of(p, ExprOp::fact).type = {}; }},
      {"definition_read", kMisfit, [](Program& p) { expr_of(p, ExprOp::definition).type.kind = TypeKind::integer; }},
      {"comparison", kMisfit,
       [](Program& p) {
         Expr& e = expr_of(p, ExprOp::less);
         e.children[1] = e.children[0];
         e.children[0] = place_of(p, ExprOp::constant);
       }},
      {"comparison_type", kMisfit, [](Program& p) { expr_of(p, ExprOp::less).type.kind = TypeKind::integer; }},
      {"order_of_unordered", kMisfit,
       [](Program& p) {
         Expr& e = expr_of(p, ExprOp::less_equal);
         e.children[0] = e.children[1] = place_of(p, ExprOp::group_key);
       }},
      {"connective", kMisfit,
       [](Program& p) { expr_of(p, ExprOp::conjunction).children[0] = place_of(p, ExprOp::constant); }},
      {"age", kMisfit, [](Program& p) { expr_of(p, ExprOp::age).children[0] = place_of(p, ExprOp::constant); }},
      {"table_key_type", kMisfit,
       [](Program& p) { expr_of(p, ExprOp::table).children[0] = place_of(p, ExprOp::constant); }},
      {"member_set", kMisfit,
       [](Program& p) {
         expr_of(p, ExprOp::member).more = ExprMore{.set = {2, 0}};
       }},
      {"member_range", kMisfit,
       [](Program& p) {
         expr_of(p, ExprOp::member).more = ExprMore{.set = {0, 3}};
       }},
      {"total", kMisfit, [](Program& p) { expr_of(p, ExprOp::total).type.kind = TypeKind::integer; }},
      {"body", kMisfit, [](Program& p) { expr_of(p, ExprOp::every).children[1] = place_of(p, ExprOp::total); }},
      {"may_be", kMisfit, [](Program& p) { expr_of(p, ExprOp::may_be).type.kind = TypeKind::integer; }},
      {"unbound", "uses a variable that is not bound around it",
       [](Program& p) { p.definitions[0].body = place_of(p, ExprOp::member); }},
      {"group_as_record", "uses a variable that is not bound around it",
       [](Program& p) { expr_of(p, ExprOp::total).children = {place_of(p, ExprOp::field)}; }},
      {"no_group", "runs over a group that no quantifier binds",
       [](Program& p) { expr_of(p, ExprOp::every).source = SourceKind::list; }},
      {"total_alone", "runs over a group that no quantifier binds",
       [](Program& p) { p.definitions[0].body = place_of(p, ExprOp::total); }},
      {"group_key_field", "groups by a field that is no enumeration",
       [](Program& p) { expr_of(p, ExprOp::every).index = 1; }},
      {"field_range", "reads a field that does not exist",
       [](Program& p) { p.exprs[expr_of(p, ExprOp::total).children[0].index].index = 2; }},
      {"field_read", "has a type that is not its field's",
       [](Program& p) { p.exprs[expr_of(p, ExprOp::total).children[0].index].index = 0; }},
      {"bound_twice", "binds a variable that another expression binds",
       [](Program& p) { expr_of(p, ExprOp::total).variable = 0; }},
  };
}

std::vector<Fault> meaning() {
  return {
      {"head_date", "the head: names a fact that is no date", [](Program& p) { p.as_of = FactId(kFlag); }},
      {"limits", "fact case.count: has a minimum above its maximum",
       [](Program& p) { p.facts[kCount].info.minimum = base::Decimal::of(6); }},
      {"list_length", "fact case.items: is a list without a greatest length",
       [](Program& p) { p.facts[kItems].max_items = 0; }},
      {"key_enumeration", "field case.items.amount: has a key field of another enumeration",
       [](Program& p) { p.records[0].fields[0].info.type.enumeration = EnumId(kReaction); }},
      {"unmeasured", "with a value that has no unit",
       [](Program& p) { p.enums[kSubstance].values[2].any_unit = false; }},
      {"unmarked_assessment", "that the schema does not mark as an assessment",
       [](Program& p) { p.facts[kFlag].assessment = false; }},
      {"assessed_twice", "assessment case.flag: stands twice",
       [](Program& p) { p.assessments.push_back(p.assessments[0]); }},
      {"two_rows", "table limit: has two rows for one key",
       [](Program& p) { p.tables[0].rows.push_back(p.tables[0].rows[0]); }},
      {"row_unit", "table limit: has a row of another type than its result",
       [](Program& p) { p.tables[0].rows[0].key = 1; }},
      {"uncovered", "neither covers its keys nor has an `otherwise`",
       [](Program& p) { p.tables[0].undetermined.reset(); }},
      {"two_otherwise", "has two kinds of `otherwise`",
       [](Program& p) { p.tables[0].otherwise = p.tables[0].rows[0].value; }},
      {"otherwise_unit", "has an `otherwise` of another type",
       [](Program& p) {
         p.tables[0].undetermined.reset();
         p.tables[0].otherwise = p.tables[0].rows[0].value;
       }},
      {"definition_type", "definition minor: has a body of another type",
       [](Program& p) {
         p.definitions[0].type.kind = TypeKind::integer;
         expr_of(p, ExprOp::definition).type.kind = TypeKind::integer;
       }},
      {"when", "decision reaction: has a `when` that is no bool",
       [](Program& p) { p.decisions[0].when = place_of(p, ExprOp::constant); }},
      {"guard", "rule frame: has a guard that is no bool",
       [](Program& p) { p.rules[2].when = place_of(p, ExprOp::constant); }},
      {"ground_names", "rule exception: has two grounds of one name",
       [](Program& p) { p.rules[1].grounds[1].name = "asked"; }},
      {"ground_names_of_eight", "rule exception: has two grounds of one name", [](Program& p) { repeat_ground(p, 8); }},
      {"ground_names_of_nine", "rule exception: has two grounds of one name", [](Program& p) { repeat_ground(p, 9); }},
      {"rule_unlisted", "decision reaction: does not list exactly the rules on it",
       [](Program& p) { p.decisions[0].rules.pop_back(); }},
      {"rule_listed_twice", "decision reaction: does not list exactly the rules on it",
       [](Program& p) { p.decisions[0].rules.back() = p.decisions[0].rules.front(); }},
      {"other_decision", "rule frame: reaches into another decision",
       [](Program& p) { p.rules[2].decision = DecisionId(std::size_t{1}); }},
      {"circle", "the rules: override or disapply each other in a circle",
       [](Program& p) { p.rules[0].overrides = {RuleId(std::size_t{2})}; }},
      {"itself", "the rules: override or disapply each other in a circle",
       [](Program& p) { p.rules[0].disapplies = {RuleId(std::size_t{0})}; }},
      {"option_twice", "rule ordinary: names an option twice",
       [](Program& p) { p.rules[0].choice.edit([](Choice& choice) { choice.options[1] = choice.options[0]; }); }},
      {"shape", "rule frame: has a qualifier with parts that do not fit its kind",
       [](Program& p) { carry(p).kind = QualifierKind::may_not_carry; }},
      {"definition_order", "definition minor: stands before a definition that it reads",
       [](Program& p) { p.definitions[0].body = place_of(p, ExprOp::definition); }},
      {"decision_order", "decision reaction: stands before a decision that it reads",
       [](Program& p) { p.rules[0].when = place_of(p, ExprOp::may_be); }},
  };
}

// `least reaction(a) >= least reaction(b)`, of two cases that differ in an amount.
Property sound_property() {
  Property property;
  property.name = "promise";
  property.cases = {"a", "b"};
  property.variation = Variation{FactId(kItems), 1, "f", 1};
  property.nodes.resize(3);
  property.nodes[0].op = PropertyOp::mildest;
  property.nodes[0].decision = DecisionId(std::size_t{0});
  property.nodes[1] = property.nodes[0];
  property.nodes[1].of_case = 1;
  property.nodes[2].op = PropertyOp::comparison;
  property.nodes[2].children = {0, 1};
  property.then = 2;
  return property;
}

std::vector<Fault> of_properties() {
  return {
      {"no_case", "property promise: speaks of no case, or of more than two",
       [](Program& p) { p.properties[0].cases.clear(); }},
      {"three_cases", "property promise: speaks of no case, or of more than two",
       [](Program& p) {
         p.properties[0].cases = {"a", "b", "c"};
       }},
      {"no_field", "property promise: varies what does not exist",
       [](Program& p) { p.properties[0].variation->field = 9; }},
      {"no_fact", "property promise: varies what does not exist",
       [](Program& p) { p.properties[0].variation->fact = nowhere<FactId>(); }},
      {"no_root", "property promise: has a node that does not exist", [](Program& p) { p.properties[0].then = 3; }},
      {"order", "property promise: has a node before its children",
       [](Program& p) { p.properties[0].nodes[0].children = {1}; }},
      {"other_case", "property promise: has a node of a case that it does not name",
       [](Program& p) { p.properties[0].nodes[1].of_case = 2; }},
      {"no_decision", "property promise: asks a decision that does not exist",
       [](Program& p) { p.properties[0].nodes[1].decision = nowhere<DecisionId>(); }},
      {"no_term", "property promise: has an expression that does not exist",
       [](Program& p) { p.properties[0].nodes[0] = PropertyNode{}; }},
  };
}

void expect_each(std::vector<Fault> const& faults) {
  for (Fault const& fault : faults) {
    Program program = sample_program();
    fault.plant(program);
    EXPECT_THAT(verify(program), testing::Contains(testing::HasSubstr(fault.text))) << fault.name;
  }
}

TEST(Verify, finds_each_misfit_of_a_property) {
  Program sound = sample_program();
  sound.properties = {sound_property()};
  EXPECT_THAT(verify(sound), testing::IsEmpty());
  for (Fault const& fault : of_properties()) {
    Program program = sound;
    fault.plant(program);
    EXPECT_THAT(verify(program), testing::Contains(testing::HasSubstr(fault.text))) << fault.name;
  }
}

TEST(Verify, finds_nothing_in_a_sound_program) { EXPECT_THAT(verify(sample_program()), testing::IsEmpty()); }
TEST(Verify, finds_nothing_in_an_empty_program) { EXPECT_THAT(verify(Program{}), testing::IsEmpty()); }
TEST(Verify, finds_each_reference_to_nothing) { expect_each(ids()); }
TEST(Verify, finds_each_misfit_of_types_and_variables) { expect_each(types()); }
TEST(Verify, finds_each_broken_promise_of_tables_rules_and_orders) { expect_each(meaning()); }

}  // namespace
}  // namespace hjemmel::ir
