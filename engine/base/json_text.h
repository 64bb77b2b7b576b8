// JSON strings: the one place where a text is quoted and escaped for JSON.
//
// In: valid UTF-8. Out: the same text between double quotes, with only what JSON demands escaped, so that æøå stay readable.
// Tested in tests/unit/base/json_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hjemmel::base {

// Appends `text` with its quotes. Control characters become \n, \t, … or \u00XX; `/` and letters stay as they are.
void append_json_string(std::string& out, std::string_view text);
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace hjemmel::base
