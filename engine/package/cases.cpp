// Reads case files, merges common facts, and runs a case.
#include "engine/package/cases.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/base/utf8.h"
#include "engine/document/read.h"
#include "engine/eval/decide.h"
#include "engine/facts/read_case.h"
#include "engine/package/amendments.h"
#include "engine/package/mapping.h"
#include "engine/package/reading.h"

namespace hjemmel::package {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;

constexpr std::array<std::string_view, 3> kFileKeys{"common", "cases", "amendments"};
constexpr std::array<std::string_view, 7> kCaseKeys{"name", "why", "at", "as_known_on", "facts", "readings", "expect"};

// The names so far and where they stand.
using SeenNames = std::map<std::string, source::Span>;

// Lower-case words with `_`; the letters beyond ASCII are those of any name.
bool is_case_name(std::string_view name) {
  bool good = !name.empty() && name.front() != '_' && (name.front() < '0' || name.front() > '9');
  for (std::size_t at = 0; good && at < name.size();) {
    base::CodePoint const point = base::code_point_at(name, at);
    bool const ascii = (point.value >= U'a' && point.value <= U'z') || (point.value >= U'0' && point.value <= U'9') ||
                       point.value == U'_';
    good = ascii || base::is_name_letter(point.value);
    at += point.length;
  }
  return good;
}

bool check_name(Word const& name, SeenNames& seen, diag::Sink& sink) {
  if (!is_case_name(name.text)) {
    sink.add(
        Kind::document_wrong_form, name.span, "`" + name.text + "` is not the name of a case",
        "write lower-case words joined by `_`, as in `heroin_at_the_limit`; only a to z, digits and `_` stand in them");
    return false;
  }
  auto const [first, is_new] = seen.emplace(name.text, name.span);
  if (!is_new) {
    sink.add({Kind::case_twice,
              name.span,
              "a case is called `" + name.text + "` already",
              "give each case of the package its own name",
              {{first->second, "the first one is here"}}});
  }
  return is_new;
}

// Faults of common facts show once, not once a case. Warnings are kept with the case.
void forward(diag::Sink const& from, PackageCase& one, diag::Sink& sink) {
  for (diag::Diagnostic const& diagnostic : from.all()) {
    if (diag::severity(diagnostic.kind) == diag::Severity::warning) {
      one.warnings.push_back(diagnostic);
      continue;
    }
    bool const told = std::any_of(sink.all().begin(), sink.all().end(), [&](diag::Diagnostic const& other) {
      return other.kind == diagnostic.kind && other.span == diagnostic.span && other.message == diagnostic.message;
    });
    if (!told) {
      sink.add(diagnostic);
    }
  }
}

// `at` or `as_known_on` of a case; false, with a message, when it is no date.
bool read_date(Node const& node, std::string_view key, std::optional<base::Date>& date, diag::Sink& sink) {
  Node const* const value = node.find(key);
  if (value == nullptr) {
    return true;
  }
  auto const word = read_word(*value, std::string(key), sink);
  date = word ? base::parse_date(word->text) : std::nullopt;
  if (word && !date) {
    sink.add(Kind::fact_not_a_date, value->span, "`" + std::string(key) + "` of the case is not a date",
             "write year, month and day with all zeros, as in `2026-05-04`");
  }
  return date.has_value();
}

bool read_facts(Node const& node, Node const* common, LoadedPackage const& package, PackageCase& one,
                diag::Sink& sink) {
  Node nothing;
  nothing.kind = NodeKind::mapping;
  nothing.span = node.span;
  Node const* const own = node.find("facts");
  Node const merged = merge(common == nullptr ? nothing : *common, own == nullptr ? nothing : *own);
  std::optional<base::Date> at;
  std::optional<base::Date> known_on;
  bool const dates = read_date(node, "at", at, sink) && read_date(node, "as_known_on", known_on, sink);
  if (at && !package.program.decided_on.has_value()) {
    sink.add(Kind::case_unknown_name, node.find("at")->span, "the package does not name the fact that holds this date",
             "add `decided on` to the head of the package, or leave `at` out");
    return false;
  }
  diag::Sink local;
  auto facts = facts::read_case(merged, package.program, local, known_on);
  forward(local, one, sink);
  if (!facts || !dates) {
    return false;
  }
  one.facts = *std::move(facts);
  if (at) {
    facts::fill_decision_date(one.facts, package.program, *at);
  }
  return true;
}

// The place of the first thing called `name`; nothing where there is none.
template <class Thing>
std::optional<std::uint32_t> find_named(std::vector<Thing> const& things, std::string const& name) {
  auto const at = std::find_if(things.begin(), things.end(), [&](Thing const& thing) { return thing.name == name; });
  return at == things.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - things.begin()));
}

