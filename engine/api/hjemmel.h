// hjemmel: the stable C++ face. Load a package, decide a case, run the package's own cases, format rules.
//
// In: paths and texts. Out: plain structures, with everything that went wrong as findings or a failure. No exception leaves;
// no type of Boost, yaml-cpp, simdjson or spdlog stands here. A package is immutable and shared: decide from as many threads as
// you like, and swap it for a newer one while decisions still run. Tested in tests/unit/api and, through the command line,
// in tests/golden.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/duties.h"
#include "engine/eval/flip.h"
#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"

namespace hjemmel::api {

enum class Severity : std::uint8_t { error, warning };

// From 1; columns in code points. The end is the first place behind.
struct Place {
  std::string path;  // empty: of no file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
};

// Another place that matters to a finding.
struct FindingNote {
  std::string message;
  Place place;
};

// Something wrong in what an author or caller wrote, and where.
struct Finding {
  Severity severity = Severity::error;
  std::string kind;       // `fact_unknown_value`
  std::string kind_help;  // one sentence on all findings of the kind
  std::string message;
  std::string help;  // may be empty
  std::string path;  // empty: of no file
  std::uint32_t line = 0;
  std::uint32_t column = 0;  // in code points
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
  std::string marked;  // the text at fault
  std::vector<FindingNote> notes;
  std::string text;  // all of it for people, with the source line; ends with a line end
  std::string json;  // all of it as one JSON object on one line
};

struct Findings {
  std::vector<Finding> all;   // by place
  std::size_t not_shown = 0;  // beyond the cap

