// Reads a text and writes what came of it on few lines: the tree with what each span covers, or the faults.
#pragma once

#include <string>
#include <string_view>

#include "engine/document/read.h"

namespace hjemmel::document {

inline void append_tree(std::string& out, Node const& node, std::string_view text) {
  if (node.kind == NodeKind::scalar) {
    out += node.quoted ? "\"" + node.text + "\"" : node.text;
    return;
  }
  bool const mapping = node.kind == NodeKind::mapping;
  out += mapping ? '{' : '[';
  std::string_view separator;
  for (Node const& item : node.items) {
    out += separator;
    append_tree(out, item, text);
    separator = ", ";
  }
  for (Entry const& entry : node.entries) {
    out += std::string(separator) + entry.key + ": ";
    append_tree(out, entry.value, text);
    separator = ", ";
  }
  out += mapping ? '}' : ']';
}

// Each node's span as the text it covers, outermost first, one a line in ‹ ›.
inline void append_spans(std::string& out, Node const& node, std::string_view text) {
  out += "<" + std::string(text.substr(node.span.begin, node.span.end - node.span.begin)) + ">";
  for (Node const& item : node.items) {
    append_spans(out, item, text);
  }
  for (Entry const& entry : node.entries) {
    out += "(" + std::string(text.substr(entry.key_span.begin, entry.key_span.end - entry.key_span.begin)) + ")";
    append_spans(out, entry.value, text);
  }
}

// `[duplicate_key] 2:1 <a> the key … | keep one of them`, one a line; `note 1:1 <a> …` under it.
inline std::string fault_lines(diag::Sink const& sink, source::Sources const& sources) {
  std::string out;
  auto const append = [&](std::string const& what, source::Span span, std::string const& message) {
    source::LineCol const at = source::locate(sources.file(span.file).text, span.begin);
    out += what + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " <" +
           std::string(sources.text(span)) + "> " + message;
  };
  for (diag::Diagnostic const& diagnostic : sink.all()) {
    append("[" + std::string(diag::kind_name(diagnostic.kind)) + "]", diagnostic.span,
           diagnostic.message + " | " + diagnostic.help + "\n");
    for (diag::Note const& note : diagnostic.notes) {
      append("note", note.span, note.message + "\n");
    }
  }
  return out;
}

enum class Show { tree, spans };

inline std::string reading(std::string text, Format format, Show show = Show::tree) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("test", std::move(text));
  auto const root = read(file, format, sources, sink);
  std::string const faults = fault_lines(sink, sources);
  if (root.has_value() != faults.empty()) {
    return "a tree and faults, or neither: " + faults;
  }
  if (!root) {
    return faults;
  }
  std::string out;
  show == Show::tree ? append_tree(out, *root, sources.file(file).text)
                     : append_spans(out, *root, sources.file(file).text);
  return out;
}

inline std::string yaml(std::string text) { return reading(std::move(text), Format::yaml); }
inline std::string yaml_spans(std::string text) { return reading(std::move(text), Format::yaml, Show::spans); }
inline std::string json(std::string text) { return reading(std::move(text), Format::json); }
inline std::string json_spans(std::string text) { return reading(std::move(text), Format::json, Show::spans); }

}  // namespace hjemmel::document
