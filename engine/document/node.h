// A strict tree of a YAML or JSON document: mappings, sequences and scalars, each with its span.
//
// The reader decides no types: a scalar is its text and whether it was quoted, and the schema says what it must be. So `010`
// stays `010`, `no` stays `no`, and a number keeps all its digits. Tested in tests/unit/document and tests/golden/document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/source/span.h"

namespace hjemmel::document {

enum class NodeKind { scalar, sequence, mapping };

struct Entry;

struct Node {
  NodeKind kind = NodeKind::scalar;
  bool quoted =
      false;  // a scalar in quotes (YAML '…' or "…", a JSON string); a plain `null` or empty value is unquoted
  source::Span span;
  std::string text;            // scalar: its text, escapes resolved
  std::vector<Node> items;     // sequence
  std::vector<Entry> entries;  // mapping: in written order, keys unique

  // The value under `key`, or null.
  [[nodiscard]] Node const* find(std::string_view key) const;
  [[nodiscard]] bool is_plain(std::string_view word) const {
    return kind == NodeKind::scalar && !quoted && text == word;
  }
};

struct Entry {
  std::string key;
  source::Span key_span;
  Node value;
};

}  // namespace hjemmel::document
