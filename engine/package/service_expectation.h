// What a case expects of a service, and how its entitlement differs from it.
//
// In: the mapping under `expect` in a case file, and what the package answers. Out: one line a difference. Only what is written
// is compared. Tested in tests/unit/package/service_expectation_test.cpp and tests/golden/package.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/entitle.h"
#include "engine/package/expectation.h"

namespace hjemmel::package {

struct ServiceExpectation {
  std::optional<eval::ServiceState> status;
  std::optional<NameList> failed;   // compared as sets, like `possible`
  std::optional<NameList> missing;  // in order
  std::optional<std::vector<eval::ServiceState>> possible;
};

// Nothing when the mapping has a fault.
[[nodiscard]] std::optional<ServiceExpectation> read_service_expectation(document::Node const& node,
                                                                         ir::Service const& service, diag::Sink& sink);

// Empty when the entitlement is as expected. Each line begins with the service's name.
[[nodiscard]] std::vector<std::string> differences(ServiceExpectation const& expected, eval::Entitlement const& got);

}  // namespace hjemmel::package
