// Tests of engine/lower/named.h: names and citations stand once, however short or long they are.
#include "engine/lower/named.h"

#include <string>

#include <gtest/gtest.h>

namespace hjemmel::lower {
namespace {

TEST(Namer, names_of_every_length_are_told_apart_and_found_again) {
  eval::Plan plan;
  Namer namer(plan.words);
  std::string const letters = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t size = 0; size <= letters.size(); ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string name = letters.substr(0, size);
      name[place] = '_';
      eval::Words const made = namer.name(name);
      EXPECT_EQ(plan.of(made), name);
      EXPECT_EQ(namer.name(name).begin, made.begin) << name;
    }
  }
  std::size_t all = 0;
  for (std::size_t size = 0; size <= letters.size(); ++size) {
    all += size * size;
  }
  EXPECT_EQ(plan.words.size(), all) << "each once";
}

TEST(Namer, a_new_name_is_written_without_a_look) {
  eval::Plan plan;
  Namer namer(plan.words);
  EXPECT_EQ(plan.of(namer.new_name("once")), "once");
  EXPECT_EQ(plan.of(namer.new_name("once")), "once");
  EXPECT_EQ(plan.words, "onceonce");
}

TEST(Citer, the_same_citations_are_one_list_and_others_are_not) {
  ir::Program program;
  program.sources = {{"act", "", ""}, {"code", "", ""}};
  eval::Plan plan;
  Citer citer(program, plan.citations);
  ir::SourceId const act(std::size_t{0});
  ir::SourceId const code(std::size_t{1});
  std::vector<ir::Citations> const different{{{act, "§ 1", {}}},
                                             {{code, "§ 1", {}}},
                                             {{act, "§ 2", {}}},
                                             {{act, "§ 1", {"X-1"}}},
                                             {{act, "§ 1", {"X-1", "X-2"}}},
                                             {{{}, "", {"X-1"}}},
                                             {{act, "§ 1", {}}, {act, "§ 1", {}}}};
  for (std::size_t at = 0; at < different.size(); ++at) {
    EXPECT_EQ(citer.shared(different[at]).at, at);
  }
  std::vector<ir::Citations> again;  // that share nothing with them
  for (ir::Citations const& one : different) {
    again.emplace_back(std::vector<ir::Citation>(one.begin(), one.end()));
  }
  for (std::size_t at = 0; at < again.size(); ++at) {
    EXPECT_EQ(citer.shared(again[at]).at, at);
    EXPECT_EQ(plan.of(citer.shared(again[at])), named(program, again[at]));
  }
  EXPECT_FALSE(citer.shared({}).has_value());
  EXPECT_TRUE(plan.of(citer.shared({})).empty());
}

}  // namespace
}  // namespace hjemmel::lower
