// What a plugin's table may say in texts: how long, in which letters, and which names.
//
// In: pointers that a plugin gave. Out: copies, or what is wrong, named by the place in the table. Tested by way of
// tests/unit/host/contract_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace hjemmel::host {

inline constexpr std::size_t kMaxTableName = 128;   // bytes
inline constexpr std::size_t kMaxTableText = 4096;  // bytes of a summary, a title, a policy's value

// A text that is ended by a zero byte; UTF-8 without control characters. `what` names it in messages: `its title`.
[[nodiscard]] base::Result<std::string> table_text(char const* text, std::string const& what);

enum class NameForm {
  word,        // next_working_day
  dotted,      // no.penal.minor_narcotics: words with points between
  schema_path  // no/narcotics_case: words with `/` between
};

// A text of that form: letters a to z, digits and `_`; each word begins with a letter.
[[nodiscard]] base::Result<std::string> table_name(char const* text, NameForm form, std::string const& what);

}  // namespace hjemmel::host
