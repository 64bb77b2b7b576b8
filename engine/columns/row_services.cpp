// A group of atoms a service.
#include "engine/columns/row_services.h"

namespace hjemmel::columns {

RowServices::RowServices(Kernel const& kernel, Layout const& layout, std::vector<std::uint32_t> const& services)
    : atoms_(kernel, layout) {
  for (std::uint32_t const service : services) {
    std::vector<std::uint32_t> const& criteria = kernel.services[service].criteria;
    if (criteria.empty()) {
      continue;
    }
    atoms_.add_group(criteria);
    asked_.push_back(service);
    all_.push_back(UINT64_MAX >> (kMostCriteria - criteria.size()));
  }
  atoms_.finish();
  answers_.failed.resize(asked_.size());
  answers_.open.resize(asked_.size());
}

RowCriteria const& RowServices::check(void const* facts) {
  atoms_.run(static_cast<std::byte const*>(facts));
  std::uint64_t* const failed = answers_.failed.data();
  std::size_t const services = all_.size();
  for (std::size_t at = 0; at < services; ++at) {
    failed[at] = all_[at] & ~atoms_.yes(at);
  }
  answers_.any_open = atoms_.any_open();
  for (std::size_t at = 0; answers_.any_open && at < services; ++at) {
    answers_.open[at] = atoms_.open(at);
    failed[at] &= ~answers_.open[at];
  }
  return answers_;
}

}  // namespace hjemmel::columns
