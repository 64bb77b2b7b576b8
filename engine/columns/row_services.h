// Row services: every service for one case in a host's struct, with every criterion that is not met.
//
// In: a kernel, a layout, the services asked, and then cases. Out: by service its failed criteria as bits, the first lowest, and which
// stand open; its state follows from them. One thread's. Tested in tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <vector>

#include "engine/columns/atom_set.h"

namespace hjemmel::columns {

// By service, the bit of its first criterion lowest.
struct RowCriteria {
  std::vector<std::uint64_t> failed;
  std::vector<std::uint64_t> open;  // where any is
  bool any_open = false;            // false: `open` says nothing
};

class RowServices {
 public:
  // Both must outlive it. A service without code is left out: `asked` tells which are in.
  RowServices(Kernel const& kernel, Layout const& layout, std::vector<std::uint32_t> const& services);

  // Indexes into Plan::services, in the order of the answers.
  [[nodiscard]] std::vector<std::uint32_t> const& asked() const { return asked_; }
  // The answers stay until the next call.
  [[nodiscard]] RowCriteria const& check(void const* facts);

 private:
  AtomSet atoms_;
  std::vector<std::uint32_t> asked_;
  std::vector<std::uint64_t> all_;  // by service: the bits of its criteria
  RowCriteria answers_;
};

}  // namespace hjemmel::columns
