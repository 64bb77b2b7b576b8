// Tests of engine/lower/words.h.
#include "engine/lower/words.h"

#include <array>
#include <utility>

#include <gtest/gtest.h>

namespace hjemmel::lower {
namespace {

TEST(Words, come_out_the_same_however_they_were_spaced) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kCases{{
      {"a.b >= 400", "a.b >= 400"},
      {"a.b>=400", "a.b >= 400"},
      {"a.b  >=  400 ", "a.b >= 400"},
      {"a.b >=\n    400  # of the act", "a.b >= 400"},
      {"e in {v0,v1 , v2}", "e in {v0, v1, v2}"},
      {"e in { v0, v1 }", "e in {v0, v1}"},
      {"not ( a and b )", "not (a and b)"},
      {"a = \"x,y  # z\"", "a = \"x,y  # z\""},
      {"a-1 < b", "a-1 < b"},
      {"a<b", "a < b"},
      {"(a)*2", "(a) * 2"},
      {"", ""},
  }};
  for (auto const& [written, words] : kCases) {
    EXPECT_EQ(canonical_words(written), words) << written;
    EXPECT_EQ(canonical_words(words), words) << "words that are canonical stay";
  }
}

}  // namespace
}  // namespace hjemmel::lower
