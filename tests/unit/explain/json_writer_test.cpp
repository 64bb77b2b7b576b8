// The JSON writer: commas, line ends and quotes at every place where they could go wrong.
#include "engine/explain/json_writer.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

void write_mixed(JsonWriter& json) {
  json.begin_object();
  json.key("empty");
  json.begin_array();
  json.end_array();
  json.key("list");
  json.begin_array();
  json.integer(-1);
  json.boolean(false);
  json.begin_flat_object();
  json.member("names", std::vector<std::string>{"a", "b"});
  json.key("deep");
  json.begin_object();
  json.member("x", "y");
  json.end_object();
  json.end_object();
  json.begin_object();
  json.end_object();
  json.end_array();
  json.member("last", "z");
  json.end_object();
}

TEST(JsonWriter, one_line_has_no_blanks) {
  std::string out;
  JsonWriter json(out, Layout::one_line);
  write_mixed(json);
  EXPECT_EQ(out, R"({"empty":[],"list":[-1,false,{"names":["a","b"],"deep":{"x":"y"}},{}],"last":"z"})");
}

TEST(JsonWriter, indented_breaks_lines_outside_flat_objects) {
  std::string out;
  JsonWriter json(out, Layout::indented);
  write_mixed(json);
  EXPECT_EQ(out, R"({
  "empty": [],
  "list": [
    -1,
    false,
    {"names": ["a", "b"], "deep": {"x": "y"}},
    {}
  ],
  "last": "z"
})");
}

TEST(JsonWriter, every_control_character_is_escaped) {
  for (int code = 1; code < 0x20; ++code) {
    std::string out;
    JsonWriter(out, Layout::one_line).text(std::string(1, static_cast<char>(code)));
    EXPECT_EQ(out[1], '\\') << code;
    for (char const byte : out) {
      EXPECT_GE(byte, ' ') << code;
    }
  }
}

TEST(JsonWriter, letters_beyond_ascii_stay_as_they_are) {
  std::string out;
  JsonWriter(out, Layout::one_line).text("påtaleunnlatelse § \xF0\x9F\x98\x80");
  EXPECT_EQ(out, "\"påtaleunnlatelse § \xF0\x9F\x98\x80\"");
}

}  // namespace
}  // namespace hjemmel::explain
