// Moments: what is read, what is refused and with which help, and the date at their own offset.
#include "engine/base/moment.h"

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

std::string help_of(std::string_view text) {
  ParsedMoment const parsed = parse_moment(text);
  return parsed.value ? "read as " + to_string(*parsed.value) : std::string(parsed.help);
}

TEST(Moment, reads_local_time_and_offset) {
  EXPECT_EQ(parse_moment("1970-01-01T00:00Z").value, (Moment{0, 0}));
  EXPECT_EQ(parse_moment("1970-01-01T01:00+01:00").value, (Moment{0, 60}));
  EXPECT_EQ(parse_moment("1969-12-31T23:59:59Z").value, (Moment{-1, 0}));
  EXPECT_EQ(parse_moment("1970-01-01T00:00:05-05:30").value, (Moment{5 + 330 * 60, -330}));
  EXPECT_EQ(parse_moment("2026-03-01T14:30+01:00").value->seconds, parse_moment("2026-03-01T13:30Z").value->seconds);
}

TEST(Moment, is_written_as_it_was_read) {
  for (std::string_view const text : {"2026-03-01T14:30+01:00", "2026-03-01T13:30Z", "2026-03-01T00:00:01-12:00",
                                      "1969-12-31T23:59:59+14:00", "0001-01-03T00:00Z", "9999-12-30T23:59:59Z"}) {
    EXPECT_EQ(help_of(text), "read as " + std::string(text));
  }
  EXPECT_EQ(help_of("2026-03-01T14:30:00+00:00"), "read as 2026-03-01T14:30Z");
}

TEST(Moment, has_the_date_of_its_own_place) {
  auto const date = [](std::string_view text) { return to_string(date_of(*parse_moment(text).value)); };
  EXPECT_EQ(date("2026-03-01T00:00+14:00"), "2026-03-01");
  EXPECT_EQ(date("2026-02-28T10:00Z"), "2026-02-28");
  EXPECT_EQ(date("2026-03-01T23:59:59-12:00"), "2026-03-01");
  EXPECT_EQ(date("1969-12-31T23:30+01:00"), "1969-12-31");
}

TEST(Moment, refuses_other_forms_with_help) {
  EXPECT_NE(help_of("2026-03-01").find("2026-03-01T14:30+01:00"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01 14:30+01:00").find("`T`"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30").find("offset"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30+0100").find("`+01:00`"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30+01:00x").find("`+01:00`"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30Zx").find("`Z`"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30+14:01").find("+14:00"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30-12:01").find("-12:00"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30-00:00").find("`Z`"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30:00.5Z").find("whole seconds"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T24:00Z").find("23"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:60Z").find("59"), std::string::npos);
  EXPECT_NE(help_of("2026-03-01T14:30:60Z").find("59"), std::string::npos);
  EXPECT_NE(help_of("2026-02-29T14:30Z").find("does not exist"), std::string::npos);
  EXPECT_NE(help_of("0001-01-01T14:30Z").find("1 to 9999"), std::string::npos);
  EXPECT_NE(help_of("9999-12-31T14:30Z").find("1 to 9999"), std::string::npos);
}

}  // namespace
}  // namespace hjemmel::base
