// Chunks: many records at a time, as one text with the place of each record in it, in constant memory.
//
// In: bytes, how records end in them, and the cap of a record. Out: chunks of whole records, each with the line that it begins on,
// from 1; without the line end, `\n` or `\r\n`. Blank lines are left out but count. Of a record past the cap nothing but its line is
// kept; it ends at its first line end, and so does one of CSV whose quote is never closed: what follows is not lost. A last record without an end counts, but for one in which the source failed. The first chunks are small, so that few records
// are shared by threads too. Tested in tests/unit/batch/chunks_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/batch/byte_source.h"
#include "engine/batch/shard.h"

namespace hjemmel::batch {

inline constexpr std::size_t kMaxRecordBytes = 1024U * 1024;
inline constexpr std::size_t kLeastChunkBytes = 16U * 1024;
inline constexpr std::size_t kMostChunkBytes = 256U * 1024;

// A line is a record; or a record of CSV, in which a line end may stand between quotes.
enum class Form : std::uint8_t { lines, csv };

enum class RecordFault : std::uint8_t { none, too_long, open_quote };

struct Record {
  std::uint64_t line = 0;
  std::size_t begin = 0;  // in the chunk's text
  std::size_t size = 0;   // 0 where there is a fault
  RecordFault fault = RecordFault::none;
};

struct Chunk {
  std::string text;
  std::vector<Record> records;

  [[nodiscard]] std::string_view of(Record const& record) const {
    return std::string_view(text).substr(record.begin, record.size);
  }
};

// Where records end, found piece by piece.
class RecordEnds {
 public:
  explicit RecordEnds(Form form) : form_(form) {}

  // The line end behind the record that goes on at `from`; npos where the text ends first.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from);
  // The next text is read from the beginning of a record.
  void restart();
  // The next line end ends it, in quotes or not.
  void give_up() { state_ = State::plain; }
  [[nodiscard]] bool is_quoted() const { return state_ == State::quoted; }
  // Lines of the record that was found last.
  [[nodiscard]] std::uint64_t lines() const { return lines_; }

 private:
  enum class State : std::uint8_t { field, plain, quoted, quote };

  [[nodiscard]] bool ends_at(char sign);

  Form form_;
  State state_ = State::field;
  std::uint64_t lines_ = 0;
  bool found_ = false;
};

class Chunks {
 public:
  // The source stands at the beginning of `part`, and is the caller's.
  explicit Chunks(ByteSource& source, Form form = Form::lines, Part part = {}, std::size_t most = kMaxRecordBytes)
      : source_(source), ends_(form), number_(part.first), at_(part.begin), end_(part.end), most_(most) {}

  // A chunk may have no records.
  [[nodiscard]] std::optional<Chunk> next();

 private:
  void add(Chunk& chunk, std::size_t begin, std::size_t end);
  bool cut(Chunk& chunk, std::size_t& begin);
  void drop(Chunk& chunk, std::size_t begin);
  [[nodiscard]] bool fill(std::string& text);

  ByteSource& source_;
  RecordEnds ends_;
  std::uint64_t number_;
  std::uint64_t at_;  // the byte at which the next chunk begins
  std::uint64_t end_;
  std::size_t most_;
  std::size_t wanted_ = kLeastChunkBytes;
  std::string rest_;  // read, and of the next chunk
  bool too_long_ = false;
  bool done_ = false;
};

}  // namespace hjemmel::batch
