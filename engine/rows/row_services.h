// Row services: every service for one case in a host's struct, with every criterion that is not met.
//
// In: a kernel, a layout, the services asked, and then cases. Out: by service its failed criteria as bits, the first lowest, and which
// stand open; its state follows from them. One thread's. Tested in tests/unit/rows/row_services_test.cpp and in tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <vector>

#include "engine/rows/atom_set.h"

namespace hjemmel::rows {

// By service asked, the bit of its first criterion lowest. They stay until the next case is checked.
class RowCriteria {
 public:
  explicit RowCriteria(AtomSet const& atoms) : atoms_(&atoms) {}

  [[nodiscard]] std::uint64_t failed(std::size_t service) const { return atoms_->set(service); }
  [[nodiscard]] std::uint64_t open(std::size_t service) const { return atoms_->open(service); }
  [[nodiscard]] bool any_open() const { return atoms_->any_open(); }  // a criterion of any service

 private:
  AtomSet const* atoms_;
};

class RowServices {
 public:
  // Both must outlive it. A service without code is left out: `asked` tells which are in.
  RowServices(Kernel const& kernel, Layout const& layout, std::vector<std::uint32_t> const& services);

  // Indexes into Plan::services, in the order of the answers.
  [[nodiscard]] std::vector<std::uint32_t> const& asked() const { return asked_; }
  // What is read of single facts, for whoever writes code of it (engine/native/tables_source.h); then to be run by that code.
  [[nodiscard]] FactView const& tables() const { return atoms_.tables(); }
  void run_natively(RowCode::Run code) { atoms_.run_natively(code); }
  [[nodiscard]] RowCriteria check(void const* facts) {
    atoms_.run(static_cast<std::byte const*>(facts));
    return RowCriteria(atoms_);
  }

 private:
  AtomSet atoms_;
  std::vector<std::uint32_t> asked_;
};

}  // namespace hjemmel::rows
