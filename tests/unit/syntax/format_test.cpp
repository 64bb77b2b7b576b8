// The formatter: the layout of each construct, that formatting twice changes nothing more, and that the tree stays the same.
#include "engine/syntax/format.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/syntax/parsing.h"
#include "tests/unit/syntax/sample.h"

namespace hjemmel::syntax::test {
namespace {

std::string formatted(std::string text) {
  Parsed const parsed(std::move(text));
  return parsed.messages().empty() ? format(*parsed.tree).value_or("not formatted") : parsed.messages();
}

// The same tree, and nothing left to change.
void expect_stable(std::string const& text) {
  std::string const once = formatted(text);
  EXPECT_EQ(Parsed(once).printed(), Parsed(text).printed());
  EXPECT_EQ(formatted(once), once);
}

TEST(Format, indentation_follows_the_construct) {
  EXPECT_EQ(formatted("rule   r\n when any of\n  a   b<3\n    open   cc d\n then x is y\n     with z\n"),
            "rule r\n"
            "  when  any of\n"
            "      a        b < 3\n"
            "      open cc  d\n"
            "  then  x is y\n"
            "        with  z\n");
}

TEST(Format, lines_that_go_on_are_indented_further) {
  EXPECT_EQ(formatted("define x: bool\n = a and\n b and (c\n or d)\ngroup g = a,\n b\n"),
            "define x: bool\n"
            "  = a and\n"
            "        b and (c\n"
            "          or d)\n"
            "group g = a,\n"
            "      b\n");
}

TEST(Format, rows_share_columns) {
  EXPECT_EQ(
      formatted(
          "table t ( k : K )->mass [A]\n  cannabis 15g [B]\n  øl 2 g [C]\n  otherwise undetermined \"none\" [D]\n"),
      "table t(k: K) -> mass  [A]\n"
      "  cannabis   15 g  [B]\n"
      "  øl         2 g   [C]\n"
      "  otherwise  undetermined \"none\"  [D]\n");
  EXPECT_EQ(formatted("enum E\n  a nb \"xx\" by q\n  long_name nb \"x\" by q\n\n  b nb \"y\"\n"),
            "enum E\n"
            "  a          nb \"xx\"  by q\n"
            "  long_name  nb \"x\"   by q\n"
            "\n"
            "  b  nb \"y\"\n");
}

TEST(Format, comment_between_rows_breaks_no_columns) {
  EXPECT_EQ(formatted("enum E\n  a nb \"x\"\n # about b\n  long_name nb \"y\"\n"),
            "enum E\n  a          nb \"x\"\n  # about b\n  long_name  nb \"y\"\n");
}

TEST(Format, neighbouring_sources_share_columns) {
  EXPECT_EQ(formatted("source a \"A\" id \"x\"\nsource long \"Long\" id \"y\"\n\nsource b \"B\"\n"),
            "source a     \"A\"     id \"x\"\nsource long  \"Long\"  id \"y\"\n\nsource b  \"B\"\n");
}

TEST(Format, comments_stay_with_their_line) {
  EXPECT_EQ(formatted("#top\n\n\n\nrule r #one\n   # about the guard\n  when a #  two \t\n\n  # about what follows\n# "
                      "next\ngroup g = a\n# end\n"),
            "#top\n"
            "\n"
            "rule r  #one\n"
            "  # about the guard\n"
            "  when  a  #  two\n"
            "\n"
            "  # about what follows\n"
            "# next\n"
            "group g = a\n"
            "# end\n");
}

TEST(Format, blanks_between_tokens) {
  EXPECT_EQ(formatted("define x:money ( NOK )=- a*( b+1 )/f ( c,d )\n"),
            "define x: money(NOK) = -a * (b + 1) / f(c, d)\n");
  EXPECT_EQ(formatted("define x: bool = a in{b,c}and total(d)<3%\n"),
            "define x: bool = a in {b, c} and total (d) < 3 %\n");
  EXPECT_EQ(formatted("rule r on d o [A..B,C]then{l at most 3months}\n"),
            "rule r on d o  [A .. B, C]  then { l at most 3 months }\n");
  EXPECT_EQ(formatted("enum E\n a{p:int,q:text}\n b in g,c in dl\n"),
            "enum E\n  a  { p: int, q: text }\n  b  in g,  c in dl\n");
}

TEST(Format, windows_line_ends_and_byte_order_mark_go) {
  EXPECT_EQ(formatted("\xEF\xBB\xBFgroup g = a # x\r\n\r\ngroup h = b\r\n"), "group g = a  # x\n\ngroup h = b\n");
}

TEST(Format, broken_file_is_not_formatted) {
  for (std::string const text : {"rule r\n  wen a\n", "group g = a\nduty d\n", "  group g = a\ngroup h = b\n"}) {
    Parsed const parsed(text);
    EXPECT_EQ(format(*parsed.tree), std::nullopt) << text;
  }
}

TEST(Format, sample_is_stable) { expect_stable(kSample); }

TEST(Format, rule_files_of_the_repository_are_stable) {
  int files = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator("rules")) {
    if (entry.path().extension() == ".rules") {
      std::ifstream in(entry.path());
      std::ostringstream text;
      text << in.rdbuf();
      SCOPED_TRACE(entry.path());
      expect_stable(text.str());
      ++files;
    }
  }
  EXPECT_GT(files, 0);
}

// The text with each run of blanks inside a line, and each indentation, made anew; nothing inside texts and comments.
std::string respaced(std::string const& text, std::vector<std::uint8_t> const& widths) {
  std::string out;
  std::size_t next = 0;
  bool in_text = false;
  bool in_comment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const byte = text[i];
    in_text = byte == '"' && !in_comment ? !in_text : in_text;
    in_comment = byte == '\n' ? false : in_comment || (byte == '#' && !in_text);
    bool const blank = byte == ' ' && !in_text && !in_comment;
    if (!blank) {
      out += byte;
    } else if (text[i - 1] != ' ') {
      std::uint8_t const width = widths[next++ % widths.size()];
      out.append(1U + width % 9U, width % 5U == 0 ? '\t' : ' ');
    }
  }
  return out;
}

