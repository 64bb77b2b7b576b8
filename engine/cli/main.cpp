// hjemmel: the command line. Reads the arguments and calls one verb.
//
// In: argv. Out: the exit status: 0 done, 1 what was given has faults, 2 wrong use, 3 the world failed. The verbs are in verbs.h;
// the only user of CLI11. Tested in tests/golden/cli.
#include <algorithm>
#include <exception>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "engine/base/nearest_name.h"
#include "engine/cli/verbs.h"

namespace {

namespace cli = hjemmel::cli;

constexpr char const* kExitStatus =
    "Exit status: 0 done, 1 what was given has faults, 2 wrong use, 3 a file or the system failed.";

using FormatNames = std::map<std::string, cli::Format>;

FormatNames text_or_json() { return {{"text", cli::Format::text}, {"json", cli::Format::json}}; }

// One of `names` after `--format`; anything else is wrong use.
void add_format(CLI::App& verb, cli::Format& format, FormatNames const& names) {
  std::string words;
  for (auto const& [name, value] : names) {
    words += (words.empty() ? "" : "|") + name;
  }
  auto const refuse = [names, words](std::string const& word) {
    return names.find(word) != names.end() ? std::string() : "`" + word + "` is none of " + words;
  };
  verb.add_option_function<std::string>(
          "--format", [&format, names](std::string const& word) { format = names.at(word); },
          "what is printed; text where it is left out")
      ->type_name(words)
      ->check(refuse);
}

void add_amendments(CLI::App& verb, std::vector<std::string>& amendments) {
  verb.add_option("--amend", amendments,
                  "an amendment to lay on: its file, which ends in .rules, or the name of one in the package's folder "
                  "amendments; may be given several times")
      ->type_name("AMENDMENT")
      ->allow_extra_args(false);
}

void add_bundles(CLI::App& verb, cli::BundleOptions& options) {
  verb.add_option("--bundle", options.bundles,
                  "a folder with plugins, rules and schemas of jurisdictions; may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  verb.add_option(
          "--plugin-key", options.key_files,
          "a file with a public key: only plugins that are signed with it are loaded; may be given several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
  verb.add_flag("--allow-unlisted-plugins", options.allow_unlisted,
                "for development: run plugins that no list vouches for; every outcome says so");
}

void add_language(CLI::App& verb, hjemmel::api::Language& language) {
  std::map<std::string, hjemmel::api::Language> const languages{{"nb", hjemmel::api::Language::bokmaal},
                                                                {"en", hjemmel::api::Language::english}};
  verb.add_option_function<std::string>(
          "--lang", [&language, languages](std::string const& word) { language = languages.at(word); },
          "the language of the text, bokmål or English; English where it is left out")
      ->type_name("nb|en")
      ->check([languages](std::string const& word) {
        return languages.contains(word) ? std::string() : "`" + word + "` is none of nb|en";
      });
}

// `--trace` alone is `--trace=full`.
void add_trace(CLI::App& verb, std::string& level) {
  std::vector<std::string> const levels{"decision", "rules", "full"};
  verb.add_flag("--trace{full}", level,
                "each rule considered (=decision), each condition besides (=rules), each fact read too (=full, or "
                "nothing behind it)")
      ->check([levels](std::string const& word) {
        bool const known = std::find(levels.begin(), levels.end(), word) != levels.end();
        return known ? std::string() : "`" + word + "` is none of decision|rules|full";
      });
}

void add_case(CLI::App& verb, std::string& package, std::string& facts, std::optional<std::string>& at,
              std::optional<std::string>& known_on, std::optional<std::string>& decision,
              std::vector<std::string>& readings) {
  verb.add_option("PACKAGE", package,
                  "a folder that holds a package.yaml, a file that `build` wrote, or the name of a package in a bundle")
      ->required();
  verb.add_option("--facts", facts, "the case, YAML or JSON; - reads standard input")->required()->type_name("FILE");
  verb.add_option("--at", at, "the date decided on, where the facts leave it out")->type_name("DATE");
  verb.add_option("--as-known-on", known_on, "leave out what the facts say became known after that date")
      ->type_name("DATE");
  verb.add_option("--decision", decision, "one decision of the package; all of them where it is left out")
      ->type_name("NAME");
  verb.add_option("--reading", readings, "another choice of a reading; may be given again")
      ->type_name("NAME=CHOICE")
      ->allow_extra_args(false);
}

void add_check(CLI::App& app, int& status, cli::CheckOptions& options) {
  CLI::App* const verb = app.add_subcommand("check", "find what is wrong in packages: rules, fact schema, cases");
  verb->add_option("PACKAGE", options.packages, "folders that hold a package.yaml")->required();
  add_amendments(*verb, options.amendments);
  FormatNames names = text_or_json();
  names.emplace("sarif", cli::Format::sarif);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, names);
  verb->callback([&] { status = cli::run_check(options); });
}

void add_decide(CLI::App& app, int& status, cli::DecideOptions& options) {
  CLI::App* const verb = app.add_subcommand("decide", "decide one case under a package");
  add_case(*verb, options.package, options.facts, options.at, options.as_known_on, options.decision, options.readings);
  verb->add_option("--adapter", options.adapter,
                   "what reads the facts, such as no.police_csv: a header line and one record of a register")
      ->type_name("NAME");
  add_trace(*verb, options.trace);
  add_language(*verb, options.language);
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, text_or_json());
  verb->callback([&] { status = cli::run_decide(options); });
}

