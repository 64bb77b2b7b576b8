// The tokens of JSON as written: strings with their escapes, numbers digit by digit. RFC 8259, nothing more.
//
// In: the text and the offset where a token starts. Out: its value and its end, or the place of the fault.
// Tested by way of tests/unit/document/read_json_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::document {

struct JsonString {
  std::string value;                           // escapes resolved
  std::size_t end = 0;                         // behind the closing quote
  std::size_t fault = std::string_view::npos;  // offset of the first wrong escape; npos when there is none
};

// `begin` at the opening quote; the closing one is there (see find_string_fault).
[[nodiscard]] JsonString read_json_string(std::string_view text, std::size_t begin);

// An opening quote that is never closed, or a control character inside a string.
struct StringFault {
  std::size_t offset;
  bool unclosed;
};
[[nodiscard]] std::optional<StringFault> find_string_fault(std::string_view text, std::size_t begin);

[[nodiscard]] bool is_json_number(std::string_view token);
// Behind blanks and line breaks.
[[nodiscard]] std::size_t skip_json_blank(std::string_view text, std::size_t from);
// Behind a bare word or number: up to a blank, a quote or a sign of JSON's structure.
[[nodiscard]] std::size_t json_token_end(std::string_view text, std::size_t from);

}  // namespace hjemmel::document
