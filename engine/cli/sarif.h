// Findings as a SARIF 2.1.0 log, which code reviews and editors read.
//
// In: findings, and what failed besides. Out: one JSON document: each kind once among the rules, with a sentence of help; each
// finding with its place, further places, and a fingerprint that stays when lines move. Tested in tests/golden/sarif and,
// against the official schema, by tests/schema/sarif_test.mjs.
#pragma once

#include <string>
#include <vector>

#include "engine/api/hjemmel.h"

namespace hjemmel::cli {

// `errors`: sentences on what kept the program from its work.
[[nodiscard]] std::string sarif_of(api::Findings const& findings, std::vector<std::string> const& errors);

}  // namespace hjemmel::cli
