// crossing.h: how values of C++ cross the border, and what becomes of what is thrown. Part of author.h; nobody includes it alone.
//
// In: a function's type. Out: its signature, and the scalar and the batch form that the C table wants: arguments are checked and
// taken, results are written into the host's memory, exceptions end as statuses. Tested in tests/plugin_functions/author_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "plugins/abi/jurisdiction.h"

namespace jur {

// Days since 1970-01-01 of the Gregorian calendar.
struct Date {
  std::int64_t days = 0;

  friend constexpr auto operator<=>(Date, Date) = default;
};

inline constexpr Date kFirstDate{-719162};  // 0001-01-01
inline constexpr Date kLastDate{2932896};   // 9999-12-31

// coefficient * 10^-scale; scale from 0 to 9.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int32_t scale = 0;
};

struct BadArgument {};

// The same day; one outside of the years 1 to 9999 is no argument that any function takes.
constexpr Date in_calendar(Date date) {
  if (date < kFirstDate || date > kLastDate) {
    throw BadArgument{};
  }
  return date;
}

namespace detail {

template <class T>
struct Border;  // how a type crosses

template <>
struct Border<bool> {
  static constexpr std::string_view name = "bool";
  static constexpr jur_type type = JUR_BOOL;
  static bool take(std::int64_t number, std::int32_t) { return number != 0; }
  static std::int64_t give(bool value) { return value ? 1 : 0; }
};

template <>
struct Border<std::int64_t> {
  static constexpr std::string_view name = "int";
  static constexpr jur_type type = JUR_INT;
  static std::int64_t take(std::int64_t number, std::int32_t) { return number; }
  static std::int64_t give(std::int64_t value) { return value; }
};

template <>
struct Border<Date> {
  static constexpr std::string_view name = "date";
  static constexpr jur_type type = JUR_DATE;
  static Date take(std::int64_t number, std::int32_t) { return in_calendar(Date{number}); }
  static std::int64_t give(Date value) { return in_calendar(value).days; }
};

template <>
struct Border<Decimal> {
  static constexpr std::string_view name = "decimal";
  static constexpr jur_type type = JUR_DECIMAL;
  static Decimal take(std::int64_t number, std::int32_t scale) { return Decimal{number, scale}; }
};

template <>
struct Border<std::string_view> {
  static constexpr std::string_view name = "text";
  static constexpr jur_type type = JUR_TEXT;
};

template <>
struct Border<std::string> : Border<std::string_view> {};

template <class T>
struct Plain {
  using Type = T;
  static constexpr bool may_be_unknown = false;
};

template <class T>
struct Plain<std::optional<T>> {
  using Type = T;
  static constexpr bool may_be_unknown = true;
};

template <class T>
constexpr bool is_text = std::is_same_v<T, std::string_view> || std::is_same_v<T, std::string>;

template <class T>
T argument_of(jur_value const& value) {
  if (value.type != Border<T>::type) {
    throw BadArgument{};
  }
  if constexpr (is_text<T>) {
    return T(value.text, value.text_size);
  } else {
    return Border<T>::take(value.number, value.scale);
  }
}

template <class T>
T argument_of(jur_column const& column, std::uint64_t row) {
  if (column.type != Border<T>::type) {
    throw BadArgument{};
  }
  if constexpr (is_text<T>) {
    return T(column.text + column.offsets[row], column.offsets[row + 1] - column.offsets[row]);
  } else {
    return Border<T>::take(column.numbers[row], column.scale);
  }
}

template <class T>
jur_status give(T const& value, jur_value& result) {
  if constexpr (is_text<T>) {
    result.text_size = value.size();
    if (value.size() > result.capacity) {
      return JUR_BUFFER_TOO_SMALL;
    }
    std::copy(value.begin(), value.end(), result.buffer);
  } else if constexpr (std::is_same_v<T, Decimal>) {
    result.number = value.coefficient;
    result.scale = value.scale;
  } else {
    result.number = Border<T>::give(value);
  }
  return JUR_OK;
}

// Texts are written one after the other; past the capacity their sizes are still counted.
template <class T>
void give(T const& value, jur_results& results, std::uint64_t row) {
  if constexpr (is_text<T>) {
    if (results.text_size + value.size() <= results.capacity) {
      std::copy(value.begin(), value.end(), results.text + results.text_size);
    }
    results.text_size += value.size();
  } else {
    results.numbers[row] = Border<T>::give(value);
  }
}

template <class Signature>
struct Call;

template <class Result, class... Arguments>
struct Call<Result (*)(Arguments...)> {
  using Given = typename Plain<Result>::Type;
  using Indices = std::index_sequence_for<Arguments...>;
  static constexpr std::size_t count = sizeof...(Arguments);
  static constexpr bool has_batch = !std::is_same_v<Given, Decimal>;  // its rows would need one scale

