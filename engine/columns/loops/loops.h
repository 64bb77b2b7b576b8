// Loops: each operation of a kernel over n values, without a branch in it, so that the compiler makes vector instructions of it.
//
// Truths are bytes, 0 or 255; open is a byte mask beside them, and where it is set the truth is 0. Compiled several times, for the
// instructions of older and newer processors: `loops()` gives those of this one. All give the same. Outputs overlap no input but
// where it is said. Tested in tests/unit/columns/loops_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hjemmel::columns {

inline constexpr std::size_t kWidths = 4;  // as Width says

struct Loops {
  using Mask = std::uint8_t;
  template <class Loop>
  using ByWidth = std::array<Loop*, kWidths>;
  using Compare = void(void const* values, std::int64_t bound, Mask* out, std::size_t n);
  using BitOfCompare = void(void const* values, std::int64_t bound, std::uint8_t bit, std::uint8_t* bits,
                            std::size_t n);
  using Pair = void(std::int64_t const* a, std::int64_t const* b, std::int64_t* out, std::size_t n);
  using PairTruth = void(std::int64_t const* a, std::int64_t const* b, Mask* out, std::size_t n);
  template <class Out>
  using Lookup = void(void const* ordinals, std::int64_t const* table, std::size_t size, Out* out, std::size_t n);
  template <class T>
  using Keep = void(std::uint8_t const* bits, std::uint8_t bit, T const* a, T* out, std::size_t n);
  using OverRows = void(Mask const* a, std::uint32_t const* offsets, Mask* out, std::size_t rows);

  ByWidth<Compare> below;
  ByWidth<Compare> above;
  ByWidth<Compare> equals;
  ByWidth<void(void const* ordinals, Mask const* set, std::size_t size, Mask* out, std::size_t n)> among;
  // The same; each truth adds its bit to a byte.
  ByWidth<BitOfCompare> bit_below;
  ByWidth<BitOfCompare> bit_above;
  ByWidth<BitOfCompare> bit_equals;
  ByWidth<BitOfCompare> bit_differs;
  ByWidth<void(void const* ordinals, Mask const* set, std::size_t size, bool truth, std::uint8_t bit,
               std::uint8_t* bits, std::size_t n)>
      bit_among;  // truth: that it is in the set; else that it is not
  void (*bit_set)(Mask const* a, std::uint8_t bit, std::uint8_t* bits, std::size_t n);    // where it is set
  void (*bit_clear)(Mask const* a, std::uint8_t bit, std::uint8_t* bits, std::size_t n);  // where it is not

  ByWidth<void(void const* values, std::int64_t* out, std::size_t n)> widen;
  ByWidth<void(void const* values, std::int32_t* out, std::size_t n)> widen_near;
  // Another value where it is open.
  ByWidth<void(void const* values, Mask const* open, std::int64_t value, void* out, std::size_t n)> fill_in;
  // Numbers of 64 bits by ordinal, and of 32 where all fit.
  ByWidth<Lookup<std::int64_t>> lookup;
  ByWidth<Lookup<std::int32_t>> lookup_near;
  void (*translate)(std::uint8_t const* bytes, std::uint8_t const* table, std::uint8_t* out,
                    std::size_t n);  // of 256 entries; `out` may be `bytes`
  void (*less_near)(std::int32_t const* a, std::int32_t const* b, Mask* out, std::size_t n);
  PairTruth* less;
  PairTruth* same;
  Pair* add;
  void (*add_near)(std::int32_t const* a, std::int32_t* to, std::size_t n);
  Pair* multiply;
  Pair* lesser;
  Pair* greater;
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
  void (*has_bit)(std::uint8_t const* bits, std::uint8_t bit, Mask* out, std::size_t n);
  void (*count)(Mask const* a, std::uint8_t* sum, std::size_t n);  // adds 1 where it is set
  Keep<std::int64_t>* keep;                                        // where the bit is set; 0 elsewhere
  Keep<std::int32_t>* keep_near;
  Keep<std::int32_t>* add_kept;  // to what is there
  // Whether all, or any, are set between two offsets, for each row; a[0] is the element of the first offset. Eight bytes behind
  // the last element may be read.
  OverRows* all_between;
  OverRows* any_between;
  // How many of the first 0, 1, … n are set: n + 1 numbers. Then over the rows between offsets, of which the first one is that of a[0].
  void (*running_count)(Mask const* a, std::uint32_t* sums, std::size_t n);
  void (*running_total)(std::int64_t const* a, std::int64_t* sums, std::size_t n);
  void (*count_between)(std::uint32_t const* sums, std::uint32_t const* offsets, std::int64_t* out, std::size_t rows);
  void (*total_between)(std::int64_t const* sums, std::uint32_t const* offsets, std::int64_t* out, std::size_t rows);
};

// The ones that this processor runs fastest.
[[nodiscard]] Loops const& loops();

// Each that was compiled and that this processor can run; the first one everywhere. For tests.
[[nodiscard]] std::vector<Loops const*> all_loops();

}  // namespace hjemmel::columns
