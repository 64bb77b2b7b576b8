// Joins checked programs: every id of a used one is counted on from the package's own, or found again by its name.
#include "engine/check/uses.h"

#include <algorithm>
#include <memory>

#include "engine/check/renumber.h"
#include "engine/check/versions.h"
#include "engine/ir/fact_enums.h"

namespace hjemmel::check {
namespace {

using ir::TypeKind;

// One used program on its way into the bench.
class Import {
 public:
  Import(Workbench& bench, UsedProgram const& used)
      : bench_(bench), into_(bench.program), from_(*used.program), used_(used) {}

  void run() {
    exprs_ = next(into_.exprs.size());
    terms_ = next(into_.terms.size());
    functions_ = join_functions(into_, from_);
    parameters_ = next(into_.parameters.size());
    readings_ = next(into_.readings.size());
    tables_ = next(into_.tables.size());
    definitions_ = next(into_.definitions.size());
    decisions_ = next(into_.decisions.size());
    conditions_ = next(into_.conditions.size());
    sources_ = next(into_.sources.size());
    bool const room = refuse_taken_alias() && !refuse_used_periods(bench_, from_, used_.alias_span);
    join_units();
    join_enums();
    join_facts();
    if (!good_ || !room) {
      return;
    }
    add_sources_and_conditions();
    add_exprs();
    add_parameters();
    add_readings();
    add_tables();
    add_definitions();
    add_decisions();
    add_assessments();
    add_labels();
  }

  // After the package's own rules, those of its services included.
  void add_rules() {
    if (!good_) {
      return;
    }
    rules_ = next(into_.rules.size());
    for (std::size_t i = 0; i < from_.decisions.size(); ++i) {
      for (ir::RuleId const rule : from_.decisions[i].rules) {
        into_.decisions[decisions_ + i].rules.emplace_back(rule.index + rules_);
      }
    }
    for (ir::Rule rule : from_.rules) {
      rule.name = qualified(rule.name);
      renumber(rule, {decisions_, exprs_, rules_, conditions_});
      cite(rule.citations);
      into_.rules.push_back(std::move(rule));
    }
    add_presumptions();
  }

 private:
  static std::uint32_t next(std::size_t size) { return static_cast<std::uint32_t>(size); }
  [[nodiscard]] std::string qualified(std::string const& name) const { return used_.alias + "." + name; }

  bool refuse_taken_alias() {
    std::string const head = used_.alias + ".";
    bool const taken = std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(),
                                   [&](std::string const& path) { return path.starts_with(head); });
    if (taken) {
      bench_.sink.add(diag::Kind::duplicate_name, used_.alias_span,
                      "`" + used_.alias + "` is also how facts of this package begin",
                      "use the package under another name, `as` something else");
    }
    return !taken;
  }

  void refuse_fact(std::string const& what) {
    good_ = false;
    bench_.sink.add(diag::Kind::facts_differ, used_.alias_span,
                    what + " is not the same in `" + into_.name + "` and in `" + from_.name + "`",
                    "packages that are read together need facts of the same kind under the same name");
  }

  // ---- types
  void join_units() {
    for (ir::DeclaredUnit const& unit : from_.units) {
      auto const at = std::find_if(into_.units.begin(), into_.units.end(),
                                   [&](ir::DeclaredUnit const& other) { return other.name == unit.name; });
      if (at != into_.units.end() && (at->money != unit.money || at->minor != unit.minor)) {
        refuse_fact("`" + unit.name + "`");
      }
      units_.push_back(next(static_cast<std::size_t>(at - into_.units.begin())));
      if (at == into_.units.end()) {
        into_.units.push_back(unit);
      }
    }
  }

  [[nodiscard]] base::Dimension mapped(base::Dimension dimension) const {
    if (dimension.code >= base::kFirstDeclaredDimension) {
      auto const index = static_cast<std::size_t>(dimension.code - base::kFirstDeclaredDimension);
      dimension.code = static_cast<std::uint16_t>(base::kFirstDeclaredDimension + units_[index]);
    }
    return dimension;
  }

  [[nodiscard]] ir::Type mapped(ir::Type type) const {
    if (type.kind == TypeKind::quantity) {
      type.dimension = mapped(type.dimension);
    }
    if (type.enumeration.has_value()) {
      type.enumeration = ir::EnumId(enums_[type.enumeration.index]);
    }
    return type;
  }

