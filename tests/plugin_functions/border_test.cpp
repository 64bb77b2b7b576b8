// The shipped plugins as a host sees them: tables that keep the contract, the shared library and the static one alike, and the
// example in C as three compilers make it.
#include <chrono>
#include <regex>

#include <dlfcn.h>
#include <gtest/gtest.h>

#include "plugins/static_entries.h"
#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

// The table of a shared library; never unloaded, like a host's.
jurisdiction_v1 const* load(std::string const& path, std::uint32_t major = JUR_ABI_MAJOR) {
  void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    ADD_FAILURE() << dlerror();
    return nullptr;
  }
  auto const entry = reinterpret_cast<jur_entry>(dlsym(library, JUR_ENTRY_NAME));
  return entry == nullptr ? nullptr : entry(major, JUR_ABI_MINOR);
}

std::string in_bundle(std::string const& id) { return std::string(HJEMMEL_BUNDLE_PLUGINS) + "/" + id + ".so"; }

// Everything that a table says, as text.
std::string told(jurisdiction_v1 const& table) {
  std::string text = std::string(table.id) + " " + table.version + " " + table.title + "\n";
  for (std::uint64_t at = 0; at < table.function_count; ++at) {
    jur_function const& one = table.functions[at];
    text += std::string(one.name) + ": " + one.signature + "; " + one.summary +
            (one.batch == nullptr ? "" : " (batch)") + "\n";
  }
  for (std::uint64_t at = 0; at < table.adapter_count; ++at) {
    text += std::string(table.adapters[at].name) + " " + table.adapters[at].schema + " " + table.adapters[at].summary +
            "\n";
  }
  for (std::uint64_t at = 0; at < table.policy_count; ++at) {
    text += std::string(table.policies[at].name) + " = " + table.policies[at].value + "\n";
  }
  for (std::uint64_t at = 0; at < table.package_count; ++at) {
    text += std::string(table.packages[at]) + "\n";
  }
  for (std::uint64_t at = 0; at < table.schema_count; ++at) {
    text += std::string(table.schemas[at]) + "\n";
  }
  return text;
}

struct Shipped {
  std::string id;
  jur_entry entry;
};

std::vector<Shipped> shipped() {
  return {{"no", hjemmel_jurisdiction_v1_no},
          {"de", hjemmel_jurisdiction_v1_de},
          {"dk", hjemmel_jurisdiction_v1_dk},
          {"example", hjemmel_jurisdiction_v1_example}};
}

void expect_contract(jurisdiction_v1 const& table) {
  EXPECT_EQ(table.magic, JUR_MAGIC);
  EXPECT_EQ(table.abi_major, JUR_ABI_MAJOR);
  EXPECT_EQ(table.abi_minor, JUR_ABI_MINOR);
  EXPECT_EQ(table.struct_size, sizeof(jurisdiction_v1));
  EXPECT_TRUE(std::regex_match(table.id, std::regex("[a-z]{2,8}")));
  EXPECT_TRUE(std::regex_match(table.version, std::regex(R"(\d+\.\d+\.\d+)")));
  EXPECT_EQ(table.adapter_count == 0, table.adapters == nullptr);
  EXPECT_EQ(table.policy_count == 0, table.policies == nullptr);
  EXPECT_EQ(table.package_count == 0, table.packages == nullptr);
  EXPECT_EQ(table.schema_count == 0, table.schemas == nullptr);
  std::regex const type("(bool|int|decimal|date|text)");
  std::regex const signature(
      "(((bool|int|decimal|date|text), )*(bool|int|decimal|date|text))? -> (bool|int|decimal|date|text)");
  for (std::uint64_t at = 0; at < table.function_count; ++at) {
    jur_function const& one = table.functions[at];
    EXPECT_TRUE(std::regex_match(one.name, std::regex("[a-z][a-z0-9_]*"))) << one.name;
    EXPECT_TRUE(std::regex_match(one.signature, signature)) << one.signature;
    EXPECT_GT(std::string_view(one.summary).size(), 10U) << one.name;
    EXPECT_NE(one.scalar, nullptr) << one.name;
    EXPECT_EQ(Plugin(&table).find(one.name), &one) << one.name << " stands twice";
  }
}

