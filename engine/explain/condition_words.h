// Conditions in words: what the rules ask, and how it turned out in the case, as clauses of a sentence.
//
// In: a condition of an explanation, and the program, for its expression and the labels of facts, values and terms. Out: main
// clauses without a capital and without a full stop. An expression that has no words is quoted as the rules have it, in
// back-ticks. Tested in tests/unit/explain/condition_words_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/explain/explanation.h"
#include "engine/explain/names.h"

namespace hjemmel::explain {

class ConditionWords {
 public:
  // The program must outlive the words.
  ConditionWords(ir::Program const& program, Language language);

  // What is so in the case: `the offender was under 18 years of age on the date of the act`, its denial, or `it is not settled
  // whether …`. Behind `unless` too it says what is so.
  [[nodiscard]] std::string statement(ConditionNote const& note) const;
  // That the condition holds, or that it does not, whatever the case says.
  [[nodiscard]] std::string claim(ConditionNote const& note, bool holds) const;
  // The figures that made it so: `the total amount of cannabis is 17 g, and the limit is 15 g`; empty where there are none.
  [[nodiscard]] std::string weighed(ConditionNote const& note) const;
  // What leaves it open, where the statement does not say so itself; empty otherwise.
  [[nodiscard]] std::string waiting_for(ConditionNote const& note) const;

  // A fact's label, that of a list's element with its number, or the path where the schema has no label.
  [[nodiscard]] std::string fact(std::string_view path) const;
  // Whoever or whatever the fact is about: the label of its group.
  [[nodiscard]] std::string holder(std::string_view path) const;
  [[nodiscard]] Names const& names() const { return names_; }

 private:
  [[nodiscard]] std::string measure_words(Measure const& measure) const;

  ir::Program const& program_;
  Names names_;
};

}  // namespace hjemmel::explain
