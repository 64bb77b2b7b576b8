// JSON as text: a quoted text, and an object of members that are JSON already.
//
// In: UTF-8. Out: JSON (RFC 8259) on one line. Control characters, quotation marks and backslashes are escaped; an object without
// members is told apart by the caller, who leaves it out. Tested in tests/plugin_functions/police_csv_test.cpp.
#pragma once

#include <vector>

#include "plugins/abi/author.h"

namespace norway {

std::string json_text(std::string_view text);

struct JsonMember {
  std::string_view name;
  std::string value;  // JSON
};

std::string json_object(std::vector<JsonMember> const& members);
std::string json_array(std::vector<std::string> const& elements);

}  // namespace norway
