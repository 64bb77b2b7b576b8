// Diagnostics as data: what is wrong with what an author or caller wrote, where, and what to write instead.
//
// In: spans and words from every stage. Out: a list that render_text and render_json show. Kinds stand in diag_kind.def;
// each has a file under tests/golden that produces it. Message style: engine/README.md, "Messages".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/span.h"

namespace hjemmel::diag {

enum class Severity { error, warning };

enum class Kind {
#define DIAG(name, severity) name,
#include "engine/diag/diag_kind.def"
#undef DIAG
};

[[nodiscard]] std::string_view kind_name(Kind kind);
[[nodiscard]] Severity severity(Kind kind);
// One sentence on all diagnostics of the kind, from kind_help.def.
[[nodiscard]] std::string_view kind_help(Kind kind);

// Another place that matters: `the first one is here`.
struct Note {
  source::Span span;
  std::string message;
};

struct Diagnostic {
  Kind kind;
  source::Span span;    // the narrowest wrong part
  std::string message;  // lower case, one sentence, no full stop; the user's words in back-ticks
  std::string help;     // what to write instead; may be empty
  std::vector<Note> notes;
};

// Collects diagnostics up to a cap; what comes after the cap is counted, not kept.
class Sink {
 public:
  static constexpr std::size_t kMax = 100;

  void add(Diagnostic diagnostic);
  void add(Kind kind, source::Span span, std::string message, std::string help = {}) {
    add(Diagnostic{kind, span, std::move(message), std::move(help), {}});
  }

  // What another sink collected, behind what is here.
  void add_all(Sink const& other);
  // Warnings that another sink had counted and not kept.
  void drop_warnings(std::size_t count) {
    warnings_ += count;
    dropped_ += count;
  }

  // Sorted by file and place on reading: call `sort` once before showing.
  void sort();
  [[nodiscard]] std::vector<Diagnostic> const& all() const { return all_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return warnings_; }
  [[nodiscard]] std::size_t dropped() const { return dropped_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace hjemmel::diag
