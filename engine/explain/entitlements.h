// The entitlements of one person under many packages: services with their states, and the questions of all of them in one order.
//
// In: entitlements that the caller owns, with the programs they come from. Out: the document of
// schemas/entitlements.schema.yaml as JSON, and the same for people; as a page: html_entitlements.h. Tested in tests/schema and
// in tests/golden/entitlements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/best_questions.h"
#include "engine/eval/duties.h"
#include "engine/eval/entitle.h"
#include "engine/explain/json.h"
#include "engine/explain/words.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

struct ListedPackage {
  std::string name;
  std::string version;
  std::string digest;
  std::optional<std::string> as_of;  // ISO dates, as in the outcome document
  std::optional<std::string> decided_on;
  ir::Program const* program = nullptr;  // never null
  std::vector<UsedJurisdiction> jurisdictions = {};
  std::vector<UsedPackage> used = {};         // for the page
  std::vector<HealthFact> health_facts = {};  // likewise: read, given, and with the ground that the package states
};

struct ListedService {
  std::size_t package = 0;  // place in EntitlementDocument::packages
  ir::Service const* service = nullptr;
  eval::Entitlement entitlement;
};

// A duty that is owed to somebody.
struct ListedDuty {
  std::size_t package = 0;  // place in EntitlementDocument::packages
  eval::DutyOutcome duty;
};

struct EntitlementDocument {
  std::vector<ListedPackage> packages;
  std::vector<ListedService> services;          // package by package, in written order
  std::vector<ListedDuty> duties;               // likewise
  std::vector<eval::SharedQuestion> questions;  // their services are places in `services`
};

[[nodiscard]] std::string entitlements_json(EntitlementDocument const& document, Layout layout = Layout::indented);
// In short: one line a service, those that are given first; of a refusal the criterion that fails, of an open one what to ask.
// Duties that are not owed are left out.
[[nodiscard]] std::string entitlements_summary(EntitlementDocument const& document,
                                               Language language = Language::english);
[[nodiscard]] std::string entitlements_text(EntitlementDocument const& document, Language language = Language::english);

}  // namespace hjemmel::explain
