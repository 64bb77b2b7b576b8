// A plugin as a test sees it: its table, and calls through the border by name, as a host makes them.
//
// In: a table, and values. Out: statuses and results. Apart from the engine's loader, which the tests under this folder do without:
// they judge what a plugin answers, not how it is loaded.
#pragma once

#include <initializer_list>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plugins/abi/calendar.h"

namespace plugin_functions {

using Value = std::variant<bool, std::int64_t, jur::Date, jur::Decimal, std::string>;

struct Answer {
  jur_status status = JUR_INTERNAL;
  std::int64_t number = 0;
  std::int32_t scale = 0;
  std::string text;

  friend bool operator==(Answer const&, Answer const&) = default;
};
void PrintTo(Answer const& answer, std::ostream* out);

Answer number(std::int64_t value);
Answer text(std::string_view value);
Answer date(std::int32_t year, std::int32_t month, std::int32_t day);
Answer unknown();
Answer bad_argument();

class Plugin {
 public:
  explicit Plugin(jurisdiction_v1 const* table) : table_(table) {}

  jurisdiction_v1 const& table() const { return *table_; }
  jur_function const* find(std::string_view name) const;

  // Fails the test where there is no such function.
  Answer call(std::string_view name, std::vector<Value> const& arguments) const;

  // The same arguments as one row of the batch form; nothing where there is none.
  std::optional<Answer> call_batch(std::string_view name, std::vector<Value> const& arguments) const;

  // Status and text of an adapter.
  Answer convert(std::string_view adapter, std::string_view header, std::string_view record) const;

 private:
  jurisdiction_v1 const* table_;
};

Plugin norway();
Plugin germany();
Plugin denmark();

jur::Date day(std::int32_t year, std::int32_t month, std::int32_t day);

}  // namespace plugin_functions
