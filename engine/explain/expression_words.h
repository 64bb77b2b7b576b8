// Expressions of the program in words.
//
// In: an expression. Out: a clause that it holds or does not (of a truth), or a noun (of any other value); nothing where an
// operation has no words, so that the caller quotes the rules instead. Tested in tests/unit/explain/condition_words_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/explain/names.h"
#include "engine/explain/phrases.h"

namespace hjemmel::explain {

// An expression of more levels than this is quoted.
inline constexpr int kMostLevelsSaid = 8;

[[nodiscard]] std::optional<std::string> claim_words(ir::Program const& program, Names const& names, ir::ExprId expr,
                                                     bool holds);

// A fact's label as a noun of a sentence: in English with `the`, once; the path of a fact without a label in back-ticks.
[[nodiscard]] std::string as_noun(std::string const& label, Phrases const& say);

// `case.seizures` of a list, `offender` of `offender.birth_date`; of a path without a point the path.
[[nodiscard]] std::string group_of(std::string_view path);

}  // namespace hjemmel::explain
