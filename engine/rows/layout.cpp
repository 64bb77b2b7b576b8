// What of a struct can be read.
#include "engine/rows/layout.h"

#include <algorithm>

namespace hjemmel::rows {
namespace {

class Told {
 public:
  void add(std::uint32_t offset, std::size_t bytes) {
    if (offset != kNone) {
      extent_ = {std::min(extent_.first, offset), std::max(extent_.end, offset + static_cast<std::uint32_t>(bytes))};
    }
  }
  [[nodiscard]] Extent extent() const { return extent_.end == 0 ? Extent{} : extent_; }

 private:
  Extent extent_{kNone, 0};
};

}  // namespace

Extent extent_of(Slots const& slots, Layout const& layout) {
  Told told;
  for (std::size_t fact = 0; fact < layout.scalars.size(); ++fact) {
    FieldPlace const& place = layout.scalars[fact];
    auto const& slot = slots.scalars[fact];
    told.add(place.offset, slot ? bytes_of(slot->width) : 1);
    told.add(place.open, 1);
  }
  for (ListPlace const& list : layout.lists) {
    if (list.count == kNone) {
      continue;
    }
    told.add(list.count, bytes_of(list.count_width));
    told.add(list.open, 1);
    std::size_t const inside = std::size_t{list.readable} * list.stride;
    told.add(list.by_pointer || inside != 0 ? list.elements : kNone, list.by_pointer ? sizeof(void*) : inside);
  }
  return told.extent();
}

}  // namespace hjemmel::rows
