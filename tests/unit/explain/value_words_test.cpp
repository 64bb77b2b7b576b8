// Values of traces as each language writes them.
#include "engine/explain/value_words.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

TEST(ValueWords, dates_and_figures_follow_the_language) {
  EXPECT_EQ(localized("2026-03-01", Language::english), "1 March 2026");
  EXPECT_EQ(localized("2026-03-01", Language::bokmaal), "1. mars 2026");
  EXPECT_EQ(localized("2026-12-31", Language::bokmaal), "31. desember 2026");
  EXPECT_EQ(localized("12.5 g", Language::english), "12.5 g");
  EXPECT_EQ(localized("12.5 g", Language::bokmaal), "12,5 g");
  EXPECT_EQ(localized("300 NOK", Language::bokmaal), "300 kr");
  EXPECT_EQ(localized("3 months", Language::bokmaal), "3 måneder");
  EXPECT_EQ(localized("2026-02-30", Language::bokmaal), "2026-02-30");
}

TEST(ValueWords, open_values_and_ranges_are_told) {
  EXPECT_EQ(localized("not asked", Language::bokmaal), "ikke opplyst");
  EXPECT_EQ(localized("unknown, between 12.5 g and 14 g", Language::bokmaal), "ukjent, mellom 12,5 g og 14 g");
  EXPECT_EQ(localized("between 2026-02-01 and 2026-03-15", Language::bokmaal),
            "mellom 1. februar 2026 og 15. mars 2026");
}

TEST(ValueWords, names_keep_their_letters) {
  EXPECT_EQ(localized("brandy", Language::bokmaal), "brandy");
  EXPECT_EQ(localized("island", Language::bokmaal), "island");
}

TEST(ValueWords, truths_and_texts_have_words) {
  Names const english(nullptr, Language::english);
  Names const bokmaal(nullptr, Language::bokmaal);
  EXPECT_EQ(value_words("true", "", english), "true");
  EXPECT_EQ(value_words("false", "", bokmaal), "nei");
  EXPECT_EQ(value_words("\"Oslo\"", "", bokmaal), "«Oslo»");
}

}  // namespace
}  // namespace hjemmel::explain
