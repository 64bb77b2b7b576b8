// Everything but the characters that JSON wants escaped stands as it is.
#include "plugins/norway/json.h"

namespace norway {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escaped(std::string& json, char letter) {
  auto const code = static_cast<unsigned char>(letter);
  if (letter == '"' || letter == '\\') {
    json += '\\';
    json += letter;
  } else if (code < 0x20 || code == 0x7F) {
    json += "\\u00";
    json += kHex[code / 16];
    json += kHex[code % 16];
  } else {
    json += letter;
  }
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string json = "\"";
  for (char const letter : text) {
    append_escaped(json, letter);
  }
  return json + "\"";
}

std::string json_object(std::vector<JsonMember> const& members) {
  std::string json = "{";
  for (JsonMember const& member : members) {
    json += json.size() > 1 ? ", " : "";
    json += json_text(member.name) + ": " + member.value;
  }
  return json + "}";
}

std::string json_array(std::vector<std::string> const& elements) {
  std::string json = "[";
  for (std::string const& element : elements) {
    json += json.size() > 1 ? ", " : "";
    json += element;
  }
  return json + "]";
}

}  // namespace norway
