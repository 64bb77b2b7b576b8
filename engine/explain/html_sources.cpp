// Lookups are linear: a page cites some tens of places.
#include "engine/explain/html_sources.h"

#include <algorithm>

namespace hjemmel::explain {

std::size_t SourceList::cite(eval::OutcomeCitation const& citation, PagePlace const& by) {
  auto found =
      std::find_if(all_.begin(), all_.end(), [&](CitedSource const& each) { return each.citation == citation; });
  if (found == all_.end()) {
    all_.push_back({citation, {}});
    found = all_.end() - 1;
  }
  std::vector<PagePlace>& places = found->cited_by;
  if (!by.anchor.empty() && std::find(places.begin(), places.end(), by) == places.end()) {
    places.push_back(by);
  }
  return static_cast<std::size_t>(found - all_.begin()) + 1;
}

}  // namespace hjemmel::explain
