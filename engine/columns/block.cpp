// Rows and elements are added at the end; the columns grow in powers of two.
#include "engine/columns/block.h"

#include <algorithm>
#include <bit>

#include "engine/base/check.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kPastEnd = 64;  // bytes that a vector instruction may read behind the last value
constexpr std::uint8_t kSet = 255;

Column column_of(std::optional<Slot> const& slot) {
  Column column;
  if (slot) {
    column.width = slot->width;
    column.make_room(kBlockRows);
  }
  return column;
}

void forget(Column& column) {
  if (column.any_open) {
    std::fill(column.open.begin(), column.open.end(), std::uint8_t{0});
    column.any_open = false;
  }
}

}  // namespace

void Bytes::reserve(std::size_t size) {
  if (size <= size_ && data_ != nullptr) {
    return;
  }
  std::size_t const room = std::bit_ceil(size + kPastEnd);
  std::unique_ptr<std::byte[], Free> wider(new (std::align_val_t{64}) std::byte[room]());
  if (size_ > 0) {
    std::memcpy(wider.get(), data_.get(), size_);
  }
  data_ = std::move(wider);
  size_ = room - kPastEnd;
}

void Column::make_room(std::uint32_t rows) {
  values.reserve(rows * bytes_of(width));
  if (open.size() < rows) {
    open.resize(std::bit_ceil(rows));
  }
}

void Column::set(std::uint32_t row, std::int64_t value) {
  switch (width) {
    case Width::u8:
      as<std::uint8_t>()[row] = static_cast<std::uint8_t>(value);
      break;
    case Width::i16:
      as<std::int16_t>()[row] = static_cast<std::int16_t>(value);
      break;
    case Width::i32:
      as<std::int32_t>()[row] = static_cast<std::int32_t>(value);
      break;
    case Width::i64:
      as<std::int64_t>()[row] = value;
      break;
  }
}

void Column::set_open(std::uint32_t row) {
  open[row] = kSet;
  any_open = true;
  std::memset(values.data() + row * bytes_of(width), 0, bytes_of(width));
}

std::int64_t Column::get(std::uint32_t row) const {
  switch (width) {
    case Width::u8:
      return as<std::uint8_t>()[row];
    case Width::i16:
      return as<std::int16_t>()[row];
    case Width::i32:
      return as<std::int32_t>()[row];
    case Width::i64:
      break;
  }
  return as<std::int64_t>()[row];
}

Block empty_block(eval::Plan const& plan, Slots const& slots) {
  Block block;
  block.lists.resize(plan.facts.size());
  for (std::size_t fact = 0; fact < plan.facts.size(); ++fact) {
    block.scalars.push_back(column_of(slots.scalars[fact]));
    if (plan.facts[fact].domain != eval::Domain::list) {
      continue;
    }
    ListColumn& list = block.lists[fact];
    list.offsets.assign(kBlockRows + 1, 0);
    list.open.assign(kBlockRows, 0);
    for (std::optional<Slot> const& field : slots.fields[fact]) {
      list.fields.push_back(column_of(field));
    }
  }
  block.irregular.assign(kBlockRows, 0);
  return block;
}

void clear(Block& block) {
  std::for_each(block.scalars.begin(), block.scalars.end(), forget);
  for (ListColumn& list : block.lists) {
    std::for_each(list.fields.begin(), list.fields.end(), forget);
    if (list.any_open) {
      std::fill(list.open.begin(), list.open.end(), std::uint8_t{0});
      list.any_open = false;
    }
  }
  std::fill(block.irregular.begin(), block.irregular.end(), std::uint8_t{0});
  block.any_irregular = false;
  block.rows = 0;
}

std::uint32_t add_row(Block& block) {
  CHECK(block.rows < kBlockRows);
  std::uint32_t const row = block.rows++;
  for (ListColumn& list : block.lists) {
    if (!list.offsets.empty()) {
      list.offsets[row + 1] = list.offsets[row];
    }
  }
  return row;
}

std::uint32_t add_element(Block& block, std::uint32_t index) {
  ListColumn& list = block.lists[index];
  std::uint32_t const element = list.offsets[block.rows]++;
  for (Column& field : list.fields) {
    if (field.values.size() > 0) {
      field.make_room(element + 1);
    }
  }
  return element;
}

void set_list_open(Block& block, std::uint32_t index, std::uint32_t row) {
  block.lists[index].open[row] = kSet;
  block.lists[index].any_open = true;
}

void take_back_row(Block& block) {
  CHECK(block.rows > 0);
  block.irregular[--block.rows] = 0;
}

void set_irregular(Block& block, std::uint32_t row) {
  block.irregular[row] = kSet;
  block.any_irregular = true;
}

}  // namespace hjemmel::columns
