// Block: the facts of up to kBlockRows cases, one column a fact.
//
// A reader or a host fills it row by row; the kernel reads it. Open is whatever is not plainly known: a fact that was not asked, is
// unknown or within a range, does not apply, or has more digits than the column holds; its place in the column then holds 0. What
// is settled with a fact open is so whatever the fact is. A row that a reader could not read is irregular: what the columns say of
// it is nothing.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "engine/columns/slots.h"

namespace hjemmel::columns {

inline constexpr std::uint32_t kBlockRows = 1024;
// Of a host's own columns, decided at once (inputs.h): the more of a column follow each other, the more memory brings ahead of its use.
inline constexpr std::uint32_t kMostRows = 4096;

// Bytes at an address that vector instructions like, with room to read past the end.
class Bytes {
 public:
  void reserve(std::size_t size);  // also of none there is memory behind
  [[nodiscard]] std::byte* data() { return data_.get(); }
  [[nodiscard]] std::byte const* data() const { return data_.get(); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(std::byte* bytes) const { ::operator delete[](bytes, std::align_val_t{64}); }
  };
  std::unique_ptr<std::byte[], Free> data_;
  std::size_t size_ = 0;
};

// Values by row, each of the width of its slot, and where they are open. `any_open` false: none is, and `open` is not looked at.
struct Column {
  Width width = Width::u8;
  Bytes values;
  std::vector<std::uint8_t> open;  // 0 or 255; as many as there is room for
  bool any_open = false;

  template <class T>
  [[nodiscard]] T* as() {
    return reinterpret_cast<T*>(values.data());
  }
  template <class T>
  [[nodiscard]] T const* as() const {
    return reinterpret_cast<T const*>(values.data());
  }
  // The value must fit the width.
  void set(std::uint32_t row, std::int64_t value);
  void set_open(std::uint32_t row);
  [[nodiscard]] std::int64_t get(std::uint32_t row) const;
  void make_room(std::uint32_t rows);
};

// Elements of row r: [offsets[r], offsets[r + 1]) of the fields. `open`: there may be more, or nobody was asked.
struct ListColumn {
  std::vector<std::uint32_t> offsets;
  std::vector<Column> fields;      // as Slots::fields; one without a slot stays empty
  std::vector<std::uint8_t> open;  // by row, 0 or 255
  bool any_open = false;
};

struct Block {
  std::uint32_t rows = 0;
  std::vector<Column> scalars;          // by fact; of a list, or without a slot, empty
  std::vector<ListColumn> lists;        // by fact; of a scalar empty
  std::vector<std::uint8_t> irregular;  // by row, 0 or 255
  bool any_irregular = false;
};

// Empty, with room for kBlockRows rows.
[[nodiscard]] Block empty_block(eval::Plan const& plan, Slots const& slots);
// Takes all rows out; what was reserved stays.
void clear(Block& block);
// One more row; its number. At most kBlockRows. Every scalar is then to be set or set open; its lists are complete and empty until
// elements are added or they are set open.
std::uint32_t add_row(Block& block);
// One more element of the last row; its number among all elements of the list. Every field is then to be set or set open.
std::uint32_t add_element(Block& block, std::uint32_t list);
// There may be more than the elements that are told, or nobody was asked.
void set_list_open(Block& block, std::uint32_t list, std::uint32_t row);
// The last row is taken out again.
void take_back_row(Block& block);
void set_irregular(Block& block, std::uint32_t row);

}  // namespace hjemmel::columns
