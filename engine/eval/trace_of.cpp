// Names and words for what the machine and the resolution recorded.
#include "engine/eval/trace_of.h"

#include <algorithm>

#include "engine/eval/missing.h"
#include "engine/eval/value_text.h"

namespace hjemmel::eval {
namespace {

class Tracer {
 public:
  Tracer(Plan const& plan, Case const& facts, Machine& machine, DecisionPlan const& decision)
      : plan_(plan), facts_(facts), machine_(machine), decision_(decision) {}

  DecisionTrace run(Resolution const& resolution) {
    DecisionTrace trace;
    trace.decision = decision_.name;
    if (plan_.in_force) {
      trace.when.push_back(condition(plan_.in_force->text, resolution.in_force));
    }
    for (std::size_t i = 0; i < resolution.when_conjuncts.size(); ++i) {
      trace.when.push_back(condition(plan_.of(decision_.when)[i].text, resolution.when_conjuncts[i]));
    }
    for (std::size_t i = 0; i < resolution.rules.size(); ++i) {
      trace.rules.push_back(rule(plan_.rules[plan_.of(decision_.rules)[i]], resolution.rules[i]));
    }
    add_definitions(trace);
    add_facts(trace);
    add_tables(trace);
    add_parameters(trace);
    return trace;
  }

 private:
  ConditionTrace condition(Words text, Value value) const {
    return condition_trace(plan_, machine_, std::string(plan_.of(text)), value);
  }

  RuleTrace rule(RulePlan const& plan, RuleVerdict const& verdict) const {
    RuleTrace trace;
    trace.rule = plan_.of(plan.name);
    trace.state = verdict.state;
    for (std::uint32_t const other : verdict.by) {
      trace.by.emplace_back(plan_.of(plan_.rules[other].name));
    }
    for (std::size_t i = 0; i < verdict.when.size(); ++i) {
      trace.conditions.push_back(condition(plan_.of(plan.when)[i].text, verdict.when[i]));
    }
    if (plan.unless) {
      trace.conditions.push_back(condition(plan.unless->text, verdict.unless));
      trace.conditions.back().text.insert(0, "unless ");
    }
    for (std::size_t i = 0; i < verdict.grounds.size(); ++i) {
      GroundPlan const& line = plan_.of(plan.grounds)[i];
      ConditionTrace said = condition(line.text, verdict.grounds[i]);
      trace.grounds.push_back(
          {std::string(plan_.of(line.name)), said.truth, line.open, std::move(said.text), std::move(said.unknowns)});
    }
    trace.citations = plan_.of(plan.citations);
    return trace;
  }

  void add_definitions(DecisionTrace& trace) {
    std::vector<std::uint32_t> read = machine_.reads().definitions;
    std::sort(read.begin(), read.end());
    for (std::uint32_t const index : read) {
      DefinitionPlan const& plan = plan_.definitions[index];
      Value const value = machine_.definition(index);
      DefinitionTrace definition{plan.name, truth_of(value), {}, {}, plan.citations};
      if (plan.reading != kNoIndex) {
        add_choice(plan.reading, definition);
      }
      if (!plan.boolean) {
        definition.value = value.is_known() ? text_of(plan, value) : value.is_open() ? "unknown" : "no value";
      }
      for (Condition const& conjunct : plan.conjuncts) {
        definition.conditions.push_back(condition(conjunct.text, machine_.run(conjunct.block)));
      }
      trace.definitions.push_back(std::move(definition));
    }
  }

  std::string text_of(DefinitionPlan const& plan, Value value) const {
    ValueKind const kind{plan.enumeration == kNoIndex ? Domain::dense : Domain::enumeration, plan.calendar,
                         plan.enumeration, plan.dimension == base::kNoDimension ? value.dimension : plan.dimension};
    if (plan.text) {
      return text_value(plan_, facts_, value);
    }
    if (value.is_fraction()) {
      std::string const unit = unit_text(plan_, kind.dimension);
      return base::to_string(machine_.ratio_of(value)) + (unit.empty() ? "" : " " + unit);
    }
    return constant_text(plan_, kind, value);
  }

  // In the schema's order, whatever was read first.
  void add_facts(DecisionTrace& trace) const {
    std::vector<Unknown> read = machine_.reads().facts;
    std::sort(read.begin(), read.end(), [](Unknown const& a, Unknown const& b) {
      return std::tie(a.index, a.kind, a.row, a.field) < std::tie(b.index, b.kind, b.row, b.field);
    });
    for (Unknown const& unknown : read) {
      if (!plan_.facts[unknown.index].open_law.empty()) {
        continue;  // no fact of the case
      }
      FactTrace fact{unknown_name(plan_, unknown), value_of(unknown), {}, {}, {}, {}, {}};
      note_filled(unknown, fact);
      for (Origin const& origin : facts_.origins) {
        bool const whole = unknown.kind == UnknownKind::fact && origin.row == UINT32_MAX;
        bool const cell =
            unknown.kind == UnknownKind::cell && origin.row == unknown.row && origin.field == unknown.field;
        if ((whole || cell) && origin.fact == unknown.index) {
          fact.by = origin.by;
          fact.known_on = origin.known_on;
          fact.from = origin.from;
        }
      }
      trace.facts.push_back(std::move(fact));
    }
  }

