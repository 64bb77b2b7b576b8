// Packed texts, whole, in pieces, cut off and damaged.
#include "engine/batch/packed_source.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::batch {
namespace {

// "one\ntwo\n", as `gzip -n` and `zstd` write it.
constexpr std::array<unsigned char, 28> kGzipped = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03,
                                                    0xcb, 0xcf, 0x4b, 0xe5, 0x2a, 0x29, 0xcf, 0xe7, 0x02, 0x00,
                                                    0xe6, 0x0b, 0xba, 0x12, 0x08, 0x00, 0x00, 0x00};
constexpr std::array<unsigned char, 21> kZstded = {0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0x41, 0x00, 0x00, 0x6f, 0x6e,
                                                   0x65, 0x0a, 0x74, 0x77, 0x6f, 0x0a, 0xe6, 0xa6, 0x0e, 0x40};

std::string text_of(std::span<unsigned char const> bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

struct Unpacked {
  std::string text;
  std::string fault;
  bool packed = false;
};

Unpacked unpack(std::string const& bytes, std::size_t step = 100) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file(std::tmpfile(), std::fclose);
  std::fwrite(bytes.data(), 1, bytes.size(), file.get());
  std::rewind(file.get());
  OpenedSource const source = open_source(file.get());
  std::vector<char> buffer(step);
  Unpacked unpacked{"", "", source.packed};
  for (std::size_t got = 0; (got = source.bytes->read(buffer.data(), step)) > 0;) {
    unpacked.text.append(buffer.data(), got);
  }
  unpacked.fault = source.bytes->fault();
  return unpacked;
}

TEST(PackedSource, what_is_not_packed_is_read_as_it_is) {
  for (std::string const text : {"", "a", "{}\n", "one\ntwo\n", "\x1F", "\x28\xB5"}) {
    for (std::size_t const step : {1U, 3U, 100U}) {
      Unpacked const unpacked = unpack(text, step);
      EXPECT_EQ(unpacked.text, text);
      EXPECT_EQ(unpacked.fault, "");
      EXPECT_FALSE(unpacked.packed);
    }
  }
}

TEST(PackedSource, one_piece_and_several_behind_each_other) {
  for (std::string const& one : {text_of(kGzipped), text_of(kZstded)}) {
    for (std::size_t const step : {1U, 3U, 100U}) {
      EXPECT_EQ(unpack(one, step).text, "one\ntwo\n");
      Unpacked const twice = unpack(one + one, step);
      EXPECT_EQ(twice.text, "one\ntwo\none\ntwo\n");
      EXPECT_EQ(twice.fault, "");
      EXPECT_TRUE(twice.packed);
    }
  }
}

TEST(PackedSource, what_is_cut_off_is_a_fault_wherever_it_is_cut) {
  for (std::string const& one : {text_of(kGzipped), text_of(kZstded)}) {
    for (std::size_t size = 4; size < one.size(); ++size) {
      EXPECT_THAT(unpack(one.substr(0, size)).fault, testing::HasSubstr("cut off")) << size;
      Unpacked const second = unpack(one + one.substr(0, size));
      EXPECT_THAT(second.fault, testing::HasSubstr("cut off")) << size;
      EXPECT_THAT(second.text, testing::StartsWith("one\ntwo\n"));
    }
  }
}

TEST(PackedSource, what_is_damaged_is_a_fault_behind_what_could_be_read) {
  for (std::string const& one : {text_of(kGzipped), text_of(kZstded)}) {
    std::string damaged = one;
    damaged.back() = static_cast<char>(damaged.back() ^ 1);  // of the sum that is checked
    Unpacked const unpacked = unpack(one + damaged);
    EXPECT_THAT(unpacked.fault, testing::HasSubstr("damaged"));
    EXPECT_THAT(unpacked.text, testing::StartsWith("one\ntwo\n"));
    EXPECT_THAT(unpack(one + "garbage").fault, testing::HasSubstr("damaged"));
  }
}

TEST(PackedSource, a_window_that_takes_too_much_memory_is_refused) {
  // A frame that asks for 128 MiB and has no block.
  Unpacked const unpacked = unpack(std::string("\x28\xB5\x2F\xFD\x00\x88\x01\x00\x00", 9));
  EXPECT_THAT(unpacked.fault, testing::HasSubstr("8 MiB"));
}

}  // namespace
}  // namespace hjemmel::batch
