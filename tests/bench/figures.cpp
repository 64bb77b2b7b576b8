// Medians, and lines on standard output.
#include "tests/bench/figures.h"

#include <fmt/format.h>

namespace hjemmel::bench {

void tell(std::string const& name, std::optional<double> value) {
  if (value) {
    fmt::print("figure\t{}\t{:.6g}\n", name, *value);
    std::fflush(stdout);
  }
}

double median(std::vector<double> values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace hjemmel::bench
