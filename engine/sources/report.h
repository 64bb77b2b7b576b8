// The messages about cited places: at the citation, with the place in the act.
//
// In: checked places. Out: diagnostics in the sink, an error for each place that rules cannot rest on as it stands, a warning where
// nothing could be checked. Tested in tests/golden/sources.
#pragma once

#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/sources/verify.h"

namespace hjemmel::sources {

// locking: new and changed texts are what is to be locked, and are no fault.
enum class Purpose : std::uint8_t { verifying, locking };

void report_places(std::vector<CheckedPlace> const& places, Corpus const& corpus, Purpose purpose, diag::Sink& sink);

// `not_found`
[[nodiscard]] std::string_view state_name(PlaceState state);

}  // namespace hjemmel::sources
