// One look at every fact and every field.
#include "engine/ir/fact_enums.h"

namespace hjemmel::ir {

std::vector<bool> enums_of_facts(Program const& program) {
  std::vector<bool> found(program.enums.size());
  auto const note = [&](Type const& type) {
    if (type.enumeration.has_value()) {
      found[type.enumeration.index] = true;
    }
  };
  for (Fact const& fact : program.facts) {
    note(fact.info.type);
  }
  for (Record const& record : program.records) {
    for (Field const& field : record.fields) {
      note(field.info.type);
    }
  }
  return found;
}

}  // namespace hjemmel::ir
