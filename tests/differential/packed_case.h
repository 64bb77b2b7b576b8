// A case as a host's struct would hold it: every fact at a fixed offset, its state in a byte beside it, lists by pointer.
//
// In: a plan and the slots of a kernel; then cases. Out: the layout, and the bytes of one case.
#pragma once

#include <vector>

#include "engine/columns/layout.h"
#include "engine/eval/facts.h"

namespace hjemmel::differential {

[[nodiscard]] columns::Layout packed_layout(eval::Plan const& plan, columns::Slots const& slots);

class PackedCase {
 public:
  PackedCase(eval::Plan const& plan, columns::Slots const& slots, columns::Layout const& layout,
             eval::Case const& facts);

  [[nodiscard]] void const* data() const { return bytes_.data(); }

 private:
  std::vector<std::byte> bytes_;
  std::vector<std::vector<std::byte>> lists_;
};

}  // namespace hjemmel::differential
