// The page of entitlements: what it needs besides the answer to each service.
//
// Private to this folder. In: an entitlements document with the packages and cases that it was made from. Out: HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/api/entitlement_document.h"

namespace hjemmel::api {

// `cases`: by package; `facts`: the text that they were read from.
[[nodiscard]] std::string entitlement_page(explain::EntitlementDocument document, Packages const& packages,
                                           std::vector<eval::Case> const& cases, std::string_view facts,
                                           explain::Language language);

}  // namespace hjemmel::api
