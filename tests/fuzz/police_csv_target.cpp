// Any bytes to Norway's plugin: its first line as a header, the rest as a record of police_csv; and all of it as the text of each
// function that takes one. Every answer must be one that the contract knows, and none a fault of the plugin.
#include <cstdlib>
#include <string>
#include <string_view>

#include "plugins/static_entries.h"
#include "tests/fuzz/run_one.h"

namespace {

constexpr std::string_view kHeader =
    "fodselsnummer;fodselsdato;handlingsdato;avgjorelsesdato;handling;egen_bruk;stoff_1;mengde_1;stoff_2;mengde_2";

void expect(bool holds) {
  if (!holds) {
    std::abort();
  }
}

// Facts are JSON, a refusal one sentence; neither has a line end in it.
void convert(jur_adapter const& adapter, std::string_view header, std::string_view record) {
  std::uint64_t size = 0;
  jur_status const first =
      adapter.convert(header.data(), header.size(), record.data(), record.size(), nullptr, 0, &size);
  expect(first == JUR_BUFFER_TOO_SMALL && size > 0);
  std::string text(size, '\0');
  jur_status const status =
      adapter.convert(header.data(), header.size(), record.data(), record.size(), text.data(), text.size(), &size);
  expect(size == text.size() && text.find('\n') == std::string::npos);
  expect(status == JUR_OK ? text.front() == '{' && text.back() == '}' : status == JUR_BAD_ARGUMENT);
}

void call(jur_function const& function, std::string_view text) {
  std::string_view const signature = function.signature;
  if (!signature.starts_with("text -> ")) {
    return;
  }
  jur_value argument{};
  argument.type = JUR_TEXT;
  argument.text = text.data();
  argument.text_size = text.size();
  std::string room(JUR_MAX_TEXT, '\0');
  jur_value result{};
  result.buffer = room.data();
  result.capacity = room.size();
  jur_status const status = function.scalar(&argument, 1, &result);
  expect(status == JUR_OK || status == JUR_UNKNOWN);
}

}  // namespace

int run_one(std::uint8_t const* data, std::size_t size) {
  jurisdiction_v1 const& table = *hjemmel_jurisdiction_v1_no(JUR_ABI_MAJOR, JUR_ABI_MINOR);
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  std::size_t const line = bytes.find('\n');
  convert(table.adapters[0], kHeader, bytes);
  convert(table.adapters[0], bytes.substr(0, line), line == std::string_view::npos ? "" : bytes.substr(line + 1));
  for (std::uint64_t at = 0; at < table.function_count; ++at) {
    call(table.functions[at], bytes);
  }
  return 0;
}
