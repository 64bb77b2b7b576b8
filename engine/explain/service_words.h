// What is said of a service, as phrases that the text and the page of the entitlements share.
//
// In: a service with its answer, and the words of its package. Out: phrases in the language of those words. Tested in
// tests/golden/entitlements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/entitlements.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

[[nodiscard]] std::string_view service_state_words(eval::ServiceState state, Words const& words);
// Of one that is open only between `refused` and `not_offered`: that it is not given.
[[nodiscard]] std::string_view service_state_words(eval::Entitlement const& entitlement, Words const& words);
// What the package calls it.
[[nodiscard]] std::string service_title(ListedService const& listed, Names const& names);
// `support (form: money or goods, length: at most 3 months)`
[[nodiscard]] std::string given_phrase(ir::Given const& given, ir::Program const& program, TextParts const& parts);
[[nodiscard]] std::string offered_places(ListedService const& listed, TextParts const& parts);
// What is open by its label, and by its path where the schema has none.
[[nodiscard]] std::string open_fact(std::string const& path, TextParts const& parts);
// `open; depends on serious`
[[nodiscard]] std::string truth_phrase(eval::Truth truth, std::vector<std::string> const& unknowns,
                                       TextParts const& parts);
// Why it is not offered: `not in this place`.
[[nodiscard]] std::vector<std::string> not_offered_phrases(eval::Entitlement const& entitlement, Words const& words);

// Of each package its version and dates, and whose code it runs. text_entitlements.cpp
void write_package_lines(EntitlementDocument const& document, Words const& words, TextWriter& out);

}  // namespace hjemmel::explain
