// Sixteen bytes a fact: eight for its number, one for its state.
#include "tests/differential/packed_case.h"

#include <cstring>

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kStride = 16;
constexpr std::uint32_t kOpenAt = 8;
constexpr std::uint32_t kListStride = 24;  // a pointer, the number of elements, a state

void put(eval::Value value, std::optional<columns::Slot> const& slot, std::byte* at) {
  auto const fitting = slot && value.is_known() ? columns::stored(*slot, value.coefficient, value.scale) : std::nullopt;
  at[kOpenAt] = fitting ? std::byte{0} : std::byte{1};
  std::int64_t const number = fitting.value_or(0);
  std::memcpy(at, &number, sizeof(number));  // little end first: also the narrower widths find it there
}

}  // namespace

columns::Layout packed_layout(eval::Plan const& plan, columns::Slots const& slots) {
  columns::Layout layout;
  layout.scalars.resize(plan.facts.size());
  layout.lists.resize(plan.facts.size());
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    std::uint32_t const offset = fact * kListStride;
    if (plan.facts[fact].domain != eval::Domain::list) {
      layout.scalars[fact] = {offset, offset + kOpenAt};
      continue;
    }
    columns::ListPlace& list = layout.lists[fact];
    list.elements = offset;
    list.by_pointer = true;
    list.count = offset + 8;
    list.count_width = columns::Width::i32;
    list.open = offset + 12;
    for (std::uint32_t field = 0; field < slots.fields[fact].size(); ++field) {
      list.fields.push_back({field * kStride, field * kStride + kOpenAt});
    }
    list.stride = static_cast<std::uint32_t>(list.fields.size()) * kStride;
  }
  return layout;
}

PackedCase::PackedCase(eval::Plan const& plan, columns::Slots const& slots, columns::Layout const& layout,
                       eval::Case const& facts)
    : bytes_(plan.facts.size() * kListStride) {
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    std::byte* const at = bytes_.data() + fact * kListStride;
    if (plan.facts[fact].domain != eval::Domain::list) {
      put(facts.scalars[fact], slots.scalars[fact], at);
      continue;
    }
    eval::ListFact const& list = facts.lists[fact];
    std::vector<std::byte>& elements = lists_.emplace_back(std::size_t{list.rows} * layout.lists[fact].stride + 1);
    for (std::uint32_t row = 0; row < list.rows; ++row) {
      for (std::uint32_t field = 0; field < slots.fields[fact].size(); ++field) {
        put(list.cell(row, field), slots.fields[fact][field],
            elements.data() + row * layout.lists[fact].stride + field * kStride);
      }
    }
    std::byte const* const first = elements.data();
    std::memcpy(at, &first, sizeof(first));
    auto const rows = static_cast<std::int32_t>(list.rows);
    std::memcpy(at + 8, &rows, sizeof(rows));
    at[12] = list.state == eval::ListState::complete ? std::byte{0} : std::byte{1};
  }
}

}  // namespace hjemmel::differential
