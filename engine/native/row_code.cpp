// By the digest of the text, written anew.
#include "engine/native/row_code.h"

#include "engine/native/library_text.h"

namespace hjemmel::native {

std::optional<rows::RowCode> row_code(Library const& library, columns::Kernel const& kernel, std::uint32_t decision,
                                      rows::Layout const& layout) {
  for (rows::Layout const* const known : {&layout, static_cast<rows::Layout const*>(nullptr)}) {
    auto const unit = write_row(kernel, decision, known);
    auto const places = unit ? places_of(unit->reads, layout) : std::nullopt;
    rows::RowCode::Run const run = places ? library.row_code(code_digest(*unit)) : nullptr;
    if (run != nullptr) {
      return rows::RowCode{run, *places, opens_of(unit->reads, layout)};
    }
  }
  return std::nullopt;
}

}  // namespace hjemmel::native
