// YAML documents: what the strict reader makes of good ones, and what it says of each kind of bad one.
#include <string>

#include <gtest/gtest.h>

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

// `a:`, each a step further in, `levels` mappings deep.
std::string indented(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) {
    text += std::string(i, ' ') + "a:" + (i + 1 == levels ? " 1" : "") + "\n";
  }
  return text;
}

TEST(ReadYaml, decides_no_types) {
  EXPECT_EQ(
      yaml("a: 010\nb: no\nc: \"no\"\nd: 1e400\ne: 0.30\nf: ~\ng: null\nh:\ni: 'it''s'\nj: 2026-03-01\nk: 0x10\n"),
      "{a: 010, b: no, c: \"no\", d: 1e400, e: 0.30, f: ~, g: null, h: , i: \"it's\", j: 2026-03-01, k: 0x10}");
}

TEST(ReadYaml, reads_block_and_flow_alike) {
  EXPECT_EQ(yaml("case:\n  finds:\n    - {substance: cannabis, amount: 12.5 g}\n    - substance: heroin\n      amount: "
                 "300 mg\n"),
            "{case: {finds: [{substance: cannabis, amount: 12.5 g}, {substance: heroin, amount: 300 mg}]}}");
  EXPECT_EQ(yaml("{\"a\": 1, \"b\": [1, 2, ], c: {}}"), "{a: 1, b: [1, 2], c: {}}");
  EXPECT_EQ(yaml("a:\n- b\n-\n- c\n"), "{a: [b, , c]}");
  EXPECT_EQ(yaml("--- # start\na: b\n   c\n...\n"), "{a: b c}");
  EXPECT_EQ(yaml("a: |\n  one\n  two\nb: >-\n  one\n  two\n"), "{a: \"one\ntwo\n\", b: \"one two\"}");
}

TEST(ReadYaml, reads_past_a_byte_order_mark_and_line_ends_of_windows) {
  EXPECT_EQ(yaml("\xEF\xBB\xBF"
                 "case:\n  a: 1\n"),
            "{case: {a: 1}}");
  EXPECT_EQ(yaml("\xEF\xBB\xBF"
                 "bl\xC3\xA5: b\xC3\xA6r\r\nc:\r\n  - d\r\n"),
            "{bl\xC3\xA5: b\xC3\xA6r, c: [d]}");
}

TEST(ReadYaml, knows_what_each_node_covers) {
  EXPECT_EQ(
      yaml_spans("\xEF\xBB\xBF\xC3\xA6: \xC3\xB8 # c\nb: [1, {c: 'x'}, ] \n"),
      "<\xC3\xA6: \xC3\xB8 # c\nb: [1, {c: 'x'}, ]>(\xC3\xA6)<\xC3\xB8>(b)<[1, {c: 'x'}, ]><1><{c: 'x'}>(c)<'x'>");
  EXPECT_EQ(yaml_spans("a:\nnull: 3\n"), "<a:\nnull: 3>(a)<>(null)<3>");
  EXPECT_EQ(yaml_spans("a:\n  -\nnull  - b: 3\n"), "<a:\n  -\nnull  - b: 3>(a)<-><>(null  - b)<3>");
  EXPECT_EQ(yaml_spans("a: null\nb: b \n c\r\nd: 1"), "<a: null\nb: b \n c\r\nd: 1>(a)<null>(b)<b \n c>(d)<1>");
  EXPECT_EQ(yaml_spans("a: \"q \\\" q\" # \"\nb: |\n  x\n\n  y\n\nc: 1\n"),
            "<a: \"q \\\" q\" # \"\nb: |\n  x\n\n  y\n\nc: 1>(a)<\"q \\\" q\">(b)<|\n  x\n\n  y>(c)<1>");
}

TEST(ReadYaml, an_empty_value_stands_behind_its_key) {
  source::Sources sources;
  diag::Sink sink;
  auto const root = read(sources.add("f", "a:   # nothing\n\nb: 1\n"), Format::yaml, sources, sink);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->find("a")->span.begin, 2U);
  EXPECT_EQ(root->find("a")->span.end, 2U);
  EXPECT_EQ(root->find("c"), nullptr);
}

