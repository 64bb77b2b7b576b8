// JSON documents: the same tree as from YAML, and what is said of each kind of bad one.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/document/reading.h"

namespace hjemmel::document {
namespace {

std::string nested(std::string_view open, std::string_view close, std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) {
    text += open;
  }
  for (std::size_t i = 0; i < levels; ++i) {
    text += close;
  }
  return text;
}

TEST(ReadJson, keeps_numbers_as_they_are_written) {
  EXPECT_EQ(
      json("{\"a\": 1.50, \"b\": 1e400, \"c\": -0, \"d\": 123456789012345678901234567890, \"e\": [true, false, null]}"),
      "{a: 1.50, b: 1e400, c: -0, d: 123456789012345678901234567890, e: [true, false, null]}");
}

TEST(ReadJson, resolves_escapes) {
  EXPECT_EQ(json(R"(["bl\u00e5", "\ud83d\ude00", "\"\\\/\b\f\n\r\t"])"),
            "[\"bl\xC3\xA5\", \"\xF0\x9F\x98\x80\", \"\"\\/\b\f\n\r\t\"]");
}

TEST(ReadJson, knows_what_each_node_covers) {
  EXPECT_EQ(json_spans("\xEF\xBB\xBF { \"\xC3\xA6\" : [1 , {\"c\": \"x\\\"y\"} ], \"d\":{} }\r\n"),
            "<{ \"\xC3\xA6\" : [1 , {\"c\": \"x\\\"y\"} ], \"d\":{} }>(\"\xC3\xA6\")<[1 , {\"c\": \"x\\\"y\"} "
            "]><1><{\"c\": \"x\\\"y\"}>(\"c\")<\"x\\\"y\">"
            "(\"d\")<{}>");
}

TEST(ReadJson, refuses_a_key_that_stands_twice) {
  EXPECT_EQ(json(R"({"a": 1, "b": {"a": 2}, "\u0061": 3})"),
            "[duplicate_key] 1:25 <\"\\u0061\"> the key `a` stands twice in the same mapping | keep one of them\n"
            "note 1:2 <\"a\"> the first one is here\n");
}

TEST(ReadJson, refuses_what_follows_the_document) {
  EXPECT_EQ(json("{} {}"),
            "[several_documents] 1:4 <{> something stands behind the end of the document | keep one document a file\n");
  EXPECT_EQ(json("[1]]"),
            "[several_documents] 1:4 <]> something stands behind the end of the document | keep one document a file\n");
  EXPECT_EQ(json("1 2"),
            "[several_documents] 1:3 <2> something stands behind the end of the document | keep one document a file\n");
}

TEST(ReadJson, says_what_is_no_json) {
  struct Row {
    std::string_view text;
    std::string_view fault;
  };
  std::vector<Row> const rows{
      {"", "[empty_document] 1:1 <> the file is empty | write `{ \"key\": value }`"},
      {" \n", "[empty_document] 1:1 <> the file is empty | write `{ \"key\": value }`"},
      {"{\"a\": 010}",
       "[malformed_json] 1:7 <010> `010` is no number in JSON | write digits without zeros or a `+` in front, such as "
       "`0.5`"},
      {"{\"a\": .5}",
       "[malformed_json] 1:7 <.5> `.5` is no number in JSON | write digits without zeros or a `+` in front, such as "
       "`0.5`"},
      {"[1.]",
       "[malformed_json] 1:2 <1.> `1.` is no number in JSON | write digits without zeros or a `+` in front, such as "
       "`0.5`"},
      {"[+1]",
       "[malformed_json] 1:2 <+1> `+1` is no number in JSON | write digits without zeros or a `+` in front, such as "
       "`0.5`"},
      {"[NaN]",
       "[malformed_json] 1:2 <NaN> `NaN` is no value in JSON | put a text in double quotes; the only bare words are "
       "true, false and null"},
      {"[True]",
       "[malformed_json] 1:2 <True> `True` is no value in JSON | put a text in double quotes; the only bare words are "
       "true, false and null"},
      {"{\"a\": 'x'}", "[malformed_json] 1:7 <'x'> a text stands in single quotes | JSON texts stand in double quotes"},
      {"{a: 1}", "[malformed_json] 1:2 <a> a key stands without double quotes | write `\"key\": value`"},
      {"{\"a\" 1}", "[malformed_json] 1:6 <1> a `:` is missing before `1` | write `\"key\": value`"},
      {"{\"a\":}",
       "[malformed_json] 1:6 <}> a value is missing before `}` | write a value, or take a `,` too many out"},
      {"[1 2]", "[malformed_json] 1:4 <2> a `,` is missing before `2` | separate the values with `,`"},
      {"[1,]", "[malformed_json] 1:4 <]> a value is missing before `]` | write a value, or take a `,` too many out"},
      {"[1,,2]", "[malformed_json] 1:4 <,> a value is missing before `,` | write a value, or take a `,` too many out"},
      {"{\"a\":1,}",
       "[malformed_json] 1:8 <}> a key is missing before `}` | write `\"key\": value`, or take a `,` too many out"},
      {"{\"a\":[1}", "[malformed_json] 1:8 <}> `}` closes a `[` | close it with `]`"},
      {"{]", "[malformed_json] 1:2 <]> `]` closes a `{` | close it with `}`"},
      {"[\"a\": 1]", "[malformed_json] 1:5 <:> a `,` is missing before `:` | separate the values with `,`"},
      {"[1 // no\n]", "[malformed_json] 1:4 <//> JSON has no comments | take it out, or write the file as YAML"},
      {"{\"a\": 1 \"b\": 2}",
       "[malformed_json] 1:9 <\"b\"> a `,` is missing before `\"b\"` | separate the values with `,`"},
      {"// no\n{}", "[malformed_json] 1:1 <//> JSON has no comments | take it out, or write the file as YAML"},
      {"[\"a\tb\"]",
       "[malformed_json] 1:4 <\t> a text in quotes breaks off here, at a line break or a tab | "
       "close the quote in front of it, or write `\\n` or `\\t`"},
      {"[\"\\q\"]",
       "[invalid_escape] 1:3 <\\q> `\\q` is no escape that names a character | write the character itself, or `\\\\` "
       "for "
       "a backslash"},
      {"[\"\\ud800x\"]",
       "[invalid_escape] 1:3 <\\u> `\\u` is no escape that names a character | write the character itself, or `\\\\` "
       "for "
       "a backslash"},
      {"[\"\\u00g0\"]",
       "[invalid_escape] 1:3 <\\u> `\\u` is no escape that names a character | write the character itself, or `\\\\` "
       "for "
       "a backslash"},
      {"[\"\\u0000\"]", "[control_character] 1:2 <\"\\u0000\"> the text holds the character U+0000 | take it out"},
      {"{\"\": 1}", "[unsuitable_key] 1:2 <\"\"> the key is empty | write a name before the `:`"},
      {"{\"a\\u030a\": 1}",
       "[decomposed_letter] 1:2 <\"a\\u030a\"> an escape writes the character U+030A | take it out"},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(json(std::string(row.text)), std::string(row.fault) + "\n");
  }
}

