// A record to a line; what goes wrong with one record stays its own.
#include "engine/api/batch.h"

#include <algorithm>

#include "engine/api/answer.h"
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
  record.json = as_line(line, [&](explain::JsonWriter& json) {
    json.key("findings");
    json.begin_array();
    for (Finding const& finding : findings.all) {
      json.raw(finding.json);
    }
    json.end_array();
    json.key("not_shown");
    json.integer(static_cast<std::int64_t>(findings.not_shown));
    json.key("error");
    if (error.empty()) {
      json.raw("null");
    } else {
      json.text(error);
    }
  });
  return record;
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
  std::string outcome = explain::outcome_json(*decided.document, explain::Layout::one_line);
  outcome.pop_back();  // its line end
  record.json = as_line(line, [&](explain::JsonWriter& json) {
    json.key("outcome");
    json.raw(outcome);
  });
  return record;
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
  try {
    return decide_one(package, {record, name + " line " + std::to_string(line), FactsFormat::json}, line, options);
  } catch (std::bad_alloc const&) {
    return refuse_record(line, "there is not enough memory");
  } catch (std::exception const& fault) {
    return refuse_record(line, fault.what());
  }
}

DecidedRecord refuse_record(std::uint64_t line, std::string const& error) { return refused(line, {}, error); }

}  // namespace hjemmel::api
