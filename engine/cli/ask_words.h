// Words of the interview: every word and sentence that it says by itself, one table a language.
//
// In: a language. Out: its table. A member with `{}` is a pattern whose places are filled in order (explain::phrase). Names of
// facts, rules and sources come from the package, messages about answers from the reader of facts. Tested in
// tests/unit/cli/ask_words_test.cpp and tests/golden/ask.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/api/ask.h"

namespace hjemmel::cli {

struct AskWords {
  std::string_view how;            // what may be typed besides an answer
  std::string_view any_element;    // the list's label
  std::string_view more_elements;  // the list's label, how many are told
  std::string_view field_of;       // the list's label, the element's number, the field's label
  // Why, and by whom.
  std::string_view asked_for;    // rules with citations
  std::string_view whether;      // instead of a rule: whether the question arises
  std::string_view ground;       // rule, ground
  std::string_view supplied_by;  // who
  std::string_view judged_by;    // who
  std::string_view judged;       // nobody in particular
  std::string_view not_judged_by;
  std::string_view weighing;
  std::string_view among_others;
  std::string_view most_weight;
  // Answers.
  std::string_view yes_or_no;
  std::string_view one_of;
  std::string_view whole_number;
  std::string_view decimal;
  std::string_view quantity;  // a number with the unit
  std::string_view amount;    // its unit is not known
  std::string_view date;
  std::string_view moment;
  std::string_view text;
  std::string_view at_least;  // a bound
  std::string_view at_most;   // a bound
  std::string_view or_not_applicable;
  std::string_view answer;  // the kinds above
  // Behind `?`.
  std::string_view outcomes;  // possible, left
  std::string_view cost;
  std::string_view range;
  std::string_view one_outcome;
  std::string_view some_outcomes;  // how many
  // Replies.
  std::string_view nothing_typed;
  std::string_view too_long;  // how many bytes
  std::string_view nothing_to_correct;
  // The end.
  std::string_view settled;
  std::string_view nothing_left;
  std::string_view stopped;
  std::string_view written;  // the file
  // Small words.
  std::string_view and_word;
  std::string_view or_word;
};

[[nodiscard]] AskWords const& ask_words_in(api::Language language);

// What a typed line is when it is no answer.
enum class Command : std::uint8_t { none, more, back, stop };

// Commands of both languages are taken whatever the language of the screen.
[[nodiscard]] Command command_of(std::string_view typed);

// The label in the language, in the other one where there is none; empty where there is neither.
[[nodiscard]] std::string_view label_in(ir::Label const& label, api::Language language);

}  // namespace hjemmel::cli