TEST(ReadYaml, refuses_a_key_that_stands_twice) {
  EXPECT_EQ(yaml("case:\n  act: use\n  young: true\n  act: holding\n"),
            "[duplicate_key] 4:3 <act> the key `act` stands twice in the same mapping | keep one of them\n"
            "note 2:3 <act> the first one is here\n");
  EXPECT_EQ(yaml("a: 1\n\"a\": 2\n"),
            "[duplicate_key] 2:1 <\"a\"> the key `a` stands twice in the same mapping | keep one of them\n"
            "note 1:1 <a> the first one is here\n");
}

TEST(ReadYaml, refuses_aliases_anchors_tags_and_merges) {
  EXPECT_EQ(
      yaml("a: &x 1\nb: *x\nc: !!str 1\n"),
      "[yaml_alias] 1:4 <&x> a YAML anchor stands here | take it out, and write the value wherever it is meant\n"
      "[yaml_alias] 2:4 <*x> a YAML alias stands here | write the value itself\n"
      "[yaml_tag] 3:4 <!!str> a YAML tag stands here, `!!str` | take it out; the schema says what type a value has\n");
  EXPECT_EQ(
      yaml("a: *x\n"),
      "[yaml_alias] 1:4 <*> a YAML alias stands here | write the value itself; a text that starts with `*` stands "
      "in quotes\n");
  EXPECT_EQ(yaml("a: &x {b: *x}\n"),
            "[yaml_alias] 1:4 <&x> a YAML anchor stands here | take it out, and write the value wherever it is meant\n"
            "[yaml_alias] 1:11 <*x> a YAML alias stands here | write the value itself\n");
  EXPECT_EQ(yaml("<<: {a: 1}\n"),
            "[yaml_merge_key] 1:1 <<<> `<<` does not merge mappings here | write the keys themselves\n");
  EXPECT_EQ(yaml("a: ! x\n"),
            "[yaml_tag] 1:4 <!> a YAML tag stands here, `!` | take it out; the schema says what type a value has\n");
}

TEST(ReadYaml, refuses_directives_wherever_they_stand) {
  EXPECT_EQ(yaml("%YAML 1.2\n---\na: 1\n"),
            "[yaml_directive] 1:1 <%YAML 1.2> a line that starts with `%` is a YAML directive | take it out, or indent "
            "it if it belongs to a text\n");
  EXPECT_EQ(
      yaml("- a\n%- b\n- c\n"),
      "[yaml_directive] 2:1 <%- b> a line that starts with `%` is a YAML directive | take it out, or indent it if "
      "it belongs to a text\n");
}

TEST(ReadYaml, refuses_a_second_document) {
  EXPECT_EQ(yaml("a: 1\n---\nb: 2\n"),
            "[several_documents] 2:1 <---> a second document starts here | keep one document a file\n");
  EXPECT_EQ(yaml("- a\nb: 1\n"),
            "[malformed_yaml] 2:1 <b:> this belongs to nothing above it | "
            "indent it like the other keys or items of its mapping or list\n");
}

TEST(ReadYaml, refuses_an_empty_file) {
  std::string const empty = "[empty_document] 1:1 <> the file is empty | write `key: value`, one a line\n";
  EXPECT_EQ(yaml(""), empty);
  EXPECT_EQ(yaml("# only a comment\n"), empty);
  EXPECT_EQ(yaml("---\n"), empty);
  EXPECT_EQ(yaml(" \n\n"), empty);
}

TEST(ReadYaml, refuses_keys_that_are_no_plain_text) {
  EXPECT_EQ(yaml("? [a]\n: 1\n"),
            "[unsuitable_key] 1:3 <[> a key is a list or a mapping | a key is one line of plain text\n");
  EXPECT_EQ(yaml(": 1\n"), "[unsuitable_key] 1:1 <:> the key is empty | write a name before the `:`\n");
  EXPECT_EQ(yaml("\"a\\nb\": 1\n"),
            "[unsuitable_key] 1:1 <\"a\\nb\"> the key holds a line break or another control character | a key is one "
            "line of plain text\n");
}