  // Those of facts, which both schemas name; the others are the used package's own.
  void join_enums() {
    auto const own = ir::enums_of_facts(into_);
    auto const theirs = ir::enums_of_facts(from_);
    std::size_t const before = own.size();
    for (std::size_t i = 0; i < from_.enums.size(); ++i) {
      std::size_t same = into_.enums.size();
      for (std::size_t j = 0; j < before && theirs[i]; ++j) {
        same = own[j] && into_.enums[j].name == from_.enums[i].name ? j : same;
      }
      enums_.push_back(next(same));
      if (same == into_.enums.size()) {
        add_enum(from_.enums[i], theirs[i]);
      } else if (!same_values(into_.enums[same], from_.enums[i])) {
        refuse_fact("the enumeration `" + from_.enums[i].name + "`");
      }
    }
    for (std::size_t i = before; i < into_.enums.size(); ++i) {
      for (ir::EnumValue& value : into_.enums[i].values) {
        for (ir::Parameter& parameter : value.parameters) {
          parameter.type = i >= first_added_enum_ ? mapped(parameter.type) : parameter.type;
        }
      }
    }
  }

  void add_enum(ir::Enum enumeration, bool of_facts) {
    first_added_enum_ = std::min(first_added_enum_, into_.enums.size());
    enumeration.name = of_facts ? enumeration.name : qualified(enumeration.name);
    for (ir::EnumValue& value : enumeration.values) {
      if (value.dimension) {
        value.dimension = mapped(*value.dimension);
      }
    }
    into_.enums.push_back(std::move(enumeration));
  }

  // What a package adds to a value of the schema and this one does not say (labels, units nobody reads) may differ.
  [[nodiscard]] bool same_values(ir::Enum const& own, ir::Enum const& theirs) const {
    return std::equal(own.values.begin(), own.values.end(), theirs.values.begin(), theirs.values.end(),
                      [&](ir::EnumValue const& a, ir::EnumValue const& b) {
                        auto const unit = b.dimension ? std::optional(mapped(*b.dimension)) : std::nullopt;
                        return a.name == b.name && a.rank == b.rank && a.dimension == unit && a.any_unit == b.any_unit;
                      });
  }

  // ---- facts
  void join_facts() {
    for (ir::Fact const& fact : from_.facts) {
      auto const own = find_in_program(fact.info.name);
      if (!own) {
        facts_.push_back(next(into_.facts.size()));
        fields_.emplace_back();
        add_fact(fact);
        continue;
      }
      facts_.push_back(own->index);
      fields_.emplace_back();
      if (!same_fact(into_.facts[own->index], fact)) {
        refuse_fact("the fact `" + fact.info.name + "`");
      }
    }
  }

  // Also one that another used package brought along.
  [[nodiscard]] std::optional<ir::FactId> find_in_program(std::string const& path) const {
    auto const at = std::find_if(into_.facts.begin(), into_.facts.end(),
                                 [&](ir::Fact const& fact) { return fact.info.name == path; });
    return at == into_.facts.end() ? std::nullopt
                                   : std::optional(ir::FactId(static_cast<std::size_t>(at - into_.facts.begin())));
  }

  // A fact that only the used package's schema has; this package's own rules cannot name it.
  void add_fact(ir::Fact fact) {
    if (!good_) {
      return;
    }
    if (fact.info.type.kind == TypeKind::list) {
      ir::Record record = from_.records[fact.info.type.record.index];
      for (ir::Field& field : record.fields) {
        field.info.type = mapped(field.info.type);
      }
      fact.info.type.record = ir::RecordId(into_.records.size());
      into_.records.push_back(std::move(record));
    } else {
      fact.info.type = mapped(fact.info.type);
    }
    into_.facts.push_back(std::move(fact));
    bench_.fact_paths.emplace_back();
  }

  [[nodiscard]] bool same_info(ir::FactInfo const& own, ir::FactInfo const& theirs) const {
    bool const list = theirs.type.kind == TypeKind::list;
    return own.type.kind == theirs.type.kind && (list || own.type == mapped(theirs.type)) &&
           own.may_be_not_applicable == theirs.may_be_not_applicable && own.minimum == theirs.minimum &&
           own.maximum == theirs.maximum && own.default_value == theirs.default_value &&
           own.default_text == theirs.default_text;
  }

  bool same_fact(ir::Fact const& own, ir::Fact const& theirs) {
    if (!same_info(own.info, theirs.info) || own.assessment != theirs.assessment || own.max_items != theirs.max_items) {
      return false;
    }
    if (theirs.info.type.kind != TypeKind::list) {
      return true;
    }
    auto const& mine = into_.records[own.info.type.record.index].fields;
    for (ir::Field const& field : from_.records[theirs.info.type.record.index].fields) {
      auto const at = std::find_if(mine.begin(), mine.end(),
                                   [&](ir::Field const& other) { return other.info.name == field.info.name; });
      if (at == mine.end() || !same_info(at->info, field.info) || at->assessment != field.assessment) {
        return false;
      }
      fields_.back().push_back(next(static_cast<std::size_t>(at - mine.begin())));
    }
    return true;
  }

