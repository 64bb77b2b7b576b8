// The table is data: nothing of the library runs before it was looked at, but what the system's loader runs by itself.
#include "engine/native/library.h"

#include <algorithm>

#include "engine/host/shared_library.h"
#include "engine/native/compile.h"

namespace hjemmel::native {
namespace {

constexpr std::uint32_t kMostUnits = 1000;

bool ends_in_it(char const (&digest)[65]) { return digest[64] == '\0'; }

template <class Entry>
bool are_sound(Entry const* entries, std::uint32_t count) {
  return count <= kMostUnits && (count == 0 || entries != nullptr) &&
         std::all_of(entries, entries + count,
                     [](Entry const& one) { return ends_in_it(one.code) && one.run != nullptr; });
}

// Null where there is none.
template <class Entry>
auto run_of(Entry const* entries, std::uint32_t count, std::string_view digest) -> decltype(entries->run) {
  Entry const* const found =
      std::find_if(entries, entries + count, [digest](Entry const& one) { return one.code == digest; });
  return found == entries + count ? nullptr : found->run;
}

base::Result<std::shared_ptr<Library const>> check(EntryTable const* table) {
  if (table->magic != kMagic || table->abi != kAbi || table->table_size != sizeof(EntryTable) ||
      table->unit_size != sizeof(EntryUnit) || table->call_size != sizeof(Call) ||
      table->row_size != sizeof(EntryRow)) {
    return base::Error{"it is of another version of hjemmel; build it anew"};
  }
  if (static_cast<int>(table->level) > processor_level()) {
    return base::Error{"it was built for processors of the level x86-64-v" + std::to_string(table->level) +
                       ", and this one has no more than v" + std::to_string(processor_level()) +
                       "; build it here, or with `--processor`"};
  }
  bool const sound =
      ends_in_it(table->package) && are_sound(table->units, table->count) && are_sound(table->rows, table->row_count);
  if (!sound) {
    return base::Error{"its table is not sound; build it anew"};
  }
  return std::make_shared<Library const>(table);
}

}  // namespace

auto Library::code(std::string_view digest) const -> void (*)(Call const*) {
  return run_of(table_->units, table_->count, digest);
}

rows::RowCode::Run Library::row_code(std::string_view digest) const {
  return run_of(table_->rows, table_->row_count, digest);
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
