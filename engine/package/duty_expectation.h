// What a case expects of a duty, and how what has become of it differs from that.
//
// In: the mapping under `expect` in a case file, and what the package answers. Out: one line a difference. Only what is written
// is compared. Tested in tests/golden/duties.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/duties.h"
#include "engine/package/expectation.h"

namespace hjemmel::package {

struct DutyExpectation {
  std::optional<std::string> status;
  std::optional<std::string> due;    // ISO date, or `none`
  std::optional<NameList> missing;   // in order
  std::optional<NameList> possible;  // as sets
};

// Nothing when the mapping has a fault.
[[nodiscard]] std::optional<DutyExpectation> read_duty_expectation(document::Node const& node, diag::Sink& sink);

// Empty when it is as expected. Each line begins with the duty's name.
[[nodiscard]] std::vector<std::string> differences(DutyExpectation const& expected, eval::DutyOutcome const& got);

}  // namespace hjemmel::package
