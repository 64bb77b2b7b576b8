// The door: what is asked of the bytes before a parser sees them, and the choice of the parser.
#include "engine/document/read.h"

#include <string>

#include "engine/base/utf8.h"
#include "engine/document/read_json.h"
#include "engine/document/read_yaml.h"

namespace hjemmel::document {
namespace {

bool is_control(char32_t code_point) {
  bool const layout = code_point == '\t' || code_point == '\n' || code_point == '\r';
  return (code_point < 0x20 && !layout) || (code_point >= 0x7F && code_point < 0xA0);
}

void report_bytes(TreeChecks& checks, std::size_t offset) {
  auto const byte = static_cast<unsigned char>(checks.text()[offset]);
  if (byte == 0) {
    checks.fault(diag::Kind::control_character, checks.span(offset, offset + 1), "the file holds a zero byte",
                 "is this a text file; save it as UTF-8");
    return;
  }
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string const shown{kHex[byte >> 4U], kHex[byte & 15U]};
  checks.fault(
      diag::Kind::invalid_utf8, checks.span(offset, offset + 1), "the byte " + shown + " is not UTF-8 here",
      "save the file as UTF-8; an older program may have written \xC3\xA6, \xC3\xB8 and \xC3\xA5 in another encoding");
}

bool check_bytes(TreeChecks& checks) {
  std::string_view const text = checks.text();
  if (auto const fault = base::find_utf8_fault(text)) {
    report_bytes(checks, *fault);
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const code_point = base::code_point_at(text, at);
    if (code_point.value == '\r' && text.substr(at, 2) != "\r\n") {
      checks.fault(diag::Kind::control_character, checks.span(at, at + 1), "a line ends with a carriage return alone",
                   "save the file with the line ends of Unix or of Windows");
      return false;
    }
    if (is_control(code_point.value)) {
      checks.fault(diag::Kind::control_character, checks.span(at, at + code_point.length),
                   "the control character " + base::code_point_name(code_point.value) + " stands here", "take it out");
      return false;
    }
    at += code_point.length;
  }
  return true;
}

}  // namespace

Format guess_format(std::string_view path, std::string_view text) {
  if (path.ends_with(".json")) {
    return Format::json;
  }
  std::size_t const first =
      text.find_first_not_of(" \t\r\n", text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  bool const braced = first != std::string_view::npos && text[first] == '{';
  return path == "-" && braced ? Format::json : Format::yaml;
}

std::optional<Node> read(source::FileId file, Format format, source::Sources const& sources, diag::Sink& sink) {
  std::string_view const text = sources.file(file).text;
  TreeChecks checks(file, text, sink);
  if (!check_bytes(checks)) {
    return std::nullopt;
  }
  std::size_t const begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::optional<Node> root = format == Format::json ? read_json(checks, begin) : read_yaml(checks, begin);
  return checks.failed() ? std::nullopt : std::move(root);
}

}  // namespace hjemmel::document