// What is expected of one decision or service.
bool read_expected_of(document::Entry const& entry, ir::Program const& program, PackageCase& one, diag::Sink& sink) {
  if (auto const service = find_named(program.services, entry.key)) {
    auto const expected = read_service_expectation(entry.value, program.services[*service], sink);
    if (expected) {
      one.expected_services.emplace_back(*service, *expected);
    }
    return expected.has_value();
  }
  if (auto const duty = find_named(program.duties, entry.key)) {
    auto const expected = read_duty_expectation(entry.value, sink);
    if (expected) {
      one.expected_duties.emplace_back(*duty, *expected);
    }
    return expected.has_value();
  }
  auto const decision = find_named(program.decisions, entry.key);
  if (!decision) {
    std::vector<std::string> names;
    for (ir::Decision const& other : program.decisions) {
      names.push_back(other.name);
    }
    std::string const kinds = !program.duties.empty()    ? "a decision, service or duty"
                              : program.services.empty() ? "a decision"
                                                         : "a decision or service";
    sink.add(Kind::case_unknown_name, entry.key_span, "`" + entry.key + "` is not " + kinds + " of this package",
             suggest(entry.key, names));
    return false;
  }
  auto expected = read_expectation(entry.value, program.decisions[*decision], program, sink);
  if (expected) {
    one.expected.emplace_back(*decision, std::move(*expected));
  }
  return expected.has_value();
}

bool read_expected(Node const& node, LoadedPackage const& package, PackageCase& one, diag::Sink& sink) {
  Node const* const expect = node.find("expect");
  if (expect == nullptr || expect->kind != NodeKind::mapping || expect->entries.empty()) {
    sink.add(expect == nullptr ? Kind::document_missing_key : Kind::document_wrong_form,
             expect == nullptr ? node.span : expect->span, "the case expects nothing",
             "write `expect:` and under it the name of a decision with what is expected of it");
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : expect->entries) {
    good = read_expected_of(entry, package.program, one, sink) && good;
  }
  return good;
}

// `readings: {name: choice}`: other choices than the first ones.
bool read_readings(Node const& node, LoadedPackage const& package, PackageCase& one, diag::Sink& sink) {
  Node const* const readings = node.find("readings");
  if (readings == nullptr) {
    return true;
  }
  if (readings->kind != NodeKind::mapping) {
    sink.add(Kind::document_wrong_form, readings->span, "`readings` does not name readings with their choices",
             "write the name of a reading, a colon and the choice");
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : readings->entries) {
    ReadingFault const fault = take_reading(package.program, entry.key, entry.value.text, one.facts);
    if (!fault.message.empty()) {
      sink.add(Kind::case_unknown_name, fault.of_choice ? entry.value.span : entry.key_span, fault.message, fault.help);
      good = false;
    }
  }
  return good;
}

