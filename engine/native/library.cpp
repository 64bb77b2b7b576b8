// The table is data: nothing of the library runs before it was looked at, but what the system's loader runs by itself.
#include "engine/native/library.h"

#include "engine/host/shared_library.h"
#include "engine/native/compile.h"

namespace hjemmel::native {
namespace {

constexpr std::uint32_t kMostUnits = 1000;

bool ends_in_it(char const (&digest)[65]) { return digest[64] == '\0'; }

base::Result<std::shared_ptr<Library const>> check(EntryTable const* table) {
  if (table->magic != kMagic || table->abi != kAbi || table->table_size != sizeof(EntryTable) ||
      table->unit_size != sizeof(EntryUnit) || table->call_size != sizeof(Call)) {
    return base::Error{"it is of another version of hjemmel; build it anew"};
  }
  if (static_cast<int>(table->level) > processor_level()) {
    return base::Error{"it was built for processors of the level x86-64-v" + std::to_string(table->level) +
                       ", and this one has no more than v" + std::to_string(processor_level()) +
                       "; build it here, or with `--processor`"};
  }
  bool sound =
      ends_in_it(table->package) && table->count <= kMostUnits && (table->count == 0 || table->units != nullptr);
  for (std::uint32_t at = 0; sound && at < table->count; ++at) {
    sound = ends_in_it(table->units[at].code) && table->units[at].run != nullptr;
  }
  if (!sound) {
    return base::Error{"its table is not sound; build it anew"};
  }
  return std::make_shared<Library const>(table);
}

}  // namespace

auto Library::code(std::string_view digest) const -> void (*)(Call const*) {
  for (std::uint32_t at = 0; at < table_->count; ++at) {
    if (table_->units[at].code == digest) {
      return table_->units[at].run;
    }
  }
  return nullptr;
}

base::Result<std::shared_ptr<Library const>> load_library(std::string_view bytes) {
  auto const symbol = host::load_symbol(bytes, kEntryName);
  if (!symbol) {
    return symbol.error();
  }
  if (*symbol == nullptr) {
    return base::Error{std::string("it does not export `") + kEntryName +
                       "`: it is no native library, or one of another version; build it anew"};
  }
  return check(static_cast<EntryTable const*>(*symbol));
}

}  // namespace hjemmel::native
