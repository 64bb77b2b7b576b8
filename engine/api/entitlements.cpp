// Many packages, one person: the facts are split by schema, each service is answered, and the questions are put in one order.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/api/entitlement_document.h"
#include "engine/api/entitlement_page.h"
#include "engine/api/interview_facts.h"
#include "engine/api/question.h"

namespace hjemmel::api {
namespace {

bool is_owed_to_somebody(eval::DutyPlan const& duty) { return !duty.owed_to.empty(); }

void add_services(Package const& package, eval::Case const& facts, explain::EntitlementDocument& document) {
  package::LoadedPackage const& loaded = package.loaded();
  PackageInfo const& about = package.about();
  std::vector<eval::DutyPlan> const& duties = loaded.plan.duties;
  if (loaded.program.services.empty() && std::none_of(duties.begin(), duties.end(), is_owed_to_somebody)) {
    return;
  }
  document.packages.push_back({about.name, about.version, about.digest, date_of(loaded.program.as_of, facts),
                               date_of(loaded.program.decided_on, facts), &loaded.program, jurisdictions_of(package)});
  for (std::uint32_t at = 0; at < loaded.plan.services.size(); ++at) {
    document.services.push_back(
        {document.packages.size() - 1, &loaded.program.services[at], eval::entitle(loaded.plan, facts, at)});
  }
}

EntitlementsResult ask(Packages const& packages, FactsText const& text, EntitlementsOptions const& options) {
  if (std::string why = refuse_date(options.at); !why.empty()) {
    return failed<EntitlementsResult>(Failure::use, why);
  }
  ReadFacts read = read_facts(programs_of(packages), text);
  EntitlementsResult result;
  result.findings = std::move(read.findings);
  if (result.findings.has_errors()) {
    result.failure = Failure::input;
    return result;
  }
  for (std::size_t i = 0; i < packages.size(); ++i) {
    fill_date(packages[i]->loaded().program, options.at, read.cases[i]);
  }
  explain::EntitlementDocument document = services_document(packages, read.cases);
  add_duties(packages, read.cases, document);
  result.answer = told(document, language_of(options.language));
  if (options.page) {
    result.answer->page =
        entitlement_page(std::move(document), packages, read.cases, text.text, language_of(options.language));
  }
  return result;
}

FoldersResult find(std::string const& root) {
  namespace fs = std::filesystem;
  FoldersResult result;
  std::error_code fault;
  for (fs::recursive_directory_iterator at(root, fault); !fault && at != fs::recursive_directory_iterator();
       at.increment(fault)) {
    if (at->path().filename() == "package.yaml") {
      result.folders.push_back(at->path().parent_path().string());
    }
  }
  if (fault) {
    return failed<FoldersResult>(Failure::world, "`" + root + "` cannot be searched for packages: " + fault.message());
  }
  std::sort(result.folders.begin(), result.folders.end());
  return result;
}

}  // namespace

std::vector<ir::Program const*> programs_of(Packages const& packages) {
  std::vector<ir::Program const*> programs;
  for (auto const& package : packages) {
    programs.push_back(&package->loaded().program);
  }
  return programs;
}

explain::EntitlementDocument services_document(Packages const& packages, std::vector<eval::Case> const& cases) {
  explain::EntitlementDocument document;
  for (std::size_t i = 0; i < packages.size(); ++i) {
    add_services(*packages[i], cases[i], document);
  }
  std::vector<eval::Entitlement const*> all;
  for (explain::ListedService const& listed : document.services) {
    all.push_back(&listed.entitlement);
  }
  document.questions = eval::best_questions(all);
  return document;
}

void add_duties(Packages const& packages, std::vector<eval::Case> const& cases,
                explain::EntitlementDocument& document) {
  for (std::size_t listed = 0; listed < document.packages.size(); ++listed) {
    std::size_t const at = package_of(packages, document, listed);
    eval::Plan const& plan = packages[at]->loaded().plan;
    for (std::uint32_t duty = 0; duty < plan.duties.size(); ++duty) {
      if (is_owed_to_somebody(plan.duties[duty])) {
        document.duties.push_back({listed, eval::duty_outcome(plan, cases[at], duty)});
      }
    }
  }
}

std::size_t package_of(Packages const& packages, explain::EntitlementDocument const& document, std::size_t listed) {
  auto const at = std::find_if(packages.begin(), packages.end(), [&](auto const& package) {
    return &package->loaded().program == document.packages[listed].program;
  });
  return static_cast<std::size_t>(at - packages.begin());
}

Entitlements told(explain::EntitlementDocument const& document, explain::Language language) {
  Entitlements result;
  for (explain::ListedService const& listed : document.services) {
    result.rules_at_fault = result.rules_at_fault || listed.entitlement.state == eval::ServiceState::error;
  }
  for (explain::ListedDuty const& listed : document.duties) {
    result.rules_at_fault = result.rules_at_fault || listed.duty.state == eval::DutyState::error;
  }
  result.json = explain::entitlements_json(document);
  result.text = explain::entitlements_text(document, language);
  result.summary = explain::entitlements_summary(document, language);
  return result;
}

EntitlementsResult entitlements(std::vector<std::shared_ptr<Package const>> const& packages, FactsText const& facts,
                                EntitlementsOptions const& options) {
  return guarded<EntitlementsResult>([&] { return ask(packages, facts, options); });
}

FoldersResult find_packages(std::string const& root) {
  return guarded<FoldersResult>([&] { return find(root); });
}

}  // namespace hjemmel::api
