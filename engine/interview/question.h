// Question: what an interview asks next, as data: the fact, why it is asked, and which answers are accepted.
//
// In: an undetermined outcome with its trace, the case it was decided for, and what is not to be asked again. Out: the best
// question that can still be asked, or none. Names are resolved: a Question outlives its program. Of a list whose elements are
// half told the fields come before the next element, and what an amount is of before the amount.
// Tested through api in tests/unit/api/ask_test.cpp, and in tests/golden/ask.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/eval/facts.h"
#include "engine/eval/outcome.h"
#include "engine/interview/hangs_on.h"

namespace hjemmel::interview {

// element: whether the list has a further one, yes or no.
enum class AnswerKind : std::uint8_t {
  yes_or_no,
  one_of,
  whole_number,
  decimal,
  quantity,
  amount,
  date,
  moment,
  text,
  element
};

[[nodiscard]] std::string_view answer_name(AnswerKind kind);  // `whole_number`

struct Choice {
  std::string value;
  ir::Label label;  // may be empty
};

struct Question {
  std::string decision;                    // or the duty, or the service that it settles first
  std::vector<std::string> services = {};  // of an interview about services: all that hang on it, `no.health.lar.lasso`
  std::string fact;                        // `case.seizures[2].amount`; `case.seizures[2]`: is there a second one
  eval::Missing missing;                   // kind, who judges or supplies it, factors, cost, outcomes left
  std::size_t outcomes = 0;                // possible now
  ir::Label label;                         // of the fact or field; of an element the list's
  ir::Label list_label;                    // of a field: its list's
  std::uint32_t element = 0;               // of a field or an element: its number, from 1
  ir::Sensitivity sensitivity = ir::Sensitivity::none;
  AnswerKind answer = AnswerKind::yes_or_no;
  std::vector<Choice> values;  // one_of
  std::string unit;            // quantity; amount: where it is known what it is of
  std::string minimum;         // as facts write it; empty: none
  std::string maximum;
  bool may_be_not_applicable = false;
  bool may_be_range = false;  // `between A and B` and the like are answers
  std::vector<Reason> reasons;
};

// What is undetermined: a decision, or what has become of a duty.
struct Open {
  std::string name;
  std::vector<eval::Missing> const& missing;
  std::size_t possible = 0;
  eval::DecisionTrace const& trace;
};

// Nothing where all that could settle it was asked, or is left open by the law. `skip`: paths that are not to be asked.
[[nodiscard]] std::optional<Question> best_question(ir::Program const& program, eval::Case const& facts,
                                                    Open const& open, std::span<std::string const> skip);

}  // namespace hjemmel::interview
