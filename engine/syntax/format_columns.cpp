// Elastic tab stops: each run of neighbouring lines that have a column decides its width by itself.
#include "engine/syntax/format_columns.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace hjemmel::syntax {
namespace {

constexpr std::size_t kGap = 2;  // blanks between columns, and before a trailing comment

using Widths = std::vector<std::vector<std::size_t>>;  // by line, then by cell; the last cell of a line has none

bool is_comment_only(TextLine const& line) { return line.cells.empty(); }

// The lines from `first` on that have more cells than `column` + 1, without a break in their block. Lines with a comment
// only are among them: they break no columns.
std::size_t end_of_run(std::vector<TextLine> const& lines, std::size_t first, std::size_t column) {
  auto const goes_on = [&](TextLine const& line) {
    bool const same_block = line.block != 0 && line.block == lines[first].block && line.cells.size() > column + 1;
    return !line.blank_before && (is_comment_only(line) || same_block);
  };
  std::size_t end = first + 1;
  while (end < lines.size() && goes_on(lines[end])) {
    ++end;
  }
  return end;
}

void set_widths(std::vector<TextLine> const& lines, std::size_t column, Widths& widths) {
  for (std::size_t first = 0; first < lines.size();) {
    if (lines[first].cells.size() <= column + 1) {
      ++first;
      continue;
    }
    std::size_t const end = end_of_run(lines, first, column);
    std::size_t width = 0;
    for (std::size_t line = first; line < end; ++line) {
      width = std::max(width, is_comment_only(lines[line]) ? 0 : base::count_code_points(lines[line].cells[column]));
    }
    for (std::size_t line = first; line < end; ++line) {
      widths[line].push_back(width + kGap);
    }
    first = end;
  }
}

void append_padded(std::string& out, std::string const& cell, std::size_t width) {
  out += cell;
  out.append(width - base::count_code_points(cell), ' ');
}

std::vector<std::string> join_cells(std::vector<TextLine> const& lines) {
  std::size_t columns = 0;
  for (TextLine const& line : lines) {
    columns = std::max(columns, line.cells.size());
  }
  Widths widths(lines.size());
  for (std::size_t column = 0; column + 1 < columns; ++column) {
    set_widths(lines, column, widths);
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string text(lines[i].indent, ' ');
    for (std::size_t cell = 0; cell < lines[i].cells.size(); ++cell) {
      bool const last = cell + 1 == lines[i].cells.size();
      append_padded(text, lines[i].cells[cell], last ? base::count_code_points(lines[i].cells[cell]) : widths[i][cell]);
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

bool has_trailing_comment(TextLine const& line) { return !line.cells.empty() && !line.comment.empty(); }

void append_comments(std::vector<TextLine> const& lines, std::vector<std::string>& texts) {
  for (std::size_t first = 0; first < lines.size();) {
    if (!has_trailing_comment(lines[first])) {
      texts[first] += lines[first].comment;
      ++first;
      continue;
    }
    std::size_t end = first;
    std::size_t width = 0;
    while (end < lines.size() && has_trailing_comment(lines[end]) && (end == first || !lines[end].blank_before)) {
      width = std::max(width, base::count_code_points(texts[end]));
      ++end;
    }
    for (; first < end; ++first) {
      texts[first].append(width + kGap - base::count_code_points(texts[first]), ' ');
      texts[first] += lines[first].comment;
    }
  }
}

}  // namespace

std::string join_lines(std::vector<TextLine> const& lines) {
  std::vector<std::string> texts = join_cells(lines);
  append_comments(lines, texts);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i].blank_before ? "\n" : "";
    out += texts[i];
    out += '\n';
  }
  return out;
}

}  // namespace hjemmel::syntax
