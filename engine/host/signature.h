// The signature of a plugin's function, as its table writes it: `date, int -> date`, ` -> bool` without arguments.
//
// In: a text that the plugin gives. Out: the types, or what is wrong with the text. Tested in
// tests/unit/host/signature_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/foreign.h"
#include "engine/base/result.h"
#include "plugins/abi/jurisdiction.h"

namespace hjemmel::host {

struct Signature {
  std::vector<base::ForeignType> arguments;  // at most JUR_MAX_ARGUMENTS
  base::ForeignType result = base::ForeignType::boolean;
};

// Blanks may stand around each word.
[[nodiscard]] base::Result<Signature> parse_signature(std::string_view text);

// `date, int -> date`; ` -> bool` without arguments.
[[nodiscard]] std::string signature_text(base::ForeignFunction const& function);

// JUR_BOOL for a boolean, and so on.
[[nodiscard]] constexpr jur_type border_type(base::ForeignType type) { return static_cast<jur_type>(type) + JUR_BOOL; }

static_assert(border_type(base::ForeignType::boolean) == JUR_BOOL);
static_assert(border_type(base::ForeignType::integer) == JUR_INT);
static_assert(border_type(base::ForeignType::decimal) == JUR_DECIMAL);
static_assert(border_type(base::ForeignType::date) == JUR_DATE);
static_assert(border_type(base::ForeignType::text) == JUR_TEXT);

}  // namespace hjemmel::host
