// JSON strings: what is escaped, and what stays readable.
#include "engine/base/json_text.h"

#include <string>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

TEST(JsonText, escapes_what_json_demands_and_nothing_else) {
  EXPECT_EQ(json_string(""), R"("")");
  EXPECT_EQ(json_string(R"(say "§ 232 a" / \ )"), R"("say \"§ 232 a\" / \\ ")");
  EXPECT_EQ(json_string("a\n\t\r\b\f\x01\x1F\x7F"), "\"a\\n\\t\\r\\b\\f\\u0001\\u001f\x7F\"");
  EXPECT_EQ(json_string(std::string("\0", 1)), R"("\u0000")");
  EXPECT_EQ(json_string("bl\xC3\xA5"), "\"bl\xC3\xA5\"");
}

TEST(JsonText, appends) {
  std::string out = "{";
  append_json_string(out, "key");
  EXPECT_EQ(out, "{\"key\"");
}

}  // namespace
}  // namespace hjemmel::base
