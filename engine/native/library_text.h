// The text of a whole native library: units with a table of them in front of which a host looks before it calls any.
//
// In: units, and the digest of the package that they decide. Out: one C++ file that includes nothing. Its exported symbol is abi.h's
// kEntryName. Tested in tests/unit/native/source_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/native/row_source.h"
#include "engine/native/source.h"

namespace hjemmel::native {

// SHA-256 of what the library's code does: of the unit's text with all that stands around it.
[[nodiscard]] std::string code_digest(Unit const& unit);
[[nodiscard]] std::string code_digest(RowUnit const& unit);

// `package`: its SHA-256, 64 hexadecimal digits.
[[nodiscard]] std::string library_text(std::span<Unit const> units, std::string_view package,
                                       std::span<RowUnit const> rows = {});

}  // namespace hjemmel::native
