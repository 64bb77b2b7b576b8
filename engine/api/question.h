// Steps that every question about one case takes: which decisions, the case as its text says it, and the date decided on.
//
// Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/api/package_data.h"
#include "engine/document/read.h"
#include "engine/eval/facts.h"
#include "engine/explain/document.h"
#include "engine/explain/words.h"

namespace hjemmel::api {

[[nodiscard]] document::Format format_of(FactsText const& facts);
// Why `at` is no date; empty when it is one, or is not given.
[[nodiscard]] std::string refuse_date(std::optional<std::string> const& at);
// Puts the date where the case leaves it out and the program names the fact that holds it.
void fill_date(ir::Program const& program, std::optional<std::string> const& at, eval::Case& facts);
// The ISO date that the case has for the fact; none: there is no fact, or the case does not know it.
[[nodiscard]] std::optional<std::string> date_of(ir::FactId fact, eval::Case const& facts);

// What is asked about one case: which decisions, and the case; where it cannot be asked, why.
struct Question {
  std::vector<std::uint32_t> decisions;  // in the program's order; may be none
  std::optional<eval::Case> facts;       // none on failure
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] Question ask_about(Package const& package, FactsText const& facts, DecideOptions const& options);
// The head of what is written about the case, without its decisions.
[[nodiscard]] std::vector<explain::UsedJurisdiction> jurisdictions_of(Package const& package);
[[nodiscard]] explain::DecisionDocument head_of(Package const& package, eval::Case const& facts);
[[nodiscard]] explain::Language language_of(Language language);
// Conflict, no rule and error are faults of the rules.
[[nodiscard]] bool is_fault(eval::Status status);

// The decisions that were asked for, by number; none where there is none of that name. Those of used packages (`lar.decision`) are told
// beside the package's own `with_used`.
[[nodiscard]] std::vector<std::uint32_t> find_decisions(ir::Program const& program,
                                                        std::optional<std::string> const& name, bool with_used);

}  // namespace hjemmel::api
