// The declarations of a Program as text, table by table. Facts stand in the schema's order; a line that says nothing is left out.
#include "engine/ir/print.h"

#include <span>
#include <string_view>

namespace hjemmel::ir {
namespace {

std::string quoted(std::string const& text) { return "\"" + text + "\""; }

std::string list_text(std::span<std::string const> words) {
  std::string text;
  for (std::string const& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

std::string labels(Label const& label) {
  return (label.en.empty() ? "" : " en " + quoted(label.en)) + (label.nb.empty() ? "" : " nb " + quoted(label.nb));
}

std::string_view sensitivity_word(Sensitivity sensitivity) {
  switch (sensitivity) {
    case Sensitivity::none:
      return "none";
    case Sensitivity::personal:
      return "personal";
    case Sensitivity::health:
      return "health";
    case Sensitivity::criminal:
      return "criminal";
  }
  return "?";
}

std::string_view modality_word(Modality modality) {
  switch (modality) {
    case Modality::is:
      return "is";
    case Modality::normally_is:
      return "normally is";
    case Modality::should_be:
      return "should be";
    case Modality::may_be:
      return "may be";
  }
  return "?";
}

std::string_view qualifier_word(QualifierKind kind) {
  switch (kind) {
    case QualifierKind::may_also_be:
      return "may also be";
    case QualifierKind::may_not_be:
      return "may not be";
    case QualifierKind::must_carry:
      return "must carry";
    case QualifierKind::may_carry:
      return "may carry";
    case QualifierKind::may_not_carry:
      return "may not carry";
    case QualifierKind::bound:
      return "bound";
    case QualifierKind::decided_by:
      return "decided by";
  }
  return "?";
}

std::string_view bound_word(BoundKind kind) {
  switch (kind) {
    case BoundKind::exactly:
      return " ";
    case BoundKind::at_least:
      return " at least ";
    case BoundKind::at_most:
      return " at most ";
  }
  return "?";
}

// One Program being written: the text grows line by line.
class Printer {
 public:
  explicit Printer(Program const& program) : program_(program) {}

  std::string print() {
    head();
    sources();
    enums();
    facts();
    tables();
    basis();
    definitions();
    assessments();
    for (Decision const& decision : program_.decisions) {
      print_decision(decision);
    }
    for (Rule const& rule : program_.rules) {
      print_rule(rule);
    }
    for (Service const& service : program_.services) {
      print_service(service);
    }
    for (Duty const& duty : program_.duties) {
      print_duty(duty);
    }
    for (Property const& property : program_.properties) {
      text_ += print_property(program_, property);
    }
    return std::move(text_);
  }

 private:
  void line(std::string const& words) { text_ += words + "\n"; }
  void row(std::string const& words) { text_ += "  " + words + "\n"; }
  void row_unless_empty(std::string_view word, std::string const& value) {
    if (!value.empty()) {
      row(std::string(word) + " " + value);
    }
  }

  template <class T, class Tag>
  static std::string name_in(std::vector<T> const& table, base::Id<Tag> id) {
    return id.index < table.size() ? table[id.index].name : "?";
  }
  std::string fact_name(FactId id) const {
    return id.index < program_.facts.size() ? program_.facts[id.index].info.name : "?";
  }
  std::string rule_names(std::span<RuleId const> ids) const {
    std::string text;
    for (RuleId const id : ids) {
      text += (text.empty() ? "" : ", ") + name_in(program_.rules, id);
    }
    return text;
  }

  void head() {
    line("program " + program_.name);
    row_unless_empty("title", labels(program_.title).empty() ? "" : labels(program_.title).substr(1));
    row_unless_empty("jurisdiction", program_.jurisdiction);
    row_unless_empty("status",
                     program_.status + (program_.status_by.empty() ? "" : " by " + quoted(program_.status_by)));
    row_unless_empty("facts", program_.schema);
    row_unless_empty("as of", program_.as_of.has_value() ? fact_name(program_.as_of) : "");
    row_unless_empty("decided on", program_.decided_on.has_value() ? fact_name(program_.decided_on) : "");
    row_unless_empty("law known on", program_.law_known_on ? base::to_string(*program_.law_known_on) : "");
    row_unless_empty("in force", print_expr(program_, program_.in_force));
    row_unless_empty("milder for",
                     program_.milder_for.has_value() ? name_in(program_.decisions, program_.milder_for) : "");
    row("variables " + std::to_string(program_.variable_count));
  }

  void sources() {
    for (Source const& source : program_.sources) {
      line("source " + source.name + " " + quoted(source.title) +
           (source.id.empty() ? "" : " id " + quoted(source.id)));
    }
    for (DeclaredUnit const& unit : program_.units) {
      line((unit.money ? "money " : "unit ") + unit.name + labels(unit.label) +
           (unit.minor.empty() ? "" : " minor " + unit.minor));
    }
  }

  std::string parameters(std::span<Parameter const> list) const {
    std::string text;
    for (Parameter const& parameter : list) {
      text += (text.empty() ? "" : ", ") + parameter.name + ": " + print_type(program_, parameter.type);
    }
    return list.empty() ? "" : " { " + text + " }";
  }

  void enums() {
    for (Enum const& enumeration : program_.enums) {
      line("enum " + enumeration.name + (enumeration.ordered_by.empty() ? "" : " by " + enumeration.ordered_by));
      for (EnumValue const& value : enumeration.values) {
        row(enum_value(enumeration, value));
      }
    }
    for (Condition const& condition : program_.conditions) {
      line("condition " + condition.name + parameters(condition.parameters));
    }
  }

  std::string enum_value(Enum const& enumeration, EnumValue const& value) const {
    std::string text = value.name;
    if (!enumeration.ordered_by.empty()) {
      text += value.unranked ? " unranked" : " rank " + std::to_string(value.rank);
    }
    text += labels(value.label);
    text += value.any_unit ? " in any unit" : "";
    text += value.dimension ? " in " + print_unit(program_, *value.dimension) : "";
    text += value.authorities.empty() ? "" : " by " + list_text(value.authorities);
    text += value.by_nobody ? " by nobody" : "";
    return text + parameters(value.parameters);
  }

  std::string fact_text(FactInfo const& info) const {
    std::string text = info.name + ": " + print_type(program_, info.type) + labels(info.label);
    text += info.sensitivity == Sensitivity::none ? "" : " " + std::string(sensitivity_word(info.sensitivity));
    text += info.may_be_not_applicable ? " may be not applicable" : "";
    text += info.fixed ? " fixed" : "";
    text += info.minimum ? " at least " + print_value(program_, info.type, *info.minimum) : "";
    text += info.maximum ? " at most " + print_value(program_, info.type, *info.maximum) : "";
    if (info.default_value) {
      text += " default " + value_text(info.type, *info.default_value, info.default_text);
    }
    text += info.cost == 1 ? "" : " cost " + std::to_string(info.cost);
    return text + (info.from.empty() ? "" : " from " + list_text(info.from));
  }

  void facts() {
    for (Record const& record : program_.records) {
      line("record " + record.name);
      for (Field const& field : record.fields) {
        bool const keyed = field.key_field < record.fields.size();
        row(fact_text(field.info) + (keyed ? " key " + record.fields[field.key_field].info.name : "") +
            (field.assessment ? " assessment judged by " + list_text(field.judged_by) : ""));
      }
    }
    for (Fact const& fact : program_.facts) {
      line("fact " + fact_text(fact.info) +
           (fact.info.type.kind == TypeKind::list ? " at most " + std::to_string(fact.max_items) + " items" : "") +
           (fact.assessment ? " assessment" : ""));
      row_unless_empty("judged by", list_text(fact.judged_by));
      row_unless_empty("weighing", list_text(fact.factors));
    }
  }

  std::string citation(Citation const& cited) const {
    std::string text = cited.source.has_value() ? "cites " + name_in(program_.sources, cited.source) : "cites";
    text += cited.place.empty() ? "" : " " + quoted(cited.place);
    return text + (cited.catalogue.empty() ? "" : " [" + list_text(cited.catalogue) + "]");
  }
  std::string citations(std::span<Citation const> list) const {
    std::string text;
    for (Citation const& cited : list) {
      text += " " + citation(cited);
    }
    return text;
  }

  // `Thing`, or `area: Area, days: int cut below 3, after 10`
  std::string keys_of(Table const& table) const {
    std::string text = table.inputs.empty() ? name_in(program_.enums, table.key) : "";
    for (TableInput const& input : table.inputs) {
      text += (text.empty() ? "" : ", ") + input.name + ": " + print_type(program_, input.type);
      for (TableCut const& cut : input.cuts) {
        text += (&cut == input.cuts.data() ? " cut " : ", ") + std::string(cut.included ? "after " : "before ") +
                print_expr(program_, cut.at);
      }
    }
    return text;
  }

  void tables() {
    for (Table const& table : program_.tables) {
      line("table " + table.name + "(" + keys_of(table) + ") -> " + print_type(program_, table.result) +
           citations(table.citations));
      for (TableRow const& entry : table.rows) {
        row(option_name(table.key, entry.key) + " " + print_expr(program_, entry.value) + citations(entry.citations));
      }
      row_unless_empty("otherwise", print_expr(program_, table.otherwise));
      if (table.undetermined) {
        row("otherwise undetermined " + quoted(table.undetermined->reason) + citations(table.undetermined->citations));
      }
    }
  }

  std::string value_text(Type const& type, base::Decimal number, std::string const& text) const {
    return type.kind == TypeKind::text     ? quoted(text)
           : type.kind == TypeKind::moment ? text
                                           : print_value(program_, type, number);
  }

  void basis() {
    for (LawParameter const& parameter : program_.parameters) {
      std::string text = "parameter " + parameter.name + ": " + print_type(program_, parameter.type);
      text += parameter.value ? " = " + value_text(parameter.type, *parameter.value, parameter.text) : "";
      if (parameter.low && parameter.high) {
        text += " within " + print_value(program_, parameter.type, *parameter.low) + " to " +
                print_value(program_, parameter.type, *parameter.high);
      }
      line(text + (parameter.reason.empty() ? "" : " " + quoted(parameter.reason)) + citations(parameter.citations));
    }
    for (Reading const& reading : program_.readings) {
      line("reading " + reading.name);
      for (ReadingChoice const& choice : reading.choices) {
        row(choice.name + citations(choice.citations));
      }
    }
    for (Presumption const& presumption : program_.presumptions) {
      Type const type =
          presumption.fact.index < program_.facts.size() ? program_.facts[presumption.fact.index].info.type : Type{};
      line("presume " + fact_name(presumption.fact) + " is " + value_text(type, presumption.value, presumption.text) +
           citations(presumption.citations));
      row_unless_empty("when", print_expr(program_, presumption.when));
    }
  }

  void definitions() {
    for (Definition const& definition : program_.definitions) {
      line("define " + definition.name + ": " + print_type(program_, definition.type) +
           citations(definition.citations));
      row("= " + print_expr(program_, definition.body));
    }
  }

  // Of a list: `.cannot_share`.
  std::string field_name(Assessment const& assessment) const {
    RecordId const record = program_.facts[assessment.fact.index].info.type.record;
    bool const known = assessment.field != UINT32_MAX && record.index < program_.records.size() &&
                       assessment.field < program_.records[record.index].fields.size();
    return known ? "." + program_.records[record.index].fields[assessment.field].info.name : "";
  }

  void assessments() {
    for (Assessment const& assessment : program_.assessments) {
      line("assessment " + fact_name(assessment.fact) + field_name(assessment) + " by " + list_text(assessment.by) +
           citations(assessment.citations));
      row_unless_empty("not by", list_text(assessment.not_by));
      row_unless_empty("most weight on", list_text(assessment.most_weight));
      row_unless_empty(assessment.open_ended ? "weighing among others" : "weighing", list_text(assessment.factors));
    }
  }

  std::string option_name(EnumId enumeration, std::uint32_t ordinal) const {
    bool const known =
        enumeration.index < program_.enums.size() && ordinal < program_.enums[enumeration.index].values.size();
    return known ? program_.enums[enumeration.index].values[ordinal].name : "?";
  }

  void print_decision(Decision const& decision) {
    line("decision " + decision.name + ": " + name_in(program_.enums, decision.options) +
         citations(decision.citations));
    row_unless_empty("by", list_text(decision.by));
    row_unless_empty("when", print_expr(program_, decision.when));
    row_unless_empty("otherwise", decision.otherwise_says.empty() ? "" : quoted(decision.otherwise_says));
    row_unless_empty("rules", rule_names(decision.rules));
  }

  std::string bounds(std::span<Bound const> list, std::span<Parameter const> known,
                     std::span<std::uint32_t const> states) const {
    std::string text;
    auto const name = [&](std::uint32_t at) { return at < known.size() ? known[at].name : "?"; };
    for (Bound const& bound : list) {
      std::string const value = bound.computed.has_value() ? print_expr(program_, bound.computed)
                                : bound.parameter < known.size()
                                    ? print_value(program_, known[bound.parameter].type, bound.value)
                                    : "?";
      text += (text.empty() ? "" : ", ") + name(bound.parameter) + std::string(bound_word(bound.kind)) + value;
    }
    for (std::size_t i = 0; i < states.size(); ++i) {
      text += std::string(text.empty() ? "" : ", ") + (i == 0 ? "states " : "") + name(states[i]);
    }
    return text.empty() ? "" : " { " + text + " }";
  }

  std::string options(EnumId enumeration, std::span<OptionUse const> list) const {
    std::string text;
    for (OptionUse const& use : list) {
      bool const known =
          enumeration.index < program_.enums.size() && use.value < program_.enums[enumeration.index].values.size();
      std::span<Parameter const> parameters;
      if (known) {
        parameters = program_.enums[enumeration.index].values[use.value].parameters;
      }
      text += (text.empty() ? "" : ", ") + option_name(enumeration, use.value) + bounds(use.bounds, parameters, {});
    }
    return text;
  }

  std::string condition(ConditionUse const& use) const {
    std::span<Parameter const> parameters;
    if (use.condition.index < program_.conditions.size()) {
      parameters = program_.conditions[use.condition.index].parameters;
    }
    return name_in(program_.conditions, use.condition) + bounds(use.bounds, parameters, use.states);
  }

  void print_choice(EnumId enumeration, Choice const& choice) {
    std::string with;
    for (ConditionUse const& use : choice.with) {
      with += (with.empty() ? " with " : ", ") + condition(use);
    }
    row("then " + std::string(modality_word(choice.modality)) + " " + options(enumeration, choice.options) + with);
  }

  void print_qualifier(EnumId enumeration, Qualifier const& qualifier) {
    std::string text = qualifier.option ? "then on " + option_name(enumeration, *qualifier.option) + " " : "then ";
    text += qualifier_word(qualifier.kind);
    text += qualifier.options.empty() ? "" : " " + options(enumeration, qualifier.options);
    text += qualifier.condition ? " " + condition(*qualifier.condition) : "";
    row(text + (qualifier.authorities.empty() ? "" : " " + list_text(qualifier.authorities)));
  }

  void print_rule(Rule const& rule) {
    line("rule " + rule.name + " on " + name_in(program_.decisions, rule.decision) + citations(rule.citations));
    row_unless_empty("overrides", rule_names(rule.overrides));
    row_unless_empty("disapplies", rule_names(rule.disapplies));
    row_unless_empty("when", print_expr(program_, rule.when));
    for (Ground const& ground : rule.grounds) {
      std::string const condition = print_expr(program_, ground.condition);
      row((ground.open ? "open ground " : "ground ") + ground.name + " " +
          (ground.negated ? "(not " + condition + ")" : condition));
    }
    row_unless_empty("unless", print_expr(program_, rule.unless));
    EnumId enumeration;
    if (rule.decision.index < program_.decisions.size()) {
      enumeration = program_.decisions[rule.decision.index].options;
    }
    if (rule.choice) {
      print_choice(enumeration, *rule.choice);
    }
    for (Qualifier const& qualifier : rule.qualifiers) {
      print_qualifier(enumeration, qualifier);
    }
  }

  void print_service(Service const& service) {
    line("service " + service.name + labels(service.label) + citations(service.citations));
    row_unless_empty("provider", service.provider);
    row(service.as_of_right ? "as of right" : "may be given");
    row("decision " + name_in(program_.decisions, service.decision));
    row_unless_empty("offered", print_expr(program_, service.offered));
    row_unless_empty("in force", print_expr(program_, service.in_force));
    for (Criterion const& criterion : service.criteria) {
      row((criterion.exclusion ? "exclusion " : "criterion ") + criterion.name + " " +
          print_expr(program_, criterion.condition) + citations(criterion.citations));
    }
    for (Given const& given : service.gives) {
      row("gives " + given.name + features(given.features));
    }
  }

  void print_duty(Duty const& duty) {
    line("duty " + duty.name + " on " + duty.on + (duty.owed_to.empty() ? "" : " owed to " + duty.owed_to) +
         citations(duty.citations));
    row("decision " + name_in(program_.decisions, duty.decision));
    row((duty.before ? "due before " : "due by ") + print_expr(program_, duty.due));
  }

  std::string features(std::span<GivenFeature const> list) const {
    std::string text;
    for (GivenFeature const& feature : list) {
      text += (text.empty() ? "" : ", ") + feature.name;
      text += feature.one_of.empty()
                  ? std::string(bound_word(feature.kind)) + print_value(program_, feature.type, feature.value)
                  : " one of " + list_text(feature.one_of);
    }
    return text.empty() ? "" : " { " + text + " }";
  }

  Program const& program_;
  std::string text_;
};

}  // namespace

std::string print(Program const& program) { return Printer(program).print(); }

}  // namespace hjemmel::ir
