// Writes the log key by key.
#include "engine/cli/sarif.h"

#include <algorithm>
#include <map>

#include "engine/base/hash.h"
#include "engine/cli/output.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::cli {
namespace {

using explain::JsonWriter;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level(api::Finding const& finding) {
  return finding.severity == api::Severity::error ? "error" : "warning";
}

void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.begin_flat_object();
  json.member("text", text);
  json.end_object();
}

// The bytes that a URI may hold stay; `file://` before what begins at the root.
std::string uri_of(std::string path) {
  constexpr std::string_view kPlain = "-._~/:@!$&'()*+,;=";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  while (path.starts_with("./")) {
    path.erase(0, 2);
  }
  bool const root = path.starts_with('/');
  std::string uri = root ? "file://" : "";
  std::size_t const first = path.find('/');
  for (std::size_t at = 0; at < path.size(); ++at) {
    char const c = path[at];
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    bool const scheme = c == ':' && !root && at < first;  // `a:b` would begin with a scheme
    if ((letter || kPlain.find(c) != std::string_view::npos) && !scheme) {
      uri += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kDigits[byte >> 4U];
    uri += kDigits[byte & 15U];
  }
  return uri;
}

void write_number(JsonWriter& json, std::string_view key, std::uint32_t number) {
  json.key(key);
  json.integer(number);
}

void write_location(JsonWriter& json, api::Place const& place, std::string_view message) {
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_flat_object();
  json.member("uri", uri_of(place.path));
  json.end_object();
  json.key("region");
  json.begin_flat_object();
  write_number(json, "startLine", place.line);
  write_number(json, "startColumn", place.column);
  write_number(json, "endLine", place.end_line);
  write_number(json, "endColumn", place.end_column);
  json.end_object();
  json.end_object();
  if (!message.empty()) {
    write_message(json, "message", message);
  }
  json.end_object();
}

// The kinds that occur, by name, and the place of each among the rules.
std::map<std::string, std::size_t> write_rules(JsonWriter& json, api::Findings const& findings) {
  std::map<std::string, api::Finding const*> kinds;
  for (api::Finding const& finding : findings.all) {
    kinds.emplace(finding.kind, &finding);
  }
  std::map<std::string, std::size_t> places;
  json.key("rules");
  json.begin_array();
  for (auto const& [kind, finding] : kinds) {
    places.emplace(kind, places.size());
    json.begin_object();
    json.member("id", kind);
    write_message(json, "shortDescription", finding->kind_help);
    write_message(json, "help", finding->kind_help);
    json.key("defaultConfiguration");
    json.begin_flat_object();
    json.member("level", level(*finding));
    json.end_object();
    json.end_object();
  }
  json.end_array();
  return places;
}

// Of kind, file, message and marked text, and of how many such came before: the line is not part of it.
std::string fingerprint(api::Finding const& finding, std::map<std::string, std::size_t>& seen) {
  std::string const about = finding.kind + "\n" + uri_of(finding.path) + "\n" + finding.message + "\n" + finding.marked;
  return base::sha256(about + "\n" + std::to_string(seen[about]++));
}

void write_places(JsonWriter& json, api::Finding const& finding) {
  json.key("locations");
  json.begin_array();
  if (!finding.path.empty()) {
    write_location(json, {finding.path, finding.line, finding.column, finding.end_line, finding.end_column}, "");
  }
  json.end_array();
  if (std::any_of(finding.notes.begin(), finding.notes.end(),
                  [](auto const& note) { return !note.place.path.empty(); })) {
    json.key("relatedLocations");
    json.begin_array();
    for (api::FindingNote const& note : finding.notes) {
      if (!note.place.path.empty()) {
        write_location(json, note.place, note.message);
      }
    }
    json.end_array();
  }
}

void write_results(JsonWriter& json, api::Findings const& findings, std::map<std::string, std::size_t> const& rules) {
  std::map<std::string, std::size_t> seen;
  json.key("results");
  json.begin_array();
  for (api::Finding const& finding : findings.all) {
    json.begin_object();
    json.member("ruleId", finding.kind);
    json.key("ruleIndex");
    json.integer(static_cast<std::int64_t>(rules.at(finding.kind)));
    json.member("level", level(finding));
    write_message(json, "message", finding.message + (finding.help.empty() ? "" : "; " + finding.help));
    write_places(json, finding);
    json.key("partialFingerprints");
    json.begin_flat_object();
    json.member("hjemmel/v1", fingerprint(finding, seen));
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_notification(JsonWriter& json, std::string_view text, std::string_view severity) {
  json.begin_object();
  json.member("level", severity);
  write_message(json, "message", text);
  json.end_object();
}

void write_invocation(JsonWriter& json, api::Findings const& findings, std::vector<std::string> const& errors) {
  json.key("invocations");
  json.begin_array();
  json.begin_object();
  json.key("executionSuccessful");
  json.boolean(errors.empty());
  json.key("toolExecutionNotifications");
  json.begin_array();
  for (std::string const& error : errors) {
    write_notification(json, error, "error");
  }
  if (findings.not_shown > 0) {
    write_notification(json, "and " + std::to_string(findings.not_shown) + " more findings that are not shown", "note");
  }
  json.end_array();
  json.end_object();
  json.end_array();
}

}  // namespace

std::string sarif_of(api::Findings const& findings, std::vector<std::string> const& errors) {
  std::string out;
  JsonWriter json(out, explain::Layout::indented);
  std::string const version = version_line();
  json.begin_object();
  json.member("$schema", kSchema);
  json.member("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.member("name", "hjemmel");
  json.member("version", version.substr(version.rfind(' ') + 1));
  auto const rules = write_rules(json, findings);
  json.end_object();
  json.end_object();
  json.member("columnKind", "unicodeCodePoints");
  write_invocation(json, findings, errors);
  write_results(json, findings, rules);
  json.end_object();
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace hjemmel::cli