TEST(ReadJson, says_where_a_truncated_file_was_cut) {
  EXPECT_EQ(json("{\"a\": [1, 2"),
            "[unclosed] 1:12 <> the file ends before a `[` is closed | close it with `]`; is the file whole\n"
            "note 1:7 <[> it is opened here\n");
  EXPECT_EQ(json("{\"a\": \"b"),
            "[unclosed] 1:7 <\"> the quote that opens here is never closed | close it at the end of the text; is the "
            "file whole\n");
  std::string const text = R"({"a": [1, {"b": "c\"\\"}, null], "d": true, "e": {}, "f": -1.5e+10})";
  for (std::size_t length = 1; length < text.size(); ++length) {
    std::string const result = json(text.substr(0, length));
    EXPECT_TRUE(result.find("[unclosed]") == 0 || result.find("[malformed_json]") == 0) << length << ": " << result;
  }
}

TEST(ReadJson, nests_to_the_cap_and_not_one_level_further) {
  std::string const too_deep =
      "the document is nested deeper than 200 levels | no facts need so many levels; is a bracket missing that should "
      "close one\n";
  EXPECT_EQ(json(nested("[", "]", kMaxDepth)), nested("[", "]", kMaxDepth));
  EXPECT_EQ(json(nested("[", "]", kMaxDepth + 1)), "[too_deep] 1:201 <[> " + too_deep);
  EXPECT_EQ(json(nested("{\"a\":", "}", kMaxDepth + 1)), "[too_deep] 1:1001 <{> " + too_deep);
  EXPECT_EQ(json(nested("[", "]", 1'000'000)), "[too_deep] 1:201 <[> " + too_deep);
  EXPECT_TRUE(json(nested("[", "", 1'000'000)).starts_with("[too_deep] 1:201") ||
              json(nested("[", "", 1'000'000)).starts_with("[unclosed]"));
}

TEST(ReadJson, holds_so_many_values_and_no_more) {
  std::string list = "[1";
  for (std::size_t i = 0; i < kMaxNodes - 2; ++i) {
    list += ",1";
  }
  EXPECT_TRUE(json(list + "]").starts_with("[1, 1"));
  EXPECT_TRUE(
      json(list + ",1]").starts_with("[too_many_nodes] 1:2000000 <1> the document holds more than 1000000 values"));
}

TEST(ReadJson, holds_texts_to_the_cap_and_no_longer) {
  std::string const fits(kMaxScalarBytes, 'x');
  EXPECT_EQ(json("[\"" + fits + "\"]"), "[\"" + fits + "\"]");
  EXPECT_TRUE(json("[\"" + fits + "y\"]").starts_with("[text_too_long] 1:2"));
  EXPECT_TRUE(json("[" + std::string(kMaxScalarBytes + 1, '1') + "]").starts_with("[text_too_long] 1:2"));
}

RC_GTEST_PROP(ReadJsonProperty, judges_any_mixture_of_tokens, ()) {
  auto const tokens = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "1", "true", " ", "nul", "\"", "\\", "\n", "-", "0"));
  std::string text;
  for (std::string const& token : tokens) {
    text += token;
  }
  RC_ASSERT(!json_spans(text).starts_with("a tree and faults"));
  RC_ASSERT(!yaml_spans(text).starts_with("a tree and faults"));
}

}  // namespace
}  // namespace hjemmel::document
