// One duty as JSON.
#include "engine/base/date.h"
#include "engine/explain/duties.h"
#include "engine/explain/json_parts.h"

namespace hjemmel::explain {
namespace {

void write_due(eval::DutyOutcome const& duty, JsonWriter& json) {
  if (!duty.due) {
    return;
  }
  std::string const day = base::to_string(base::Date{*duty.due});
  if (!duty.due_to) {
    json.member("due", day);
    return;
  }
  json.key("due");
  json.begin_flat_object();
  json.member("between", std::vector<std::string>{day, base::to_string(base::Date{*duty.due_to})});
  json.end_object();
}

}  // namespace

void write_duty(eval::DutyOutcome const& duty, std::string_view package, JsonWriter& json) {
  json.begin_object();
  json.member("name", duty.duty);
  if (!package.empty()) {
    json.member("package", package);
  }
  json.member("on", duty.on);
  if (!duty.owed_to.empty()) {
    json.member("owed_to", duty.owed_to);
  }
  json.member("state", eval::duty_state_name(duty.state));
  write_due(duty, json);
  json.member("grounds", duty.grounds);
  write_citations(duty.citations, json);
  json.key("missing");
  json.begin_array();
  for (eval::Missing const& missing : duty.missing) {
    json.begin_object();
    write_missing_members(missing, json);
    json.end_object();
  }
  json.end_array();
  std::vector<std::string> possible;
  for (eval::DutyState const state : duty.possible) {
    possible.emplace_back(eval::duty_state_name(state));
  }
  json.member("possible", possible);
  json.key("exact");
  json.boolean(duty.exact);
  if (!duty.reason.empty()) {
    json.member("reason", duty.reason);
  }
  json.end_object();
}

}  // namespace hjemmel::explain
