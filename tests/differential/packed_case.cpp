// Sixteen bytes a fact, eight for its number, one for its state; or as few as its width takes.
#include "tests/differential/packed_case.h"

#include <cstring>

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kStride = 16;
constexpr std::uint32_t kOpenAt = 8;
constexpr std::uint32_t kListStride = 24;  // a pointer, the number of elements, a state
constexpr std::uint32_t kCountAt = 8;
constexpr std::uint32_t kMoreAt = 12;
constexpr std::uint32_t kKnownStride = 8;  // of a field
constexpr std::uint32_t kReadable = 2;     // elements, where no state says whether there are as many
constexpr std::byte kNothing{0xA5};        // what stands where none is

rows::ListPlace list_at(std::uint32_t offset, std::size_t fields, bool with_states) {
  std::uint32_t const stride = with_states ? kStride : kKnownStride;
  rows::ListPlace list;
  list.elements = offset;
  list.by_pointer = true;
  list.count = offset + kCountAt;
  list.count_width = columns::Width::i32;
  list.open = with_states ? offset + kMoreAt : columns::kNone;
  for (std::uint32_t field = 0; field < fields; ++field) {
    list.fields.push_back({field * stride, with_states ? field * stride + kOpenAt : columns::kNone});
  }
  list.stride = static_cast<std::uint32_t>(fields) * stride;
  list.readable = with_states ? 0 : kReadable;
  return list;
}

std::size_t bytes_in(rows::Layout const& layout) {
  std::uint32_t bytes = 0;
  for (rows::FieldPlace const& place : layout.scalars) {
    bytes = place.offset == columns::kNone ? bytes : std::max(bytes, place.offset + kStride);
  }
  for (rows::ListPlace const& list : layout.lists) {
    bytes = list.count == columns::kNone ? bytes : std::max(bytes, list.elements + kListStride);
  }
  return bytes;
}

}  // namespace

rows::Layout packed_layout(eval::Plan const& plan, columns::Slots const& slots) {
  rows::Layout layout;
  layout.scalars.resize(plan.facts.size());
  layout.lists.resize(plan.facts.size());
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    std::uint32_t const offset = fact * kListStride;
    if (plan.facts[fact].domain == eval::Domain::list) {
      layout.lists[fact] = list_at(offset, slots.fields[fact].size(), true);
    } else {
      layout.scalars[fact] = {offset, offset + kOpenAt};
    }
  }
  return layout;
}

rows::Layout known_layout(eval::Plan const& plan, columns::Slots const& slots) {
  rows::Layout layout;
  layout.scalars.resize(plan.facts.size());
  layout.lists.resize(plan.facts.size());
  std::uint32_t offset = 0;
  for (columns::Width const width :
       {columns::Width::u8, columns::Width::i16, columns::Width::i32, columns::Width::i64}) {
    for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
      auto const& slot = slots.scalars[fact];
      if (plan.facts[fact].domain != eval::Domain::list && slot && slot->width == width) {
        layout.scalars[fact].offset = offset;
        offset += static_cast<std::uint32_t>(bytes_of(width));
      }
    }
  }
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    if (plan.facts[fact].domain == eval::Domain::list) {
      layout.lists[fact] = list_at(offset, slots.fields[fact].size(), false);
      offset += kListStride;
    }
  }
  return layout;
}

PackedCase::PackedCase(eval::Plan const& plan, columns::Slots const& slots, rows::Layout const& layout,
                       eval::Case const& facts)
    : bytes_(bytes_in(layout)) {
  for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
    if (plan.facts[fact].domain != eval::Domain::list) {
      put(facts.scalars[fact], slots.scalars[fact], layout.scalars[fact], bytes_.data());
    } else {
      put(facts.lists[fact], slots.fields[fact], layout.lists[fact]);
    }
  }
}

// Without a place it is open to whoever reads the struct, whatever it is.
void PackedCase::put(eval::Value value, std::optional<columns::Slot> const& slot, rows::FieldPlace place,
                     std::byte* in) {
  auto const fitting = slot && value.is_known() ? columns::stored(*slot, value.coefficient, value.scale) : std::nullopt;
  if (place.open != columns::kNone) {
    in[place.open] = fitting ? std::byte{0} : std::byte{1};
  } else if (place.offset != columns::kNone) {
    is_whole_ = is_whole_ && fitting.has_value();
  }
  std::int64_t const number = fitting.value_or(0);
  if (slot && place.offset != columns::kNone) {
    std::memcpy(in + place.offset, &number, columns::bytes_of(slot->width));  // little end first
  }
}

void PackedCase::put(eval::ListFact const& list, std::vector<std::optional<columns::Slot>> const& slots,
                     rows::ListPlace const& place) {
  std::vector<std::byte>& elements =
      lists_.emplace_back(std::size_t{std::max(list.rows, place.readable)} * place.stride + 1, kNothing);
  for (std::uint32_t row = 0; row < list.rows; ++row) {
    for (std::uint32_t field = 0; field < slots.size(); ++field) {
      put(list.cell(row, field), slots[field], place.fields[field], elements.data() + row * place.stride);
    }
  }
  std::byte const* const first = elements.data();
  std::memcpy(bytes_.data() + place.elements, &first, sizeof(first));
  auto const rows = static_cast<std::int32_t>(list.rows);
  std::memcpy(bytes_.data() + place.count, &rows, sizeof(rows));
  bool const is_complete = list.state == eval::ListState::complete;
  if (place.open != columns::kNone) {
    bytes_[place.open] = is_complete ? std::byte{0} : std::byte{1};
  } else {
    is_whole_ = is_whole_ && is_complete;
  }
}

}  // namespace hjemmel::differential
