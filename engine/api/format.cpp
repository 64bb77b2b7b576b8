// Formatting one rules file. A file with a fault is never rewritten: what could not be read could not be printed whole.
#include "engine/syntax/format.h"

#include "engine/api/package_data.h"
#include "engine/syntax/parse.h"
#include "engine/syntax/translate.h"

namespace hjemmel::api {
namespace {

std::optional<std::string> laid_out(syntax::Tree const& tree, Wording wording, diag::Sink& sink) {
  if (wording == Wording::as_written) {
    return syntax::format(tree);
  }
  return syntax::translate(tree, wording == Wording::bokmaal ? syntax::Language::nb : syntax::Language::en, sink);
}

FormatResult format_text(std::string text, std::string const& name, Wording wording) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add(name, std::move(text));
  auto const tree = syntax::parse(file, sources, sink);
  FormatResult result;
  bool const good = tree && sink.errors() == 0;
  result.text = good ? laid_out(*tree, wording, sink) : std::nullopt;
  result.findings = to_findings(sink, sources);
  result.failure = result.text ? Failure::none : Failure::input;
  return result;
}

}  // namespace

FormatResult format_rules(std::string text, std::string const& name, Wording wording) {
  return guarded<FormatResult>([&] { return format_text(std::move(text), name, wording); });
}

}  // namespace hjemmel::api
