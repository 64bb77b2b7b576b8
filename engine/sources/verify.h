// What rules cite, held against the acts and against sources.lock.
//
// In: citations of sources that have an id, a corpus, the lock. Out: each cited place once, with its state, and messages at the
// citations. Places are those of resolve.h, messages are for the lawyer who answers for the rules. Tested in
// tests/unit/sources/verify_test.cpp and tests/golden/sources.
#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/sources/corpus.h"
#include "engine/sources/lock.h"

namespace hjemmel::sources {

// A citation of a source with an id.
struct CitedText {
  std::string source;  // the title that the rules give it
  std::string act;     // its id
  std::string place;   // as written; may be empty
  source::Span span;   // of the citation
};

// unchanged: the text is the one that was locked. changed: it is another one. repealed: the act says so. moved: the text that was
// locked stands at another place of the act. not_found: no such place or act. not_locked: there is a text, and no digest of it.
// not_checkable: the citation names no place that can be looked up.
enum class PlaceState : std::uint8_t { unchanged, changed, repealed, moved, not_found, not_locked, not_checkable };

struct CheckedPlace {
  std::string source;
  std::string act;
  std::string place;      // as reference.h spells it; as written where it cannot be read
  Reference reference{};  // of a place that can be read
  PlaceState state = PlaceState::not_checkable;
  std::string digest{};               // of the text that stands there now; may be empty
  std::string locked{};               // the digest that was locked; may be empty
  std::vector<std::string> now_at{};  // moved: where the text stands
  std::string reason{};               // repealed, not_found, not_checkable: a clause
  std::vector<source::Span> cited{};  // the places in the rules, in their order; at least one
  source::Span in_act{};              // of no file where the act has no such section
};

// In the order of the citations.
[[nodiscard]] std::vector<CheckedPlace> check_places(std::vector<CitedText> const& citations, Corpus const& corpus,
                                                     std::vector<LockedPlace> const& locked,
                                                     source::Sources const& sources);

// The lock of what stands in the acts now; a place without a text there keeps the digest that it had.
[[nodiscard]] std::string lock_of(std::vector<CheckedPlace> const& places);

// What is locked and no longer cited.
[[nodiscard]] std::vector<LockedPlace> no_longer_cited(std::vector<CheckedPlace> const& places,
                                                       std::vector<LockedPlace> const& locked);

}  // namespace hjemmel::sources
