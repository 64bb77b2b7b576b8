// The structs of abi.h once more, in the words of the text.
#include "engine/native/library_text.h"

#include <fmt/format.h>

#include "engine/base/hash.h"
#include "engine/native/abi.h"
#include "engine/native/row_text.h"

namespace hjemmel::native {
namespace {

constexpr std::string_view kPrelude =
    R"text(// A native library of hjemmel: see engine/native of its source. Written by `hjemmel build`; not to be changed by hand.
typedef __INT8_TYPE__ i8;
typedef __UINT8_TYPE__ u8;
typedef __INT16_TYPE__ i16;
typedef __UINT16_TYPE__ u16;
typedef __INT32_TYPE__ i32;
typedef __UINT32_TYPE__ u32;
typedef __INT64_TYPE__ i64;
typedef __UINT64_TYPE__ u64;

#if defined(__clang__)
#define HJ_LOOP _Pragma("clang loop vectorize(assume_safety)")
#else
#define HJ_LOOP _Pragma("GCC ivdep")
#endif

// How many values are looked up at once for the loop that reads them.
#define HJ_STRETCH 512

// In a loop that vector instructions would only slow down: those that gather from a table do.
#define HJ_SCALAR asm volatile("")

#if !defined(__x86_64__)
#define HJ_LEVEL 0
#elif defined(__AVX512F__)
#define HJ_LEVEL 4
#elif defined(__AVX2__)
#define HJ_LEVEL 3
#elif defined(__SSE4_2__)
#define HJ_LEVEL 2
#else
#define HJ_LEVEL 1
#endif
#if HJ_LEVEL >= 3
#include <immintrin.h>
#endif

struct hj_call {
  u32 rows;
  void const* const* columns;
  u32 const* const* offsets;
  u8* const* planes;
  void* const* figures;
  i32* const* sums;
  unsigned char* scratch;
};
struct hj_entry_unit {
  char code[65];
  void (*run)(hj_call const*);
};
struct hj_word {
  u64 yes, open;
};
struct hj_entry_row {
  char code[65];
  hj_word (*run)(u8 const*, u32 const*, i64*);
};
struct hj_table {
  u32 magic, abi, table_size, unit_size, call_size, level;
  char package[65];
  u32 count;
  hj_entry_unit const* units;
  u32 row_size, row_count;
  hj_entry_row const* rows;
};

// The rows [i, rows): whether any byte of a row is set, by eight bytes at once; what lies behind the last row can be read. Longer rows
// are looked at again. `base` is the offset of the first byte; `other` is 255 where what is left is whether none is.
static inline void hj_any_of_rows(u8 const* bytes, u32 base, u32 const* offsets, u8* out, u64 i, u64 rows, u8 other) {
  u64 longest = 0;
  for (u64 row = i; row < rows; ++row) {
    HJ_SCALAR;
    u64 const n = offsets[row + 1] - offsets[row];
    u64 word;
    __builtin_memcpy(&word, bytes + (offsets[row] - base), sizeof(word));
#if defined(__BMI2__)
    word = __builtin_ia32_bzhi_di(word, n < 8 ? 8 * n : 64);
#else
    u64 const half = 4 * (8 - (n < 8 ? n : 8));
    word = (word << half) << half;
#endif
    longest |= n;
    out[row] = (u8)(-(u8)(word != 0) ^ other);
  }
  for (u64 row = i; longest > 8 && row < rows; ++row) {
    for (u64 at = offsets[row] - base + 8; at < offsets[row + 1] - base; ++at) {
      out[row] = (u8)(((out[row] ^ other) | bytes[at]) ^ other);
    }
  }
}

#if HJ_LEVEL >= 4
// Sixteen rows of at most four bytes: their bits are dealt out, four places a row, and a row is set where one of its places is.
static inline void hj_any_of_sixteen(u8 const* bytes, u32 const* offsets, __m512i lengths, u8* out, u8 other) {
  u64 const each = 0x1111111111111111;
  __m512i const ones = _mm512_set1_epi32(1);
  __m128i const taken = _mm512_cvtepi32_epi8(_mm512_sub_epi32(_mm512_sllv_epi32(ones, lengths), ones));
  __m128i const pairs = _mm_maddubs_epi16(taken, _mm_set1_epi16(0x1001));
  u64 const places = (u64)_mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs));
  __m512i const read = _mm512_maskz_loadu_epi8(_bzhi_u64(~0ULL, offsets[16] - offsets[0]), bytes);
  u64 const dealt = _pdep_u64(_mm512_movepi8_mask(read), places);
  u64 const any = (dealt | dealt >> 1 | dealt >> 2 | dealt >> 3) & each;
  __m128i const set = _mm_movm_epi8((__mmask16)_pext_u64(any, each));
  _mm_storeu_si128((__m128i*)out, _mm_xor_si128(set, _mm_set1_epi8((char)other)));
}
#endif

