// Reads a line field by field; each field is either quoted as a whole or not at all.
#include "plugins/norway/csv.h"

namespace norway {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string_view without_line_end(std::string_view line) {
  if (line.starts_with(kByteOrderMark)) {
    line.remove_prefix(kByteOrderMark.size());
  }
  if (line.ends_with('\n')) {
    line.remove_suffix(1);
  }
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

// Takes a quoted field off the front of `rest`, the opening mark being the first; false where it never ends.
bool take_quoted(std::string_view& rest, std::string& field) {
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] != '"') {
      field += rest[at];
    } else if (at + 1 < rest.size() && rest[at + 1] == '"') {
      field += rest[at++];
    } else {
      rest.remove_prefix(at + 1);
      return true;
    }
  }
  return false;
}

// Takes one field off the front of `rest`, up to its semicolon or the end; tells what is wrong with it.
std::string_view take_field(std::string_view& rest, std::string& field) {
  std::size_t const start = std::min(rest.find_first_not_of(' '), rest.size());
  bool const quoted = rest.substr(start).starts_with('"');
  if (quoted) {
    rest.remove_prefix(start);
    if (!take_quoted(rest, field)) {
      return "has a quotation mark that is never closed";
    }
  }
  std::size_t const end = std::min(rest.find(';'), rest.size());
  std::string_view const plain = trimmed(rest.substr(0, end));
  rest.remove_prefix(end);
  if (quoted) {
    field = std::string(trimmed(field));
    return plain.empty() ? "" : "goes on after its closing quotation mark";
  }
  field = std::string(plain);
  return plain.find('"') == std::string_view::npos ? "" : "has a quotation mark in its middle";
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; });
}

}  // namespace

CsvLine cut_csv(std::string_view line) {
  CsvLine cut;
  std::string_view rest = without_line_end(line);
  for (bool more = true; more;) {
    std::string field;
    std::string_view fault = take_field(rest, field);
    if (fault.empty() && has_control_character(field)) {
      fault = "has a control character";
    }
    if (!fault.empty()) {
      cut.fault = "field " + std::to_string(cut.fields.size() + 1) + " " + std::string(fault);
      return cut;
    }
    cut.fields.push_back(std::move(field));
    more = !rest.empty();
    rest.remove_prefix(more ? 1 : 0);
  }
  return cut;
}

}  // namespace norway
