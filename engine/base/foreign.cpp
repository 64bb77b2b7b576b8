// The names of types, as signatures write them.
#include "engine/base/foreign.h"

namespace hjemmel::base {

std::string_view foreign_type_name(ForeignType type) {
  switch (type) {
    case ForeignType::boolean:
      return "bool";
    case ForeignType::integer:
      return "int";
    case ForeignType::decimal:
      return "decimal";
    case ForeignType::date:
      return "date";
    case ForeignType::text:
      break;
  }
  return "text";
}

}  // namespace hjemmel::base
