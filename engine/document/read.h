// The only door from YAML or JSON text to a document tree (the only user of yaml-cpp and simdjson).
//
// Strict: duplicate keys, aliases, anchors, tags, merge keys, several documents, keys that are not plain text, tabs as
// indentation, invalid UTF-8, decomposed letters and hidden spaces in plain scalars are faults. Every cap has a test at the
// limit and one past it.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/source/source_file.h"

namespace hjemmel::document {

inline constexpr std::size_t kMaxDepth = 200;        // nested mappings and sequences
inline constexpr std::size_t kMaxNodes = 1'000'000;  // scalars, sequences and mappings together
inline constexpr std::size_t kMaxScalarBytes = 65536;

enum class Format { yaml, json };

// By the file's name: `.json` is JSON, all else YAML; `-` is JSON when the first character that is no blank is `{`.
[[nodiscard]] Format guess_format(std::string_view path, std::string_view text);

// Nothing when the text has a fault; the sink then says which and where. An empty document is a fault.
[[nodiscard]] std::optional<Node> read(source::FileId file, Format format, source::Sources const& sources,
                                       diag::Sink& sink);

}  // namespace hjemmel::document