void add_batch(CLI::App& app, int& status, cli::BatchOptions& options) {
  CLI::App* const verb = app.add_subcommand("batch", "decide many cases, one JSON object a line, into one line each");
  add_case(*verb, options.package, options.facts, options.decide.at, options.decide.as_known_on,
           options.decide.decision, options.decide.readings);
  verb->get_option("--facts")->description(
      "the cases, one JSON object a line, CSV, or Parquet; .gz and .zst are unpacked; - reads standard input");
  verb->add_flag("--services", options.services, "which services each person is given, in the place of decisions")
      ->excludes(verb->get_option("--decision"))
      ->excludes(verb->get_option("--reading"))
      ->excludes(verb->get_option("--as-known-on"));
  verb->add_option("--input", options.input,
                   "jsonl, one JSON object a line, csv, with the names of facts in its head, or parquet, read by "
                   "DuckDB's library "
                   "where it is installed; told by the file's name where left out, and standard input is jsonl")
      ->type_name("jsonl|csv|parquet")
      ->check(CLI::IsMember({"jsonl", "csv", "parquet"}));
  verb->add_option_function<std::string>(
          "--write", [&](std::string const& form) { options.table = form == "table"; },
          "documents, one JSON object a line, as where this is left out; table: CSV with a head")
      ->type_name("documents|table")
      ->check(CLI::IsMember({"documents", "table"}));
  verb->add_option("--threads", options.threads,
                   "how many cases are decided at once; all the machine can where left out")
      ->type_name("COUNT")
      ->check(CLI::Range(1U, hjemmel::cli::kMostThreads));
  verb->add_option("--native", options.native,
                   "for --write table: a library of `build --native`; the one kept for the package where left out")
      ->type_name("FILE");
  verb->add_option("--shard", options.shard, "one part of the file; 2/8 is the second of eight")->type_name("I/N");
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  verb->callback([&] { status = cli::run_batch(options); });
}

void add_build(CLI::App& app, int& status, cli::BuildOptions& options) {
  CLI::App* const verb =
      app.add_subcommand("build", "make a package one file that is loaded faster, or compile its decisions");
  verb->add_option("PACKAGE", options.package, "a folder that holds a package.yaml")->required();
  verb->add_flag("--native", options.native, "code of the processor, for tables of many cases (batch --write table)");
  verb->add_option("-o,--output", options.output,
                   "the file that is written, NAME.hjc where left out; with --native the library, with FILE.yaml "
                   "beside it, and where left out it is kept where batch finds it")
      ->type_name("FILE");
  verb->add_option("--compiler", options.compiler,
                   "the command of a C++ compiler; that of the environment variable CXX, or c++, where left out")
      ->type_name("COMMAND");
  std::map<std::string, int> const levels{{"v1", 1}, {"v2", 2}, {"v3", 3}, {"v4", 4}};
  verb->add_option_function<std::string>(
          "--processor", [&options, levels](std::string const& word) { options.level = levels.at(word); },
          "the x86-64 level that it must run on; the one of this machine where left out")
      ->type_name("v1|v2|v3|v4")
      ->check([levels](std::string const& word) {
        return levels.contains(word) ? std::string() : "`" + word + "` is none of v1|v2|v3|v4";
      });
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  verb->callback([&] { status = cli::run_build(options); });
}

