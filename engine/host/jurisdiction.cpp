// Single calls: arguments to the border's values on the stack, one call, one look at the result. Nothing is allocated but the
// sentence of a fault and, once, room for a text.
#include "engine/host/jurisdiction.h"

#include <algorithm>
#include <array>

#include "engine/base/check.h"
#include "engine/base/utf8.h"
#include "engine/host/guard.h"
#include "engine/host/guarded_result.h"
#include "engine/host/signature.h"

namespace hjemmel::host {
namespace {

using base::Decimal;
using base::ForeignAnswer;
using base::ForeignScratch;
using base::ForeignStatus;
using base::ForeignType;
using base::ForeignValue;

constexpr std::size_t kFirstCapacity = 256;  // of a text; it grows to JUR_MAX_TEXT where that is asked for

// False where the border has no form for the value.
bool marshal(ForeignType type, ForeignValue const& from, jur_value& to) {
  to.type = border_type(type);
  to.scale = from.number.scale();
  to.number = from.number.coefficient();
  to.text = from.text.data() == nullptr ? "" : from.text.data();
  to.buffer = nullptr;
  to.text_size = from.text.size();
  to.capacity = 0;
  return to.scale <= (type == ForeignType::decimal ? kMaxBorderScale : 0) && to.text_size <= JUR_MAX_TEXT;
}

bool is_as_set(jur_value const& result, jur_value const& set) {
  return result.type == set.type && result.buffer == set.buffer && result.capacity == set.capacity;
}

Breach text_breach(jur_value const& result) {
  if (result.text_size > result.capacity) {
    return result.text_size == UINT64_MAX ? Breach::no_value : Breach::text_too_long;
  }
  return base::find_utf8_fault({result.buffer, result.text_size}) ? Breach::invalid_utf8 : Breach::none;
}

// One run with the room that the scratch has.
struct TextRun {
  Breach breach = Breach::none;
  jur_status status = JUR_INTERNAL;
  jur_value result{};
};

TextRun run_for_text(FunctionCode const& code, jur_value const* arguments, std::size_t count, ForeignScratch& scratch) {
  std::size_t const capacity = std::min<std::size_t>(scratch.text.size() - guarded_size(0), JUR_MAX_TEXT);
  char* const buffer = set_guards(scratch.text.data(), capacity);
  jur_value const start{JUR_TEXT, 0, 0, nullptr, buffer, UINT64_MAX, capacity};
  GuardedResult<jur_value> result(start);
  Ran const ran = run([&] { return code.scalar(arguments, count, &result.value); });
  bool const intact = result.is_intact() && guards_intact(scratch.text.data(), capacity);
  Breach const breach = !intact                           ? Breach::wrote_outside
                        : ran.threw                       ? Breach::threw
                        : !is_as_set(result.value, start) ? Breach::changed_result
                                                          : Breach::none;
  return {breach, ran.status, result.value};
}

}  // namespace

Jurisdiction::Jurisdiction(Contract contract, std::string const& sha256, Trust trust)
    : contract_(std::move(contract)), digest_("sha256:" + sha256), trust_(trust) {}

std::string Jurisdiction::contract_version() const {
  return std::to_string(contract_.major_number) + "." + std::to_string(contract_.minor_number);
}

std::optional<std::string_view> Jurisdiction::policy(std::string_view name) const {
  auto const found = std::find_if(contract_.policies.begin(), contract_.policies.end(),
                                  [&](Policy const& policy) { return policy.name == name; });
  return found == contract_.policies.end() ? std::nullopt : std::optional<std::string_view>(found->value);
}

ForeignAnswer Jurisdiction::call(std::size_t function, std::span<ForeignValue const> arguments,
                                 ForeignScratch& scratch) const {
  CHECK(function < contract_.functions.size());
  auto const& types = contract_.functions[function].arguments;
  CHECK(arguments.size() == types.size());
  std::array<jur_value, JUR_MAX_ARGUMENTS> values;  // only as many are set as there are arguments
  for (std::size_t at = 0; at < types.size(); ++at) {
    if (!marshal(types[at], arguments[at], values[at])) {
      return cannot_cross(function);
    }
  }
  return answer(function, values.data(), scratch);
}

ForeignAnswer Jurisdiction::answer(std::size_t function, jur_value const* arguments, ForeignScratch& scratch) const {
  if (distrust_.is_set()) {
    return {ForeignStatus::fault, {}, distrust_.fault()};
  }
  bool const text = contract_.functions[function].result == ForeignType::text;
  return text ? text_answer(function, arguments, scratch) : number_answer(function, arguments);
}

ForeignAnswer Jurisdiction::number_answer(std::size_t function, jur_value const* arguments) const {
  auto const& what = contract_.functions[function];
  jur_value const start{border_type(what.result), 0, kUnwritten, nullptr, nullptr, 0, 0};
  GuardedResult<jur_value> result(start);
  auto* const scalar = contract_.codes[function].scalar;
  Ran const ran = run([&] { return scalar(arguments, what.arguments.size(), &result.value); });
  if (!result.is_intact() || ran.threw) {
    return fault(function, ran.threw && result.is_intact() ? Breach::threw : Breach::wrote_outside);
  }
  if (!is_as_set(result.value, start)) {
    return fault(function, Breach::changed_result);
  }
  if (ran.status != JUR_OK) {
    return other_answer(function, ran.status);
  }
  if (!is_sound_number(what.result, result.value.number, result.value.scale)) {
    return fault(function, number_breach(what.result, result.value.number, result.value.scale));
  }
  ForeignAnswer
      answer;  // set member by member: a list of all of them is cleared first, which takes longer than the rest
  answer.value.number = Decimal::of(result.value.number, result.value.scale);
  return answer;
}

ForeignAnswer Jurisdiction::text_answer(std::size_t function, jur_value const* arguments,
                                        ForeignScratch& scratch) const {
  std::size_t const count = contract_.functions[function].arguments.size();
  if (scratch.text.size() < guarded_size(kFirstCapacity)) {
    scratch.text.resize(guarded_size(kFirstCapacity));
  }
  TextRun ran = run_for_text(contract_.codes[function], arguments, count, scratch);
  if (ran.breach == Breach::none && ran.status == JUR_BUFFER_TOO_SMALL) {
    if (ran.result.text_size <= ran.result.capacity || ran.result.text_size > JUR_MAX_TEXT) {
      return fault(function,
                   ran.result.text_size <= ran.result.capacity ? Breach::asks_for_buffer : Breach::text_too_long);
    }
    scratch.text.resize(guarded_size(JUR_MAX_TEXT));
    ran = run_for_text(contract_.codes[function], arguments, count, scratch);
  }
  if (ran.breach == Breach::none && ran.status == JUR_OK) {
    ran.breach = text_breach(ran.result);
  }
  if (ran.breach != Breach::none) {
    return fault(function, ran.breach);
  }
  if (ran.status != JUR_OK) {
    return other_answer(function, ran.status);
  }
  ForeignAnswer answer;
  answer.value.text = {ran.result.buffer, ran.result.text_size};
  return answer;
}

ForeignAnswer Jurisdiction::other_answer(std::size_t function, jur_status status) const {
  switch (status) {
    case JUR_UNKNOWN:
      return {ForeignStatus::unknown, {}};
    case JUR_BAD_ARGUMENT:
      return {ForeignStatus::bad_argument, {}, function_words(function) + " does not take these arguments"};
    case JUR_BUFFER_TOO_SMALL:
      return fault(function, Breach::asks_for_buffer);
    case JUR_INTERNAL:
      return fault(function, Breach::internal);
    default:
      return fault(function, Breach::wrong_status);
  }
}

ForeignAnswer Jurisdiction::fault(std::size_t function, Breach breach) const {
  return {ForeignStatus::fault, {}, note(breach, function_words(function))};
}

ForeignAnswer Jurisdiction::cannot_cross(std::size_t function) const {
  return {ForeignStatus::bad_argument,
          {},
          function_words(function) + " takes decimals of at most " + std::to_string(kMaxBorderScale) +
              " decimals, whole numbers without any, and texts of at most " + std::to_string(JUR_MAX_TEXT) + " bytes"};
}

std::string Jurisdiction::note(Breach breach, std::string const& what) const {
  std::string text = breach_text(breach, what);
  if (breach == Breach::wrote_outside) {
    distrust_.set(text);
  }
  return text;
}

std::string Jurisdiction::function_words(std::size_t function) const {
  return "function `" + contract_.functions[function].name + "` of jurisdiction `" + contract_.id + "`";
}

}  // namespace hjemmel::host
