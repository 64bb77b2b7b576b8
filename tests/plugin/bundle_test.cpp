// The plugins that ship, as the build lays them out with their list: each is taken by the host and has something to offer.
#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

TEST(Bundle, every_plugin_of_it_is_loaded_as_listed) {
  std::string const folder = (built_folder().parent_path() / "bundle" / "plugins").string();
  auto const reports = plugins_of({{folder}, {}, false})->report();
  EXPECT_GE(reports.size(), 4U);
  for (PluginReport const& report : reports) {
    EXPECT_EQ(report.error, "") << report.id;
    EXPECT_EQ(report.trust, Trust::listed) << report.id;
    ASSERT_TRUE(report.jurisdiction) << report.id;
    EXPECT_FALSE(report.jurisdiction->functions().empty()) << report.id;
  }
}

// The smallest plugin, from one source by three compilers, in a host built by one of them.
TEST(Bundle, the_compiler_of_a_plugin_is_its_own_matter) {
  std::string const folder = HJEMMEL_EXAMPLES;
  base::ForeignScratch scratch;
  for (std::string const compiler : {"gcc", "g++", "clang++"}) {
    auto const file = read_plugin_file(folder, "example_" + compiler + ".so");
    ASSERT_TRUE(file) << compiler;
    auto const loaded = load_jurisdiction(*file, "example", Trust::unlisted);
    ASSERT_TRUE(loaded) << compiler << ": " << loaded.error().message;
    base::ForeignValue const sunday{base::Decimal::of(3), {}};  // 1970-01-04
    auto const answer = (*loaded)->call(0, std::span(&sunday, 1), scratch);
    EXPECT_EQ(answer.status, base::ForeignStatus::ok) << compiler;
    EXPECT_EQ(answer.value.number, base::Decimal::of(1)) << compiler;
  }
}

}  // namespace
}  // namespace hjemmel::host
