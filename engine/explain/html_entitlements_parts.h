// The parts of the page of entitlements that html_entitlements.cpp puts together, one file each. Only for
// engine/explain/html_*.cpp.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/entitlements.h"
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {

struct ServicesPage {
  EntitlementDocument const& document;
  std::deque<PageVoice> const& voices;  // by package
  HtmlParts const& frame;               // of no package: head, headings, foot

  [[nodiscard]] HtmlParts const& parts_of(std::size_t package) const { return voices[package].parts; }
};

// What a reader can act on stands before what is closed.
inline constexpr std::array kStatesOnPage{eval::ServiceState::entitled,    eval::ServiceState::may_be_given,
                                          eval::ServiceState::unknown,     eval::ServiceState::refused,
                                          eval::ServiceState::not_offered, eval::ServiceState::error};

// html_entitlements.cpp
[[nodiscard]] std::string anchor_of_service(std::size_t service);    // a place in the document
[[nodiscard]] std::string anchor_of_package(std::size_t package);    // likewise
[[nodiscard]] std::string anchor_of_question(std::size_t question);  // likewise
[[nodiscard]] std::string service_name(std::size_t service, ServicesPage const& page);
// Places of services in the document, in its order.
[[nodiscard]] std::vector<std::size_t> services_in(eval::ServiceState state, ServicesPage const& page);
// The state in a word: what follows its colon explains it.
[[nodiscard]] std::string state_word(eval::ServiceState state, ServicesPage const& page);

[[nodiscard]] std::string counted(std::string_view what, std::size_t count);  // `Refused (3)`
// The state as a badge, the package with a link to the foot, and the name that its rules have for the service or duty.
void write_state_and_origin(std::string_view look, std::string_view state, std::size_t package, std::string const& name,
                            ServicesPage const& page);

// html_service.cpp
void write_service(std::size_t service, ServicesPage const& page);

// html_criteria.cpp
// Whether the authority of the service already stands with what it fails on.
[[nodiscard]] bool refusal_rests_on_service(eval::Entitlement const& entitlement);
// What the service fails on, with the authority of each: its own, or that of the service.
void write_refusal(std::size_t service, ServicesPage const& page);
// All criteria and exclusions but those, folded.
void write_criteria(std::size_t service, ServicesPage const& page);

// html_service_questions.cpp
// Of one service, as pairs with links to the questions of all of them.
void write_missing(std::size_t service, ServicesPage const& page);
void write_shared_questions(ServicesPage const& page);

// html_owed_duties.cpp
void write_owed_duties(ServicesPage const& page);

// html_packages.cpp
void write_packages(ServicesPage const& page);

}  // namespace hjemmel::explain
