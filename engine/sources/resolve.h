// A reference, looked up in its act.
//
// In: an act and a reference. Out: the digest of the text that stands there, or why there is none; and the digests of
// all such places, to find a text again that has moved. Tested in tests/unit/sources/resolve_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/sources/act.h"
#include "engine/sources/reference.h"

namespace hjemmel::sources {

// text: it is there. repealed: the section, its chapter or the paragraph says so. nothing: the act has no such place. unclear: the act
// has it more than once.
enum class Found : std::uint8_t { text, repealed, nothing, unclear };

struct Resolved {
  Found found = Found::nothing;
  std::string digest;    // of the text; empty unless there is one
  source::Span span{};   // where it stands, or the section that was looked in; of no file: there is none
  std::string reason{};  // why there is no text: a clause, `§ 60 has 2 paragraphs`; empty where there is one
};

// A sentence that leads to a list has the list with it. Without a paragraph, a letter or sentence is that of the only paragraph which
// can have it.
[[nodiscard]] Resolved resolve(Act const& act, Reference const& reference);

struct PlacedDigest {
  std::string digest;
  Reference place;
};

// Every place of the same depth as `like` (a section, a paragraph, an item, a sentence) with the digest of its text, in written order.
[[nodiscard]] std::vector<PlacedDigest> digests_like(Act const& act, Reference const& like);

}  // namespace hjemmel::sources
