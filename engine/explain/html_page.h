// One decided case as a page of its own: outcome, what is missing, the rules as a tree, facts, sources, and what it takes to
// recompute it.
//
// In: an explanation, whose decisions have traces, and the program for labels and titles. Out: one HTML document that asks for
// nothing else: no script, no font, no picture, nothing from the network. All that the traces hold stands on it. The same input
// gives the same bytes. Tested in tests/unit/explain/html_page_test.cpp, tests/golden/page and, in a browser, tests/page.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/explanation.h"
#include "engine/explain/words.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

// What was asked for besides the facts, for the foot of the page.
struct PageQuestion {
  std::string facts_digest;           // `sha256:…`, of the facts' text; may be empty
  std::string as_known_on;            // ISO date; may be empty
  std::vector<std::string> readings;  // `NAME=CHOICE`
};

[[nodiscard]] std::string explanation_page(Explanation const& explanation, PageQuestion const& question,
                                           ir::Program const& program, Language language);

}  // namespace hjemmel::explain
