// The list is read as that of a folder is, and must have one line, of this very file.
#include "engine/host/listed_file.h"

#include <filesystem>
#include <system_error>

#include "engine/base/hash.h"
#include "engine/document/read.h"
#include "engine/host/plugin_list.h"
#include "engine/host/vouch.h"
#include "engine/source/source_file.h"

namespace hjemmel::host {
namespace {

namespace fs = std::filesystem;

// Nothing where there is no list.
base::Result<std::optional<ListedPlugin>> read_line(std::string const& path, std::string_view id) {
  std::string const name = list_of(path);
  std::error_code fault;
  if (fs::symlink_status(name, fault).type() == fs::file_type::not_found) {
    return std::optional<ListedPlugin>();
  }
  auto text = source::read_file(name);
  if (!text) {
    return text.error();
  }
  source::Sources sources;
  diag::Sink sink;
  auto const root = document::read(sources.add(name, *std::move(text)), document::Format::yaml, sources, sink);
  auto const lines = root ? read_plugin_list(*root, sink) : std::nullopt;
  bool const good = lines && lines->size() == 1 && lines->front().id == id &&
                    lines->front().file == fs::path(path).filename().string();
  if (!good) {
    return base::Error{"`" + name + "` is not its list: that has one line, of `" + std::string(id) +
                       "` and this file; build it anew"};
  }
  return std::optional(lines->front());
}

}  // namespace

std::string list_of(std::string const& path) { return path + ".yaml"; }

std::string list_text(std::string const& path, std::string_view id, std::string_view bytes) {
  return "plugins:\n  - {id: " + std::string(id) + ", file: \"" + fs::path(path).filename().string() +
         "\", sha256: " + base::sha256(bytes) + "}\n";
}

base::Result<ListedFile> read_listed_file(std::string const& path, std::string_view id, std::span<PublicKey const> keys,
                                          bool allow_unlisted) {
  fs::path const given(path);
  std::string const folder = given.has_parent_path() ? given.parent_path().string() : ".";
  auto file = read_plugin_file(folder, given.filename().string());
  if (!file) {
    return file.error();
  }
  auto const line = read_line(path, id);
  if (!line) {
    return line.error();
  }
  auto const trust = vouch(*file, *line ? &**line : nullptr, keys, allow_unlisted, list_of(given.filename().string()));
  return trust ? base::Result<ListedFile>(ListedFile{*std::move(file), *trust}) : trust.error();
}

}  // namespace hjemmel::host
