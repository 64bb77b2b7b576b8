// Each place of the tables a line or two.
#include "engine/native/tables_source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/native/expression.h"
#include "engine/native/library_text.h"

namespace hjemmel::native {
namespace {

using rows::FactView;

// `hj_v`: all words of a row, or as many as a vector has.
constexpr char const* kFront = R"text(typedef u64 hj_v __attribute__((vector_size({0})));
typedef i32 hj_lanes __attribute__((vector_size({1})));
typedef i64 hj_far __attribute__((vector_size({2})));
static inline HJ_INLINE void hj_join(hj_v* sum, u64 const* row) {{
  for (int at = 0; at < {3}; ++at) {{
    hj_v said;
    __builtin_memcpy(&said, row + at * (int)(sizeof(said) / sizeof(u64)), sizeof(said));
    sum[at] ^= said;
  }}
}}
static hj_word {4}(u8 const* row, u32 const* p, i64* words) {{
  u64 const* const R = (u64 const*)p;
)text";

constexpr char const* kFlags = R"text(  {{
    u64 bytes;
    __builtin_memcpy(&bytes, row + {0}, sizeof(bytes));
    u64 const set = (((bytes & 0x7F7F7F7F7F7F7F7FULL) + 0x7F7F7F7F7F7F7F7FULL) | bytes) & {1}ULL;
    hj_join(sum, R + {2} + (set * 0x0002040810204081ULL >> {3}) * {4});
  }}
)text";

class TableWriter {
 public:
  explicit TableWriter(FactView const& view) : view_(view), words_(view.words) {}

  std::string write() {
    std::size_t const vector = words_ <= 2 ? words_ : kWordsOfVector;
    text_ = fmt::format(fmt::runtime(kFront), vector * sizeof(std::uint64_t), rows::kLanes * sizeof(std::int32_t),
                        rows::kFarLanes * sizeof(std::int64_t), words_ / vector, kRowName);
    line("static u64 const start[] = {{{}ULL}};", fmt::join(view_.start, view_.start + words_, "ULL,"));
    line("hj_v sum[{}];", words_ / vector);
    line("__builtin_memcpy(sum, start, sizeof(sum));");
    for (rows::FlagsPlace const* place = view_.flags; place != view_.flags_end; ++place) {
      text_ += fmt::format(fmt::runtime(kFlags), place->offset, place->used, place->first, place->shift, words_);
    }
    constexpr char const* kTypes[] = {"u8", "i16", "i32", "i64"};
    for (std::size_t width = 0; width < std::size(view_.direct); ++width) {
      for (rows::DirectPlace const* place = view_.direct[width]; place != view_.direct_end[width]; ++place) {
        write_direct(*place, kTypes[width]);
      }
    }
    for (rows::LanesPlace const* place = view_.lanes; place != view_.lanes_end; ++place) {
      write_lanes(*place);
    }
    for (rows::CountedPlace const* place = view_.counted; place != view_.counted_end; ++place) {
      write_counted(*place, kTypes[static_cast<std::size_t>(place->width)]);
    }
    line("__builtin_memcpy(words, sum, sizeof(sum));");
    line("return hj_word{{0, 0}};");
    return text_ + "}\n";
  }

 private:
  static constexpr std::size_t kWordsOfVector = 4;

  template <class... Values>
  void line(fmt::format_string<Values...> form, Values&&... values) {
    text_ += "  " + fmt::format(form, std::forward<Values>(values)...) + "\n";
  }

  void write_direct(rows::DirectPlace const& place, char const* type) {
    line("hj_join(sum, R + ({} + hj_most(hj_least(hj_load<{}>(row + {}), {}), {}) * {}));", place.first, type,
         place.offset, place.most, place.least, words_);
  }

  // A lane that nothing hangs on is left out: its first row is that of nothing.
  void write_lanes(rows::LanesPlace const& place) {
    line("{{ hj_lanes x, at = {{{}}};", fmt::join(place.first, ","));
    line("__builtin_memcpy(&x, row + {}, sizeof(x));", place.offset);
    for (std::uint32_t cut = place.cuts; cut != place.cuts_end; cut += rows::kLanes) {
      line("at -= x > (hj_lanes){{{}}};", fmt::join(view_.lane_cuts + cut, view_.lane_cuts + cut + rows::kLanes, ","));
    }
    for (std::size_t lane = 0; lane < rows::kLanes; ++lane) {
      if (place.first[lane] != 0) {
        line("hj_join(sum, R + (u64)(u32)at[{}] * {});", lane, words_);
      }
    }
    line("}}");
  }

  void write_counted(rows::CountedPlace const& place, char const* type) {
    line("{{ hj_far x = hj_load<{}>(row + {}) - hj_far{{}}, behind = {{}};", type, place.offset);
    for (std::uint32_t cut = place.cuts; cut != place.cuts_end; cut += rows::kFarLanes) {
      std::string cuts;
      for (std::size_t lane = 0; lane < rows::kFarLanes; ++lane) {
        cuts += literal(columns::Width::i64, view_.cuts[cut + lane]) + ", ";
      }
      line("behind -= x > (hj_far){{{}}};", cuts);
    }
    line("hj_join(sum, R + ({} + (u64)(behind[0] + behind[1] + behind[2] + behind[3]) * {})); }}", place.first, words_);
  }

  FactView const& view_;
  std::size_t words_;
  std::string text_;
};

}  // namespace

RowUnit write_tables(FactView const& tables) { return {TableWriter(tables).write(), {}}; }

rows::RowCode::Run tables_code(Library const& library, FactView const& tables) {
  return library.row_code(code_digest(write_tables(tables)));
}

}  // namespace hjemmel::native
