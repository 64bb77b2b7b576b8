// Periods in the words of both languages, from rules that were written in either.
#include "engine/explain/period_words.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

TEST(PeriodWords, english_rules_are_said_in_bokmaal) {
  EXPECT_EQ(period_words("from 2022-07-01 until 2029-01-01", Language::bokmaal), "fra 2022-07-01 inntil 2029-01-01");
  EXPECT_EQ(period_words("until 2026-01-01", Language::bokmaal), "inntil 2026-01-01");
  EXPECT_EQ(period_words("from within 2022 for 5 years", Language::bokmaal), "fra en dag i 2022 i 5 år");
  EXPECT_EQ(period_words("from a date the King sets until 2029-01-01", Language::bokmaal),
            "fra den dagen Kongen fastsetter inntil 2029-01-01");
}

TEST(PeriodWords, rules_in_bokmaal_are_said_in_english) {
  EXPECT_EQ(period_words("fra 2022-07-01 inntil 2029-01-01", Language::english), "from 2022-07-01 until 2029-01-01");
  EXPECT_EQ(period_words("fra innenfor 2022 i 5 år", Language::english), "from within 2022 for 5 years");
  EXPECT_EQ(period_words("fra den dagen Kongen fastsetter", Language::english), "from a date the King sets");
}

TEST(PeriodWords, the_language_of_the_rules_stays_as_it_is) {
  EXPECT_EQ(period_words("from within 2022 for 5 years", Language::english), "from within 2022 for 5 years");
  EXPECT_EQ(period_words("", Language::bokmaal), "");
}

}  // namespace
}  // namespace hjemmel::explain
