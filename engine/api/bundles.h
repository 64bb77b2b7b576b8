// Bundles: where a jurisdiction is complete: its plugin, its rule packages and its schemas, in one folder.
//
//   BUNDLE/plugins/   plugins.yaml and the files it lists; may be left out
//   BUNDLE/rules/     packages, each in the folder of its name: no/penal/minor_narcotics; may be left out
//   BUNDLE/schemas/   the fact schemas of these packages
//
// In: the folders, in the order in which they are asked. Out: the code of jurisdictions, loaded when a package first asks for it
// and never unloaded, packages by their names, and what is there to be known of every plugin. Tested in tests/golden/jurisdiction.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/hjemmel.h"

namespace hjemmel::api {

struct BundleSettings {
  std::vector<std::string> bundles;
  std::vector<std::string>
      keys;  // Ed25519 public keys, base64; where there are any, only plugins signed by one are loaded
  bool allow_unlisted = false;  // for development: runs code that nobody has vouched for; every outcome says so
};

struct BundlesResult {
  std::shared_ptr<Bundles const> bundles;  // null on failure
  Findings findings;                       // of the lists of plugins
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] BundlesResult open_bundles(BundleSettings const& settings);

// The folder of the package of that name (`no.penal.minor_narcotics`), in the first bundle that has it.
[[nodiscard]] std::optional<std::string> find_package(Bundles const& bundles, std::string const& name);

struct PluginFunction {
  std::string name;
  std::string signature;  // `date, int -> date`
  std::string summary;
};

struct PluginAdapter {
  std::string name;
  std::string schema;
  std::string summary;
};

struct PluginPolicy {
  std::string name;
  std::string value;
};

// One plugin of one bundle. What it says of itself is empty where it is refused or hidden.
struct PluginInfo {
  std::string id;
  std::string bundle_folder;  // its plugins folder
  std::string file;
  std::string digest;     // `sha256:…`; empty when the file cannot be read
  std::string trust;      // `listed`, `signed`, `unlisted`; empty when it is refused
  std::string error;      // why it is not used
  std::string hidden_by;  // the plugins folder before it that offers the same id
  std::string title;
  std::string version;
  std::string contract;  // `1.0`
  std::vector<PluginFunction> functions;
  std::vector<PluginAdapter> adapters;
  std::vector<PluginPolicy> policies;
  std::vector<std::string> packages;
  std::vector<std::string> schemas;
};

// In the order of the bundles. Loads each plugin that counts.
[[nodiscard]] std::vector<PluginInfo> plugins(Bundles const& bundles);

struct AdaptedResult {
  std::optional<FactsText> facts;  // none on failure
  Failure failure = Failure::none;
  std::string error;
};

// The facts that adapter `no.police_csv` makes of one record; `header`: the register's header line, or nothing.
[[nodiscard]] AdaptedResult adapt(Bundles const& bundles, std::string const& adapter, std::string_view header,
                                  std::string_view record);

}  // namespace hjemmel::api
