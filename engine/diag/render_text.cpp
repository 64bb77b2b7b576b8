// Text for people, one diagnostic after the other:
//
//   facts.yaml:3:8: error: `hold` is none of the values of `Act` [unknown_value]
//     3 |   act: hold
//       |        ^^^^
//   help: did you mean `holding`
//   note: facts.yaml:2:3: …
#include <string_view>

#include "engine/diag/excerpt.h"
#include "engine/diag/render.h"

namespace hjemmel::diag {
namespace {

std::string_view severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

// `facts.yaml:3:8: `, or nothing for the span of nothing.
std::string place(source::Span span, source::Sources const& sources) {
  if (!span.file.has_value()) {
    return {};
  }
  source::SourceFile const& file = sources.file(span.file);
  source::LineCol const at = source::locate(file.text, span.begin);
  return printable(file.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
}

void append_excerpt(std::string& out, source::Span span, source::Sources const& sources) {
  if (!span.file.has_value()) {
    return;
  }
  std::string_view const text = sources.file(span.file).text;
  std::string const number = std::to_string(source::locate(text, span.begin).line);
  Excerpt const shown = excerpt(text, span);
  out += "  " + number + " |" + (shown.line.empty() ? "" : " " + shown.line) + "\n";
  out += "  " + std::string(number.size(), ' ') + " | " + shown.carets + "\n";
}

}  // namespace

std::string render_text(Diagnostic const& diagnostic, source::Sources const& sources) {
  std::string out = place(diagnostic.span, sources);
  out += severity_name(severity(diagnostic.kind));
  out += ": " + printable(diagnostic.message) + " [" + std::string(kind_name(diagnostic.kind)) + "]\n";
  append_excerpt(out, diagnostic.span, sources);
  if (!diagnostic.help.empty()) {
    out += "help: " + printable(diagnostic.help) + "\n";
  }
  for (Note const& note : diagnostic.notes) {
    out += "note: " + place(note.span, sources) + printable(note.message) + "\n";
    append_excerpt(out, note.span, sources);
  }
  return out;
}

std::string render_text(Sink const& sink, source::Sources const& sources) {
  std::string out;
  for (Diagnostic const& diagnostic : sink.all()) {
    out += render_text(diagnostic, sources);
  }
  if (sink.dropped() > 0) {
    out += "and " + std::to_string(sink.dropped()) + " more that are not shown\n";
  }
  return out;
}

}  // namespace hjemmel::diag
