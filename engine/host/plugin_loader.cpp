// Boost.DLL over a sealed file in memory, with all symbols bound at once and none shared.
//
// The loader knows a library by the name that it was loaded by, and gives the old one for a name that it has seen. The name is
// /proc/self/fd/N, so the descriptor stays open for good: no later plugin can come by the same N.
#include "engine/host/plugin_loader.h"

#include <exception>
#include <new>
#include <string>

#include <boost/dll/shared_library.hpp>

#include "engine/host/elf_check.h"

namespace hjemmel::host {
namespace {

namespace dll = boost::dll;
using Entry = jurisdiction_v1 const*(std::uint32_t, std::uint32_t);

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

// Null, with the reason, when the loader refuses it.
base::Result<Entry*> find_entry(std::string const& name, Descriptor& copy) {
  Kept kept;
  try {
    new (&kept.library) dll::shared_library(name, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  } catch (std::exception const& thrown) {
    return base::Error{"the system's loader refuses it: " + reason(thrown, name) +
                       "; build it anew on this system, with all that it needs in it"};
  }
  copy.keep();
  try {
    return &kept.library.get<Entry>(JUR_ENTRY_NAME);
  } catch (std::exception const&) {
    return base::Error{"it does not export `" JUR_ENTRY_NAME
                       "`: it is no plugin, or one for another contract; take one for contract " +
                       std::to_string(JUR_ABI_MAJOR)};
  }
}

struct Entered {
  jurisdiction_v1 const* table = nullptr;
  bool threw = false;
};

Entered enter(Entry* entry) {
  try {
    return {entry(JUR_ABI_MAJOR, JUR_ABI_MINOR), false};
  } catch (...) {
    return {nullptr, true};
  }
}

base::Result<Contract> load_contract(PluginFile const& file, std::string_view id) {
  if (auto fault = elf_fault(file.bytes)) {
    return *fault;
  }
  auto copy = seal(file.bytes);
  if (!copy) {
    return copy.error();
  }
  auto const entry = find_entry("/proc/self/fd/" + std::to_string(copy->number()), *copy);
  if (!entry) {
    return entry.error();
  }
  Entered const entered = enter(*entry);
  if (entered.threw) {
    return base::Error{
        "its entry throws an exception across the border; take another version of the plugin, and tell its author"};
  }
  return check_contract(entered.table, id);
}

}  // namespace

base::Result<std::shared_ptr<Jurisdiction const>> load_jurisdiction(PluginFile const& file, std::string_view id,
                                                                    Trust trust) {
  auto contract = load_contract(file, id);
  if (!contract) {
    return contract.error().while_doing("plugin `" + std::string(id) + "` (`" + file.path + "`)");
  }
  return std::shared_ptr<Jurisdiction const>(
      std::make_shared<Jurisdiction const>(*std::move(contract), file.sha256, trust));
}

}  // namespace hjemmel::host
