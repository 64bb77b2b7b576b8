// Tests of services.h: the services of a file say what those of the package say, and what is damaged is refused or does no harm.
#include "engine/saved/services.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/saved/contents.h"
#include "engine/saved/saved.h"
#include "engine/saved/services_part.h"

namespace hjemmel::saved {
namespace {

using testing::HasSubstr;

struct File {
  std::unique_ptr<source::Sources> sources = std::make_unique<source::Sources>();
  package::LoadedPackage package;
  std::string bytes;
};

File saved(std::string const& folder) {
  File file;
  diag::Sink sink;
  auto package = package::load(folder, *file.sources, sink);
  CHECK(package && *package);
  file.package = **std::move(package);
  file.bytes = save(file.package, *file.sources, sink);
  return file;
}

// Tests run at the same time, each with a file of its own.
std::string own_path() {
  return testing::TempDir() + "/" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".hjc";
}

base::Result<SavedServices> opened(std::string const& bytes) {
  std::string const path = own_path();
  std::ofstream(path, std::ios::binary) << bytes;
  auto services = open_services(path);
  std::filesystem::remove(path);
  return services;
}

std::string fault_of(std::string const& bytes) {
  auto const services = opened(bytes);
  return services ? "" : services.error().message;
}

constexpr char const* kEligibility = "tests/bench/packages/eligibility";
constexpr char const* kWork = "rules/no/welfare/work";

// By fact eight bytes for the number, then a byte each that says whether it is open.
std::vector<rows::HostField> fields_of(std::size_t facts) {
  std::vector<rows::HostField> fields;
  for (std::uint32_t fact = 0; fact < facts; ++fact) {
    fields.push_back({{fact * 8, static_cast<std::uint32_t>(facts) * 8 + fact}, rows::Width::i64});
  }
  return fields;
}

std::vector<std::byte> drawn_person(SavedServices const& services, std::mt19937& random) {
  std::size_t const facts = services.facts().size();
  std::vector<std::byte> person(facts * 9);
  for (std::size_t fact = 0; fact < facts; ++fact) {
    auto const& slot = services.slot(fact);
    std::uint64_t const values = slot ? static_cast<std::uint64_t>(slot->most - slot->least) + 1 : 1;
    std::int64_t const value =
        slot ? slot->least + static_cast<std::int64_t>(random() % std::min<std::uint64_t>(values, 20'000)) : 0;
    std::memcpy(person.data() + fact * 8, &value, sizeof(value));
    person[facts * 8 + fact] = random() % 8 == 0 ? std::byte{1} : std::byte{0};
  }
  return person;
}

TEST(SavedServices, a_file_has_the_services_of_its_package_with_their_names) {
  File const file = saved(kEligibility);
  auto const services = opened(file.bytes);
  ASSERT_TRUE(services) << services.error().message;
  EXPECT_EQ(services->package(), file.package.program.name);
  EXPECT_EQ(services->digest(), file.package.digest);
  EXPECT_EQ(services->others().size(), 0U);
  ASSERT_EQ(services->size(), file.package.plan.services.size());
  ASSERT_EQ(services->facts().size(), file.package.plan.facts.size());
  for (std::size_t at = 0; at < services->size(); ++at) {
    eval::ServicePlan const& plan = file.package.plan.services[at];
    EXPECT_EQ(services->name(at), file.package.plan.of(plan.name));
    EXPECT_EQ(services->is_of_right(at), file.package.program.services[at].as_of_right);
    std::span<eval::CriterionPlan const> const own = file.package.plan.of(plan.criteria);
    ASSERT_EQ(services->criteria(at), own.size());
    for (std::size_t criterion = 0; criterion < own.size(); ++criterion) {
      EXPECT_EQ(services->criterion(at, criterion), file.package.plan.of(own[criterion].name));
    }
  }
}

// Of few bytes and of so many that a thread is worth it.
TEST(SavedServices, their_digest_sees_each_byte_of_either_half) {
  Head head;
  head.package = "sha256:";
  for (std::size_t const size : {std::size_t{2}, std::size_t{256} * 1024 - 1, std::size_t{256} * 1024 + 1}) {
    std::string bytes(size, 'x');
    std::set<std::string> digests{digest_of_services(head, bytes), digest_of_services(head, bytes + "x")};
    for (std::size_t const at : {std::size_t{0}, size / 2 - 1, size / 2, size - 1}) {
      std::string changed = bytes;
      changed[at] = 'y';
      digests.insert(digest_of_services(head, changed));
    }
    EXPECT_EQ(digests.size(), size == 2 ? 4U : 6U);  // of two bytes some of these places are the same
  }
}

TEST(SavedServices, they_say_what_those_of_the_package_say) {
  for (char const* const folder : {kEligibility, kWork}) {
    File const file = saved(folder);
    auto const services = opened(file.bytes);
    ASSERT_TRUE(services) << services.error().message;
    columns::Kernel const kernel = columns::build(file.package.plan);
    std::vector<std::uint32_t> all;
    for (std::uint32_t at = 0; at < file.package.plan.services.size(); ++at) {
      bool const here =
          std::find(services->others().begin(), services->others().end(),
                    file.package.plan.of(file.package.plan.services[at].name)) == services->others().end();
      all.resize(all.size() + (here ? 1 : 0), at);
    }
    rows::CriteriaTable const table = rows::criteria_of(kernel, all);
    ASSERT_EQ(table.services, all);
    ASSERT_GT(services->size(), 0U);
    rows::Criteria of_package(rows::view_of(table), fields_of(services->facts().size()));
    rows::Criteria of_file(services->tests(), fields_of(services->facts().size()));
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
      std::vector<std::byte> const person = drawn_person(*services, random);
      of_package.check(person.data());
      of_file.check(person.data());
      for (std::size_t at = 0; at < services->size(); ++at) {
        EXPECT_EQ(of_file.failed(at), of_package.failed(at));
        EXPECT_EQ(of_file.open(at), of_package.open(at));
      }
    }
  }
}

TEST(SavedServices, those_that_hang_on_more_than_their_criteria_are_named_apart) {
  File const file = saved("rules/example/library_rights");
  auto const services = opened(file.bytes);
  ASSERT_TRUE(services) << services.error().message;
  EXPECT_EQ(services->size() + services->others().size(), file.package.plan.services.size());
  for (eval::ServicePlan const& plan : file.package.plan.services) {
    bool const is_apart = std::find(services->others().begin(), services->others().end(),
                                    file.package.plan.of(plan.name)) != services->others().end();
    EXPECT_TRUE(is_apart || (!plan.offered && !plan.in_force && !file.package.plan.in_force))
        << file.package.plan.of(plan.name);
  }
}

TEST(SavedServices, a_file_that_is_cut_short_is_refused_wherever_it_is_cut) {
  std::string const bytes = saved(kEligibility).bytes;
  Head head;
  ASSERT_EQ(read_head(bytes, head), "");
  std::size_t const end = kHeadBytes + head.services_bytes;
  for (std::size_t size = 0; size < end; size += size < kHeadBytes + 40 ? 1 : 37) {
    EXPECT_NE(fault_of(bytes.substr(0, size)), "") << size;
  }
  EXPECT_EQ(fault_of(bytes.substr(0, end)), "");  // the rest is not looked at
}

TEST(SavedServices, a_bit_that_is_turned_is_seen_by_both_readers) {
  std::string const bytes = saved(kEligibility).bytes;
  Head head;
  ASSERT_EQ(read_head(bytes, head), "");
  for (std::size_t at = kHeadBytes; at < kHeadBytes + head.services_bytes; at += 53) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_THAT(fault_of(changed), HasSubstr("damaged")) << at;
    EXPECT_FALSE(restore(changed, nullptr)) << at;
  }
}

// The file with other services and right digests.
std::string sealed(std::string const& bytes, std::string const& services) {
  Head head;
  CHECK(read_head(bytes, head).empty());
  std::string const body = bytes.substr(kHeadBytes + head.services_bytes);
  head.services_bytes = services.size();
  head.services = digest_of_services(head, services);
  head.contents = digest_of(head, body);
  return head_bytes(head) + services + body;
}

TEST(SavedServices, bytes_that_nobody_wrote_are_refused_or_run_without_harm) {
  for (char const* const folder : {kEligibility, kWork}) {
    std::string const bytes = saved(folder).bytes;
    Head head;
    ASSERT_EQ(read_head(bytes, head), "");
    std::string const part = bytes.substr(kHeadBytes, head.services_bytes);
    std::mt19937 random(9);
    std::size_t ran = 0;
    std::size_t refused = 0;
    for (int round = 0; round < 1500; ++round) {
      std::string changed = part;
      // Every other time near the end, where the directory is.
      std::size_t const at = round % 2 == 0 ? random() % part.size() : part.size() - 1 - random() % (part.size() / 4);
      changed[at] = static_cast<char>(random());
      auto const services = opened(sealed(bytes, changed));
      if (!services) {
        ++refused;
        continue;
      }
      ++ran;
      rows::Criteria criteria(services->tests(), fields_of(services->facts().size()));
      criteria.check(drawn_person(*services, random).data());
      std::size_t letters = 0;
      for (std::size_t service = 0; service < services->size(); ++service) {
        letters += services->name(service).size();
        for (std::size_t criterion = 0; criterion < services->criteria(service); ++criterion) {
          letters += services->criterion(service, criterion).size();
        }
      }
      EXPECT_LT(letters, part.size() * part.size());
    }
    EXPECT_GT(ran, 20U) << folder;
    EXPECT_GT(refused, 20U) << folder;
  }
}

TEST(SavedServices, a_length_that_is_not_there_is_refused) {
  std::string const bytes = saved(kEligibility).bytes;
  Head head;
  ASSERT_EQ(read_head(bytes, head), "");
  for (std::uint64_t const length : {std::uint64_t{bytes.size()}, std::uint64_t{UINT64_MAX}}) {
    head.services_bytes = length;
    std::string const changed = head_bytes(head) + bytes.substr(kHeadBytes);
    EXPECT_THAT(fault_of(changed), HasSubstr("cut short")) << length;
    EXPECT_FALSE(restore(changed, nullptr)) << length;
  }
  for (std::string const& services : {std::string(), std::string("\x01"), std::string(24, '\xff')}) {
    EXPECT_THAT(fault_of(sealed(bytes, services)), HasSubstr("damaged")) << services.size();
  }
}

TEST(SavedServices, what_is_no_file_of_this_kind_is_said) {
  EXPECT_THAT(fault_of("package: example.library\n"), HasSubstr("no package that `hjemmel build` has saved"));
  auto const missing = open_services(testing::TempDir() + "/nothing.hjc");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, HasSubstr("nothing.hjc"));
  EXPECT_FALSE(open_services(testing::TempDir()));
}

TEST(SavedServices, a_file_is_at_most_kMaxSavedBytes) {
  std::string const path = own_path();
  for (std::size_t const more : {std::size_t{0}, std::size_t{1}}) {
    std::ofstream(path, std::ios::binary).put('x');
    std::filesystem::resize_file(path, kMaxSavedBytes + more);  // a hole
    auto const services = open_services(path);
    EXPECT_THAT(services.error().message, HasSubstr(more == 0 ? "it is no package" : "it is larger than 256 MiB"));
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace hjemmel::saved
