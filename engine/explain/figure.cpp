// Dates and declared units by their names; all else is a quantity.
#include "engine/explain/figure.h"

#include "engine/base/date.h"
#include "engine/explain/quantity.h"

namespace hjemmel::explain {
namespace {

std::string unit_of(ir::Type const& type, ir::Program const& program) {
  std::uint16_t const code = type.dimension.code;
  return code >= base::kFirstDeclaredDimension ? program.units[code - base::kFirstDeclaredDimension].name : "";
}

std::string date_text(base::Decimal value) {
  return base::to_string(base::Date{static_cast<std::int32_t>(value.coefficient())});
}

}  // namespace

std::string machine_figure(base::Decimal value, ir::Type const& type, ir::Program const& program) {
  return type.kind == ir::TypeKind::date ? date_text(value)
                                         : machine_quantity(value, type.dimension, unit_of(type, program));
}

std::string people_figure(base::Decimal value, ir::Type const& type, ir::Program const& program, Words const& words) {
  return type.kind == ir::TypeKind::date ? date_text(value)
                                         : people_quantity(value, type.dimension, unit_of(type, program), words);
}

}  // namespace hjemmel::explain
