// Blanks of every kind, and marks of no width.
#include "engine/sources/plain_text.h"

#include <gtest/gtest.h>

namespace hjemmel::sources {
namespace {

TEST(PlainText, blanks_of_every_kind_are_one_and_marks_of_no_width_are_gone) {
  EXPECT_EQ(one_blank("  a \t b\r\nc\u00A0\u2009d  "), "a b c d");
  EXPECT_EQ(one_blank("for\u00ADmål \u200Bog\uFEFF"), "formål og");
  EXPECT_EQ(one_blank(" \n "), "");
  EXPECT_EQ(without_blanks("jf. § 38 , eller\u00A0§39"), "jf.§38,eller§39");
}

}  // namespace
}  // namespace hjemmel::sources