// Options whose values may begin with anything and stand once each.
void add_repeatable(CLI::App& verb, std::string const& name, std::vector<std::string>& values, std::string const& help,
                    std::string const& type) {
  verb.add_option(name, values, help)->type_name(type)->allow_extra_args(false);
}

void add_ask(CLI::App& app, int& status, cli::AskOptions& options) {
  CLI::App* const verb = app.add_subcommand("ask", "ask for what decides a case, the best question first");
  verb->add_option("PACKAGE", options.packages,
                   "a folder that holds a package.yaml; with --services several, or all under `rules` where left out");
  verb->add_flag("--services", options.services, "ask what the person may get, over the services of all packages");
  verb->add_option("--facts", options.facts, "what is known already, YAML or JSON")->type_name("FILE");
  verb->add_option("--out", options.out,
                   "write the facts there, as YAML; - is standard output, and the conversation then standard error")
      ->type_name("FILE");
  verb->add_option("--at", options.at, "the date decided on, where the facts leave it out")->type_name("DATE");
  verb->add_option("--decision", options.decision, "one decision of the package; all of them where it is left out")
      ->type_name("NAME");
  add_repeatable(*verb, "--reading", options.readings, "another choice of a reading; may be given again",
                 "NAME=CHOICE");
  add_repeatable(*verb, "--answer", options.answers, "an answer to enter before anything is asked; may be given again",
                 "FACT=ANSWER");
  add_repeatable(*verb, "--skip", options.skip, "a fact that is not to be asked for; may be given again", "FACT");
  add_language(*verb, options.language);
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, text_or_json());
  verb->callback([&] { status = cli::run_ask(options); });
}

void add_explain(CLI::App& app, int& status, cli::ExplainOptions& options) {
  CLI::App* const verb =
      app.add_subcommand("explain", "why a case came out as it did, and why an option was not given, in prose");
  hjemmel::api::ExplainOptions& question = options.question;
  hjemmel::api::DecideOptions& decide = question.decide;
  add_case(*verb, options.package, options.facts, decide.at, decide.as_known_on, decide.decision, decide.readings);
  verb->add_option("--why-not", question.why_not, "an option: why it was not given; may be given several times")
      ->type_name("OPTION")
      ->allow_extra_args(false);
  verb->add_option("--flip", options.flip,
                   "the fewest changes of the facts that give another outcome, or one that has OPTION")
      ->type_name("[OPTION]")
      ->expected(0, 1);
  add_language(*verb, decide.language);
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, text_or_json());
  verb->add_flag("--html", question.page, "one HTML page for a browser or a printer, that loads nothing else")
      ->excludes(verb->get_option("--format"));
  verb->callback([&options, &status, verb] {
    options.question.flip = verb->count("--flip") > 0;
    if (!options.flip.empty() && !options.flip.front().empty()) {
      options.question.flip_option = options.flip.front();
    }
    status = cli::run_explain(options);
  });
}

void add_entitlements(CLI::App& app, int& status, cli::EntitlementsOptions& options) {
  CLI::App* const verb =
      app.add_subcommand("entitlements", "every service of many packages for one person: given, refused, or unknown");
  verb->add_option("PACKAGE", options.packages, "packages, or folders with packages below; `rules` where left out");
  verb->add_option("--facts", options.facts, "the person's facts, YAML or JSON; - reads standard input")
      ->required()
      ->type_name("FILE");
  verb->add_option("--at", options.question.at, "the date decided on, where the facts leave it out")->type_name("DATE");
  add_language(*verb, options.question.language);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, text_or_json());
  verb->add_flag("--html", options.question.page, "one HTML page for a browser or a printer, that loads nothing else")
      ->excludes(verb->get_option("--format"));
  verb->add_flag("--summary", options.summary, "a line or two of each service, those that are given first")
      ->excludes(verb->get_option("--format"))
      ->excludes(verb->get_option("--html"));
  verb->callback([&] { status = cli::run_entitlements(options); });
}

