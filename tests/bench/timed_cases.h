// timed_cases: the package that is measured, the cases that are timed, and their facts as texts.
//
// In: the repository's rules and schema, read once. Out: what the benchmarks and tests/bench/agree.h work on. Each timed case
// stands once, as the facts of tests/bench/by_hand.h; the texts that the engine reads are written from them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/document/read.h"
#include "engine/eval/facts.h"
#include "engine/package/loader.h"
#include "engine/source/source_file.h"
#include "tests/bench/by_hand.h"

namespace hjemmel::bench {

inline constexpr char kPackage[] = "rules/no/penal/minor_narcotics";
inline constexpr char kRules[] = "rules/no/penal/minor_narcotics/minor_narcotics.rules";
inline constexpr char kSchema[] = "schemas/no/narcotics_case.schema.yaml";

struct TimedCase {
  std::string name;   // `sixteen_year_old`
  std::string title;  // for the table
  std::string demo;   // the file of the package's demo folder with the same facts; empty when there is none
  by_hand::Facts facts;
};

[[nodiscard]] std::vector<TimedCase> timed_cases();

// The package that the repository holds; a message and the end of the program when there is none.
[[nodiscard]] package::LoadedPackage load_package(source::Sources& sources);
// The same for any file of it.
[[nodiscard]] std::string read_text(std::string const& path);

// As a facts file has them: block style YAML, or JSON on one line. An open assessment is left out, but dependence and own use
// are written `unknown`.
[[nodiscard]] std::string facts_text(by_hand::Facts const& facts, document::Format format);

// All that the engine does from a text to a case: the text is copied into its Sources, read, and bound to the facts.
[[nodiscard]] std::optional<eval::Case> read_facts(std::string const& text, document::Format format,
                                                   ir::Program const& program);

}  // namespace hjemmel::bench
