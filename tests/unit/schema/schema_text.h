// Reads schemas and documents from texts, for the tests of this folder.
#pragma once

#include <optional>
#include <string>

#include "engine/document/read.h"
#include "engine/schema/fact_schema.h"
#include "engine/schema/validate.h"
#include "tests/unit/document/reading.h"

namespace hjemmel::schema {

struct Reading {
  source::Sources sources;
  diag::Sink sink;
  std::optional<FactSchema> schema;

  explicit Reading(std::string text) {
    auto const root = document::read(sources.add("schema", std::move(text)), document::Format::yaml, sources, sink);
    if (root) {
      schema = read_fact_schema(*root, sink);
    }
  }
  [[nodiscard]] std::string faults() const { return document::fault_lines(sink, sources); }
  [[nodiscard]] Property const* find(std::string_view name) const {
    for (Property const& property : schema->properties) {
      if (property.info.name == name) {
        return &property;
      }
    }
    return nullptr;
  }
};

// A schema whose group `case` holds the one property that `lines` describe, each line of them indented by the caller not at all.
inline std::string schema_with(std::string const& lines) {
  std::string text = "$id: test\ntype: object\nproperties:\n  case:\n    type: object\n    properties:\n";
  std::size_t begin = 0;
  while (begin < lines.size()) {
    std::size_t const end = std::min(lines.find('\n', begin), lines.size());
    text += "      " + lines.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return text;
}

inline std::string faults_of(std::string const& lines) { return Reading(schema_with(lines)).faults(); }

// What is wrong with `value` under `schema`; empty when it is valid.
inline std::string violations(std::string value, document::Format format, std::string schema) {
  source::Sources sources;
  diag::Sink sink;
  auto const rules = document::read(sources.add("schema", std::move(schema)), document::Format::yaml, sources, sink);
  auto const root = document::read(sources.add("value", std::move(value)), format, sources, sink);
  if (!rules || !root) {
    return "unreadable: " + document::fault_lines(sink, sources);
  }
  bool const valid = validate(*root, *rules, sink);
  std::string const faults = document::fault_lines(sink, sources);
  return valid == faults.empty() ? faults : "valid and faulty, or neither: " + faults;
}

}  // namespace hjemmel::schema
