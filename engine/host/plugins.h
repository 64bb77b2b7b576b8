// The plugins of a host: folders, each with a plugins.yaml, and the jurisdictions in them, loaded when they are first asked for.
//
// In: settings. Out: jurisdictions by id; and for people a report on every plugin that is there (`plugin list`, `plugin verify`).
// Who is believed:
//   - a plugin that its folder lists, when its file has the hash of the list: `listed`;
//   - and when its signature is by one of the settings' keys: `signed`. Once the settings have keys, nothing else is loaded;
//   - with allow_unlisted (development) also `<id>.so` that is not listed, or that has another hash: `unlisted`.
// Of two folders that offer one id the first counts, also when its plugin is refused. Tested in tests/plugin/plugins_test.cpp.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/foreign.h"
#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/host/jurisdiction.h"
#include "engine/host/plugin_list.h"
#include "engine/host/trust.h"
#include "engine/source/source_file.h"

namespace hjemmel::host {

struct PluginSettings {
  std::vector<std::string> folders;  // in the order in which they are asked
  std::vector<PublicKey> keys;
  bool allow_unlisted = false;  // for development: runs code that nobody vouches for
};

using JurisdictionPtr = std::shared_ptr<Jurisdiction const>;

// What is there to be known of one plugin.
struct PluginReport {
  std::string id;
  std::string folder;            // as the settings name it
  std::string file;              // `no.so`
  std::string digest;            // `sha256:…` of the file as it is; empty when it cannot be read
  std::optional<Trust> trust;    // nothing when it is refused before it is loaded
  std::string error;             // why it is not used; empty when it is fit for use
  std::string hidden_by;         // the folder before it that offers the same id; such a plugin is not loaded
  JurisdictionPtr jurisdiction;  // version, contract, functions and the rest; null when it is refused or hidden
};

class Plugins final : public base::ForeignFinder {
 public:
  struct Folder {
    std::string path;
    std::vector<ListedPlugin> listed;
    std::vector<std::string> unlisted;  // ids of the files `<id>.so` that the list does not name, sorted
  };

  Plugins(PluginSettings settings, std::vector<Folder> folders)
      : settings_(std::move(settings)), folders_(std::move(folders)) {}

  [[nodiscard]] PluginSettings const& settings() const { return settings_; }

  // Loads it the first time; later, and from any thread, gives the same jurisdiction or the same error again. The error reads
  // `which plugin: what is wrong; what to do`.
  [[nodiscard]] base::Result<JurisdictionPtr> jurisdiction(std::string_view id) const;

  // The same for the engine: its code, or the two halves of the error.
  [[nodiscard]] Found find(std::string_view id) const override;

  // Every plugin of every folder, in the order of the folders, listed ones first. Loads each that counts.
  [[nodiscard]] std::vector<PluginReport> report() const;

 private:
  [[nodiscard]] base::Result<JurisdictionPtr> load(std::string_view id) const;
  [[nodiscard]] PluginReport report_on(Folder const& folder, std::string const& id, ListedPlugin const* listed) const;
  [[nodiscard]] Folder const* offering(std::string_view id) const;

  PluginSettings settings_;
  std::vector<Folder> folders_;
  mutable std::mutex loading_;
  mutable std::map<std::string, base::Result<JurisdictionPtr>, std::less<>> loaded_;
};

// Reads the lists of the folders; loads no plugin yet. A folder without a list offers nothing but unlisted files. Nothing when a
// list has a mistake: the sink then says which. A folder that cannot be read is an Error.
[[nodiscard]] base::Result<std::optional<std::shared_ptr<Plugins>>> load_plugins(PluginSettings settings,
                                                                                 source::Sources& sources,
                                                                                 diag::Sink& sink);

}  // namespace hjemmel::host
