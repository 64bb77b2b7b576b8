// Tests of engine/saved/stream.h.
#include "engine/saved/stream.h"

#include <array>

#include <gtest/gtest.h>

namespace hjemmel::saved {
namespace {

TEST(Stream, numbers_come_back_and_take_a_byte_for_seven_bits) {
  constexpr std::array<std::pair<std::uint64_t, std::size_t>, 7> kNumbers{
      {{0, 1}, {127, 1}, {128, 2}, {16383, 2}, {16384, 3}, {UINT32_MAX, 5}, {UINT64_MAX, 10}}};
  for (auto const& [number, size] : kNumbers) {
    Out out;
    out.number(number);
    std::string const bytes = out.take();
    EXPECT_EQ(bytes.size(), size);
    In in(bytes);
    EXPECT_EQ(in.number(), number);
    EXPECT_FALSE(in.has_failed());
    EXPECT_EQ(in.left(), 0U);
  }
}

TEST(Stream, a_number_has_one_form_and_no_more_than_64_bits) {
  for (std::string const& bytes : {std::string("\x80\x00", 2), std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"),
                                   std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x81\x01"), std::string("\x80")}) {
    In in(bytes);
    EXPECT_EQ(in.number(), 0U);
    EXPECT_TRUE(in.has_failed());
  }
}

TEST(Stream, a_count_is_held_against_what_is_left) {
  std::string const bytes(
      "\x03"
      "abcdef");
  In enough(bytes);
  EXPECT_EQ(enough.count(2), 3U);
  In too_little(bytes);
  EXPECT_EQ(too_little.count(3), 0U);
  EXPECT_TRUE(too_little.has_failed());
  In text(
      "\x07"
      "abcdef");
  EXPECT_EQ(text.text(), "");
  EXPECT_TRUE(text.has_failed());
}

TEST(Stream, what_has_failed_gives_nothing_more) {
  In in("\x01\x02");
  in.fail();
  EXPECT_EQ(in.byte(), 0U);
  EXPECT_EQ(in.number(), 0U);
  EXPECT_EQ(in.left(), 0U);
}

}  // namespace
}  // namespace hjemmel::saved
