// many_rules: one long rules file, made of a short one by repeating its decision with its groups and rules under fresh names.
//
// In: a rules file that has no fault. Out: the text of a rules file that has none either: `reaction_17` is decided by
// `ordinary_reaction_17`, `under_18_17` and so on; everything else stands once. How the stages grow with size is seen on it.
#pragma once

#include <cstddef>
#include <string>

#include "engine/source/source_file.h"

namespace hjemmel::bench {

// Exactly `rules` rules; the last copy may have fewer than the others.
[[nodiscard]] std::string many_rules(source::FileId file, source::Sources const& sources, std::size_t rules);

}  // namespace hjemmel::bench
