// The algebra of measures, type by type.
#include "engine/ir/measure.h"

namespace hjemmel::ir {

bool is_ratio(Type const& type) { return type.kind == TypeKind::ratio; }

bool is_number(Type const& type) {
  bool const bare_ratio = is_ratio(type) && type.dimension == base::kNoDimension && !type.enumeration.has_value();
  return type.kind == TypeKind::integer || type.kind == TypeKind::decimal || bare_ratio;
}

bool is_measure(Type const& type) {
  return is_number(type) || is_ratio(type) || type.kind == TypeKind::quantity || type.kind == TypeKind::amount;
}

bool is_quantity(Type const& type, base::Dimension dimension) {
  return type.kind == TypeKind::quantity && type.dimension == dimension;
}

Type unrounded(Type const& type) { return {TypeKind::ratio, type.dimension, type.enumeration, {}}; }

Type rounded(Type const& type) {
  if (!is_ratio(type)) {
    return type;
  }
  if (type.enumeration.has_value()) {
    return {TypeKind::amount, {}, type.enumeration, {}};
  }
  return {is_number(type) ? TypeKind::decimal : TypeKind::quantity, type.dimension, {}, {}};
}

std::optional<Type> common_type(Type const& left, Type const& right) {
  if (fits(left, right)) {
    return right;
  }
  return fits(right, left) ? std::optional(left) : std::nullopt;
}

bool is_figure(Type const& type) {
  return type.kind == TypeKind::integer || type.kind == TypeKind::decimal || type.kind == TypeKind::quantity ||
         type.kind == TypeKind::date;
}

bool fits(Type const& from, Type const& to) {
  bool const widens = from.kind == TypeKind::integer && to.kind == TypeKind::decimal;
  return from == to || widens || (is_ratio(to) && is_measure(from) && unrounded(from) == to);
}

}  // namespace hjemmel::ir
