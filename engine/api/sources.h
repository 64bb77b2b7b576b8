// hjemmel: what a package cites, held against the texts of the acts.
//
// In: a package and a folder of acts (`sources.lock` in the package's folder is read as it stands on disk now). Out: each cited place
// with its state, findings, and the text of a new lock. Nothing is written and no text of an act is kept. Tested in
// tests/golden/sources.
#pragma once

#include <string>
#include <vector>

#include "engine/api/hjemmel.h"

namespace hjemmel::api {

// unchanged: the text is the one that was locked. changed: it is another one. repealed: the act says so. moved: the text that was
// locked stands at another place of the act. not_found: no such place or act. not_locked: there is a text, and no digest of it.
// not_checkable: the citation names no place that can be looked up.
enum class SourceState : std::uint8_t { unchanged, changed, repealed, moved, not_found, not_locked, not_checkable };

struct CitedPlace {
  std::string source;  // the title that the rules give it
  std::string act;     // its id
  std::string
      place;  // `§ 20 first paragraph`; as written where it cannot be read; empty where the act is cited as a whole
  SourceState state = SourceState::not_checkable;
  std::string state_name;           // `not_checkable`
  std::string digest;               // `sha256:…` of the text that stands there now; may be empty
  std::string locked;               // the digest that was locked; may be empty
  std::vector<std::string> now_at;  // moved: where the text stands
  std::string reason;               // repealed, not_found, not_checkable: a clause
  std::vector<Place> cited;         // in the rules; at least one
  Place in_act;                     // of no file where the act has no such section
};

struct SourcesResult {
  bool looked_up = false;           // false: the lock is at fault, and no place was looked up
  std::vector<CitedPlace> places;   // of sources with an id, each once, in the order of their citations
  std::size_t without_id = 0;       // citations of sources that have none: drafts, documents
  std::vector<std::string> unused;  // locked places that are no longer cited: `lov/2005-05-20-28 § 20 first paragraph`
  bool has_lock = false;
  std::string lock_path;  // of the lock, whether it is there or not
  std::string lock;       // what the lock has to say; empty where there is nothing to lock, or files are at fault
  Findings findings;      // errors where rules and acts do not agree
  Failure failure = Failure::none;
  std::string error;
};

// Files of the package and of the amendments in its folder; not of the packages that it uses. A place that is changed, repealed, moved,
// not found or not locked is an error.
[[nodiscard]] SourcesResult verify_sources(Package const& package, std::string const& corpus);

// Likewise, for writing `lock`: a place that is changed or not locked is no error.
[[nodiscard]] SourcesResult lock_sources(Package const& package, std::string const& corpus);

}  // namespace hjemmel::api
