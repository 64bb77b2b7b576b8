// Tables of facts against each truth by itself: every form that a fact's table can have, on both sides of every limit and at the ends of
// each width, with the loops for every processor, with those for this one, and by native code.
#include "engine/rows/fact_words.h"

#include <algorithm>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "engine/native/tables_source.h"
#include "engine/rows/fact_loops.h"
#include "tests/unit/native/library_of.h"

namespace hjemmel::rows {
namespace {

constexpr std::uint32_t kBytes = 512;

struct Fact {
  std::uint32_t offset = 0;
  Width width = Width::u8;
  std::vector<FactTruth> truths;
};

FactTruth from(std::int64_t least) {
  auto const low = static_cast<std::uint64_t>(least);
  return {true, low, static_cast<std::uint64_t>(INT64_MAX) - low};
}
FactTruth below(std::int64_t bound) {
  auto const low = static_cast<std::uint64_t>(INT64_MIN);
  return {true, low, static_cast<std::uint64_t>(bound) - 1 - low};
}
FactTruth outside(std::int64_t low, std::int64_t high) {
  auto const first = static_cast<std::uint64_t>(high) + 1;
  return {true, first, static_cast<std::uint64_t>(low) - 1 - first};
}
FactTruth among(std::uint64_t set) { return {false, 0, set}; }

void store(Width width, std::int64_t value, std::byte* at) {
  std::memcpy(at, &value, bytes_of(width));  // little end first
}

std::vector<std::int64_t> ends_of(Width width) {
  switch (width) {
    case Width::u8:
      return {0, 1, 2, 127, 128, 254, 255};
    case Width::i16:
      return {INT16_MIN, INT16_MIN + 1, -1, 0, 1, INT16_MAX - 1, INT16_MAX};
    case Width::i32:
      return {INT32_MIN, INT32_MIN + 1, -1, 0, 1, INT32_MAX - 1, INT32_MAX};
    case Width::i64:
      break;
  }
  return {INT64_MIN, INT64_MIN + 1, INT32_MIN, -1, 0, 1, INT32_MAX, INT64_MAX - 1, INT64_MAX};
}

class Checked {
 public:
  // Bits are given to the truths in turn, from `first_bit` on.
  Checked(std::vector<Fact> facts, std::uint32_t first_bit, bool turned, Extent extent = {0, kBytes})
      : facts_(std::move(facts)), bytes_(kBytes) {
    std::uint32_t bit = first_bit;
    for (Fact& fact : facts_) {
      for (FactTruth& truth : fact.truths) {
        truth.word = bit / 64;
        truth.bit = std::uint64_t{1} << (bit % 64);
        start_.resize(truth.word + 1);
        start_[truth.word] |= turned ? truth.bit : 0;
        ++bit;
      }
    }
    words_ = std::make_unique<FactWords>(start_, extent);
    for (Fact const& fact : facts_) {
      EXPECT_TRUE(words_->add(fact.offset, fact.width, fact.truths));
    }
    words_->finish();
  }

  void put(Fact const& fact, std::int64_t value) { store(fact.width, value, bytes_.data() + fact.offset); }

  void expect_same() const {
    std::vector<std::uint64_t> expected = start_;
    expected.resize(words_->words());
    for (Fact const& fact : facts_) {
      for (FactTruth const& truth : fact.truths) {
        expected[truth.word] ^= truth.holds(load(fact.width, bytes_.data() + fact.offset)) ? truth.bit : 0;
      }
    }
    for (FactLoops const* loops : all_fact_loops()) {
      std::vector<std::uint64_t> found(words_->words(), 1);
      run(*loops, words_->view(), bytes_.data(), found.data());
      ASSERT_EQ(found, expected);
    }
    if (native_ != nullptr) {
      std::vector<std::uint64_t> found(words_->words(), 1);
      (void)native_(bytes_.data(), reinterpret_cast<std::uint32_t const*>(words_->view().rows),
                    reinterpret_cast<std::int64_t*>(found.data()));
      ASSERT_EQ(found, expected);
    }
  }

