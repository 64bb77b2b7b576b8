// The registry of kinds, and the sink.
#include "engine/diag/diagnostic.h"

#include <set>
#include <string_view>

#include <gtest/gtest.h>

namespace hjemmel::diag {
namespace {

TEST(Diagnostic, every_kind_has_a_name_of_its_own) {
  std::set<std::string_view> names;
  std::size_t kinds = 0;
#define DIAG(name, severity)           \
  names.insert(kind_name(Kind::name)); \
  ++kinds;
#include "engine/diag/diag_kind.def"
#undef DIAG
  EXPECT_EQ(names.size(), kinds);
  EXPECT_EQ(kind_name(Kind::duplicate_key), "duplicate_key");
  EXPECT_EQ(severity(Kind::duplicate_key), Severity::error);
}

TEST(Sink, sorts_by_place_and_keeps_what_has_none_last) {
  source::FileId const first{0U};
  source::FileId const second{1U};
  Sink sink;
  sink.add(Kind::duplicate_key, {}, "nowhere");
  sink.add(Kind::duplicate_key, {second, 1, 2}, "second file");
  sink.add(Kind::duplicate_key, {first, 9, 10}, "later");
  sink.add(Kind::duplicate_key, {first, 3, 4}, "earlier");
  sink.add(Kind::too_deep, {first, 3, 4}, "same place, told later");
  sink.sort();
  std::string order;
  for (Diagnostic const& diagnostic : sink.all()) {
    order += diagnostic.message + ", ";
  }
  EXPECT_EQ(order, "earlier, same place, told later, later, second file, nowhere, ");
}

TEST(Sink, counts_what_it_does_not_keep) {
  Sink sink;
  for (std::size_t i = 0; i <= Sink::kMax; ++i) {
    sink.add(Kind::duplicate_key, {}, "again");
  }
  EXPECT_EQ(sink.all().size(), Sink::kMax);
  EXPECT_EQ(sink.dropped(), 1U);
  EXPECT_EQ(sink.errors(), Sink::kMax + 1);
  EXPECT_EQ(sink.warnings(), 0U);
}

TEST(Sink, takes_what_another_collected_as_if_it_had_come_here) {
  Sink first;
  Sink second;
  for (std::size_t at = 0; at < Sink::kMax + 5; ++at) {
    second.add(Kind::uncited_rule, {}, std::to_string(at));
  }
  first.add(Kind::unknown_name, {}, "an error");
  first.add_all(second);
  EXPECT_EQ(first.errors(), 1U);
  EXPECT_EQ(first.warnings(), Sink::kMax + 5);
  ASSERT_EQ(first.all().size(), Sink::kMax);
  EXPECT_EQ(first.all()[1].message, "0");
  EXPECT_EQ(first.dropped(), 6U);
  first.drop_warnings(2);
  EXPECT_EQ(first.warnings(), Sink::kMax + 7);
  EXPECT_EQ(first.dropped(), 8U);
}

}  // namespace
}  // namespace hjemmel::diag
