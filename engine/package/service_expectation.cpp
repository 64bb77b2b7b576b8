// Reads and compares what a case expects of a service; every name is held against the package.
#include "engine/package/service_expectation.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using document::Node;
using eval::ServiceState;

constexpr std::array<std::string_view, 4> kKeys{"status", "failed", "missing", "possible"};
constexpr std::array kStates{ServiceState::entitled, ServiceState::may_be_given, ServiceState::not_offered,
                             ServiceState::refused,  ServiceState::unknown,      ServiceState::error};

NameList state_names() {
  NameList names;
  for (ServiceState const state : kStates) {
    names.emplace_back(eval::service_state_name(state));
  }
  return names;
}

bool is_among(Word const& word, std::string_view key, NameList const& names, diag::Sink& sink) {
  if (std::find(names.begin(), names.end(), word.text) != names.end()) {
    return true;
  }
  sink.add(diag::Kind::case_unknown_name, word.span,
           "`" + word.text + "` under `" + std::string(key) + "` is not a name that this service can have",
           names.empty() ? "this service has none" : suggest(word.text, names));
  return false;
}

// The names under `key`, each among `names` where they are given; false after a message.
bool read_list(Node const& node, std::string_view key, NameList const* names, std::optional<NameList>& into,
               diag::Sink& sink) {
  Node const* const value = node.find(key);
  if (value == nullptr) {
    return true;
  }
  auto const words = read_words(*value, key, sink);
  bool good = words.has_value();
  into.emplace();
  for (Word const& word : words.value_or(std::vector<Word>())) {
    good = (names == nullptr || is_among(word, key, *names, sink)) && good;
    into->push_back(word.text);
  }
  return good;
}

ServiceState state_named(std::string_view name) {
  return *std::find_if(kStates.begin(), kStates.end(),
                       [&](ServiceState state) { return eval::service_state_name(state) == name; });
}

std::string listed(NameList const& names) { return names.empty() ? "none" : join_names(names, ", "); }

void compare(std::optional<NameList> const& expected, NameList const& got, bool in_order, std::string const& place,
             std::vector<std::string>& lines) {
  if (!expected) {
    return;
  }
  bool const same =
      in_order ? *expected == got : std::set(expected->begin(), expected->end()) == std::set(got.begin(), got.end());
  if (!same) {
    lines.push_back(place + ": expected " + listed(*expected) + ", got " + listed(got));
  }
}

NameList names_of(std::vector<ServiceState> const& states) {
  NameList names;
  for (ServiceState const state : states) {
    names.emplace_back(eval::service_state_name(state));
  }
  return names;
}

}  // namespace

std::optional<ServiceExpectation> read_service_expectation(Node const& node, ir::Service const& service,
                                                           diag::Sink& sink) {
  ServiceExpectation expected;
  bool good = has_only_keys(node, kKeys, "an expected service", sink);
  NameList const states = state_names();
  if (Node const* const status = node.find("status")) {
    auto const word = read_word(*status, "status", sink);
    bool const known = word && is_among(*word, "status", states, sink);
    good = good && known;
    expected.status = known ? std::optional(state_named(word->text)) : std::nullopt;
  }
  NameList criteria;
  for (ir::Criterion const& criterion : service.criteria) {
    criteria.push_back(criterion.name);
  }
  good = read_list(node, "failed", &criteria, expected.failed, sink) && good;
  good = read_list(node, "missing", nullptr, expected.missing, sink) && good;
  std::optional<NameList> possible;
  good = read_list(node, "possible", &states, possible, sink) && good;
  if (!good) {
    return std::nullopt;
  }
  if (possible) {
    expected.possible.emplace();
    for (std::string const& name : *possible) {
      expected.possible->push_back(state_named(name));
    }
  }
  return expected;
}

std::vector<std::string> differences(ServiceExpectation const& expected, eval::Entitlement const& got) {
  std::vector<std::string> lines;
  std::string const place = got.service + ": ";
  if (expected.status && *expected.status != got.state) {
    lines.push_back(place + "status: expected `" + std::string(eval::service_state_name(*expected.status)) +
                    "`, got `" + std::string(eval::service_state_name(got.state)) + "`");
  }
  NameList missing;
  for (eval::Missing const& one : got.missing) {
    missing.push_back(missing_name(one));
  }
  compare(expected.failed, got.failed, false, place + "failed", lines);
  compare(expected.missing, missing, true, place + "missing", lines);
  if (expected.possible) {
    compare(names_of(*expected.possible), names_of(got.possible), false, place + "possible", lines);
  }
  return lines;
}

}  // namespace hjemmel::package