void add_test(CLI::App& app, int& status, cli::TestOptions& options) {
  CLI::App* const verb = app.add_subcommand("test", "run the packages' own cases, and try their properties");
  verb->add_option("PACKAGE", options.packages, "folders that hold a package.yaml")->required();
  FormatNames names = text_or_json();
  names.emplace("tap", cli::Format::tap);
  verb->add_option("--property", options.properties,
                   "this property alone, and no cases; may be given again; all of both where it is left out")
      ->type_name("NAME")
      ->allow_extra_args(false);
  verb->add_option("--random", options.random,
                   "how many cases are made up for each property; 1000 where it is left out")
      ->type_name("COUNT")
      ->check(CLI::Range(std::uint32_t{0}, hjemmel::api::kMaxRandomCases));
  verb->add_option("--seed", options.seed, "another number makes up other cases; 1 where it is left out")
      ->type_name("NUMBER");
  add_amendments(*verb, options.amendments);
  add_bundles(*verb, options.bundles);
  add_format(*verb, options.format, names);
  verb->callback([&] { status = cli::run_test(options); });
}

void add_format_verb(CLI::App& app, int& status, cli::FormatOptions& options) {
  CLI::App* const verb = app.add_subcommand("format", "rewrite rules files in the canonical layout");
  verb->add_option("FILE", options.files, "rules files; - formats standard input to standard output")->required();
  verb->add_flag("--check", options.check,
                 "write nothing; name the files that would change and end with 1 if there are any");
  std::map<std::string, hjemmel::api::Wording> const languages{{"nb", hjemmel::api::Wording::bokmaal},
                                                               {"en", hjemmel::api::Wording::english}};
  verb->add_option_function<std::string>(
          "--language", [&options, languages](std::string const& word) { options.wording = languages.at(word); },
          "write the words of the rule language in bokmål or English; as they are where it is left out")
      ->type_name("nb|en")
      ->check([languages](std::string const& word) {
        return languages.contains(word) ? std::string() : "`" + word + "` is none of nb|en";
      });
  verb->callback([&] { status = cli::run_format(options); });
}

void add_plugin(CLI::App& app, int& status, cli::PluginOptions& options) {
  CLI::App* const verb =
      app.add_subcommand("plugin", "the code of jurisdictions: what is there, and whether it is sound");
  verb->require_subcommand(1);
  auto const add = [&](char const* name, char const* help, cli::PluginVerb which) {
    CLI::App* const part = verb->add_subcommand(name, help);
    part->add_option("ID", options.ids, "these jurisdictions only, such as no; all where it is left out");
    add_bundles(*part, options.bundles);
    add_format(*part, options.format, text_or_json());
    part->callback([&options, &status, which] {
      options.verb = which;
      status = cli::run_plugin(options);
    });
  };
  add("list", "the jurisdictions found, with versions, hashes and functions", cli::PluginVerb::list);
  add("verify", "load each plugin and say whether it may be used; ends with 3 when one may not",
      cli::PluginVerb::verify);
}

void add_sources(CLI::App& app, int& status, cli::SourcesOptions& options) {
  CLI::App* const verb =
      app.add_subcommand("sources", "whether the acts still say at the cited places what they said when it was locked");
  verb->require_subcommand(1);
  auto const add = [&](char const* name, char const* help, cli::SourcesVerb which) {
    CLI::App* const part = verb->add_subcommand(name, help);
    part->add_option("PACKAGE", options.packages, "folders that hold a package.yaml")->required();
    part->add_option("--corpus", options.corpus, "a folder with the texts of the acts")->required()->type_name("DIR");
    add_bundles(*part, options.bundles);
    add_format(*part, options.format, text_or_json());
    part->callback([&options, &status, which] {
      options.verb = which;
      status = cli::run_sources(options);
    });
  };
  add("verify", "compare each cited place with sources.lock; ends with 1 where one is not as it was locked",
      cli::SourcesVerb::verify);
  add("lock", "write into sources.lock the digest of each cited place as the acts have it now", cli::SourcesVerb::lock);
}

