// YAML that is written reads as the same tree, and looks like what people write.
#include "engine/document/write_yaml.h"

#include <gtest/gtest.h>

#include "tests/unit/document/reading.h"

namespace hjemmel::document {
namespace {

std::string rewritten(std::string text, Format format = Format::yaml) {
  source::Sources sources;
  diag::Sink sink;
  auto const root = read(sources.add("file", std::move(text)), format, sources, sink);
  EXPECT_TRUE(root) << fault_lines(sink, sources);
  return root ? write_yaml(*root) : "";
}

TEST(WriteYaml, groups_stand_under_each_other_and_records_on_a_line_each) {
  EXPECT_EQ(
      rewritten(
          "{case: {act: holding, seizures: [{substance: cannabis, amount: 12.5 g}, {}], none: []}, x: {a: [1, 2]}}"),
      "case:\n  act: holding\n  seizures:\n    - {substance: cannabis, amount: 12.5 g}\n    - {}\n  none: []\n"
      "x:\n  a: [1, 2]\n");
}

TEST(WriteYaml, a_long_line_is_broken_up) {
  std::string const text(60, 'a');
  EXPECT_EQ(rewritten("case: {x: {value: " + text + ", from: " + text + "}}"),
            "case:\n  x:\n    value: " + text + "\n    from: " + text + "\n");
}

TEST(WriteYaml, nothing_is_an_empty_mapping) { EXPECT_EQ(rewritten("{}"), "{}\n"); }

TEST(WriteYaml, scalars_keep_their_quotes_and_take_some_where_they_need_them) {
  EXPECT_EQ(rewritten("a: 010\nb: \"no\"\nc: -5\nd: a, b\ne: 'it''s # \"x\"\\'\nf: 2026-03-01T14:30+01:00\ng: ærlig "
                      "språk\nh: 5%\n"),
            "a: 010\nb: \"no\"\nc: -5\nd: \"a, b\"\ne: \"it's # \\\"x\\\"\\\\\"\nf: 2026-03-01T14:30+01:00\ng: ærlig "
            "språk\nh: 5%\n");
}

TEST(WriteYaml, characters_that_nobody_sees_are_written_out_and_read_again) {
  std::string const json = R"({"a": "tab\tline\nend\u2028\u00a0\u0007", "b c: d": 1})";
  std::string const text = rewritten(json, Format::json);
  EXPECT_EQ(text, "a: \"tab\\u0009line\\u000aend\\u2028\\u00a0\\u0007\"\n\"b c: d\": 1\n");
  EXPECT_EQ(rewritten(text), text);
}

}  // namespace
}  // namespace hjemmel::document
