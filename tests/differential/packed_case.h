// A case as a host's struct would hold it, in one of two ways: each fact with its state in a byte beside it, or known facts alone, those of one
// width in a row.
//
// In: a plan and the slots of a kernel; then cases. Out: the layout, and the bytes of one case.
#pragma once

#include <vector>

#include "engine/eval/facts.h"
#include "engine/rows/layout.h"

namespace hjemmel::differential {

[[nodiscard]] rows::Layout packed_layout(eval::Plan const& plan, columns::Slots const& slots);
[[nodiscard]] rows::Layout known_layout(eval::Plan const& plan, columns::Slots const& slots);

class PackedCase {
 public:
  PackedCase(eval::Plan const& plan, columns::Slots const& slots, rows::Layout const& layout, eval::Case const& facts);

  [[nodiscard]] void const* data() const { return bytes_.data(); }
  // False where something is open and the layout has no byte to say so.
  [[nodiscard]] bool is_whole() const { return is_whole_; }

 private:
  void put(eval::Value value, std::optional<columns::Slot> const& slot, rows::FieldPlace place, std::byte* in);
  void put(eval::ListFact const& list, std::vector<std::optional<columns::Slot>> const& slots,
           rows::ListPlace const& place);

  std::vector<std::byte> bytes_;
  std::vector<std::vector<std::byte>> lists_;
  bool is_whole_ = true;
};

}  // namespace hjemmel::differential
