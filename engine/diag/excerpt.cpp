// A line is taken apart into cells, what a terminal shows in one place: a letter with its combining marks, a tab, or the stand-in
// for what must not be shown. Only the bytes near the span are looked at, so that a file of one endless line costs no more.
#include "engine/diag/excerpt.h"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.h"

namespace hjemmel::diag {
namespace {

constexpr std::string_view kStandIn = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kCut = "\xE2\x80\xA6";      // …
constexpr std::size_t kColumnsBefore = 50;             // of a long line, how much is shown before the span
constexpr std::size_t kBytesAround = 1000;             // enough for kExcerptColumns of four bytes each, and marks

struct Cell {
  std::string shown;
  std::size_t begin = 0;  // byte offset in the text
};

bool is_broken(base::CodePoint at, std::string_view text, std::size_t offset) {
  return at.length == 1 && static_cast<unsigned char>(text[offset]) >= 0x80U;
}

bool is_shown(char32_t code_point) {
  if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)) {
    return false;
  }
  bool const invisible = base::is_hidden_space(code_point);
  bool const only_a_space = code_point == 0xA0 || code_point == 0x3000 || code_point == 0x202F ||
                            code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
                            code_point == 0x205F;
  return !invisible || only_a_space;
}

std::vector<Cell> cells_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Cell> cells;
  while (begin < end) {
    base::CodePoint const at = base::code_point_at(text, begin);
    bool const good = !is_broken(at, text, begin);
    if (good && base::is_combining_mark(at.value) && !cells.empty()) {
      cells.back().shown += text.substr(begin, at.length);
    } else if (good && (is_shown(at.value) || at.value == '\t')) {
      cells.push_back({std::string(text.substr(begin, at.length)), begin});
    } else {
      cells.push_back({std::string(kStandIn), begin});
    }
    begin += at.length;
  }
  return cells;
}

// Bytes [begin, end) of the line that `offset` stands in, without its line break.
struct Line {
  std::size_t begin;
  std::size_t end;
};

Line line_at(std::string_view text, std::size_t offset) {
  std::size_t const before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  std::size_t const after = text.find('\n', offset);
  Line line{before == std::string_view::npos ? 0 : before + 1, after == std::string_view::npos ? text.size() : after};
  if (line.end > line.begin && text[line.end - 1] == '\r') {
    --line.end;
  }
  return line;
}

// The part of the line that is looked at: from a whole code point near the span to some way behind its begin.
Line near(std::string_view text, Line line, std::size_t offset) {
  Line part = line;
  if (offset > kBytesAround && offset - kBytesAround > line.begin) {
    part.begin = offset - kBytesAround;
    while (part.begin < offset && (static_cast<unsigned char>(text[part.begin]) & 0xC0U) == 0x80U) {
      ++part.begin;
    }
  }
  part.end = std::min(line.end, offset + kBytesAround);
  while (part.end > offset && part.end < line.end && (static_cast<unsigned char>(text[part.end]) & 0xC0U) == 0x80U) {
    --part.end;
  }
  return part;
}

// Where in `cells` the byte `offset` is shown; cells.size() behind the last one.
std::size_t cell_at(std::vector<Cell> const& cells, std::size_t offset) {
  auto const after = std::upper_bound(cells.begin(), cells.end(), offset,
                                      [](std::size_t at, Cell const& cell) { return at < cell.begin; });
  return after == cells.begin() ? 0 : static_cast<std::size_t>(after - cells.begin()) - 1;
}

void trim_end(std::string& line) {
  auto const last = line.find_last_not_of(" \t");
  line.erase(last == std::string::npos ? 0 : last + 1);
}

}  // namespace

Excerpt excerpt(std::string_view text, source::Span span) {
  std::size_t const begin = std::min<std::size_t>(span.begin, text.size());
  Line const line = line_at(text, begin);
  Line const part = near(text, line, begin);
  std::vector<Cell> const cells = cells_of(text, part.begin, part.end);
  // A span that starts at the line break itself stands behind the last cell.
  std::size_t const first = begin >= part.end ? cells.size() : cell_at(cells, begin);
  std::size_t const behind = span.end > begin && first < cells.size()
                                 ? (span.end >= part.end ? cells.size() : cell_at(cells, span.end - 1) + 1)
                                 : first + 1;
  bool const whole = part.begin == line.begin && part.end == line.end && cells.size() <= kExcerptColumns;
  std::size_t const from = whole || first <= kColumnsBefore ? 0 : first - kColumnsBefore;
  std::size_t const to = whole ? cells.size() : std::min(cells.size(), from + kExcerptColumns);

  Excerpt result;
  if (from > 0 || part.begin > line.begin) {
    result.line = kCut;
    result.carets = " ";
  }
  for (std::size_t i = from; i < to; ++i) {
    result.line += cells[i].shown;
    if (i < first) {
      result.carets += cells[i].shown == "\t" ? '\t' : ' ';
    }
  }
  result.line += to < cells.size() || part.end < line.end ? kCut : std::string_view{};
  result.carets.append(std::max<std::size_t>(1, std::min(behind, std::max(to, first + 1)) - first), '^');
  trim_end(result.line);
  return result;
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const code_point = base::code_point_at(text, at);
    bool const line_break = code_point.value == '\n' || code_point.value == '\t';
    if (line_break) {
      shown += ' ';
    } else if (is_broken(code_point, text, at) || !is_shown(code_point.value)) {
      shown += kStandIn;
    } else {
      shown += text.substr(at, code_point.length);
    }
    at += code_point.length;
  }
  return shown;
}

}  // namespace hjemmel::diag
