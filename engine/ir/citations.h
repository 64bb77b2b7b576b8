// Every citation of a program, in whatever declaration it stands.
//
// In: a program, those of the packages that it uses included. Out: a visit to each citation; a declaration that `check` writes out
// several times is visited several times, with the same span. A new declaration that cites is added here. Tested through
// tests/golden/lint and tests/golden/sources.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::ir {

// Calls `visit(Citation const&)`.
template <class Visit>
void each_citation(Program const& program, Visit visit) {
  auto const all = [&](Citations const& citations) { std::for_each(citations.begin(), citations.end(), visit); };
  auto const of_each = [&](auto const& declarations) {
    for (auto const& one : declarations) {
      all(one.citations);
    }
  };
  for (Table const& table : program.tables) {
    all(table.citations);
    of_each(table.rows);
    if (table.undetermined) {
      all(table.undetermined->citations);
    }
  }
  for (Reading const& reading : program.readings) {
    of_each(reading.choices);
  }
  for (Service const& service : program.services) {
    all(service.citations);
    of_each(service.criteria);
  }
  of_each(program.definitions);
  of_each(program.parameters);
  of_each(program.presumptions);
  of_each(program.assessments);
  of_each(program.decisions);
  of_each(program.rules);
  of_each(program.duties);
}

}  // namespace hjemmel::ir
