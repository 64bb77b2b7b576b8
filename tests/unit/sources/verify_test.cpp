// The states of cited places, and what a new lock holds.
#include "engine/sources/verify.h"

#include <gtest/gtest.h>

#include "engine/sources/digest.h"
#include "engine/sources/read_reference.h"
#include "engine/sources/report.h"
#include "tests/unit/sources/act_text.h"

namespace hjemmel::sources {
namespace {

constexpr std::string_view kAct = "lov/2030-01-01-1";

Corpus corpus_with(std::string_view body) {
  Corpus corpus;
  corpus.folder = "acts";
  corpus.acts.emplace(kAct, act_of(body));
  return corpus;
}

LockedPlace locked(std::string_view place, std::string_view text) {
  return {std::string(kAct), *read_references(place).front().reference, digest_of(text)};
}

// `§ 1 first paragraph: moved`, one a place.
std::vector<std::string> states(std::string const& place, std::vector<LockedPlace> const& lock, std::string_view body) {
  source::Sources const sources;
  std::vector<std::string> text;
  for (CheckedPlace const& one :
       check_places({{"an act", std::string(kAct), place, {}}}, corpus_with(body), lock, sources)) {
    text.push_back(one.place + ": " + std::string(state_name(one.state)));
  }
  return text;
}

using Texts = std::vector<std::string>;

TEST(Verify, every_state) {
  std::string const place = "§ 1 first paragraph";
  auto const lock = std::vector{locked(place, "En.")};
  EXPECT_EQ(states(place, lock, "### § 1\n\nEn.\n"), Texts{place + ": unchanged"});
  EXPECT_EQ(states(place, lock, "### § 1\n\nTo.\n"), Texts{place + ": changed"});
  EXPECT_EQ(states(place, lock, "### § 1\n\nTo.\n\nEn.\n"), Texts{place + ": moved"});
  EXPECT_EQ(states(place, lock, "### § 2\n\nEn.\n"), Texts{place + ": moved"});
  EXPECT_EQ(states(place, lock, "### § 1. (Opphevet)\n### § 2\n\nEn.\n"), Texts{place + ": moved"});
  EXPECT_EQ(states(place, lock, "### § 1. (Opphevet)\n"), Texts{place + ": repealed"});
  EXPECT_EQ(states(place, lock, "### § 2\n\nTo.\n"), Texts{place + ": not_found"});
  EXPECT_EQ(states(place, {}, "### § 1\n\nEn.\n"), Texts{place + ": not_locked"});
  EXPECT_EQ(states(place, lock, "### § 1\n\nEn.\n### § 1\n\nTo.\n"), Texts{place + ": not_checkable"});
  EXPECT_EQ(states("§ 1 and § 2", lock, "### § 1\n\nEn.\n"), Texts{"§ 1 and § 2: not_checkable"});
  EXPECT_EQ(states("", lock, "### § 1\n\nEn.\n"), Texts{": not_checkable"});
}

TEST(Verify, a_place_that_is_cited_in_two_languages_is_one_place) {
  source::Sources const sources;
  auto const places = check_places({{"an act", std::string(kAct), "§ 1 first paragraph", {}},
                                    {"loven", std::string(kAct), "§ 1 første ledd", {source::FileId{}, 1, 2}}},
                                   corpus_with("### § 1\n\nEn.\n"), {}, sources);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places.front().cited.size(), 2U);
}

TEST(Verify, a_new_lock_keeps_what_has_no_text_now_and_drops_what_is_no_longer_cited) {
  source::Sources const sources;
  auto const lock = std::vector{locked("§ 1", "gone"), locked("§ 9", "not cited")};
  auto const places = check_places({{"an act", std::string(kAct), "§ 1, § 2 first paragraph, § 3", {}}},
                                   corpus_with("### § 2\n\nEn.\n"), lock, sources);
  std::string const text = lock_of(places);
  EXPECT_EQ(text.substr(text.find("lov/")), std::string(kAct) + " § 1 " + digest_of("gone") + "\n" + std::string(kAct) +
                                                " § 2 first paragraph " + digest_of("En.") + "\n");
  auto const unused = no_longer_cited(places, lock);
  ASSERT_EQ(unused.size(), 1U);
  EXPECT_EQ(to_text(unused.front().place), "§ 9");
}

TEST(Verify, an_act_that_the_folder_lacks_is_told_once) {
  source::Sources const sources;
  Corpus const corpus = corpus_with("### § 1\n\nEn.\n");
  auto const places = check_places({{"another", "lov/9", "§ 1, § 2", {}}}, corpus, {}, sources);
  diag::Sink sink;
  report_places(places, corpus, Purpose::verifying, sink);
  ASSERT_EQ(sink.errors(), 1U);
  EXPECT_EQ(sink.all().front().message,
            "nothing cited of `another` can be looked up: the folder `acts` has no act with the refid `lov/9`");
}

}  // namespace
}  // namespace hjemmel::sources
