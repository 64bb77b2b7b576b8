// Asking a jurisdiction for its calendar.
#include "engine/base/working_days.h"

#include <algorithm>
#include <array>

namespace hjemmel::base {

Calendar calendar_of(Foreign const& jurisdiction) {
  auto const& functions = jurisdiction.functions();
  auto const at = std::find_if(functions.begin(), functions.end(), [](ForeignFunction const& one) {
    return one.name == kCalendarFunction && one.arguments == std::vector{ForeignType::date} &&
           one.result == ForeignType::boolean;
  });
  return at == functions.end() ? kNoCalendar
                               : Calendar{&jurisdiction, static_cast<std::uint32_t>(at - functions.begin())};
}

std::optional<bool> is_working_day(Calendar calendar, Date date) {
  if (calendar.code == nullptr) {
    return true;
  }
  ForeignScratch scratch;
  std::array const arguments{ForeignValue{Decimal::of(date.days), {}}};
  ForeignAnswer const answer = calendar.code->call(calendar.function, arguments, scratch);
  return answer.status == ForeignStatus::ok ? std::optional(answer.value.number != Decimal()) : std::nullopt;
}

}  // namespace hjemmel::base
