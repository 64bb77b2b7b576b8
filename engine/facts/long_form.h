// The long form of a fact: `{value: true, by: prosecutor, known_on: 2026-04-20, from: interview}`.
//
// In: the node under a fact's key. Out: the node of its value, and where the fact came from. An assessment given by somebody
// whom the package does not let judge it counts as not asked, with a warning. Tested in tests/unit/facts/long_form_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/facts/reading.h"

namespace hjemmel::facts {

struct LongForm {
  document::Node const* value = nullptr;
  eval::Origin origin;  // Origin::fact is the caller's to set
  source::Span by_span;
};

// True for a mapping with one of the keys that only the long form has.
[[nodiscard]] bool is_long_form(document::Node const& node);
// Nothing when a key is wrong or `value` is missing.
[[nodiscard]] std::optional<LongForm> read_long_form(document::Node const& node, Slot const& slot, diag::Sink& sink);

inline constexpr std::uint32_t kWholeFact = UINT32_MAX;  // in place of a field

// False, with a warning, when the fact, or the field of a list, is an assessment that `by` may not make. An empty `by` is nobody
// in particular: true.
[[nodiscard]] bool may_judge(std::uint32_t fact, std::uint32_t field, Slot const& slot, LongForm const& form,
                             Reading& reading);
// It became known after the day of `as_known_on`: it counts as not asked.
[[nodiscard]] bool became_known_later(LongForm const& form, Reading const& reading);

}  // namespace hjemmel::facts
