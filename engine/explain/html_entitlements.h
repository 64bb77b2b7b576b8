// The entitlements of one person as a page of its own: services by state, duties, questions, sources, and the packages.
//
// In: an entitlements document and the digest of the facts that it was made from. Out: one HTML document that asks for nothing
// else. It holds no value of a fact but the ends of one that is known within a range: what is known shows in criteria, what is
// not in questions. The same input gives the same bytes. Tested in
// tests/unit/explain/html_entitlements_test.cpp, tests/golden/page and, in a browser, tests/page.
#pragma once

#include <string>

#include "engine/explain/entitlements.h"
#include "engine/explain/words.h"

namespace hjemmel::explain {

// `facts_digest`: `sha256:…`, of the facts' text; may be empty.
[[nodiscard]] std::string entitlements_page(EntitlementDocument const& document, std::string const& facts_digest,
                                            Language language);

}  // namespace hjemmel::explain
