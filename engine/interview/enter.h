// Enter: an answer into a facts document. Everything else in the document stays as it is.
//
// In: a document that reads without fault, and a place that is still to be asked. Out: the document with the answer at its place;
// groups, lists and elements on the way are made. Whether the answer is a good one is for the reader of facts to say. Tested in
// tests/unit/interview/enter_test.cpp.
#pragma once

#include "engine/document/node.h"
#include "engine/interview/answer_words.h"
#include "engine/interview/place.h"

namespace hjemmel::interview {

// The value of a fact or of a field of an element that is there; what stands at the place is replaced.
void enter_value(document::Node& root, ir::Program const& program, Place const& place, document::Node value);

// Whether the list has the element at `place`, the next one after those that are there. yes: it is added, and there may be more;
// no: the list is complete; unknown and not_applicable: of the first one it is said of the list, of a later one nothing changes.
void enter_element(document::Node& root, ir::Program const& program, Place const& place, ElementAnswer answer);

// Whether anything stands under the fact's key.
[[nodiscard]] bool has_entry(document::Node const& root, ir::Program const& program, Place const& place);

}  // namespace hjemmel::interview
