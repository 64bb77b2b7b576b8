// Every form in which a section is numbered.
#include "engine/sources/section_number.h"

#include <gtest/gtest.h>

namespace hjemmel::sources {
namespace {

struct Row {
  std::string_view text;
  std::string_view number;  // empty: it is none
  std::string_view rest;
};

TEST(SectionNumber, every_form_that_headings_and_citations_have) {
  for (Row const& row : std::vector<Row>{{"20. Lavalder", "20", ". Lavalder"},
                                         {"69", "69", ""},
                                         {"5 Formål", "5", " Formål"},
                                         {"5 I tillegg", "5", " I tillegg"},
                                         {"5 Å gjøre", "5", " Å gjøre"},
                                         {"9 a. Tittel", "9 a", ". Tittel"},
                                         {"9 a Tittel", "9 a", " Tittel"},
                                         {"9 a", "9 a", ""},
                                         {"2a.", "2 a", "."},
                                         {"3-1. Tittel", "3-1", ". Tittel"},
                                         {"3-1a.", "3-1 a", "."},
                                         {"3-9 c first paragraph", "3-9 c", " first paragraph"},
                                         {"8-52A. (Opphevet)", "8-52 a", ". (Opphevet)"},
                                         {"12 A. Tittel", "12 a", ". Tittel"},
                                         {"7A-1. Tittel", "7A-1", ". Tittel"},
                                         {"7 A-1. Tittel", "7A-1", ". Tittel"},
                                         {"17A-3 b", "17A-3 b", ""},
                                         {"1-2-3.", "1-2-3", "."},
                                         {"20 første ledd", "20", " første ledd"},
                                         {"20, 21", "20", ", 21"},
                                         {"20abc", "", ""},
                                         {"20å", "", ""},
                                         {"20-", "", ""},
                                         {"", "", ""},
                                         {"a", "", ""},
                                         {"-1", "", ""},
                                         {"999999", "999999", ""},
                                         {"1000000", "", ""}}) {
    auto const read = read_section_number(row.text);
    EXPECT_EQ(read ? read->text : "", row.number) << row.text;
    EXPECT_EQ(read ? row.text.substr(read->length) : "", row.rest) << row.text;
  }
}

}  // namespace
}  // namespace hjemmel::sources
