// Reading files whole, with a cap, and counting lines and columns over UTF-8.
#include "engine/source/source_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "engine/base/large_pages.h"

namespace hjemmel::source {
namespace {

constexpr std::string_view kTooLarge = "the file is larger than 16 MiB";

// Past the cap it is an error. `expected`: about how many bytes there are.
base::Result<std::string> read_stream(std::istream& in, std::size_t expected = 0) {
  std::string bytes;
  base::reserve_large(bytes, std::min(expected, kMaxFileBytes));
  std::string block(1U << 16U, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    bytes.append(block, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMaxFileBytes) {
      return base::Error{std::string(kTooLarge)};
    }
  }
  if (in.bad()) {
    return base::Error{"the file cannot be read to its end"};
  }
  return bytes;
}

}  // namespace

LineCol locate(std::string_view text, std::uint32_t offset) {
  LineCol at{1, 1};
  for (char const c : text.substr(0, offset)) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

FileId Sources::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return FileId(files_.size() - 1);
}

SourceFile const& Sources::file(FileId id) const {
  CHECK(id.index < files_.size());
  return files_[id.index];
}

std::string_view Sources::text(Span span) const {
  if (!span.file.has_value()) {
    return {};
  }
  return std::string_view(file(span.file).text).substr(span.begin, span.end - span.begin);
}

base::Result<std::string> read_file(std::string const& path) {
  if (path == "-") {
    return read_stream(std::cin);
  }
  std::error_code fault;
  auto const status = std::filesystem::status(path, fault);
  if (status.type() == std::filesystem::file_type::not_found) {
    return base::Error{"`" + path + "` does not exist"};
  }
  if (status.type() == std::filesystem::file_type::directory) {
    return base::Error{"`" + path + "` is a directory, not a file"};
  }
  if (fault || status.type() != std::filesystem::file_type::regular) {
    return base::Error{"`" + path + "` is not a file that can be read"};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return base::Error{"`" + path + "` cannot be opened; is it readable for you?"};
  }
  auto const size = std::filesystem::file_size(path, fault);
  auto bytes = read_stream(in, fault ? 0 : static_cast<std::size_t>(size));
  return bytes ? std::move(bytes) : bytes.error().while_doing("`" + path + "`");
}

}  // namespace hjemmel::source
