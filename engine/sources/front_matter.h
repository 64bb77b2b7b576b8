// The front matter of an act's file: `key: "value"` lines between two lines `---`.
//
// In: a text. Out: what the front matter says, with a message where it is at fault. A text that does not begin with `---` is no act
// (a README, say) and no fault. Tested in tests/unit/sources/front_matter_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/diag/diagnostic.h"

namespace hjemmel::sources {

// Lines of a front matter.
inline constexpr std::size_t kMaxFrontLines = 200;

struct FrontMatter {
  std::string refid;  // never empty
  std::string last_changed;
  std::string last_in_force;
  std::uint32_t body = 0;  // where the text behind it begins
  source::Span refid_span;
};

[[nodiscard]] bool has_front_matter(std::string_view text);

// Nothing, with a message, when it is not closed, is too long, has another form or no `refid`. `text` is valid UTF-8 and has a
// front matter; `file` is where it stands.
[[nodiscard]] std::optional<FrontMatter> read_front_matter(std::string_view text, source::FileId file,
                                                           diag::Sink& sink);

}  // namespace hjemmel::sources
