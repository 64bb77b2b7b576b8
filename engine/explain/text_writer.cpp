// Widths are counted in code points: right for Latin letters, and a terminal is not asked.
#include "engine/explain/text_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/base/utf8.h"

namespace hjemmel::explain {
namespace {

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

// Marks that turn the direction of writing: they could show a sentence in another order than it has.
bool turns_direction(char32_t code) {
  return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const point = base::code_point_at(text, at);
    if (point.length == 0) {
      break;
    }
    if (point.value == '\n' || point.value == '\t') {
      out += ' ';
    } else if (is_control(point.value) || turns_direction(point.value)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point.value));
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

void TextWriter::line(std::size_t indent, std::string_view text, std::size_t hang) {
  std::string const clean = shown(text);
  std::string_view rest = clean;
  std::size_t column = 0;
  std::size_t margin = indent;
  while (!rest.empty()) {
    std::size_t const end = std::min(rest.find(' '), rest.size());
    std::string_view const word = rest.substr(0, end);
    std::size_t const width = base::count_code_points(word);
    if (column == 0) {
      out_.append(margin, ' ');
      column = margin;
    } else if (column + 1 + width > kTextWidth) {
      out_ += '\n';
      margin = indent + hang;
      out_.append(margin, ' ');
      column = margin;
    } else {
      out_ += ' ';
      ++column;
    }
    out_ += word;
    column += width;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  out_ += '\n';
}

void TextWriter::row(std::size_t indent, std::string_view label, std::size_t column, std::string_view text) {
  std::string const clean = shown(label);
  std::size_t const width = base::count_code_points(clean);
  std::size_t const at = indent + column + 2;
  if (width > column) {
    line(indent, clean);
    line(at, text, 0);
    return;
  }
  // The row is laid out as a line of its own, and the label put over its margin.
  std::string laid_out;
  TextWriter(laid_out).line(at, text, 0);
  out_.append(indent, ' ');
  out_ += clean;
  if (laid_out.size() > at) {
    out_.append(at - indent - width, ' ');
    out_ += std::string_view{laid_out}.substr(at);
  } else {
    out_ += '\n';
  }
}

void TextWriter::gap() {
  if (!out_.empty() && !out_.ends_with("\n\n")) {
    out_ += '\n';
  }
}

void TextWriter::heading(std::string_view text) {
  gap();
  line(0, text);
}

std::size_t column_for(std::vector<std::string> const& labels, std::size_t limit) {
  std::size_t column = 0;
  for (std::string const& label : labels) {
    column = std::max(column, base::count_code_points(shown(label)));
  }
  return std::min(column, limit);
}

}  // namespace hjemmel::explain