// `plugin list or plugin verify` of `plugin`.
std::string parts_of(CLI::App const& verb) {
  std::string text;
  for (CLI::App const* const part : verb.get_subcommands([](CLI::App const*) { return true; })) {
    text += (text.empty() ? "`" : " or `") + verb.get_name() + " " + part->get_name() + "`";
  }
  return text;
}

// The sentence for a verb that was named without any of its parts.
std::string lacks_part(CLI::App const& app) {
  CLI::App const* const verb = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
  return "`" + verb->get_name() + "` alone does nothing; write " + parts_of(*verb);
}

// Help and version end with 0, anything else that CLI11 refuses is wrong use.
int end_parsing(CLI::App const& app, CLI::ParseError const& why) {
  std::ostringstream out;
  std::ostringstream error;
  bool const asked = app.exit(why, out, error) == 0;
  if (asked) {
    return cli::write_out(out.str(), cli::kDone);
  }
  std::string text = error.str();
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  cli::write_error(text.starts_with("A subcommand is required") ? lacks_part(app) : text);
  return cli::kWrongUse;
}

// Whether the first argument, where no option stands, is no verb: CLI11 would only say that a verb is missing.
bool refuse_verb(CLI::App const& app, std::string const& word) {
  std::vector<std::string> names;
  std::string list;
  for (CLI::App const* const verb : app.get_subcommands([](CLI::App const*) { return true; })) {
    names.push_back(verb->get_name());
    list += (list.empty() ? "" : ", ") + verb->get_name();
  }
  if (word.starts_with("-") || std::find(names.begin(), names.end(), word) != names.end()) {
    return false;
  }
  std::string const nearest = hjemmel::base::nearest_name(word, names);
  cli::write_error((word.empty() ? "a verb is missing" : "`" + word + "` is not a verb") +
                   (nearest.empty() ? "; there are " + list : "; did you mean `" + nearest + "`?"));
  return true;
}

// `help` is `--help`, and `help VERB` is `VERB --help`.
std::vector<char const*> plain_arguments(int argc, char** argv) {
  std::vector<char const*> arguments(argv, argv + argc);
  if (argc > 1 && std::string(argv[1]) == "help") {
    arguments.erase(arguments.begin() + 1);
    arguments.resize(std::min<std::size_t>(arguments.size(), 2));
    arguments.push_back("--help");
  }
  return arguments;
}

int run(int argc, char** argv) {
  int status = cli::kDone;
  cli::CheckOptions check;
  cli::DecideOptions decide;
  cli::BatchOptions batch;
  cli::BuildOptions build;
  cli::AskOptions ask;
  cli::ExplainOptions explain;
  cli::EntitlementsOptions entitlements;
  cli::TestOptions test;
  cli::FormatOptions format;
  cli::PluginOptions plugin;
  cli::SourcesOptions sources;
  CLI::App app("Decides cases by rules of law, with the legal authority of each answer.", "hjemmel");
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.set_version_flag("--version", cli::version_line());
  app.require_subcommand(1);
  app.footer(kExitStatus);  // of every verb too
  add_check(app, status, check);
  add_decide(app, status, decide);
  add_batch(app, status, batch);
  add_build(app, status, build);
  add_ask(app, status, ask);
  add_explain(app, status, explain);
  add_entitlements(app, status, entitlements);
  add_test(app, status, test);
  add_format_verb(app, status, format);
  add_plugin(app, status, plugin);
  add_sources(app, status, sources);
  app.footer("hjemmel help VERB tells more of one verb.\n" + std::string(kExitStatus));
  for (CLI::App* const verb : app.get_subcommands([](CLI::App*) { return true; })) {
    verb->group("Verbs");
  }
  std::vector<char const*> const arguments = plain_arguments(argc, argv);
  if (refuse_verb(app, arguments.size() > 1 ? arguments[1] : "")) {
    return cli::kWrongUse;
  }
  try {
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (CLI::ParseError const& why) {
    return end_parsing(app, why);
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (std::exception const& fault) {
    cli::write_error(fault.what());
    return cli::kWorld;
  }
}