static inline void hj_any(u8 const* bytes, u32 const* offsets, u8* out, u64 rows, u8 other) {
  u64 i = 0;
#if HJ_LEVEL >= 4
  for (; i + 16 <= rows; i += 16) {
    __m512i const lengths = _mm512_sub_epi32(_mm512_loadu_si512(offsets + i + 1), _mm512_loadu_si512(offsets + i));
    if (_mm512_cmpgt_epu32_mask(lengths, _mm512_set1_epi32(4)) != 0) {
      hj_any_of_rows(bytes, offsets[0], offsets, out, i, i + 16, other);
    } else {
      hj_any_of_sixteen(bytes + (offsets[i] - offsets[0]), offsets + i, lengths, out + i, other);
    }
  }
#endif
  hj_any_of_rows(bytes, offsets[0], offsets, out, i, rows, other);
}

// By a table of sixteen.
static inline void hj_look(i32 const* table, u8 const* at, i32* out, u64 n) {
  u64 i = 0;
#if HJ_LEVEL >= 4
  __m512i const entries = _mm512_loadu_si512(table);
  for (; i + 16 <= n; i += 16) {
    __m512i const places = _mm512_cvtepu8_epi32(_mm_loadu_si128((__m128i const*)(at + i)));
    _mm512_storeu_si512(out + i, _mm512_permutexvar_epi32(places, entries));
  }
#elif HJ_LEVEL >= 3
  __m256i const low = _mm256_loadu_si256((__m256i const*)table);
  __m256i const high = _mm256_loadu_si256((__m256i const*)(table + 8));
  for (; i + 8 <= n; i += 8) {
    __m256i const places = _mm256_cvtepu8_epi32(_mm_loadl_epi64((__m128i const*)(at + i)));
    __m256i const in_low = _mm256_permutevar8x32_epi32(low, places);
    __m256i const in_high = _mm256_permutevar8x32_epi32(high, places);
    __m256i const which = _mm256_srai_epi32(_mm256_slli_epi32(places, 28), 31);
    _mm256_storeu_si256((__m256i*)(out + i), _mm256_blendv_epi8(in_low, in_high, which));
  }
#endif
  for (; i < n; ++i) {
    HJ_SCALAR;
    out[i] = table[at[i]];
  }
}

struct hj_day {
  i32 year, month, day;
};

// Of days since 1970-01-01, in the proleptic Gregorian calendar; years begin in March while it counts.
static inline hj_day hj_calendar(i32 days) {
  i64 const z = (i64)days + 719468;
  i64 const era = (z >= 0 ? z : z - 146096) / 146097;
  u32 const of_era = (u32)(z - era * 146097);
  u32 const year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  u32 const of_year = of_era - (365 * year + year / 4 - year / 100);
  u32 const month = (5 * of_year + 2) / 153;
  hj_day day;
  day.day = (i32)(of_year - (153 * month + 2) / 5 + 1);
  day.month = (i32)(month < 10 ? month + 3 : month - 9);
  day.year = (i32)((i64)year + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

static inline i32 hj_last_day(i32 year, i32 month) {
  if (month == 2) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Completed months; -1 where `to` lies before `from`.
static inline i32 hj_months(i32 from, i32 to) {
  if (to < from) {
    return -1;
  }
  hj_day const start = hj_calendar(from);
  hj_day const end = hj_calendar(to);
  i32 const months = (end.year - start.year) * 12 + end.month - start.month;
  return months - (start.day > end.day && end.day < hj_last_day(end.year, end.month) ? 1 : 0);
}
)text";

constexpr std::string_view kTable = R"text(
extern "C" {{
extern __attribute__((visibility("default"))) hj_table const {0};
hj_table const {0} = {{{1}u, {2}u, sizeof(hj_table), sizeof(hj_entry_unit), sizeof(hj_call), HJ_LEVEL, "{3}", {4}u, hj_units, sizeof(hj_entry_row), {5}u, hj_rows}};
}}
)text";

std::string table_text(char const* kind, std::string const& entries) {
  return entries.empty() ? fmt::format("\nstatic hj_entry_{0} const* const hj_{0}s = 0;\n", kind)
                         : fmt::format("\nstatic hj_entry_{0} const hj_{0}s[] = {{\n{1}}};\n", kind, entries);
}

}  // namespace

std::string code_digest(Unit const& unit) { return base::sha256(std::string(kPrelude) + unit.text); }

std::string code_digest(RowUnit const& unit) {
  return base::sha256(std::string(kPrelude) + std::string(kRowPrelude) + unit.text);
}

std::string library_text(std::span<Unit const> units, std::string_view package, std::span<RowUnit const> rows) {
  std::string text(kPrelude);
  text += kRowPrelude;
  std::string entries;
  for (std::size_t at = 0; at < units.size(); ++at) {
    text += fmt::format("\nnamespace unit_{} {{\n{}}}\n", at, units[at].text);
    entries += fmt::format("  {{\"{}\", unit_{}::{}}},\n", code_digest(units[at]), at, kUnitName);
  }
  std::string row_entries;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    text += fmt::format("\nnamespace row_{} {{\n{}}}\n", at, rows[at].text);
    row_entries += fmt::format("  {{\"{}\", row_{}::{}}},\n", code_digest(rows[at]), at, kRowName);
  }
  text += table_text("unit", entries) + table_text("row", row_entries);
  return text + fmt::format(fmt::runtime(kTable), kEntryName, kMagic, kAbi, package, units.size(), rows.size());
}

}  // namespace hjemmel::native
