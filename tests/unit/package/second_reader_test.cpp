// Packages of so many services that two read them: program and messages are as of one reader.
#include "engine/check/second_reader.h"

#include <algorithm>
#include <string>
#include <tuple>

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
  law known on 2022-12-31
  in force from 2020-01-01

source act "An act"

define busy: bool in force from 2021-01-01 = case.visits > 3

define busy: bool in force until 2021-01-01 = case.visits > 4

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

// Every third has a place and a period of its own, and an exclusion.
std::string ordinary(std::size_t at) {
  std::string const number = std::to_string(at);
  std::string const head = "service s" + number + "\n  cites act \"§ " + number + "\"\n  as of right\n";
  std::string const offer = "  offered in {red, green} by case.colour\n  in force from 2022-02-03\n";
  std::string const criteria = "  criteria\n    light  case.light\n    often  case.visits * 2 >= " + number +
                               " or case.colour in {red, blue}\n    busy   busy cites act \"§ " + number + " b\"\n";
  return head + (at % 3 == 0 ? offer : "") + criteria +
         (at % 3 == 0 ? "  excludes\n    none  case.visits = 0\n\n" : "\n");
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
    auto const all = [](ir::Expr const& expr) {
      return std::tuple(expr.op, expr.source, expr.has_where, expr.type, expr.span, expr.fact, expr.more->table,
                        expr.definition, expr.decision, expr.variable, expr.index, expr.more->order, expr.more->group,
                        expr.number, expr.children, *expr.more->text, expr.more->set);
    };
    ASSERT_TRUE(all(left.exprs[at]) == all(right.exprs[at])) << at;
  }
}

void expect_same_facts(ir::Program const& left, ir::Program const& right) {
  ASSERT_EQ(left.facts.size(), right.facts.size());
  for (std::size_t at = 0; at < left.facts.size(); ++at) {
    EXPECT_EQ(left.facts[at].info.name, right.facts[at].info.name);
  }
}

void expect_same_services(ir::Program const& left, ir::Program const& right) {
  ASSERT_EQ(left.services.size(), right.services.size());
  ASSERT_EQ(left.rules.size(), right.rules.size());
  for (std::size_t at = 0; at < left.services.size(); ++at) {
    ir::Service const& one = left.services[at];
    ir::Service const& other = right.services[at];
    ASSERT_EQ(std::tuple(one.name, one.decision, one.offered, one.in_force, one.place, one.span),
              std::tuple(other.name, other.decision, other.offered, other.in_force, other.place, other.span));
    auto const same = [](ir::Criterion const& a, ir::Criterion const& b) { return a.condition == b.condition; };
    ASSERT_TRUE(
        std::equal(one.criteria.begin(), one.criteria.end(), other.criteria.begin(), other.criteria.end(), same));
  }
  for (std::size_t at = 0; at < left.rules.size(); ++at) {
    auto const same = [](ir::Ground const& a, ir::Ground const& b) { return a.condition == b.condition; };
    ASSERT_TRUE(std::equal(left.rules[at].grounds.begin(), left.rules[at].grounds.end(),
                           right.rules[at].grounds.begin(), right.rules[at].grounds.end(), same));
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
    expect_same_facts(*one.program, *two.program);
    expect_same_services(*one.program, *two.program);
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
  EXPECT_EQ(apart->services.size(), kServices * 6 / 16);
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
       {head + "  criteria\n    heavy  some f in case.finds has f.weight > 3\n",                // a variable
        head + "  criteria\n    late  case.act_date >= 10 days after case.act_date\n",          // a term
        head + "  in force from within 2022 for 5 years\n  criteria\n    light  case.light\n",  // an open date
        head + "  in force from a date the King sets\n  criteria\n    light  case.light\n"}) {
    EXPECT_FALSE(read_apart(rules(kServices, kLast, more))) << more;
    EXPECT_TRUE(expect_alike(rules(kServices, kLast, more), "")) << more;
  }
}

TEST(SecondReader, leaves_to_the_first_the_date_that_picks_where_nothing_else_has_a_period) {
  std::string const undated =
      "package no.sample\n  facts \"no/sample_case\"\n  as of case.act_date\n\nsource act \"An act\"\n\n";
  std::string text = rules(kServices, kLast,
                           "service last\n  cites act\n  may be given\n  in force from 2024-01-01\n" +
                               std::string("  criteria\n    light  case.light\n"));
  text.replace(0, kHead.size(), undated);
  for (std::string const& dated : {std::string("  in force from 2022-02-03\n"), std::string("    busy   busy cites")}) {
    for (std::size_t at = text.find(dated); at != std::string::npos; at = text.find(dated)) {
      text.erase(at, text.find('\n', at) - at + 1);
    }
  }
  EXPECT_FALSE(read_apart(text));
  EXPECT_TRUE(expect_alike(text, ""));
}

TEST(SecondReader, open_dates_of_both_parts_are_facts_of_their_own) {
  std::string text = rules(kServices, kLast,
                           "service last\n  cites act\n  may be given\n  in force from within 2022 for 5 years\n"
                           "  criteria\n    light  case.light\n");
  std::string const third = "  in force from 2022-02-03\n";
  text.replace(text.find(third), third.size(), "  in force from within 2021 for 5 years\n");
  EXPECT_FALSE(read_apart(text));
  EXPECT_TRUE(expect_alike(text, ""));
}

// As many as an eighth of the services, and one more. The head, its source and its two definitions are four of them.
TEST(SecondReader, does_not_begin_where_much_else_is_declared) {
  std::string more = rules(kServices, SIZE_MAX, "");
  std::size_t const in_head = 4;
  for (std::size_t at = in_head; at < kServices / 8; ++at) {
    more += "define d" + std::to_string(at) + ": bool = case.light\n\n";
  }
  EXPECT_TRUE(read_apart(more));
  more += "define one_more: bool = case.light\n";
  EXPECT_FALSE(read_apart(more));
  EXPECT_TRUE(expect_alike(more, ""));
}

}  // namespace
}  // namespace hjemmel::package
