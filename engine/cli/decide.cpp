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

}  // namespace

int run_decide(DecideOptions const& options) {
  api::LoadResult const loaded = api::load_package(options.package, options.amendments);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, options.format);
  }
  api::ReadResult const read = api::read_text(options.facts);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, options.format);
  }
  api::FactsText const facts{*read.text, options.facts, api::FactsFormat::guess};
  api::DecideOptions const question{options.at,          options.decision, !options.trace.empty(), options.readings,
                                    options.as_known_on, options.language, level_of(options.trace)};
  api::DecideResult const decided = api::decide(*loaded.package, facts, question);
  int const status = report(decided.findings, decided.failure, decided.error, options.format);
  if (!decided.answer) {
    return status;
  }
  return write_out(options.format == Format::json ? decided.answer->json : decided.answer->text,
                   decided.answer->rules_at_fault ? kFaults : kDone);
}

}  // namespace hjemmel::cli
