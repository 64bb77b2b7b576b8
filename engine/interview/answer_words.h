// What a person types as an answer, to what a facts file says: `ja` is `true`, `vet ikke` is `unknown`, `2` the second value.
//
// In: the text, and which place it answers. Out: the node that stands for it, or of an element which of the answers it is. A text
// that is none of the words stands as it is: whether it is a date or a number is for the reader of facts to say, in the words
// that it has for a facts file. Words of English and bokmål are taken whatever the language of the screen, in either case.
// Tested in tests/unit/interview/answer_words_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "engine/document/node.h"
#include "engine/interview/place.h"

namespace hjemmel::interview {

[[nodiscard]] document::Node value_node(std::string_view written, Place const& place, ir::Program const& program);

enum class ElementAnswer : std::uint8_t { yes, no, unknown, not_applicable };

// Nothing where it is none of them.
[[nodiscard]] std::optional<ElementAnswer> element_answer(std::string_view written);

// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace hjemmel::interview
