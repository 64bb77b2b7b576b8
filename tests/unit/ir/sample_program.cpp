// The sample program, part by part.
#include "tests/unit/ir/sample_program.h"

#include <algorithm>

namespace hjemmel::ir {
namespace {

Type simple(TypeKind kind) { return {kind, {}, {}, {}}; }
Type grams() { return {TypeKind::quantity, base::kMass, {}, {}}; }
Type months() { return {TypeKind::quantity, base::kPeriod, {}, {}}; }
Type substance() { return {TypeKind::enumeration, {}, EnumId(kSubstance), {}}; }
Type amount() { return {TypeKind::amount, {}, EnumId(kSubstance), {}}; }

class Sample {
 public:
  Program make() {
    head();
    enums();
    facts();
    table();
    definitions();
    decision();
    rules();
    return std::move(program_);
  }

 private:
  ExprId add(ExprOp op, Type const& type, ExprIds const& children = {}) {
    Expr expr;
    expr.op = op;
    expr.type = type;
    expr.children = children;
    program_.exprs.push_back(expr);
    return ExprId(program_.exprs.size() - 1);
  }
  Expr& at(ExprId id) { return program_.exprs[id.index]; }
  ExprId constant(Type const& type, std::int64_t number) {
    ExprId const id = add(ExprOp::constant, type);
    at(id).number = base::Decimal::of(number);
    return id;
  }
  ExprId fact(std::size_t id) {
    ExprId const expr = add(ExprOp::fact, program_.facts[id].info.type);
    at(expr).fact = FactId(id);
    return expr;
  }

  void head() {
    program_.name = "no.sample";
    program_.title = {"A sample", "Et eksempel"};
    program_.jurisdiction = "NO";
    program_.status = "proposed";
    program_.status_by = "the committee";
    program_.schema = "no/sample";
    program_.law_known_on = base::make_date(2026, 7, 2);
    program_.sources = {{"act", "the act", "lov/1"}};
    program_.units = {{"blotter", {"", "papirlapp"}, false, {}}};
  }

  void enums() {
    EnumValue fine;
    fine.name = "fine";
    fine.authorities = {"prosecutor"};
    fine.parameters = {{"amount", {TypeKind::quantity, base::kMoneyNok, {}, {}}}};
    EnumValue prison;
    prison.name = "prison";
    prison.rank = 1;
    prison.parameters = {{"length", months()}};
    program_.enums.push_back({"Reaction", "severity", {fine, prison}, {}});
    EnumValue herb;
    herb.name = "herb";
    herb.dimension = base::kMass;
    EnumValue lsd;
    lsd.name = "lsd";
    lsd.dimension = base::Dimension{base::kFirstDeclaredDimension};
    EnumValue other;
    other.name = "other";
    other.any_unit = true;
    program_.enums.push_back({"Substance", "", {herb, lsd, other}, {}});
    program_.conditions = {{"meeting", {{"times", simple(TypeKind::integer)}}, {}}};
  }

  void add_fact(std::string const& name, Type const& type) {
    Fact fact;
    fact.info.name = name;
    fact.info.type = type;
    program_.facts.push_back(fact);
  }

  void facts() {
    add_fact("case.flag", simple(TypeKind::boolean));
    program_.facts[kFlag].assessment = true;
    program_.facts[kFlag].judged_by = {"court"};
    add_fact("person.birth", simple(TypeKind::date));
    program_.facts[kBirth].info.fixed = true;
    program_.facts[kBirth].info.sensitivity = Sensitivity::personal;
    add_fact("case.act_date", simple(TypeKind::date));
    Field kind;
    kind.info.name = "kind";
    kind.info.type = substance();
    Field weighed;
    weighed.info.name = "amount";
    weighed.info.type = amount();
    weighed.info.minimum = base::Decimal();
    weighed.key_field = 0;
    program_.records.push_back({"case.items", {kind, weighed}});
    add_fact("case.items", {TypeKind::list, {}, {}, RecordId(std::size_t{0})});
    program_.facts[kItems].max_items = 9;
    add_fact("case.count", simple(TypeKind::integer));
    program_.facts[kCount].info.minimum = base::Decimal();
    program_.facts[kCount].info.maximum = base::Decimal::of(5);
    program_.as_of = FactId(kActDate);
    program_.assessments = {{FactId(kFlag), {"court"}, {"age"}, true, {}, {}}};
  }

  void table() {
    Table limit;
    limit.name = "limit";
    limit.key = EnumId(kSubstance);
    limit.result = amount();
    limit.rows = {{0, constant(grams(), 15), {}}};
    limit.undetermined = OpenLaw{"no limit is set", {}};
    program_.tables.push_back(limit);
  }

