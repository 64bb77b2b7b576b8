// Byte by byte: a line that is too long is not kept while it is read on.
#include "engine/cli/answer_line.h"

namespace hjemmel::cli {

std::optional<AnswerLine> read_answer_line(std::FILE* in) {
  AnswerLine line;
  bool any = false;
  for (int c = std::fgetc(in); c != EOF && c != '\n'; c = std::fgetc(in)) {
    any = true;
    line.too_long = line.too_long || line.text.size() == kMaxAnswerBytes;
    if (!line.too_long) {
      line.text += static_cast<char>(c);
    }
  }
  if (std::feof(in) != 0 && !any) {
    return std::nullopt;
  }
  if (line.too_long) {
    line.text.clear();
  }
  return std::ferror(in) != 0 ? std::nullopt : std::optional(std::move(line));
}

}  // namespace hjemmel::cli
