// Each loop against the obvious one, for every set of loops that this processor can run.
#include "engine/columns/loops/loops.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::columns {
namespace {

using Mask = Loops::Mask;

constexpr std::size_t kValues = 1000;  // no multiple of what a vector holds
constexpr Mask kSet = 255;

template <class T>
std::vector<T> drawn(std::uint32_t seed, std::int64_t least, std::int64_t most) {
  std::mt19937_64 draw(seed);
  std::vector<T> values(kValues);
  for (T& value : values) {
    value = static_cast<T>(least + static_cast<std::int64_t>(draw() % static_cast<std::uint64_t>(most - least + 1)));
  }
  return values;
}

std::vector<Mask> drawn_masks(std::uint32_t seed) {
  std::vector<Mask> masks = drawn<Mask>(seed, 0, 3);
  for (Mask& mask : masks) {
    mask = mask == 0 ? 0 : kSet;
  }
  return masks;
}

template <class T>
void compare_with(Loops const& loops, std::size_t width) {
  std::int64_t const least = std::numeric_limits<T>::min();
  std::int64_t const most = std::numeric_limits<T>::max();
  std::vector<T> values = drawn<T>(7, std::max<std::int64_t>(least, -40), std::min<std::int64_t>(most, 200));
  values[0] = static_cast<T>(least);
  values[1] = static_cast<T>(most);
  for (std::int64_t const bound :
       {least, least + (least == INT64_MIN ? 1 : -1), most, std::int64_t{0}, std::int64_t{17}, std::int64_t{300},
        std::int64_t{INT64_MAX}, std::int64_t{INT64_MIN}}) {
    std::vector<Mask> below(kValues);
    std::vector<Mask> above(kValues);
    std::vector<Mask> equals(kValues);
    loops.below[width](values.data(), bound, below.data(), kValues);
    loops.above[width](values.data(), bound, above.data(), kValues);
    loops.equals[width](values.data(), bound, equals.data(), kValues);
    std::vector<std::uint8_t> bits(kValues, 0x40);
    loops.bit_below[width](values.data(), bound, 1, bits.data(), kValues);
    loops.bit_above[width](values.data(), bound, 2, bits.data(), kValues);
    loops.bit_equals[width](values.data(), bound, 4, bits.data(), kValues);
    loops.bit_differs[width](values.data(), bound, 8, bits.data(), kValues);
    for (std::size_t i = 0; i < kValues; ++i) {
      auto const value = static_cast<std::int64_t>(values[i]);
      int const told = (value < bound ? 1 : 0) | (value > bound ? 2 : 0) | (value == bound ? 4 : 8);
      ASSERT_EQ(bits[i], 0x40 | told) << value << " and " << bound;
      ASSERT_EQ(below[i] == kSet, value < bound) << value << " and " << bound;
      ASSERT_EQ(above[i] == kSet, value > bound) << value << " and " << bound;
      ASSERT_EQ(equals[i] == kSet, value == bound) << value << " and " << bound;
    }
  }
}

TEST(Loops, comparisons_hold_at_the_ends_of_each_width) {
  for (Loops const* loops : all_loops()) {
    compare_with<std::uint8_t>(*loops, 0);
    compare_with<std::int16_t>(*loops, 1);
    compare_with<std::int32_t>(*loops, 2);
    compare_with<std::int64_t>(*loops, 3);
  }
}

TEST(Loops, sets_of_few_of_all_but_few_and_of_many_values) {
  std::vector<std::uint8_t> const ordinals = drawn<std::uint8_t>(3, 0, 19);
  for (std::vector<std::size_t> const& in : std::vector<std::vector<std::size_t>>{
           {}, {0}, {19}, {1, 5, 7, 19}, {1, 5, 7, 11, 19}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}) {
    for (bool const inverted : {false, true}) {
      std::vector<Mask> set(20, inverted ? kSet : 0);
      for (std::size_t const ordinal : in) {
        set[ordinal] = inverted ? 0 : kSet;
      }
      for (Loops const* loops : all_loops()) {
        std::vector<Mask> out(kValues);
        loops->among[0](ordinals.data(), set.data(), set.size(), out.data(), kValues);
        std::vector<std::uint8_t> bits(kValues, 0x40);
        loops->bit_among[0](ordinals.data(), set.data(), set.size(), true, 1, bits.data(), kValues);
        loops->bit_among[0](ordinals.data(), set.data(), set.size(), false, 2, bits.data(), kValues);
        for (std::size_t i = 0; i < kValues; ++i) {
          ASSERT_EQ(out[i], set[ordinals[i]]);
          ASSERT_EQ(bits[i], 0x40 | (set[ordinals[i]] != 0 ? 1 : 2));
        }
      }
    }
  }
}

// Sets as large as a register of the newer processors has places, and one more.
TEST(Loops, sets_at_the_ends_of_registers) {
  for (std::size_t const size : {15U, 16U, 17U, 63U, 64U, 65U, 255U}) {
    std::vector<std::uint8_t> const ordinals = drawn<std::uint8_t>(3, 0, static_cast<std::int64_t>(size) - 1);
    std::vector<Mask> set(size);
    for (std::size_t ordinal = 0; ordinal < size; ++ordinal) {
      set[ordinal] = ordinal % 3 == 0 || ordinal + 1 == size ? kSet : 0;
    }
    for (Loops const* loops : all_loops()) {
      for (std::size_t const n : {std::size_t{1}, std::size_t{64}, kValues}) {
        std::vector<std::uint8_t> bits(kValues, 0);
        loops->bit_among[0](ordinals.data(), set.data(), size, true, 0x80, bits.data(), n);
        for (std::size_t i = 0; i < kValues; ++i) {
          ASSERT_EQ(bits[i], i < n && set[ordinals[i]] != 0 ? 0x80 : 0) << size;
        }
      }
    }
  }
}

TEST(Loops, tables_of_one_entry_to_more_than_registers_hold) {
  for (std::size_t size = 1; size <= 40; ++size) {
    std::vector<std::uint8_t> const ordinals = drawn<std::uint8_t>(5, 0, static_cast<std::int64_t>(size) - 1);
    std::vector<std::int64_t> table = {3, -8, 1'000'000, 0, 77, INT32_MIN, INT32_MAX};
    for (std::int64_t entry = 7; entry < 40; ++entry) {
      table.push_back(entry * entry * (entry % 2 == 0 ? -1000 : 1000));
    }
    for (Loops const* loops : all_loops()) {
      std::vector<std::int64_t> wide(kValues);
      std::vector<std::int32_t> near(kValues);
      loops->lookup[0](ordinals.data(), table.data(), size, wide.data(), kValues);
      loops->lookup_near[0](ordinals.data(), table.data(), size, near.data(), kValues);
      for (std::size_t i = 0; i < kValues; ++i) {
        ASSERT_EQ(wide[i], table[ordinals[i]]);
        ASSERT_EQ(near[i], table[ordinals[i]]);
      }
    }
  }
}

TEST(Loops, bytes_by_a_table_of_all_bytes) {
  std::vector<std::uint8_t> const bytes = drawn<std::uint8_t>(17, 0, 255);
  std::vector<std::uint8_t> const table = drawn<std::uint8_t>(19, 0, 255);
  for (Loops const* loops : all_loops()) {
    for (std::size_t const n : {std::size_t{1}, std::size_t{64}, std::size_t{65}, kValues}) {
      std::vector<std::uint8_t> out(kValues, 7);
      std::vector<std::uint8_t> in_place = bytes;
      loops->translate(bytes.data(), table.data(), out.data(), n);
      loops->translate(in_place.data(), table.data(), in_place.data(), n);
      for (std::size_t i = 0; i < kValues; ++i) {
        ASSERT_EQ(out[i], i < n ? table[bytes[i]] : 7);
        ASSERT_EQ(in_place[i], i < n ? table[bytes[i]] : bytes[i]);
      }
    }
  }
}

TEST(Loops, bits_of_masks_and_what_they_keep) {
  std::vector<Mask> const masks = drawn_masks(23);
  std::vector<std::int32_t> const near = drawn<std::int32_t>(29, -1000, 1000);
  std::vector<std::int64_t> const wide = drawn<std::int64_t>(31, -1000, 1000);
  for (Loops const* loops : all_loops()) {
    std::vector<std::uint8_t> bits(kValues, 1);
    loops->bit_set(masks.data(), 4, bits.data(), kValues);
    loops->bit_clear(masks.data(), 8, bits.data(), kValues);
    std::vector<Mask> has(kValues);
    loops->has_bit(bits.data(), 4, has.data(), kValues);
    std::vector<std::int32_t> kept_near(kValues);
    std::vector<std::int64_t> kept(kValues);
    loops->keep_near(bits.data(), 4, near.data(), kept_near.data(), kValues);
    loops->keep(bits.data(), 8, wide.data(), kept.data(), kValues);
    std::vector<std::int32_t> sum = near;
    loops->add_near(kept_near.data(), sum.data(), kValues);
    std::vector<std::int32_t> more = near;
    loops->add_kept(bits.data(), 8, near.data(), more.data(), kValues);
    for (std::size_t i = 0; i < kValues; ++i) {
      ASSERT_EQ(bits[i], masks[i] != 0 ? 5 : 9);
      ASSERT_EQ(has[i], masks[i]);
      ASSERT_EQ(kept_near[i], masks[i] != 0 ? near[i] : 0);
      ASSERT_EQ(kept[i], masks[i] != 0 ? 0 : wide[i]);
      ASSERT_EQ(sum[i], near[i] + kept_near[i]);
      ASSERT_EQ(more[i], masks[i] != 0 ? near[i] : 2 * near[i]);
    }
  }
}

// Kleene's three values of each operand, the open one with truth 0.
TEST(Loops, connectives_are_kleenes) {
  std::vector<Mask> const truths = {0, kSet, 0};
  std::vector<Mask> const opens = {0, 0, kSet};
  for (Loops const* loops : all_loops()) {
    for (std::size_t a = 0; a < 3; ++a) {
      for (std::size_t b = 0; b < 3; ++b) {
        Mask open = 1;
        loops->open_conjunction(&truths[a], &opens[a], &truths[b], &opens[b], &open, 1);
        bool const falsified = a == 0 || b == 0;
        EXPECT_EQ(open == kSet, !falsified && (a == 2 || b == 2));
        loops->open_disjunction(&truths[a], &opens[a], &truths[b], &opens[b], &open, 1);
        EXPECT_EQ(open == kSet, a != 1 && b != 1 && (a == 2 || b == 2));
      }
      Mask negated = 1;
      loops->open_negation(&truths[a], &opens[a], &negated, 1);
      EXPECT_EQ(negated == kSet, a == 0);
    }
  }
}

void compare_rows(std::vector<std::uint32_t> const& offsets, std::vector<Mask> const& masks, std::size_t rows,
                  std::uint32_t first) {
  for (Loops const* loops : all_loops()) {
    std::vector<Mask> all(rows);
    std::vector<Mask> any(rows);
    loops->all_between(masks.data(), offsets.data(), all.data(), rows);
    loops->any_between(masks.data(), offsets.data(), any.data(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
      auto const begin = masks.begin() + (offsets[row] - first);
      auto const end = masks.begin() + (offsets[row + 1] - first);
      ASSERT_EQ(all[row] == kSet, std::all_of(begin, end, [](Mask mask) { return mask == kSet; }));
      ASSERT_EQ(any[row] == kSet, std::any_of(begin, end, [](Mask mask) { return mask == kSet; }));
    }
    std::vector<std::uint32_t> counts(kValues + 1);
    std::vector<std::int64_t> between(rows);
    loops->running_count(masks.data(), counts.data(), kValues);
    loops->count_between(counts.data(), offsets.data(), between.data(), rows);
    for (std::size_t row = 0; row < rows; ++row) {
      auto const begin = masks.begin() + (offsets[row] - first);
      ASSERT_EQ(between[row], std::count(begin, begin + (offsets[row + 1] - offsets[row]), kSet));
    }
  }
}

TEST(Loops, rows_of_none_to_twenty_elements) {
  std::vector<std::uint32_t> offsets = {0};
  std::mt19937 draw(11);
  while (offsets.back() < kValues - 30) {
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(draw() % (draw() % 4 == 0 ? 21 : 4)));
  }
  std::size_t const rows = offsets.size() - 1;
  std::vector<Mask> masks = drawn_masks(13);
  masks.resize(kValues + sizeof(std::uint64_t));
  compare_rows(offsets, masks, rows, 0);
  for (std::uint32_t& offset : offsets) {  // a slice of longer columns
    offset += 5000;
  }
  compare_rows(offsets, masks, rows, 5000);
}

TEST(Loops, rows_of_at_most_four_elements) {
  std::vector<std::uint32_t> offsets = {0};
  std::mt19937 draw(37);
  while (offsets.back() < kValues - 10) {
    bool const longer = draw() % 200 == 0;  // a few rows among them have more
    offsets.push_back(offsets.back() + static_cast<std::uint32_t>(longer ? 5 : draw() % 5));
  }
  std::vector<Mask> masks = drawn_masks(41);
  masks.resize(kValues + sizeof(std::uint64_t));
  compare_rows(offsets, masks, offsets.size() - 1, 0);
}

}  // namespace
}  // namespace hjemmel::columns
