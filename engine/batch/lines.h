// Lines of a stream, one record each, in constant memory.
//
// In: a C stream, and the cap of a line. Out: its lines with their numbers, from 1; without the line end, `\n` or `\r\n`. Of a line
// past the cap nothing but its number is kept. A last line without an end counts. Tested in tests/unit/batch/lines_test.cpp.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace hjemmel::batch {

inline constexpr std::size_t kMaxRecordBytes = 1024U * 1024;

struct Line {
  std::uint64_t number = 0;
  std::string text;
  bool too_long = false;  // then `text` is empty
};

class Lines {
 public:
  // Reads from where the stream stands, which is the beginning of line `first`; lines that begin at byte `end` of the file or
  // behind it are not read. The stream is the caller's.
  Lines(std::FILE* stream, std::uint64_t first, std::uint64_t begin = 0, std::uint64_t end = UINT64_MAX,
        std::size_t most = kMaxRecordBytes);

  [[nodiscard]] std::optional<Line> next();
  // Why the stream could not be read to its end; 0 where it could: an errno.
  [[nodiscard]] int fault() const { return fault_; }

 private:
  [[nodiscard]] bool fill();

  std::FILE* stream_;
  std::uint64_t number_;
  std::uint64_t at_;  // the byte of the file that is read next
  std::uint64_t end_;
  std::size_t most_;
  std::vector<char> buffer_;
  std::size_t from_ = 0;  // what is left of the buffer
  std::size_t to_ = 0;
  int fault_ = 0;
};

}  // namespace hjemmel::batch
