// Facts in the order of the schema; the text leaves out what is plain in every case.
#include "engine/api/counterexample.h"

#include <algorithm>
#include <set>

#include "engine/base/date.h"
#include "engine/base/utf8.h"
#include "engine/eval/decide.h"
#include "engine/eval/value_text.h"
#include "engine/explain/headline.h"
#include "engine/explain/json_writer.h"
#include "engine/explain/text_writer.h"

namespace hjemmel::api {
namespace {

using eval::Case;
using eval::Domain;
using eval::ListState;
using eval::Value;

constexpr char const* kNoRow = "-";

// A line of the table: a fact or a field of an element, and its value in each case.
struct Row {
  std::string fact;
  std::vector<std::string> values;
  bool plain = true;
};

class Table {
 public:
  explicit Table(ShownCase const& shown)
      : shown_(shown), values_(shown.program, shown.plan), maker_(shown.program, shown.plan, values_) {}

  std::vector<Row> rows() {
    for (std::uint32_t fact = 0; fact < shown_.plan.facts.size(); ++fact) {
      if (maker_.is_list(fact)) {
        list(fact);
      } else if (maker_.is_asked(fact)) {
        scalar(fact);
      }
    }
    return std::move(rows_);
  }

 private:
  std::vector<Case> const& cases() const { return shown_.found.group.cases; }

  void scalar(std::uint32_t fact) {
    Row row{shown_.plan.facts[fact].name, {}, true};
    for (Case const& facts : cases()) {
      Value const& value = facts.scalars[fact];
      row.values.push_back(eval::fact_text(shown_.plan, facts, shown_.plan.facts[fact], value));
      row.plain = row.plain && analysis::same_value(value, values_.of_fact(fact).front());
    }
    rows_.push_back(std::move(row));
  }

  void list(std::uint32_t fact) {
    eval::FactPlan const& plan = shown_.plan.facts[fact];
    std::uint32_t most = 0;
    Row whole{plan.name, {}, true};
    for (Case const& facts : cases()) {
      eval::ListFact const& list = facts.lists[fact];
      most = std::max(most, list.rows);
      bool const absent = list.state == ListState::not_applicable;
      whole.values.push_back(absent ? "not applicable" : list.rows == 0 ? "none" : std::to_string(list.rows));
      whole.plain = whole.plain && !absent && list.rows == 0;
    }
    if (most == 0) {
      rows_.push_back(std::move(whole));
    }
    for (std::uint32_t at = 0; at < most; ++at) {
      for (std::uint32_t field = 0; field < plan.fields.size(); ++field) {
        cell(fact, at, field);
      }
    }
  }

  void cell(std::uint32_t fact, std::uint32_t at, std::uint32_t field) {
    eval::FactPlan const& plan = shown_.plan.facts[fact];
    Row row{plan.name + "[" + std::to_string(at + 1) + "]." + plan.fields[field].name, {}, false};
    for (Case const& facts : cases()) {
      eval::ListFact const& list = facts.lists[fact];
      row.values.push_back(
          at < list.rows ? eval::fact_text(shown_.plan, facts, plan.fields[field], list.cell(at, field)) : kNoRow);
    }
    rows_.push_back(std::move(row));
  }

  ShownCase const& shown_;
  analysis::Values values_;
  analysis::CaseMaker maker_;
  std::vector<Row> rows_;
};

// The decisions that the property names; all that the package decides where it names none.
std::vector<std::uint32_t> decisions_of(ShownCase const& shown) {
  std::set<std::uint32_t> named;
  for (ir::NamedAnswer const& answer : shown.property.answers) {
    named.insert(answer.decision.index);
  }
  for (std::uint32_t i = 0; i < shown.program.decisions.size() && shown.property.answers.empty(); ++i) {
    ir::Decision const& decision = shown.program.decisions[i];
    if (!decision.of_service && !decision.of_duty && decision.name.find('.') == std::string::npos) {
      named.insert(i);
    }
  }
  return {named.begin(), named.end()};
}

std::string padded(std::string const& text, std::size_t width) {
  std::size_t const length = base::count_code_points(text);
  return text + std::string(length < width ? width - length : 0, ' ');
}

// As facts are written: a text without its quotes.
void write_value(explain::JsonWriter& json, eval::Plan const& plan, Case const& facts, eval::FactPlan const& fact,
                 Value const& value) {
  std::string const text = eval::fact_text(plan, facts, fact, value);
  if (value.state == eval::State::not_applicable) {
    json.text("not_applicable");
  } else if (fact.domain == Domain::boolean) {
    json.boolean(value.is_true());
  } else if (fact.domain == Domain::text) {
    json.text(text.substr(1, text.size() - 2));
  } else if (fact.domain == Domain::whole && fact.calendar == eval::Calendar::none &&
             fact.dimension == base::kNoDimension) {
    json.integer(value.coefficient);
  } else {
    json.text(text);
  }
}

void write_list(explain::JsonWriter& json, eval::Plan const& plan, Case const& facts, std::uint32_t fact) {
  eval::ListFact const& list = facts.lists[fact];
  if (list.state == ListState::not_applicable) {
    return json.text("not_applicable");
  }
  json.begin_array();
  for (std::uint32_t row = 0; row < list.rows; ++row) {
    json.begin_flat_object();
    for (std::uint32_t field = 0; field < list.fields; ++field) {
      Value const& value = list.cell(row, field);
      if (value.state != eval::State::not_asked) {
        json.key(plan.facts[fact].fields[field].name);
        write_value(json, plan, facts, plan.facts[fact].fields[field], value);
      }
    }
    json.end_object();
  }
  json.end_array();
}

std::string group_of(std::string const& fact) {
  auto const point = fact.find('.');
  return point == std::string::npos ? "" : fact.substr(0, point);
}

void write_fact(explain::JsonWriter& json, eval::Plan const& plan, Case const& facts, std::uint32_t fact) {
  eval::FactPlan const& of = plan.facts[fact];
  bool const list = of.domain == Domain::list;
  bool const absent = !of.open_law.empty() || (!list && facts.scalars[fact].state == eval::State::not_asked);
  if (absent) {
    return;
  }
  std::string const group = group_of(of.name);
  json.key(group.empty() ? of.name : of.name.substr(group.size() + 1));
  if (list) {
    write_list(json, plan, facts, fact);
  } else {
    write_value(json, plan, facts, of, facts.scalars[fact]);
  }
}

// Facts of one group stand together, whatever lies between them in the schema.
void write_facts(explain::JsonWriter& json, eval::Plan const& plan, Case const& facts) {
  std::set<std::string> done;
  json.begin_object();
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    std::string const group = group_of(plan.facts[fact].name);
    if (group.empty()) {
      write_fact(json, plan, facts, fact);
      continue;
    }
    if (!done.insert(group).second) {
      continue;
    }
    json.key(group);
    json.begin_object();
    for (std::uint32_t other = fact; other < plan.facts.size(); ++other) {
      if (group_of(plan.facts[other].name) == group) {
        write_fact(json, plan, facts, other);
      }
    }
    json.end_object();
  }
  json.end_object();
}

}  // namespace

