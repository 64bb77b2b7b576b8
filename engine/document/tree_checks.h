// What holds for every document tree, whatever it was written in: caps, unique keys, no hidden characters.
//
// In: the nodes and keys that a reader builds, as it builds them. Out: diagnostics, and whether the document has a fault.
// Tested in tests/unit/document/{read_yaml,read_json}_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"

namespace hjemmel::document {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // may stand at the start of a file, and is skipped

class TreeChecks {
 public:
  // `text` is the whole file, and lives as long as this.
  TreeChecks(source::FileId file, std::string_view text, diag::Sink& sink) : file_(file), text_(text), sink_(&sink) {}

  [[nodiscard]] bool failed() const { return failed_; }
  // A cap was passed: nothing that comes after is worth reading.
  [[nodiscard]] bool stopped() const { return stopped_; }
  void stop() { stopped_ = true; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] source::Span span(std::size_t begin, std::size_t end) const;

  void fault(diag::Diagnostic diagnostic);
  void fault(diag::Kind kind, source::Span span, std::string message, std::string help = {});

  // The text ends while the bracket at `open` is open.
  void fault_unclosed(source::Span open);

  // One more node, at nesting `depth` when it is a mapping or a sequence (the outermost is 1; scalars: 0).
  void count_node(std::size_t depth, source::Span span);
  void check_scalar(Node const& scalar);
  void check_key(std::string_view key, source::Span span);
  void check_unique(std::vector<Entry> const& entries);

 private:
  bool check_letters(std::string_view text, source::Span span);
  void fault_at_letter(std::size_t offset, char32_t code_point);

  source::FileId file_;
  std::string_view text_;
  diag::Sink* sink_;
  std::size_t nodes_ = 0;
  bool failed_ = false;
  bool stopped_ = false;
};

}  // namespace hjemmel::document
