// All symbols are bound at once and none is shared.
//
// The loader knows a library by the name that it was loaded by, and gives the old one for a name that it has seen. The name is
// /proc/self/fd/N, so the descriptor stays open for good: no later library can come by the same N.
#include "engine/host/shared_library.h"

#include <exception>
#include <new>

#include <boost/dll/shared_library.hpp>

#include "engine/host/elf_check.h"
#include "engine/host/plugin_file.h"

namespace hjemmel::host {
namespace {

namespace dll = boost::dll;

// Holds a library that is not unloaded with its owner.
union Kept {
  Kept() {}
  Kept(Kept const&) = delete;
  Kept& operator=(Kept const&) = delete;
  ~Kept() {}

  dll::shared_library library;
};

// The loader's own words, without the library's around them and without the name that only this process knows.
std::string reason(std::exception const& thrown, std::string const& name) {
  constexpr std::string_view kBefore = "dlerror system message: ";
  std::string text = thrown.what();
  std::size_t const before = text.find(kBefore);
  std::size_t const behind = text.rfind(')');
  if (before != std::string::npos && behind != std::string::npos && behind > before) {
    text = text.substr(before + kBefore.size(), behind - before - kBefore.size());
  }
  return text.starts_with(name + ": ") ? text.substr(name.size() + 2) : text;
}

}  // namespace

base::Result<void const*> load_symbol(std::string_view bytes, std::string const& name) {
  if (auto fault = elf_fault(bytes)) {
    return *fault;
  }
  auto copy = seal(bytes);
  if (!copy) {
    return copy.error();
  }
  std::string const path = "/proc/self/fd/" + std::to_string(copy->number());
  Kept kept;
  try {
    new (&kept.library) dll::shared_library(path, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  } catch (std::exception const& thrown) {
    return base::Error{"the system's loader refuses it: " + reason(thrown, path) +
                       "; build it anew on this system, with all that it needs in it"};
  }
  copy->keep();
  try {
    return static_cast<void const*>(&kept.library.get<char>(name));
  } catch (std::exception const&) {
    return static_cast<void const*>(nullptr);
  }
}

}  // namespace hjemmel::host
