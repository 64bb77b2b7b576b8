// Case: the facts of one case, bound to the slots that a plan reads.
//
// `facts` (the readers) builds it, the machine reads it, the completions make changed copies. Slots are the FactIds of the
// program: scalar facts in `scalars` (a list's slot there is unused), lists in `lists` by the same index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/eval/unknown.h"

namespace hjemmel::eval {

// complete: these rows and no others. at_least: these, perhaps more. unknown and not_asked: perhaps any, `rows` is 0.
// more: these and at least one more; no reader gives it, the completions do.
enum class ListState : std::uint8_t { not_asked, unknown, at_least, complete, not_applicable, more };

struct ListFact {
  ListState state = ListState::not_asked;
  std::uint32_t rows = 0;
  std::uint32_t fields = 0;  // of its record
  std::vector<Value> cells;  // row by row

  [[nodiscard]] Value const& cell(std::uint32_t row, std::uint32_t field) const { return cells[row * fields + field]; }
  [[nodiscard]] Value& cell(std::uint32_t row, std::uint32_t field) { return cells[row * fields + field]; }
  [[nodiscard]] bool is_closed() const { return state == ListState::complete || state == ListState::not_applicable; }
};

// Where a fact came from, as its long form says.
struct Origin {
  std::uint32_t fact = 0;
  std::string by;        // who judged it
  std::string known_on;  // ISO date
  std::string from;
  // Of a field of an element of the list `fact`.
  std::uint32_t row = UINT32_MAX;
  std::uint32_t field = UINT32_MAX;
};

// What a case is decided on besides its facts.
struct Basis {
  std::vector<std::uint32_t> readings;  // by reading: which choice; none: the first of each
  // Facts and parameters that stand open here, whatever would fill them: to see whether the outcome rests on that.
  std::vector<Unknown> freed;
};

struct Case {
  std::vector<Value> scalars;
  std::vector<ListFact> lists;
  std::vector<Interval> ranges;  // of facts that are unknown within a range
  std::vector<std::string> texts;
  std::vector<Origin> origins;
  Basis basis;
};

}  // namespace hjemmel::eval
