// Key order is that of flip_document.h.
#include "engine/explain/flip_document.h"
#include "engine/explain/json_parts.h"

namespace hjemmel::explain {
namespace {

void write_end(std::string_view key, std::string_view flag, std::string const& end, bool included, JsonWriter& json) {
  if (!end.empty()) {
    json.member(key, end);
    json.key(flag);
    json.boolean(included);
  }
}

void write_target(eval::Change const& change, JsonWriter& json) {
  json.key("to");
  json.begin_flat_object();
  json.member("kind", eval::change_kind_name(change.kind));
  if (change.kind == eval::ChangeKind::one_of || change.kind == eval::ChangeKind::other_text) {
    json.member("values", change.values);
  }
  write_end("low", "low_included", change.low, change.low_included, json);
  write_end("high", "high_included", change.high, change.high_included, json);
  if (!change.nearest.empty()) {
    json.member("nearest", change.nearest);
  }
  json.end_object();
}

void write_change(eval::Change const& change, JsonWriter& json) {
  json.begin_object();
  json.member("fact", change.fact);
  json.member("from", change.from);
  if (!change.filled_by.empty()) {
    json.member("filled_by", change.filled_by);
  }
  if (change.assessment) {
    json.key("assessment");
    json.begin_flat_object();
    json.member("by", change.by);
    json.end_object();
  }
  write_target(change, json);
  json.end_object();
}

void write_flip(eval::Flip const& flip, JsonWriter& json) {
  json.begin_object();
  json.key("changes");
  json.begin_array();
  for (eval::Change const& change : flip.changes) {
    write_change(change, json);
  }
  json.end_array();
  json.key("varies");
  json.boolean(flip.varies);
  json.key("outcome");
  write_outcome(flip.outcome, nullptr, json);
  json.end_object();
}

}  // namespace

void write_flips(eval::Flips const& flips, JsonWriter& json) {
  json.begin_object();
  json.member("decision", flips.present.decision);
  if (!flips.option.empty()) {
    json.member("option", flips.option);
  }
  json.member("state", eval::flip_state_name(flips.state));
  json.key("searched");
  json.integer(flips.searched);
  json.key("exact");
  json.boolean(flips.exact);
  json.key("present");
  write_outcome(flips.present, nullptr, json);
  json.key("flips");
  json.begin_array();
  for (eval::Flip const& flip : flips.flips) {
    write_flip(flip, json);
  }
  json.end_array();
  json.end_object();
}

std::string flips_json(std::vector<eval::Flips> const& flips, Layout layout) {
  std::string out;
  JsonWriter json(out, layout);
  json.begin_array();
  for (eval::Flips const& one : flips) {
    write_flips(one, json);
  }
  json.end_array();
  out += '\n';
  return out;
}

}  // namespace hjemmel::explain
