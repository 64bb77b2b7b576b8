// A question as the interview shows it: what is asked, why, who knows or judges it, and which answers are accepted.
//
// In: a question and the words of a language. Out: lines for a terminal, at most 100 columns. Tested in tests/golden/ask.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/ask_words.h"

namespace hjemmel::cli {

struct AskScreen {
  AskWords const& words;
  api::Language language;
};

// `names`: of the question, as QuestionResult has them.
[[nodiscard]] std::string question_screen(std::size_t number, interview::Question const& question,
                                          api::QuestionWords const& names, AskScreen const& screen);

// What `?` tells besides.
[[nodiscard]] std::string more_screen(interview::Question const& question, AskScreen const& screen);

}  // namespace hjemmel::cli
