// The last of many services, read by a helper while the first are read.
//
// The helper has a workbench of its own, on which it declares all that stands before the services once more: the two share
// nothing but what nobody changes, and what it reads is what the first would have read. Where it has anything to tell of these
// services, they are read again by the first, in their order. Tested in tests/unit/package/second_reader_test.cpp.
#pragma once

#include <optional>

#include "engine/base/helper.h"
#include "engine/check/workbench.h"

namespace hjemmel::check {

// Fewer services than this are read by one.
inline constexpr std::size_t kWorthTwoReaders = 2'000;

struct ReadApart {
  std::size_t before = 0;       // as many expressions stood there before the first service
  std::vector<ir::Expr> exprs;  // those, and these services'
  std::vector<ir::Service> services;
};

class SecondReader {
 public:
  // Begins where there is a helper, and that is worth it. `first` is as it was made; what it refers to lives longer.
  SecondReader(Workbench const& first, base::Helper* helper);
  SecondReader(SecondReader const&) = delete;
  SecondReader& operator=(SecondReader const&) = delete;
  ~SecondReader() = default;

  // How many services the first reads: all of them, unless the others are read here.
  [[nodiscard]] std::size_t services_before(std::size_t all) const;
  // Waits for them. Nothing where they are to be read after all.
  [[nodiscard]] std::optional<ReadApart> take();

 private:
  void run();

  std::size_t first_ = SIZE_MAX;  // service that is read here; none: SIZE_MAX
  std::size_t all_ = 0;           // services
  Workbench const& inputs_;
  std::optional<ReadApart> read_;
  std::optional<base::Pending<void>> done_;  // the last: it waits for the helper
};

// Puts the services behind those of `bench`, as if they had been read there; their expressions come to stand behind what is there.
// `before`: as many expressions stood there before its first service.
void lay_services(ReadApart& read, std::size_t before, Workbench& bench);
// And then their expressions.
void lay_expressions(ReadApart read, Workbench& bench);

}  // namespace hjemmel::check
