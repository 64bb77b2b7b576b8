// Opening bundles, and what they hold.
#include "engine/api/bundles.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/api/bundles_data.h"
#include "engine/api/package_data.h"
#include "engine/host/signature.h"

namespace hjemmel::api {
namespace {

namespace fs = std::filesystem;

constexpr char const* kPlugins = "plugins";
constexpr char const* kRules = "rules";

BundlesResult open(BundleSettings const& settings) {
  host::PluginSettings plugins{{}, {}, settings.allow_unlisted};
  for (std::string const& key : settings.keys) {
    auto const read = host::read_public_key(key);
    if (!read) {
      return failed<BundlesResult>(Failure::use,
                                   "a public key of plugins is not one: it is 44 characters of base64, for 32 bytes");
    }
    plugins.keys.push_back(*read);
  }
  for (std::string const& bundle : settings.bundles) {
    std::error_code fault;
    if (!fs::is_directory(bundle, fault)) {
      return failed<BundlesResult>(Failure::world, "the bundle `" + bundle + "` is not a folder that can be read");
    }
    std::string const folder = (fs::path(bundle) / kPlugins).string();
    if (fs::is_directory(folder, fault)) {
      plugins.folders.push_back(folder);
    }
  }
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = host::load_plugins(std::move(plugins), sources, sink);
  BundlesResult result;
  result.findings = to_findings(sink, sources);
  if (!loaded) {
    result.failure = Failure::world;
    result.error = loaded.error().message;
  } else if (!*loaded) {
    result.failure = Failure::input;
  } else {
    result.bundles = std::make_shared<Bundles const>(settings.bundles, **loaded);
  }
  return result;
}

void describe(host::Jurisdiction const& of, PluginInfo& info) {
  info.title = of.title();
  info.version = of.version();
  info.contract = of.contract_version();
  for (base::ForeignFunction const& one : of.functions()) {
    info.functions.push_back({one.name, host::signature_text(one), one.summary});
  }
  for (host::Adapter const& one : of.adapters()) {
    info.adapters.push_back({one.name, one.schema, one.summary});
  }
  for (host::Policy const& one : of.policies()) {
    info.policies.push_back({one.name, one.value});
  }
  info.packages = of.packages();
  info.schemas = of.schemas();
}

AdaptedResult convert(Bundles const& bundles, std::string const& adapter, std::string_view header,
                      std::string_view record) {
  std::size_t const point = adapter.find('.');
  auto const found = bundles.plugins().jurisdiction(adapter.substr(0, point));
  if (!found) {
    return failed<AdaptedResult>(Failure::world, found.error().message);
  }
  host::Jurisdiction const& jurisdiction = **found;
  auto const& all = jurisdiction.adapters();
  auto const at = std::find_if(all.begin(), all.end(), [&](host::Adapter const& one) {
    return point != std::string::npos && one.name == adapter.substr(point + 1);
  });
  if (at == all.end()) {
    std::string names;
    for (host::Adapter const& one : all) {
      names += (names.empty() ? "`" : ", `") + jurisdiction.id() + "." + one.name + "`";
    }
    return failed<AdaptedResult>(
        Failure::use, "there is no adapter `" + adapter + "`" + (names.empty() ? "" : "; there is " + names));
  }
  base::ForeignScratch scratch;
  host::Converted const made =
      jurisdiction.convert(static_cast<std::size_t>(at - all.begin()), header, record, scratch);
  if (made.status != base::ForeignStatus::ok) {
    return failed<AdaptedResult>(made.status == base::ForeignStatus::bad_argument ? Failure::input : Failure::world,
                                 made.fault);
  }
  AdaptedResult result;
  result.facts = FactsText{std::string(made.facts), "the record as " + adapter + " reads it",
                           made.facts.starts_with("{") ? FactsFormat::json : FactsFormat::yaml};
  return result;
}

}  // namespace

base::ForeignFinder::Found Bundles::find(std::string_view id) const {
  Found found = plugins_->find(id);
  if (found.fault.starts_with("no plugins folder offers")) {
    found.help =
        "name a bundle that has it, with `--bundle DIR` or in the environment variable HJEMMEL_BUNDLE; "
        "`hjemmel plugin list` shows what is there";
  }
  return found;
}

BundlesResult open_bundles(BundleSettings const& settings) {
  return guarded<BundlesResult>([&] { return open(settings); });
}

std::optional<std::string> find_package(Bundles const& bundles, std::string const& name) {
  std::string path = name;
  std::replace(path.begin(), path.end(), '.', '/');
  bool const plain = !name.empty() && name.find('/') == std::string::npos && name.find("..") == std::string::npos &&
                     name.front() != '.' && name.back() != '.';
  for (std::string const& bundle : plain ? bundles.folders() : std::vector<std::string>{}) {
    fs::path const folder = fs::path(bundle) / kRules / path;
    std::error_code fault;
    if (fs::is_regular_file(folder / "package.yaml", fault)) {
      return folder.string();
    }
  }
  return std::nullopt;
}

std::vector<PluginInfo> plugins(Bundles const& bundles) {
  std::vector<PluginInfo> all;
  for (host::PluginReport const& report : bundles.plugins().report()) {
    PluginInfo info;
    info.id = report.id;
    info.bundle_folder = report.folder;
    info.file = report.file;
    info.digest = report.digest;
    info.trust = report.trust ? std::string(host::trust_name(*report.trust)) : "";
    info.error = report.error;
    info.hidden_by = report.hidden_by;
    if (report.jurisdiction) {
      describe(*report.jurisdiction, info);
    }
    all.push_back(std::move(info));
  }
  return all;
}

AdaptedResult adapt(Bundles const& bundles, std::string const& adapter, std::string_view header,
                    std::string_view record) {
  return guarded<AdaptedResult>([&] { return convert(bundles, adapter, header, record); });
}

}  // namespace hjemmel::api
