// Diagnostics as text and as JSON: the caret under the right letter, whatever stands in the line.
#include "engine/diag/render.h"

#include <string>

#include <gtest/gtest.h>

namespace hjemmel::diag {
namespace {

constexpr Kind kKind = Kind::duplicate_key;

// The first `marked` in `text`, as a diagnostic says it.
std::string shown(std::string const& text, std::string const& marked) {
  source::Sources sources;
  auto const file = sources.add("facts.yaml", text);
  auto const begin = static_cast<std::uint32_t>(text.find(marked));
  return render_text({kKind, {file, begin, begin + static_cast<std::uint32_t>(marked.size())}, "wrong", "", {}},
                     sources);
}

TEST(RenderText, marks_the_place) {
  source::Sources sources;
  auto const file = sources.add("facts.yaml", "case:\n  act: hold\n");
  Diagnostic const diagnostic{
      kKind, {file, 13, 17}, "`hold` is unknown", "did you mean `holding`", {{{file, 0, 4}, "in this"}}};
  EXPECT_EQ(render_text(diagnostic, sources),
            "facts.yaml:2:8: error: `hold` is unknown [duplicate_key]\n"
            "  2 |   act: hold\n"
            "    |        ^^^^\n"
            "help: did you mean `holding`\n"
            "note: facts.yaml:1:1: in this\n"
            "  1 | case:\n"
            "    | ^^^^\n");
}

TEST(RenderText, stands_right_under_norwegian_letters) {
  EXPECT_EQ(shown("\xC3\xA6\xC3\xB8\xC3\xA5: bl\xC3\xA5 b\xC3\xA6r\n", "b\xC3\xA6r"),
            "facts.yaml:1:10: error: wrong [duplicate_key]\n"
            "  1 | \xC3\xA6\xC3\xB8\xC3\xA5: bl\xC3\xA5 b\xC3\xA6r\n"
            "    |          ^^^\n");
}

TEST(RenderText, repeats_tabs_before_the_caret) {
  EXPECT_EQ(shown("\ta\tbc", "bc"),
            "facts.yaml:1:4: error: wrong [duplicate_key]\n"
            "  1 | \ta\tbc\n"
            "    | \t \t^^\n");
}

TEST(RenderText, a_decomposed_letter_is_one_column) {
  EXPECT_EQ(shown("bla\xCC\x8A x", "x"),
            "facts.yaml:1:6: error: wrong [duplicate_key]\n"
            "  1 | bla\xCC\x8A x\n"
            "    |     ^\n");
}

TEST(RenderText, writes_nothing_that_a_terminal_obeys) {
  EXPECT_EQ(shown("a\x1B[31mb \xE2\x80\xAE"
                  "c\xFF x",
                  "x"),
            "facts.yaml:1:13: error: wrong [duplicate_key]\n"
            "  1 | a\xEF\xBF\xBD[31mb \xEF\xBF\xBD"
            "c\xEF\xBF\xBD x\n"
            "    |             ^\n");
  source::Sources const none;
  EXPECT_EQ(render_text({kKind, {}, "a\x1B[2Jb\nc", "", {}}, none), "error: a\xEF\xBF\xBD[2Jb c [duplicate_key]\n");
}

TEST(RenderText, a_span_over_lines_marks_its_first) {
  EXPECT_EQ(shown("x: [1,\r\n  2]\r\n", "[1,\r\n  2]"),
            "facts.yaml:1:4: error: wrong [duplicate_key]\n"
            "  1 | x: [1,\n"
            "    |    ^^^\n");
}

TEST(RenderText, a_span_at_the_end_still_renders) {
  source::Sources sources;
  auto const file = sources.add("f", "a: {");
  EXPECT_EQ(render_text({kKind, {file, 4, 4}, "cut", "", {}}, sources),
            "f:1:5: error: cut [duplicate_key]\n  1 | a: {\n    |     ^\n");
  auto const lines = sources.add("g", "a\n");
  EXPECT_EQ(render_text({kKind, {lines, 2, 2}, "cut", "", {}}, sources),
            "g:2:1: error: cut [duplicate_key]\n  2 |\n    | ^\n");
  auto const empty = sources.add("h", "");
  EXPECT_EQ(render_text({kKind, {empty, 0, 0}, "empty", "", {}}, sources),
            "h:1:1: error: empty [duplicate_key]\n  1 |\n    | ^\n");
  EXPECT_EQ(render_text({kKind, {empty, 7, 9}, "beyond", "", {}}, sources),
            "h:1:1: error: beyond [duplicate_key]\n  1 |\n    | ^\n");
}

TEST(RenderText, without_a_file_there_is_no_place) {
  source::Sources const sources;
  EXPECT_EQ(render_text({kKind, {}, "nothing there", "write it", {{{}, "nor here"}}}, sources),
            "error: nothing there [duplicate_key]\nhelp: write it\nnote: nor here\n");
}

TEST(RenderText, cuts_a_long_line_around_the_place) {
  std::string const a(3000, 'a');
  std::string const text = a + "WRONG" + std::string(3000, 'z');
  std::string const expected = "  1 | \xE2\x80\xA6" + std::string(50, 'a') + "WRONG" + std::string(55, 'z') +
                               "\xE2\x80\xA6\n" + "    |  " + std::string(50, ' ') + "^^^^^\n";
  EXPECT_EQ(shown(text, "WRONG"), "facts.yaml:1:3001: error: wrong [duplicate_key]\n" + expected);
}

TEST(RenderText, cuts_between_letters_never_inside_one) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "\xC3\xA5";
  }
  text.insert(2001 - 1, "WRONG");
  std::string const result = shown(text, "WRONG");
  EXPECT_EQ(result.find("\xEF\xBF\xBD"), std::string::npos) << result;
  EXPECT_NE(result.find("^^^^^\n"), std::string::npos);
}

