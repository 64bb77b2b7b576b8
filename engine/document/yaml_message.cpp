// One row for each of the parser's messages that an author can cause.
#include "engine/document/yaml_message.h"

#include <algorithm>
#include <array>
#include <string>

#include <yaml-cpp/exceptions.h>

#include "engine/base/utf8.h"
#include "engine/document/yaml_scan.h"

namespace hjemmel::document {
namespace {

namespace parser = YAML::ErrorMsg;

struct Words {
  std::string_view said;  // the start of the parser's message
  diag::Kind kind;
  std::string_view message;
  std::string_view help;
};

std::array<Words, 22> const& rows() {
  static std::array<Words, 22> const kRows{{
      {parser::MAP_VALUE, diag::Kind::malformed_yaml, "a `:` stands where no key can be",
       "write `key: value` with a blank behind the `:`, here and in the line above; a text that holds `: ` stands in "
       "quotes"},
      {parser::END_OF_MAP, diag::Kind::malformed_yaml, "this does not go on with the mapping above it",
       "start each key of a mapping in the same column, as `key: value`"},
      {parser::END_OF_SEQ, diag::Kind::malformed_yaml, "this does not go on with the list above it",
       "start each item of a list with `- ` in the same column"},
      {parser::END_OF_MAP_FLOW, diag::Kind::malformed_yaml, "a `,` or `}` is missing before this",
       "separate the values with `,`"},
      {parser::END_OF_SEQ_FLOW, diag::Kind::malformed_yaml, "a `,` or `]` is missing before this",
       "separate the values with `,`"},
      {parser::FLOW_END, diag::Kind::malformed_yaml, "this bracket closes nothing that is open here",
       "close `[` with `]` and `{` with `}`"},
      {parser::UNKNOWN_TOKEN, diag::Kind::malformed_yaml, "a text cannot start with this character",
       "put the text in quotes"},
      {parser::BLOCK_ENTRY, diag::Kind::malformed_yaml, "a list item cannot start here",
       "start it on a line of its own"},
      {parser::MAP_KEY, diag::Kind::malformed_yaml, "a key cannot start here", "start it on a line of its own"},
      {parser::EOF_IN_SCALAR, diag::Kind::unclosed, "the text ends inside quotes",
       "close the quote; is the file whole"},
      {parser::DOC_IN_SCALAR, diag::Kind::unclosed, "`---` stands inside quotes", "close the quote"},
      {parser::TAB_IN_INDENTATION, diag::Kind::tab_indentation, "a tab stands in front of the line",
       "indent with spaces"},
      {parser::INVALID_ESCAPE, diag::Kind::invalid_escape, "this is no escape that YAML knows",
       "write `\\\\` for a backslash, or put the text in single quotes"},
      {parser::INVALID_HEX, diag::Kind::invalid_escape, "an escape needs hexadecimal digits here",
       "write the character itself"},
      {parser::INVALID_UNICODE, diag::Kind::invalid_escape, "the escape names no character",
       "write the character itself"},
      {parser::ALIAS_NOT_FOUND, diag::Kind::yaml_alias, "a text cannot start with `*`", "put the text in quotes"},
      {parser::ANCHOR_NOT_FOUND, diag::Kind::yaml_alias, "a text cannot start with `&`", "put the text in quotes"},
      {parser::UNKNOWN_ANCHOR, diag::Kind::yaml_alias, "a YAML alias stands here",
       "write the value itself; a text that starts with `*` stands in quotes"},
      {parser::MULTIPLE_ANCHORS, diag::Kind::yaml_alias, "YAML anchors stand here", "take them out"},
      {parser::ALIAS_CONTENT, diag::Kind::yaml_alias, "a YAML alias stands here", "write the value itself"},
      {parser::MULTIPLE_TAGS, diag::Kind::yaml_tag, "YAML tags stand here", "take them out"},
      {parser::CHAR_IN_TAG_HANDLE, diag::Kind::yaml_tag, "a YAML tag stands here",
       "put a text that starts with `!` in quotes"},
  }};
  return kRows;
}

Words const* find_words(std::string_view said) {
  auto const row =
      std::find_if(rows().begin(), rows().end(), [&](Words const& words) { return said.starts_with(words.said); });
  return row == rows().end() ? nullptr : &*row;
}

source::Span span_at(TreeChecks const& checks, std::size_t offset) {
  std::string_view const text = checks.text();
  std::size_t const end = offset + base::code_point_at(text, offset).length;
  bool const at_break = offset < text.size() && (text[offset] == '\n' || text[offset] == '\r');
  return checks.span(offset, at_break ? offset : end);
}

// The parser stops behind a wrong escape: from its backslash to there.
source::Span escape_before(TreeChecks const& checks, std::size_t offset) {
  std::size_t const backslash = offset == 0 ? std::string_view::npos : checks.text().rfind('\\', offset - 1);
  return backslash == std::string_view::npos ? span_at(checks, offset) : checks.span(backslash, offset);
}

}  // namespace

void report_yaml_fault(TreeChecks& checks, std::string_view said, std::size_t offset,
                       std::optional<source::Span> open) {
  offset = std::min(offset, checks.text().size());
  source::Span const span = span_at(checks, offset);
  if (open && skip_blank(checks.text(), offset) >= checks.text().size()) {
    checks.fault_unclosed(*open);
    return;
  }
  if (Words const* const words = find_words(said)) {
    bool const escape = words->kind == diag::Kind::invalid_escape;
    checks.fault(words->kind, escape ? escape_before(checks, offset) : span, std::string(words->message),
                 std::string(words->help));
    return;
  }
  checks.fault(diag::Kind::malformed_yaml, span, "this is not YAML: " + std::string(said),
               "write `key: value`, one key a line");
}

}  // namespace hjemmel::document