  void add_choice(std::uint32_t index, DefinitionTrace& definition) const {
    ReadingPlan const& reading = plan_.readings[index];
    auto const& taken = facts_.basis.readings;
    ReadingChoicePlan const& choice = reading.choices[index < taken.size() ? taken[index] : 0];
    definition.reading = choice.name;
    definition.citations.insert(definition.citations.begin(), choice.citations.begin(), choice.citations.end());
  }

  // What a default or a presumption gave stands for the value; what the case says stands beside it.
  void note_filled(Unknown const& unknown, FactTrace& fact) const {
    for (BasisRead const& read : machine_.basis_reads()) {
      bool const fills = read.kind == BasisKind::default_value || read.kind == BasisKind::presumption;
      if (!fills || read.of != unknown) {
        continue;
      }
      FactPlan const& list = plan_.facts[unknown.index];
      FactPlan const& plan = unknown.kind == UnknownKind::cell ? list.fields[unknown.field] : list;
      bool const is_default = read.kind == BasisKind::default_value;
      fact.state = fact.value;
      fact.value = constant_text(plan_, kind_of(plan),
                                 is_default ? plan.default_value : plan_.presumptions[plan.presumption].value);
      fact.filled_by = basis_name(read.kind);
    }
  }

  void add_parameters(DecisionTrace& trace) const {
    std::vector<std::uint32_t> read = machine_.reads().parameters;
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    for (std::uint32_t const index : read) {
      LawParameterPlan const& plan = plan_.parameters[index];
      std::string value = plan.value.is_known() ? constant_text(plan_, kind_of(plan), plan.value) : "";
      trace.parameters.push_back({plan.name, std::move(value), plan.citations});
    }
  }

  std::string value_of(Unknown const& unknown) const {
    FactPlan const& plan = plan_.facts[unknown.index];
    if (unknown.kind == UnknownKind::cell) {
      return fact_text(plan_, facts_, plan.fields[unknown.field],
                       facts_.lists[unknown.index].cell(unknown.row, unknown.field));
    }
    return plan.domain == Domain::list ? list_text(facts_.lists[unknown.index])
                                       : fact_text(plan_, facts_, plan, facts_.scalars[unknown.index]);
  }

  static std::string list_text(ListFact const& list) {
    std::string const rows = std::to_string(list.rows);
    switch (list.state) {
      case ListState::complete:
        return rows + (list.rows == 1 ? " element" : " elements");
      case ListState::at_least:
      case ListState::more:
        return "at least " + rows + (list.rows == 1 ? " element" : " elements");
      case ListState::unknown:
        return "unknown";
      case ListState::not_applicable:
        return "not applicable";
      case ListState::not_asked:
        break;
    }
    return "not asked";
  }

  void add_tables(DecisionTrace& trace) {
    auto read = machine_.reads().entries;
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    for (auto const& [table, key] : read) {
      TablePlan const& plan = plan_.tables[table];
      TableEntry const& entry = plan.entries[key];
      TableTrace row{plan.name, plan_.enums[plan.enumeration].values[key], {}, entry.citations};
      Value const value = entry.open_law ? Value{} : machine_.run(entry.block);
      if (value.is_known()) {
        ValueKind const kind{plan.domain, plan.calendar, plan.result_enumeration,
                             plan.dimension == base::kNoDimension ? value.dimension : plan.dimension};
        row.value = number_text(plan_, kind, value.number());
      }
      trace.tables.push_back(std::move(row));
    }
  }

  Plan const& plan_;
  Case const& facts_;
  Machine& machine_;
  DecisionPlan const& decision_;
};

}  // namespace

Truth truth_of(Value value) {
  switch (value.state) {
    case State::known:
      return value.is_true() ? Truth::yes : Truth::no;
    case State::unknown:
    case State::not_asked:
      return Truth::unknown;
    case State::not_applicable:
      return Truth::not_applicable;
    case State::error:
      break;
  }
  return Truth::error;
}

std::vector<std::string> open_names(Plan const& plan, Machine const& machine, Value value) {
  std::vector<std::string> names;
  if (!value.is_open()) {
    return names;
  }
  for (Unknown const& unknown : unknowns_of(machine.causes(), machine.cause_of(value))) {
    std::string name = unknown_name(plan, unknown);
    if (unknown.kind == UnknownKind::open_law) {
      TablePlan const& table = plan.tables[unknown.index];
      name += "[" + plan.enums[table.enumeration].values[unknown.row] + "]";
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

ConditionTrace condition_trace(Plan const& plan, Machine const& machine, std::string text, Value value) {
  return {std::move(text), truth_of(value), open_names(plan, machine, value)};
}

DecisionTrace trace_of(Plan const& plan, Case const& facts, Machine& machine, std::uint32_t decision,
                       Resolution const& resolution) {
  return Tracer(plan, facts, machine, plan.decisions[decision]).run(resolution);
}

}  // namespace hjemmel::eval
