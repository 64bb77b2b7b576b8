// From the bytes of a plugin to its jurisdiction: the system's loader (shared_library.h), the entry symbol, the contract.
//
// In: bytes that somebody vouched for, or nobody (development). Out: a jurisdiction that answers, or why not: which plugin, what
// is wrong, and what to do. What was loaded once is never unloaded, also where it is refused behind that: code of it may have
// run. Tested in tests/plugin/loader_test.cpp.
#pragma once

#include <memory>
#include <string_view>

#include "engine/base/result.h"
#include "engine/host/jurisdiction.h"
#include "engine/host/plugin_file.h"
#include "engine/host/trust.h"

namespace hjemmel::host {

// `id`: what the plugin must call itself. The bytes are loaded as they stand in `file`; the file on disk is not looked at again.
[[nodiscard]] base::Result<std::shared_ptr<Jurisdiction const>> load_jurisdiction(PluginFile const& file,
                                                                                  std::string_view id, Trust trust);

}  // namespace hjemmel::host
