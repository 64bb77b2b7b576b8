// A shared library of bytes: the system's loader over a sealed file in memory. The only Boost.DLL user.
//
// In: bytes that somebody vouched for (vouch.h), or nobody (development), and the name of a symbol. Out: where the symbol lies, or why
// the library is not loaded. What was loaded once is never unloaded, also where it is refused behind that: code of it may have
// run. Tested in tests/plugin/loader_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace hjemmel::host {

// Null where the library has no such symbol. The error says what to do.
[[nodiscard]] base::Result<void const*> load_symbol(std::string_view bytes, std::string const& name);

}  // namespace hjemmel::host