  // From now on it is held against the loops too.
  void compile() {
    library_ = native::library_of(native::write_tables(words_->view()));
    ASSERT_NE(library_, nullptr);
    native_ = native::tables_code(*library_, words_->view());
    ASSERT_NE(native_, nullptr);
  }

  // Every fact around each of its limits, the others as they are drawn.
  void expect_same_around_limits() {
    std::mt19937_64 random(7);
    for (Fact const& fact : facts_) {
      for (std::int64_t const value : values_of(fact)) {
        for (Fact const& other : facts_) {
          std::vector<std::int64_t> const values = values_of(other);
          put(other, values[random() % values.size()]);
        }
        put(fact, value);
        expect_same();
      }
    }
  }

  FactView const& view() const { return words_->view(); }

 private:
  static std::vector<std::int64_t> values_of(Fact const& fact) {
    std::vector<std::int64_t> values = ends_of(fact.width);
    for (FactTruth const& truth : fact.truths) {
      for (std::uint64_t const at : {truth.low, truth.low + truth.span + 1}) {
        for (std::uint64_t const from_it : {UINT64_MAX, std::uint64_t{0}, std::uint64_t{1}}) {
          values.push_back(static_cast<std::int64_t>((truth.between ? at : truth.low + 6) + from_it));
        }
      }
    }
    auto const ends = ends_of(fact.width);
    std::erase_if(values, [&](std::int64_t value) { return value < ends.front() || value > ends.back(); });
    return values;
  }

