// Reads the file header, the program headers and the place of the section headers; every sum is checked for overflow.
#include "engine/host/elf_check.h"

#include <cstdint>
#include <cstring>

#include <elf.h>

namespace hjemmel::host {
namespace {

#if defined(__x86_64__)
constexpr Elf64_Half kMachine = EM_X86_64;
constexpr char const* kMachineName = "x86-64";
#elif defined(__aarch64__)
constexpr Elf64_Half kMachine = EM_AARCH64;
constexpr char const* kMachineName = "AArch64";
#else
#error "say here which ELF machine this is"
#endif

constexpr std::uint64_t kLargestAlignment = 1U << 30U;

base::Error cut_off(char const* what) {
  return base::Error{std::string("its ") + what +
                     " do not lie within the file: it is cut off or damaged; copy it anew from where it was built"};
}

// [begin, begin + size) of the file.
bool lies_within(std::string_view bytes, std::uint64_t begin, std::uint64_t size) {
  return begin <= bytes.size() && size <= bytes.size() - begin;
}

// A copy, as the bytes need not be aligned.
template <class T>
T copy_at(std::string_view bytes, std::uint64_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

std::optional<base::Error> header_fault(Elf64_Ehdr const& header) {
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB ||
      header.e_machine != kMachine) {
    return base::Error{std::string("it is built for another machine; this host needs one for ") + kMachineName +
                       ", 64 bits"};
  }
  if (header.e_ident[EI_VERSION] != EV_CURRENT || header.e_version != EV_CURRENT || header.e_type != ET_DYN) {
    return base::Error{"it is no shared library (an executable or an object file perhaps); link it with -shared"};
  }
  if (header.e_phentsize != sizeof(Elf64_Phdr) || header.e_phnum == 0 || header.e_phnum >= PN_XNUM) {
    return base::Error{"its program headers have another form than a shared library's; build it anew"};
  }
  return std::nullopt;
}

bool is_sound(Elf64_Phdr const& segment, std::string_view bytes) {
  if (!lies_within(bytes, segment.p_offset, segment.p_filesz)) {
    return false;
  }
  if (segment.p_type != PT_LOAD) {
    return true;
  }
  bool const align_fits = segment.p_align <= kLargestAlignment && (segment.p_align & (segment.p_align - 1)) == 0;
  return align_fits && segment.p_memsz >= segment.p_filesz && segment.p_vaddr <= INT64_MAX &&
         segment.p_memsz <= INT64_MAX - segment.p_vaddr;
}

std::optional<base::Error> segments_fault(Elf64_Ehdr const& header, std::string_view bytes) {
  if (!lies_within(bytes, header.e_phoff, std::uint64_t{header.e_phnum} * sizeof(Elf64_Phdr))) {
    return cut_off("program headers");
  }
  bool loads = false;
  bool is_dynamic = false;
  for (std::uint64_t at = 0; at < header.e_phnum; ++at) {
    auto const segment = copy_at<Elf64_Phdr>(bytes, header.e_phoff + at * sizeof(Elf64_Phdr));
    if (!is_sound(segment, bytes)) {
      return cut_off("segments");
    }
    loads = loads || segment.p_type == PT_LOAD;
    is_dynamic = is_dynamic || segment.p_type == PT_DYNAMIC;
  }
  if (!loads || !is_dynamic) {
    return base::Error{"it has nothing for a loader in it (a file of debug symbols perhaps); take the library itself"};
  }
  return std::nullopt;
}

// Section headers stand last in a file, so that they tell of one that lost its end. A stripped library may have none.
std::optional<base::Error> sections_fault(Elf64_Ehdr const& header, std::string_view bytes) {
  std::uint64_t const size = std::uint64_t{header.e_shnum} * header.e_shentsize;
  if (header.e_shoff != 0 && !lies_within(bytes, header.e_shoff, size)) {
    return cut_off("section headers");
  }
  return std::nullopt;
}

}  // namespace

std::optional<base::Error> elf_fault(std::string_view bytes) {
  if (!bytes.starts_with(std::string_view(ELFMAG, SELFMAG))) {
    return base::Error{"it is no ELF file; take a shared library"};
  }
  if (bytes.size() < sizeof(Elf64_Ehdr)) {
    return cut_off("headers");
  }
  auto const header = copy_at<Elf64_Ehdr>(bytes, 0);
  if (auto fault = header_fault(header)) {
    return fault;
  }
  if (auto fault = segments_fault(header, bytes)) {
    return fault;
  }
  return sections_fault(header, bytes);
}

}  // namespace hjemmel::host
