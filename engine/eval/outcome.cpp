// The names that the outcome document uses; schemas/outcome.schema.yaml lists the same.
#include "engine/eval/outcome.h"

#include "engine/base/check.h"

namespace hjemmel::eval {

std::string_view status_name(Status status) {
  switch (status) {
    case Status::decided:
      return "decided";
    case Status::undetermined:
      return "undetermined";
    case Status::not_applicable:
      return "not_applicable";
    case Status::conflict:
      return "conflict";
    case Status::no_rule:
      return "no_rule";
    case Status::error:
      return "error";
  }
  base::fail_check("a status of the enumeration", __FILE__, __LINE__);
}

std::string_view modality_name(Modality modality) {
  switch (modality) {
    case Modality::is:
      return "is";
    case Modality::normally_is:
      return "normally_is";
    case Modality::should_be:
      return "should_be";
    case Modality::may_be:
      return "may_be";
    case Modality::may_also_be:
      return "may_also_be";
  }
  base::fail_check("a modality of the enumeration", __FILE__, __LINE__);
}

std::string_view force_name(Force force) {
  switch (force) {
    case Force::must_carry:
      return "must_carry";
    case Force::may_carry:
      return "may_carry";
  }
  base::fail_check("a force of the enumeration", __FILE__, __LINE__);
}

std::string_view basis_name(BasisKind kind) {
  switch (kind) {
    case BasisKind::reading:
      return "reading";
    case BasisKind::default_value:
      return "default";
    case BasisKind::presumption:
      return "presumption";
    case BasisKind::parameter:
      break;
  }
  return "parameter";
}

}  // namespace hjemmel::eval