TEST(ReadYaml, refuses_hidden_characters) {
  EXPECT_EQ(yaml("amount: 12\xC2\xA0g\n"),
            "[hidden_character] 1:11 <\xC2\xA0> a character that cannot be seen stands here, U+00A0 | type an ordinary "
            "space instead, or "
            "nothing; it often comes along when text is copied from a web page\n");
  EXPECT_EQ(yaml("a\xE2\x80\x8B: 1\n"),
            "[hidden_character] 1:2 <\xE2\x80\x8B> a character that cannot be seen stands here, U+200B | type an "
            "ordinary space instead, or "
            "nothing; it often comes along when text is copied from a web page\n");
  EXPECT_EQ(yaml("\"a\\u00a0\": 1\n"),
            "[hidden_character] 1:1 <\"a\\u00a0\"> an escape writes the character U+00A0 | take it out\n");
  EXPECT_EQ(yaml("why: \"12\xC2\xA0g\"\n"), "{why: \"12\xC2\xA0g\"}");  // in quotes it may be meant
}

TEST(ReadYaml, refuses_decomposed_letters) {
  EXPECT_EQ(yaml("a: bla\xCC\x8A\n"),
            "[decomposed_letter] 1:6 <a\xCC\x8A> a letter is written as two characters: a letter and the mark U+030A | "
            "write it as one character, such as `\xC3\xA5`, the way a keyboard types it\n");
  EXPECT_EQ(yaml("a\xCC\x8A: 1\n"),
            "[decomposed_letter] 1:1 <a\xCC\x8A> a letter is written as two characters: a letter and the mark U+030A | "
            "write it as one character, such as `\xC3\xA5`, the way a keyboard types it\n");
}

TEST(ReadYaml, refuses_bytes_that_are_no_text) {
  EXPECT_EQ(
      yaml("a: bl\xE5\n"),
      "[invalid_utf8] 1:6 <\xE5> the byte E5 is not UTF-8 here | save the file as UTF-8; an older program may have "
      "written \xC3\xA6, \xC3\xB8 and \xC3\xA5 in another encoding\n");
  EXPECT_NE(yaml(std::string("a: \0b", 5)).find("the file holds a zero byte | is this a text file; save it as UTF-8"),
            std::string::npos);
  EXPECT_EQ(yaml("a: \x04\n"),
            "[control_character] 1:4 <\x04> the control character U+0004 stands here | take it out\n");
  EXPECT_EQ(yaml("a: \xC2\x85"
                 "b\n"),
            "[control_character] 1:4 <\xC2\x85> the control character U+0085 stands here | take it out\n");
  EXPECT_EQ(yaml("a: 1\rb: 2\r"),
            "[control_character] 1:5 <\r> a line ends with a carriage return alone | "
            "save the file with the line ends of Unix or of Windows\n");
  EXPECT_EQ(yaml("a: \"\\0\"\n"),
            "[control_character] 1:4 <\"\\0\"> the text holds the character U+0000 | take it out\n");
}

TEST(ReadYaml, refuses_tabs_that_indent) {
  EXPECT_EQ(yaml("case:\n\tact: use\n"),
            "[tab_indentation] 2:1 <\t> a tab stands in front of the line | indent with spaces\n");
  EXPECT_EQ(yaml("case:\n  \tact: use\n"),
            "[tab_indentation] 2:3 <\t> a tab stands in front of the line | indent with spaces\n");
  EXPECT_EQ(yaml("a:\t1\n"), "{a: 1}");
}

