// Nothing that a name or a value holds can act on the page: markup, ends of elements, quotes, marks that turn the writing.
#include "engine/explain/html_writer.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

std::string paragraph(std::string_view text) {
  std::string out;
  HtmlWriter html(out);
  html.element("p", text);
  return out;
}

TEST(HtmlWriter, markup_in_a_text_is_text) {
  EXPECT_EQ(paragraph("a < b & c > d"), "<p>a &lt; b &amp; c &gt; d</p>\n");
  EXPECT_EQ(paragraph("</p></script><script>alert(1)</script>"),
            "<p>&lt;/p&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
  EXPECT_EQ(paragraph("<!-- --> ]]> &amp;"), "<p>&lt;!-- --&gt; ]]&gt; &amp;amp;</p>\n");
}

TEST(HtmlWriter, quotes_do_not_end_an_attribute) {
  std::string out;
  HtmlWriter html(out);
  html.element("a", "x", {{"href", R"(#" onclick="y)"}, {"title", "it's"}});
  EXPECT_EQ(out, R"(<a href="#&quot; onclick=&quot;y" title="it&#39;s">x</a>)");
}

TEST(HtmlWriter, an_empty_attribute_is_left_out) {
  std::string out;
  HtmlWriter html(out);
  html.element("span", "x", {{"class", ""}});
  EXPECT_EQ(out, "<span>x</span>");
}

TEST(HtmlWriter, marks_that_turn_the_writing_are_named) {
  EXPECT_EQ(paragraph("a\u202Eb"), "<p>a[U+202E]b</p>\n");
  EXPECT_EQ(paragraph("\u2066x\u2069\u200F\u061C"), "<p>[U+2066]x[U+2069][U+200F][U+061C]</p>\n");
}

TEST(HtmlWriter, what_cannot_be_seen_is_named) {
  EXPECT_EQ(paragraph("pay\u200Bpal\uFEFF\u00AD"), "<p>pay[U+200B]pal[U+FEFF][U+00AD]</p>\n");
  EXPECT_EQ(paragraph("\x1B[31m\x07\x7F"), "<p>[U+001B][31m[U+0007][U+007F]</p>\n");
  EXPECT_EQ(paragraph("a\U000E0041"), "<p>a[U+E0041]</p>\n");
}

TEST(HtmlWriter, spaces_and_letters_of_every_script_stay) {
  EXPECT_EQ(paragraph("§\u00A07, æøå, \u05D0\u05D1, \u0646\u200C\u0645"),
            "<p>§\u00A07, æøå, \u05D0\u05D1, \u0646\u200C\u0645</p>\n");
  EXPECT_EQ(paragraph("one\ntwo\tthree"), "<p>one two three</p>\n");
}

TEST(HtmlWriter, elements_close_where_their_block_ends) {
  std::string out;
  HtmlWriter html(out);
  {
    auto const list = html.in("ul", {{"class", "x"}});
    auto const item = html.in("li");
    html.text("a ");
    html.element("b", "c");
  }
  html.empty("meta", {{"charset", "utf-8"}});
  EXPECT_EQ(out, "<ul class=\"x\">\n<li>a <b>c</b></li>\n</ul>\n<meta charset=\"utf-8\">\n");
}

TEST(HtmlWriterDeathTest, a_style_sheet_cannot_end_its_element) {
  std::string out;
  HtmlWriter html(out);
  EXPECT_DEATH(html.style("</style>"), "css.find");
}

}  // namespace
}  // namespace hjemmel::explain
