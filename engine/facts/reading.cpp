// The words of messages: quoting what a user wrote, and leaving out what is sensitive.
#include "engine/facts/reading.h"

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/base/unit.h"
#include "engine/base/utf8.h"

namespace hjemmel::facts {
namespace {

constexpr std::size_t kLongestShown = 48;  // code points
constexpr std::size_t kMostNames = 12;

// Control characters, and those that turn the direction of writing.
bool is_obeyed_by_terminals(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string unit_suffix(base::Dimension dimension, ir::Program const& program) {
  if (dimension.code >= base::kFirstDeclaredDimension) {
    std::size_t const place = dimension.code - base::kFirstDeclaredDimension;
    return place < program.units.size() ? " " + program.units[place].name : "";
  }
  std::string_view const unit = base::base_unit(dimension);
  return unit.empty() ? "" : " " + std::string(unit);
}

}  // namespace

std::string quote(std::string_view text) {
  std::string quoted = "`";
  std::size_t shown_points = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (shown_points++ == kLongestShown) {
      quoted += "…";
      break;
    }
    auto const point = base::code_point_at(text, at);
    quoted += is_obeyed_by_terminals(point.value) ? "\xEF\xBF\xBD" : text.substr(at, point.length);
    at += point.length;
  }
  return quoted + "`";
}

std::string shown(Slot const& slot, std::string_view text) {
  if (text.empty()) {
    return "an empty text";
  }
  return slot.info.sensitivity == ir::Sensitivity::none ? quote(text) : "this value";
}

std::string one_of(std::span<std::string const> names) {
  std::string list;
  std::size_t const shown_names = names.size() <= kMostNames ? names.size() : kMostNames;
  for (std::size_t at = 0; at < shown_names; ++at) {
    bool const last = at + 1 == names.size();
    list += at == 0 ? "" : last ? " or " : ", ";
    list += "`" + names[at] + "`";
  }
  if (shown_names < names.size()) {
    list += " or " + std::to_string(names.size() - shown_names) + " more";
  }
  return list;
}

std::string bound_text(Slot const& slot, base::Decimal number, ir::Program const& program) {
  if (slot.info.type.kind == ir::TypeKind::date) {
    return base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())});
  }
  if (slot.info.type.kind == ir::TypeKind::moment) {
    return base::to_string(base::Moment{number.coefficient(), 0});
  }
  base::Dimension const dimension =
      slot.info.type.kind == ir::TypeKind::quantity ? slot.info.type.dimension : base::kNoDimension;
  return base::to_string(number) + unit_suffix(dimension, program);
}

}  // namespace hjemmel::facts
