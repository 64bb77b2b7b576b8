// The lines of a text, one after the other, with the place where each begins.
//
// In: a text of the caller, with line ends of either kind. Out: lines without their ends and without blanks behind. Tested with
// front_matter.h and read_act.h.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hjemmel::sources {

struct Line {
  std::string_view text;
  std::size_t begin = 0;
};

class Lines {
 public:
  explicit Lines(std::string_view text, std::size_t from = 0) : text_(text), at_(from) {}

  // Nothing at the end of the text.
  [[nodiscard]] std::optional<Line> next() {
    if (at_ >= text_.size()) {
      return std::nullopt;
    }
    std::size_t const begin = at_;
    std::size_t const end = std::min(text_.find('\n', begin), text_.size());
    at_ = end + 1;
    std::string_view line = text_.substr(begin, end - begin);
    while (line.ends_with(' ') || line.ends_with('\r') || line.ends_with('\t')) {
      line.remove_suffix(1);
    }
    return Line{line, begin};
  }

  [[nodiscard]] std::size_t at() const { return at_; }  // where the next line begins

 private:
  std::string_view text_;  // of the caller
  std::size_t at_;
};

}  // namespace hjemmel::sources
