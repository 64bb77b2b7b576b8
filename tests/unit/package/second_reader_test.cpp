// Packages of so many services that two read them: program and messages are as of one reader.
#include "engine/check/second_reader.h"

#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/check/check.h"
#include "engine/diag/render.h"
#include "engine/document/read.h"
#include "engine/ir/print.h"
#include "engine/package/loader.h"
#include "engine/syntax/parse.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::package {
namespace {

constexpr std::size_t kServices = check::kWorthTwoReaders;
constexpr std::size_t kLast = kServices - 1;

constexpr std::string_view kHead = R"(package no.sample
  facts "no/sample_case"
  as of case.act_date

source act "An act"

)";

constexpr std::string_view kSchema = R"($schema: https://json-schema.org/draft/2020-12/schema
$id: no/sample_case
type: object
additionalProperties: false
properties:
  case:
    type: object
    additionalProperties: false
    properties:
      act_date: {type: string, format: date}
      light: {type: boolean}
      visits: {type: integer, minimum: 0}
      colour: {type: string, enum: [red, green, blue], x-enum: Colour}
      finds:
        type: array
        maxItems: 4
        items: {type: object, additionalProperties: false, properties: {weight: {type: integer, minimum: 0}}}
)";

std::string ordinary(std::size_t at) {
  std::string const number = std::to_string(at);
  return "service s" + number + "\n  cites act \"§ " + number +
         "\"\n  as of right\n  criteria\n    light  case.light\n" + "    often  case.visits * 2 >= " + number +
         " or case.colour in {red, blue}\n\n";
}

// The services, the one at `special` as it is given.
std::string rules(std::size_t services, std::size_t special, std::string const& text) {
  std::string written(kHead);
  for (std::size_t at = 0; at < services; ++at) {
    written += at == special ? text : ordinary(at);
  }
  return written;
}

struct Read {
  source::Sources sources;
  diag::Sink sink;
  std::optional<ir::Program> program;
};

// `helped`: by two, where that is worth it.
void read(std::string const& text, bool helped, Read& read) {
  auto const schema_file = read.sources.add("case.schema.yaml", std::string(kSchema));
  auto const root = document::read(schema_file, document::Format::yaml, read.sources, read.sink);
  auto const schema = schema::read_fact_schema(*root, read.sink);
  std::vector<syntax::Tree> trees;
  trees.push_back(*syntax::parse(read.sources.add("sample.rules", text), read.sources, read.sink));
  base::Helper helper;
  read.program = check::check_unproven(trees, *schema, read.sources, read.sink, {}, {}, helped ? &helper : nullptr);
}

void expect_same_expressions(ir::Program const& left, ir::Program const& right) {
  ASSERT_EQ(left.exprs.size(), right.exprs.size());
  for (std::size_t at = 0; at < left.exprs.size(); ++at) {
    ASSERT_EQ(left.exprs[at].op, right.exprs[at].op) << at;
    ASSERT_EQ(left.exprs[at].span, right.exprs[at].span) << at;
    ASSERT_EQ(left.exprs[at].children, right.exprs[at].children) << at;
  }
}

// Whether there is a program.
bool expect_alike(std::string const& text, std::string const& message) {
  Read one;
  read(text, false, one);
  Read two;
  read(text, true, two);
  EXPECT_EQ(diag::render_text(one.sink, one.sources), diag::render_text(two.sink, two.sources));
  EXPECT_THAT(diag::render_text(two.sink, two.sources), testing::HasSubstr(message));
  EXPECT_EQ(one.program.has_value(), two.program.has_value());
  if (one.program && two.program) {
    expect_same_expressions(*one.program, *two.program);
    EXPECT_EQ(ir::print(*one.program), ir::print(*two.program));
  }
  return two.program.has_value();
}

// The second has done its part where the first did not have to read it.
std::optional<check::ReadApart> read_apart(std::string const& text) {
  Read one;
  auto const schema_file = one.sources.add("case.schema.yaml", std::string(kSchema));
  auto const root = document::read(schema_file, document::Format::yaml, one.sources, one.sink);
  auto const schema = schema::read_fact_schema(*root, one.sink);
  std::vector<syntax::Tree> trees;
  trees.push_back(*syntax::parse(one.sources.add("sample.rules", text), one.sources, one.sink));
  check::Workbench const bench{trees, *schema, one.sources, one.sink, {}, {}, 0};
  base::Helper helper;
  return check::SecondReader(bench, &helper).take();
}

TEST(SecondReader, reads_the_last_of_many_services) {
  std::string const text = rules(kServices, SIZE_MAX, "");
  auto const apart = read_apart(text);
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->services.size(), kServices * 7 / 16);
  EXPECT_EQ(apart->services.back().name, "s" + std::to_string(kLast));
  EXPECT_TRUE(expect_alike(text, ""));
}

TEST(SecondReader, does_not_begin_for_one_service_less) {
  std::string const text = rules(kServices - 1, SIZE_MAX, "");
  EXPECT_FALSE(read_apart(text));
  EXPECT_TRUE(expect_alike(text, ""));
}

TEST(SecondReader, leaves_to_the_first_what_is_to_be_told_of) {
  std::string const uncited = "service last\n  may be given\n  criteria\n    light  case.light\n";
  EXPECT_FALSE(read_apart(rules(kServices, kLast, uncited)));
  EXPECT_TRUE(expect_alike(rules(kServices, kLast, uncited), "neither the service `last` nor its criterion"));
}

TEST(SecondReader, leaves_to_the_first_what_has_a_fault) {
  std::string const faulty = "service last\n  cites act\n  may be given\n  criteria\n    light  case.lihgt\n";
  EXPECT_FALSE(read_apart(rules(kServices, kLast, faulty)));
  EXPECT_FALSE(expect_alike(rules(kServices, kLast, faulty), "case.lihgt"));
}

TEST(SecondReader, a_fault_before_its_part_is_told_once) {
  std::string const faulty = "service early\n  cites act\n  may be given\n  criteria\n    light  case.lihgt\n\n";
  EXPECT_FALSE(expect_alike(rules(kServices, 3, faulty), "case.lihgt"));
}

TEST(SecondReader, leaves_to_the_first_what_adds_more_than_expressions) {
  std::string const head = "service last\n  cites act\n  may be given\n";
  for (std::string const& more :
       {head + "  in force from 2024-01-01\n  criteria\n    light  case.light\n",          // the date that picks
        head + "  criteria\n    heavy  some f in case.finds has f.weight > 3\n",           // a variable
        head + "  criteria\n    late  case.act_date >= 10 days after case.act_date\n"}) {  // a term
    EXPECT_FALSE(read_apart(rules(kServices, kLast, more))) << more;
    EXPECT_TRUE(expect_alike(rules(kServices, kLast, more), "")) << more;
  }
}

TEST(SecondReader, does_not_begin_where_much_else_is_declared) {
  std::string more = rules(kServices, SIZE_MAX, "");
  for (std::size_t at = 0; at <= kServices / 8; ++at) {
    more += "define d" + std::to_string(at) + ": bool = case.light\n\n";
  }
  EXPECT_FALSE(read_apart(more));
  EXPECT_TRUE(expect_alike(more, ""));
}

}  // namespace
}  // namespace hjemmel::package
