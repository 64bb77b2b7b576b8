// Library: a compiled library, loaded, and what it says of itself.
//
// In: bytes that somebody vouched for (engine/host/vouch.h). Out: the code of its units by their digests, or why it is refused: another
// border, another processor. Whether it is of the package and of the engine at hand the caller compares. Never unloaded. Tested in
// tests/unit/api/native_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/native/abi.h"

namespace hjemmel::native {

class Library {
 public:
  explicit Library(EntryTable const* table) : table_(table) {}

  // SHA-256 of the package that it was built of.
  [[nodiscard]] std::string_view package() const { return table_->package; }
  // Null where it has no unit with this digest.
  [[nodiscard]] auto code(std::string_view digest) const -> void (*)(Call const*);
  [[nodiscard]] rows::RowCode::Run row_code(std::string_view digest) const;

 private:
  EntryTable const* table_;
};

[[nodiscard]] base::Result<std::shared_ptr<Library const>> load_library(std::string_view bytes);

}  // namespace hjemmel::native
