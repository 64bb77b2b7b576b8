// The entry symbol of a library, called once; what it gives is checked against the contract.
#include "engine/host/plugin_loader.h"

#include <string>

#include "engine/host/shared_library.h"

namespace hjemmel::host {
namespace {

using Entry = jurisdiction_v1 const*(std::uint32_t, std::uint32_t);

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
  auto const entry = load_symbol(file.bytes, JUR_ENTRY_NAME);
  if (!entry) {
    return entry.error();
  }
  if (*entry == nullptr) {
    return base::Error{"it does not export `" JUR_ENTRY_NAME
                       "`: it is no plugin, or one for another contract; take one for contract " +
                       std::to_string(JUR_ABI_MAJOR)};
  }
  Entered const entered = enter(reinterpret_cast<Entry*>(const_cast<void*>(*entry)));
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