std::string counterexample_text(ShownCase const& shown) {
  std::vector<Row> const rows = Table(shown).rows();
  std::vector<std::size_t> widths{4};
  widths.resize(1 + shown.property.cases.size(), 1);
  bool hidden = false;
  for (Row const& row : rows) {
    hidden = hidden || row.plain;
    for (std::size_t i = 0; i < widths.size() && !row.plain; ++i) {
      std::string const& text = i == 0 ? row.fact : row.values[i - 1];
      widths[i] = std::max(widths[i], base::count_code_points(text));
    }
  }
  auto const line = [&](std::string const& fact, std::vector<std::string> const& values) {
    std::string text = "  " + padded(fact, widths[0]);
    for (std::size_t i = 0; i < values.size(); ++i) {
      text += "  " + padded(values[i], i + 1 < values.size() ? widths[i + 1] : 0);
    }
    return explain::shown(text.substr(0, text.find_last_not_of(' ') + 1)) + "\n";
  };
  std::string const many = shown.property.cases.size() == 1 ? "this case" : "these two cases";
  std::string text = "  it does not hold of " + many + ", made as simple as possible from " + shown.from + ":\n";
  text += shown.found.to_the_end ? "" : "  (there may be simpler ones: the search for them was cut short)\n";
  text += line("", shown.property.cases);
  for (Row const& row : rows) {
    text += row.plain ? "" : line(row.fact, row.values);
  }
  std::string const day = base::to_string(analysis::Values(shown.program, shown.plan).day());
  text +=
      hidden
          ? "  every other fact is plain: not applicable where that may be, else false, 0, none, the first value, or " +
                day + "\n"
          : "";
  for (std::uint32_t const decision : decisions_of(shown)) {
    for (std::size_t i = 0; i < shown.property.cases.size(); ++i) {
      eval::Outcome const outcome = eval::decide(shown.plan, shown.found.group.cases[i], decision);
      text += "  " + outcome.decision + " in " + shown.property.cases[i] + ": " +
              explain::headline(outcome, &shown.program) + "\n";
    }
  }
  return text;
}

std::string counterexample_json(ShownCase const& shown) {
  std::string out;
  explain::JsonWriter json(out, explain::Layout::one_line);
  json.begin_object();
  json.member("from", shown.from);
  json.key("simplest");
  json.boolean(shown.found.to_the_end);
  json.key("cases");
  json.begin_array();
  for (std::size_t i = 0; i < shown.property.cases.size(); ++i) {
    Case const& facts = shown.found.group.cases[i];
    json.begin_object();
    json.member("name", shown.property.cases[i]);
    json.key("facts");
    write_facts(json, shown.plan, facts);
    json.key("outcomes");
    json.begin_object();
    for (std::uint32_t const decision : decisions_of(shown)) {
      eval::Outcome const outcome = eval::decide(shown.plan, facts, decision);
      json.key(outcome.decision);
      json.begin_flat_object();
      json.member("status", eval::status_name(outcome.status));
      if (outcome.modality) {
        json.member("modality", eval::modality_name(*outcome.modality));
      }
      std::vector<std::string> options;
      for (eval::OutcomeOption const& option : outcome.options) {
        options.push_back(option.name);
      }
      json.member("options", options);
      json.member("rules", outcome.rules);
      json.member("text", explain::headline(outcome, &shown.program));
      json.end_object();
    }
    json.end_object();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace hjemmel::api
