// Reading, parting, deciding and writing. POSIX calls, as a memory of so many bytes is not to be filled with zeros first.
#include "tests/bench/files_by_hand.h"

#include <charconv>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hjemmel::bench::files {
namespace {

class File {
 public:
  File(std::string const& path, int flags) : descriptor_(::open(path.c_str(), flags, 0644)) {}
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() {
    if (is_open()) {
      ::close(descriptor_);
    }
  }

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] std::size_t size() const {
    struct stat about {};
    return ::fstat(descriptor_, &about) == 0 ? static_cast<std::size_t>(about.st_size) : 0;
  }
  [[nodiscard]] bool read(char* to, std::size_t bytes) const {
    return all(bytes, [&](std::size_t done) { return ::read(descriptor_, to + done, bytes - done); });
  }
  [[nodiscard]] bool write(std::string const& text) const {
    return all(text.size(),
               [&](std::size_t done) { return ::write(descriptor_, text.data() + done, text.size() - done); });
  }

 private:
  template <class Move>
  static bool all(std::size_t bytes, Move move) {
    for (std::size_t done = 0; done < bytes;) {
      ssize_t const moved = move(done);
      if (moved <= 0) {
        return false;
      }
      done += static_cast<std::size_t>(moved);
    }
    return true;
  }

  int descriptor_;
};

// Parts of about the same size, each ending behind a line end.
std::vector<std::string_view> parts_of(std::string_view lines, unsigned count) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (unsigned at = 1; at <= count; ++at) {
    std::size_t const wanted = at == count ? lines.size() : std::max(begin, lines.size() / count * at);
    std::size_t const line_end = wanted == lines.size() ? std::string_view::npos : lines.find('\n', wanted);
    std::size_t const end = line_end == std::string_view::npos ? lines.size() : line_end + 1;
    parts.push_back(lines.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

struct Part {
  OutcomeLines outcomes;
  std::string fault;
};

std::vector<Part> decide_parts(std::string_view lines, Reader reader, unsigned threads) {
  std::vector<Part> parts(threads);
  std::vector<std::string_view> const texts = parts_of(lines, threads);
  auto const run = [&](std::size_t at) {
    parts[at].outcomes.reserve(texts[at].size() / 5);
    parts[at].fault = reader(texts[at], parts[at].outcomes);
  };
  std::vector<std::thread> others;
  for (std::size_t at = 1; at < parts.size(); ++at) {
    others.emplace_back(run, at);
  }
  run(0);
  for (std::thread& other : others) {
    other.join();
  }
  return parts;
}

}  // namespace

void OutcomeLines::add(std::uint64_t id, drawn::Answer const& answer) {
  std::array<char, 64> line;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
  char* at = std::to_chars(line.data(), line.data() + 20, id).ptr;
  *at++ = '\t';
  std::string_view const name = drawn::kOutcomeNames[static_cast<std::size_t>(answer.outcome)];
  std::memcpy(at, name.data(), name.size());
  at += name.size();
  *at++ = '\t';
  at = std::to_chars(at, line.data() + line.size(), answer.kroner + answer.meetings).ptr;  // one of them is 0
  *at++ = '\n';
  text_.append(line.data(), static_cast<std::size_t>(at - line.data()));
}

std::string decide_file(std::string const& from, std::string const& to, Reader reader, unsigned threads) {
  File const source(from, O_RDONLY);
  if (!source.is_open()) {
    return from + " cannot be read";
  }
  std::size_t const bytes = source.size();
  auto const text = std::make_unique_for_overwrite<char[]>(bytes + kPadding);
  std::memset(text.get() + bytes, 0, kPadding);
  if (!source.read(text.get(), bytes)) {
    return from + " cannot be read to its end";
  }
  std::vector<Part> const parts = decide_parts({text.get(), bytes}, reader, threads);
  File const target(to, O_WRONLY | O_CREAT | O_TRUNC);
  for (Part const& part : parts) {
    if (!part.fault.empty()) {
      return from + ": " + part.fault;
    }
    if (!target.is_open() || !target.write(part.outcomes.text())) {
      return to + " cannot be written";
    }
  }
  return "";
}

}  // namespace hjemmel::bench::files
