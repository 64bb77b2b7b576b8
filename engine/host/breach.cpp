// One sentence for each breach.
#include "engine/host/breach.h"

namespace hjemmel::host {

using base::ForeignType;

Breach number_breach(ForeignType type, std::int64_t number, std::int32_t scale) {
  if (is_sound_number(type, number, scale)) {
    return Breach::none;
  }
  if (!is_sound_scale(type, scale)) {
    return Breach::wrong_scale;
  }
  if (number == kUnwritten) {
    return Breach::no_value;
  }
  switch (type) {
    case ForeignType::boolean:
      return Breach::not_a_bool;
    case ForeignType::date:
      return Breach::date_outside;
    case ForeignType::integer:
    case ForeignType::decimal:
    case ForeignType::text:
      break;
  }
  return Breach::number_too_large;
}

static char const* words_of(Breach breach) {
  switch (breach) {
    case Breach::none:
      return "does nothing wrong";
    case Breach::wrote_outside:
      return "wrote outside of the memory that it was given, and the plugin is not called again";
    case Breach::threw:
      return "threw an exception across the border";
    case Breach::wrong_status:
      return "returned a status that the contract does not have there";
    case Breach::internal:
      return "reports a fault of its own";
    case Breach::asks_for_buffer:
      return "asks for a larger buffer where none is needed";
    case Breach::text_too_long:
      return "gives a text that is longer than a text may be";
    case Breach::changed_result:
      return "changed the type or the buffer of its result, which are the host's";
    case Breach::no_value:
      return "says that it has a result and gives none";
    case Breach::not_a_bool:
      return "gives a bool that is neither 0 nor 1";
    case Breach::number_too_large:
      return "gives a number of more than 18 digits";
    case Breach::date_outside:
      return "gives a date outside of the years 1 to 9999";
    case Breach::wrong_scale:
      return "gives a number with a scale that its type cannot have";
    case Breach::invalid_utf8:
      return "gives a text that is not valid UTF-8";
    case Breach::wrong_offsets:
      return "gives texts whose offsets do not fit together";
  }
  return "";
}

std::string breach_text(Breach breach, std::string_view what) { return std::string(what) + " " + words_of(breach); }

}  // namespace hjemmel::host