TEST(ReadYaml, says_where_a_truncated_file_was_cut) {
  EXPECT_EQ(yaml("a:\n  - {s: x, amou"),
            "[unclosed] 2:16 <> the file ends before a `{` is closed | close it with `}`; is the file whole\n"
            "note 2:5 <{> it is opened here\n");
  EXPECT_EQ(yaml("a: 1\nb: {c: [1, 2\n"),
            "[unclosed] 3:1 <> the file ends before a `[` is closed | close it with `]`; is the file whole\n"
            "note 2:8 <[> it is opened here\n");
  EXPECT_EQ(yaml("a: {b: 1,"),
            "[unclosed] 1:10 <> the file ends before a `{` is closed | close it with `}`; is the file whole\n"
            "note 1:4 <{> it is opened here\n");
  EXPECT_EQ(yaml("a: \"abc\n"),
            "[unclosed] 1:4 <\"> the quote that opens here is never closed | close it at the end of the text; is the "
            "file whole\n");
  EXPECT_EQ(yaml("a: 'abc"), "[unclosed] 1:8 <> the text ends inside quotes | close the quote; is the file whole\n");
  EXPECT_EQ(yaml("case:\n  act: use\n  you"),
            "[malformed_yaml] 3:3 <you> `you` has no value | write `key: value`, with a blank behind the `:`; "
            "is the file whole\n");
}

TEST(ReadYaml, says_what_is_wrong_with_the_layout) {
  EXPECT_EQ(yaml("a: {amount: 0,9 g}\n"),
            "[malformed_yaml] 1:15 <9 g> `9 g` has no value | the comma before it splits a number; write a point "
            "before the decimals, as in "
            "`12.5`\n");
  EXPECT_EQ(yaml("case:\n    a: 1\n  b: 2\n"),
            "[malformed_yaml] 3:3 <b> this does not go on with the mapping above it | "
            "start each key of a mapping in the same column, as `key: value`\n");
  EXPECT_EQ(yaml("case:\n  act:\n  own use\n"),
            "[malformed_yaml] 3:3 <own use> `own use` has no value | write `key: value`, with a blank behind the "
            "`:`; is the file whole\n");
  EXPECT_EQ(yaml("a:\n \"x\"\nb:\n\"y\"\n"),
            "[malformed_yaml] 4:1 <\"y\"> this is neither a key nor clearly the value of the line above | "
            "write `key: value`, with a blank behind the `:`, or indent the value\n");
  EXPECT_EQ(yaml("a: b: c\n"),
            "[malformed_yaml] 1:5 <:> a `:` stands where no key can be | write `key: value` with a blank behind the "
            "`:`, here "
            "and in the line above; a text that holds `: ` stands in quotes\n");
  EXPECT_EQ(yaml("a: @x\n"),
            "[malformed_yaml] 1:4 <@> a text cannot start with this character | put the text in quotes\n");
  EXPECT_EQ(
      yaml("a: [1 }\n"),
      "[malformed_yaml] 1:7 <}> this bracket closes nothing that is open here | close `[` with `]` and `{` with `}`\n");
  EXPECT_EQ(yaml("a: [1,, 2]\n"), "[malformed_yaml] 1:7 <> a value is missing here | write one, or take the `,` out\n");
  EXPECT_EQ(yaml("a: {b, c: 1}\n"),
            "[malformed_yaml] 1:5 <b> `b` has no value | write `key: value`, with a blank behind the `:`; is the file "
            "whole\n");
  EXPECT_EQ(yaml("a: [b\nc: 1\n"),
            "[malformed_yaml] 2:2 <:> a `,` or `]` is missing before this | separate the values with `,`\n");
  EXPECT_EQ(yaml("a: \"x\\qy\"\n"),
            "[invalid_escape] 1:6 <\\q> this is no escape that YAML knows | write `\\\\` for a backslash, or put the "
            "text in single quotes\n");
  EXPECT_EQ(yaml("a: \"\\ud800\"\n"),
            "[invalid_escape] 1:5 <\\ud800> the escape names no character | write the character itself\n");
}

