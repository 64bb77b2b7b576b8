// Counterexample: the cases in which a property fails, for people and for programs.
//
// In: a property as it was tried. Out: the cases side by side with what is decided in each, as text, and as a JSON object whose
// facts can be given to `hjemmel decide`. Private to this folder. Tested in tests/golden/property.
#pragma once

#include <string>

#include "engine/analysis/property.h"

namespace hjemmel::api {

struct ShownCase {
  ir::Program const& program;
  eval::Plan const& plan;
  ir::Property const& property;
  analysis::Counterexample const& found;
  std::string from;  // `the case x, varied`, `a case that was made up (seed 1)`
};

[[nodiscard]] std::string counterexample_text(ShownCase const& shown);
[[nodiscard]] std::string counterexample_json(ShownCase const& shown);

}  // namespace hjemmel::api