TEST(Border, shipped_tables_keep_the_contract_and_pass_their_self_tests) {
  for (Shipped const& one : shipped()) {
    jurisdiction_v1 const* const table = one.entry(JUR_ABI_MAJOR, JUR_ABI_MINOR);
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->id, one.id);
    expect_contract(*table);
    std::array<char, 200> message{};
    std::uint64_t size = 0;
    auto const start = std::chrono::steady_clock::now();
    EXPECT_EQ(table->self_test(message.data(), message.size(), &size), JUR_OK) << std::string(message.data(), size);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
  }
}

TEST(Border, the_shared_library_offers_what_the_static_one_does) {
  for (Shipped const& one : shipped()) {
    jurisdiction_v1 const* const shared = load(in_bundle(one.id));
    ASSERT_NE(shared, nullptr) << one.id;
    EXPECT_NE(shared, one.entry(JUR_ABI_MAJOR, JUR_ABI_MINOR));
    EXPECT_EQ(told(*shared), told(*one.entry(JUR_ABI_MAJOR, JUR_ABI_MINOR)));
  }
}

TEST(Border, functions_of_the_shared_library_answer_alike) {
  Plugin const shared(load(in_bundle("no")));
  for (jur::Date date = day(2026, 1, 1); date <= day(2026, 12, 31); ++date.days) {
    EXPECT_EQ(shared.call("deadline_end", {date}), norway().call("deadline_end", {date}));
    EXPECT_EQ(shared.call("format_date", {date}), norway().call("format_date", {date}));
  }
  EXPECT_EQ(shared.convert("police_csv", "x", "y"), norway().convert("police_csv", "x", "y"));
}

TEST(Border, a_host_of_another_major_version_gets_nothing) {
  for (Shipped const& one : shipped()) {
    EXPECT_EQ(load(in_bundle(one.id), JUR_ABI_MAJOR + 1), nullptr) << one.id;
    EXPECT_EQ(one.entry(0, 0), nullptr) << one.id;
  }
}

TEST(Border, every_function_refuses_a_call_without_arguments_or_with_others) {
  for (Shipped const& one : shipped()) {
    jurisdiction_v1 const& table = *one.entry(JUR_ABI_MAJOR, JUR_ABI_MINOR);
    for (std::uint64_t at = 0; at < table.function_count; ++at) {
      jur_value result{};
      std::array<jur_value, JUR_MAX_ARGUMENTS> arguments{};  // of no type at all
      EXPECT_EQ(table.functions[at].scalar(nullptr, 0, &result), JUR_BAD_ARGUMENT) << table.functions[at].name;
      EXPECT_EQ(table.functions[at].scalar(arguments.data(), 1, &result), JUR_BAD_ARGUMENT) << table.functions[at].name;
      EXPECT_EQ(table.functions[at].scalar(arguments.data(), JUR_MAX_ARGUMENTS, &result), JUR_BAD_ARGUMENT);
    }
  }
}

TEST(Border, policies_have_names_that_hosts_know) {
  std::regex const name("milder_law|severity\\.[a-z_]+|retention|date_format|decimal_sign|thousands_sign");
  for (Shipped const& one : shipped()) {
    jurisdiction_v1 const& table = *one.entry(JUR_ABI_MAJOR, JUR_ABI_MINOR);
    for (std::uint64_t at = 0; at < table.policy_count; ++at) {
      EXPECT_TRUE(std::regex_match(table.policies[at].name, name)) << table.policies[at].name;
    }
  }
}

TEST(Border, the_example_works_as_each_compiler_makes_it) {
  for (std::string const compiler : {"gcc", "g++", "clang++"}) {
    jurisdiction_v1 const* const table = load(std::string(HJEMMEL_EXAMPLES) + "/example_" + compiler + ".so");
    ASSERT_NE(table, nullptr) << compiler;
    expect_contract(*table);
    EXPECT_EQ(Plugin(table).call("is_weekend", {day(2026, 5, 16)}), number(1)) << compiler;
    EXPECT_EQ(Plugin(table).call("is_weekend", {day(2026, 5, 18)}), number(0)) << compiler;
  }
}

}  // namespace
}  // namespace plugin_functions
