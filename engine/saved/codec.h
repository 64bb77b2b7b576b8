// Writes and reads the data of a package field by field, by the shape of its structs: Boost.PFR tells their fields.
//
// put and get are one for each kind of type; a new field is written and read without a line here, and changes the format
// (shape.h). A struct of more than a few fields begins with a mask of those that differ from a new struct's; only these follow.
// get makes no value that the type does not have: an enumeration's range, the form of a Decimal and of a Value, and the number of
// elements against the bytes that are left are looked at here; what indexes point at, by the caller. Neither recurses past the
// depth of the types, of which one holds itself: FactPlan, whose fields have no fields of their own.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/pfr.hpp>

#include "engine/base/few.h"
#include "engine/base/large_pages.h"
#include "engine/package/loader.h"
#include "engine/saved/enums.h"
#include "engine/saved/stream.h"

namespace hjemmel::saved {

// What the data point at: the code of the jurisdictions, which is not in the file, by its place in the file's list, and the
// texts, of which it is known how long they are.
struct Context {
  std::span<base::Foreign const* const> codes;
  std::span<std::size_t const> text_sizes;  // by file
};

template <class T>
inline constexpr bool kIsId = false;
template <class Tag>
inline constexpr bool kIsId<base::Id<Tag>> = true;
template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T, std::size_t inside>
inline constexpr bool kIsVector<boost::container::small_vector<T, inside>> = true;
template <class T>
inline constexpr bool kIsVector<base::Few<T>> = true;
template <class T>
inline constexpr bool kLiesApart = false;
template <class T>
inline constexpr bool kLiesApart<base::Apart<T>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsCode = std::is_same_v<T, base::Foreign const*>;
// Where jurisdictions are found is no part of a package: its place is kept, and nothing is written.
template <class T>
inline constexpr bool kIsFinder = std::is_same_v<T, base::ForeignFinder const*>;
// Read by itself, so that it may be read while the rest is: put and get pass it over, put_struct and get_struct do not.
template <class T>
inline constexpr bool kIsApart = std::is_same_v<T, eval::Plan>;
template <class T>
inline constexpr bool kIsPlain = std::is_arithmetic_v<T> || std::is_enum_v<T> || kIsId<T> || kIsCode<T> ||
                                 kIsFinder<T> || kIsApart<T> || kIsVector<T> || kIsOptional<T> || kLiesApart<T> ||
                                 std::is_same_v<T, std::string> || std::is_same_v<T, base::Decimal>;

template <class T>
inline constexpr std::size_t kFields = boost::pfr::tuple_size_v<T>;
template <class T>
inline constexpr bool kHasMask = kFields<T> > 3;

// NOLINTBEGIN(misc-no-recursion): as deep as the types, and FactPlan by itself once

// Calls `visit` with a constant for each place.
template <std::size_t count, class Visit>
constexpr void each_place(Visit visit) {
  [&]<std::size_t... places>(std::index_sequence<places...>) {
    (visit(std::integral_constant<std::size_t, places>()), ...);
  }
  (std::make_index_sequence<count>());
}

// The fewest bytes that a value takes.
template <class T>
constexpr std::size_t smallest() {
  if constexpr (kIsPlain<T>) {
    return kIsFinder<T> || kIsApart<T> ? 0 : 1;
  } else if constexpr (kHasMask<T>) {
    return 1;
  } else {
    std::size_t sum = 0;
    each_place<kFields<T>>([&](auto place) { sum += smallest<boost::pfr::tuple_element_t<place, T>>(); });
    return sum;
  }
}

template <class T>
bool same(T const& left, T const& right) {
  if constexpr (kIsVector<T> || kLiesApart<T>) {
    return left.empty() && right.empty();
  } else if constexpr (kIsOptional<T>) {
    return !left && !right;
  } else if constexpr (kIsApart<T>) {
    return true;
  } else if constexpr (kIsPlain<T>) {
    return left == right;
  } else {
    bool all = true;
    auto const ours = boost::pfr::structure_tie(left);
    auto const theirs = boost::pfr::structure_tie(right);
    each_place<kFields<T>>([&](auto place) { all = all && same(std::get<place>(ours), std::get<place>(theirs)); });
    return all;
  }
}

template <class T>
void put(Out& out, Context const& context, T const& value);
template <class T>
void get(In& in, Context const& context, T& value);

// ---- numbers, so that the common ones are small: none of an id or an index is 0

inline void put_number(Out& out, std::uint32_t value) { out.number(std::uint32_t{value + 1}); }

template <class T>
[[gnu::always_inline]] inline void get_integer(In& in, T& value) {
  std::uint64_t const read = in.number();
  if constexpr (std::is_same_v<T, std::uint32_t>) {
    value = static_cast<std::uint32_t>(read) - 1;
    if (read > UINT32_MAX) {
      in.fail();
    }
  } else if constexpr (std::is_signed_v<T>) {
    auto const number = static_cast<std::int64_t>(read >> 1U) ^ -static_cast<std::int64_t>(read & 1U);
    value = static_cast<T>(number);
    if (number != std::int64_t{value}) {
      in.fail();
    }
  } else {
    value = static_cast<T>(read);
    if (read != std::uint64_t{value} || (std::is_same_v<T, bool> && read > 1)) {
      in.fail();
    }
  }
}

template <class T>
void put_integer(Out& out, T value) {
  if constexpr (std::is_same_v<T, std::uint32_t>) {
    put_number(out, value);
  } else if constexpr (std::is_signed_v<T>) {
    auto const wide = std::int64_t{value};
    out.number((static_cast<std::uint64_t>(wide) << 1U) ^ static_cast<std::uint64_t>(wide >> 63U));
  } else {
    out.number(value);
  }
}

inline void put_decimal(Out& out, base::Decimal value) {
  put_integer(out, value.coefficient());
  out.byte(static_cast<std::uint8_t>(value.scale()));
}

inline void get_decimal(In& in, base::Decimal& value) {
  std::int64_t coefficient = 0;
  get_integer(in, coefficient);
  int const scale = in.byte();
  auto const read = base::Decimal::make(coefficient, scale);
  if (!read || read->coefficient() != coefficient || read->scale() != scale) {
    return in.fail();
  }
  value = *read;
}

inline void put_code(Out& out, Context const& context, base::Foreign const* code) {
  std::uint64_t place = 0;
  for (std::size_t at = 0; at < context.codes.size(); ++at) {
    place = context.codes[at] == code ? at + 1 : place;
  }
  out.number(place);
}

inline void get_code(In& in, Context const& context, base::Foreign const*& code) {
  std::uint64_t const place = in.number();
  if (place > context.codes.size()) {
    return in.fail();
  }
  code = place == 0 ? nullptr : context.codes[place - 1];
}

// ---- lists

// A type that holds itself, one step deeper.
class Nesting {
 public:
  explicit Nesting(In& in) : in_(in) {
    if (in_.go_deeper() > kMaxNesting) {
      in_.fail();
    }
  }
  Nesting(Nesting const&) = delete;
  Nesting& operator=(Nesting const&) = delete;
  ~Nesting() { in_.come_back(); }

