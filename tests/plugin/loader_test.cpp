// Plugins that the host refuses, each with words of its own; and that what was checked is what is loaded.
#include <map>

#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

TEST(Loader, a_plugin_in_c_is_loaded) {
  auto const plugin = built("aa", "aa");
  ASSERT_TRUE(plugin);
  EXPECT_EQ(plugin->id(), "aa");
  EXPECT_EQ(plugin->version(), "1.2.3");
  EXPECT_EQ(plugin->title(), "The land of C");
  EXPECT_EQ(plugin->contract_version(), "1.0");
  EXPECT_EQ(plugin->digest(), "sha256:" + built_file("aa").sha256);
  EXPECT_FALSE(plugin->is_unlisted());
  ASSERT_EQ(plugin->functions().size(), 7U);
  EXPECT_EQ(plugin->functions()[0].summary, "The day after a day");
  ASSERT_EQ(plugin->adapters().size(), 1U);
  EXPECT_EQ(plugin->adapters()[0].schema, "aa/repeated_case");
  EXPECT_EQ(plugin->policy("milder_law"), "yes");
  EXPECT_EQ(plugin->policy("retention"), std::nullopt);
  EXPECT_EQ(plugin->policies().size(), 2U);
  EXPECT_EQ(plugin->packages(), std::vector<std::string>{"aa.penal.minor"});
  EXPECT_EQ(plugin->schemas(), std::vector<std::string>{"aa/repeated_case"});
}

TEST(Loader, a_plugin_in_cpp_is_loaded) {
  auto const plugin = built("bb", "bb");
  ASSERT_TRUE(plugin);
  EXPECT_EQ(plugin->title(), "The land of C++");
  EXPECT_TRUE(plugin->packages().empty());
}

TEST(Loader, each_fault_of_a_table_has_its_words) {
  std::string const author = "; take another version of the plugin, and tell its author";
  std::string const in_list = ", and their list is a null pointer";
  std::map<std::string, std::string> const expected{
      {"null_table",
       "it does not work with this host, whose contract is 1.0: its entry gives no table; install the plugin's version "
       "for it"},
      {"wrong_magic", "what its entry gives is no table of a jurisdiction; build it with this host's jurisdiction.h"},
      {"wrong_major",
       "it is built for contract 2, and this host has contract 1; install the plugin's version for this host"},
      {"short_struct", "its table has 120 bytes, and this host needs 128; install a newer version of the plugin"},
      {"null_id", "its id is a null pointer" + author},
      {"bad_id", "its id `No` is not two to eight letters a to z" + author},
      {"other_id", "it calls itself `de`, not `hh`; correct its line in `plugins.yaml`, or the name of its file"},
      {"null_version", "its version is a null pointer" + author},
      {"bad_version", "its version `1.0` is not three numbers, as in `1.0.0`" + author},
      {"null_title", "its title is a null pointer" + author},
      {"control_title", "its title holds a control character" + author},
      {"long_title", "its title is longer than 4096 bytes" + author},
      {"null_functions", "it counts 2 functions" + in_list + author},
      {"many_functions", "it has 1025 functions, and a plugin may have 1024" + author},
      {"null_adapters", "it counts 2 adapters" + in_list + author},
      {"many_adapters", "it has 18446744073709551615 adapters, and a plugin may have 1024" + author},
      {"null_policies", "it counts 2 policies" + in_list + author},
      {"null_packages", "it counts 2 packages" + in_list + author},
      {"null_schemas", "it counts 2 schemas" + in_list + author},
      {"null_function_name", "the name of function 2 is a null pointer" + author},
      {"bad_function_name",
       "the name of function 2 is `2nd`, which is no name of the form that the contract asks for" + author},
      {"twice_function_name", "it has two functions of the name `one`" + author},
      {"null_signature", "the signature of function `two` is a null pointer" + author},
      {"bad_signature",
       "the signature `money -> int` of function `two`: `money` is none of the types bool, int, decimal, date and "
       "text" +
           author},
      {"nine_arguments",
       "the signature `int,int,int,int,int,int,int,int,int -> int` of function `two`: it has more than 8 arguments" +
           author},
      {"null_summary", "the summary of function `two` is a null pointer" + author},
      {"null_scalar", "the code of function `two` is a null pointer" + author},
      {"null_adapter_name", "the name of adapter 2 is a null pointer" + author},
      {"twice_adapter_name", "it has two adapters of the name `empty`" + author},
      {"null_adapter_schema", "the schema of adapter `full` is a null pointer" + author},
      {"bad_adapter_schema",
       "the schema of adapter `full` is `../etc`, which is no name of the form that the contract asks for" + author},
      {"null_adapter_summary", "the summary of adapter `full` is a null pointer" + author},
      {"null_convert", "the code of adapter `full` is a null pointer" + author},
      {"null_policy_name", "the name of policy 2 is a null pointer" + author},
      {"twice_policy_name", "it has two policies of the name `retention`" + author},
      {"null_policy_value", "the value of policy `decimal_sign` is a null pointer" + author},
      {"null_package", "the name of package 2 is a null pointer" + author},
      {"twice_package", "it has two packages of the name `hh.one`" + author},
      {"bad_package",
       "the name of package 2 is `hh..one`, which is no name of the form that the contract asks for" + author},
      {"null_schema", "the name of schema 2 is a null pointer" + author},
      {"twice_schema", "it has two schemas of the name `hh/one`" + author},
      {"null_self_test", "its self-test is a null pointer" + author},
      {"failing_self_test", "its self-test fails: 1 May 2026 is no holiday" + author},
      {"unreadable_self_test", "its self-test fails, and it does not say in a readable way why" + author},
      {"overrunning_self_test", "its self-test writes outside of the memory that it is given" + author},
      {"throws_in_self_test", "its self-test throws an exception across the border" + author},
      {"throws_in_entry", "its entry throws an exception across the border" + author},
      {"missing_symbol",
       "it does not export `hjemmel_jurisdiction_v1`: it is no plugin, or one for another contract; take one for "
       "contract 1"},
      {"undefined_symbol",
       "the system's loader refuses it: undefined symbol: stands_nowhere; build it anew on this system, with all that "
       "it "
       "needs in it"},
  };
  for (auto const& [name, words] : expected) {
    EXPECT_EQ(refusal_of_built(name), words) << name;
  }
}

