// What outcomes rest on: parameters with a value or a range around it, readings with their definition, one presumption a fact.
// Called from verify.cpp, after verify_ids.cpp. Tested in tests/unit/ir/verify_test.cpp.
#include <algorithm>
#include <set>

#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

void verify_parameter(LawParameter const& parameter, Faults& faults) {
  Where const where{"parameter ", parameter.name};
  bool const has_range = parameter.low && parameter.high;
  faults.require(parameter.low.has_value() == parameter.high.has_value(), where, "has half a range");
  faults.require(parameter.value || has_range, where, "has neither a value nor a range");
  faults.require(!has_range || *parameter.low < *parameter.high, where, "has a range that holds nothing else");
  bool const inside =
      !has_range || !parameter.value || (*parameter.low <= *parameter.value && *parameter.value <= *parameter.high);
  faults.require(inside, where, "has a value outside its range");
  faults.require(parameter.value || !parameter.reason.empty(), where, "is open law without a reason");
}

void verify_reading(Program const& program, std::size_t index, Faults& faults) {
  Reading const& reading = program.readings[index];
  auto const of_it = [&](Definition const& definition) {
    Expr const& body = program.exprs[definition.body.index];
    return definition.name == reading.name && body.op == ExprOp::reading && body.index == index;
  };
  faults.require(std::count_if(program.definitions.begin(), program.definitions.end(), of_it) == 1,
                 Where("reading ", reading.name), "has no definition of its own");
}

}  // namespace

void verify_basis(Program const& program, Faults& faults) {
  for (LawParameter const& parameter : program.parameters) {
    verify_parameter(parameter, faults);
  }
  for (std::size_t i = 0; i < program.readings.size(); ++i) {
    verify_reading(program, i, faults);
  }
  std::set<FactId> presumed;
  for (Presumption const& presumption : program.presumptions) {
    Fact const& fact = program.facts[presumption.fact.index];
    bool const boolean =
        !presumption.when.has_value() || program.exprs[presumption.when.index].type.kind == TypeKind::boolean;
    faults.require(boolean, Where("presumption of ", fact.info.name), "has a `when` that is no bool");
    faults.require(presumed.insert(presumption.fact).second, Where("presumption of ", fact.info.name), "stands twice");
    bool const scalar = fact.info.type.kind != TypeKind::list && fact.info.type.kind != TypeKind::amount;
    faults.require(scalar, Where("presumption of ", fact.info.name), "is of a list or an amount");
  }
}

}  // namespace hjemmel::ir