TEST(RenderText, a_long_line_marked_at_its_start_is_cut_behind) {
  std::string const text = "WRONG" + std::string(3000, 'z');
  EXPECT_EQ(shown(text, text), "facts.yaml:1:1: error: wrong [duplicate_key]\n  1 | WRONG" + std::string(105, 'z') +
                                   "\xE2\x80\xA6\n    | " + std::string(110, '^') + "\n");
}

TEST(RenderText, says_how_many_were_dropped) {
  source::Sources const sources;
  Sink sink;
  for (std::size_t i = 0; i < Sink::kMax + 3; ++i) {
    sink.add(kKind, {}, "again");
  }
  std::string const text = render_text(sink, sources);
  EXPECT_TRUE(text.ends_with("error: again [duplicate_key]\nand 3 more that are not shown\n")) << text;
  EXPECT_EQ(sink.errors(), Sink::kMax + 3);
}

TEST(RenderJson, has_its_keys_in_order) {
  source::Sources sources;
  auto const file = sources.add("facts.yaml", "\xC3\xA6: 1\n\xC3\xA6: 2\n");
  Diagnostic const diagnostic{kKind, {file, 6, 8}, "the key `\xC3\xA6` \"twice\"", "", {{{file, 0, 2}, "here"}}};
  EXPECT_EQ(render_json(diagnostic, sources),
            "{\"kind\":\"duplicate_key\",\"severity\":\"error\",\"message\":\"the key `\xC3\xA6` "
            "\\\"twice\\\"\",\"help\":\"\","
            "\"path\":\"facts.yaml\",\"line\":2,\"column\":1,\"end_line\":2,\"end_column\":2,"
            "\"notes\":[{\"message\":\"here\",\"path\":\"facts.yaml\",\"line\":1,\"column\":1,\"end_line\":1,\"end_"
            "column\":2}]}");
}

TEST(RenderJson, without_a_file_the_place_is_null) {
  source::Sources const sources;
  EXPECT_EQ(render_json({kKind, {}, "m", "h", {}}, sources),
            R"({"kind":"duplicate_key","severity":"error","message":"m","help":"h",)"
            R"("path":null,"line":null,"column":null,"end_line":null,"end_column":null,"notes":[]})");
}

}  // namespace
}  // namespace hjemmel::diag