std::optional<PackageCase> read_one(Node const& node, Node const* common, LoadedPackage const& package, SeenNames& seen,
                                    diag::Sink& sink) {
  bool good = has_only_keys(node, kCaseKeys, "a case", sink);
  if (node.kind != NodeKind::mapping) {
    return std::nullopt;
  }
  PackageCase one;
  auto const name = required_word(node, "name", "a case", sink);
  good = name && check_name(*name, seen, sink) && good;
  if (name) {
    one.name = name->text;
    one.span = name->span;
  }
  if (Node const* const why = node.find("why")) {
    auto const text = read_word(*why, "why", sink);
    good = good && text;
    one.why = text ? text->text : "";
  }
  good = read_facts(node, common, package, one, sink) && good;
  good = read_readings(node, package, one, sink) && good;
  good = read_expected(node, package, one, sink) && good;
  return good ? std::optional(std::move(one)) : std::nullopt;
}

void read_file(Node const& root, LoadedPackage const& package, std::shared_ptr<LoadedPackage const> const& amended,
               SeenNames& seen, CaseFiles& out, diag::Sink& sink) {
  Node const* const cases = root.find("cases");
  if (cases == nullptr || cases->kind != NodeKind::sequence || cases->items.empty()) {
    sink.add(cases == nullptr ? Kind::document_missing_key : Kind::document_wrong_form,
             cases == nullptr ? root.span : cases->span, "the file has no cases",
             "write `cases:` and under it a `- name: …` for each");
    ++out.unread_files;
    return;
  }
  for (Node const& item : cases->items) {
    if (auto one = read_one(item, root.find("common"), amended ? *amended : package, seen, sink)) {
      one->amended = amended;
      out.cases.push_back(*std::move(one));
    } else {
      ++out.unread;
    }
  }
}

// The package with the amendments that a case file names; one loading for each set of them.
class AmendedPackages {
 public:
  AmendedPackages(LoadedPackage const& package, source::Sources& sources, diag::Sink& sink)
      : package_(package), sources_(sources), sink_(sink) {}

  // Null: none are named, or (then with a message) they cannot be laid on.
  base::Result<std::shared_ptr<LoadedPackage const>> named_in(Node const& root) {
    Node const* const node = root.find("amendments");
    auto const words = node == nullptr ? std::nullopt : read_words(*node, "amendments", sink_);
    if (!words) {
      return std::shared_ptr<LoadedPackage const>();
    }
    std::vector<std::string> names;
    for (Word const& word : *words) {
      if (word.text.ends_with(".rules") || !stays_inside(word.text)) {
        sink_.add(Kind::file_outside_package, word.span,
                  "`" + word.text + "` is not the name of an amendment of the package",
                  "write the name of a file in its folder `amendments`, without `.rules`");
        return std::shared_ptr<LoadedPackage const>();
      }
      if (!has_amendment(package_.folder, word, sink_)) {
        return std::shared_ptr<LoadedPackage const>();
      }
      names.push_back(word.text);
    }
    auto const known = loaded_.find(names);
    if (known != loaded_.end()) {
      return known->second;
    }
    diag::Sink found;
    auto amended = load(package_.folder.path, sources_, found, names, package_.jurisdictions);
    if (!amended) {
      return amended.error();
    }
    forward_errors(found, sources_, sink_);
    auto const shared =
        *amended ? std::make_shared<LoadedPackage const>(**std::move(amended)) : std::shared_ptr<LoadedPackage const>();
    return loaded_.emplace(std::move(names), shared).first->second;
  }

 private:
  LoadedPackage const& package_;
  source::Sources& sources_;
  diag::Sink& sink_;
  std::map<std::vector<std::string>, std::shared_ptr<LoadedPackage const>> loaded_;
};

}  // namespace

Node merge(Node const& under, Node const& over) {  // NOLINT(misc-no-recursion): as deep as documents, which are capped
  if (under.kind != NodeKind::mapping || over.kind != NodeKind::mapping) {
    return over;
  }
  Node merged = over;
  merged.entries.clear();
  for (document::Entry const& entry : under.entries) {
    auto const same = [&entry](document::Entry const& other) { return other.key == entry.key; };
    auto const other = std::find_if(over.entries.begin(), over.entries.end(), same);
    merged.entries.push_back(other == over.entries.end()
                                 ? entry
                                 : document::Entry{entry.key, other->key_span, merge(entry.value, other->value)});
  }
  for (document::Entry const& entry : over.entries) {
    if (under.find(entry.key) == nullptr) {
      merged.entries.push_back(entry);
    }
  }
  return merged;
}

