// The plugins that were built beside the tests, and a folder of plugins that is gone after the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine/diag/render.h"
#include "engine/host/plugin_file.h"
#include "engine/host/plugin_loader.h"
#include "engine/host/plugins.h"

namespace hjemmel::host {

inline std::filesystem::path built_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "test_plugins";
}

// `name`: as in tests/plugin/CMakeLists.txt.
inline PluginFile built_file(std::string const& name) {
  auto file = read_plugin_file(built_folder().string(), name + ".so");
  EXPECT_TRUE(file) << name;
  return file ? *file : PluginFile();
}

inline std::shared_ptr<Jurisdiction const> built(std::string const& name, std::string_view id) {
  auto const loaded = load_jurisdiction(built_file(name), id, Trust::listed);
  EXPECT_TRUE(loaded) << loaded.error().message;
  return loaded ? *loaded : nullptr;
}

// Why the host refuses it, without the words that name the plugin; `loaded` when it does not.
inline std::string refusal(PluginFile const& file, std::string_view id = "hh") {
  auto const loaded = load_jurisdiction(file, id, Trust::listed);
  if (loaded) {
    return "loaded";
  }
  std::string const named = "plugin `" + std::string(id) + "` (`" + file.path + "`): ";
  std::string const& message = loaded.error().message;
  EXPECT_TRUE(message.starts_with(named)) << message;
  return message.substr(std::min(named.size(), message.size()));
}
inline std::string refusal_of_built(std::string const& name) { return refusal(built_file(name)); }

// The place of a function by its name.
inline std::size_t function_of(Jurisdiction const& jurisdiction, std::string_view name) {
  auto const& functions = jurisdiction.functions();
  for (std::size_t at = 0; at < functions.size(); ++at) {
    if (functions[at].name == name) {
      return at;
    }
  }
  ADD_FAILURE() << "there is no function " << name;
  return 0;
}

class PluginFolder {
 public:
  PluginFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hjemmel_plugins.XXXXXX").string();
    path_ = ::mkdtemp(name.data()) == nullptr ? std::filesystem::path() : std::filesystem::canonical(name);
  }
  PluginFolder(PluginFolder const&) = delete;
  PluginFolder& operator=(PluginFolder const&) = delete;
  ~PluginFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  // A copy of a plugin that was built.
  void add(std::string const& built_name, std::string const& as) const {
    std::filesystem::copy_file(built_folder() / (built_name + ".so"), path_ / as,
                               std::filesystem::copy_options::overwrite_existing);
  }
  void write(std::string const& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  // `plugins.yaml` with these lines under `plugins:`.
  void list(std::string const& lines) const { write("plugins.yaml", "plugins:\n" + lines); }

  [[nodiscard]] std::string hash(std::string const& file) const {
    auto const read = read_plugin_file(path(), file);
    return read ? read->sha256 : "";
  }
  // `  - {id: …, file: …, sha256: …}` with the hash that the file has now.
  [[nodiscard]] std::string line(std::string const& id, std::string const& file, std::string const& more = "") const {
    return "  - {id: " + id + ", file: " + file + ", sha256: " + hash(file) + more + "}\n";
  }
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::filesystem::path at(std::string const& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// The plugins of those settings; null, with the faults told, when they cannot be had.
inline std::shared_ptr<Plugins> plugins_of(PluginSettings settings) {
  source::Sources sources;
  diag::Sink sink;
  auto loaded = load_plugins(std::move(settings), sources, sink);
  EXPECT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(diag::render_text(sink, sources), "");
  return loaded && *loaded ? **loaded : nullptr;
}

}  // namespace hjemmel::host
