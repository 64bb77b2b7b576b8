// Bytes of a record: words of it at once, and the look-up of names in it.
//
// In: places in a text. Out: whether bytes are the same, where a quote stands, which name of a list a text is. Nothing is read
// outside of what the caller says. Tested in tests/unit/records/bytes_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace hjemmel::records {

template <class Word>
[[nodiscard]] inline Word load(char const* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

[[nodiscard]] inline bool same_bytes(char const* left, char const* right, std::size_t size) {
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (load<std::uint64_t>(left + at) != load<std::uint64_t>(right + at)) {
        return false;
      }
    }
    return load<std::uint64_t>(left + size - 8) == load<std::uint64_t>(right + size - 8);
  }
  if (size >= 4) {
    return load<std::uint32_t>(left) == load<std::uint32_t>(right) &&
           load<std::uint32_t>(left + size - 4) == load<std::uint32_t>(right + size - 4);
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (left[at] != right[at]) {
      return false;
    }
  }
  return true;
}

// The first `"` in [at, end); `end` where there is none.
[[nodiscard]] inline char const* find_quote(char const* at, char const* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  for (; end - at >= 8; at += 8) {
    std::uint64_t const other = load<std::uint64_t>(at) ^ (kOnes * '"');
    std::uint64_t const found = (other - kOnes) & ~other & (kOnes * 0x80);  // its lowest bit is right
    if (found != 0) {
      return at + std::countr_zero(found) / 8;
    }
  }
  while (at < end && *at != '"') {
    ++at;
  }
  return at;
}

// Names by their bytes. Filled once, then read by many.
class Names {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // The number of a name is its place in the list; of the same name twice the first counts.
  explicit Names(std::vector<std::string> const& names);

  // The text [begin, end); bytes up to `readable` may be looked at.
  [[nodiscard]] std::uint32_t find(char const* begin, char const* end, char const* readable) const {
    Key const text = beginning(begin, static_cast<std::size_t>(end - begin), readable);
    for (std::size_t at = hash(text) & mask_;; at = (at + 1) & mask_) {
      Name const& name = names_[at];
      if (name.number == kNone) {
        return kNone;
      }
      if (name.key == text && (text.size <= 16 || name.rest == std::string_view(begin + 16, text.size - 16))) {
        return name.number;
      }
    }
  }

 private:
  struct Key {
    std::uint64_t first = 0;  // eight bytes, zeros behind the end
    std::uint64_t second = 0;
    std::size_t size = 0;
    friend bool operator==(Key const&, Key const&) = default;
  };
  struct Name {
    Key key;
    std::uint32_t number = kNone;
    std::string rest = {};  // behind the first 16 bytes
  };

  static_assert(std::endian::native == std::endian::little, "the first byte of a text is the lowest of its word");
  [[nodiscard]] static std::uint64_t mask(std::size_t size) {
    return size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
  }
  [[nodiscard]] static Key beginning(char const* text, std::size_t size, char const* readable) {
    if (readable - text >= 16) {
      return {load<std::uint64_t>(text) & mask(size), load<std::uint64_t>(text + 8) & mask(size > 8 ? size - 8 : 0),
              size};
    }
    std::array<char, 16> bytes{};
    std::memcpy(bytes.data(), text, std::min<std::size_t>(size, 16));
    return {load<std::uint64_t>(bytes.data()), load<std::uint64_t>(bytes.data() + 8), size};
  }
  [[nodiscard]] static std::size_t hash(Key const& name) {
    std::uint64_t const mixed = name.first ^ (name.second << 29U | name.second >> 35U) ^ name.size;
    return static_cast<std::size_t>((mixed * 0x9E3779B97F4A7C15U) >> 40U);
  }

  std::vector<Name> names_;  // by hash
  std::size_t mask_ = 0;
};

// A name that stands in JSON as it is: it has no escapes and no characters that the reader of documents refuses.
[[nodiscard]] bool is_plain_name(std::string_view name);

}  // namespace hjemmel::records
