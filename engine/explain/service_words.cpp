// The words are those of words.h; names come from the package.
#include "engine/explain/service_words.h"

#include "engine/explain/figure.h"

namespace hjemmel::explain {
namespace {

std::string feature_text(ir::GivenFeature const& feature, ir::Program const& program, TextParts const& parts) {
  Words const& words = parts.words;
  std::string const name = parts.names.word(feature.name) + ": ";
  if (!feature.one_of.empty()) {
    return name + join(parts.names.words(feature.one_of), words.or_word);
  }
  std::string const figure = people_figure(feature.value, feature.type, program, words);
  std::string_view const pattern = feature.kind == ir::BoundKind::exactly    ? words.exactly
                                   : feature.kind == ir::BoundKind::at_least ? words.at_least
                                                                             : words.at_most;
  return name + phrase(pattern, figure);
}

}  // namespace

std::string_view service_state_words(eval::ServiceState state, Words const& words) {
  switch (state) {
    case eval::ServiceState::entitled:
      return words.service_entitled;
    case eval::ServiceState::may_be_given:
      return words.service_may_be_given;
    case eval::ServiceState::not_offered:
      return words.service_not_offered;
    case eval::ServiceState::refused:
      return words.service_refused;
    case eval::ServiceState::unknown:
      return words.service_unknown;
    case eval::ServiceState::error:
      return words.error;
  }
  return words.error;
}

std::string_view service_state_words(eval::Entitlement const& entitlement, Words const& words) {
  bool const is_open = entitlement.state == eval::ServiceState::unknown;
  return is_open && !entitlement.may_still_be_given() ? words.service_not_given
                                                      : service_state_words(entitlement.state, words);
}

std::string service_title(ListedService const& listed, Names const& names) {
  std::string const label = names.label(listed.service->label);
  return label.empty() ? names.word(listed.entitlement.service) : label;
}

std::string given_phrase(ir::Given const& given, ir::Program const& program, TextParts const& parts) {
  std::string features;
  for (ir::GivenFeature const& feature : given.features) {
    features += (features.empty() ? " (" : ", ") + feature_text(feature, program, parts);
  }
  return parts.names.word(given.name) + features + (features.empty() ? "" : ")");
}

std::string offered_places(ListedService const& listed, TextParts const& parts) {
  std::vector<std::string> places;
  for (std::string const& place : listed.service->places) {
    places.push_back(parts.names.any_value(place));
  }
  return join(places, parts.words.and_word);
}

std::string open_fact(std::string const& path, TextParts const& parts) {
  std::string label = parts.names.fact_label(path);
  return label.empty() ? path : label;
}

std::string truth_phrase(eval::Truth truth, std::vector<std::string> const& unknowns, TextParts const& parts) {
  std::vector<std::string> open;
  for (std::string const& unknown : unknowns) {
    open.push_back(open_fact(unknown, parts));
  }
  std::string text(truth_words(truth, parts.words));
  return open.empty() ? text : text + "; " + phrase(parts.words.unknown_are, join(open, parts.words.and_word));
}

std::vector<std::string> not_offered_phrases(eval::Entitlement const& entitlement, Words const& words) {
  std::vector<std::string> phrases;
  for (std::string const& why : entitlement.not_offered_for) {
    phrases.emplace_back(why == "place" ? words.not_offered_here : words.not_offered_now);
  }
  return phrases;
}

}  // namespace hjemmel::explain
