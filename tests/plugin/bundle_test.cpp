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

}  // namespace
}  // namespace hjemmel::host
