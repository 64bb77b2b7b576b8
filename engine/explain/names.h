// Names for people: the labels that a program gives its options, facts and units, and the titles of its sources.
//
// In: names as an outcome has them. Out: words. Without a program, or without a label in the language, a name's own words:
// `conditional_waiver` reads `conditional waiver`. Tested in tests/unit/explain/names_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/outcome.h"
#include "engine/explain/words.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

class Names {
 public:
  // The program must outlive the names; it may be null.
  Names(ir::Program const* program, Language language) : program_(program), language_(language) {}

  [[nodiscard]] std::string title() const;  // of the package; may be empty
  [[nodiscard]] std::string option(std::string_view decision, std::string_view name) const;
  // Whether it is a combination that no authority may give in full.
  [[nodiscard]] bool given_by_nobody(std::string_view decision, std::string_view name) const;
  // The label of a fact, or of a field of a list's element (`case.seizures[2].substance`); empty where the schema has none.
  [[nodiscard]] std::string fact_label(std::string_view path) const;
  // The options that a rule is written `on`; empty for a rule on the decision, or one that the program does not have.
  [[nodiscard]] std::vector<std::string> options_of_rule(std::string_view rule) const;
  [[nodiscard]] std::string unit(std::string_view name) const;
  // `straffeloven § 232 a (utkast), third paragraph [M5-1.5-31 to M5-1.5-34, M5-1.5-38]`
  [[nodiscard]] std::string citation(eval::OutcomeCitation const& citation) const;
  [[nodiscard]] static std::string plain(std::string_view name);  // `_` becomes a blank
  [[nodiscard]] static std::vector<std::string> plain(std::vector<std::string> const& names);

  [[nodiscard]] std::string label(ir::Label const& label) const;  // empty where there is none in the language

 private:
  // Null: the program has no such option.
  [[nodiscard]] ir::EnumValue const* find_option(std::string_view decision, std::string_view name) const;

  ir::Program const* program_;
  Language language_;
};

// Runs of ids that count up in their last number are written as their ends: `M5-1.5-31 to M5-1.5-34`.
[[nodiscard]] std::vector<std::string> shorten_ids(std::vector<std::string> const& ids, Words const& words);

}  // namespace hjemmel::explain
