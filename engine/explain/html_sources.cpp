// Lookups are linear: a page cites some hundreds of places at most.
#include "engine/explain/html_sources.h"

#include <algorithm>

namespace hjemmel::explain {

std::size_t SourceList::cite(eval::OutcomeCitation const& citation, std::string const& name, PagePlace const& by) {
  auto const same = [&](CitedSource const& each) {
    return each.name == name && each.citation.place == citation.place && each.citation.catalogue == citation.catalogue;
  };
  auto found = std::find_if(all_.begin(), all_.end(), same);
  if (found == all_.end()) {
    all_.push_back({citation, name, {}});
    found = all_.end() - 1;
  }
  std::vector<PagePlace>& places = found->cited_by;
  if (!by.anchor.empty() && std::find(places.begin(), places.end(), by) == places.end()) {
    places.push_back(by);
  }
  return static_cast<std::size_t>(found - all_.begin()) + 1;
}

}  // namespace hjemmel::explain
