// The facts of an interview: read for one or several packages, begun, and given an answer.
//
// Private to this folder. In: facts as YAML or JSON, whose keys may be those of several schemas. Out: the document with the
// answer in it, which every package still reads; where one does not, its findings.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/ask.h"
#include "engine/document/node.h"
#include "engine/eval/facts.h"
#include "engine/ir/program.h"

namespace hjemmel::api {

using Programs = std::span<ir::Program const* const>;

struct ReadFacts {
  std::optional<document::Node> root;
  std::vector<eval::Case> cases;  // by program; none on failure: see findings
  Findings findings;

  [[nodiscard]] bool is_good() const { return !cases.empty(); }
};

// One program reads the whole document; several read each the keys of their schema.
[[nodiscard]] ReadFacts read_facts(Programs programs, FactsText const& text);

[[nodiscard]] InterviewFacts start_facts(Programs programs, std::optional<FactsText> const& text,
                                         std::optional<std::string> const& at);
[[nodiscard]] InterviewFacts enter_answer(Programs programs, FactsText const& text, std::string const& path,
                                          std::string_view answer);

}  // namespace hjemmel::api
