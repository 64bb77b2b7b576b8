// A table of the conclusions of all codes; sums of figures.
#include "engine/columns/outcome_column.h"

#include <algorithm>
#include <cstring>

#include "engine/base/check.h"
#include "engine/columns/codes.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBits = 8;

// A figure hangs on no code: any number stands for it.
eval::Conclusion conclusion_of(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision,
                               std::uint64_t code) {
  std::vector<std::uint32_t> const figures = figures_in(kernel.decisions[decision], code);
  return conclude_code(plan, kernel, decision, code, figures, std::vector<std::int64_t>(figures.size(), 1));
}

}  // namespace

std::optional<CodeTable> outcome_table(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision) {
  std::size_t const marks = kernel.decisions[decision].marks.size();
  if (marks > kBits) {
    return std::nullopt;
  }
  CodeTable table;
  table.fill(kNoOutcome);
  for (std::uint64_t code = 0; code < std::uint64_t{1} << marks; ++code) {
    eval::Conclusion const conclusion = conclusion_of(plan, kernel, decision, code);
    if (conclusion.status != eval::Status::decided || conclusion.options.size() != 1) {
      continue;
    }
    std::uint32_t const ordinal = conclusion.options.front().ordinal;
    if (ordinal >= kNoOutcome) {
      return std::nullopt;
    }
    table[code] = static_cast<std::uint8_t>(ordinal);
  }
  return table;
}

void leave_outcomes(CodeTable const& table, DecisionAnswers const& answers, std::size_t rows, std::uint8_t* ordinals,
                    Loops const& with) {
  if (answers.planes.empty()) {
    std::fill_n(ordinals, rows, table[0]);
    return;
  }
  with.translate(answers.planes.front().data(), table.data(), ordinals, rows);
}

void leave_figures(DecisionAnswers const& answers, std::size_t rows, std::int32_t* figures, Loops const& with) {
  std::fill_n(figures, answers.figures.empty() ? rows : 0, 0);
  for (FigureColumn const& figure : answers.figures) {
    CHECK(!figure.near.empty());
    if (&figure == &answers.figures.front()) {
      std::memcpy(figures, figure.near.data(), rows * sizeof(std::int32_t));
    } else {
      with.add_near(figure.near.data(), figures, rows);
    }
  }
}

}  // namespace hjemmel::columns
