// Builds a document tree from the events of a YAML parser, and refuses what the strict subset leaves out.
//
// In: events with byte offsets. Out: the tree with spans. It knows no parser: read_yaml.cpp translates yaml-cpp's events.
// Tested by way of tests/unit/document/read_yaml_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/document/node.h"
#include "engine/document/tree_checks.h"

namespace hjemmel::document {

class YamlBuilder {
 public:
  explicit YamlBuilder(TreeChecks& checks) : checks_(&checks) {}

  void start_document(std::size_t offset);
  void null(std::size_t offset, bool has_anchor);
  void alias(std::size_t offset);
  void scalar(std::size_t offset, bool has_anchor, std::string const& text);
  void start(NodeKind kind, std::size_t offset, bool has_anchor);
  void end();

  // The outermost node, after the last event.
  [[nodiscard]] std::optional<Node> take_root() { return std::move(root_); }
  // Where the innermost bracket that is still open stands.
  [[nodiscard]] std::optional<source::Span> open_bracket() const;

 private:
  struct Frame {
    Node node;
    bool braced = false;   // `[ … ]` or `{ … }`
    bool has_key = false;  // a mapping: the key is read, its value is not
    Entry pending;
    std::size_t value_from = 0;  // behind the pending key's colon
  };

  bool refuse_properties(std::size_t offset, bool has_anchor);
  bool takes_key() const;
  Node quoted_scalar(std::size_t offset, std::string const& text);
  void place(Node node);
  void take_key(Frame& frame, Node key);
  void refuse_lone_key(std::string const& key, source::Span span);
  void check_column(Frame const& frame, Node const& value);
  void finish_span(Frame& frame) const;

  TreeChecks* checks_;
  std::vector<Frame> frames_;
  std::optional<Node> root_;
  std::size_t documents_ = 0;
  std::size_t refused_ = std::string::npos;  // where a tag or an anchor was last refused
};

}  // namespace hjemmel::document
