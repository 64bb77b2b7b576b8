// Diagnostics for people (text with the source line and a caret) and for programs (one JSON object each).
#pragma once

#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"

namespace hjemmel::diag {

// `path:3:12: error: message [kind]`, the source line, a caret line under the span, then `help:` and `note:` lines.
// The caret line repeats tabs and counts code points, so it stands right under æøå.
[[nodiscard]] std::string render_text(Diagnostic const& diagnostic, source::Sources const& sources);
// All of them, then how many were dropped by the cap.
[[nodiscard]] std::string render_text(Sink const& sink, source::Sources const& sources);
// {"kind","severity","message","help","path","line","column","end_line","end_column","notes":[…]}, one line, keys in this order.
[[nodiscard]] std::string render_json(Diagnostic const& diagnostic, source::Sources const& sources);

}  // namespace hjemmel::diag
