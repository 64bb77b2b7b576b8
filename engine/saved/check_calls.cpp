// What `check` did when the package was loaded from text, for code of the same digest.
#include "engine/saved/check_calls.h"

#include <algorithm>

namespace hjemmel::saved {
namespace {

ir::TypeKind kind_of(base::ForeignType type) {
  switch (type) {
    case base::ForeignType::boolean:
      return ir::TypeKind::boolean;
    case base::ForeignType::integer:
      return ir::TypeKind::integer;
    case base::ForeignType::decimal:
      return ir::TypeKind::decimal;
    case base::ForeignType::date:
      return ir::TypeKind::date;
    case base::ForeignType::text:
      break;
  }
  return ir::TypeKind::text;
}

bool is_good(ir::Function const& function) {
  if (function.code == nullptr || function.place >= function.code->functions().size()) {
    return false;
  }
  base::ForeignFunction const& code = function.code->functions()[function.place];
  return function.result.kind == kind_of(code.result) &&
         std::equal(function.arguments.begin(), function.arguments.end(), code.arguments.begin(), code.arguments.end(),
                    [](ir::Type const& type, base::ForeignType foreign) { return type.kind == kind_of(foreign); });
}

bool is_good(base::Calendar const& calendar) {
  return calendar.code == nullptr ? calendar == base::kNoCalendar : calendar == base::calendar_of(*calendar.code);
}

}  // namespace

bool calls_are_good(ir::Program const& program) {
  return std::all_of(program.functions.begin(), program.functions.end(),
                     [](ir::Function const& function) { return is_good(function); }) &&
         std::all_of(program.terms.begin(), program.terms.end(),
                     [](ir::Term const& term) { return is_good(term.length.calendar); }) &&
         std::none_of(program.jurisdictions.begin(), program.jurisdictions.end(),
                      [](base::Foreign const* code) { return code == nullptr; });
}

}  // namespace hjemmel::saved
