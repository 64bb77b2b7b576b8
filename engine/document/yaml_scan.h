// Looks at YAML text that yaml-cpp does not take: what must be refused before parsing, and where a node ends, which its events
// do not say.
//
// In: the text and the offset where a node starts. Out: the offset behind its last byte. Tested by way of read_yaml_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/document/tree_checks.h"

namespace hjemmel::document {

// Before the parser sees the text, from `begin` on: tabs that indent, directives, and more brackets or values than the parser
// could queue in bounded memory (it reads a whole `[ … ]` ahead). False when one was found; the sink then says which.
[[nodiscard]] bool scan_layout(TreeChecks& checks, std::size_t begin);

// Of a plain text that the parser read as `value`; it may run over several lines.
[[nodiscard]] std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);
// Of a text in quotes, `begin` at the opening one. Nothing when no quote closes it.
[[nodiscard]] std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin);
// Of a `|` or `>` text: its lines that are indented, without the empty ones behind.
[[nodiscard]] std::size_t block_text_end(std::string_view text, std::size_t begin);
// The next byte that is neither blank, line break nor comment.
[[nodiscard]] std::size_t skip_blank(std::string_view text, std::size_t from);
[[nodiscard]] std::size_t skip_spaces(std::string_view text, std::size_t from);
// Behind the bracket that closes a `[ … ]` or `{ … }` whose last child ends at `from`.
[[nodiscard]] std::size_t flow_end(std::string_view text, std::size_t from);
// `~` or a spelling of null at `at`; empty when there is none.
[[nodiscard]] std::string_view null_word(std::string_view text, std::size_t at);

}  // namespace hjemmel::document
