// One line of what a person types, or of a file of answers.
//
// In: a stream. Out: the line without its end; nothing at the end of input. A line longer than the cap is read to its end and
// told of as too long. Tested in tests/unit/cli/answer_line_test.cpp.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

namespace hjemmel::cli {

inline constexpr std::size_t kMaxAnswerBytes = 4096;

struct AnswerLine {
  std::string text;
  bool too_long = false;  // then `text` is empty
};

[[nodiscard]] std::optional<AnswerLine> read_answer_line(std::FILE* in);

}  // namespace hjemmel::cli
