// The place is found anew from the last good token, as the parser's own complaint names a kind of fault and no place.
#include "engine/document/json_message.h"

#include <string>

#include "engine/document/json_scan.h"

namespace hjemmel::document {
namespace {

struct Words {
  std::string message;
  std::string help;
};

bool is_bracket(char c) { return c == ']' || c == '}'; }

bool is_comment(std::string_view text, std::size_t at) { return text[at] == '/' || text[at] == '#'; }

// Of a short text in quotes the whole of it.
std::size_t shown_end(std::string_view text, std::size_t at) {
  constexpr std::size_t kShort = 60;
  std::size_t const end = text[at] == '"' ? read_json_string(text, at).end : json_token_end(text, at);
  return end - at <= kShort ? end : json_token_end(text, at);
}

std::string token_at(std::string_view text, std::size_t at) {
  return std::string(text.substr(at, shown_end(text, at) - at));
}

Words bad_value(std::string_view text, std::size_t at) {
  std::string const token = token_at(text, at);
  char const first = text[at];
  if (first == '\'') {
    return {"a text stands in single quotes", "JSON texts stand in double quotes"};
  }
  if (is_bracket(first) || first == ',' || first == ':') {
    return {"a value is missing before `" + token + "`", "write a value, or take a `,` too many out"};
  }
  if (first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9')) {
    return {"`" + token + "` is no number in JSON", "write digits without zeros or a `+` in front, such as `0.5`"};
  }
  return {"`" + token + "` is no value in JSON",
          "put a text in double quotes; the only bare words are true, false and null"};
}

Words bad_key(std::string_view text, std::size_t at) {
  if (text[at] == ']') {
    return {"`]` closes a `{`", "close it with `}`"};
  }
  if (is_bracket(text[at]) || text[at] == ',' || text[at] == ':') {
    return {"a key is missing before `" + token_at(text, at) + "`",
            "write `\"key\": value`, or take a `,` too many out"};
  }
  return {"a key stands without double quotes", "write `\"key\": value`"};
}

Words no_comma(std::string_view text, std::size_t at, source::Span open) {
  char const bracket = text[open.begin];
  if (is_bracket(text[at])) {
    return {std::string("`") + text[at] + "` closes a `" + bracket + "`",
            std::string("close it with `") + (bracket == '[' ? ']' : '}') + "`"};
  }
  return {"a `,` is missing before `" + token_at(text, at) + "`", "separate the values with `,`"};
}

}  // namespace

void report_json_fault(TreeChecks& checks, std::size_t end, JsonExpected expected, std::optional<source::Span> open) {
  std::string_view const text = checks.text();
  std::size_t at = skip_json_blank(text, end);
  if (expected == JsonExpected::comma && open && at < text.size() && text[at] == ',') {
    at = skip_json_blank(text, at + 1);
    expected = text[open->begin] == '[' ? JsonExpected::value : JsonExpected::key;
  }
  if (expected == JsonExpected::key && at < text.size() && text[at] == '"') {
    at = skip_json_blank(text, read_json_string(text, at).end);
    expected = JsonExpected::colon;
  }
  if (at >= text.size()) {
    source::Span const place = checks.span(text.size(), text.size());
    open ? checks.fault_unclosed(*open)
         : checks.fault(diag::Kind::unclosed, place, "the file ends too early", "is the file whole");
    return;
  }
  Words words;
  if (is_comment(text, at)) {
    words = {"JSON has no comments", "take it out, or write the file as YAML"};
  } else if (expected == JsonExpected::value) {
    words = bad_value(text, at);
  } else if (expected == JsonExpected::key) {
    words = bad_key(text, at);
  } else if (expected == JsonExpected::colon || !open) {
    words = {"a `:` is missing before `" + token_at(text, at) + "`", "write `\"key\": value`"};
  } else {
    words = no_comma(text, at, *open);
  }
  checks.fault(diag::Kind::malformed_json, checks.span(at, shown_end(text, at)), std::move(words.message),
               std::move(words.help));
}

}  // namespace hjemmel::document
