// Numbers go from digits to what the slot stores; whatever else there is to know about a value, engine/facts knows it.
#include "engine/records/value_scanner.h"

#include "engine/base/date.h"
#include "engine/facts/quantity.h"
#include "engine/records/scan_number.h"

namespace hjemmel::records {
namespace {

using columns::Column;

inline void store(Column& column, std::uint32_t row, std::int64_t value) {
  switch (column.width) {
    case columns::Width::u8:
      column.as<std::uint8_t>()[row] = static_cast<std::uint8_t>(value);
      return;
    case columns::Width::i16:
      column.as<std::int16_t>()[row] = static_cast<std::int16_t>(value);
      return;
    case columns::Width::i32:
      column.as<std::int32_t>()[row] = static_cast<std::int32_t>(value);
      return;
    case columns::Width::i64:
      column.as<std::int64_t>()[row] = value;
      return;
  }
}

// A sign behind a number that the reader of quantities would count to it.
bool belongs_to_number(char sign) { return std::string_view(".,+-_eE").find(sign) != std::string_view::npos; }

}  // namespace

char const* ValueScanner::scan(char const* at, Place& place, Names const* enumerations, Cell cell) {
  switch (place.form) {
    case Form::boolean:
      return scan_bool(at, place, cell);
    case Form::enumeration:
      return scan_name(at, place, enumerations[place.names], cell);
    case Form::whole:
    case Form::decimal:
      return scan_number(at, place, cell);
    case Form::date:
      return scan_date(at, place, cell);
    case Form::quantity:
    case Form::amount:
      return scan_measured(at, place, cell);
    case Form::refused:
      return is(at, '"') ? scan_unknown(at + 1, place, cell) : nullptr;
    case Form::list:
    case Form::group:
      break;
  }
  return nullptr;
}

// Behind the opening quote.
char const* ValueScanner::scan_unknown(char const* at, Place const& place, Cell cell) const {
  constexpr std::string_view kUnknown = "unknown\"";
  if (static_cast<std::size_t>(end_ - at) < kUnknown.size() || !same_bytes(at, kUnknown.data(), kUnknown.size())) {
    return nullptr;
  }
  if (place.has_column) {
    cell.column.set_open(cell.row);
  }
  return at + kUnknown.size();
}

// Without a branch on which of the two it is: that is hard to foresee.
inline char const* ValueScanner::scan_bool(char const* at, Place const& place, Cell cell) const {
  if (end_ - at < 5) {
    return nullptr;  // in a record at least a bracket stands behind it
  }
  auto const word = load<std::uint32_t>(at);
  bool const is_true = word == load<std::uint32_t>("true");
  bool const is_false = word == load<std::uint32_t>("fals") && at[4] == 'e';
  if (static_cast<int>(is_true) + static_cast<int>(is_false) == 0) {
    return *at == '"' ? scan_unknown(at + 1, place, cell) : nullptr;
  }
  cell.column.as<std::uint8_t>()[cell.row] = static_cast<std::uint8_t>(is_true);
  return at + 5 - static_cast<int>(is_true);
}

inline char const* ValueScanner::scan_number(char const* at, Place const& place, Cell cell) const {
  bool const quoted = is(at, '"');
  Number number;
  bool const may_be_read = !quoted || place.form == Form::decimal;
  char const* const behind =
      may_be_read ? read_number(at + (quoted ? 1 : 0), end_, place.form == Form::whole, number) : nullptr;
  std::int64_t value = 0;
  if (behind == nullptr) {
    return quoted ? scan_unknown(at + 1, place, cell) : nullptr;
  }
  bool const fits = number.decimals <= place.scale &&
                    scaled(number.coefficient, place.scale - number.decimals, place.least, place.most, value);
  if (!fits || (quoted && !is(behind, '"'))) {
    return nullptr;
  }
  store(cell.column, cell.row, value);
  return behind + (quoted ? 1 : 0);
}

char const* ValueScanner::scan_date(char const* at, Place const& place, Cell cell) const {
  constexpr std::size_t kQuoted = 12;
  if (!is(at, '"')) {
    return nullptr;
  }
  bool const may_be_date = static_cast<std::size_t>(end_ - at) >= kQuoted && at[kQuoted - 1] == '"';
  auto const date = may_be_date ? base::parse_date({at + 1, kQuoted - 2}) : std::nullopt;
  if (!date) {
    return scan_unknown(at + 1, place, cell);
  }
  if (date->days < place.least || date->days > place.most) {
    return nullptr;
  }
  store(cell.column, cell.row, date->days);
  return at + kQuoted;
}

inline char const* ValueScanner::scan_name(char const* at, Place const& place, Names const& names, Cell cell) const {
  if (!is(at, '"')) {
    return nullptr;
  }
  char const* const quote = find_quote(++at, end_);
  std::uint32_t const value = names.find(at, quote, end_);
  if (quote == end_ || value == Names::kNone) {
    return scan_unknown(at, place, cell);
  }
  store(cell.column, cell.row, value);
  return quote + 1;
}

// A number, at most one blank, a unit.
char const* ValueScanner::scan_measured(char const* at, Place& place, Cell cell) {
  if (!is(at, '"')) {
    return nullptr;
  }
  Number number;
  char const* unit = read_number(++at, end_, false, number);
  if (unit == nullptr) {
    return scan_unknown(at, place, cell);
  }
  bool const blank = is(unit, ' ');
  unit += blank ? 1 : 0;
  char const* const quote = find_quote(unit, end_);
  bool const is_plain = quote != end_ && quote != unit && !is_digit(*unit) && (blank || !belongs_to_number(*unit));
  if (!is_plain || !find_unit(unit, quote, place)) {
    return nullptr;
  }
  std::int64_t value = 0;
  bool const fits = number.decimals <= kMostDecimals &&
                    scaled(number.coefficient * place.unit.multiple, place.unit.power - number.decimals + place.scale,
                           place.least, place.most, value);
  if (!fits) {
    return nullptr;
  }
  if (place.form == Form::amount) {
    measured_[place.index] = place.unit.dimension;
  }
  store(cell.column, cell.row, value);
  return quote + 1;
}

bool ValueScanner::find_unit(char const* begin, char const* end, Place& place) const {
  std::string_view const name(begin, static_cast<std::size_t>(end - begin));
  if (name != place.unit.name) {
    auto const unit = facts::find_unit(name, program_);
    if (!unit || (place.form == Form::quantity && unit->dimension != place.dimension)) {
      return false;
    }
    place.unit = *unit;
  }
  return true;
}

}  // namespace hjemmel::records
