// Lint: what is allowed in rules and is probably a mistake, said before a case runs into it.
//
// In: a package that `check` found no error in. Out: warnings in the sink. A finding is never false: what is not sure is not
// said, so some mistakes stay unsaid. One file a finding; which there are: rules/LANGUAGE.md, section 19. Tested in
// tests/golden/lint and tests/golden/planted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::lint {

struct Named {
  std::string name;
  source::Span span;
};

struct Subject {
  ir::Program const& program;
  eval::Plan const& plan;
  source::Sources const& sources;
  source::Span package_name;                        // in package.yaml
  std::vector<Named> offers;                        // definitions that other packages read
  std::vector<Named> health_grounds;                // health facts for which package.yaml states a ground
  std::vector<Named> health_citations;              // catalogue ids that it states them with
  std::optional<std::vector<std::string>> entries;  // of the law catalogue, ascending; none: the package names none
  std::string catalogue;                            // its name
};

void lint(Subject const& subject, diag::Sink& sink);

}  // namespace hjemmel::lint
