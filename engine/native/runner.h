// Runner: compiled code over the rows of a block; the interpreter where a column that the code reads is open.
//
// In: columns. Out: the answers of columns::Runner, to the bit. One thread's. Tested in
// tests/differential/native_vs_interpreter_test.cpp.
#pragma once

#include <vector>

#include "engine/columns/run.h"
#include "engine/native/abi.h"
#include "engine/native/source.h"

namespace hjemmel::native {

class Runner final : public columns::BlockRunner {
 public:
  using Code = void (*)(Call const*);

  // All must outlive the runner; `code` is that of `unit`, and `unit` that of the kernel and the schedule. `rows`: of
  // a block, at most; no more than columns::kMostRows.
  Runner(columns::Kernel const& kernel, columns::Schedule const& schedule, Unit const& unit, Code code,
         std::uint32_t rows = columns::kBlockRows);

  columns::Answers const& run(columns::Inputs const& inputs) override;
  void leave_figures(std::size_t asked, std::int32_t* into) override;
  void leave_failed(std::size_t asked, std::size_t plane, std::uint8_t* into) override;

 private:
  [[nodiscard]] bool is_open(columns::Inputs const& inputs) const;
  void point_at(columns::Inputs const& inputs);

  Unit const& unit_;
  Code code_;
  std::uint32_t const most_rows_;
  columns::Runner interpreter_;
  columns::Answers answers_;
  std::vector<std::uint8_t*> planes_;
  std::vector<void*> figures_;
  std::vector<std::int32_t*> sums_;
  std::vector<std::size_t> failed_at_;  // by service: its first one among `planes_`
  std::vector<void const*> columns_;
  std::vector<std::uint32_t const*> offsets_;
  std::vector<std::size_t> elements_;
  columns::Bytes scratch_;
};

}  // namespace hjemmel::native