TEST(Loader, a_plugin_that_is_refused_once_loaded_does_not_stand_in_the_way_of_others) {
  EXPECT_NE(refusal_of_built("wrong_magic"), "loaded");
  EXPECT_TRUE(built("aa", "aa"));
  EXPECT_EQ(built("bb", "bb")->title(), "The land of C++");
}

TEST(Loader, what_was_read_is_loaded_whatever_stands_on_disk_behind_that) {
  PluginFolder const folder;
  folder.add("aa", "no.so");
  auto const file = read_plugin_file(folder.path(), "no.so");
  ASSERT_TRUE(file);
  folder.add("wrong_magic", "no.so");
  auto const loaded = load_jurisdiction(*file, "aa", Trust::listed);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ((*loaded)->title(), "The land of C");
  std::filesystem::remove(folder.at("no.so"));
  EXPECT_TRUE(load_jurisdiction(*file, "aa", Trust::listed));
}

std::ptrdiff_t open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

// One that was loaded keeps its own for good: its name must not come to mean another library.
TEST(Loader, a_plugin_that_the_systems_loader_refuses_leaves_no_file_open) {
  PluginFile const refused = built_file("undefined_symbol");
  PluginFile const good = built_file("aa");
  std::ptrdiff_t const before = open_files();
  for (int times = 0; times < 3; ++times) {
    EXPECT_NE(refusal(refused), "loaded");
  }
  EXPECT_EQ(open_files(), before);
  EXPECT_TRUE(load_jurisdiction(good, "aa", Trust::listed));
  EXPECT_EQ(open_files(), before + 1);
}

TEST(Loader, a_new_version_stands_beside_the_old_one) {
  auto const first = built("aa", "aa");
  auto const second = built("aa", "aa");
  ASSERT_TRUE(first && second);
  EXPECT_NE(first, second);
  base::ForeignScratch scratch;
  std::size_t const holds = function_of(*first, "holds");
  EXPECT_EQ(first->call(holds, {}, scratch).status, base::ForeignStatus::ok);
  EXPECT_EQ(second->call(holds, {}, scratch).status, base::ForeignStatus::ok);
}

}  // namespace
}  // namespace hjemmel::host
