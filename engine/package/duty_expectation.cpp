// Reads and compares what a case expects of a duty.
#include "engine/package/duty_expectation.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/base/date.h"
#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using document::Node;
using eval::DutyState;

constexpr std::array<std::string_view, 4> kKeys{"status", "due", "missing", "possible"};
constexpr std::array kStates{DutyState::not_owed, DutyState::open,    DutyState::done, DutyState::done_late,
                             DutyState::missed,   DutyState::unknown, DutyState::error};
constexpr std::string_view kNone = "none";

bool is_state(Word const& word, std::string_view key, diag::Sink& sink) {
  NameList names;
  for (DutyState const state : kStates) {
    names.emplace_back(eval::duty_state_name(state));
  }
  if (std::find(names.begin(), names.end(), word.text) != names.end()) {
    return true;
  }
  sink.add(diag::Kind::case_unknown_name, word.span,
           "`" + word.text + "` under `" + std::string(key) + "` is not a state that a duty can have",
           suggest(word.text, names));
  return false;
}

bool is_day(Word const& word, diag::Sink& sink) {
  if (word.text == kNone || base::parse_date(word.text)) {
    return true;
  }
  sink.add(diag::Kind::document_wrong_form, word.span, "`" + word.text + "` is not a day",
           "write it as in `2026-05-04`, or `none`");
  return false;
}

std::string due_text(eval::DutyOutcome const& got) {
  if (!got.due) {
    return std::string(kNone);
  }
  std::string const day = base::to_string(base::Date{*got.due});
  return got.due_to ? day + " .. " + base::to_string(base::Date{*got.due_to}) : day;
}

std::string listed(NameList const& names) { return names.empty() ? std::string(kNone) : join_names(names, ", "); }

void compare(std::optional<std::string> const& expected, std::string const& got, std::string const& place,
             std::vector<std::string>& lines) {
  if (expected && *expected != got) {
    lines.push_back(place + ": expected `" + *expected + "`, got `" + got + "`");
  }
}

}  // namespace

std::optional<DutyExpectation> read_duty_expectation(Node const& node, diag::Sink& sink) {
  DutyExpectation expected;
  bool good = has_only_keys(node, kKeys, "an expected duty", sink);
  if (Node const* const status = node.find("status")) {
    auto const word = read_word(*status, "status", sink);
    good = word && is_state(*word, "status", sink) && good;
    expected.status = word ? std::optional(word->text) : std::nullopt;
  }
  if (Node const* const due = node.find("due")) {
    auto const word = read_word(*due, "due", sink);
    good = word && is_day(*word, sink) && good;
    expected.due = word ? std::optional(word->text) : std::nullopt;
  }
  for (std::string_view const key : {"missing", "possible"}) {
    Node const* const value = node.find(key);
    auto const words = value == nullptr ? std::nullopt : read_words(*value, key, sink);
    if (value == nullptr) {
      continue;
    }
    good = words.has_value() && good;
    NameList& into = (key == "missing" ? expected.missing : expected.possible).emplace();
    for (Word const& word : words.value_or(std::vector<Word>())) {
      good = (key == "missing" || is_state(word, key, sink)) && good;
      into.push_back(word.text);
    }
  }
  return good ? std::optional(expected) : std::nullopt;
}

std::vector<std::string> differences(DutyExpectation const& expected, eval::DutyOutcome const& got) {
  std::vector<std::string> lines;
  std::string const place = got.duty + ": ";
  compare(expected.status, std::string(eval::duty_state_name(got.state)), place + "status", lines);
  compare(expected.due, due_text(got), place + "due", lines);
  NameList missing;
  for (eval::Missing const& one : got.missing) {
    missing.push_back(missing_name(one));
  }
  if (expected.missing && *expected.missing != missing) {
    lines.push_back(place + "missing: expected " + listed(*expected.missing) + ", got " + listed(missing));
  }
  NameList possible;
  for (DutyState const state : got.possible) {
    possible.emplace_back(eval::duty_state_name(state));
  }
  auto const as_set = [](NameList const& names) { return std::set<std::string>(names.begin(), names.end()); };
  if (expected.possible && as_set(*expected.possible) != as_set(possible)) {
    lines.push_back(place + "possible: expected " + listed(*expected.possible) + ", got " + listed(possible));
  }
  return lines;
}

}  // namespace hjemmel::package
