// Told: what a plan says of its rules and services and never runs, their names, the words of their grounds and what they cite.
//
// It needs nothing of the code, so that a large program's is found while the code is made. In: the program and its sources. Out:
// a part for each rule, ground, decision, service and criterion in the order of the program, with its own words and lists, which
// are then put behind the plan's. Tested through tests/unit/lower.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::lower {

struct Told {
  using Citations = eval::Shared<eval::Citations>;
  struct Rule {
    eval::Words name;
    Citations citations;
  };
  struct Ground {
    eval::Words name;
    eval::Words text;
  };
  struct Service {
    eval::Words name;
    eval::Words provider;
    Citations citations;
  };
  struct Criterion {
    eval::Words name;
    Citations citations;
  };

  std::string words;                       // in which the parts' words lie
  std::vector<eval::Citations> citations;  // to which their citations point
  std::vector<Rule> rules;
  std::vector<Ground> grounds;       // of the rules, one rule's after another's
  std::vector<Citations> decisions;  // what each cites
  std::vector<Service> services;
  std::vector<Criterion> criteria;  // of the services, likewise
};

[[nodiscard]] Told told_of(ir::Program const& program, source::Sources const& sources);

// Into a plan that has all these parts and no citations yet.
void put_in(Told told, eval::Plan& plan);

}  // namespace hjemmel::lower
