// A group of atoms a service; a bit says that a criterion fails.
#include "engine/rows/row_services.h"

namespace hjemmel::rows {

RowServices::RowServices(Kernel const& kernel, Layout const& layout, std::vector<std::uint32_t> const& services)
    : atoms_(kernel, layout, AtomSet::Told::that_it_fails) {
  for (std::uint32_t const service : services) {
    std::vector<std::uint32_t> const& criteria = kernel.services[service].criteria;
    if (!criteria.empty()) {
      atoms_.add_group(criteria);
      asked_.push_back(service);
    }
  }
  atoms_.finish();
}

}  // namespace hjemmel::rows
