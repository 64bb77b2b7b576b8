// Finds the list, and reads it line by line.
#include "engine/package/catalogue.h"

#include <algorithm>

namespace hjemmel::package {
namespace {

using diag::Kind;
using Entries = std::vector<std::string>;

bool is_id_character(char c) {
  bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

std::string_view trimmed(std::string_view line) {
  line = line.substr(0, line.find('#'));
  std::size_t const begin = line.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? "" : line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

std::optional<Entries> read_lines(source::FileId file, source::Sources const& sources, diag::Sink& sink) {
  Entries entries;
  std::string_view const text = sources.file(file).text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    std::string_view const id = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (!std::all_of(id.begin(), id.end(), is_id_character)) {
      auto const begin = static_cast<std::uint32_t>(id.data() - text.data());
      sink.add(Kind::document_wrong_form, {file, begin, begin + static_cast<std::uint32_t>(id.size())},
               "this is not the id of an entry of a law catalogue", "write one id a line, and other words behind `#`");
      return std::nullopt;
    }
    if (!id.empty()) {
      entries.emplace_back(id);
    }
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

base::Result<std::optional<Entries>> read_catalogue(Folder const& folder, Word const& name, source::Sources& sources,
                                                    diag::Sink& sink) {
  auto const path = find_above(folder, "catalogue/" + name.text + ".txt", name, sink);
  if (!path) {
    return std::optional<Entries>();
  }
  auto bytes = source::read_file(*path);
  if (!bytes) {
    return bytes.error();
  }
  return read_lines(sources.add(*path, *std::move(bytes)), sources, sink);
}

}  // namespace hjemmel::package
