// Places in statutes, in both directions.
#include "engine/explain/place_words.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

TEST(PlaceWords, places_are_said_in_the_other_language) {
  EXPECT_EQ(place_words("second paragraph", Language::bokmaal), "annet ledd");
  EXPECT_EQ(place_words("§ 60 third paragraph, § 37 first paragraph letter j", Language::bokmaal),
            "§ 60 tredje ledd, § 37 første ledd bokstav j");
  EXPECT_EQ(place_words("annet ledd bokstav b", Language::english), "second paragraph letter b");
}

TEST(PlaceWords, other_words_stay) {
  EXPECT_EQ(place_words("Notes on letters", Language::bokmaal), "Notes on letters");
  EXPECT_EQ(place_words("second paragraph", Language::english), "second paragraph");
  EXPECT_EQ(place_words("", Language::bokmaal), "");
}

TEST(StatusWords, a_status_is_said_in_either_language) {
  EXPECT_EQ(status_words("in_force", Language::english), "in force");
  EXPECT_EQ(status_words("in_force", Language::bokmaal), "gjeldende rett");
  EXPECT_EQ(status_words("proposed", Language::bokmaal), "foreslått");
  EXPECT_EQ(status_words("foreslått", Language::english), "proposed");
  EXPECT_EQ(status_words("rejected", Language::english), "rejected");
  EXPECT_EQ(status_words("under_review", Language::bokmaal), "under review");
}

}  // namespace
}  // namespace hjemmel::explain
