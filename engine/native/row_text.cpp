// Numbers of any alignment, and elements of a list: as engine/rows/layout.h says that they lie.
#include "engine/native/row_text.h"

namespace hjemmel::native {

std::string_view const kRowPrelude = R"text(
#define HJ_INLINE __attribute__((always_inline))

struct hj_list {
  u32 count, count_width, elements, by_pointer, stride, readable;
};

template <class T>
static inline i64 hj_load(u8 const* at) {
  T x;
  __builtin_memcpy(&x, at, sizeof(x));
  return (i64)x;
}

static inline u64 hj_within(i64 ordinal, u64 size) { return (u64)ordinal < size ? (u64)ordinal : size; }
static inline i64 hj_least(i64 a, i64 b) { return a < b ? a : b; }
static inline i64 hj_most(i64 a, i64 b) { return a > b ? a : b; }

static inline i64 hj_count(u8 const* row, hj_list list) {
  u8 const* const at = row + list.count;
  return list.count_width == 0   ? hj_load<u8>(at)
         : list.count_width == 1 ? hj_load<i16>(at)
         : list.count_width == 2 ? hj_load<i32>(at)
                                 : hj_load<i64>(at);
}

// body(element, 1 where it is one, else 0). `ahead`: whatever their number is, as many are read as the struct has room for.
template <bool ahead, class Body>
static inline HJ_INLINE void hj_each(u8 const* row, hj_list list, Body body) {
  i64 const n = hj_count(row, list);
  u8 const* e = row + list.elements;
  if (list.by_pointer != 0) {
    __builtin_memcpy(&e, row + list.elements, sizeof(e));
  }
  i64 at = 0;
  if (ahead) {
    i64 const room = list.readable;
#pragma GCC unroll 4
    for (; at < room; ++at, e += list.stride) {
      HJ_SCALAR;
      body(e, (u64)(at < n));
    }
  }
  for (; at < n; ++at, e += list.stride) {
    HJ_SCALAR;
    body(e, 1);
  }
}
)text";

}  // namespace hjemmel::native
