// Two kinds of walk over bytes: one over the whole text line by line, and short ones from where a node starts.
#include "engine/document/yaml_scan.h"

#include <algorithm>
#include <array>

#include "engine/document/read.h"

namespace hjemmel::document {
namespace {

constexpr std::size_t kMaxMarks = 2 * kMaxNodes;          // the parser queues up to 250 bytes a mark
constexpr std::size_t kMaxOpenBrackets = 10 * kMaxDepth;  // counted without regard to quotes, hence the room

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }

std::size_t skip_while(std::string_view text, std::size_t from, bool (*wanted)(char)) {
  while (from < text.size() && wanted(text[from])) {
    ++from;
  }
  return from;
}

bool is_blank_or_break(char c) { return is_blank(c) || is_break(c); }

// The parser drops a line that starts with `%`, wherever it stands.
bool check_directive(TreeChecks& checks, std::size_t line) {
  std::string_view const text = checks.text();
  if (text[line] != '%') {
    return true;
  }
  std::size_t const end = std::min(text.find_first_of("\r\n", line), text.size());
  checks.fault(diag::Kind::yaml_directive, checks.span(line, end), "a line that starts with `%` is a YAML directive",
               "take it out, or indent it if it belongs to a text");
  return false;
}

// A tab before the first letter of a line that holds more than blanks and a comment.
bool check_indentation(TreeChecks& checks, std::size_t line) {
  std::string_view const text = checks.text();
  std::size_t const first = skip_while(text, line, is_blank);
  bool const has_content = first < text.size() && !is_break(text[first]) && text[first] != '#';
  std::size_t const tab = text.substr(line, first - line).find('\t');
  if (!has_content || tab == std::string_view::npos) {
    return true;
  }
  checks.fault(diag::Kind::tab_indentation, checks.span(line + tab, line + tab + 1),
               "a tab stands in front of the line", "indent with spaces");
  return false;
}

bool scan_lines(TreeChecks& checks, std::size_t begin) {
  std::string_view const text = checks.text();
  bool good = true;
  for (std::size_t line = begin; line < text.size() && good;) {
    good = check_directive(checks, line) && check_indentation(checks, line);
    std::size_t const end = text.find('\n', line);
    line = end == std::string_view::npos ? text.size() : end + 1;
  }
  return good;
}

bool scan_marks(TreeChecks& checks, std::size_t begin) {
  std::string_view const text = checks.text();
  std::size_t open = 0;
  std::size_t marks = 0;
  std::size_t too_deep = begin;  // the first bracket past the cap
  for (std::size_t at = begin; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '[' || c == '{') {
      too_deep = ++open == kMaxDepth + 1 ? at : too_deep;
    } else if ((c == ']' || c == '}') && open > 0) {
      --open;
    }
    marks += c == ',' || c == ':' || c == '\n' || c == '[' || c == '{' ? 1 : 0;
    if (open > kMaxOpenBrackets) {
      checks.count_node(open, checks.span(too_deep, too_deep + 1));
      return false;
    }
    if (marks > kMaxMarks) {
      checks.fault(diag::Kind::too_many_nodes, checks.span(at, at + 1),
                   "the document holds more than " + std::to_string(kMaxNodes) + " values",
                   "split it into several files");
      return false;
    }
  }
  return true;
}

}  // namespace

bool scan_layout(TreeChecks& checks, std::size_t begin) {
  return scan_marks(checks, begin) && scan_lines(checks, begin);
}

std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  std::size_t i = 0;
  while (i < value.size() && at < text.size()) {
    if (text[at] == value[i] && !is_break(text[at])) {
      ++at;
      ++i;
    } else if (is_blank_or_break(text[at])) {  // folded: any blanks and breaks here are one or more of either there
      at = skip_while(text, at, is_blank_or_break);
      i = skip_while(value, i, is_blank_or_break);
    } else {
      break;
    }
  }
  return at;
}

std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin) {
  char const quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      bool const doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'';
      if (!doubled) {
        return at + 1;
      }
      ++at;
    }
  }
  return std::nullopt;
}

std::size_t block_text_end(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  std::size_t indent = 0;  // of the first line with a letter
  std::size_t line = text.find('\n', begin);
  while (line != std::string_view::npos) {
    std::size_t const first = skip_while(text, line + 1, is_blank);
    std::size_t const depth = first - line - 1;
    bool const empty = first >= text.size() || is_break(text[first]);
    if (!empty && (depth == 0 || depth < indent)) {
      break;
    }
    if (!empty) {
      indent = indent == 0 ? depth : indent;
      end = std::min(text.find_first_of("\r\n", first), text.size());
    }
    line = text.find('\n', line + 1);
  }
  return end;
}

std::size_t skip_blank(std::string_view text, std::size_t from) {
  while (true) {
    from = skip_while(text, from, is_blank_or_break);
    if (from >= text.size() || text[from] != '#') {
      return from;
    }
    from = std::min(text.find('\n', from), text.size());
  }
}

std::size_t skip_spaces(std::string_view text, std::size_t from) { return skip_while(text, from, is_blank); }

std::size_t flow_end(std::string_view text, std::size_t from) {
  from = skip_blank(text, from);
  if (from < text.size() && text[from] == ',') {
    from = skip_blank(text, from + 1);
  }
  return std::min(from + 1, text.size());
}

std::string_view null_word(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
  std::string_view const rest = text.substr(std::min(at, text.size()));
  for (std::string_view const word : kWords) {
    bool const whole =
        rest.size() <= word.size() || std::string_view(" \t\r\n,]}:").find(rest[word.size()]) != std::string_view::npos;
    if (whole && rest.starts_with(word)) {
      return word;
    }
  }
  return {};
}

}  // namespace hjemmel::document
