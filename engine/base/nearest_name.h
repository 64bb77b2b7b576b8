// The name that was probably meant: the candidate with the smallest edit distance, for the help of a message.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hjemmel::base {

// Empty when no candidate is near enough: at most a third of the longer name's letters (at least one, never all) may differ.
// Neighbouring letters swapped count as one difference. Of equally near names the first in the list.
[[nodiscard]] std::string nearest_name(std::string_view written, std::span<std::string const> candidates);

}  // namespace hjemmel::base
