// A shared library that stands alone, with a list of one line beside it: NAME.so and NAME.so.yaml.
//
// In: the path. Out: its bytes and who vouches for them, by the rules that hold for plugins (vouch.h): the hash of the list, signatures
// where keys are configured, development mode. The list has the form of plugins.yaml. Tested in tests/unit/api/native_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/host/plugin_file.h"
#include "engine/host/trust.h"

namespace hjemmel::host {

struct ListedFile {
  PluginFile file;
  Trust trust = Trust::listed;
};

// `id`: what the list calls it. The error says what to do.
[[nodiscard]] base::Result<ListedFile> read_listed_file(std::string const& path, std::string_view id,
                                                        std::span<PublicKey const> keys, bool allow_unlisted);

// Where the list of the file stands.
[[nodiscard]] std::string list_of(std::string const& path);
// What stands in it; `path`: of the file, whose bytes these are.
[[nodiscard]] std::string list_text(std::string const& path, std::string_view id, std::string_view bytes);

}  // namespace hjemmel::host
