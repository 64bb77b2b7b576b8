// Calls of a jurisdiction's functions: with known arguments they are answered by its code, with open ones by what may be.
//
// An argument that does not apply gives a result that does not apply, an error an error. Of a result that is open nothing is known
// but what it hangs on: a comparison of it, or the truth that it is, is settled by assuming. Where the code has no answer for
// known arguments, that is open too, as law that is not settled is.
#include <array>

#include "engine/base/check.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kMostArguments = 8;

}  // namespace

Value Machine::call(CallPlan const& call, std::uint32_t at) {
  FunctionPlan const& function = plan_.functions[call.function];
  std::size_t const count = function.takes_texts.size();
  CHECK(count <= kMostArguments);
  std::array<base::ForeignValue, kMostArguments> arguments;
  std::optional<Value> absent;
  std::optional<Value> error;
  std::uint32_t cause = kNoIndex;
  for (std::size_t i = count; i-- > 0;) {
    Value const value = pop();
    if (value.is_open()) {
      cause = join(cause_of(value), cause);
    } else if (value.state == State::error) {
      error = value;
    } else if (value.state == State::not_applicable) {
      absent = value;
    } else if (function.takes_texts[i]) {
      arguments[i].text = text(value);
    } else {
      arguments[i].number = value.number();
    }
  }
  if (absent) {
    return *absent;
  }
  if (cause != kNoIndex) {
    return error ? doubt({}, cause, {}, kFailedBefore) : open_call(call, cause, at);
  }
  return error ? *error : answer_of(call, std::span(arguments).first(count), at);
}

Value Machine::open_call(CallPlan const& call, std::uint32_t cause, std::uint32_t fails_at) {
  return call.atom == kNoIndex ? doubt({}, cause, {}, fails_at) : settle_or_doubt(call.atom, false, cause, fails_at);
}

Value Machine::answer_of(CallPlan const& call, std::span<base::ForeignValue const> arguments, std::uint32_t at) {
  FunctionPlan const& function = plan_.functions[call.function];
  base::ForeignAnswer const answer = function.code->call(function.place, arguments, foreign_scratch_);
  switch (answer.status) {
    case base::ForeignStatus::ok:
      return function.gives_text ? given_text(answer.value.text) : Value::known(answer.value.number);
    case base::ForeignStatus::unknown:
      return open_call(call, leaf({UnknownKind::no_answer, call.function, 0, 0}), kNoIndex);
    case base::ForeignStatus::bad_argument:
    case base::ForeignStatus::fault:
      break;
  }
  if (error_place_.empty()) {
    error_place_ = place_text(at) + ": " + answer.fault;
  }
  return Value::of(State::error);
}

// Texts that neither the facts nor the rules hold are counted on from those of the facts.
Value Machine::given_text(std::string_view text) {
  given_texts_.push_back(std::make_unique<std::string>(text));
  return Value::known(base::Decimal::of(static_cast<std::int64_t>(facts_.texts.size() + given_texts_.size() - 1)));
}

}  // namespace hjemmel::eval
