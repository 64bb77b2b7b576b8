// Strict reading of small documents: which keys a mapping may have, and scalars and lists of words under them.
//
// In: a document node. Out: its parts, with a diagnostic for every key that does not belong and every value of the wrong
// form. Shared by the manifest and the case files. Tested with them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"

namespace hjemmel::package {

struct Word {
  std::string text;
  source::Span span;
};

// True when `node` is a mapping with no other keys than these. `what` names it in messages: `a manifest`.
[[nodiscard]] bool has_only_keys(document::Node const& node, std::span<std::string_view const> keys,
                                 std::string_view what, diag::Sink& sink);

// The scalar under `key`, not empty and not `null`. Nothing, with a message, when it is missing or has another form.
[[nodiscard]] std::optional<Word> required_word(document::Node const& node, std::string_view key, std::string_view what,
                                                diag::Sink& sink);
// A list of scalars; nothing, with a message, for any other form.
[[nodiscard]] std::optional<std::vector<Word>> read_words(document::Node const& node, std::string_view key,
                                                          diag::Sink& sink);
// One scalar that is a word.
[[nodiscard]] std::optional<Word> read_word(document::Node const& node, std::string_view key, diag::Sink& sink);

// "did you mean `x`?", or "write `a`, `b` or `c`" where nothing is near.
[[nodiscard]] std::string suggest(std::string_view written, std::span<std::string const> names);
[[nodiscard]] std::string join_names(std::span<std::string const> names, std::string_view last_joint);

}  // namespace hjemmel::package
