// author.h: write a jurisdiction plugin in C++, from plain functions.
//
// In: functions over bool, int64, Decimal, Date and texts. Out: entries of the C table (jurisdiction.h), with the signature taken
// from the function's own type, a scalar and a batch form, and everything that is thrown caught. Needs C++20 and nothing else.
//
//   jur::Date next_working_day(jur::Date day);
//
//   constexpr std::array kFunctions{
//       jur::function<next_working_day>("next_working_day", "The first working day after a day"),  // date -> date
//   };
//   JUR_EXPORT(kTable)  // `kTable`: a jurisdiction_v1, of jur::jurisdiction(...)
//
// A function may return std::optional: empty is `unknown`. It may throw jur::BadArgument, and nothing else on purpose: what else
// it throws is an internal fault. Both end the decision in an error that names the function. Dates that it gets lie in the years
// 1 to 9999, and where it gives one outside of them, that is a BadArgument too. plugins/README.md goes through it step by step.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "plugins/abi/crossing.h"
#include "plugins/abi/jurisdiction.h"

namespace jur {

// `code`: a function, or a lambda without captures written with a `+` before it.
template <auto code>
constexpr jur_function function(char const* name, char const* summary) {
  using Call = typename detail::Signature<code>::Of;
  if constexpr (Call::has_batch) {
    return {name, detail::Signature<code>::text.data(), summary, Call::template scalar<code>,
            Call::template batch<code>};
  } else {
    return {name, detail::Signature<code>::text.data(), summary, Call::template scalar<code>, nullptr};
  }
}

// What an adapter's function gives: the facts, or what is wrong with the record.
struct Converted {
  bool good = true;
  std::string text;
};

namespace detail {

template <auto code>
jur_status convert(char const* header, std::uint64_t header_size, char const* record, std::uint64_t record_size,
                   char* facts, std::uint64_t capacity, std::uint64_t* facts_size) noexcept {
  try {
    Converted const made = code(std::string_view(header, header_size), std::string_view(record, record_size));
    *facts_size = made.text.size();
    if (made.text.size() > capacity) {
      return JUR_BUFFER_TOO_SMALL;
    }
    std::copy(made.text.begin(), made.text.end(), facts);
    return made.good ? JUR_OK : JUR_BAD_ARGUMENT;
  } catch (...) {
    return JUR_INTERNAL;
  }
}

template <auto code>
jur_status self_test(char* message, std::uint64_t capacity, std::uint64_t* message_size) noexcept {
  try {
    std::string const fault = code();
    *message_size = std::min<std::uint64_t>(fault.size(), capacity);
    std::copy_n(fault.begin(), *message_size, message);
    return fault.empty() ? JUR_OK : JUR_INTERNAL;
  } catch (...) {
    return JUR_INTERNAL;
  }
}

}  // namespace detail

// `code`: Converted (std::string_view header, std::string_view record)
template <auto code>
constexpr jur_adapter adapter(char const* name, char const* schema, char const* summary) {
  return {name, schema, summary, detail::convert<code>};
}

// `code`: std::string (), empty where all is well.
template <auto code>
constexpr auto self_test() {
  return detail::self_test<code>;
}

namespace detail {

// Null where there is nothing: an empty std::array may give any pointer.
template <class T, std::size_t N>
constexpr T const* start_of(std::array<T, N> const& list) {
  return N == 0 ? nullptr : list.data();
}

}  // namespace detail

// What the table is made of; `functions` and the rest are arrays that live as long as the plugin.
template <std::size_t F, std::size_t A, std::size_t P, std::size_t R, std::size_t S>
constexpr jurisdiction_v1 jurisdiction(char const* id, char const* version, char const* title,
                                       std::array<jur_function, F> const& functions,
                                       std::array<jur_adapter, A> const& adapters,
                                       std::array<jur_policy, P> const& policies,
                                       std::array<char const*, R> const& packages,
                                       std::array<char const*, S> const& schemas,
                                       jur_status (*self_test)(char*, std::uint64_t, std::uint64_t*)) {
  return {JUR_MAGIC,
          JUR_ABI_MAJOR,
          JUR_ABI_MINOR,
          sizeof(jurisdiction_v1),
          id,
          version,
          title,
          detail::start_of(functions),
          F,
          detail::start_of(adapters),
          A,
          detail::start_of(policies),
          P,
          detail::start_of(packages),
          R,
          detail::start_of(schemas),
          S,
          self_test};
}

}  // namespace jur

// Makes `table`, a jurisdiction_v1, what the plugin exports. A host of another major version gets nothing.
#define JUR_EXPORT(table)                                                                           \
  extern "C" __attribute__((visibility("default"))) jurisdiction_v1 const* hjemmel_jurisdiction_v1( \
      std::uint32_t host_major, std::uint32_t) noexcept {                                           \
    return host_major == JUR_ABI_MAJOR ? &(table) : nullptr;                                        \
  }
