// Which facts about health the decisions of one case read, and on what ground the package reads them.
//
// Private to this folder. In: the package's manifest and the traces of what was decided. Out: for `health_facts` of the documents.
#pragma once

#include <vector>

#include "engine/api/package_data.h"
#include "engine/eval/facts.h"
#include "engine/eval/trace.h"
#include "engine/explain/document.h"

namespace hjemmel::api {

// In the manifest's order; only facts that the case gives a value or a range and that a decision among `traces` read.
[[nodiscard]] std::vector<explain::HealthFact> health_facts_read(Package const& package, eval::Case const& facts,
                                                                 std::vector<eval::DecisionTrace> const& traces);

}  // namespace hjemmel::api
