// Counts with their marks.
#include "engine/base/thousands.h"

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

TEST(Thousands, every_third_digit_from_the_right_has_a_comma_before_it) {
  EXPECT_EQ(in_thousands(0), "0");
  EXPECT_EQ(in_thousands(999), "999");
  EXPECT_EQ(in_thousands(1000), "1,000");
  EXPECT_EQ(in_thousands(123456), "123,456");
  EXPECT_EQ(in_thousands(1234567), "1,234,567");
  EXPECT_EQ(in_thousands(UINT64_MAX), "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace hjemmel::base
