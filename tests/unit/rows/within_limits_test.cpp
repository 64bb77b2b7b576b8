// Elements within limits against the general way, in each form in which elements lie; and what only the quick way holds: ordinals of no limit.
#include "engine/rows/within_limits.h"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "engine/rows/scalar.h"

namespace hjemmel::rows {
namespace {

constexpr std::uint32_t kMostElements = 6;
constexpr std::uint32_t kStride = 24;

struct Shape {
  Width ordinal = Width::u8;
  Width number = Width::i32;
  bool limit_first = true;  // limit < number, else number < limit
  bool denied = true;
  bool by_pointer = false;
  std::uint32_t readable = 0;
  bool may_be_more = false;
};

struct Held {
  std::byte const* elements = nullptr;
  std::int32_t count = 0;
  std::uint8_t more = 0;
  std::array<std::byte, kMostElements * kStride> inside{};
};

// The nodes of `every element has its number on that side of the limit of its ordinal`; the last one is it.
Kernel kernel_of(Shape const& shape, std::vector<std::int64_t> const& limits, std::vector<std::uint8_t> const& open) {
  Kernel kernel;
  kernel.lookups.push_back({limits, open, true});
  kernel.nodes.push_back({.op = Op::load, .a = 0, .b = 0, .list = 0, .width = shape.ordinal});
  kernel.nodes.push_back({.op = Op::lookup, .a = 0, .b = 0, .list = 0, .width = Width::i64});
  kernel.nodes.push_back({.op = Op::load, .a = 0, .b = 1, .list = 0, .width = shape.number});
  kernel.nodes.push_back(
      {.op = Op::less, .a = shape.limit_first ? 1U : 2U, .b = shape.limit_first ? 2U : 1U, .list = 0});
  kernel.nodes.push_back({.op = Op::negation, .a = 3, .list = 0});
  kernel.nodes.push_back({.op = Op::every, .a = shape.denied ? 4U : 3U, .k = 0});
  return kernel;
}

Layout layout_of(Shape const& shape) {
  ListPlace list;
  list.count = offsetof(Held, count);
  list.count_width = Width::i32;
  list.elements = shape.by_pointer ? offsetof(Held, elements) : offsetof(Held, inside);
  list.by_pointer = shape.by_pointer;
  list.stride = kStride;
  list.open = shape.may_be_more ? static_cast<std::uint32_t>(offsetof(Held, more)) : kNone;
  list.fields = {{8}, {16}};
  list.readable = shape.readable;
  Layout layout;
  layout.lists.push_back(list);
  return layout;
}

void put(Held& held, std::size_t at, std::int64_t ordinal, std::int64_t number) {
  std::memcpy(held.inside.data() + at * kStride + 8, &ordinal, sizeof(ordinal));
  std::memcpy(held.inside.data() + at * kStride + 16, &number, sizeof(number));
}

Truth3 truth_of(WithinLimits const& within, Held const& held) {
  std::int64_t const gap = within.gap(reinterpret_cast<std::byte const*>(&held));
  return gap >= WithinLimits::kUnknownGap ? Truth3::open : static_cast<Truth3>(gap >= 0);
}

// Steps of the elements say together what the truth of all is.
void expect_told(WithinLimits const& within, Held const& held, Truth3 truth) {
  std::array<TraceStep, kMostElements + 1> steps;
  auto const* const row = reinterpret_cast<std::byte const*>(&held);
  ASSERT_LE(within.most_steps(row), kMostElements);
  auto const [end, gap] = within.tell(5, row, steps.data());
  auto const told = static_cast<std::size_t>(end - steps.data());
  EXPECT_EQ(gap, within.gap(row));
  EXPECT_EQ(told, static_cast<std::size_t>(std::max(0, held.count)));
  bool any_no = false;
  bool any_open = held.more != 0;
  for (std::size_t at = 0; at < told; ++at) {
    EXPECT_EQ(steps[at].element, at);
    any_no = any_no || steps[at].truth == Truth3::no;
    any_open = any_open || steps[at].truth == Truth3::open;
  }
  EXPECT_EQ(truth, any_no ? Truth3::no : any_open ? Truth3::open : Truth3::yes);
}

void compare(Shape const& shape) {
  std::vector<std::int64_t> const limits = {-3, 0, 5, 100};
  Kernel const kernel = kernel_of(shape, limits, {0, 0, 255, 0});
  Layout const layout = layout_of(shape);
  auto const within = WithinLimits::make(kernel, layout, 5);
  ASSERT_TRUE(within);
  Scalar scalar(kernel, layout, 5);
  std::mt19937 random(11);
  for (int round = 0; round < 600; ++round) {
    Held held;
    held.elements = held.inside.data();
    held.count = static_cast<std::int32_t>(random() % (kMostElements + 2)) - 1;
    held.more = shape.may_be_more && random() % 4 == 0 ? 1 : 0;
    for (std::size_t at = 0; at < kMostElements; ++at) {
      bool const is_one = static_cast<std::int32_t>(at) < held.count;
      std::size_t const ordinal = random() % (random() % 4 == 0 ? 4 : 2);
      std::int64_t const wanted = limits[ordinal] + static_cast<std::int64_t>(random() % 3) - 1;
      put(held, at, is_one ? static_cast<std::int64_t>(ordinal) : 200, is_one ? wanted : INT64_MIN);
    }
    Cell const expected = scalar.run(reinterpret_cast<std::byte const*>(&held));
    Truth3 const found = truth_of(*within, held);
    ASSERT_EQ(found, expected.open ? Truth3::open : static_cast<Truth3>(expected.value != 0)) << round;
    expect_told(*within, held, found);
  }
}

TEST(WithinLimits, each_form_is_what_the_general_way_says) {
  for (Width const ordinal : {Width::u8, Width::i16, Width::i64}) {
    for (Width const number : {Width::i16, Width::i32, Width::i64}) {
      for (std::uint32_t const readable : {0U, 3U, kMostElements}) {
        for (int bits = 0; bits < 16; ++bits) {
          compare({ordinal, number, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, readable, (bits & 8) != 0});
        }
      }
    }
  }
}

TEST(WithinLimits, an_ordinal_beyond_the_table_is_open_unless_another_element_is_beyond_its_limit) {
  for (Width const ordinal : {Width::u8, Width::i16}) {
    Shape const shape{ordinal, Width::i32};
    auto const within = WithinLimits::make(kernel_of(shape, {10, 20}, {0, 0}), layout_of(shape), 5);
    Held held;
    held.count = 2;
    put(held, 0, 1, 20);
    put(held, 1, 2, 0);
    EXPECT_EQ(truth_of(*within, held), Truth3::open);
    put(held, 0, 1, 21);
    EXPECT_EQ(truth_of(*within, held), Truth3::no);
    put(held, 1, 0, 10);
    EXPECT_EQ(truth_of(*within, held), Truth3::no);
    put(held, 0, 255, 0);
    EXPECT_EQ(truth_of(*within, held), Truth3::open);
  }
}

TEST(WithinLimits, what_is_of_another_shape_is_none) {
  Shape const shape;
  Kernel kernel = kernel_of(shape, {10, 20}, {0, 0});
  EXPECT_FALSE(WithinLimits::make(kernel, layout_of(shape), 3));
  Layout layout = layout_of(shape);
  layout.lists[0].fields[1].open = 20;
  EXPECT_FALSE(WithinLimits::make(kernel, layout, 5)) << "a number that may be open";
  layout = layout_of(shape);
  layout.lists[0].fields[0].offset = kNone;
  EXPECT_FALSE(WithinLimits::make(kernel, layout, 5)) << "an ordinal that the struct does not hold";
  layout = layout_of(shape);
  layout.lists[0].count = kNone;
  EXPECT_FALSE(WithinLimits::make(kernel, layout, 5)) << "a list that the struct does not hold";
  kernel.nodes[1].op = Op::number;
  EXPECT_FALSE(WithinLimits::make(kernel, layout_of(shape), 5)) << "one limit for all";
}

}  // namespace
}  // namespace hjemmel::rows
