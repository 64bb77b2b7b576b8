// Third part, and the entry: facts and tables that say what they must, effects of a rule in their shape, definitions and
// decisions after all that they read, no cycle among rules. Relies on the two parts before it.
#include "engine/ir/verify.h"

#include <algorithm>
#include <set>

#include "engine/ir/bounds.h"
#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

class Tables {
 public:
  Tables(Program const& program, Faults& faults) : program_(program), faults_(faults) {}

  void verify() {
    head();
    for (Record const& record : program_.records) {
      verify_record(record);
    }
    for (Fact const& fact : program_.facts) {
      verify_fact(fact);
    }
    assessments();
    verify_basis(program_, faults_);
    for (Table const& table : program_.tables) {
      verify_table(table);
    }
    for (Definition const& definition : program_.definitions) {
      faults_.require(fits(type_of(definition.body), definition.type), "definition " + definition.name,
                      "has a body of another type");
    }
  }

 private:
  Type const& type_of(ExprId id) const { return program_.exprs[id.index].type; }

  void head() {
    for (FactId const id : {program_.as_of, program_.decided_on}) {
      bool const is_date = !id.has_value() || program_.facts[id.index].info.type.kind == TypeKind::date;
      faults_.require(is_date, "the head", "names a fact that is no date");
    }
  }

  void limits(FactInfo const& info, std::string const& where) {
    faults_.require(!info.minimum || !info.maximum || *info.minimum <= *info.maximum, where,
                    "has a minimum above its maximum");
  }

  void verify_record(Record const& record) {
    for (Field const& field : record.fields) {
      std::string const where = "field " + record.name + "." + field.info.name;
      limits(field.info, where);
      faults_.require(field.info.type.kind != TypeKind::list, where, "is a list inside a list");
      if (field.info.type.kind == TypeKind::amount) {
        Type const& key = record.fields[field.key_field].info.type;
        bool const fits_key = key.kind == TypeKind::enumeration && key.enumeration == field.info.type.enumeration;
        faults_.require(fits_key, where, "has a key field of another enumeration");
        measured(field.info.type.enumeration, where);
      }
    }
  }

  // Every value of the enumeration says what its amounts are measured in.
  void measured(EnumId id, std::string const& where) {
    auto const& values = program_.enums[id.index].values;
    bool const all = std::all_of(values.begin(), values.end(),
                                 [](EnumValue const& value) { return value.any_unit != value.dimension.has_value(); });
    faults_.require(all, where, "is an amount of an enumeration with a value that has no unit");
  }

  void verify_fact(Fact const& fact) {
    limits(fact.info, "fact " + fact.info.name);
    bool const sized = fact.info.type.kind != TypeKind::list || fact.max_items > 0;
    faults_.require(sized, "fact " + fact.info.name, "is a list without a greatest length");
  }

  bool is_marked(Fact const& fact, std::uint32_t field) const {
    if (field == UINT32_MAX) {
      return fact.assessment;
    }
    bool const list = fact.info.type.kind == TypeKind::list;
    return list && field < program_.records[fact.info.type.record.index].fields.size() &&
           program_.records[fact.info.type.record.index].fields[field].assessment;
  }

  void assessments() {
    std::set<std::pair<FactId, std::uint32_t>> seen;
    for (Assessment const& assessment : program_.assessments) {
      Fact const& fact = program_.facts[assessment.fact.index];
      std::string const where = "assessment " + fact.info.name;
      faults_.require(is_marked(fact, assessment.field), where,
                      "is of a fact that the schema does not mark as an assessment");
      faults_.require(seen.insert({assessment.fact, assessment.field}).second, where, "stands twice");
    }
  }

  void verify_table(Table const& table) {
    std::string const where = "table " + table.name;
    std::set<std::uint32_t> keys;
    verify_inputs(table, where);
    for (TableRow const& row : table.rows) {
      faults_.require(keys.insert(row.key).second, where, "has two rows for one key");
      faults_.require(value_fits(table, row.key, row.value), where, "has a row of another type than its result");
    }
    bool const has_otherwise = table.otherwise.has_value();
    faults_.require(!has_otherwise || otherwise_fits(table, keys), where,
                    "has an `otherwise` of another type than its result");
    faults_.require(!(has_otherwise && table.undetermined), where, "has two kinds of `otherwise`");
    bool const covers = keys.size() == program_.enums[table.key.index].values.size();
    faults_.require(covers || has_otherwise || table.undetermined, where,
                    "neither covers its keys nor has an `otherwise`");
  }

