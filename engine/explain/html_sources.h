// The sources of a page: each citation once, numbered as a reader meets them, with the places that rest on it.
//
// In: citations, each with the place that cites it. Out: numbers, and in the end the list. Tested in
// tests/unit/explain/html_page_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/eval/outcome.h"

namespace hjemmel::explain {

// A place of the page.
struct PagePlace {
  std::string anchor;  // its id
  std::string name;    // of the rule, table or question there

  friend bool operator==(PagePlace const&, PagePlace const&) = default;
};

struct CitedSource {
  eval::OutcomeCitation citation;
  std::string name;                 // source and place for people; may be empty
  std::vector<PagePlace> cited_by;  // each once
};

class SourceList {
 public:
  // The number of the citation, from 1; `by` may have no anchor, and then is not listed. Of several packages, each with its own
  // short names of sources, the ones that people read the same are the same.
  std::size_t cite(eval::OutcomeCitation const& citation, std::string const& name, PagePlace const& by);
  [[nodiscard]] std::vector<CitedSource> const& all() const { return all_; }
  [[nodiscard]] static std::string anchor(std::size_t number) { return "source-" + std::to_string(number); }

 private:
  std::vector<CitedSource> all_;
};

}  // namespace hjemmel::explain
