// Both libraries are asked for as many bytes as there is room for, and get what the stream has.
#include "engine/batch/packed_source.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

namespace hjemmel::batch {
namespace {

constexpr std::size_t kReadBytes = 128U * 1024;
constexpr std::string_view kGzip = "\x1F\x8B";
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD";

// A stream of which the first bytes were looked at.
class BegunSource final : public ByteSource {
 public:
  BegunSource(std::FILE* stream, std::string first) : rest_(stream), first_(std::move(first)) {}

  std::size_t read(char* into, std::size_t size) override {
    std::size_t const again = first_.copy(into, size);
    first_.erase(0, again);
    std::size_t const got = again < size ? rest_.read(into + again, size - again) : 0;
    set_fault(rest_.fault());
    return again + got;
  }

 private:
  FileSource rest_;
  std::string first_;
};

// Bytes as they stand in the file, a buffer at a time.
class PackedBytes {
 public:
  explicit PackedBytes(std::unique_ptr<ByteSource> source) : source_(std::move(source)), buffer_(kReadBytes) {}

  // What is left of the buffer, or the next one; empty at the end.
  [[nodiscard]] std::string_view left() {
    if (at_ == end_) {
      at_ = 0;
      end_ = source_->read(buffer_.data(), buffer_.size());
    }
    return {buffer_.data() + at_, end_ - at_};
  }
  void take(std::size_t size) { at_ += size; }
  [[nodiscard]] std::string const& fault() const { return source_->fault(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> source) : packed_(std::move(source)) {
    constexpr int kGzipOnly = 16;
    good_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
    if (!good_) {
      set_fault("there is not enough memory to unpack gzip");
    }
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(GzipSource const&) = delete;
  GzipSource& operator=(GzipSource const&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, UINT32_MAX));
    std::size_t const wanted = stream_.avail_out;
    while (good_ && stream_.avail_out > 0) {
      std::string_view const left = packed_.left();
      if (left.empty()) {
        good_ = false;
        set_fault(!packed_.fault().empty() ? packed_.fault() : inside_ ? "the gzip data is cut off" : "");
        break;
      }
      unpack(left);
    }
    return wanted - stream_.avail_out;
  }

 private:
  void unpack(std::string_view left) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left.data()));  // it is only read
    stream_.avail_in = static_cast<uInt>(left.size());
    inside_ = true;
    int const found = inflate(&stream_, Z_NO_FLUSH);
    packed_.take(left.size() - stream_.avail_in);
    if (found == Z_STREAM_END) {
      inside_ = false;
      inflateReset(&stream_);
    } else if (found != Z_OK && found != Z_BUF_ERROR) {
      good_ = false;
      set_fault("the gzip data is damaged");
    }
  }

  PackedBytes packed_;
  z_stream stream_{};
  bool good_ = false;
  bool inside_ = false;  // of a piece that is not at its end
};

class ZstdSource final : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> source) : packed_(std::move(source)), stream_(ZSTD_createDStream()) {
    good_ = stream_ != nullptr &&
            ZSTD_isError(ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, std::countr_zero(kMostZstdWindow))) == 0;
    if (!good_) {
      set_fault("there is not enough memory to unpack zstd");
    }
  }
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(ZstdSource const&) = delete;
  ZstdSource& operator=(ZstdSource const&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    ZSTD_outBuffer out{into, size, 0};
    while (good_ && out.pos < out.size) {
      std::string_view const left = packed_.left();
      std::size_t const before = out.pos;
      ZSTD_inBuffer in{left.data(), left.size(), 0};
      std::size_t const found = ZSTD_decompressStream(stream_, &out, &in);
      packed_.take(in.pos);
      if (ZSTD_isError(found) != 0) {
        good_ = false;
        set_fault(words_of(found));
      } else if (left.empty() && out.pos == before) {  // what the library had kept is out too
        good_ = false;
        set_fault(!packed_.fault().empty() ? packed_.fault() : inside_ ? "the zstd data is cut off" : "");
      } else {
        inside_ = found != 0;
      }
    }
    return out.pos;
  }

 private:
  static std::string words_of(std::size_t found) {
    if (ZSTD_getErrorCode(found) == ZSTD_error_frameParameter_windowTooLarge) {
      return "the zstd data needs more than 8 MiB to be unpacked; pack it without `--long` and `--ultra`";
    }
    return "the zstd data is damaged";
  }

  PackedBytes packed_;
  ZSTD_DStream* stream_;
  bool good_ = false;
  bool inside_ = false;
};

}  // namespace

OpenedSource open_source(std::FILE* stream) {
  std::string first(kZstd.size(), '\0');
  FileSource source(stream);
  first.resize(source.read(first.data(), first.size()));
  auto begun = std::make_unique<BegunSource>(stream, first);
  if (first.starts_with(kGzip)) {
    return {std::make_unique<GzipSource>(std::move(begun)), true};
  }
  if (first == kZstd) {
    return {std::make_unique<ZstdSource>(std::move(begun)), true};
  }
  return {std::move(begun), false};
}

}  // namespace hjemmel::batch
