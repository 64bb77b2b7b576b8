// The entitlements of one person as data, before they are written: what `entitlements` and an interview about services share.
//
// Private to this folder.
#pragma once

#include <memory>
#include <vector>

#include "engine/api/package_data.h"
#include "engine/eval/facts.h"
#include "engine/explain/entitlements.h"

namespace hjemmel::api {

using Packages = std::vector<std::shared_ptr<Package const>>;

[[nodiscard]] std::vector<ir::Program const*> programs_of(Packages const& packages);
// `cases`: by package.
[[nodiscard]] explain::EntitlementDocument entitlement_document(Packages const& packages,
                                                                std::vector<eval::Case> const& cases);
[[nodiscard]] Entitlements told(explain::EntitlementDocument const& document, explain::Language language);

}  // namespace hjemmel::api
