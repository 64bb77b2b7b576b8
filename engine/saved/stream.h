// Out and In: the bytes of a saved file, written and read from front to back. Numbers take one byte for each seven bits.
//
// In never reads past its end: what is not there, or is written as no writer does, makes it fail, and from then on it is at its
// end and gives zeros. Tested in tests/unit/saved/stream_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hjemmel::saved {

inline constexpr std::uint8_t kMore = 0x80;  // another byte of the number follows
inline constexpr unsigned kBitsOfByte = 7;   // of the number
inline constexpr unsigned kLastShift = 63;   // of the last byte that a number can have

class Out {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void number(std::uint64_t value) {
    for (; value >= kMore; value >>= kBitsOfByte) {
      byte(static_cast<std::uint8_t>(value | kMore));
    }
    byte(static_cast<std::uint8_t>(value));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class In {
 public:
  // `bytes` outlives it.
  explicit In(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  [[nodiscard, gnu::always_inline]] std::uint8_t byte() {
    if (at_ == end_) {
      fail();
      return 0;
    }
    return static_cast<std::uint8_t>(*at_++);
  }

  [[nodiscard, gnu::always_inline]] std::uint64_t number() {
    std::uint8_t const first = byte();
    return first < kMore ? first : rest_of_number(first);
  }

  [[nodiscard]] std::string_view text() {
    std::uint64_t const size = count(1);
    std::string_view const text(at_, size);
    at_ += size;
    return text;
  }

  // How many things follow, of which each takes at least `smallest` bytes.
  [[nodiscard]] std::uint64_t count(std::uint64_t smallest) {
    std::uint64_t const count = number();
    if (count > left() / smallest) {
      fail();
      return 0;
    }
    return count;
  }

  [[nodiscard]] std::uint64_t left() const { return static_cast<std::uint64_t>(end_ - at_); }
  [[nodiscard]] bool has_failed() const { return failed_; }
  // How deep in a type that holds itself.
  int go_deeper() { return ++depth_; }
  void come_back() { --depth_; }
  void fail() {
    failed_ = true;
    at_ = end_;
  }

 private:
  [[nodiscard, gnu::noinline]] std::uint64_t rest_of_number(std::uint8_t first) {
    std::uint64_t value = first & (kMore - 1U);
    for (unsigned shift = kBitsOfByte; shift <= kLastShift; shift += kBitsOfByte) {
      std::uint8_t const next = byte();
      bool const fits = shift < kLastShift || next <= 1;
      if (!fits || next == 0) {  // a number has one form: none ends in nothing
        fail();
        return 0;
      }
      value |= std::uint64_t{next & (kMore - 1U)} << shift;
      if (next < kMore) {
        return value;
      }
    }
    fail();
    return 0;
  }

  char const* at_;
  char const* end_;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace hjemmel::saved
