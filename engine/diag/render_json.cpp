// One JSON object a diagnostic, on one line. A diagnostic without a file has null for its place.
#include "engine/base/json_text.h"
#include "engine/diag/render.h"

namespace hjemmel::diag {
namespace {

void append_text(std::string& out, std::string_view key, std::string_view value) {
  base::append_json_string(out, key);
  out.push_back(':');
  base::append_json_string(out, value);
}

void append_place(std::string& out, source::Span span, source::Sources const& sources) {
  if (!span.file.has_value()) {
    out += R"("path":null,"line":null,"column":null,"end_line":null,"end_column":null)";
    return;
  }
  source::SourceFile const& file = sources.file(span.file);
  source::LineCol const begin = source::locate(file.text, span.begin);
  source::LineCol const end = source::locate(file.text, span.end);
  append_text(out, "path", file.path);
  out += ",\"line\":" + std::to_string(begin.line) + ",\"column\":" + std::to_string(begin.column);
  out += ",\"end_line\":" + std::to_string(end.line) + ",\"end_column\":" + std::to_string(end.column);
}

}  // namespace

std::string render_json(Diagnostic const& diagnostic, source::Sources const& sources) {
  std::string out = "{";
  append_text(out, "kind", kind_name(diagnostic.kind));
  out.push_back(',');
  append_text(out, "severity", severity(diagnostic.kind) == Severity::error ? "error" : "warning");
  out.push_back(',');
  append_text(out, "message", diagnostic.message);
  out.push_back(',');
  append_text(out, "help", diagnostic.help);
  out.push_back(',');
  append_place(out, diagnostic.span, sources);
  out += ",\"notes\":[";
  for (std::size_t i = 0; i < diagnostic.notes.size(); ++i) {
    out += i == 0 ? "{" : ",{";
    append_text(out, "message", diagnostic.notes[i].message);
    out.push_back(',');
    append_place(out, diagnostic.notes[i].span, sources);
    out.push_back('}');
  }
  out += "]}";
  return out;
}

}  // namespace hjemmel::diag
