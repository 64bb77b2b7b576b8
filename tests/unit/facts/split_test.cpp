// One document for two schemas.
#include "engine/facts/split.h"

#include <gtest/gtest.h>

#include "engine/document/read.h"
#include "engine/source/source_file.h"

namespace hjemmel::facts {
namespace {

ir::Program program_with(std::vector<std::string> const& paths) {
  ir::Program program;
  for (std::string const& path : paths) {
    program.facts.emplace_back().info.name = path;
  }
  return program;
}

std::string keys(document::Node const& node) {
  std::string text;
  for (document::Entry const& entry : node.entries) {
    text += (text.empty() ? "" : " ") + entry.key;
    for (document::Entry const& inner : entry.value.entries) {
      text += " " + entry.key + "." + inner.key;
    }
  }
  return text;
}

struct SplitFacts {
  std::string first;
  std::string second;
  std::vector<std::string> faults;
};

SplitFacts split(std::string const& text) {
  ir::Program const first = program_with({"case.a", "case.b", "alone"});
  ir::Program const second = program_with({"case.a", "person.c"});
  source::Sources sources;
  diag::Sink sink;
  auto const root = document::read(sources.add("facts.yaml", text), document::Format::yaml, sources, sink);
  ir::Program const* const programs[] = {&first, &second};
  auto const parts = split_by_schema(*root, programs, sink);
  SplitFacts result{keys(parts[0]), keys(parts[1]), {}};
  for (diag::Diagnostic const& fault : sink.all()) {
    result.faults.push_back(fault.message);
  }
  return result;
}

TEST(SplitBySchema, each_program_gets_the_keys_that_it_knows) {
  SplitFacts const parts = split("case: {a: true, b: true}\nperson: {c: true}\nalone: true\n");
  EXPECT_EQ(parts.first, "case case.a case.b alone");
  EXPECT_EQ(parts.second, "case case.a person person.c");
  EXPECT_TRUE(parts.faults.empty());
}

TEST(SplitBySchema, a_key_that_no_program_knows_is_told_once) {
  SplitFacts const parts = split("case: {a: true, x: true}\nnobody: {c: true}\n");
  EXPECT_EQ(parts.first, "case case.a");
  EXPECT_EQ(parts.faults, (std::vector<std::string>{"`case.x` is not a fact of any of these packages",
                                                    "`nobody` is not a fact of any of these packages"}));
}

TEST(SplitBySchema, a_group_that_is_no_mapping_is_left_to_the_readers) {
  EXPECT_EQ(split("case: 3\n").first, "case");
  EXPECT_TRUE(split("case: 3\n").faults.empty());
}

}  // namespace
}  // namespace hjemmel::facts
