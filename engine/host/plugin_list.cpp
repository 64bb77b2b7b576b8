// Reads plugins.yaml strictly: known keys only, ids and files unique, hashes and signatures of the right form.
#include "engine/host/plugin_list.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/base/nearest_name.h"
#include "engine/host/plugin_file.h"

namespace hjemmel::host {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;

using Keys = std::span<std::string const>;

std::string key_help(std::string_view written, Keys keys) {
  std::string const nearest = base::nearest_name(written, keys);
  if (!nearest.empty()) {
    return "did you mean `" + nearest + "`?";
  }
  std::string list;
  for (std::string const& key : keys) {
    list += (list.empty() ? "`" : ", `") + key + "`";
  }
  return (keys.size() == 1 ? "the key is " : "the keys are ") + list;
}

bool has_only_keys(Node const& node, Keys keys, std::string const& what, diag::Sink& sink) {
  if (node.kind != NodeKind::mapping) {
    sink.add(Kind::document_wrong_form, node.span, what + " is not written as keys with values", key_help("", keys));
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : node.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
      sink.add(Kind::document_unknown_key, entry.key_span, "`" + entry.key + "` is not a key of " + what,
               key_help(entry.key, keys));
      good = false;
    }
  }
  return good;
}

// The text under `key`; null, with a message, when there is none.
Node const* required_text(Node const& line, char const* key, diag::Sink& sink) {
  Node const* const value = line.find(key);
  if (value == nullptr) {
    sink.add(Kind::document_missing_key, line.span, std::string("a plugin lacks `") + key + "`",
             "write each as `{id: no, file: no.so, sha256: …}`");
    return nullptr;
  }
  if (value->kind != NodeKind::scalar || value->text.empty()) {
    sink.add(Kind::document_wrong_form, value->span, std::string("`") + key + "` is not one word",
             "write one value after the colon");
    return nullptr;
  }
  return value;
}

bool refuse(Node const& value, std::string const& message, std::string const& help, diag::Sink& sink) {
  sink.add(Kind::plugins_file_form, value.span, message, help);
  return false;
}

bool read_id(Node const& line, ListedPlugin& plugin, diag::Sink& sink) {
  Node const* const id = required_text(line, "id", sink);
  if (id == nullptr) {
    return false;
  }
  plugin.id = id->text;
  return is_jurisdiction_id(id->text) ||
         refuse(*id, "`" + id->text + "` is not the id of a jurisdiction", "write two to eight letters a to z", sink);
}

bool read_file_name(Node const& line, ListedPlugin& plugin, diag::Sink& sink) {
  Node const* const file = required_text(line, "file", sink);
  if (file == nullptr) {
    return false;
  }
  plugin.file = file->text;
  return is_plain_file_name(file->text) ||
         refuse(*file, "`" + file->text + "` is not the plain name of a file",
                "write the name alone, as in `no.so`; the file stands beside `plugins.yaml`", sink);
}

bool read_digest(Node const& line, ListedPlugin& plugin, diag::Sink& sink) {
  Node const* const digest = required_text(line, "sha256", sink);
  if (digest == nullptr) {
    return false;
  }
  auto digits = read_sha256(digest->text);
  plugin.sha256 = digits.value_or("");
  return digits || refuse(*digest, "`sha256` is not a hash of 64 hexadecimal digits",
                          "write what `sha256sum` says of the file", sink);
}

bool read_line_signature(Node const& line, ListedPlugin& plugin, diag::Sink& sink) {
  if (line.find("signature") == nullptr) {
    return true;
  }
  Node const* const value = required_text(line, "signature", sink);
  if (value == nullptr) {
    return false;
  }
  plugin.signature = read_signature(value->text);
  return plugin.signature || refuse(*value, "`signature` is not an Ed25519 signature in base64",
                                    "write its 64 bytes as 88 characters of base64, or leave the key out", sink);
}

bool is_new(Node const& line, ListedPlugin const& plugin, std::vector<ListedPlugin> const& before, diag::Sink& sink) {
  auto const same = std::find_if(before.begin(), before.end(), [&](ListedPlugin const& other) {
    return other.id == plugin.id || other.file == plugin.file;
  });
  if (same == before.end()) {
    return true;
  }
  bool const by_id = same->id == plugin.id;
  Node const* const place = line.find(by_id ? "id" : "file");
  sink.add({Kind::plugin_listed_twice,
            place->span,
            "`" + (by_id ? plugin.id : plugin.file) + "` is listed twice",
            "a folder offers one plugin for a jurisdiction, and a file is one plugin; take one of the two lines away",
            {{same->span, "the first one is here"}}});
  return false;
}

bool read_listed(Node const& line, std::vector<ListedPlugin>& plugins, diag::Sink& sink) {
  std::array<std::string, 4> const keys{"id", "file", "sha256", "signature"};
  ListedPlugin plugin;
  plugin.span = line.span;
  bool good = has_only_keys(line, keys, "a plugin", sink);
  if (line.kind != NodeKind::mapping) {
    return false;
  }
  good = read_id(line, plugin, sink) && good;
  good = read_file_name(line, plugin, sink) && good;
  good = read_digest(line, plugin, sink) && good;
  good = read_line_signature(line, plugin, sink) && good;
  good = good && is_new(line, plugin, plugins, sink);
  if (good) {
    plugins.push_back(std::move(plugin));
  }
  return good;
}

Node const* find_lines(Node const& root, diag::Sink& sink) {
  Node const* const lines = root.find("plugins");
  if (lines == nullptr) {
    sink.add(Kind::document_missing_key, root.span, "`plugins.yaml` lacks `plugins`",
             "add a line `plugins:` and under it a line for each");
    return nullptr;
  }
  if (lines->kind != NodeKind::sequence) {
    sink.add(Kind::document_wrong_form, lines->span, "`plugins` is not a list",
             "write a line `- {id: …, file: …, sha256: …}` for each, or `[]`");
    return nullptr;
  }
  if (lines->items.size() > kMaxListed) {
    sink.add(Kind::plugins_file_form, lines->span,
             "`plugins` lists more than " + std::to_string(kMaxListed) + " plugins",
             "spread them over several folders");
    return nullptr;
  }
  return lines;
}

}  // namespace

bool is_jurisdiction_id(std::string_view id) {
  return id.size() >= 2 && id.size() <= 8 &&
         std::all_of(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<std::vector<ListedPlugin>> read_plugin_list(Node const& root, diag::Sink& sink) {
  std::array<std::string, 1> const keys{"plugins"};
  bool good = has_only_keys(root, keys, "`plugins.yaml`", sink);
  Node const* const lines = root.kind == NodeKind::mapping ? find_lines(root, sink) : nullptr;
  if (lines == nullptr) {
    return std::nullopt;
  }
  std::vector<ListedPlugin> plugins;
  for (Node const& line : lines->items) {
    good = read_listed(line, plugins, sink) && good;
  }
  return good ? std::optional(std::move(plugins)) : std::nullopt;
}

}  // namespace hjemmel::host
