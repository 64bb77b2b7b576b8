// A package that states grounds for facts about health is decided once more with traces: they tell which of the facts were read.
#include "engine/api/entitlement_page.h"

#include <algorithm>

#include "engine/api/health_facts.h"
#include "engine/base/hash.h"
#include "engine/eval/decide.h"
#include "engine/explain/html_entitlements.h"

namespace hjemmel::api {
namespace {

std::vector<explain::HealthFact> health_facts_of(Package const& package, eval::Case const& facts) {
  package::LoadedPackage const& loaded = package.loaded();
  if (loaded.manifest.health.empty()) {
    return {};
  }
  std::vector<eval::DecisionTrace> traces;
  for (eval::ServicePlan const& service : loaded.plan.services) {
    static_cast<void>(eval::decide(loaded.plan, facts, service.decision, &traces.emplace_back()));
  }
  for (eval::DutyPlan const& duty : loaded.plan.duties) {
    if (!duty.owed_to.empty()) {
      static_cast<void>(eval::decide(loaded.plan, facts, duty.decision, &traces.emplace_back()));
    }
  }
  return health_facts_read(package, facts, traces);
}

void add_used(Package const& package, eval::Case const& facts, explain::ListedPackage& listed) {
  for (UsedInfo const& one : package.about().used) {
    listed.used.push_back({one.alias, one.package, one.version, one.digest});
  }
  listed.health_facts = health_facts_of(package, facts);
}

}  // namespace

std::string entitlement_page(explain::EntitlementDocument document, Packages const& packages,
                             std::vector<eval::Case> const& cases, std::string_view facts, explain::Language language) {
  for (std::size_t i = 0; i < packages.size(); ++i) {
    auto const listed = std::find_if(
        document.packages.begin(), document.packages.end(),
        [&](explain::ListedPackage const& each) { return each.program == &packages[i]->loaded().program; });
    if (listed != document.packages.end()) {
      add_used(*packages[i], cases[i], *listed);
    }
  }
  return explain::entitlements_page(document, "sha256:" + base::sha256(facts), language);
}

}  // namespace hjemmel::api
