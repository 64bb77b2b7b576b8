// sources.lock: the digest of each place that a package cites, as it was when somebody last read the rules against the acts.
//
// In: the file's text. Out: its places; and back, sorted, one line a place: `lov/2005-05-20-28 § 20 first paragraph sha256:…`. Lines
// that begin with `#` say what the file is. The texts themselves are never stored. Tested in tests/unit/sources/lock_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/sources/reference.h"

namespace hjemmel::sources {

inline constexpr std::string_view kLockName = "sources.lock";
// Lines with a place.
inline constexpr std::size_t kMaxLocked = 100'000;

struct LockedPlace {
  std::string act;  // refid
  Reference place;
  std::string digest;
};

// Nothing, with a message for each line at fault.
[[nodiscard]] std::optional<std::vector<LockedPlace>> read_lock(source::FileId file, source::Sources const& sources,
                                                                diag::Sink& sink);

// The whole file, by act, section and place; each place once.
[[nodiscard]] std::string write_lock(std::vector<LockedPlace> places);

}  // namespace hjemmel::sources
