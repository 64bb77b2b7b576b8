// Diagnostics of the stages as findings of the face.
#include <algorithm>

#include "engine/api/package_data.h"
#include "engine/diag/render.h"

namespace hjemmel::api {

bool Findings::has_errors() const {
  return std::any_of(all.begin(), all.end(),
                     [](Finding const& finding) { return finding.severity == Severity::error; });
}

Finding to_finding(diag::Diagnostic const& diagnostic, source::Sources const& sources) {
  Finding finding;
  bool const error = diag::severity(diagnostic.kind) == diag::Severity::error;
  finding.severity = error ? Severity::error : Severity::warning;
  finding.kind = diag::kind_name(diagnostic.kind);
  finding.message = diagnostic.message;
  finding.help = diagnostic.help;
  if (diagnostic.span.file.has_value()) {
    source::SourceFile const& file = sources.file(diagnostic.span.file);
    source::LineCol const at = source::locate(file.text, diagnostic.span.begin);
    finding.path = file.path;
    finding.line = at.line;
    finding.column = at.column;
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
