// An index that cannot be confused with another kind of index.
//
// In: a tag type. Out: `Id<Tag>`, four bytes, an index into the vector that owns the things of that kind.
// Every table of the IR is a vector, and everything that points into it is an `Id`.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace hjemmel::base {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = UINT32_MAX;

  std::uint32_t index = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t at) : index(static_cast<std::uint32_t>(at)) {}

  [[nodiscard]] constexpr bool has_value() const { return index != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace hjemmel::base