RC_GTEST_PROP(Format, spacing_of_the_source_leaves_no_trace, ()) {
  auto const widths = *rc::gen::nonEmpty(rc::gen::arbitrary<std::vector<std::uint8_t>>());
  std::string const text = respaced(kSample, widths);
  RC_ASSERT(Parsed(text).printed() == Parsed(kSample).printed());
  RC_ASSERT(formatted(text) == formatted(kSample));
}

// A line end between two tokens wherever the language has no word about lines.
RC_GTEST_PROP(Format, broken_lines_stay_broken_and_keep_the_tree, ()) {
  std::string const expression = "every s in a.b by k where s.c has (f(s.d, 3 g) + -1 kr < 4 kr) and not x in {y, z}";
  auto const breaks = *rc::gen::container<std::vector<bool>>(expression.size(), rc::gen::arbitrary<bool>());
  std::string text = "define d: bool [A]\n  = ";
  for (std::size_t i = 0; i < expression.size(); ++i) {
    bool const unit_follows = i > 0 && expression[i - 1] >= '0' && expression[i - 1] <= '9';
    text += expression[i] == ' ' && breaks[i] && !unit_follows ? std::string(" # remark\n \n  ")
                                                               : std::string(1, expression[i]);
  }
  text += "\n";
  std::string const once = formatted(text);
  RC_ASSERT(Parsed(once).printed() == Parsed(text).printed());
  RC_ASSERT(Parsed(text).printed() == Parsed("define d: bool [A]\n  = " + expression + "\n").printed());
  RC_ASSERT(formatted(once) == once);
}

// Any bytes at all: no crash, and what has no fault can be formatted.
RC_GTEST_PROP(Format, damaged_sample_is_refused_or_formatted, ()) {
  std::string text = kSample;
  auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
  auto const length = *rc::gen::inRange<std::size_t>(0, 40);
  auto const put =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string(" \n#\"(){}[],.:-=<a1g\xC3\xB8%/\\")));
  text.replace(at, length, put);
  Parsed const parsed(text);
  if (parsed.messages().empty()) {
    std::string const once = format(*parsed.tree).value();
    RC_ASSERT(Parsed(once).printed() == parsed.printed());
    RC_ASSERT(formatted(once) == once);
  }
}

}  // namespace
}  // namespace hjemmel::syntax::test
