// Who vouches for the bytes of a plugin: the decision by hash, signature and settings, before any of its code runs.
//
// In: the bytes, the line of the list that speaks of them, keys, and whether development mode is on. Out: the trust that they
// have, or why they are refused and what to do. Tested in tests/plugin/plugins_test.cpp.
#pragma once

#include <span>

#include "engine/base/result.h"
#include "engine/host/plugin_file.h"
#include "engine/host/plugin_list.h"
#include "engine/host/trust.h"

namespace hjemmel::host {

// `listed`: null where no list speaks of the file. `list`: what the list is called.
[[nodiscard]] base::Result<Trust> vouch(PluginFile const& file, ListedPlugin const* listed,
                                        std::span<PublicKey const> keys, bool allow_unlisted,
                                        std::string_view list = kListName);

}  // namespace hjemmel::host
