// Formatting one rules file. A file with a fault is never rewritten: what could not be read could not be printed whole.
#include "engine/syntax/format.h"

#include "engine/api/package_data.h"
#include "engine/syntax/parse.h"

namespace hjemmel::api {
namespace {

FormatResult format_text(std::string text, std::string const& name) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(name, std::move(text));
  auto const tree = syntax::parse(file, sources, sink);
  FormatResult result;
  bool const good = tree && sink.errors() == 0;
  result.text = good ? syntax::format(*tree) : std::nullopt;
  result.findings = to_findings(sink, sources);
  result.failure = result.text ? Failure::none : Failure::input;
  return result;
}

}  // namespace

FormatResult format_rules(std::string text, std::string const& name) {
  return guarded<FormatResult>([&] { return format_text(std::move(text), name); });
}

}  // namespace hjemmel::api
