// plugins.yaml: which plugins a folder offers, and the hash that each file must have.
//
//   plugins:
//     - {id: no, file: no.so, sha256: <64 hexadecimal digits>, signature: <base64, may be left out>}
//
// In: the document. Out: its lines, or a diagnostic for each mistake in it. Tested in tests/unit/host/plugin_list_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/host/trust.h"

namespace hjemmel::host {

inline constexpr std::string_view kListName = "plugins.yaml";
inline constexpr std::size_t kMaxListed = 1000;  // plugins of one folder

struct ListedPlugin {
  std::string id;      // `no`
  std::string file;    // a plain name: `no.so`
  std::string sha256;  // 64 hexadecimal digits, lower case
  std::optional<PluginSignature> signature;
  source::Span span;  // of its line
};

// Two to eight letters a to z.
[[nodiscard]] bool is_jurisdiction_id(std::string_view id);

// Nothing when the list has a mistake; the sink then says which and where.
[[nodiscard]] std::optional<std::vector<ListedPlugin>> read_plugin_list(document::Node const& root, diag::Sink& sink);

}  // namespace hjemmel::host
