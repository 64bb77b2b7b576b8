// Tests of criteria.h over kernels made by hand: bounds, sets, what hangs on two facts, what is open, and what is taken at all.
#include "engine/rows/criteria.h"

#include <array>

#include <gtest/gtest.h>

namespace hjemmel::rows {
namespace {

constexpr std::uint32_t kFlag = 0;
constexpr std::uint32_t kNumber = 1;
constexpr std::uint32_t kChoice = 2;

struct Row {
  std::uint8_t flag = 0;
  std::uint8_t choice = 0;
  std::uint8_t number_open = 0;
  std::int32_t number = 0;
};

std::vector<HostField> fields() {
  return {{{offsetof(Row, flag)}, Width::u8},
          {{offsetof(Row, number), offsetof(Row, number_open)}, Width::i32},
          {{offsetof(Row, choice)}, Width::u8}};
}

class Made {
 public:
  Made() {
    kernel.slots.scalars = {columns::Slot{Width::u8, 0, 0, 1}, columns::Slot{Width::i16, 0, 0, 999},
                            columns::Slot{Width::u8, 0, 0, 3}};
    kernel.decisions.resize(1);
  }

  std::uint32_t add(Op op, std::uint32_t a = kNone, std::uint32_t b = kNone, std::int64_t k = 0) {
    Node node;
    node.op = op;
    node.a = a;
    node.b = b;
    node.k = k;
    kernel.nodes.push_back(node);
    return static_cast<std::uint32_t>(kernel.nodes.size() - 1);
  }
  void add_service(std::vector<std::uint32_t> criteria) { kernel.services.push_back({0, std::move(criteria)}); }

  CriteriaTable table() const {
    std::vector<std::uint32_t> all;
    for (std::uint32_t at = 0; at < kernel.services.size(); ++at) {
      all.push_back(at);
    }
    return criteria_of(kernel, all);
  }

  Kernel kernel;
};

struct Found {
  std::uint64_t failed = 0;
  std::uint64_t open = 0;
  friend bool operator==(Found const&, Found const&) = default;
};

Found check(CriteriaTable const& table, Row const& row, std::vector<HostField> places = fields()) {
  EXPECT_TRUE(is_sound(view_of(table)));
  Criteria criteria(view_of(table), std::move(places));
  criteria.check(&row);
  return {criteria.failed(0), criteria.open(0)};
}

TEST(Criteria, numbers_below_at_and_above_a_limit) {
  Made made;
  std::uint32_t const number = made.add(Op::load, kNumber);
  std::uint32_t const below = made.add(Op::below, number, kNone, 500);
  made.add_service({below, made.add(Op::negation, below), made.add(Op::above, number, kNone, 500),
                    made.add(Op::equals, number, kNone, 500)});
  CriteriaTable const table = made.table();
  EXPECT_EQ(table.computed.roots.size(), 0U);
  EXPECT_EQ(check(table, {0, 0, 0, 499}), (Found{0b1110, 0}));
  EXPECT_EQ(check(table, {0, 0, 0, 500}), (Found{0b0101, 0}));
  EXPECT_EQ(check(table, {0, 0, 0, 501}), (Found{0b1001, 0}));
}

TEST(Criteria, a_number_that_its_slot_does_not_hold_is_open) {
  Made made;
  made.add_service({made.add(Op::below, made.add(Op::load, kNumber), kNone, 500)});
  CriteriaTable const table = made.table();
  EXPECT_EQ(check(table, {0, 0, 0, -1}), (Found{0, 1}));
  EXPECT_EQ(check(table, {0, 0, 0, 0}), (Found{0, 0}));
  EXPECT_EQ(check(table, {0, 0, 0, 999}), (Found{1, 0}));
  EXPECT_EQ(check(table, {0, 0, 0, 1000}), (Found{0, 1}));
  EXPECT_EQ(check(table, {0, 0, 1, 7}), (Found{0, 1}));
  EXPECT_EQ(check(table, {0, 0, 0, 7}, std::vector<HostField>(3)), (Found{0, 1}));  // it lies nowhere
}

TEST(Criteria, sets_and_what_hangs_on_two_facts) {
  Made made;
  made.kernel.sets = {{0, 255, 0, 255}};
  std::uint32_t const among = made.add(Op::among, made.add(Op::load, kChoice), 0);
  std::uint32_t const flag = made.add(Op::is_set, made.add(Op::load, kFlag));
  std::uint32_t const small = made.add(Op::below, made.add(Op::load, kNumber), kNone, 10);
  std::uint32_t const both = made.add(Op::conjunction, among, small);
  made.add_service({among, flag, both, made.add(Op::disjunction, flag, both)});
  CriteriaTable const table = made.table();
  EXPECT_EQ(table.computed.roots.size(), 2U);
  EXPECT_EQ(check(table, {1, 3, 0, 5}), (Found{0, 0}));
  EXPECT_EQ(check(table, {0, 3, 0, 50}), (Found{0b1110, 0}));
  EXPECT_EQ(check(table, {0, 2, 1, 0}), (Found{0b1111, 0}));  // that the number is open says nothing
  EXPECT_EQ(check(table, {1, 1, 1, 0}), (Found{0, 0b0100}));
  EXPECT_EQ(check(table, {1, 4, 0, 5}), (Found{0, 0b0101}));  // no value of the choice
}

TEST(Criteria, a_service_is_left_out_that_reckons_or_has_no_code) {
  Made made;
  std::uint32_t const number = made.add(Op::load, kNumber);
  made.add_service({made.add(Op::below, made.add(Op::add, number, number), kNone, 10)});
  made.add_service({made.add(Op::below, number, kNone, 10)});
  made.add_service({});
  EXPECT_EQ(made.table().services, std::vector<std::uint32_t>{1});
  made.kernel.decisions[0].refused = "it reads other decisions";
  EXPECT_TRUE(made.table().services.empty());
}

TEST(Criteria, what_points_outside_is_not_sound) {
  Made made;
  made.kernel.sets = {{0, 255, 0, 255}};
  std::uint32_t const among = made.add(Op::among, made.add(Op::load, kChoice), 0);
  std::uint32_t const flag = made.add(Op::is_set, made.add(Op::load, kFlag));
  made.add_service({flag, made.add(Op::conjunction, among, flag)});
  CriteriaTable const good = made.table();
  ASSERT_TRUE(is_sound(view_of(good)));
  auto const is_sound_with = [&](auto change) {
    CriteriaTable table = good;
    change(table);
    return is_sound(view_of(table));
  };
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.ends[0] = 3; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.ends[0] = 1; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.tests[0].place = 4; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.tests[0].kind = CriterionTest::Kind(2); }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.roots[0] = 5; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.nodes.back().a = 4; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.sets[0].pop_back(); }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.sets.clear(); }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.nodes[0].a = 3; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.nodes[0].op = Op::add; }));
  EXPECT_FALSE(is_sound_with([](CriteriaTable& table) { table.computed.kernel.slots.scalars[0].reset(); }));
}

// A word has a bit for each criterion.
TEST(Criteria, a_service_has_at_most_kMostCriteria) {
  Made made;
  std::uint32_t const flag = made.add(Op::is_set, made.add(Op::load, kFlag));
  made.add_service(std::vector<std::uint32_t>(columns::kMostCriteria, flag));
  CriteriaTable table = made.table();
  EXPECT_EQ(check(table, {}), (Found{UINT64_MAX, 0}));
  table.tests.push_back(table.tests.back());
  table.ends[0] += 1;
  EXPECT_FALSE(is_sound(view_of(table)));
}

}  // namespace
}  // namespace hjemmel::rows
