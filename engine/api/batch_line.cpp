// Decisions and services side by side; each is asked, then written.
#include "engine/api/batch_line.h"

#include <algorithm>

#include "engine/api/answer.h"
#include "engine/api/entitlement_document.h"
#include "engine/api/findings_json.h"
#include "engine/api/interview_facts.h"
#include "engine/explain/json.h"
#include "engine/explain/json_writer.h"
#include "engine/explain/table_row.h"

namespace hjemmel::api {
namespace {

// What one record has been found to be, before it is written.
struct Told {
  std::optional<Decided> decided;
  std::optional<explain::EntitlementDocument> services;
  Findings findings;
  std::string error;

  [[nodiscard]] bool is_good() const { return (decided && decided->document) || services; }
};

Told refused(std::string error) { return {std::nullopt, std::nullopt, {}, std::move(error)}; }

Told ask_decisions(Package const& package, BatchQuestion const& question, FactsText const& text) {
  Told told;
  told.decided = decide_text(package, text, question.decide);
  told.findings = std::move(told.decided->findings);
  told.error = std::move(told.decided->error);
  return told;
}

Told ask_services(Packages const& packages, BatchQuestion const& question, FactsText const& text) {
  ReadFacts read = read_facts(programs_of(packages), text);
  Told told;
  if (read.findings.has_errors()) {
    told.findings = std::move(read.findings);
    return told;
  }
  fill_date(packages.front()->loaded().program, question.decide.at, read.cases.front());
  told.services = services_document(packages, read.cases);
  add_duties(packages, read.cases, *told.services);
  return told;
}

Told ask(std::shared_ptr<Package const> const& package, BatchQuestion const& question, RecordText const& record) {
  if (!record.fault.empty()) {
    return refused(std::string(record.fault));
  }
  FactsText const text{std::string(record.text), question.name + " line " + std::to_string(record.line),
                       FactsFormat::json};
  return question.services ? ask_services({package}, question, text) : ask_decisions(*package, question, text);
}

Tally tally_of(Told const& told) {
  bool undetermined = false;
  bool at_fault = false;
  if (told.decided) {
    at_fault = told.decided->answer.rules_at_fault;
    for (eval::Outcome const& outcome : told.decided->answer.outcomes) {
      undetermined = undetermined || outcome.status == eval::Status::undetermined;
    }
  }
  if (told.services) {
    for (explain::ListedService const& listed : told.services->services) {
      undetermined = undetermined || listed.entitlement.state == eval::ServiceState::unknown;
      at_fault = at_fault || listed.entitlement.state == eval::ServiceState::error;
    }
    for (explain::ListedDuty const& listed : told.services->duties) {
      at_fault = at_fault || listed.duty.state == eval::DutyState::error;
    }
  }
  bool const good = told.is_good();
  return {1, good ? 0U : 1U, good && undetermined ? 1U : 0U, good && at_fault ? 1U : 0U};
}

// Behind the number of the line.
std::string document_of(Told const& told) {
  std::string text;
  if (told.is_good()) {
    text = told.services ? explain::entitlements_json(*told.services, explain::Layout::one_line)
                         : explain::outcome_json(*told.decided->document, explain::Layout::one_line);
    text.pop_back();  // its line end
    return (told.services ? ",\"entitlements\":" : ",\"outcome\":") + text + "}\n";
  }
  explain::JsonWriter json(text, explain::Layout::one_line);
  json.begin_object();
  write_findings(told.findings, told.error, json);
  json.end_object();
  text.front() = ',';
  return text + "\n";
}

// Each with its comma in front. `duties` in both ways of asking come last.
std::string cells_of(Answer const& answer) {
  std::string cells;
  for (eval::Outcome const& outcome : answer.outcomes) {
    cells += "," + explain::decision_cells(outcome.status, outcome.of_figure, outcome.options, outcome.rules);
  }
  for (eval::DutyOutcome const& duty : answer.duties) {
    cells += "," + explain::duty_cells(duty);
  }
  return cells;
}

std::string cells_of(explain::EntitlementDocument const& document) {
  std::string cells;
  for (explain::ListedService const& listed : document.services) {
    cells += "," + explain::service_cells(listed.entitlement.state, listed.entitlement.failed);
  }
  for (explain::ListedDuty const& listed : document.duties) {
    cells += "," + explain::duty_cells(listed.duty);
  }
  return cells;
}

std::string head_of(Told const& told) {
  std::string head;
  if (told.decided) {
    for (eval::Outcome const& outcome : told.decided->answer.outcomes) {
      head += "," + explain::decision_head(outcome.decision);
    }
    for (eval::DutyOutcome const& duty : told.decided->answer.duties) {
      head += "," + explain::duty_head(duty.duty);
    }
  }
  if (told.services) {
    for (explain::ListedService const& listed : told.services->services) {
      head += "," + explain::service_head(listed.entitlement.service);
    }
    for (explain::ListedDuty const& listed : told.services->duties) {
      head += "," + explain::duty_head(listed.duty.duty);
    }
  }
  return head;
}

// The first finding that is an error; or why else there is no outcome.
std::string fault_of(Told const& told) {
  auto const error = std::find_if(told.findings.all.begin(), told.findings.all.end(),
                                  [](Finding const& finding) { return finding.severity == Severity::error; });
  return error == told.findings.all.end() ? told.error : error->message + " [" + error->kind + "]";
}

// `commas`: of a row, for one that has nothing but its fault.
std::string row_of(Told const& told, std::size_t commas) {
  if (!told.is_good()) {
    return std::string(commas, ',') + explain::table_cell(fault_of(told)) + "\n";
  }
  return (told.services ? cells_of(*told.services) : cells_of(told.decided->answer)) + ",\n";
}

DecidedLine line_of(Told const& told, BatchWrite write, std::uint64_t line, std::size_t commas) {
  std::string text = begin_line(write, line);
  text += write == BatchWrite::table ? row_of(told, commas) : document_of(told);
  return {std::move(text), tally_of(told)};
}

}  // namespace

std::string begin_line(BatchWrite write, std::uint64_t line) {
  return (write == BatchWrite::table ? "" : "{\"line\":") + std::to_string(line);
}

std::string table_head(std::shared_ptr<Package const> const& package, BatchQuestion const& question) {
  return "line" + head_of(ask(package, question, {0, "{}"})) + ",fault\n";
}

DecidedLine decide_line(std::shared_ptr<Package const> const& package, BatchQuestion const& question,
                        RecordText const& record, std::size_t commas) {
  try {
    return line_of(ask(package, question, record), question.write, record.line, commas);
  } catch (std::bad_alloc const&) {
    return line_of(refused("there is not enough memory"), question.write, record.line, commas);
  } catch (std::exception const& fault) {
    return line_of(refused(fault.what()), question.write, record.line, commas);
  }
}

}  // namespace hjemmel::api
