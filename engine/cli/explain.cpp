// hjemmel explain: why one case came out as it did under one package, as prose, as data or as a page.
#include "engine/cli/verbs.h"

namespace hjemmel::cli {

int run_explain(ExplainOptions const& options) {
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, options.format);
  }
  api::ReadResult const read = api::read_text(options.facts);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, options.format);
  }
  api::FactsText const facts{*read.text, options.facts, api::FactsFormat::guess};
  api::ExplainResult const explained = api::explain(*loaded.package, facts, options.question);
  int const status = report(explained.findings, explained.failure, explained.error, options.format);
  if (!explained.answer) {
    return status;
  }
  api::Explained const& answer = *explained.answer;
  std::string const& form = options.question.page            ? answer.page
                            : options.format == Format::json ? answer.json
                                                             : answer.text;
  return write_out(form, answer.rules_at_fault ? kFaults : kDone);
}

}  // namespace hjemmel::cli
