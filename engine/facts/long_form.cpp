// Keys of the long form, and who may judge.
#include "engine/facts/long_form.h"

#include <algorithm>
#include <array>

#include "engine/base/date.h"
#include "engine/base/nearest_name.h"

namespace hjemmel::facts {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;

bool is_long_key(std::string_view key) { return key == "value" || key == "by" || key == "known_on" || key == "from"; }

// A word or a date that stands under `by`, `known_on` or `from`.
bool read_word(document::Entry const& entry, Slot const& slot, std::string& word, diag::Sink& sink) {
  if (entry.value.kind != NodeKind::scalar || entry.value.text.empty() || entry.value.is_plain("null") ||
      entry.value.is_plain("~")) {
    sink.add(Kind::fact_wrong_long_form, entry.value.span,
             "`" + entry.key + "` of `" + slot.path + "` is one word or text",
             "leave the key out where this is not known");
    return false;
  }
  if (entry.key == "known_on" && !base::parse_date(entry.value.text)) {
    sink.add(Kind::fact_not_a_date, entry.value.span,
             quote(entry.value.text) + " for `known_on` of `" + slot.path + "` is not a date",
             "write year, month and day with all zeros, as in `2026-03-01`");
    return false;
  }
  word = entry.value.text;
  return true;
}

void report_key(document::Entry const& entry, Slot const& slot, diag::Sink& sink) {
  std::array const names{std::string("value"), std::string("by"), std::string("known_on"), std::string("from")};
  std::string const nearest = base::nearest_name(entry.key, names);
  sink.add(Kind::fact_wrong_long_form, entry.key_span, quote(entry.key) + " says nothing about `" + slot.path + "`",
           nearest.empty() ? "the long form of a fact has `value`, `by`, `known_on` and `from`"
                           : "did you mean `" + nearest + "`?");
}

bool read_entry(document::Entry const& entry, Slot const& slot, LongForm& form, diag::Sink& sink) {
  if (!is_long_key(entry.key)) {
    report_key(entry, slot, sink);
    return false;
  }
  if (entry.key == "value") {
    form.value = &entry.value;
    return true;
  }
  if (entry.key == "by") {
    form.by_span = entry.value.span;
  }
  std::string& word = entry.key == "by"     ? form.origin.by
                      : entry.key == "from" ? form.origin.from
                                            : form.origin.known_on;
  return read_word(entry, slot, word, sink);
}

struct Judges {
  std::vector<std::string> const* by = nullptr;  // empty: anybody
  std::vector<std::string> const* not_by = nullptr;
};

// The package's `assessment` replaces what the schema says.
Judges judges_of(std::uint32_t fact, std::uint32_t field, ir::Program const& program) {
  for (ir::Assessment const& assessment : program.assessments) {
    if (assessment.is_of(ir::FactId(fact), field)) {
      return {&assessment.by, &assessment.not_by};
    }
  }
  ir::Fact const& of = program.facts[fact];
  return {field == kWholeFact ? &of.judged_by : &program.records[of.info.type.record.index].fields[field].judged_by,
          nullptr};
}

bool is_assessment(std::uint32_t fact, std::uint32_t field, ir::Program const& program) {
  ir::Fact const& of = program.facts[fact];
  return field == kWholeFact ? of.assessment : program.records[of.info.type.record.index].fields[field].assessment;
}

bool has(std::vector<std::string> const& names, std::string const& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool is_long_form(Node const& node) {
  return node.kind == NodeKind::mapping &&
         std::any_of(node.entries.begin(), node.entries.end(),
                     [](document::Entry const& entry) { return is_long_key(entry.key); });
}

std::optional<LongForm> read_long_form(Node const& node, Slot const& slot, diag::Sink& sink) {
  LongForm form;
  bool good = true;
  for (document::Entry const& entry : node.entries) {
    good = read_entry(entry, slot, form, sink) && good;
  }
  if (form.value == nullptr) {
    sink.add(Kind::fact_wrong_long_form, node.span, "the long form of `" + slot.path + "` lacks its value",
             "add `value: …`, or `value: unknown` where it was asked but is not known");
    return std::nullopt;
  }
  return good ? std::optional(form) : std::nullopt;
}

bool became_known_later(LongForm const& form, Reading const& reading) {
  auto const known_on = base::parse_date(form.origin.known_on);
  return reading.as_known_on && known_on && *known_on > *reading.as_known_on;
}

bool may_judge(std::uint32_t fact, std::uint32_t field, Slot const& slot, LongForm const& form, Reading& reading) {
  Judges const judges = judges_of(fact, field, reading.program);
  std::string const& by = form.origin.by;
  if (!is_assessment(fact, field, reading.program) || by.empty()) {
    return true;
  }
  std::string const name = "`" + slot.path + "` is ";
  if (judges.not_by != nullptr && has(*judges.not_by, by)) {
    reading.sink.add(Kind::fact_judged_by_another, form.by_span,
                     name + "not judged by " + one_of(*judges.not_by) + ", so this assessment by " + quote(by) +
                         " counts as not asked",
                     "leave the fact out until somebody else has judged it");
    return false;
  }
  if (judges.by->empty() || has(*judges.by, by)) {
    return true;
  }
  std::string const nearest = base::nearest_name(by, *judges.by);
  reading.sink.add(
      Kind::fact_judged_by_another, form.by_span,
      name + "judged by " + one_of(*judges.by) + ", so this assessment by " + quote(by) + " counts as not asked",
      nearest.empty() ? "leave the fact out until one of them has judged it" : "did you mean `" + nearest + "`?");
  return false;
}

}  // namespace hjemmel::facts
