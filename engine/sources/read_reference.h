// The place of a citation to the places in the act that it names.
//
// In: the text as rules have it, in English or Norwegian: `§ 60 third paragraph, § 37 første ledd bokstav j`. Out: a reference for
// each part between commas, or why that part cannot be read. Any valid UTF-8 may come in. Tested in
// tests/unit/sources/read_reference_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/sources/reference.h"

namespace hjemmel::sources {

// Parts of one place; what stands behind them is one part that cannot be read.
inline constexpr std::size_t kMostReferences = 50;

// A part between commas.
struct CitedPart {
  std::optional<Reference> reference;
  std::string reason;  // why there is no reference; the rest of a sentence that begins with the part
  std::size_t begin = 0;
  std::size_t end = 0;  // bytes of the place
};

// None for an empty place.
[[nodiscard]] std::vector<CitedPart> read_references(std::string_view place);

}  // namespace hjemmel::sources