  std::vector<Fact> facts_;
  std::vector<std::byte> bytes_;
  std::vector<std::uint64_t> start_;
  std::unique_ptr<FactWords> words_;
  std::shared_ptr<native::Library const> library_;
  RowCode::Run native_ = nullptr;
};

// Flags that lie together and apart, bytes, and numbers of each width, near and far apart, some in a row.
std::vector<Fact> of_every_form() {
  std::vector<Fact> facts;
  for (std::uint32_t at = 0; at < 11; ++at) {
    facts.push_back({at == 10 ? 40U : at, Width::u8, {at % 3 == 0 ? below(1) : from(1)}});
  }
  facts.push_back({41, Width::u8, {from(1), below(1), from(1)}});
  for (std::uint32_t at = 0; at < 3; ++at) {
    facts.push_back({20 + at, Width::u8, {among(0b101101), from(4), outside(2, 3)}});
  }
  facts.push_back({24, Width::u8, {from(200), below(3), from(256)}});
  facts.push_back({50, Width::i16, {from(-3), below(7)}});
  facts.push_back({53, Width::i16, {from(-30000), below(30000), from(40000)}});
  for (std::uint32_t at = 0; at < 11; ++at) {
    facts.push_back({60 + 4 * at, Width::i32, {from(1000 * at), below(100'000 + at), outside(-70'000, 80'000)}});
  }
  facts.push_back({111, Width::i32, {from(INT32_MAX), below(INT32_MIN + 1), from(std::int64_t{INT32_MAX} + 1)}});
  facts.push_back({120, Width::i32, {from(18), below(25)}});
  facts.push_back({128, Width::i64, {from(INT64_MAX), below(INT64_MIN + 1), outside(-5, 5'000'000'000)}});
  facts.push_back({kBytes - 6, Width::u8, {from(1)}});
  facts.push_back({kBytes - 5, Width::u8, {from(1)}});
  facts.push_back({kBytes - 4, Width::i32, {from(123'456)}});
  return facts;
}

TEST(FactWords, every_form_at_every_limit_in_rows_of_each_size) {
  for (std::uint32_t const first_bit : {0U, 1U, 40U, 64U, 128U, 192U, 300U, 450U, 900U}) {
    for (bool const turned : {false, true}) {
      Checked checked(of_every_form(), first_bit, turned);
      if (turned) {
        checked.compile();
      }
      checked.expect_same_around_limits();
    }
  }
}

TEST(FactWords, each_fact_by_itself_in_a_struct_that_holds_nothing_else) {
  for (Fact const& fact : of_every_form()) {
    auto const bytes = static_cast<std::uint32_t>(bytes_of(fact.width));
    Checked checked({fact}, 0, false, {fact.offset, fact.offset + bytes});
    checked.expect_same_around_limits();
  }
}

TEST(FactWords, flags_are_what_is_not_0_and_are_read_together) {
  std::vector<Fact> facts;
  for (std::uint32_t at = 0; at < 20; ++at) {
    facts.push_back({100 + at, Width::u8, {from(1)}});
  }
  Checked checked(facts, 0, false, {100, 120});
  EXPECT_EQ(checked.view().flags_end - checked.view().flags, 3);
  EXPECT_EQ(checked.view().direct_end[0] - checked.view().direct[0], 0);
  for (int const value : {0, 1, 2, 127, 128, 255}) {
    for (Fact const& fact : facts) {
      checked.put(fact, value);
      checked.expect_same();
    }
  }
}

TEST(FactWords, numbers_in_a_row_are_counted_together_also_at_the_end_of_the_struct) {
  std::vector<Fact> facts;
  for (std::uint32_t at = 0; at < 12; ++at) {
    facts.push_back({100 + 4 * at, Width::i32, {from(1000), below(9'000'000 + at)}});
  }
  Checked whole(facts, 0, false, {100, 148});
  EXPECT_EQ(whole.view().lanes_end - whole.view().lanes, 2);
  whole.compile();
  whole.expect_same_around_limits();
  facts.resize(7);
  Checked small(facts, 0, false, {100, 128});
  EXPECT_EQ(small.view().lanes_end - small.view().lanes, 0) << "eight are read at once";
  EXPECT_EQ(small.view().counted_end - small.view().counted, 7);
  small.compile();
  small.expect_same_around_limits();
}

// So many truths that each holds from another number on.
std::vector<FactTruth> steps(std::size_t count) {
  std::vector<FactTruth> truths;
  for (std::size_t at = 0; at < count; ++at) {
    FactTruth truth = from(static_cast<std::int64_t>(1'000'000 * (at + 1)));
    truth.word = static_cast<std::uint32_t>(at / 64);
    truth.bit = std::uint64_t{1} << (at % 64);
    truths.push_back(truth);
  }
  return truths;
}

TEST(FactWords, classes_of_one_fact_are_capped) {
  for (std::size_t const more : {0U, 1U}) {
    FactWords words(std::vector<std::uint64_t>(8), {0, kBytes});
    EXPECT_EQ(words.add(0, Width::i32, steps(kMostClasses - 1 + more)), more == 0);
  }
}

// 64 rows of 256 bytes a fact.
TEST(FactWords, bytes_of_all_tables_are_capped) {
  std::size_t const facts = kMostRowBytes / (64 * 256);
  FactWords words(std::vector<std::uint64_t>(32), {0, kBytes});
  for (std::size_t at = 0; at < facts; ++at) {
    ASSERT_TRUE(words.add(static_cast<std::uint32_t>(at * 8), Width::i64, steps(63)));
  }
  EXPECT_EQ(words.bytes(), kMostRowBytes);
  EXPECT_FALSE(words.add(static_cast<std::uint32_t>(facts * 8), Width::i64, steps(1)));
  words.finish();
  EXPECT_EQ(words.bytes(), kMostRowBytes);
}

// A row for each number, of one word: as many numbers as fill the table, and one more.
TEST(FactWords, a_table_by_number_is_capped) {
  constexpr std::int64_t kNumbers = kMostDirectBytes / sizeof(std::uint64_t);
  for (std::int64_t const more : {0, 1}) {
    Checked checked({{0, Width::i32, {from(10), from(10 + kNumbers - 2 + more)}}}, 0, false);
    EXPECT_EQ(checked.view().direct_end[2] - checked.view().direct[2], 1 - more);
    checked.expect_same_around_limits();
  }
}

}  // namespace
}  // namespace hjemmel::rows