  // ---- what the rules say
  void add_sources_and_conditions() {
    for (ir::Source source : from_.sources) {
      source.name = qualified(source.name);
      into_.sources.push_back(std::move(source));
    }
    for (ir::Condition condition : from_.conditions) {
      condition.name = qualified(condition.name);
      for (ir::Parameter& parameter : condition.parameters) {
        parameter.type = mapped(parameter.type);
      }
      into_.conditions.push_back(std::move(condition));
    }
  }

  // Groups of facts and authorities are the same in both; where both label one, the package's own words count.
  void add_labels() {
    for (ir::NameLabel label : from_.labels) {
      into_.labels.push_back(label);
      label.name = qualified(label.name);
      into_.labels.push_back(std::move(label));
    }
  }

  void cite(ir::Citations& citations) const {
    if (!citations.empty()) {
      citations.edit([this](std::vector<ir::Citation>& all) {
        for (ir::Citation& citation : all) {
          shift(citation.source, sources_);
        }
      });
    }
  }

  void add_exprs() {
    for (ir::Expr expr : from_.exprs) {
      expr.type = mapped(expr.type);
      for (ir::ExprId& child : expr.children) {
        shift(child, exprs_);
      }
      if (expr.fact.has_value()) {
        auto const& fields = fields_[expr.fact.index];
        bool const is_record = ir::picks_record(expr.op);
        bool const names_field = is_record || expr.op == ir::ExprOp::field || expr.op == ir::ExprOp::group_key ||
                                 expr.source == ir::SourceKind::list_by_key;
        expr.index = names_field && !fields.empty() ? fields[expr.index] : expr.index;
        if (is_record && !fields.empty()) {
          expr.more.edit([&](ir::ExprMore& more) { more.order = fields[more.order]; });
        }
        expr.fact = ir::FactId(facts_[expr.fact.index]);
      }
      expr.index += expr.op == ir::ExprOp::parameter ? parameters_
                    : expr.op == ir::ExprOp::reading ? readings_
                    : expr.op == ir::ExprOp::term    ? terms_
                    : expr.op == ir::ExprOp::call    ? functions_
                                                     : 0;
      shift(expr.definition, definitions_);
      shift(expr.decision, decisions_);
      expr.variable += into_.variable_count;
      bool const of_group =
          expr.source == ir::SourceKind::group;  // of the first variable, perhaps, which is nothing to keep
      if (of_group || !expr.more.empty()) {
        expr.more.edit([&](ir::ExprMore& more) {
          shift(more.table, tables_);
          more.group += of_group ? into_.variable_count : 0;
        });
      }
      into_.exprs.push_back(std::move(expr));
    }
    for (ir::Term term : from_.terms) {
      if (term.suspended.has_value()) {
        auto const& fields = fields_[term.suspended.index];
        term.first_day = fields.empty() ? term.first_day : fields[term.first_day];
        term.last_day = fields.empty() ? term.last_day : fields[term.last_day];
        term.suspended = ir::FactId(facts_[term.suspended.index]);
      }
      into_.terms.push_back(term);
    }
    into_.variable_count += from_.variable_count;
  }

  void add_parameters() {
    for (ir::LawParameter parameter : from_.parameters) {
      parameter.name = qualified(parameter.name);
      parameter.type = mapped(parameter.type);
      cite(parameter.citations);
      into_.parameters.push_back(std::move(parameter));
    }
  }

  void add_readings() {
    for (ir::Reading reading : from_.readings) {
      reading.name = qualified(reading.name);
      for (ir::ReadingChoice& choice : reading.choices) {
        cite(choice.citations);
      }
      into_.readings.push_back(std::move(reading));
    }
  }

  // A presumption is about the case, so it counts in both packages. Two on one fact would not say which, unless they say the
  // same without a condition.
  void add_presumptions() {
    for (ir::Presumption presumption : from_.presumptions) {
      presumption.fact = ir::FactId(facts_[presumption.fact.index]);
      auto const taken = std::find_if(into_.presumptions.begin(), into_.presumptions.end(),
                                      [&](ir::Presumption const& other) { return other.fact == presumption.fact; });
      if (taken != into_.presumptions.end()) {
        bool const same = taken->value == presumption.value && taken->text == presumption.text &&
                          !taken->when.has_value() && !presumption.when.has_value();
        if (!same) {
          refuse_fact("what is presumed of `" + into_.facts[presumption.fact.index].info.name + "`");
        }
        continue;
      }
      shift(presumption.when, exprs_);
      cite(presumption.citations);
      into_.presumptions.push_back(std::move(presumption));
    }
  }

