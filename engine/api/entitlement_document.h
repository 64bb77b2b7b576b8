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
// `cases`: by package. The services and their questions; what has become of the duties, which takes the most time, comes after.
[[nodiscard]] explain::EntitlementDocument services_document(Packages const& packages,
                                                             std::vector<eval::Case> const& cases);
void add_duties(Packages const& packages, std::vector<eval::Case> const& cases, explain::EntitlementDocument& document);
// Of one that the document lists, its place among `packages`: those without services and duties are left out there.
[[nodiscard]] std::size_t package_of(Packages const& packages, explain::EntitlementDocument const& document,
                                     std::size_t listed);
[[nodiscard]] Entitlements told(explain::EntitlementDocument const& document, explain::Language language);

}  // namespace hjemmel::api