  // `date, int -> date`
  static constexpr auto signature() {
    constexpr std::size_t size = (std::size_t{0} + ... + (Border<std::remove_cvref_t<Arguments>>::name.size() + 2)) +
                                 Border<Given>::name.size() + 5;
    std::array<char, size> text{};
    std::size_t at = 0;
    auto const put = [&](std::string_view part) {
      for (char const letter : part) {
        text[at++] = letter;
      }
    };
    std::size_t left = count;
    ((put(Border<std::remove_cvref_t<Arguments>>::name), put(--left > 0 ? ", " : "")), ...);
    put(" -> ");
    put(Border<Given>::name);
    return text;
  }

  template <auto function, std::size_t... I>
  static Result call([[maybe_unused]] jur_value const* arguments, std::index_sequence<I...>) {
    return function(argument_of<std::remove_cvref_t<Arguments>>(arguments[I])...);
  }

  template <auto function, std::size_t... I>
  static Result call([[maybe_unused]] jur_column const* arguments, [[maybe_unused]] std::uint64_t row,
                     std::index_sequence<I...>) {
    return function(argument_of<std::remove_cvref_t<Arguments>>(arguments[I], row)...);
  }

  template <auto function>
  static jur_status scalar(jur_value const* arguments, std::uint64_t given, jur_value* result) noexcept {
    try {
      if (given != count) {
        return JUR_BAD_ARGUMENT;
      }
      Result const value = call<function>(arguments, Indices{});
      if constexpr (Plain<Result>::may_be_unknown) {
        return value ? give(*value, *result) : JUR_UNKNOWN;
      } else {
        return give(value, *result);
      }
    } catch (BadArgument const&) {
      return JUR_BAD_ARGUMENT;
    } catch (...) {
      return JUR_INTERNAL;
    }
  }

  template <auto function>
  static jur_status row(jur_column const* arguments, std::uint64_t at, jur_results& results) {
    try {
      Result const value = call<function>(arguments, at, Indices{});
      if constexpr (Plain<Result>::may_be_unknown) {
        if (!value) {
          return JUR_UNKNOWN;
        }
        give(*value, results, at);
      } else {
        give(value, results, at);
      }
      return JUR_OK;
    } catch (BadArgument const&) {
      return JUR_BAD_ARGUMENT;
    } catch (...) {
      return JUR_INTERNAL;
    }
  }

  template <auto function>
  static jur_status batch(jur_column const* arguments, std::uint64_t columns, std::uint64_t rows,
                          jur_results* results) noexcept {
    if (columns != count) {
      return JUR_BAD_ARGUMENT;
    }
    results->text_size = 0;
    if constexpr (is_text<Given>) {
      results->offsets[0] = 0;
    }
    for (std::uint64_t at = 0; at < rows; ++at) {
      results->statuses[at] = row<function>(arguments, at, *results);
      if constexpr (is_text<Given>) {
        results->offsets[at + 1] = results->text_size;
      }
    }
    return is_text<Given> && results->text_size > results->capacity ? JUR_BUFFER_TOO_SMALL : JUR_OK;
  }
};

template <auto function>
struct Signature {
  using Of = Call<std::decay_t<decltype(function)>>;
  static constexpr auto text = Of::signature();
};

}  // namespace detail

}  // namespace jur
