// The verbs of the command line: for each its options, and a function that does it and gives the exit status.
//
// In: what main.cpp read from the arguments. Out: text or one JSON document on standard output, findings on standard error.
// One file a verb. What each does: README.md of this folder; tested in tests/golden/cli.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cli/ask_words.h"
#include "engine/cli/bundles.h"
#include "engine/cli/output.h"

namespace hjemmel::cli {

struct CheckOptions {
  std::vector<std::string> packages;
  std::vector<std::string> amendments;  // laid on each
  Format format = Format::text;
  BundleOptions bundles = {};
};

struct DecideOptions {
  std::string package;
  std::string facts;  // a path, or `-`
  std::vector<std::string> amendments;
  std::string adapter;  // `no.police_csv`: the facts are a record that it reads; empty: facts
  std::optional<std::string> at;
  std::optional<std::string> as_known_on;
  std::optional<std::string> decision;
  std::string trace;                  // `decision`, `rules` or `full`; empty: none
  std::vector<std::string> readings;  // `NAME=CHOICE`
  api::Language language = api::Language::english;
  Format format = Format::text;
  BundleOptions bundles = {};
};

struct ExplainOptions {
  std::string package;
  std::string facts;  // a path, or `-`
  std::vector<std::string> amendments;
  api::ExplainOptions question;
  std::vector<std::string> flip;  // the option behind `--flip`, where one stands there
  Format format = Format::text;
  BundleOptions bundles = {};
};

struct AskOptions {
  std::vector<std::string> packages;  // one; about services any number, and none is every package under `rules`
  bool services = false;
  std::string facts;  // a path; empty: nothing is known yet. `-` with Format::json only
  std::string out;    // where the facts are written; `-`: standard output, then the conversation is on standard error
  std::vector<std::string> amendments;
  std::vector<std::string> readings;  // `NAME=CHOICE`
  std::vector<std::string> answers;   // `FACT=ANSWER`, before anything is asked
  std::vector<std::string> skip;      // facts that are not asked for
  std::optional<std::string> at;
  std::optional<std::string> decision;
  api::Language language = api::Language::english;
  Format format = Format::text;
  BundleOptions bundles = {};
};

struct EntitlementsOptions {
  std::vector<std::string> packages;  // or folders that hold packages; none: `rules`
  std::string facts;                  // a path, or `-`
  api::EntitlementsOptions question;
  bool summary = false;  // the text in short
  Format format = Format::text;
  BundleOptions bundles = {};
};

inline constexpr std::uint32_t kMostThreads = 256;  // of one run

struct BatchOptions {
  std::string package;
  std::string facts;          // a path, or `-`
  std::string shard;          // `I/N`; empty: all of it
  bool services = false;      // the services and duties in the place of the decisions
  std::string input = {};     // `csv`, `jsonl` or `parquet`; empty: by the name
  bool table = false;         // rows of a table in the place of documents
  std::uint32_t threads = 0;  // 0: as many as the machine has
  api::DecideOptions decide = {};
  std::vector<std::string> amendments = {};
  BundleOptions bundles = {};
  std::string native = {};  // a native library; empty: the one that is kept for the package, if any
};

struct BuildOptions {
  std::string package;
  bool native = false;
  std::string output;    // a path; empty: a native library where `batch` finds it by itself, else NAME.hjc
  std::string compiler;  // a command; empty: that of the environment variable CXX, else `c++`
  int level = 0;         // of x86-64: 1 to 4; 0: this machine's
  std::vector<std::string> amendments = {};
  BundleOptions bundles = {};
};

struct TestOptions {
  std::vector<std::string> packages;
  std::vector<std::string> amendments;  // laid on each
  std::vector<std::string> properties;  // these alone, and no cases; none: all, and the cases
  std::uint32_t random = api::kRandomCases;
  std::uint64_t seed = 1;
  Format format = Format::text;
  BundleOptions bundles = {};
};

struct FormatOptions {
  std::vector<std::string> files;  // paths, or `-`
  bool check = false;
  api::Wording wording = api::Wording::as_written;
};

enum class PluginVerb { list, verify };

struct PluginOptions {
  PluginVerb verb = PluginVerb::list;
  std::vector<std::string> ids;  // these only; none: all
  BundleOptions bundles = {};
  Format format = Format::text;
};

enum class SourcesVerb { verify, lock };

struct SourcesOptions {
  SourcesVerb verb = SourcesVerb::verify;
  std::vector<std::string> packages;
  std::string corpus;  // a folder of acts
  BundleOptions bundles = {};
  Format format = Format::text;
};

[[nodiscard]] int run_check(CheckOptions const& options);
[[nodiscard]] int run_decide(DecideOptions const& options);
[[nodiscard]] int run_batch(BatchOptions const& options);
[[nodiscard]] int run_build(BuildOptions const& options);
// Each package that is named, and all below a folder that holds packages; none named: all below `rules`. kDone, or the status of a failure that was told of.
[[nodiscard]] int load_packages(std::vector<std::string> const& named, BundleOptions const& bundles, Format format,
                                std::vector<std::shared_ptr<api::Package const>>& packages);
[[nodiscard]] int run_ask(AskOptions const& options);
[[nodiscard]] int run_explain(ExplainOptions const& options);
[[nodiscard]] int run_entitlements(EntitlementsOptions const& options);
[[nodiscard]] int run_test(TestOptions const& options);
[[nodiscard]] int run_format(FormatOptions const& options);
[[nodiscard]] int run_plugin(PluginOptions const& options);
[[nodiscard]] int run_sources(SourcesOptions const& options);

}  // namespace hjemmel::cli
