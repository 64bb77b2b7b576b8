// Whether an effect goes on with a figure: what begins no name, the words of a value, or a name with an operator behind it. A
// name alone may be an option or a figure, and the decision says which.
#include <algorithm>
#include <array>

#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax::grammar::scan {
namespace {

constexpr std::array<Keyword, 12> kBeginnings{"the lesser of", "the greater of", "the earlier of", "the later of",
                                              "the least",     "the greatest",   "the earliest",   "the latest",
                                              "age of",        "month of",       "year of",        "if"};

// `total` and `count` are names too; a word or a bracket on their line makes them what they are in an expression.
bool begins_aggregate(Session const& session, Iterator at, Keyword keyword) {
  if (!stands_at(session, at, keyword)) {
    return false;
  }
  Iterator const next = skip_spaces(at + keyword.in(session.language()).size(), session.end());
  std::string_view const follower = word_at(next, session.end());
  return !follower.empty() && !is_reserved(follower, session.language()) &&
         !begins_clause(follower, session.language());
}

// `+`, `rounded to`, a bracket: an option has none of them behind it.
bool is_operator(Session const& session, Iterator at) {
  if (!session.open_at(at)) {
    return false;
  }
  bool const date =
      stands_at(session, at, "at") && !stands_at(session, at, "at most") && !stands_at(session, at, "at least");
  return std::string_view("+-*/(").find(*at) != std::string_view::npos || date || stands_at(session, at, "rounded to");
}

}  // namespace

bool figure_ahead(Session& session, Iterator first) {
  if (!session.open_at(first)) {
    return false;
  }
  bool const no_name = is_digit(*first) || *first == '(' || *first == '-';
  bool const words = std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                 [&](Keyword beginning) { return stands_at(session, first, beginning); });
  if (no_name || words || begins_aggregate(session, first, "total") || begins_aggregate(session, first, "count")) {
    return true;
  }
  Iterator const name = end_of_name(first, session.end());
  Iterator const path = end_of_path(first, session.end());
  return path != name || (name != first && is_operator(session, skip_blanks(name, session.end())));
}

}  // namespace hjemmel::syntax::grammar::scan
