// A buffer that is searched for line ends.
#include "engine/batch/lines.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hjemmel::batch {
namespace {

constexpr std::size_t kBufferBytes = 256U * 1024;

}  // namespace

Lines::Lines(std::FILE* stream, std::uint64_t first, std::uint64_t begin, std::uint64_t end, std::size_t most)
    : stream_(stream), number_(first), at_(begin), end_(end), most_(most), buffer_(kBufferBytes) {}

bool Lines::fill() {
  errno = 0;
  from_ = 0;
  to_ = std::fread(buffer_.data(), 1, buffer_.size(), stream_);
  if (to_ == 0 && std::ferror(stream_) != 0) {
    fault_ = errno != 0 ? errno : EIO;
  }
  return to_ > 0;
}

std::optional<Line> Lines::next() {
  if (at_ >= end_ || (from_ == to_ && !fill())) {
    return std::nullopt;
  }
  Line line{number_++, {}, false};
  bool ended = false;
  while (!ended && (from_ < to_ || fill())) {
    char const* const begin = buffer_.data() + from_;
    void const* const found = std::memchr(begin, '\n', to_ - from_);
    ended = found != nullptr;
    std::size_t const length = ended ? static_cast<std::size_t>(static_cast<char const*>(found) - begin) : to_ - from_;
    line.too_long = line.too_long || line.text.size() + length > most_;
    line.text.append(begin, line.too_long ? 0 : length);
    from_ += length + (ended ? 1U : 0U);
    at_ += length + (ended ? 1U : 0U);
  }
  if (line.too_long) {
    line.text.clear();
  } else if (!line.text.empty() && line.text.back() == '\r') {
    line.text.pop_back();
  }
  return fault_ == 0 ? std::optional(std::move(line)) : std::nullopt;
}

}  // namespace hjemmel::batch