TEST(ReadYaml, nests_to_the_cap_and_not_one_level_further) {
  std::string const too_deep =
      "the document is nested deeper than 200 levels | no facts need so many levels; is a bracket missing that should "
      "close one\n";
  EXPECT_EQ(yaml(nested("[", "]", kMaxDepth)), nested("[", "]", kMaxDepth));
  EXPECT_EQ(yaml(nested("[", "]", kMaxDepth + 1)), "[too_deep] 1:201 <[> " + too_deep);
  EXPECT_EQ(yaml(nested("- ", "", kMaxDepth) + "a"), nested("[", "", kMaxDepth) + "a" + nested("", "]", kMaxDepth));
  EXPECT_EQ(yaml(nested("- ", "", kMaxDepth + 1) + "a"), "[too_deep] 1:401 <-> " + too_deep);
  EXPECT_EQ(yaml(indented(kMaxDepth)).find("[too_deep]"), std::string::npos);
  EXPECT_EQ(yaml(indented(kMaxDepth + 1)), "[too_deep] 201:201 <a> " + too_deep);
}

TEST(ReadYaml, a_million_levels_cost_a_message_and_no_stack) {
  for (std::string_view const open : {"[", "{", "- ", "? ", "{a: ", "[{", "[\n"}) {
    std::string const result = yaml(nested(open, "", 1'000'000));
    EXPECT_TRUE(result.starts_with("[too_deep]") || result.starts_with("[malformed_yaml]") ||
                result.starts_with("[unsuitable_key]") || result.starts_with("[too_many_nodes]"))
        << open << ": " << result;
  }
  EXPECT_TRUE(yaml(nested("[", "", 1'000'000)).starts_with("[too_deep] 1:201 <[> "));
}

TEST(ReadYaml, holds_so_many_values_and_no_more) {
  std::string list;
  for (std::size_t i = 0; i < kMaxNodes - 1; ++i) {
    list += "- 1\n";
  }
  EXPECT_TRUE(yaml(list).starts_with("[1, 1"));
  EXPECT_EQ(
      yaml(list + "- 1\n"),
      "[too_many_nodes] 1000000:3 <1> the document holds more than 1000000 values | split it into several files\n");
  std::string const commas = "[" + nested("1,", "", 2 * kMaxNodes + 1) + "1]";
  EXPECT_TRUE(yaml(commas).starts_with("[too_many_nodes]"));
}

TEST(ReadYaml, holds_texts_to_the_cap_and_no_longer) {
  std::string const fits(kMaxScalarBytes, 'x');
  EXPECT_EQ(yaml("a: " + fits), "{a: " + fits + "}");
  EXPECT_EQ(yaml("a: " + fits + "y"),
            "[text_too_long] 1:4 <" + fits +
                "y> the text is longer than 65536 bytes | is a quote missing that should close it\n");
  EXPECT_TRUE(yaml("a: \"" + fits + "y\"").starts_with("[text_too_long]"));
}

// A file cut anywhere is either refused or a smaller whole; never a crash, and every span lies in the text.
TEST(ReadYaml, every_prefix_of_a_document_is_judged) {
  std::string const text =
      "case:\n  act_date: 2026-03-01\n  finds:\n    - {substance: cannabis, amount: \"12.5 g\"}\n    - [a, 'b', {c: "
      "~}]\n  t: |\n    x\n  u: !v\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    EXPECT_FALSE(yaml_spans(text.substr(0, length)).empty()) << length;
  }
}

TEST(GuessFormat, goes_by_the_name_and_on_standard_input_by_the_first_sign) {
  EXPECT_EQ(guess_format("facts.json", "a: 1"), Format::json);
  EXPECT_EQ(guess_format("facts.yaml", "{}"), Format::yaml);
  EXPECT_EQ(guess_format("facts.yml", "{}"), Format::yaml);
  EXPECT_EQ(guess_format("-", " \n{\"a\": 1}"), Format::json);
  EXPECT_EQ(guess_format("-", "\xEF\xBB\xBF{"), Format::json);
  EXPECT_EQ(guess_format("-", "a: {}"), Format::yaml);
  EXPECT_EQ(guess_format("-", ""), Format::yaml);
}

}  // namespace
}  // namespace hjemmel::document
