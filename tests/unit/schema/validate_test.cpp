// The validator, keyword by keyword: a value that fits, one that does not, and schemas outside the subset.
#include <string>

#include <gtest/gtest.h>

#include "tests/unit/schema/schema_text.h"

namespace hjemmel::schema {
namespace {

std::string json_under(std::string const& schema, std::string value) {
  return violations(std::move(value), document::Format::json, schema);
}

bool fits(std::string const& schema, std::string value) {
  std::string const faults = json_under(schema, std::move(value));
  EXPECT_EQ(faults.find("unreadable"), std::string::npos) << faults;
  EXPECT_TRUE(faults.empty() || faults.find("[schema_violation]") == 0) << faults;
  return faults.empty();
}

TEST(Validate, tells_types_apart) {
  struct Row {
    std::string type;
    std::string good;
    std::string bad;
  };
  for (Row const& row :
       {Row{"object", "{}", "[]"}, Row{"array", "[]", "{}"}, Row{"string", "\"1\"", "1"}, Row{"integer", "1", "1.5"},
        Row{"integer", "1.0", "\"1\""}, Row{"number", "1.5", "true"}, Row{"boolean", "false", "\"false\""},
        Row{"null", "null", "0"}, Row{"[string, \"null\"]", "null", "1"}, Row{"number", "1e400", "null"},
        Row{"integer", "-3", "1e400"}}) {
    EXPECT_TRUE(fits("type: " + row.type, row.good)) << row.type << " " << row.good;
    EXPECT_FALSE(fits("type: " + row.type, row.bad)) << row.type << " " << row.bad;
  }
  EXPECT_EQ(json_under("type: string", "1"),
            "[schema_violation] 1:1 <1> a text is needed here, and this is a whole number | put it in quotes\n");
}

TEST(Validate, a_plain_yaml_scalar_is_what_yaml_says) {
  EXPECT_EQ(violations("a: yes\nb: 1\nc: true\nd:\ne: \"1\"\nf: 010\n", document::Format::yaml,
                       "properties: {a: {type: string}, b: {type: integer}, c: {type: boolean}, d: {type: \"null\"}, "
                       "e: {type: string}, "
                       "f: {type: string}}"),
            "");
}

TEST(Validate, holds_objects_to_their_keys) {
  std::string const schema =
      "type: object\nadditionalProperties: false\nrequired: [status]\nproperties: {status: {type: string}, rules: "
      "{type: array}}\n";
  EXPECT_EQ(json_under(schema, R"({"status": "a", "rules": []})"), "");
  EXPECT_EQ(json_under(schema, R"({"rules": []})"),
            "[schema_violation] 1:1 <{\"rules\": []}> `status` is missing | write it\n");
  EXPECT_EQ(json_under(schema, R"({"status": "a", "rule": []})"),
            "[schema_violation] 1:17 <\"rule\"> `rule` is no key here | did you mean `rules`\n");
  EXPECT_TRUE(fits("additionalProperties: {type: integer}", R"({"a": 1})"));
  EXPECT_FALSE(fits("additionalProperties: {type: integer}", R"({"a": "1"})"));
  EXPECT_TRUE(fits("properties: {a: {type: integer}}", R"({"b": "free"})"));
  EXPECT_TRUE(fits("required: [a]", "[]"));  // speaks of objects only
}

TEST(Validate, holds_lists_to_their_items_and_length) {
  EXPECT_TRUE(fits("items: {type: integer}", "[1, 2]"));
  EXPECT_FALSE(fits("items: {type: integer}", "[1, \"2\"]"));
  EXPECT_TRUE(fits("minItems: 1\nmaxItems: 2", "[1, 2]"));
  EXPECT_FALSE(fits("minItems: 1", "[]"));
  EXPECT_FALSE(fits("maxItems: 0", "[1]"));
  EXPECT_FALSE(fits("uniqueItems: true", "[{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1.0}]"));
  EXPECT_TRUE(fits("uniqueItems: true", "[1, \"1\", true]"));
  EXPECT_TRUE(fits("uniqueItems: false", "[1, 1]"));
}

TEST(Validate, holds_scalars_to_their_bounds) {
  EXPECT_TRUE(fits("minimum: 1\nmaximum: 2.5", "2.5"));
  EXPECT_FALSE(fits("minimum: 1", "0.999999999999999999"));
  EXPECT_FALSE(fits("maximum: 2.5", "2.500000000000000001"));
  EXPECT_FALSE(fits("maximum: 2", "123456789012345678901234567890"));
  EXPECT_TRUE(fits("maximum: 2", "\"3\""));
  EXPECT_TRUE(fits("minLength: 2\nmaxLength: 2", "\"\xC3\xA6\xC3\xB8\""));  // letters, not bytes
  EXPECT_FALSE(fits("minLength: 1", "\"\""));
  EXPECT_FALSE(fits("maxLength: 1", "\"\xC3\xA6\xC3\xB8\""));
}

TEST(Validate, compares_values_with_their_types) {
  EXPECT_TRUE(fits("const: decided", "\"decided\""));
  EXPECT_FALSE(fits("const: decided", "\"undecided\""));
  EXPECT_TRUE(fits("const: 1", "1.0"));
  EXPECT_FALSE(fits("const: 1", "\"1\""));
  EXPECT_TRUE(fits("const: {a: [1, null]}", "{\"a\": [1, null]}"));
  EXPECT_TRUE(fits("enum: [\"true\", unknown]", "\"true\""));
  EXPECT_FALSE(fits("enum: [\"true\", unknown]", "true"));
  EXPECT_EQ(json_under("enum: [decided, conflict]", "\"decide\""),
            "[schema_violation] 1:1 <\"decide\"> `decide` is none of the values that can stand here | did you mean "
            "`decided`\n");
}

TEST(Validate, tries_alternatives) {
  EXPECT_TRUE(fits("anyOf: [{type: integer}, {type: string}]", "1"));
  EXPECT_FALSE(fits("anyOf: [{type: integer}, {type: string}]", "[]"));
  EXPECT_TRUE(fits("anyOf: [{type: integer}, {type: number}]", "1"));
  EXPECT_FALSE(fits("oneOf: [{type: integer}, {type: number}]", "1"));
  EXPECT_TRUE(fits("oneOf: [{type: integer}, {type: number}]", "1.5"));
  EXPECT_FALSE(fits("allOf: [{minimum: 1}, {maximum: 2}]", "3"));
  EXPECT_EQ(json_under("oneOf: [{properties: {kind: {const: fact}, a: {type: integer}}}, {properties: {kind: {const: "
                       "law}, a: {type: array}}}]",
                       R"({"kind": "law", "a": "x"})"),
            "[schema_violation] 1:22 <\"x\"> a list is needed here, and this is a text | \n");
}

TEST(Validate, follows_references_and_what_stands_beside_them) {
  std::string const schema =
      "$ref: \"#/$defs/node\"\nrequired: [name]\n$defs:\n  node:\n    type: object\n    additionalProperties: false\n"
      "    properties: {name: {type: string}, child: {$ref: \"#/$defs/node\"}}\n";
  EXPECT_TRUE(fits(schema, R"({"name": "a", "child": {"child": {"name": "b"}}})"));
  EXPECT_FALSE(fits(schema, R"({"child": {}})"));
  EXPECT_FALSE(fits(schema, R"({"name": "a", "child": {"child": {"names": "b"}}})"));
  EXPECT_TRUE(fits("properties: {inner: {$ref: \"#\"}}\nadditionalProperties: false", R"({"inner": {"inner": {}}})"));
}

TEST(Validate, refuses_schemas_outside_the_subset) {
  EXPECT_EQ(json_under("properties: {a: {pattern: x}}", "1"),
            "[schema_unknown_keyword] 1:18 <pattern> `pattern` is no keyword that is checked here | schemas/README.md "
            "lists the keywords\n");
  EXPECT_EQ(json_under("requird: [a]", "{}"),
            "[schema_unknown_keyword] 1:1 <requird> `requird` is no keyword that is checked here | did you mean "
            "`required`\n");
  EXPECT_EQ(
      json_under("$ref: \"#/$defs/none\"", "1"),
      "[schema_bad_value] 1:7 <\"#/$defs/none\"> `$ref` needs `#` or `#/$defs/` and a name that stands there | \n");
  for (std::string const bad : {"type: text", "type: []", "properties: []", "required: a", "items: [1]", "enum: []",
                                "minimum: a", "maxItems: -1", "minLength: 1.5", "oneOf: {}", "additionalProperties: no",
                                "uniqueItems: 1", "anyOf: [1]", "$defs: {a: 1}"}) {
    EXPECT_EQ(json_under(bad, "1").find("[schema_bad_value]"), 0U) << bad;
  }
}

TEST(Validate, references_in_a_circle_end) {
  EXPECT_NE(json_under("$ref: \"#/$defs/a\"\n$defs: {a: {$ref: \"#/$defs/a\"}}", "1").find("go in a circle"),
            std::string::npos);
  EXPECT_NE(json_under("$ref: \"#/$defs/a\"\n$defs: {a: {anyOf: [{$ref: \"#/$defs/a\"}, {$ref: \"#/$defs/a\"}]}}", "1")
                .find("go in a circle"),
            std::string::npos);
}

// A chain of so many references in a row, without a step down in the value.
std::string references(int count) {
  std::string text = "$ref: \"#/$defs/d1\"\n$defs:\n";
  for (int i = 1; i < count; ++i) {
    text += "  d" + std::to_string(i) + ": {$ref: \"#/$defs/d" + std::to_string(i + 1) + "\"}\n";
  }
  return text + "  d" + std::to_string(count) + ": {type: integer}\n";
}

TEST(Validate, references_in_a_row_are_capped) {
  EXPECT_EQ(json_under(references(16), "1"), "");
  EXPECT_NE(json_under(references(17), "1").find("go in a circle"), std::string::npos);
}

}  // namespace
}  // namespace hjemmel::schema