  void verify_inputs(Table const& table, std::string const& where) {
    std::size_t combinations = 1;
    for (TableInput const& input : table.inputs) {
      bool const by_value = input.type.kind == TypeKind::enumeration || input.type.kind == TypeKind::boolean;
      std::size_t const values =
          input.type.kind == TypeKind::enumeration ? program_.enums[input.type.enumeration.index].values.size() : 2;
      faults_.require(input.classes == (by_value ? values : input.cuts.size() + 1) && (!by_value || input.cuts.empty()),
                      where, "has an input with the wrong number of classes");
      for (std::size_t i = 0; i < input.cuts.size(); ++i) {
        Expr const& at = program_.exprs[input.cuts[i].at.index];
        faults_.require(at.op == ExprOp::constant && at.type == input.type, where,
                        "has a limit that is no constant of its input's type");
        faults_.require(i == 0 || in_order(input.cuts[i - 1], input.cuts[i]), where, "has limits out of order");
      }
      combinations *= input.classes;
    }
    faults_.require(table.inputs.empty() || combinations == program_.enums[table.key.index].values.size(), where,
                    "has another number of keys than its inputs have combinations");
  }

  bool in_order(TableCut const& lower, TableCut const& upper) const {
    base::Decimal const low = program_.exprs[lower.at.index].number;
    base::Decimal const high = program_.exprs[upper.at.index].number;
    return low < high || (low == high && !lower.included && upper.included);
  }

  // An amount of a key stands in the table as a quantity in the dimension that the key declares.
  bool value_fits(Table const& table, std::uint32_t key, ExprId value) const {
    Type const& written = type_of(value);
    if (table.result.kind != TypeKind::amount || written.kind != TypeKind::quantity) {
      return fits(written, table.result);
    }
    auto const& dimension = program_.enums[table.key.index].values[key].dimension;
    return (table.result.enumeration == table.key || !table.inputs.empty()) && dimension == written.dimension;
  }

  // The value has to fit every key that has no row of its own.
  bool otherwise_fits(Table const& table, std::set<std::uint32_t> const& rows) const {
    auto const key_count = static_cast<std::uint32_t>(program_.enums[table.key.index].values.size());
    for (std::uint32_t key = 0; key < key_count; ++key) {
      if (!rows.contains(key) && !value_fits(table, key, table.otherwise)) {
        return false;
      }
    }
    return true;
  }

  Program const& program_;
  Faults& faults_;
};

class Rules {
 public:
  Rules(Program const& program, Faults& faults) : program_(program), faults_(faults) {}

