// BlockRunner: whatever answers the rows of a block: the interpreter of a kernel (run.h), or code that was compiled of it.
//
// All give the same answers of the same inputs, to the bit; see tests/differential/native_vs_interpreter_test.cpp. One thread's.
#pragma once

#include "engine/columns/answers.h"
#include "engine/columns/inputs.h"
#include "engine/columns/schedule.h"

namespace hjemmel::columns {

class BlockRunner {
 public:
  BlockRunner() = default;
  BlockRunner(BlockRunner const&) = delete;
  BlockRunner& operator=(BlockRunner const&) = delete;
  virtual ~BlockRunner() = default;

  // The answers stay until the next run.
  virtual Answers const& run(Inputs const& inputs) = 0;
  // Where the runs from now on leave the sum of a decision's figures, each 0 where its rule does not apply: a host's own column, with room
  // for the rows of a block from there on. The figures alone are then not told. None of them is wider than i32. Null: they are told again.
  virtual void leave_figures(std::size_t asked, std::int32_t* into) = 0;
  // Where the runs from now on leave which criteria fail of a service: a host's own column, with room for the rows of a block from
  // there on. `asked`: index into Answers::services; `plane`: of ServiceAnswers::failed.
  virtual void leave_failed(std::size_t asked, std::size_t plane, std::uint8_t* into) = 0;
};

// Room for so many rows, at most kMostRows.
[[nodiscard]] Answers empty_answers(Kernel const& kernel, Schedule const& schedule, std::uint32_t rows);

}  // namespace hjemmel::columns
