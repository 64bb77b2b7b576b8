// Loops: each operation of a kernel over n values, without a branch in it, so that the compiler makes vector instructions of it.
//
// Truths are bytes, 0 or 255; open is a byte mask beside them, and where it is set the truth is 0. Compiled several times, for the
// instructions of older and newer processors: `loops()` gives those of this one. All give the same. Outputs overlap no input.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hjemmel::columns {

inline constexpr std::size_t kWidths = 4;  // as Width says

struct Loops {
  using Mask = std::uint8_t;
  using Compare = void (*)(void const* values, std::int64_t bound, Mask* out, std::size_t n);
  using Pair = void (*)(std::int64_t const* a, std::int64_t const* b, std::int64_t* out, std::size_t n);
  using PairTruth = void (*)(std::int64_t const* a, std::int64_t const* b, Mask* out, std::size_t n);

  std::array<Compare, kWidths> below;
  std::array<Compare, kWidths> above;
  std::array<Compare, kWidths> equals;
  std::array<void (*)(void const* values, std::int64_t* out, std::size_t n), kWidths> widen;
  std::array<void (*)(void const* ordinals, Mask const* set, std::size_t size, Mask* out, std::size_t n), kWidths>
      among;
  // Numbers of 64 bits by ordinal, and of 32 where all fit.
  std::array<void (*)(void const* ordinals, std::int64_t const* table, std::size_t size, std::int64_t* out,
                      std::size_t n),
             kWidths>
      lookup;
  std::array<void (*)(void const* ordinals, std::int64_t const* table, std::size_t size, std::int32_t* out,
                      std::size_t n),
             kWidths>
      lookup_near;
  std::array<void (*)(void const* values, std::int32_t* out, std::size_t n), kWidths> widen_near;
  void (*less_near)(std::int32_t const* a, std::int32_t const* b, Mask* out, std::size_t n);
  PairTruth less;
  PairTruth same;
  Pair add;
  Pair multiply;
  Pair lesser;
  Pair greater;
  void (*scale)(std::int64_t const* a, std::int64_t by, std::int64_t* out, std::size_t n);
  void (*choose)(Mask const* condition, std::int64_t const* then, std::int64_t const* otherwise, std::int64_t* out,
                 std::size_t n);
  void (*conjunction)(Mask const* a, Mask const* b, Mask* out, std::size_t n);
  void (*disjunction)(Mask const* a, Mask const* b, Mask* out, std::size_t n);
  void (*negation)(Mask const* a, Mask* out, std::size_t n);
  // Of each truth also where it is open.
  void (*open_conjunction)(Mask const* a, Mask const* a_open, Mask const* b, Mask const* b_open, Mask* open,
                           std::size_t n);
  void (*open_disjunction)(Mask const* a, Mask const* a_open, Mask const* b, Mask const* b_open, Mask* open,
                           std::size_t n);
  void (*open_negation)(Mask const* a, Mask const* a_open, Mask* out, std::size_t n);
  void (*open_choose)(Mask const* condition, Mask const* then_open, Mask const* else_open, Mask* open, std::size_t n);
  void (*take_out)(Mask const* taken, Mask* from, std::size_t n);
  void (*add_to)(Mask const* added, Mask* to, std::size_t n);
  void (*is_set)(std::uint8_t const* values, Mask* out, std::size_t n);
  void (*count)(Mask const* a, std::uint8_t* sum, std::size_t n);                       // adds 1 where it is set
  void (*collect)(Mask const* a, std::uint8_t bit, std::uint8_t* bits, std::size_t n);  // adds the bit where it is set
  void (*drop)(Mask const* a, std::uint8_t bit, std::uint8_t* bits, std::size_t n);     // takes it out there
  void (*keep)(Mask const* where, std::int64_t const* a, std::int64_t* out, std::size_t n);  // 0 elsewhere
  void (*keep_near)(Mask const* where, std::int32_t const* a, std::int64_t* out, std::size_t n);
  // Whether all, or any, are set between two offsets, for each row; eight bytes behind the last may be read.
  void (*all_between)(Mask const* a, std::uint32_t const* offsets, Mask* out, std::size_t rows);
  void (*any_between)(Mask const* a, std::uint32_t const* offsets, Mask* out, std::size_t rows);
  // How many of the first 0, 1, … n are set: n + 1 numbers. Then over the rows between offsets.
  void (*running_count)(Mask const* a, std::uint32_t* sums, std::size_t n);
  void (*running_total)(std::int64_t const* a, std::int64_t* sums, std::size_t n);
  void (*count_between)(std::uint32_t const* sums, std::uint32_t const* offsets, std::int64_t* out, std::size_t rows);
  void (*total_between)(std::int64_t const* sums, std::uint32_t const* offsets, std::int64_t* out, std::size_t rows);
};

// The ones that this processor runs fastest.
[[nodiscard]] Loops const& loops();

// Each that was compiled and that this processor can run; the first one everywhere. For tests.
[[nodiscard]] std::array<Loops const*, 2> all_loops();

}  // namespace hjemmel::columns
