// Plugins in C++ that throw across the border, or write where they must not: one for each HOSTILE_<name>. Its id is `hh`.
//
// Functions: `misbehaves` does it as a single call, `misbehaves_in_batch` as a batch, `sound` never; the adapter does it as well.
#include <stdexcept>
#include <string>

#include "plugins/abi/jurisdiction.h"

namespace {

struct Own {
  std::string text = "something of the plugin's own";
};

jur_status sound(jur_value const*, std::uint64_t, jur_value* result) {
  result->number = 1;
  return JUR_OK;
}

// Where the sanitizers are, the host's own memory goes on behind the capacity, so that they have nothing to say.
[[maybe_unused]] void write_at(char* place) { *place = 'x'; }

jur_status call(jur_value const*, std::uint64_t, jur_value* result) {
#if defined(HOSTILE_throws_in_calls)
  throw Own();
#elif defined(HOSTILE_writes_behind)
  write_at(result->buffer + result->capacity);
#elif defined(HOSTILE_writes_before)
  write_at(result->buffer - 1);
#elif defined(HOSTILE_writes_behind_result)
  write_at(reinterpret_cast<char*>(result + 1));
#endif
  result->text_size = 0;
  return JUR_OK;
}

jur_status batch(jur_column const*, std::uint64_t, std::uint64_t count, jur_results* results) {
  results->text_size = 0;
  for (std::uint64_t row = 0; row < count; ++row) {
    results->statuses[row] = JUR_OK;
    results->offsets[row + 1] = 0;
  }
#if defined(HOSTILE_throws_in_calls)
  throw std::runtime_error("on purpose");
#elif defined(HOSTILE_writes_behind)
  results->offsets[count + 1] = 0;
#elif defined(HOSTILE_writes_before)
  results->statuses[-1] = 0;
#elif defined(HOSTILE_writes_behind_result)
  write_at(reinterpret_cast<char*>(results + 1));
#endif
  return JUR_OK;
}

jur_status convert(char const*, std::uint64_t, char const*, std::uint64_t, char* facts, std::uint64_t capacity,
                   std::uint64_t* facts_size) {
  *facts_size = 0;
#if defined(HOSTILE_throws_in_calls)
  throw 5;
#elif defined(HOSTILE_writes_behind)
  write_at(facts + capacity);
#elif defined(HOSTILE_writes_before)
  write_at(facts - 1);
#elif defined(HOSTILE_writes_behind_result)
  write_at(reinterpret_cast<char*>(facts_size + 1));
#endif
  static_cast<void>(facts);
  static_cast<void>(capacity);
  return JUR_OK;
}

jur_status self_test(char*, std::uint64_t, std::uint64_t* message_size) {
  *message_size = 0;
#if defined(HOSTILE_throws_in_self_test)
  throw Own();
#endif
  return JUR_OK;
}

constexpr jur_function kFunctions[] = {{"misbehaves", " -> text", "Misbehaves", call, nullptr},
                                       {"misbehaves_in_batch", " -> text", "Misbehaves", call, batch},
                                       {"sound", " -> int", "One", sound, nullptr}};
constexpr jur_adapter kAdapters[] = {{"misbehaves", "hh/case", "Misbehaves", convert}};

constexpr jurisdiction_v1 kTable{JUR_MAGIC,
                                 JUR_ABI_MAJOR,
                                 JUR_ABI_MINOR,
                                 sizeof(jurisdiction_v1),
                                 "hh",
                                 "1.0.0",
                                 "Nowhere",
                                 kFunctions,
                                 3,
                                 kAdapters,
                                 1,
                                 nullptr,
                                 0,
                                 nullptr,
                                 0,
                                 nullptr,
                                 0,
                                 self_test};

}  // namespace

extern "C" __attribute__((visibility("default"))) jurisdiction_v1 const* hjemmel_jurisdiction_v1(std::uint32_t,
                                                                                                 std::uint32_t) {
#if defined(HOSTILE_throws_in_entry)
  throw Own();
#endif
  return &kTable;
}
