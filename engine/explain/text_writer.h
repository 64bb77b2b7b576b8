// A writer of indented text: breaks lines at blanks, and keeps what a fact says from acting on the terminal.
//
// In: lines with their indentation. Out: text appended to a string, no line longer than kTextWidth code points unless a
// single word is. Control characters are written as `\u001b`. Tested in tests/unit/explain/text_writer_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hjemmel::explain {

inline constexpr std::size_t kTextWidth = 100;

class TextWriter {
 public:
  explicit TextWriter(std::string& out) : out_(out) {}

  // `text` at `indent` blanks; what does not fit goes on under it, `hang` blanks further in.
  void line(std::size_t indent, std::string_view text, std::size_t hang = 2);
  // `label` and `text` in two columns: texts of lines with the same `column` stand under each other.
  void row(std::size_t indent, std::string_view label, std::size_t column, std::string_view text);
  // An empty line, then the heading; no empty line at the very start or after another.
  void heading(std::string_view text);
  void gap();

 private:
  std::string& out_;  // the caller's
};

// The columns that the longest of `labels` needs, at most `limit`.
[[nodiscard]] std::size_t column_for(std::vector<std::string> const& labels, std::size_t limit);
// `text` with control characters written out, and line ends as blanks.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace hjemmel::explain
