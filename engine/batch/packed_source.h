// What is packed in a stream, read as if it were not: gzip and zstd, told by the first bytes, also of a pipe.
//
// In: a C stream where it begins. Out: its bytes, unpacked where they are packed, in constant memory; several packed pieces one behind
// the other are one text, as their programs have it. What is damaged or cut off is a fault behind all that could be read of it. Tested in
// tests/unit/batch/packed_source_test.cpp.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>

#include "engine/batch/byte_source.h"

namespace hjemmel::batch {

// Greater ones are asked for by `zstd --long` and `--ultra` alone.
inline constexpr std::uint32_t kMostZstdWindow = 8U * 1024 * 1024;  // a power of two

struct OpenedSource {
  std::unique_ptr<ByteSource> bytes;
  bool packed = false;
};

// The stream is the caller's, and lives longer than the source.
[[nodiscard]] OpenedSource open_source(std::FILE* stream);

}  // namespace hjemmel::batch
