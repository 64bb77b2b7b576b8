// Suggestions: what a slip of the finger finds, and what it must not.
#include "engine/base/nearest_name.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

std::vector<std::string> const& names() {
  static std::vector<std::string> const kNames{"act_date", "act", "holding", "acquisition", "use", "seizures"};
  return kNames;
}

TEST(NearestName, finds_the_name_that_was_meant) {
  EXPECT_EQ(nearest_name("act_dat", names()), "act_date");
  EXPECT_EQ(nearest_name("act_dtae", names()), "act_date");
  EXPECT_EQ(nearest_name("hodling", names()), "holding");
  EXPECT_EQ(nearest_name("hold", names()), "");
  EXPECT_EQ(nearest_name("aquisition", names()), "acquisition");
  EXPECT_EQ(nearest_name("us", names()), "use");
  EXPECT_EQ(nearest_name("seizure", names()), "seizures");
}

TEST(NearestName, is_silent_when_nothing_is_near) {
  EXPECT_EQ(nearest_name("storage", names()), "");
  EXPECT_EQ(nearest_name("", names()), "");
  EXPECT_EQ(nearest_name("x", std::vector<std::string>{"y"}), "");
  EXPECT_EQ(nearest_name("anything", {}), "");
  EXPECT_EQ(nearest_name(std::string(5000, 'a'), std::vector<std::string>{std::string(4999, 'a')}), "");
}

TEST(NearestName, counts_letters_and_not_bytes) {
  std::vector<std::string> const bokmaal{"når", "så", "går foran"};
  EXPECT_EQ(nearest_name("nar", bokmaal), "når");
  EXPECT_EQ(nearest_name("sa", bokmaal), "så");
  EXPECT_EQ(nearest_name("ø", std::vector<std::string>{"å"}), "");
}

TEST(NearestName, takes_the_first_of_equally_near_names) {
  EXPECT_EQ(nearest_name("cab", std::vector<std::string>{"cat", "car"}), "cat");
}

}  // namespace
}  // namespace hjemmel::base
