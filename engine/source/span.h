// Span: a stretch of bytes in one source file. Carried by every syntax node, every IR thing and every diagnostic.
#pragma once

#include <compare>
#include <cstdint>

#include "engine/base/id.h"

namespace hjemmel::source {

using FileId = base::Id<struct FileTag>;

// Bytes [begin, end) of the file; begin == end marks a place between two characters. No file: the span of nothing.
struct Span {
  FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr auto operator<=>(Span const&, Span const&) = default;
};

}  // namespace hjemmel::source
