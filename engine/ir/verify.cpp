// Third part, and the entry: facts and tables that say what they must, effects of a rule in their shape, no cycle among rules.
// Relies on the two parts before it.
#include "engine/ir/verify.h"

#include <algorithm>
#include <set>

#include "engine/ir/bounds.h"
#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

// Each from each. Few are told apart sooner by their lengths than by an order.
bool differ(std::vector<std::string_view>& names) {
  constexpr std::size_t kFew = 8;
  if (names.size() > kFew) {
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
  }
  for (auto one = names.begin(); one != names.end(); ++one) {
    if (std::find(names.begin(), one, *one) != one) {
      return false;
    }
  }
  return true;
}

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
      faults_.require(fits(type_of(definition.body), definition.type), Where("definition ", definition.name),
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

  void limits(FactInfo const& info, Where const& where) {
    faults_.require(!info.minimum || !info.maximum || *info.minimum <= *info.maximum, where,
                    "has a minimum above its maximum");
  }

  void verify_record(Record const& record) {
    for (Field const& field : record.fields) {
      Where const where{"field ", record.name, ".", field.info.name};
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
  void measured(EnumId id, Where const& where) {
    auto const& values = program_.enums[id.index].values;
    bool const all = std::all_of(values.begin(), values.end(),
                                 [](EnumValue const& value) { return value.any_unit != value.dimension.has_value(); });
    faults_.require(all, where, "is an amount of an enumeration with a value that has no unit");
  }

  void verify_fact(Fact const& fact) {
    limits(fact.info, Where("fact ", fact.info.name));
    bool const sized = fact.info.type.kind != TypeKind::list || fact.max_items > 0;
    faults_.require(sized, Where("fact ", fact.info.name), "is a list without a greatest length");
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
      Where const where{"assessment ", fact.info.name};
      faults_.require(is_marked(fact, assessment.field), where,
                      "is of a fact that the schema does not mark as an assessment");
      faults_.require(seen.insert({assessment.fact, assessment.field}).second, where, "stands twice");
    }
  }

  void verify_table(Table const& table) {
    Where const where{"table ", table.name};
    std::size_t const key_count = program_.enums[table.key.index].values.size();
    std::vector<bool> has_row(key_count);
    std::size_t rows = 0;  // of different keys
    verify_inputs(table, where);
    for (TableRow const& row : table.rows) {
      faults_.require(!has_row[row.key], where, "has two rows for one key");
      rows += has_row[row.key] ? 0 : 1;
      has_row[row.key] = true;
      faults_.require(value_fits(table, row.key, row.value), where, "has a row of another type than its result");
    }
    bool const has_otherwise = table.otherwise.has_value();
    faults_.require(!has_otherwise || otherwise_fits(table, has_row), where,
                    "has an `otherwise` of another type than its result");
    faults_.require(!(has_otherwise && table.undetermined), where, "has two kinds of `otherwise`");
    faults_.require(rows == key_count || has_otherwise || table.undetermined, where,
                    "neither covers its keys nor has an `otherwise`");
  }

  void verify_inputs(Table const& table, Where const& where) {
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
  bool otherwise_fits(Table const& table, std::vector<bool> const& has_row) const {
    for (std::uint32_t key = 0; key < has_row.size(); ++key) {
      if (!has_row[key] && !value_fits(table, key, table.otherwise)) {
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
  // `kinds`: of the expressions' types.
  Rules(Program const& program, std::vector<TypeKind> const& kinds, Faults& faults)
      : program_(program), kinds_(kinds), faults_(faults) {}

  void verify() {
    for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
      verify_decision(DecisionId(i));
      for (RuleId const rule : program_.decisions[i].rules) {
        verify_rule(rule);
      }
    }
    all_rules_are_listed();
    for (Service const& service : program_.services) {
      verify_service(service);
    }
    for (Duty const& duty : program_.duties) {
      bool const by_date = program_.exprs[duty.due.index].type.kind == TypeKind::date;
      faults_.require(by_date, Where("duty ", duty.name), "is due by something that is no date");
    }
    faults_.require(!has_cycle(), "the rules", "override or disapply each other in a circle");
  }

 private:
  bool is_condition(ExprId id) const { return !id.has_value() || kinds_[id.index] == TypeKind::boolean; }

  void verify_service(Service const& service) {
    bool guards = is_condition(service.offered) && is_condition(service.in_force);
    for (Criterion const& criterion : service.criteria) {
      guards = guards && is_condition(criterion.condition);
    }
    faults_.require(guards, Where("service ", service.name), "has a criterion that is no bool");
  }

  void verify_decision(DecisionId id) {
    Decision const& decision = program_.decisions[id.index];
    Where const where{"decision ", decision.name};
    faults_.require(is_condition(decision.when), where, "has a `when` that is no bool");
    faults_.require(lists_its_own(id), where, "does not list exactly the rules on it");
  }

  // As each decision lists its own once, it is enough to count; who lacks one is sought where there are too few.
  void all_rules_are_listed() {
    std::size_t listed = 0;
    for (Decision const& decision : program_.decisions) {
      listed += decision.rules.size();
    }
    if (listed == program_.rules.size()) {
      return;
    }
    std::vector<std::size_t> rules_on(program_.decisions.size());
    for (Rule const& rule : program_.rules) {
      ++rules_on[rule.decision.index];
    }
    for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
      Decision const& decision = program_.decisions[i];
      faults_.require(decision.rules.size() >= rules_on[i], Where("decision ", decision.name),
                      "does not list exactly the rules on it");
    }
  }

  // Each once.
  bool lists_its_own(DecisionId id) const {
    RuleIds const& rules = program_.decisions[id.index].rules;
    bool const own =
        std::all_of(rules.begin(), rules.end(), [&](RuleId rule) { return program_.rules[rule.index].decision == id; });
    if (!own || std::adjacent_find(rules.begin(), rules.end(), std::greater_equal<>()) == rules.end()) {
      return own;
    }
    RuleIds sorted = rules;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  }

  void verify_rule(RuleId id) {
    Rule const& rule = program_.rules[id.index];
    Where const where{"rule ", rule.name};
    bool guards = is_condition(rule.when) && is_condition(rule.unless);
    names_.clear();
    for (Ground const& ground : rule.grounds) {
      guards = guards && is_condition(ground.condition);
      names_.push_back(ground.name);
    }
    faults_.require(differ(names_), where, "has two grounds of one name");
    faults_.require(guards, where, "has a guard that is no bool");
    for (auto const* list : {&rule.overrides, &rule.disapplies}) {
      for (RuleId const other : *list) {
        faults_.require(program_.rules[other.index].decision == rule.decision, where, "reaches into another decision");
        all_point_back_ = all_point_back_ && other < id;
      }
    }
    if (rule.choice) {
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

  static bool distinct(OptionUses const& options) {
    if (options.size() < 2) {
      return true;
    }
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
    if (all_point_back_) {
      return false;
    }
    std::vector<std::size_t> above(program_.rules.size());
    for (Rule const& rule : program_.rules) {
      for (auto const* list : {&rule.overrides, &rule.disapplies}) {
        for (RuleId const id : *list) {
          ++above[id.index];
        }
      }
    }
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < program_.rules.size(); ++i) {
      if (above[i] == 0) {
        open.push_back(i);
      }
    }
    std::size_t left = program_.rules.size();
    for (; !open.empty(); --left) {
      Rule const& rule = program_.rules[open.back()];
      open.pop_back();
      for (auto const* list : {&rule.overrides, &rule.disapplies}) {
        for (RuleId const id : *list) {
          if (--above[id.index] == 0) {
            open.push_back(id.index);
          }
        }
      }
    }
    return left != 0;
  }

  Program const& program_;
  std::vector<TypeKind> const& kinds_;
  Faults& faults_;
  std::vector<std::string_view> names_;  // of the grounds of one rule
  bool all_point_back_ = true;           // each rule so far overrides and disapplies earlier ones only
};

}  // namespace

std::vector<std::string> verify(Program const& program) {
  Faults faults;
  verify_ids(program, faults);
  if (faults.none()) {
    Tables(program, faults).verify();
    std::vector<TypeKind> const kinds = verify_expressions(program, faults);
    Rules(program, kinds, faults).verify();
    verify_order(program, faults);
  }
  return faults.take();
}

}  // namespace hjemmel::ir
