// What is refused before the system's loader sees it: files that are none, links, beginnings of plugins; and the seals.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/host/elf_check.h"
#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

namespace fs = std::filesystem;

std::string read_fault(PluginFolder const& folder, std::string const& name, std::size_t most = kMaxPluginBytes) {
  auto const file = read_plugin_file(folder.path(), name, most);
  return file ? "read" : file.error().message;
}

PluginFile with_bytes(std::string bytes) { return {"a/plugin.so", std::move(bytes), std::string(64, '0')}; }

TEST(PluginFileTest, is_read_whole_with_its_hash) {
  PluginFolder const folder;
  folder.write("aa.so", "abc");
  auto const file = read_plugin_file(folder.path(), "aa.so");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes, "abc");
  EXPECT_EQ(file->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(file->path, folder.path() + "/aa.so");
}

TEST(PluginFileTest, only_plain_names_are_read) {
  PluginFolder const folder;
  folder.write("aa.so", "abc");
  for (std::string const name : {"", ".", "..", "../aa.so", "./aa.so", "a/aa.so", "/etc/passwd"}) {
    EXPECT_EQ(read_fault(folder, name),
              "`" + name + "` is not the plain name of a file; write the name alone, of a file in the plugins folder");
  }
  EXPECT_FALSE(is_plain_file_name(std::string_view("a\0b", 3)));
}

TEST(PluginFileTest, a_symbolic_link_is_refused_wherever_it_leads) {
  PluginFolder const folder;
  PluginFolder const elsewhere;
  elsewhere.add("aa", "aa.so");
  folder.add("aa", "real.so");
  fs::create_symlink(elsewhere.at("aa.so"), folder.at("out.so"));
  fs::create_symlink("real.so", folder.at("in.so"));
  std::string const expected = "it is a symbolic link, which is not followed; put the file itself into the folder";
  EXPECT_EQ(read_fault(folder, "out.so"), expected);
  EXPECT_EQ(read_fault(folder, "in.so"), expected);
}

TEST(PluginFileTest, the_folder_may_be_a_symbolic_link) {
  PluginFolder const folder;
  folder.write("aa.so", "abc");
  PluginFolder const elsewhere;
  fs::create_symlink(folder.path(), elsewhere.at("link"));
  EXPECT_TRUE(read_plugin_file(elsewhere.at("link").string(), "aa.so"));
}

TEST(PluginFileTest, what_is_no_regular_file_is_refused_without_waiting) {
  PluginFolder const folder;
  fs::create_directory(folder.at("folder.so"));
  ASSERT_EQ(::mkfifo(folder.at("pipe.so").c_str(), 0600), 0);
  EXPECT_EQ(read_fault(folder, "folder.so"), "it is not a regular file; put the file itself into the folder");
  EXPECT_EQ(read_fault(folder, "pipe.so"), "it is not a regular file; put the file itself into the folder");
}

TEST(PluginFileTest, a_file_or_folder_that_is_not_there_is_told) {
  PluginFolder const folder;
  EXPECT_EQ(read_fault(folder, "aa.so"),
            "it cannot be opened: No such file or directory; put it there, readable for this host");
  auto const none = read_plugin_file(folder.path() + "/none", "aa.so");
  EXPECT_EQ(none.error().message,
            "the folder cannot be opened: No such file or directory; make it, readable for this host");
}

TEST(PluginFileTest, size_is_capped) {
  PluginFolder const folder;
  folder.write("aa.so", std::string(1000, 'x'));
  EXPECT_EQ(read_fault(folder, "aa.so", 1000), "read");
  EXPECT_EQ(read_fault(folder, "aa.so", 999),
            "it is larger than the 999 bytes that a plugin may have; build it without debug symbols");
  folder.write("large.so", "");
  fs::resize_file(folder.at("large.so"), kMaxPluginBytes + 1);  // sparse
  EXPECT_EQ(read_fault(folder, "large.so"),
            "it is larger than the 67108864 bytes that a plugin may have; build it without debug symbols");
}

TEST(Seal, what_is_sealed_cannot_change) {
  auto const sealed = seal("abc");
  ASSERT_TRUE(sealed);
  int const number = sealed->number();
  EXPECT_EQ(::pwrite(number, "x", 1, 0), -1);
  EXPECT_EQ(::ftruncate(number, 1), -1);
  EXPECT_EQ(::ftruncate(number, 9), -1);
  EXPECT_EQ(::fcntl(number, F_ADD_SEALS, F_SEAL_WRITE), -1);
  std::string bytes(4, '\0');
  EXPECT_EQ(::pread(number, bytes.data(), 4, 0), 3);
  EXPECT_EQ(bytes.substr(0, 3), "abc");
}

TEST(ElfFault, a_plugin_has_none) {
  EXPECT_FALSE(elf_fault(built_file("aa").bytes));
  EXPECT_FALSE(elf_fault(built_file("bb").bytes));
}

TEST(ElfFault, a_text_is_no_elf_file) {
  std::string const expected = "it is no ELF file; take a shared library";
  EXPECT_EQ(refusal(with_bytes("")), expected);
  EXPECT_EQ(refusal(with_bytes("\x7F"
                               "EL")),
            expected);
  EXPECT_EQ(refusal(with_bytes("#!/bin/sh\n")), expected);
}

TEST(ElfFault, another_machine_or_kind_of_file_is_told) {
  std::string bytes = built_file("aa").bytes;
  std::string other = bytes;
  other[18] = 0x28;  // e_machine: 32-bit ARM
  EXPECT_TRUE(refusal(with_bytes(other)).starts_with("it is built for another machine; this host needs one for "));
  other = bytes;
  other[4] = 1;  // EI_CLASS: 32 bits
  EXPECT_TRUE(refusal(with_bytes(other)).starts_with("it is built for another machine"));
  other = bytes;
  other[16] = 2;  // e_type: an executable
  EXPECT_EQ(refusal(with_bytes(other)),
            "it is no shared library (an executable or an object file perhaps); link it with -shared");
}

// The system's loader would map pages that such a file does not have, and end the process with SIGBUS.
TEST(ElfFault, every_beginning_of_a_plugin_is_refused) {
  PluginFile const file = built_file("aa");
  ASSERT_LT(file.bytes.size(), 100'000U);
  for (std::size_t size = 0; size < file.bytes.size(); ++size) {
    std::string const said = refusal(with_bytes(file.bytes.substr(0, size)));
    bool const told = said.find("lie within the file: it is cut off or damaged") != std::string::npos ||
                      said.find("it is no ELF file") != std::string::npos;
    ASSERT_TRUE(told) << size << ": " << said;
  }
}

// Of a flipped bit only the headers can tell; that no other is loaded is the hash's work (PluginsTest). Here: the look at the
// headers survives each.
TEST(ElfFault, looks_at_every_flipped_bit_of_the_headers_and_every_flipped_byte) {
  PluginFile const file = built_file("aa");
  std::size_t refused = 0;
  for (std::size_t at = 0; at < file.bytes.size(); ++at) {
    for (unsigned bit = 0; bit < (at < 1024 ? 8U : 1U); ++bit) {
      std::string bytes = file.bytes;
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
      refused += elf_fault(bytes) ? 1 : 0;
    }
  }
  EXPECT_GT(refused, 500U);
}

}  // namespace
}  // namespace hjemmel::host
