// Shard: which part of a file one of several machines takes.
//
// In: the file, and `2/8`. Out: the bytes whose lines it takes, and the number of the first of them. The parts follow each other and
// leave nothing out: what the shards write, one after the other, is what one run over the whole file writes. Tested in
// tests/unit/batch/shard_test.cpp.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>

namespace hjemmel::batch {

inline constexpr std::uint32_t kMostShards = 65536;

struct Shard {
  std::uint32_t number = 1;  // from 1
  std::uint32_t of = 1;      // at most kMostShards
};

// Nothing where it is not `I/N` with 1 <= I <= N.
[[nodiscard]] std::optional<Shard> read_shard(std::string_view text);

// Where the first `number` of `of` parts end, of `size` bytes or rows.
[[nodiscard]] std::uint64_t cut(std::uint64_t size, std::uint32_t number, std::uint32_t of);

struct Part {
  std::uint64_t first = 1;  // line
  std::uint64_t begin = 0;  // byte; the stream stands there
  std::uint64_t end = UINT64_MAX;
};

// Leaves the stream at the beginning of the part. Nothing where the stream cannot be searched: a pipe, or a fault of the disk.
[[nodiscard]] std::optional<Part> find_part(std::FILE* stream, Shard shard);

}  // namespace hjemmel::batch
