// Wide: room for what a product of two stored numbers may need while it is told whether the product fits.
#pragma once

#include <cstdint>

namespace hjemmel::columns {

__extension__ using Wide = __int128;

inline constexpr std::int64_t kFurthest = 999'999'999'999'999'999;  // as many digits as a decimal has

[[nodiscard]] constexpr bool fits(Wide value) { return value >= -Wide{kFurthest} && value <= Wide{kFurthest}; }

[[nodiscard]] constexpr bool is_near(std::int64_t least, std::int64_t most) {
  return least >= INT32_MIN && most <= INT32_MAX;
}

}  // namespace hjemmel::columns
