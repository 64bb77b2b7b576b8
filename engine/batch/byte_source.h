// ByteSource: where the bytes of a batch come from: a file, a pipe, or what is packed in one.
//
// In: a C stream. Out: its bytes in order, and at the end what went wrong, in one sentence. Tested in
// tests/unit/batch/byte_source_test.cpp.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace hjemmel::batch {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(ByteSource const&) = delete;
  ByteSource& operator=(ByteSource const&) = delete;
  virtual ~ByteSource() = default;

  // Fewer than `size` bytes at the end alone, or where there is a fault. `size` is not 0.
  [[nodiscard]] virtual std::size_t read(char* into, std::size_t size) = 0;
  // Why the end was not reached; empty where it was, or may still be.
  [[nodiscard]] std::string const& fault() const { return fault_; }

 protected:
  void set_fault(std::string fault) { fault_ = std::move(fault); }

 private:
  std::string fault_;
};

// From where the stream stands. The stream is the caller's.
class FileSource final : public ByteSource {
 public:
  explicit FileSource(std::FILE* stream) : stream_(stream) {}
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override;

 private:
  std::FILE* stream_;
};

}  // namespace hjemmel::batch
