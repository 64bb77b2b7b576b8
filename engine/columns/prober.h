// Prober: rows that stand open, shown to be undetermined by two completions that come to different outcomes.
//
// In: a block in which open means unknown or not asked (not: does not apply, within a range, or more than a slot holds), and rows that a
// kernel left open. Out: which of them have two completions with different conclusions, so that the machine would call them
// undetermined. What is not shown so is the machine's to decide: it may be settled all the same. A completion gives each open fact a
// value that its schema allows; an open list has the elements that are told and no more. Tested in
// tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "engine/columns/codes.h"
#include "engine/columns/run.h"

namespace hjemmel::columns {

class Prober {
 public:
  // All must outlive it.
  Prober(eval::Plan const& plan, Kernel const& kernel, Schedule const& schedule, Loops const& with = loops());

  // `rows`: of `block`, at most kBlockRows. By row given and then by Schedule::decisions: 1 where it is shown to be undetermined.
  std::vector<std::uint8_t> const& probe(Block const& block, std::span<std::uint32_t const> rows,
                                         std::vector<Codes>& codes);

 private:
  // What an open fact is tried with.
  struct Trial {
    std::uint32_t fact = 0;
    std::uint32_t field = kNone;
    std::vector<std::int64_t> values;  // those that are the furthest apart come first and last
    // It may not be free: a default or a presumption fills it, or an amount beside it says what it can be.
    bool may_be_bound = false;
    Column completed;  // its column, with values for what is open
  };

  // A column with something open that may not be free; `offsets`: of a list, else null.
  struct Bound {
    Column const* column;
    std::vector<std::uint32_t> const* offsets;
  };

  void find_trials();
  void add_trial(std::uint32_t load, std::vector<std::int64_t> values);
  [[nodiscard]] bool may_be_bound(Node const& load) const;
  [[nodiscard]] std::vector<Bound> bound_columns(Block const& block) const;
  [[nodiscard]] static bool is_free(std::vector<Bound> const& bound, std::uint32_t row);
  void complete(Block const& block, std::span<std::uint32_t const> rows, std::uint32_t round);
  void complete(Trial& trial, Block const& block, std::span<std::uint32_t const> rows, std::uint32_t round);

  void compare(Answers const& answers, std::uint32_t row, std::uint32_t given, std::vector<Codes>& codes);

  eval::Plan const& plan_;
  Kernel const& kernel_;
  Schedule const& schedule_;
  Loops const& loops_;
  Runner runner_;
  Inputs inputs_;              // the block, completed
  std::vector<Trial> trials_;  // of the facts that the schedule reads
  std::vector<std::uint8_t> shown_;
  std::vector<Coded const*> first_;  // by row given and decision
};

}  // namespace hjemmel::columns
