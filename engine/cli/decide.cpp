// hjemmel decide: one case under one package.
#include <algorithm>

#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

api::TraceLevel level_of(std::string_view word) {
  return word == "decision" ? api::TraceLevel::decision
         : word == "rules"  ? api::TraceLevel::rules
                            : api::TraceLevel::full;
}

// A header line and one record, as the adapter reads them; without an adapter, facts.
api::AdaptedResult facts_of(DecideOptions const& options, std::string const& text) {
  if (options.adapter.empty()) {
    return {api::FactsText{text, options.facts, api::FactsFormat::guess}, api::Failure::none, {}};
  }
  api::BundlesResult const opened = open_bundles(options.bundles);
  if (!opened.bundles) {
    return {std::nullopt, opened.failure, opened.error};
  }
  std::size_t const line = text.find('\n');
  std::string_view const header = std::string_view(text).substr(0, line);
  std::string_view record = line == std::string::npos ? "" : std::string_view(text).substr(line + 1);
  while (record.ends_with('\n') || record.ends_with('\r')) {
    record.remove_suffix(1);
  }
  return api::adapt(*opened.bundles, options.adapter, header, record);
}

}  // namespace

int run_decide(DecideOptions const& options) {
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, options.format);
  }
  api::ReadResult const read = api::read_text(options.facts);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, options.format);
  }
  api::AdaptedResult const facts = facts_of(options, *read.text);
  if (!facts.facts) {
    return report({}, facts.failure, facts.error, options.format);
  }
  api::DecideOptions const question{options.at,          options.decision, !options.trace.empty(), options.readings,
                                    options.as_known_on, options.language, level_of(options.trace)};
  api::DecideResult const decided = api::decide(*loaded.package, *facts.facts, question);
  int const status = report(decided.findings, decided.failure, decided.error, options.format);
  if (!decided.answer) {
    return status;
  }
  return write_out(options.format == Format::json ? decided.answer->json : decided.answer->text,
                   decided.answer->rules_at_fault ? kFaults : kDone);
}

}  // namespace hjemmel::cli
