// A record to a line; what goes wrong with one record stays its own.
#include "engine/api/batch.h"

#include <algorithm>
#include <string_view>

#include "engine/api/answer.h"
#include "engine/api/entitlement_document.h"
#include "engine/api/findings_json.h"
#include "engine/api/interview_facts.h"
#include "engine/explain/json.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::api {
namespace {

template <class Write>
std::string as_line(std::uint64_t line, Write write) {
  std::string text;
  explain::JsonWriter json(text, explain::Layout::one_line);
  json.begin_object();
  json.key("line");
  json.integer(static_cast<std::int64_t>(line));
  write(json);
  json.end_object();
  return text + "\n";
}

DecidedRecord refused(std::uint64_t line, Findings const& findings, std::string const& error) {
  DecidedRecord record;
  record.faulty = true;
  record.json = as_line(line, [&](explain::JsonWriter& json) { write_findings(findings, error, json); });
  return record;
}

// One document as the value of one key, on one line.
std::string with_document(std::uint64_t line, std::string_view key, std::string document) {
  document.pop_back();  // its line end
  return as_line(line, [&](explain::JsonWriter& json) {
    json.key(key);
    json.raw(document);
  });
}

DecidedRecord decide_one(Package const& package, FactsText const& text, std::uint64_t line,
                         DecideOptions const& options) {
  Decided const decided = decide_text(package, text, options);
  if (!decided.document) {
    return refused(line, decided.findings, decided.error);
  }
  Answer const& answer = decided.answer;
  DecidedRecord record;
  record.rules_at_fault = answer.rules_at_fault;
  record.undetermined = std::any_of(answer.outcomes.begin(), answer.outcomes.end(),
                                    [](eval::Outcome const& one) { return one.status == eval::Status::undetermined; });
  record.json = with_document(line, "outcome", explain::outcome_json(*decided.document, explain::Layout::one_line));
  return record;
}

DecidedRecord entitle_one(Packages const& packages, FactsText const& text, std::uint64_t line,
                          DecideOptions const& options) {
  ReadFacts read = read_facts(programs_of(packages), text);
  if (read.findings.has_errors()) {
    return refused(line, read.findings, "");
  }
  fill_date(packages.front()->loaded().program, options.at, read.cases.front());
  explain::EntitlementDocument document = services_document(packages, read.cases);
  add_duties(packages, read.cases, document);
  DecidedRecord record;
  for (explain::ListedService const& listed : document.services) {
    eval::Entitlement const& service = listed.entitlement;
    record.undetermined = record.undetermined || service.state == eval::ServiceState::unknown;
    record.rules_at_fault = record.rules_at_fault || service.state == eval::ServiceState::error;
  }
  for (explain::ListedDuty const& listed : document.duties) {
    record.rules_at_fault = record.rules_at_fault || listed.duty.state == eval::DutyState::error;
  }
  record.json = with_document(line, "entitlements", explain::entitlements_json(document, explain::Layout::one_line));
  return record;
}

template <class Decide>
DecidedRecord guarded_record(std::uint64_t line, Decide decide) {
  try {
    return decide();
  } catch (std::bad_alloc const&) {
    return refuse_record(line, "there is not enough memory");
  } catch (std::exception const& fault) {
    return refuse_record(line, fault.what());
  }
}

FactsText record_text(std::string const& record, std::string const& name, std::uint64_t line) {
  return {record, name + " line " + std::to_string(line), FactsFormat::json};
}

}  // namespace

std::string refuse_batch(Package const& package, DecideOptions const& options) {
  DecideResult const tried = guarded<DecideResult>([&] {
    Decided decided = decide_text(package, {"{}", "facts", FactsFormat::json}, options);
    return DecideResult{std::nullopt, {}, decided.failure, std::move(decided.error)};
  });
  return tried.failure == Failure::use || tried.failure == Failure::world ? tried.error : "";
}

DecidedRecord decide_record(Package const& package, std::string const& record, std::string const& name,
                            std::uint64_t line, DecideOptions const& options) {
  return guarded_record(line, [&] { return decide_one(package, record_text(record, name, line), line, options); });
}

DecidedRecord entitle_record(std::shared_ptr<Package const> const& package, std::string const& record,
                             std::string const& name, std::uint64_t line, DecideOptions const& options) {
  return guarded_record(line, [&] { return entitle_one({package}, record_text(record, name, line), line, options); });
}

DecidedRecord refuse_record(std::uint64_t line, std::string const& error) { return refused(line, {}, error); }

}  // namespace hjemmel::api
