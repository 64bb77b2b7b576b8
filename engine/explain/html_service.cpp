// One service in a card: its state, who provides it, what it gives, and what it hangs on.
#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/period_words.h"
#include "engine/explain/service_words.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string_view look_of(eval::ServiceState state) {
  switch (state) {
    case eval::ServiceState::entitled:
      return "good";
    case eval::ServiceState::may_be_given:
      return "way";
    case eval::ServiceState::unknown:
      return "open";
    case eval::ServiceState::not_offered:
      return "plain";
    case eval::ServiceState::refused:
    case eval::ServiceState::error:
      break;
  }
  return "bad";
}

void write_given(ListedService const& listed, HtmlParts const& parts) {
  if (listed.service->gives.empty()) {
    return;
  }
  parts.out.element("dt", parts.page.gives);
  for (ir::Given const& given : listed.service->gives) {
    parts.out.element("dd", given_phrase(given, parts.program(), parts.text()));
  }
}

void write_offer(ListedService const& listed, HtmlParts const& parts) {
  eval::Entitlement const& entitlement = listed.entitlement;
  if (entitlement.offered) {
    std::string const truth = truth_phrase(entitlement.offered->truth, entitlement.offered->unknowns, parts.text());
    write_pair(parts.page.offered_in, offered_places(listed, parts.text()) + ": " + truth, parts);
  }
  if (entitlement.in_force) {
    Language const language = parts.text().names.language();
    std::string const truth = truth_phrase(entitlement.in_force->truth, entitlement.in_force->unknowns, parts.text());
    write_pair(parts.page.in_force, localized(period_words(*listed.service->period, language), language) + ": " + truth,
               parts);
  }
}

bool has_particulars(ListedService const& listed) {
  eval::Entitlement const& entitlement = listed.entitlement;
  return entitlement.state == eval::ServiceState::unknown || !entitlement.provider.empty() ||
         !listed.service->gives.empty() || entitlement.offered || entitlement.in_force;
}

void write_particulars(std::size_t service, ServicesPage const& page) {
  ListedService const& listed = page.document.services[service];
  if (!has_particulars(listed)) {
    return;
  }
  HtmlParts const& parts = page.parts_of(listed.package);
  auto const list = parts.out.in("dl", {{"class", "pairs"}});
  write_missing(service, page);
  if (!listed.entitlement.provider.empty()) {
    write_pair(parts.page.provider, parts.text().names.word(listed.entitlement.provider), parts);
  }
  write_given(listed, parts);
  write_offer(listed, parts);
}

// Why it is not offered, and what went wrong.
void write_said(eval::Entitlement const& entitlement, HtmlParts const& parts) {
  std::vector<std::string> const why = not_offered_phrases(entitlement, parts.text().words);
  if (!why.empty()) {
    write_paragraph(join(why, parts.text().words.and_word), "said", parts);
  } else if (!entitlement.reason.empty()) {
    parts.out.element("p", entitlement.reason, {{"class", "said"}});
  }
}

}  // namespace

void write_service(std::size_t service, ServicesPage const& page) {
  ListedService const& listed = page.document.services[service];
  HtmlParts const& parts = page.parts_of(listed.package);
  std::string const anchor = anchor_of_service(service);
  std::string const look(eval::service_state_name(listed.entitlement.state));
  auto const card = parts.out.in("article", {{"class", "card service " + look}, {"aria-labelledby", anchor}});
  parts.out.element("h3", service_name(service, page), {{"id", anchor}});
  write_state_and_origin(look_of(listed.entitlement.state), state_word(listed.entitlement.state, page), listed.package,
                         listed.entitlement.service, page);
  write_said(listed.entitlement, parts);
  write_refusal(service, page);
  write_particulars(service, page);
  write_criteria(service, page);
  if (!listed.entitlement.exact) {
    parts.out.element("p", capitalized(parts.text().words.may_hold_too_much), {{"class", "small quiet said"}});
  }
  if (!refusal_rests_on_service(listed.entitlement)) {
    write_law(listed.entitlement.citations, {anchor, service_name(service, page)}, parts);
  }
}

}  // namespace hjemmel::explain
