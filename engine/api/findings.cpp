// Diagnostics of the stages as findings of the face.
#include <algorithm>

#include "engine/api/findings_json.h"
#include "engine/api/package_data.h"
#include "engine/diag/render.h"
#include "engine/syntax/keyword.h"

namespace hjemmel::api {

bool Findings::has_errors() const {
  return std::any_of(all.begin(), all.end(),
                     [](Finding const& finding) { return finding.severity == Severity::error; });
}

namespace {

// A name that nothing has: perhaps it is a word of the other language, `bool` in a file in bokmål.
bool names_nothing(diag::Kind kind) {
  return kind == diag::Kind::unknown_name || kind == diag::Kind::unknown_type || kind == diag::Kind::unknown_value;
}

// The rule language's words in a message are those of the file that it speaks of.
diag::Diagnostic in_language_of_file(diag::Diagnostic diagnostic, source::Sources const& sources) {
  syntax::Language const language = syntax::language_of(sources.file(diagnostic.span.file).text);
  if (!sources.file(diagnostic.span.file).path.ends_with(".rules")) {
    return diagnostic;
  }
  std::string_view const marked = sources.text(diagnostic.span);
  if (names_nothing(diagnostic.kind) && !diagnostic.help.starts_with("did you mean")) {
    auto const foreign = syntax::foreign_words(marked, language, {});
    bool const whole = foreign.length > 0 && foreign.length == marked.size();
    diagnostic.help = whole ? syntax::help_for_foreign(foreign.instead, language) : diagnostic.help;
  }
  if (language == syntax::Language::en) {
    return diagnostic;
  }
  diagnostic.message = syntax::in_language(diagnostic.message, marked, language);
  diagnostic.help = syntax::in_language(diagnostic.help, marked, language);
  for (auto& note : diagnostic.notes) {
    note.message = syntax::in_language(note.message, marked, language);
  }
  return diagnostic;
}

}  // namespace

Place place_of(source::Span span, source::Sources const& sources) {
  if (!span.file.has_value()) {
    return {};
  }
  source::SourceFile const& file = sources.file(span.file);
  source::LineCol const begin = source::locate(file.text, span.begin);
  source::LineCol const end = source::locate(file.text, span.end);
  return {file.path, begin.line, begin.column, end.line, end.column};
}

void forward(diag::Sink const& from, diag::Sink& sink) {
  for (diag::Diagnostic const& diagnostic : from.all()) {
    bool const told = std::any_of(sink.all().begin(), sink.all().end(), [&](diag::Diagnostic const& other) {
      return other.kind == diagnostic.kind && other.span == diagnostic.span && other.message == diagnostic.message;
    });
    if (!told) {
      sink.add(diagnostic);
    }
  }
}

void write_findings(Findings const& findings, std::string_view error, explain::JsonWriter& json) {
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
}

Finding to_finding(diag::Diagnostic const& raised, source::Sources const& sources) {
  diag::Diagnostic const diagnostic = raised.span.file.has_value() ? in_language_of_file(raised, sources) : raised;
  Finding finding;
  bool const error = diag::severity(diagnostic.kind) == diag::Severity::error;
  finding.severity = error ? Severity::error : Severity::warning;
  finding.kind = diag::kind_name(diagnostic.kind);
  finding.message = diagnostic.message;
  finding.help = diagnostic.help;
  finding.kind_help = diag::kind_help(diagnostic.kind);
  Place const at = place_of(diagnostic.span, sources);
  finding.path = at.path;
  finding.line = at.line;
  finding.column = at.column;
  finding.end_line = at.end_line;
  finding.end_column = at.end_column;
  finding.marked = diagnostic.span.file.has_value() ? sources.text(diagnostic.span) : "";
  for (diag::Note const& note : diagnostic.notes) {
    finding.notes.push_back({note.message, place_of(note.span, sources)});
  }
  finding.text = diag::render_text(diagnostic, sources);
  finding.json = diag::render_json(diagnostic, sources);
  return finding;
}

Findings to_findings(diag::Sink& sink, source::Sources const& sources) {
  sink.sort();
  Findings findings;
  findings.not_shown = sink.dropped();
  for (diag::Diagnostic const& diagnostic : sink.all()) {
    findings.all.push_back(to_finding(diagnostic, sources));
  }
  return findings;
}

}  // namespace hjemmel::api
