// Cuts by bytes; a line belongs to the part in which it begins.
#include "engine/batch/shard.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace hjemmel::batch {
namespace {

std::optional<std::uint32_t> read_count(std::string_view text) {
  std::uint32_t count = 0;
  auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
  bool const is_whole = fault == std::errc() && end == text.data() + text.size();
  return is_whole && count >= 1 && count <= kMostShards ? std::optional(count) : std::nullopt;
}

// Where the first line behind `near` begins, and how many line ends stand before that. A line that begins at `near` is that one.
bool find_line(std::FILE* stream, std::uint64_t near, Part& part) {
  std::vector<char> buffer(256U * 1024);
  std::uint64_t at = 0;
  bool at_line = true;  // what comes next begins a line
  while (at < near || !at_line) {
    std::size_t const wanted =
        at < near ? static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), near - at)) : 1;
    std::size_t const got = std::fread(buffer.data(), 1, wanted, stream);
    if (got == 0) {
      break;
    }
    at += got;
    part.first +=
        static_cast<std::uint64_t>(std::count(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(got), '\n'));
    at_line = buffer[got - 1] == '\n';
  }
  part.begin = at;
  return std::ferror(stream) == 0;
}

}  // namespace

std::uint64_t cut(std::uint64_t size, std::uint32_t number, std::uint32_t of) {
  return size / of * number + size % of * number / of;
}

std::optional<Shard> read_shard(std::string_view text) {
  std::size_t const slash = text.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  auto const number = read_count(text.substr(0, slash));
  auto const of = read_count(text.substr(slash + 1));
  return number && of && *number <= *of ? std::optional(Shard{*number, *of}) : std::nullopt;
}

std::optional<Part> find_part(std::FILE* stream, Shard shard) {
  if (std::fseek(stream, 0, SEEK_END) != 0) {
    return std::nullopt;
  }
  auto const size = std::ftell(stream);
  if (size < 0 || std::fseek(stream, 0, SEEK_SET) != 0) {
    return std::nullopt;
  }
  auto const bytes = static_cast<std::uint64_t>(size);
  Part part;
  part.end = shard.number == shard.of ? UINT64_MAX : cut(bytes, shard.number, shard.of);
  if (!find_line(stream, cut(bytes, shard.number - 1, shard.of), part)) {
    return std::nullopt;
  }
  return part;
}

}  // namespace hjemmel::batch
