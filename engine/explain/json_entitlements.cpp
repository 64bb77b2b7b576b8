// The entitlements document; key order is that of schemas/entitlements.schema.yaml.
#include "engine/explain/duties.h"
#include "engine/explain/entitlements.h"
#include "engine/explain/figure.h"
#include "engine/explain/json_parts.h"

namespace hjemmel::explain {
namespace {

void write_package(ListedPackage const& package, JsonWriter& json) {
  json.begin_object();
  json.member("package", package.name);
  json.member("version", package.version);
  json.member("digest", package.digest);
  write_jurisdictions(package.jurisdictions, json);
  if (package.as_of) {
    json.member("as_of", *package.as_of);
  }
  if (package.decided_on) {
    json.member("decided_on", *package.decided_on);
  }
  json.end_object();
}

void write_label(ir::Label const& label, JsonWriter& json) {
  json.key("label");
  json.begin_flat_object();
  if (!label.en.empty()) {
    json.member("en", label.en);
  }
  if (!label.nb.empty()) {
    json.member("nb", label.nb);
  }
  json.end_object();
}

void write_offer(ListedService const& listed, JsonWriter& json) {
  if (!listed.entitlement.offered) {
    return;
  }
  json.key("offered");
  json.begin_flat_object();
  json.member("in", listed.service->places);
  json.member("truth", eval::truth_name(listed.entitlement.offered->truth));
  json.member("unknowns", listed.entitlement.offered->unknowns);
  json.end_object();
}

void write_time(ListedService const& listed, JsonWriter& json) {
  if (listed.entitlement.in_force) {
    json.key("in_force");
    json.begin_flat_object();
    json.member("period", *listed.service->period);
    json.member("truth", eval::truth_name(listed.entitlement.in_force->truth));
    json.member("unknowns", listed.entitlement.in_force->unknowns);
    json.end_object();
  }
  if (listed.entitlement.state == eval::ServiceState::not_offered) {
    json.member("not_offered_for", listed.entitlement.not_offered_for);
  }
}

void write_criteria(std::vector<eval::CriterionTrace> const& criteria, JsonWriter& json) {
  json.key("criteria");
  json.begin_array();
  for (eval::CriterionTrace const& criterion : criteria) {
    json.begin_object();
    json.member("name", criterion.name);
    json.member("kind", criterion.exclusion ? "exclusion" : "criterion");
    json.member("truth", eval::truth_name(criterion.truth));
    json.member("unknowns", criterion.unknowns);
    write_citations(criterion.citations, json);
    json.end_object();
  }
  json.end_array();
}

void write_feature(ir::GivenFeature const& feature, ir::Program const& program, JsonWriter& json) {
  json.begin_flat_object();
  json.member("name", feature.name);
  if (!feature.one_of.empty()) {
    json.member("one_of", feature.one_of);
  } else {
    json.key(feature.kind == ir::BoundKind::exactly    ? "exactly"
             : feature.kind == ir::BoundKind::at_least ? "at_least"
                                                       : "at_most");
    json.text(machine_figure(feature.value, feature.type, program));
  }
  json.end_object();
}

void write_gives(ListedService const& listed, ir::Program const& program, JsonWriter& json) {
  json.key("gives");
  json.begin_array();
  for (ir::Given const& given : listed.service->gives) {
    json.begin_object();
    json.member("name", given.name);
    json.key("features");
    json.begin_array();
    for (ir::GivenFeature const& feature : given.features) {
      write_feature(feature, program, json);
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_service(ListedService const& listed, ListedPackage const& package, JsonWriter& json) {
  eval::Entitlement const& entitlement = listed.entitlement;
  json.begin_object();
  json.member("service", entitlement.service);
  json.member("package", package.name);
  write_label(listed.service->label, json);
  json.member("provider", entitlement.provider);
  json.key("as_of_right");
  json.boolean(listed.service->as_of_right);
  json.member("state", eval::service_state_name(entitlement.state));
  write_offer(listed, json);
  write_time(listed, json);
  write_criteria(entitlement.criteria, json);
  json.member("failed", entitlement.failed);
  write_gives(listed, *package.program, json);
  write_citations(entitlement.citations, json);
  write_rests_on(entitlement.rests_on, json);
  std::vector<std::string> possible;
  for (eval::ServiceState const state : entitlement.possible) {
    possible.emplace_back(eval::service_state_name(state));
  }
  json.member("possible", possible);
  json.key("exact");
  json.boolean(entitlement.exact);
  if (!entitlement.reason.empty()) {
    json.member("reason", entitlement.reason);
  }
  json.end_object();
}

void write_question(eval::SharedQuestion const& question, EntitlementDocument const& document, JsonWriter& json) {
  json.begin_object();
  write_missing_members(question.missing, json);
  json.key("services");
  json.begin_array();
  for (std::size_t const place : question.services) {
    ListedService const& listed = document.services[place];
    json.begin_flat_object();
    json.member("service", listed.entitlement.service);
    json.member("package", document.packages[listed.package].name);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string entitlements_json(EntitlementDocument const& document, Layout layout) {
  std::string out;
  JsonWriter json(out, layout);
  json.begin_object();
  json.key("packages");
  json.begin_array();
  for (ListedPackage const& package : document.packages) {
    write_package(package, json);
  }
  json.end_array();
  json.key("services");
  json.begin_array();
  for (ListedService const& listed : document.services) {
    write_service(listed, document.packages[listed.package], json);
  }
  json.end_array();
  json.key("missing");
  json.begin_array();
  for (eval::SharedQuestion const& question : document.questions) {
    write_question(question, document, json);
  }
  json.end_array();
  json.key("duties");
  json.begin_array();
  for (ListedDuty const& listed : document.duties) {
    write_duty(listed.duty, document.packages[listed.package].name, json);
  }
  json.end_array();
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace hjemmel::explain