namespace {

// Whether the case file is about the package just as it is loaded: with these amendments and no others.
bool is_about(Node const& root, LoadedPackage const& package) {
  std::set<std::string> named;
  if (Node const* const node = root.find("amendments")) {
    for (Node const& item : node->items) {
      named.insert(item.text);
    }
  }
  std::set<std::string> laid;
  for (LaidAmendment const& one : package.amendments) {
    laid.insert(one.file);
  }
  return named == laid;
}

// One file. An error of the world comes back; what is wrong in the file is in the sink.
base::Result<bool> read_case_file(Node const& root, LoadedPackage const& package, AmendedPackages& amended,
                                  SeenNames& seen, CaseFiles& out, diag::Sink& sink) {
  if (!package.amendments.empty() && is_about(root, package)) {
    read_file(root, package, nullptr, seen, out, sink);
    return true;
  }
  auto const under = amended.named_in(root);
  if (!under) {
    return under.error().while_doing("laying amendments on the package");
  }
  bool const good = *under || root.find("amendments") == nullptr;
  if (good) {
    read_file(root, package, *under, seen, out, sink);
  } else if (Node const* const cases = root.find("cases"); cases != nullptr && !cases->items.empty()) {
    out.unread += cases->items.size();
  } else {
    ++out.unread_files;
  }
  return good;
}

}  // namespace

base::Result<CaseFiles> read_cases(LoadedPackage const& package, source::Sources& sources, diag::Sink& sink,
                                   WhichCases which) {
  CaseFiles out;
  if (!package.manifest.cases) {
    return out;
  }
  auto const names = list_inside(package.folder, *package.manifest.cases, {".yaml", ".json"}, sink);
  if (!names) {
    return names.error().while_doing("listing the cases");
  }
  SeenNames seen;
  AmendedPackages amended(package, sources, sink);
  for (std::string const& name : *names) {
    auto const file = read_inside(package.folder, Word{name, package.manifest.cases->span}, sources, sink);
    if (!file) {
      return file.error().while_doing("reading the cases");
    }
    if (!*file) {
      continue;
    }
    auto const format = name.ends_with(".json") ? document::Format::json : document::Format::yaml;
    auto const root = document::read((*file)->file, format, sources, sink);
    bool const left_out = root && which == WhichCases::of_amendments && !is_about(*root, package);
    if (left_out) {
      continue;
    }
    out.files.push_back(name);
    if (!root || !has_only_keys(*root, kFileKeys, "a case file", sink)) {
      ++out.unread_files;
      continue;
    }
    auto const read = read_case_file(*root, package, amended, seen, out, sink);
    if (!read) {
      return read.error();
    }
  }
  return out;
}

std::vector<std::string> run_case(LoadedPackage const& tested, PackageCase const& one) {
  LoadedPackage const& package = one.amended ? *one.amended : tested;
  std::vector<std::string> lines;
  for (auto const& [decision, expected] : one.expected) {
    eval::Outcome const outcome = eval::decide(package.plan, one.facts, decision);
    auto const found = differences(expected, outcome, package.program.decisions[decision].name);
    lines.insert(lines.end(), found.begin(), found.end());
  }
  for (auto const& [service, expected] : one.expected_services) {
    auto const found = differences(expected, eval::entitle(package.plan, one.facts, service));
    lines.insert(lines.end(), found.begin(), found.end());
  }
  for (auto const& [duty, expected] : one.expected_duties) {
    auto const found = differences(expected, eval::duty_outcome(package.plan, one.facts, duty));
    lines.insert(lines.end(), found.begin(), found.end());
  }
  return lines;
}

}  // namespace hjemmel::package