  static constexpr int kMaxNesting = 2;  // the fields of a list

 private:
  In& in_;
};

template <class List>
void put_vector(Out& out, Context const& context, List const& list) {
  using T = typename List::value_type;
  out.number(list.size());
  if constexpr (std::is_same_v<T, bool>) {
    for (bool const one : list) {
      out.byte(one ? 1 : 0);
    }
  } else {
    for (T const& one : list) {
      put(out, context, one);
    }
  }
}

template <class List>
void get_vector(In& in, Context const& context, List& list) {
  using T = typename List::value_type;
  if constexpr (std::is_same_v<T, bool>) {
    list.resize(in.count(1));
    for (auto&& one : list) {
      bool read = false;
      get_integer(in, read);
      one = read;
    }
  } else {
    std::uint64_t const count = in.count(smallest<T>());
    if constexpr (std::is_same_v<List, std::vector<T>>) {
      base::reserve_large(list, count);
    }
    list.resize(count);
    for (T& one : list) {
      if constexpr (std::is_same_v<T, eval::FactPlan>) {
        Nesting const nesting(in);
        get(in, context, one);
      } else {
        get(in, context, one);
      }
    }
  }
}

// ---- structs

template <class T>
void put_struct(Out& out, Context const& context, T const& value) {
  auto const fields = boost::pfr::structure_tie(value);
  if constexpr (kHasMask<T>) {
    static T const kPlain{};
    auto const new_fields = boost::pfr::structure_tie(kPlain);
    std::uint64_t mask = 0;
    each_place<kFields<T>>([&](auto place) {
      bool const differs = !same(std::get<place>(fields), std::get<place>(new_fields));
      mask |= std::uint64_t{differs ? 1U : 0U} << place;
    });
    out.number(mask);
    each_place<kFields<T>>([&](auto place) {
      if ((mask >> place & 1U) != 0) {
        put(out, context, std::get<place>(fields));
      }
    });
  } else {
    each_place<kFields<T>>([&](auto place) { put(out, context, std::get<place>(fields)); });
  }
}

template <class T>
void get_struct(In& in, Context const& context, T& value) {
  auto const fields = boost::pfr::structure_tie(value);
  if constexpr (kHasMask<T>) {
    static_assert(kFields<T> < 64);
    std::uint64_t const mask = in.number();
    if (mask >> kFields<T> != 0) {
      return in.fail();
    }
    each_place<kFields<T>>([&](auto place) {
      if ((mask >> place & 1U) != 0) {
        get(in, context, std::get<place>(fields));
      }
    });
  } else {
    each_place<kFields<T>>([&](auto place) { get(in, context, std::get<place>(fields)); });
  }
}

// Known, with a number; or as a new one.
inline void get_value(In& in, Context const& context, eval::Value& value) {
  get_struct(in, context, value);
  auto const number = value.scale < 0 ? std::nullopt : base::Decimal::make(value.coefficient, value.scale);
  bool const good = value.is_known() ? number && number->scale() == value.scale : same(value, eval::Value());
  if (!good) {
    in.fail();
  }
}

// A stretch of one of the texts, or of none: its file, where it begins and how long it is.
inline void put_span(Out& out, source::Span const& span) {
  put_number(out, span.file.index);
  out.number(span.begin);
  out.number(span.end - span.begin);
}

inline void get_span(In& in, Context const& context, source::Span& span) {
  get_integer(in, span.file.index);
  std::uint64_t const begin = in.number();
  std::uint64_t const length = in.number();
  bool const none = !span.file.has_value() && begin == 0 && length == 0;
  std::uint64_t const size = span.file.index < context.text_sizes.size() ? context.text_sizes[span.file.index] : 0;
  bool const inside = span.file.index < context.text_sizes.size() && begin <= size && length <= size - begin;
  if (!none && !inside) {
    return in.fail();
  }
  span.begin = static_cast<std::uint32_t>(begin);
  span.end = static_cast<std::uint32_t>(begin + length);
}

template <class T>
void put(Out& out, Context const& context, T const& value) {
  if constexpr (kIsVector<T>) {
    put_vector(out, context, value);
  } else if constexpr (kIsOptional<T>) {
    out.byte(value ? 1 : 0);
    if (value) {
      put(out, context, *value);
    }
  } else if constexpr (kLiesApart<T>) {
    put(out, context, *value);
  } else if constexpr (std::is_enum_v<T>) {
    out.number(static_cast<std::uint64_t>(value));
  } else if constexpr (kIsId<T>) {
    put_number(out, value.index);
  } else if constexpr (std::is_arithmetic_v<T>) {
    put_integer(out, value);
  } else if constexpr (std::is_same_v<T, std::string>) {
    out.text(value);
  } else if constexpr (std::is_same_v<T, base::Decimal>) {
    put_decimal(out, value);
  } else if constexpr (kIsCode<T>) {
    put_code(out, context, value);
  } else if constexpr (std::is_same_v<T, source::Span>) {
    put_span(out, value);
  } else if constexpr (!kIsFinder<T> && !kIsApart<T>) {
    put_struct(out, context, value);
  }
}

template <class T>
void get(In& in, Context const& context, T& value) {
  if constexpr (kIsVector<T>) {
    get_vector(in, context, value);
  } else if constexpr (kIsOptional<T>) {
    bool has = false;
    get_integer(in, has);
    if (has) {
      get(in, context, value.emplace());
    }
  } else if constexpr (kLiesApart<T>) {
    std::decay_t<decltype(*value)> read;
    get(in, context, read);
    value = std::move(read);
  } else if constexpr (std::is_enum_v<T>) {
    std::uint64_t const read = in.number();
    if (read > static_cast<std::uint64_t>(Last<T>::kValue)) {
      return in.fail();
    }
    value = static_cast<T>(read);
  } else if constexpr (kIsId<T>) {
    get_integer(in, value.index);
  } else if constexpr (std::is_arithmetic_v<T>) {
    get_integer(in, value);
  } else if constexpr (std::is_same_v<T, std::string>) {
    value = std::string(in.text());
  } else if constexpr (std::is_same_v<T, base::Decimal>) {
    get_decimal(in, value);
  } else if constexpr (kIsCode<T>) {
    get_code(in, context, value);
  } else if constexpr (std::is_same_v<T, eval::Value>) {
    get_value(in, context, value);
  } else if constexpr (std::is_same_v<T, source::Span>) {
    get_span(in, context, value);
  } else if constexpr (!kIsFinder<T> && !kIsApart<T>) {
    get_struct(in, context, value);
  }
}

// NOLINTEND(misc-no-recursion)

}  // namespace hjemmel::saved
