// A library of one row unit, compiled by CXX, or c++.
#pragma once

#include <cstdlib>

#include <gtest/gtest.h>

#include "engine/native/compile.h"
#include "engine/native/library_text.h"
#include "engine/native/row_code.h"

namespace hjemmel::native {

// Null, and a failure, where it does not compile.
inline std::shared_ptr<Library const> library_of(RowUnit const& unit) {
  char const* const named = std::getenv("CXX");
  std::string const text = library_text({}, std::string(64, '0'), std::span(&unit, 1));
  auto const bytes = compile(text, {named == nullptr ? "c++" : named, 1});
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().message) << "\n" << text;
  auto library = bytes ? load_library(*bytes) : base::Result<std::shared_ptr<Library const>>(bytes.error());
  EXPECT_TRUE(library) << (library ? "" : library.error().message);
  return library ? *std::move(library) : nullptr;
}

}  // namespace hjemmel::native
