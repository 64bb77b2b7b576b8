// hjemmel plugin list, hjemmel plugin verify: the code of jurisdictions that the search path has.
#include <algorithm>

#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

bool is_good(api::PluginInfo const& plugin) { return plugin.error.empty(); }

void add_line(std::string& text, std::string const& what, std::string const& value) {
  if (!value.empty()) {
    text += "  " + what + std::string(what.size() < 10 ? 10 - what.size() : 1, ' ') + value + "\n";
  }
}

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (std::string const& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

std::string head_of(api::PluginInfo const& plugin) {
  std::string text = plugin.id;
  text += plugin.title.empty() ? "" : " " + plugin.version + ", " + plugin.title;
  if (!is_good(plugin)) {
    return text + ": refused\n";
  }
  return text + (plugin.hidden_by.empty() ? ": " + plugin.trust : ": hidden by " + plugin.hidden_by) + "\n";
}

std::string verdict_of(api::PluginInfo const& plugin) {
  std::string text = head_of(plugin);
  add_line(text, "file", plugin.bundle_folder + "/" + plugin.file);
  add_line(text, "hash", plugin.digest);
  add_line(text, "contract", plugin.contract);
  add_line(text, "because", plugin.error);
  return text;
}

std::string described(api::PluginInfo const& plugin) {
  std::string text = verdict_of(plugin);
  for (api::PluginFunction const& one : plugin.functions) {
    add_line(text, "function", plugin.id + "." + one.name + ": " + one.signature + "; " + one.summary);
  }
  for (api::PluginAdapter const& one : plugin.adapters) {
    add_line(text, "adapter", plugin.id + "." + one.name + ": facts of " + one.schema + "; " + one.summary);
  }
  for (api::PluginPolicy const& one : plugin.policies) {
    add_line(text, "policy", one.name + ": " + one.value);
  }
  add_line(text, "packages", joined(plugin.packages));
  add_line(text, "schemas", joined(plugin.schemas));
  return text;
}

void write_functions(api::PluginInfo const& plugin, explain::JsonWriter& json) {
  json.key("functions");
  json.begin_array();
  for (api::PluginFunction const& one : plugin.functions) {
    json.begin_object();
    json.member("name", one.name);
    json.member("signature", one.signature);
    json.member("summary", one.summary);
    json.end_object();
  }
  json.end_array();
}

void write_adapters_and_policies(api::PluginInfo const& plugin, explain::JsonWriter& json) {
  json.key("adapters");
  json.begin_array();
  for (api::PluginAdapter const& one : plugin.adapters) {
    json.begin_object();
    json.member("name", one.name);
    json.member("schema", one.schema);
    json.member("summary", one.summary);
    json.end_object();
  }
  json.end_array();
  json.key("policies");
  json.begin_object();
  for (api::PluginPolicy const& one : plugin.policies) {
    json.member(one.name, one.value);
  }
  json.end_object();
}

void write_plugin(api::PluginInfo const& plugin, bool all, explain::JsonWriter& json) {
  json.begin_object();
  json.member("id", plugin.id);
  json.member("file", plugin.bundle_folder + "/" + plugin.file);
  json.member("digest", plugin.digest);
  for (auto const& [key, value] : {std::pair("trust", plugin.trust), std::pair("error", plugin.error),
                                   std::pair("hidden_by", plugin.hidden_by), std::pair("title", plugin.title),
                                   std::pair("version", plugin.version), std::pair("contract", plugin.contract)}) {
    if (!value.empty()) {
      json.member(key, value);
    }
  }
  if (all && !plugin.version.empty()) {
    write_functions(plugin, json);
    write_adapters_and_policies(plugin, json);
    json.key("packages");
    json.texts(plugin.packages);
    json.key("schemas");
    json.texts(plugin.schemas);
  }
  json.end_object();
}

std::string as_json(std::vector<api::PluginInfo> const& plugins, bool all) {
  std::string text;
  explain::JsonWriter json(text, explain::Layout::indented);
  json.begin_object();
  json.key("plugins");
  json.begin_array();
  for (api::PluginInfo const& plugin : plugins) {
    write_plugin(plugin, all, json);
  }
  json.end_array();
  json.end_object();
  return text + "\n";
}

std::string as_text(std::vector<api::PluginInfo> const& plugins, bool all) {
  std::string text;
  for (api::PluginInfo const& plugin : plugins) {
    text += all ? described(plugin) : verdict_of(plugin);
  }
  return plugins.empty() ? "no plugin was found; name a bundle with `--bundle DIR`\n" : text;
}

// The ids that were asked for and are nowhere.
std::string lacking(std::vector<std::string> const& ids, std::vector<api::PluginInfo> const& plugins) {
  std::vector<std::string> names;
  for (std::string const& id : ids) {
    bool const there = std::any_of(plugins.begin(), plugins.end(), [&](auto const& one) { return one.id == id; });
    if (!there) {
      names.push_back("`" + id + "`");
    }
  }
  return joined(names);
}

}  // namespace

int run_plugin(PluginOptions const& options) {
  api::BundlesResult const opened = open_bundles(options.bundles);
  if (!opened.bundles) {
    return report(opened.findings, opened.failure, opened.error, options.format);
  }
  std::vector<api::PluginInfo> all = api::plugins(*opened.bundles);
  if (!options.ids.empty()) {
    std::erase_if(all, [&](api::PluginInfo const& one) {
      return std::find(options.ids.begin(), options.ids.end(), one.id) == options.ids.end();
    });
  }
  if (std::string const names = lacking(options.ids, all); !names.empty()) {
    return report({}, api::Failure::world, "no bundle has a plugin " + names, options.format);
  }
  bool const list = options.verb == PluginVerb::list;
  bool const good = std::all_of(all.begin(), all.end(), is_good);
  std::string const text = options.format == Format::json ? as_json(all, list) : as_text(all, list);
  return write_out(text, list || good ? kDone : kWorld);
}

}  // namespace hjemmel::cli
