// Texts are looked at byte by byte up to their cap, never past it.
#include "engine/host/table_text.h"

#include <algorithm>
#include <cstring>

#include "engine/base/utf8.h"

namespace hjemmel::host {
namespace {

// May a byte of this kind stand behind `before`? A word begins with a letter, at the start and behind a joint.
bool continues_name(char before, char byte, char joint) {
  bool const letter = byte >= 'a' && byte <= 'z';
  bool const starts = before == '\0' || before == joint;
  bool const rest = (byte >= '0' && byte <= '9') || byte == '_' || (byte == joint && joint != '\0');
  return letter || (!starts && rest);
}

bool has_form(std::string_view name, NameForm form) {
  char const joint = form == NameForm::dotted ? '.' : form == NameForm::schema_path ? '/' : '\0';
  char before = '\0';
  for (char const byte : name) {
    if (!continues_name(before, byte, joint)) {
      return false;
    }
    before = byte;
  }
  return before != '\0' && before != joint;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    auto const value = static_cast<unsigned char>(byte);
    return value < 0x20U || value == 0x7FU;
  });
}

}  // namespace

base::Result<std::string> table_text(char const* text, std::string const& what) {
  if (text == nullptr) {
    return base::Error{what + " is a null pointer"};
  }
  std::size_t const size = ::strnlen(text, kMaxTableText + 1);
  std::string_view const given(text, size);
  if (size > kMaxTableText) {
    return base::Error{what + " is longer than " + std::to_string(kMaxTableText) + " bytes"};
  }
  if (base::find_utf8_fault(given)) {
    return base::Error{what + " is not valid UTF-8"};
  }
  if (has_control_character(given)) {
    return base::Error{what + " holds a control character"};
  }
  return std::string(given);
}

base::Result<std::string> table_name(char const* text, NameForm form, std::string const& what) {
  auto name = table_text(text, what);
  if (!name) {
    return name;
  }
  if (name->size() > kMaxTableName) {
    return base::Error{what + " is longer than " + std::to_string(kMaxTableName) + " bytes"};
  }
  if (!has_form(*name, form)) {
    return base::Error{what + " is `" + *name + "`, which is no name of the form that the contract asks for"};
  }
  return name;
}

}  // namespace hjemmel::host
