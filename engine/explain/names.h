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
  // The same for a bool as a whole statement; empty where the schema has none.
  [[nodiscard]] std::string fact_claim(std::string_view path, bool holds) const;
  // What a value of the enumeration of that fact, definition, parameter or table is called: the label or the name's own words;
  // empty where it is no such value.
  [[nodiscard]] std::string value_label(std::string_view path, std::string_view value) const;
  // The same for a value that a field of the list may have, and for one that any enumeration has.
  [[nodiscard]] std::string key_label(std::string_view list, std::string_view value) const;
  [[nodiscard]] std::string any_value(std::string_view value) const;
  // The same for a key of the table.
  [[nodiscard]] std::string table_key(std::string_view table, std::string_view key) const;
  // The options that a rule is written `on`; empty for a rule on the decision, or one that the program does not have.
  [[nodiscard]] std::vector<std::string> options_of_rule(std::string_view rule) const;
  [[nodiscard]] std::string unit(std::string_view name) const;
  // `straffeloven § 232 a (utkast), third paragraph [M5-1.5-31 to M5-1.5-34, M5-1.5-38]`
  [[nodiscard]] std::string citation(eval::OutcomeCitation const& citation) const;
  // What the package calls a rule, a definition, an authority, a group of facts; empty where it does not say.
  [[nodiscard]] std::string name_label(std::string_view name) const;
  // The same as a whole statement that it holds, or does not; empty where the package does not say.
  [[nodiscard]] std::string claim(std::string_view name, bool holds) const;
  // The label, or else the name's own words.
  [[nodiscard]] std::string word(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> words(std::vector<std::string> const& names) const;
  [[nodiscard]] bool is_enumeration(std::string_view name) const;
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] static std::string plain(std::string_view name);  // `_` becomes a blank
  [[nodiscard]] static std::vector<std::string> plain(std::vector<std::string> const& names);
  [[nodiscard]] std::string label(ir::Label const& label) const;  // empty where there is none in the language

 private:
  [[nodiscard]] ir::NameLabel const* find_label(std::string_view name) const;
  // Null: the program has no such option.
  [[nodiscard]] ir::EnumValue const* find_option(std::string_view decision, std::string_view name) const;

  ir::Program const* program_;
  Language language_;
};

// Runs of ids that count up in their last number are written as their ends: `M5-1.5-31 to M5-1.5-34`.
[[nodiscard]] std::vector<std::string> shorten_ids(std::vector<std::string> const& ids, Words const& words);

}  // namespace hjemmel::explain