  void verify() {
    std::vector<std::vector<RuleId>> on(program_.decisions.size());
    for (std::size_t i = 0; i < program_.rules.size(); ++i) {
      on[program_.rules[i].decision.index].push_back(RuleId(i));
    }
    for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
      verify_decision(program_.decisions[i], on[i]);
    }
    for (std::size_t i = 0; i < program_.rules.size(); ++i) {
      verify_rule(RuleId(i));
    }
    for (Service const& service : program_.services) {
      verify_service(service);
    }
    for (Duty const& duty : program_.duties) {
      bool const by_date = program_.exprs[duty.due.index].type.kind == TypeKind::date;
      faults_.require(by_date, "duty " + duty.name, "is due by something that is no date");
    }
    faults_.require(!has_cycle(), "the rules", "override or disapply each other in a circle");
  }

 private:
  bool is_condition(ExprId id) const {
    return !id.has_value() || program_.exprs[id.index].type.kind == TypeKind::boolean;
  }

  void verify_service(Service const& service) {
    bool guards = is_condition(service.offered) && is_condition(service.in_force);
    for (Criterion const& criterion : service.criteria) {
      guards = guards && is_condition(criterion.condition);
    }
    faults_.require(guards, "service " + service.name, "has a criterion that is no bool");
  }

  void verify_decision(Decision const& decision, std::vector<RuleId> const& on_it) {
    std::string const where = "decision " + decision.name;
    faults_.require(is_condition(decision.when), where, "has a `when` that is no bool");
    std::vector<RuleId> listed = decision.rules;
    std::sort(listed.begin(), listed.end());
    faults_.require(listed == on_it, where, "does not list exactly the rules on it");
  }

  void verify_rule(RuleId id) {
    Rule const& rule = program_.rules[id.index];
    std::string const where = "rule " + rule.name;
    bool guards = is_condition(rule.when) && is_condition(rule.unless);
    std::set<std::string> names;
    for (Ground const& ground : rule.grounds) {
      guards = guards && is_condition(ground.condition);
      faults_.require(names.insert(ground.name).second, where, "has two grounds of one name");
    }
    faults_.require(guards, where, "has a guard that is no bool");
    for (auto const* list : {&rule.overrides, &rule.disapplies}) {
      for (RuleId const other : *list) {
        faults_.require(program_.rules[other.index].decision == rule.decision, where, "reaches into another decision");
      }
    }
    if (rule.choice) {
      faults_.require(!rule.choice->options.empty(), where, "chooses nothing");
      bool const on_figure = program_.decisions[rule.decision.index].of_figure;
      faults_.require(!on_figure || says_a_figure(*rule.choice), where, "chooses no figure");
      faults_.require(distinct(rule.choice->options), where, "names an option twice");
    }
    for (Qualifier const& qualifier : rule.qualifiers) {
      faults_.require(has_its_shape(qualifier), where, "has a qualifier with parts that do not fit its kind");
      faults_.require(distinct(qualifier.options), where, "names an option twice");
    }
  }

  static bool says_a_figure(Choice const& choice) {
    std::vector<Bound> const& bounds = choice.options.front().bounds;
    return bounds.size() == 1 && bounds.front().kind == BoundKind::exactly && bounds.front().computed.has_value();
  }

  static bool distinct(std::vector<OptionUse> const& options) {
    std::set<std::uint32_t> seen;
    return std::all_of(options.begin(), options.end(),
                       [&](OptionUse const& use) { return seen.insert(use.value).second; });
  }

  static bool has_its_shape(Qualifier const& qualifier) {
    bool const options = !qualifier.options.empty();
    bool const condition = qualifier.condition.has_value();
    bool const authorities = !qualifier.authorities.empty();
    auto const bounded = [&](bool wanted) {
      return std::all_of(qualifier.options.begin(), qualifier.options.end(),
                         [&](OptionUse const& use) { return use.bounds.empty() != wanted; });
    };
    switch (qualifier.kind) {
      case QualifierKind::may_also_be:
        return options && !condition && !authorities;
      case QualifierKind::may_not_be:
        return options && !condition && !authorities && bounded(false);
      case QualifierKind::bound:
        return options && !condition && !authorities && bounded(true);
      case QualifierKind::decided_by:
        return !options && !condition && authorities;
      case QualifierKind::may_not_carry:
        return !options && condition && !authorities && qualifier.condition->bounds.empty() &&
               qualifier.condition->states.empty();
      case QualifierKind::must_carry:
      case QualifierKind::may_carry:
        return !options && condition && !authorities;
    }
    return false;
  }

  // Rules are taken away once all that points at them is gone; what stays forms a circle.
  bool has_cycle() const {
    std::vector<std::size_t> above(program_.rules.size());
    auto const count = [&](Rule const& rule, std::size_t (*change)(std::size_t)) {
      for (auto const* list : {&rule.overrides, &rule.disapplies}) {
        for (RuleId const id : *list) {
          above[id.index] = change(above[id.index]);
        }
      }
    };
    for (Rule const& rule : program_.rules) {
      count(rule, [](std::size_t n) { return n + 1; });
    }
    std::vector<bool> gone(program_.rules.size());
    std::size_t left = program_.rules.size();
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < program_.rules.size(); ++i) {
        if (!gone[i] && above[i] == 0) {
          gone[i] = moved = true;
          --left;
          count(program_.rules[i], [](std::size_t n) { return n - 1; });
        }
      }
    }
    return left != 0;
  }

  Program const& program_;
  Faults& faults_;
};

