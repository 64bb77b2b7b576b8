// Folders are read once, at the start; files when their plugin is asked for.
#include "engine/host/plugins.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/document/read.h"
#include "engine/host/plugin_file.h"
#include "engine/host/plugin_loader.h"
#include "engine/host/vouch.h"

namespace hjemmel::host {
namespace {

namespace fs = std::filesystem;
using Listed = std::vector<ListedPlugin>;

std::string unlisted_file(std::string_view id) { return std::string(id) + ".so"; }

ListedPlugin const* find_listed(Plugins::Folder const& folder, std::string_view id) {
  auto const found = std::find_if(folder.listed.begin(), folder.listed.end(),
                                  [&](ListedPlugin const& plugin) { return plugin.id == id; });
  return found == folder.listed.end() ? nullptr : &*found;
}

bool has_unlisted(Plugins::Folder const& folder, std::string_view id) {
  return std::binary_search(folder.unlisted.begin(), folder.unlisted.end(), id);
}

std::string words_for(std::string_view id, std::string const& path) {
  return "plugin `" + std::string(id) + "` (`" + path + "`)";
}

// The bytes of a plugin and who vouches for them.
struct Vouched {
  PluginFile file;
  Trust trust;
};

base::Result<Vouched> read_vouched(Plugins::Folder const& folder, std::string_view id, PluginSettings const& settings) {
  ListedPlugin const* const listed = find_listed(folder, id);
  std::string const name = listed == nullptr ? unlisted_file(id) : listed->file;
  auto file = read_plugin_file(folder.path, name);
  if (!file) {
    return file.error().while_doing(words_for(id, folder.path + "/" + name));
  }
  auto const trust = vouch(*file, listed, settings.keys, settings.allow_unlisted);
  if (!trust) {
    return trust.error().while_doing(words_for(id, file->path));
  }
  return Vouched{*std::move(file), *trust};
}

// Files `<id>.so` that the list does not name, neither by id nor by file.
base::Result<std::vector<std::string>> find_unlisted(std::string const& path, Listed const& listed) {
  std::vector<std::string> ids;
  std::error_code fault;
  for (auto entry = fs::directory_iterator(path, fault); !fault && entry != fs::directory_iterator();
       entry.increment(fault)) {
    fs::path const name = entry->path().filename();
    std::string const id = name.stem().string();
    bool const is_listed = std::any_of(listed.begin(), listed.end(), [&](ListedPlugin const& plugin) {
      return plugin.id == id || plugin.file == name.string();
    });
    if (name.extension() == ".so" && is_jurisdiction_id(id) && !is_listed) {
      ids.push_back(id);
    }
  }
  if (fault) {
    return base::Error{"the plugins folder `" + path + "` cannot be read: " + fault.message()};
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Nothing when the list has a mistake; empty where there is no list.
base::Result<std::optional<Listed>> read_list(std::string const& path, source::Sources& sources, diag::Sink& sink) {
  std::string const name = path + "/" + std::string(kListName);
  std::error_code fault;
  if (fs::symlink_status(name, fault).type() == fs::file_type::not_found) {
    return std::optional(Listed());
  }
  auto text = source::read_file(name);
  if (!text) {
    return text.error().while_doing("reading a list of plugins");
  }
  auto const file = sources.add(name, *std::move(text));
  auto const root = document::read(file, document::Format::yaml, sources, sink);
  return root ? read_plugin_list(*root, sink) : std::nullopt;
}

}  // namespace

Plugins::Folder const* Plugins::offering(std::string_view id) const {
  auto const found = std::find_if(folders_.begin(), folders_.end(), [&](Folder const& folder) {
    return find_listed(folder, id) != nullptr || (settings_.allow_unlisted && has_unlisted(folder, id));
  });
  return found == folders_.end() ? nullptr : &*found;
}

base::Result<JurisdictionPtr> Plugins::load(std::string_view id) const {
  Folder const* folder = offering(id);
  if (folder == nullptr) {
    auto const found =
        std::find_if(folders_.begin(), folders_.end(), [&](Folder const& other) { return has_unlisted(other, id); });
    if (found == folders_.end()) {
      return base::Error{"no plugins folder offers jurisdiction `" + std::string(id) +
                         "`; put its plugin into one, and list it in the `plugins.yaml` there"};
    }
    folder = &*found;
  }
  auto const vouched = read_vouched(*folder, id, settings_);
  return vouched ? load_jurisdiction(vouched->file, id, vouched->trust) : vouched.error();
}

base::Result<JurisdictionPtr> Plugins::jurisdiction(std::string_view id) const {
  std::lock_guard const lock(loading_);
  auto found = loaded_.find(id);
  if (found == loaded_.end()) {
    found = loaded_.emplace(std::string(id), load(id)).first;
  }
  return found->second;
}

Plugins::Found Plugins::find(std::string_view id) const {
  constexpr std::string_view kJoint = "; ";
  auto const loaded = jurisdiction(id);
  if (loaded) {
    return {loaded->get(), {}, {}};
  }
  std::string const& message = loaded.error().message;
  std::size_t const joint = message.rfind(kJoint);
  return joint == std::string::npos ? Found{nullptr, message, {}}
                                    : Found{nullptr, message.substr(0, joint), message.substr(joint + kJoint.size())};
}

PluginReport Plugins::report_on(Folder const& folder, std::string const& id, ListedPlugin const* listed) const {
  PluginReport report;
  report.id = id;
  report.folder = folder.path;
  report.file = listed == nullptr ? unlisted_file(id) : listed->file;
  if (auto const file = read_plugin_file(folder.path, report.file)) {
    report.digest = "sha256:" + file->sha256;
  }
  auto const vouched = read_vouched(folder, id, settings_);
  if (vouched) {
    report.trust = vouched->trust;
  } else {
    report.error = vouched.error().message;
  }
  Folder const* const counts = offering(id);
  if (counts != nullptr && counts != &folder) {
    report.hidden_by = counts->path;
    return report;
  }
  auto const found = jurisdiction(id);
  report.jurisdiction = found ? *found : nullptr;
  report.error = found ? "" : found.error().message;
  return report;
}

std::vector<PluginReport> Plugins::report() const {
  std::vector<PluginReport> reports;
  for (Folder const& folder : folders_) {
    for (ListedPlugin const& plugin : folder.listed) {
      reports.push_back(report_on(folder, plugin.id, &plugin));
    }
    for (std::string const& id : folder.unlisted) {
      reports.push_back(report_on(folder, id, nullptr));
    }
  }
  return reports;
}

base::Result<std::optional<std::shared_ptr<Plugins>>> load_plugins(PluginSettings settings, source::Sources& sources,
                                                                   diag::Sink& sink) {
  std::vector<Plugins::Folder> folders;
  bool good = true;
  for (std::string const& path : settings.folders) {
    auto listed = read_list(path, sources, sink);
    if (!listed) {
      return listed.error();
    }
    good = good && listed->has_value();
    Listed lines = std::move(*listed).value_or(Listed());
    auto unlisted = find_unlisted(path, lines);
    if (!unlisted) {
      return unlisted.error();
    }
    folders.push_back({path, std::move(lines), *std::move(unlisted)});
  }
  if (!good) {
    return std::optional<std::shared_ptr<Plugins>>();
  }
  return std::optional(std::make_shared<Plugins>(std::move(settings), std::move(folders)));
}

}  // namespace hjemmel::host
