// Source files as read, and places in them as a person counts.
//
// In: a path or a text. Out: a Sources that owns the texts and turns offsets into line and column, where an ø is one column.
// Tested in tests/unit/source/source_file_test.cpp.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/source/span.h"

namespace hjemmel::source {

struct LineCol {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in code points; a tab is one
};

[[nodiscard]] LineCol locate(std::string_view text, std::uint32_t offset);

struct SourceFile {
  std::string path;  // as the user named it; shown in messages
  std::string text;
};

inline constexpr std::size_t kMaxFileBytes = 16U * 1024 * 1024;

// Owns texts for as long as spans into them are in use. Adding a file never moves another's text.
class Sources {
 public:
  FileId add(std::string path, std::string text);
  [[nodiscard]] SourceFile const& file(FileId id) const;
  [[nodiscard]] std::string_view text(Span span) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

// The bytes of a regular file, at most kMaxFileBytes; a directory, a device, an unreadable or a larger file is an Error.
// `-` reads standard input.
[[nodiscard]] base::Result<std::string> read_file(std::string const& path);

}  // namespace hjemmel::source