// Definitions and decisions read each other: each stands after those of its own kind that it reads, directly or through the
// other kind, so an evaluation that goes down the reads always ends. What one of the same kind reads is that one's own matter.
class ReadOrder {
 public:
  ReadOrder(Program const& program, Faults& faults) : program_(program), faults_(faults) {}

  void verify() {
    for (std::size_t i = 0; i < program_.definitions.size(); ++i) {
      Reads const reads = of_exprs({program_.definitions[i].body}, Follow::decisions);
      bool const ordered =
          std::all_of(reads.definitions.begin(), reads.definitions.end(), [&](std::size_t at) { return at < i; });
      faults_.require(ordered, "definition " + program_.definitions[i].name,
                      "stands before a definition that it reads");
    }
    for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
      Reads const reads = of_decision(i);
      bool const ordered =
          std::all_of(reads.decisions.begin(), reads.decisions.end(), [&](std::size_t at) { return at < i; });
      faults_.require(ordered, "decision " + program_.decisions[i].name, "stands before a decision that it reads");
    }
  }

 private:
  enum class Follow : std::uint8_t { definitions, decisions };

  struct Reads {
    std::set<std::size_t> definitions;
    std::set<std::size_t> decisions;
  };

  // Everything reached from these expressions; what was seen is not followed again, so circles end.
  Reads of_exprs(std::vector<ExprId> open, Follow follow) const {
    Reads reads;
    std::set<ExprId> seen;
    while (!open.empty()) {
      ExprId const id = open.back();
      open.pop_back();
      if (!id.has_value() || !seen.insert(id).second) {
        continue;
      }
      Expr const& expr = program_.exprs[id.index];
      open.insert(open.end(), expr.children.begin(), expr.children.end());
      bool const selects = expr.op == ExprOp::selecting_date;
      for (DefinitionId const read : {expr.definition, selects ? program_.selecting_decided : DefinitionId()}) {
        bool const is_new = read.has_value() && reads.definitions.insert(read.index).second;
        if (is_new && follow == Follow::definitions) {
          open.push_back(program_.definitions[read.index].body);
        }
      }
      for (Presumption const& presumption : program_.presumptions) {
        if (expr.op == ExprOp::fact && presumption.fact == expr.fact) {
          open.push_back(presumption.when);
        }
      }
      if (expr.op == ExprOp::table) {
        add_table(program_.tables[expr.table.index], open);
      }
      bool const asks = expr.op == ExprOp::may_be || expr.op == ExprOp::is_only || expr.op == ExprOp::figure;
      bool const is_new = asks && reads.decisions.insert(expr.decision.index).second;
      if (is_new && follow == Follow::decisions) {
        add_decision(expr.decision.index, open);
      }
    }
    return reads;
  }

  Reads of_decision(std::size_t at) const {
    std::vector<ExprId> open;
    add_decision(at, open);
    return of_exprs(std::move(open), Follow::definitions);
  }

  static void add_table(Table const& table, std::vector<ExprId>& open) {
    open.push_back(table.otherwise);
    for (TableRow const& row : table.rows) {
      open.push_back(row.value);
    }
  }

  void add_decision(std::size_t at, std::vector<ExprId>& open) const {
    open.push_back(program_.decisions[at].when);
    for (RuleId const id : program_.decisions[at].rules) {
      Rule const& rule = program_.rules[id.index];
      open.push_back(rule.when);
      open.push_back(rule.unless);
      for (Ground const& ground : rule.grounds) {
        open.push_back(ground.condition);
      }
      std::vector<ExprId> const bounds = computed_bounds(rule);
      open.insert(open.end(), bounds.begin(), bounds.end());
    }
  }

  Program const& program_;
  Faults& faults_;
};

}  // namespace

std::vector<std::string> verify(Program const& program) {
  Faults faults;
  verify_ids(program, faults);
  if (faults.none()) {
    Tables(program, faults).verify();
    verify_expressions(program, faults);
    Rules(program, faults).verify();
    ReadOrder(program, faults).verify();
  }
  return faults.take();
}

}  // namespace hjemmel::ir
