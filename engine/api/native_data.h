// What stands behind api::NativeLibrary: private to this folder.
#pragma once

#include <memory>
#include <optional>

#include "engine/api/column_question.h"
#include "engine/api/native.h"
#include "engine/native/library.h"
#include "engine/native/runner.h"

namespace hjemmel::api {

class NativeLibrary {
 public:
  explicit NativeLibrary(std::shared_ptr<native::Library const> loaded) : loaded_(std::move(loaded)) {}
  [[nodiscard]] native::Library const& loaded() const { return *loaded_; }

 private:
  std::shared_ptr<native::Library const> loaded_;
};

struct NativeCode {
  native::Unit unit;
  native::Runner::Code code = nullptr;
};

// None where the library has no code for this very kernel and schedule.
[[nodiscard]] std::optional<NativeCode> native_code(NativeLibrary const& library, ColumnsOfQuestion const& asked);

}  // namespace hjemmel::api
