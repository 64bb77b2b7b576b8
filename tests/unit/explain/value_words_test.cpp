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

TEST(ValueWords, moments_are_told_by_the_clock) {
  EXPECT_EQ(localized("2023-12-01T15:00+01:00", Language::bokmaal), "1. desember 2023 kl. 15.00");
  EXPECT_EQ(localized("2023-12-01T15:00+01:00", Language::english), "1 December 2023 at 15:00");
  EXPECT_EQ(localized("between 2023-07-01T08:30:05+02:00 and 2023-07-02T00:00Z", Language::bokmaal),
            "mellom 1. juli 2023 kl. 08.30.05 og 2. juli 2023 kl. 00.00 (UTC)");
  EXPECT_EQ(localized("2023-07-01T08:30+01:00", Language::english), "1 July 2023 at 08:30 (UTC+01:00)");
  EXPECT_EQ(localized("2023-07-01T08:30-05:00.", Language::bokmaal), "1. juli 2023 kl. 08.30 (UTC-05:00).");
}

TEST(ValueWords, summer_time_begins_and_ends_on_a_sunday) {
  EXPECT_EQ(localized("2026-03-29T01:59+01:00", Language::english), "29 March 2026 at 01:59");
  EXPECT_EQ(localized("2026-03-29T03:00+02:00", Language::english), "29 March 2026 at 03:00");
  EXPECT_EQ(localized("2026-03-29T02:00+01:00", Language::english), "29 March 2026 at 02:00 (UTC+01:00)");
  EXPECT_EQ(localized("2026-10-25T02:59+02:00", Language::english), "25 October 2026 at 02:59");
  EXPECT_EQ(localized("2026-10-25T03:00+02:00", Language::english), "25 October 2026 at 03:00 (UTC+02:00)");
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