  void add_tables() {
    for (ir::Table table : from_.tables) {
      table.name = qualified(table.name);
      table.key = ir::EnumId(enums_[table.key.index]);
      table.result = mapped(table.result);
      shift(table.otherwise, exprs_);
      for (ir::TableInput& input : table.inputs) {
        input.type = mapped(input.type);
        for (ir::TableCut& cut : input.cuts) {
          shift(cut.at, exprs_);
        }
      }
      cite(table.citations);
      for (ir::TableRow& row : table.rows) {
        shift(row.value, exprs_);
        cite(row.citations);
      }
      if (table.undetermined) {
        cite(table.undetermined->citations);
      }
      into_.tables.push_back(std::move(table));
    }
  }

  // What the used package itself uses stays private to it.
  void declare(std::string const& name, std::uint32_t entry) {
    if (name.find('.') == std::string::npos) {
      bench_.values.declare(qualified(name), entry, used_.alias_span, bench_.sink);
    }
  }

  void add_definitions() {
    for (ir::Definition definition : from_.definitions) {
      declare(definition.name, value_entry(ValueKind::definition, into_.definitions.size()));
      definition.name = qualified(definition.name);
      definition.type = mapped(definition.type);
      shift(definition.body, exprs_);
      cite(definition.citations);
      into_.definitions.push_back(std::move(definition));
    }
  }

  void add_decisions() {
    for (ir::Decision decision : from_.decisions) {
      declare(decision.name, value_entry(ValueKind::decision, into_.decisions.size()));
      decision.name = qualified(decision.name);
      decision.of_service = false;  // here it is read like any decision, and its service is not offered again
      decision.of_duty = false;     // nor is its duty told of again
      decision.options = ir::EnumId(enums_[decision.options.index]);
      shift(decision.when, exprs_);
      decision.rules.clear();  // see add_rules
      cite(decision.citations);
      into_.decisions.push_back(std::move(decision));
    }
  }

  // Who judges a fact of both packages: as this package says; the used package's word where it says nothing.
  void add_assessments() {
    for (ir::Assessment assessment : from_.assessments) {
      std::vector<std::uint32_t> const& fields = fields_[assessment.fact.index];
      bool const shared_list = assessment.field != UINT32_MAX && !fields.empty();
      assessment.field = shared_list ? fields[assessment.field] : assessment.field;
      assessment.fact = ir::FactId(facts_[assessment.fact.index]);
      auto const own =
          std::find_if(into_.assessments.begin(), into_.assessments.end(),
                       [&](ir::Assessment const& other) { return other.is_of(assessment.fact, assessment.field); });
      if (own == into_.assessments.end()) {
        cite(assessment.citations);
        into_.assessments.push_back(std::move(assessment));
      } else if (own->by != assessment.by || own->not_by != assessment.not_by) {
        refuse_fact("who judges `" + into_.facts[assessment.fact.index].info.name + "`");
      }
    }
  }

  Workbench& bench_;
  ir::Program& into_;
  ir::Program const& from_;
  UsedProgram const& used_;
  bool good_ = true;
  std::uint32_t exprs_ = 0;  // how many stood there before, of each
  std::uint32_t terms_ = 0;
  std::uint32_t functions_ = 0;
  std::uint32_t parameters_ = 0;
  std::uint32_t readings_ = 0;
  std::uint32_t tables_ = 0;
  std::uint32_t definitions_ = 0;
  std::uint32_t decisions_ = 0;
  std::uint32_t conditions_ = 0;
  std::uint32_t sources_ = 0;
  std::uint32_t rules_ = 0;
  std::size_t first_added_enum_ = SIZE_MAX;
  std::vector<std::uint32_t> units_;  // by id in the used program: the id in this one
  std::vector<std::uint32_t> enums_;
  std::vector<std::uint32_t> facts_;
  std::vector<std::vector<std::uint32_t>> fields_;  // by fact; empty: as they are
};

}  // namespace

void import_used(Workbench& bench) {
  Names aliases("package");
  for (std::size_t i = 0; i < bench.used.size(); ++i) {
    UsedProgram const& used = bench.used[i];
    bool const is_new = aliases.declare(used.alias, static_cast<std::uint32_t>(i), used.alias_span, bench.sink);
    auto import = std::make_shared<Import>(bench, used);
    if (is_new) {
      import->run();
      bench.add_used_rules.emplace_back([import] { import->add_rules(); });
    }
  }
}

void import_used_rules(Workbench& bench) {
  if (bench.sink.errors() != bench.errors_before) {
    return;  // ids may not fit; later passes still look for faults
  }
  for (auto const& add : bench.add_used_rules) {
    add();
  }
}

}  // namespace hjemmel::check
