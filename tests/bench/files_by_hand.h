// A file of cases to a file of outcomes, by hand: the limit for what reads and writes JSON lines.
//
// In: a file of lines as tests/bench/write_lines.h writes them. Out: a file with a line a case: its id, the outcome's name, and the
// kroner of a fine or the meetings of a conditional waiver, with tabs between. The whole file is read into memory, each thread takes
// a part that ends with a line, decides with drawn::decide, and formats into a buffer of its own.
//
// Two readers: simdjson On-Demand takes members in any order; `shape` knows the members' order and types and checks every byte of
// them, as fast as JSON of one fixed shape can be read. tests/bench/agreement.cpp compares what both write with all expected lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/bench/drawn.h"

namespace hjemmel::bench::files {

inline constexpr std::size_t kPadding = 64;  // readable bytes behind a text, as simdjson wants

// Outcome lines, appended to one text.
class OutcomeLines {
 public:
  void reserve(std::size_t bytes) { text_.reserve(bytes); }
  void add(std::uint64_t id, drawn::Answer const& answer);
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::string text_;
};

// Each returns what is wrong with the lines; empty where all were decided. Behind `lines` there are kPadding readable bytes.
[[nodiscard]] std::string decide_by_simdjson(std::string_view lines, OutcomeLines& outcomes);
[[nodiscard]] std::string decide_by_shape(std::string_view lines, OutcomeLines& outcomes);

using Reader = std::string (*)(std::string_view, OutcomeLines&);

// From file to file; `threads` is 1 or more. Returns what went wrong; empty where nothing did.
[[nodiscard]] std::string decide_file(std::string const& from, std::string const& to, Reader reader, unsigned threads);

}  // namespace hjemmel::bench::files
