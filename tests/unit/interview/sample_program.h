// The program of tests/golden/ask, with a fact of each kind, and documents as text: for the tests of this folder.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "engine/document/read.h"
#include "engine/document/write_yaml.h"
#include "engine/package/loader.h"

namespace hjemmel::interview {

inline ir::Program const& sample_program() {
  static source::Sources sources;
  static diag::Sink sink;
  static auto const loaded = package::load("tests/golden/ask/packages/care", sources, sink);
  EXPECT_TRUE(loaded && *loaded);
  return (*loaded)->program;
}

inline document::Node document_of(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto root = document::read(sources.add("facts", std::move(text)), document::Format::yaml, sources, sink);
  EXPECT_TRUE(root);
  return root.value_or(document::Node{});
}

}  // namespace hjemmel::interview
