// Arguments become jur_values, results are read back; a buffer that is too small is offered first, as a host may.
#include "tests/plugin_functions/plugin.h"

#include <gtest/gtest.h>

#include "plugins/static_entries.h"

namespace plugin_functions {
namespace {

jur_type type_of(Value const& value) {
  constexpr std::array<jur_type, 5> kTypes{JUR_BOOL, JUR_INT, JUR_DATE, JUR_DECIMAL, JUR_TEXT};
  return kTypes[value.index()];
}

jur_type result_type(std::string_view signature) {
  std::string_view const name = signature.substr(signature.find("-> ") + 3);
  return name == "bool"   ? JUR_BOOL
         : name == "int"  ? JUR_INT
         : name == "date" ? JUR_DATE
         : name == "text" ? JUR_TEXT
                          : JUR_DECIMAL;
}

jur_value argument(Value const& value) {
  jur_value made{};
  made.type = type_of(value);
  if (auto const* const flag = std::get_if<bool>(&value)) {
    made.number = *flag ? 1 : 0;
  } else if (auto const* const whole = std::get_if<std::int64_t>(&value)) {
    made.number = *whole;
  } else if (auto const* const date = std::get_if<jur::Date>(&value)) {
    made.number = date->days;
  } else if (auto const* const decimal = std::get_if<jur::Decimal>(&value)) {
    made.number = decimal->coefficient;
    made.scale = decimal->scale;
  } else {
    made.text = std::get<std::string>(value).data();
    made.text_size = std::get<std::string>(value).size();
  }
  return made;
}

}  // namespace

void PrintTo(Answer const& answer, std::ostream* out) {
  *out << "{status " << answer.status << ", " << answer.number << "e-" << answer.scale << ", `" << answer.text << "`}";
}

Answer number(std::int64_t value) { return {JUR_OK, value, 0, ""}; }
Answer text(std::string_view value) { return {JUR_OK, 0, 0, std::string(value)}; }
Answer date(std::int32_t year, std::int32_t month, std::int32_t day_) { return number(day(year, month, day_).days); }
Answer unknown() { return {JUR_UNKNOWN, 0, 0, ""}; }
Answer bad_argument() { return {JUR_BAD_ARGUMENT, 0, 0, ""}; }

jur_function const* Plugin::find(std::string_view name) const {
  jur_function const* const end = table_->functions + table_->function_count;
  jur_function const* const found =
      std::find_if(table_->functions, end, [&](jur_function const& one) { return one.name == name; });
  return found == end ? nullptr : found;
}

Answer Plugin::call(std::string_view name, std::vector<Value> const& arguments) const {
  jur_function const* const function = find(name);
  if (function == nullptr) {
    ADD_FAILURE() << "no function `" << name << "`";
    return {};
  }
  std::vector<jur_value> given;
  for (Value const& value : arguments) {
    given.push_back(argument(value));
  }
  jur_value result{};
  result.type = result_type(function->signature);
  Answer answer;
  answer.status = function->scalar(given.data(), given.size(), &result);
  if (answer.status == JUR_BUFFER_TOO_SMALL) {
    answer.text.resize(result.text_size);
    result.buffer = answer.text.data();
    result.capacity = answer.text.size();
    answer.status = function->scalar(given.data(), given.size(), &result);
  }
  if (answer.status == JUR_OK && result.type != JUR_TEXT) {
    answer.number = result.number;
    answer.scale = result.scale;
  }
  return answer;
}

std::optional<Answer> Plugin::call_batch(std::string_view name, std::vector<Value> const& arguments) const {
  jur_function const* const function = find(name);
  if (function == nullptr || function->batch == nullptr) {
    return std::nullopt;
  }
  std::vector<std::int64_t> numbers(arguments.size());
  std::vector<std::array<std::uint64_t, 2>> offsets(arguments.size());
  std::vector<jur_column> columns;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    jur_value const value = argument(arguments[at]);
    numbers[at] = value.number;
    offsets[at] = {0, value.text_size};
    columns.push_back({value.type, value.scale, &numbers[at], value.text, offsets[at].data()});
  }
  Answer answer;
  std::array<std::uint64_t, 2> ends{};
  std::string room(JUR_MAX_TEXT, '\0');
  jur_results results{
      result_type(function->signature), 0, &answer.number, &answer.status, room.data(), ends.data(), room.size(), 0};
  if (function->batch(columns.data(), columns.size(), 1, &results) != JUR_OK) {
    ADD_FAILURE() << "the batch form of `" << name << "` fails as a whole";
  }
  answer.text = answer.status == JUR_OK ? room.substr(0, results.text_size) : "";
  answer.number = answer.status == JUR_OK && results.type != JUR_TEXT ? answer.number : 0;
  return answer;
}

Answer Plugin::convert(std::string_view adapter, std::string_view header, std::string_view record) const {
  for (std::uint64_t at = 0; at < table_->adapter_count; ++at) {
    jur_adapter const& one = table_->adapters[at];
    if (one.name != adapter) {
      continue;
    }
    Answer answer;
    std::uint64_t size = 0;
    answer.status = one.convert(header.data(), header.size(), record.data(), record.size(), nullptr, 0, &size);
    answer.text.resize(size);
    answer.status =
        one.convert(header.data(), header.size(), record.data(), record.size(), answer.text.data(), size, &size);
    return answer;
  }
  ADD_FAILURE() << "no adapter `" << adapter << "`";
  return {};
}

Plugin norway() { return Plugin(hjemmel_jurisdiction_v1_no(JUR_ABI_MAJOR, JUR_ABI_MINOR)); }
Plugin germany() { return Plugin(hjemmel_jurisdiction_v1_de(JUR_ABI_MAJOR, JUR_ABI_MINOR)); }
Plugin denmark() { return Plugin(hjemmel_jurisdiction_v1_dk(JUR_ABI_MAJOR, JUR_ABI_MINOR)); }

jur::Date day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return jur::date_of({year, month, day}).value();
}

}  // namespace plugin_functions
