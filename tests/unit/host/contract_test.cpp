// The contract held against tables that stand in the test itself, linked in as a plugin may be. Each fault with its words:
// tests/plugin/loader_test.cpp.
#include "engine/host/contract.h"

#include <gtest/gtest.h>

namespace hjemmel::host {
namespace {

jur_status one(jur_value const*, std::uint64_t, jur_value* result) {
  result->number = 1;
  return JUR_OK;
}

jur_status passes(char*, std::uint64_t, std::uint64_t* message_size) {
  *message_size = 0;
  return JUR_OK;
}

// A sound table without lists.
jurisdiction_v1 sound_table() {
  jurisdiction_v1 table{};
  table.magic = JUR_MAGIC;
  table.abi_major = JUR_ABI_MAJOR;
  table.struct_size = sizeof(jurisdiction_v1);
  table.id = "no";
  table.version = "1.0.0";
  table.title = "Norway";
  table.self_test = passes;
  return table;
}

std::string checked(jurisdiction_v1 const& table) {
  auto const contract = check_contract(&table, "no");
  return contract ? "sound" : contract.error().message.substr(0, contract.error().message.find(';'));
}

std::string checked_version(char const* version) {
  jurisdiction_v1 table = sound_table();
  table.version = version;
  return checked(table);
}

TEST(Contract, a_table_without_lists_is_sound) {
  jurisdiction_v1 const table = sound_table();
  auto const contract = check_contract(&table, "no");
  ASSERT_TRUE(contract) << contract.error().message;
  EXPECT_EQ(contract->title, "Norway");
  EXPECT_TRUE(contract->functions.empty());
}

TEST(Contract, a_longer_table_and_a_later_minor_are_sound) {
  jurisdiction_v1 table = sound_table();
  table.struct_size += 8;
  table.abi_minor = 7;
  auto const contract = check_contract(&table, "no");
  ASSERT_TRUE(contract);
  EXPECT_EQ(contract->minor_number, 7U);
}

TEST(Contract, versions_are_three_plain_numbers) {
  EXPECT_EQ(checked_version("10.0.123456"), "sound");
  for (char const* const version : {"", "1", "1.0", "1.0.0.0", "1.0.x", "01.0.0", "1..0", "1.0.0-rc", "1.0.1234567"}) {
    EXPECT_EQ(checked_version(version),
              "its version `" + std::string(version) + "` is not three numbers, as in `1.0.0`");
  }
}

TEST(Contract, texts_are_utf8_and_capped) {
  jurisdiction_v1 table = sound_table();
  table.title = "\xC3";
  EXPECT_EQ(checked(table), "its title is not valid UTF-8");
  std::string const most(4096, 'x');
  table.title = most.c_str();
  EXPECT_EQ(checked(table), "sound");
  std::string const more(4097, 'x');
  table.title = more.c_str();
  EXPECT_EQ(checked(table), "its title is longer than 4096 bytes");
}

std::string checked_name(char const* name) {
  jurisdiction_v1 table = sound_table();
  jur_function const function{name, " -> int", "One", one, nullptr};
  table.functions = &function;
  table.function_count = 1;
  return checked(table);
}

TEST(Contract, names_have_a_form) {
  std::string const most(128, 'x');
  std::string const more(129, 'x');
  EXPECT_EQ(checked_name("next_day2"), "sound");
  EXPECT_EQ(checked_name(most.c_str()), "sound");
  EXPECT_EQ(checked_name(more.c_str()), "the name of function 1 is longer than 128 bytes");
  for (char const* const name : {"", "Next", "_next", "2nd", "next.day", "next-day", "næste", "next day"}) {
    EXPECT_EQ(checked_name(name), "the name of function 1 is `" + std::string(name) +
                                      "`, which is no name of the form that the contract asks for");
  }
}

TEST(Contract, as_many_functions_as_the_cap_are_sound) {
  std::vector<std::string> names;
  std::vector<jur_function> functions;
  for (std::size_t at = 0; at < JUR_MAX_FUNCTIONS; ++at) {
    names.push_back("f" + std::to_string(at));
  }
  for (std::string const& name : names) {
    functions.push_back({name.c_str(), " -> int", "One", one, nullptr});
  }
  jurisdiction_v1 table = sound_table();
  table.functions = functions.data();
  table.function_count = functions.size();
  EXPECT_EQ(checked(table), "sound");
  table.function_count = functions.size() + 1;
  EXPECT_EQ(checked(table), "it has 1025 functions, and a plugin may have 1024");
}

}  // namespace
}  // namespace hjemmel::host