  // every v0 in case.items by kind where v0.kind in {herb, other} has (total v1.amount for v1 in group v0) <= limit(key of v0)
  ExprId minor_amount() {
    program_.variable_count = 2;
    ExprId const asked = add(ExprOp::field, substance());
    ExprId const where = add(ExprOp::member, simple(TypeKind::boolean), {asked});
    at(where).more = ExprMore{.set = {0, 2}};
    ExprId const field = add(ExprOp::field, amount());
    at(field).variable = 1;
    at(field).index = 1;
    ExprId const total = add(ExprOp::total, amount(), {field});
    at(total).source = SourceKind::group;
    at(total).variable = 1;
    ExprId const key = add(ExprOp::group_key, substance());
    ExprId const limit = add(ExprOp::table, amount(), {key});
    at(limit).more = ExprMore{.table = TableId(std::size_t{0})};
    ExprId const body = add(ExprOp::less_equal, simple(TypeKind::boolean), {total, limit});
    ExprId const every = add(ExprOp::every, simple(TypeKind::boolean), {where, body});
    at(every).source = SourceKind::list_by_key;
    at(every).fact = FactId(kItems);
    at(every).has_where = true;
    return every;
  }

  void definitions() {
    program_.definitions.push_back(
        {"minor", simple(TypeKind::boolean), minor_amount(), {{SourceId(std::size_t{0}), "first", {}}}, {}});
    ExprId const age = add(ExprOp::age, months(), {fact(kBirth), fact(kActDate)});
    ExprId const young = add(ExprOp::less, simple(TypeKind::boolean), {age, constant(months(), 216)});
    ExprId const read = add(ExprOp::definition, simple(TypeKind::boolean));
    at(read).definition = DefinitionId(std::size_t{0});
    program_.definitions.push_back({"young",
                                    simple(TypeKind::boolean),
                                    add(ExprOp::conjunction, simple(TypeKind::boolean), {read, young}),
                                    {},
                                    {}});
  }

  void decision() {
    ExprId const read = add(ExprOp::definition, simple(TypeKind::boolean));
    at(read).definition = DefinitionId(std::size_t{1});
    program_.decisions.push_back({"reaction", EnumId(kReaction), {"court"}, read, "another act applies", {}, {}, {}});
    ExprId const may = add(ExprOp::may_be, simple(TypeKind::boolean));
    at(may).decision = DecisionId(std::size_t{0});
    at(may).index = 1;
    program_.decisions.push_back({"second", EnumId(kReaction), {}, may, "", {}, {}, {}});
  }

  void add_rule(Rule const& rule) {
    program_.decisions[rule.decision.index].rules.push_back(RuleId(program_.rules.size()));
    program_.rules.push_back(rule);
  }

  void rules() {
    Rule ordinary;
    ordinary.name = "ordinary";
    ordinary.decision = DecisionId(std::size_t{0});
    ordinary.choice = Choice{Modality::may_be, {{0, {}}, {1, {{0, BoundKind::at_most, base::Decimal::of(6)}}}}, {}};
    ordinary.citations = {{SourceId(std::size_t{0}), "second", {"M5-1", "M5-2"}}};
    add_rule(ordinary);
    Rule exception;
    exception.name = "exception";
    exception.decision = DecisionId(std::size_t{0});
    exception.overrides = {RuleId(std::size_t{0})};
    exception.grounds = {{"asked", fact(kFlag), false}, {"rest", fact(kFlag), true}};
    exception.unless =
        add(ExprOp::greater, simple(TypeKind::boolean), {fact(kCount), constant(simple(TypeKind::integer), 3)});
    ConditionUse const meeting{ConditionId(std::size_t{0}), {{0, BoundKind::at_most, base::Decimal::of(3)}}, {0}};
    exception.choice = Choice{Modality::normally_is, {{0, {}}}, {meeting}};
    add_rule(exception);
    Rule frame;
    frame.name = "frame";
    frame.decision = DecisionId(std::size_t{0});
    Qualifier carry;
    carry.kind = QualifierKind::may_carry;
    carry.option = 0;
    carry.condition = meeting;
    frame.qualifiers = {carry};
    frame.disapplies = {RuleId(std::size_t{1})};
    add_rule(frame);
  }

  Program program_;
};

}  // namespace

Program sample_program() { return Sample().make(); }

Expr& expr_of(Program& program, ExprOp op) {
  return *std::find_if(program.exprs.begin(), program.exprs.end(), [op](Expr const& expr) { return expr.op == op; });
}

}  // namespace hjemmel::ir
