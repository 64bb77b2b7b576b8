// A comma before every third digit from the right.
#include "engine/base/thousands.h"

namespace hjemmel::base {

std::string in_thousands(std::uint64_t count) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

}  // namespace hjemmel::base