  [[nodiscard]] bool has_errors() const;
};

// Why there is no result. input: see the findings. use: what was asked for cannot be. world: a file, the disk, memory.
enum class Failure : std::uint8_t { none, input, use, world };

class Package;
class Bundles;  // engine/api/bundles.h

struct LoadResult {
  std::shared_ptr<Package const> package;  // null on failure
  Findings findings;                       // warnings too
  Failure failure = Failure::none;
  std::string error;  // use and world: one sentence
};

// The package in `folder`, which has a `package.yaml`, with amendments laid on: each by the path of its file (`….rules`) or the
// name of one that the package has in its folder `amendments`. Their order does not matter. `bundles` has the code of the
// jurisdictions that the package uses; a package that uses none needs no bundles. In the place of a folder, a file that ends in
// `.hjc` and holds what save_package gave: the same package, without its texts being read again, and with no more amendments.
[[nodiscard]] LoadResult load_package(std::string const& folder, std::vector<std::string> const& amendments = {},
                                      std::shared_ptr<Bundles const> bundles = nullptr);

struct SaveResult {
  std::string bytes;
  Failure failure = Failure::none;
  std::string error;
};

// The package as the content of a `.hjc` file, its amendments laid on, for this version of the engine alone.
[[nodiscard]] SaveResult save_package(Package const& package);

struct AmendmentInfo {
  std::string name;
  std::string digest;  // `sha256:…`
};

struct UsedInfo {
  std::string alias;
  std::string package;
  std::string version;
  std::string digest;
};

// A jurisdiction whose code a package uses, itself or through the packages that it uses.
struct UsedJurisdiction {
  std::string id;
  std::string version;
  std::string digest;     // `sha256:…`, of the file with its code
  bool unlisted = false;  // nobody has vouched for that file
};

// The most that deciding takes, whatever the facts; with facts that are not known, for each completion.
struct DecisionSteps {
  std::string decision;
  std::uint64_t steps = 0;
};

// What a package is and holds.
struct PackageInfo {
  std::string name;
  std::string version;
  std::string digest;          // `sha256:…`
  std::string folder;          // as it was named when loading
  std::string schema;          // `no/narcotics_case`
  std::vector<UsedInfo> used;  // packages that this one uses
  std::vector<UsedJurisdiction> jurisdictions;
  std::vector<AmendmentInfo> amendments;  // laid on
  std::vector<std::string> files;         // manifest, rules files, fact schema
  std::vector<std::string> decisions;
  std::vector<std::string> services;
  std::vector<std::string> duties;
  std::vector<std::string> properties;
  std::size_t rules = 0;
  std::size_t definitions = 0;
  std::size_t tables = 0;
  std::size_t facts = 0;
  std::uint64_t steps = 0;  // of one case: every decision and service once
  std::vector<DecisionSteps> decision_steps;
};

[[nodiscard]] PackageInfo const& info(Package const& package);

enum class FactsFormat : std::uint8_t { guess, yaml, json };  // guess: by the name, see FactsText

struct FactsText {
  std::string text;
  std::string name = "facts";  // for messages; a name that ends in `.json` is JSON, `-` is JSON when it begins with `{`
  FactsFormat format = FactsFormat::guess;
};

enum class Language : std::uint8_t { english, bokmaal };  // of texts for people

// How much of a trace is told. decision: each rule with its state. rules: each condition and ground besides, and the terms that
// are true or false. full: facts with their values, table rows, parameters and all terms. Only `full` holds values of facts.
enum class TraceLevel : std::uint8_t { decision, rules, full };

struct DecideOptions {
  std::optional<std::string> at;        // ISO date decided on, where the facts leave it out
  std::optional<std::string> decision;  // one of the package's; none: all of them
  bool trace = false;
  std::vector<std::string> readings = {};    // `NAME=CHOICE`: other choices than the first ones
  std::optional<std::string> as_known_on{};  // ISO date: what became known later counts as not asked
  Language language = Language::english;     // of the text
  TraceLevel trace_level = TraceLevel::full;
};

struct Answer {
  std::vector<eval::Outcome> outcomes;      // in the package's order
  std::vector<eval::DecisionTrace> traces;  // empty, or one for each outcome
  std::vector<eval::DutyOutcome> duties;    // in the package's order; none where one decision was asked for
  std::string json;                         // the outcome document: schemas/outcome.schema.yaml
  std::string text;                         // the same for people
  bool rules_at_fault = false;              // an outcome is a conflict, no rule, or an error
};

struct DecideResult {
  std::optional<Answer> answer;  // none on failure
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] DecideResult decide(Package const& package, FactsText const& facts, DecideOptions const& options = {});

struct FlipOptions {
  DecideOptions decide;               // `trace` is not read
  std::optional<std::string> option;  // that the other outcome must have; none: any other decided outcome
  eval::FlipLimits limits = {};
};

struct FlipsResult {
  std::vector<eval::Flips> flips;  // one for each decision that was asked for; none on failure
  std::string json;                // a list of them, each as engine/explain/flip_document.h says
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// What would have to differ for another outcome: the fewest changes of what the facts say.
[[nodiscard]] FlipsResult flips(Package const& package, FactsText const& facts, FlipOptions const& options = {});

struct ExplainOptions {
  DecideOptions decide = {};                 // `trace` and `trace_level` are not read
  std::vector<std::string> why_not = {};     // options; each is asked of every decision that has it
  bool flip = false;                         // what would have to differ for another outcome
  std::optional<std::string> flip_option{};  // that the other outcome must have; none: any other decided outcome
  bool page = false;                         // whether `page` is wanted too
};

struct Explained {
  std::string json;             // schemas/explanation.schema.yaml
  std::string text;             // the same as prose
  std::string page;             // the same as one HTML document that asks for nothing else; empty unless wanted
  bool rules_at_fault = false;  // an outcome is a conflict, no rule, or an error
};

struct ExplainResult {
  std::optional<Explained> answer;  // none on failure
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// Why each decision came out as it did, and why an option was not given. An option that no decision has is wrong use.
[[nodiscard]] ExplainResult explain(Package const& package, FactsText const& facts, ExplainOptions const& options = {});

struct EntitlementsOptions {
  std::optional<std::string> at;  // ISO date decided on, where the facts leave it out
  bool page = false;              // `page` of the answer is asked for
  Language language = Language::english;
};

struct Entitlements {
  std::string json;             // schemas/entitlements.schema.yaml
  std::string text;             // the same for people
  std::string summary;          // likewise in short: of each service its state, and why
  std::string page;             // the same as one HTML page that loads nothing else; empty where it was not asked for
  bool rules_at_fault = false;  // a service is in error
};

struct EntitlementsResult {
  std::optional<Entitlements> answer;  // none on failure
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// Every service of every package for one person. The facts may be of several schemas: each package reads the keys that its
// schema has, and a key that none has is a fault.
[[nodiscard]] EntitlementsResult entitlements(std::vector<std::shared_ptr<Package const>> const& packages,
                                              FactsText const& facts, EntitlementsOptions const& options = {});

struct FoldersResult {
  std::vector<std::string> folders;  // by name
  Failure failure = Failure::none;
  std::string error;
};

// Every folder under `root` that holds a package.yaml.
[[nodiscard]] FoldersResult find_packages(std::string const& root);

struct CaseResult {
  std::string name;
  std::string why;
  std::string path;  // of the case file
  std::uint32_t line = 0;
  std::vector<std::string> differences;  // empty: it passed
  std::vector<Finding> warnings;         // about the facts of a case that failed
};

struct CasesResult {
  std::vector<std::string> files;
  std::vector<CaseResult> cases;
  std::size_t unread = 0;        // cases with faults
  std::size_t unread_files = 0;  // of which it is not known how many cases they have
  Findings findings;             // faults of the case files; a faulty case is not among `cases`
  Failure failure = Failure::none;
  std::string error;
};

// Runs the package's case files as they stand on disk now.
[[nodiscard]] CasesResult run_cases(Package const& package);
// Reads them only: `differences` stay empty. Of a package that was loaded with amendments, only the files that name these.
[[nodiscard]] CasesResult read_cases(Package const& package);

// How many cases are made up for each property at most, and unless something else is asked for.
inline constexpr std::uint32_t kMaxRandomCases = 1'000'000;
inline constexpr std::uint32_t kRandomCases = 1000;

struct PropertyOptions {
  std::vector<std::string> names;       // of properties; none: all of the package
  std::uint32_t random = kRandomCases;  // groups of cases that are made up; at most kMaxRandomCases
  std::uint64_t seed = 1;               // the same seed, the same cases
};

// A property as it was tried. Two cases are tried in either order, and each order counts.
struct PropertyResult {
  std::string name;
  std::string path;  // of the rules file
  std::uint32_t line = 0;
  bool fails = false;
  std::size_t own_counted = 0;  // of the package's own cases: those that say something of it
  std::size_t own_tried = 0;
  std::size_t own_left_out = 0;    // own cases with facts that are not known
  std::size_t random_counted = 0;  // of those that are made up
  std::size_t random_tried = 0;
  std::string text;  // it fails: the cases side by side, with what is decided in each
  std::string json;  // the same as one JSON object; it does not fail: empty
};

struct PropertiesResult {
  std::vector<PropertyResult> properties;  // in the package's order
  Findings findings;                       // a property of which no case says anything
  Failure failure = Failure::none;
  std::string error;
};

// Tries the package's properties on its own cases, as they stand on disk now, and on cases that are made up.
[[nodiscard]] PropertiesResult try_properties(Package const& package, PropertyOptions const& options = {});

struct LintResult {
  Findings findings;  // warnings; errors where package.yaml names what is not there
  Failure failure = Failure::none;
  std::string error;
};

// What is allowed in the package's rules and is probably a mistake: rules/LANGUAGE.md, section 19.
[[nodiscard]] LintResult lint_package(Package const& package);

struct AmendmentsResult {
  std::vector<std::string> names;  // `NAME` of each `amendments/NAME.rules` in the package's folder
  Findings findings;               // their faults; each is laid on the package alone, or on those that it comes `after`
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] AmendmentsResult check_amendments(Package const& package);

struct FormatResult {
  std::optional<std::string> text;  // the canonical layout; none when the rules have a fault
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// The words that rules are written with.
enum class Wording { as_written, english, bokmaal };

// One rules file; `name` is for messages.
[[nodiscard]] FormatResult format_rules(std::string text, std::string const& name,
                                        Wording wording = Wording::as_written);

struct ReadResult {
  std::optional<std::string> text;
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// The bytes of one file, or of standard input for `-`. A folder is a finding, a file that is not there a failure of the world.
[[nodiscard]] ReadResult read_text(std::string const& path);

}  // namespace hjemmel::api
