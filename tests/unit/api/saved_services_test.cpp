// Tests of saved_services.h: a host's struct against entitlements() over the same facts, and what is wrong use.
#include "engine/api/saved_services.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/date.h"

namespace hjemmel::api {
namespace {

using testing::HasSubstr;

constexpr char const* kFolder = "tests/bench/packages/eligibility";

std::shared_ptr<SavedServices const> saved_services(char const* folder = kFolder) {
  std::string const path =  // of this test alone: others run at the same time
      testing::TempDir() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".hjc";
  LoadResult const loaded = load_package(folder);
  std::ofstream(path, std::ios::binary) << save_package(*loaded.package).bytes;
  SavedServicesResult const opened = open_services(path);
  EXPECT_EQ(opened.failure, Failure::none) << opened.error;
  std::remove(path.c_str());
  return opened.services;
}

// By fact eight bytes for the number, then a byte each that says whether it is open.
std::vector<FactField> fields_of(SavedServicesInfo const& told) {
  std::vector<FactField> fields;
  auto const facts = static_cast<std::uint32_t>(told.facts.size());
  for (std::uint32_t at = 0; at < facts; ++at) {
    if (told.facts[at].kind != FactKind::unheld) {
      fields.push_back({told.facts[at].name, at * 8, NumberWidth::eight_bytes, facts * 8 + at});
    }
  }
  return fields;
}

struct Person {
  std::vector<std::byte> bytes;
  std::string json;
};

std::string json_of(SavedFact const& fact, std::int64_t value) {
  switch (fact.kind) {
    case FactKind::truth:
      return value == 0 ? "false" : "true";
    case FactKind::choice:
      return '"' + fact.values[static_cast<std::size_t>(value)] + '"';
    case FactKind::day:
      return '"' + base::to_string(base::Date{static_cast<std::int32_t>(value)}) + '"';
    default:
      return std::to_string(value);
  }
}

// `open_in`: of so many facts one is open; 0: none.
Person drawn_person(SavedServicesInfo const& told, std::mt19937& random, unsigned open_in) {
  std::size_t const facts = told.facts.size();
  Person person{std::vector<std::byte>(facts * 9), "{"};
  for (std::size_t at = 0; at < facts; ++at) {
    SavedFact const& fact = told.facts[at];
    if (fact.kind == FactKind::unheld) {
      continue;
    }
    bool const is_day = fact.kind == FactKind::day;
    std::int64_t const least = is_day ? -10'000 : fact.least;
    std::int64_t const most = is_day ? 20'000 : fact.most;
    std::int64_t const value =
        least + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
    bool const is_open = open_in != 0 && random() % open_in == 0;
    std::memcpy(person.bytes.data() + at * 8, &value, sizeof(value));
    person.bytes[facts * 8 + at] = is_open ? std::byte{1} : std::byte{0};
    if (!is_open) {
      person.json += (person.json.size() > 1 ? ",\"" : "\"") + fact.name + "\":" + json_of(fact, value);
    }
  }
  person.json += "}";
  return person;
}

// What a document says of one service.
struct Told {
  std::string state;
  std::uint64_t failed = 0;
  std::uint64_t open = 0;
};

// The text between `before` and the next quotation mark, from `at` on; leaves `at` behind it.
std::string next(std::string const& json, std::string const& before, std::size_t& at) {
  at = json.find(before, at) + before.size();
  std::size_t const begin = at;
  at = json.find('"', begin);
  return json.substr(begin, at - begin);
}

std::vector<Told> told_by(std::string const& json, SavedServices const& services) {
  std::vector<Told> all;
  std::size_t at = 0;
  for (std::size_t service = 0; service < size(services); ++service) {
    EXPECT_EQ(next(json, "\"service\": \"", at), name(services, service));
    Told told{next(json, "\"state\": \"", at)};
    for (std::size_t criterion_at = 0; criterion_at < criteria(services, service); ++criterion_at) {
      EXPECT_EQ(next(json, "\"name\": \"", at), criterion(services, service, criterion_at));
      std::string const truth = next(json, "\"truth\": \"", at);
      told.failed |= std::uint64_t{truth == "false" ? 1U : 0U} << criterion_at;
      told.open |= std::uint64_t{truth == "unknown" ? 1U : 0U} << criterion_at;
    }
    all.push_back(std::move(told));
  }
  return all;
}

char const* word_of(SavedState state) {
  char const* const words[] = {"entitled", "may_be_given", "refused", "unknown"};
  return words[static_cast<std::size_t>(state)];
}

TEST(SavedServicesApi, a_struct_gets_what_entitlements_say_of_the_same_facts) {
  auto const services = saved_services();
  ASSERT_EQ(size(*services), 40U);
  SavedServicesInfo const told = info(*services);
  LoadResult const loaded = load_package(kFolder);
  CheckerResult made = make_checker(services, fields_of(told));
  ASSERT_EQ(made.failure, Failure::none) << made.error;
  std::mt19937 random(4);
  std::map<std::string, std::size_t> states;
  for (unsigned round = 0; round < 60; ++round) {
    Person const person = drawn_person(told, random, round % 3 * 4);
    EntitlementsResult const answer = entitlements({loaded.package}, {person.json, "person.json"});
    ASSERT_TRUE(answer.answer) << answer.error;
    std::vector<Told> const expected = told_by(answer.answer->json, *services);
    made.checker->check(person.bytes.data());
    for (std::size_t at = 0; at < expected.size(); ++at) {
      EXPECT_EQ(made.checker->failed(at), expected[at].failed);
      EXPECT_EQ(made.checker->open(at), expected[at].open);
      EXPECT_EQ(word_of(made.checker->state(at)), expected[at].state);
      ++states[expected[at].state];
    }
  }
  EXPECT_GT(states["entitled"], 50U);
  EXPECT_GT(states["refused"], 50U);
  EXPECT_GT(states["unknown"], 50U);
}

TEST(SavedServicesApi, a_fact_that_is_not_told_is_open_and_never_fails) {
  auto const services = saved_services();
  CheckerResult made = make_checker(services, {});
  ASSERT_EQ(made.failure, Failure::none) << made.error;
  made.checker->check("");
  for (std::size_t service = 0; service < size(*services); ++service) {
    EXPECT_EQ(made.checker->state(service), SavedState::open);
    EXPECT_EQ(made.checker->failed(service), 0U);
    EXPECT_EQ(made.checker->open(service), (std::uint64_t{1} << criteria(*services, service)) - 1);
  }
}

TEST(SavedServicesApi, it_is_told_what_there_is) {
  auto const services = saved_services();
  LoadResult const loaded = load_package(kFolder);
  SavedServicesInfo const told = info(*services);
  EXPECT_EQ(told.package, "bench.eligibility");
  EXPECT_EQ(told.digest, info(*loaded.package).digest);
  ASSERT_EQ(told.facts.size(), 61U);
  for (SavedFact const& fact : told.facts) {
    std::string const kinds = "bnedi";  // the last is `id`
    FactKind const expected[] = {FactKind::truth, FactKind::number, FactKind::choice, FactKind::day, FactKind::number};
    EXPECT_EQ(fact.kind, expected[kinds.find(fact.name.front())]) << fact.name;
    EXPECT_EQ(fact.values.size(), fact.kind == FactKind::choice ? 7U : 0U);
  }
  EXPECT_EQ(name(*services, 0), "svc0");
  EXPECT_EQ(criterion(*services, 0, 0), "e1_among");
}

TEST(SavedServicesApi, wrong_use_is_said) {
  auto const services = saved_services();
  EXPECT_THAT(make_checker(services, {{"income", 0, NumberWidth::one_byte, {}}}).error,
              HasSubstr("`bench.eligibility` has no fact `income`"));
  auto const with_list = saved_services("rules/no/penal/minor_narcotics");
  std::vector<SavedFact> const facts = info(*with_list).facts;
  auto const list = std::find_if(facts.begin(), facts.end(), [](auto& fact) { return fact.kind == FactKind::unheld; });
  ASSERT_NE(list, facts.end());
  EXPECT_THAT(make_checker(with_list, {{list->name, 0, NumberWidth::one_byte, {}}}).error,
              HasSubstr("`" + list->name + "` is no number"));
  CheckerResult const twice =
      make_checker(services, {{"b0", 0, NumberWidth::one_byte, {}}, {"b0", 1, NumberWidth::one_byte, {}}});
  EXPECT_EQ(twice.failure, Failure::use);
  EXPECT_THAT(twice.error, HasSubstr("`b0` is given twice"));
  SavedServicesResult const missing = open_services(testing::TempDir() + "/no_such_file.hjc");
  EXPECT_EQ(missing.failure, Failure::world);
  EXPECT_THAT(missing.error, HasSubstr("no_such_file.hjc"));
}

}  // namespace
}  // namespace hjemmel::api
