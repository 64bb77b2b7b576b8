// Answers: what a kernel finds of the rows of a block, one column a decision or service.
//
// A code says which of the marks of a decision hold (DecisionCode::marks, the first one lowest); codes.h makes an outcome of it.
// A row that is open or irregular has no answer here: the machine decides it.
#pragma once

#include <cstdint>
#include <vector>

namespace hjemmel::columns {

using Plane = std::vector<std::uint8_t>;  // by row: eight truths, the first one lowest

// At its node's scale; 0 where its rule does not apply.
struct FigureColumn {
  std::vector<std::int32_t> near;  // by row, where the node's width has no more; else empty
  std::vector<std::int64_t> wide;  // by row, else

  [[nodiscard]] std::int64_t operator[](std::uint32_t row) const { return near.empty() ? wide[row] : near[row]; }
};

struct DecisionAnswers {
  std::vector<Plane> planes;          // of eight marks each
  std::vector<FigureColumn> figures;  // by DecisionCode::figures
  std::int32_t* sum =
      nullptr;  // of all figures, where a host wants it (BlockRunner::leave_figures); then they have none
  std::vector<std::uint8_t> open;  // by row, 0 or 255
  bool any_open = false;

  [[nodiscard]] std::uint64_t code(std::uint32_t row) const {
    std::uint64_t code = 0;
    for (std::size_t plane = 0; plane < planes.size(); ++plane) {
      code |= std::uint64_t{planes[plane][row]} << (8 * plane);
    }
    return code;
  }
};

struct ServiceAnswers {
  // Of eight criteria each: those that are not met. In `room`, or where a host wants them (BlockRunner::leave_failed).
  std::vector<std::uint8_t*> failed;
  std::vector<Plane> room;
  std::vector<std::uint8_t> open;  // by row: a criterion is
  bool any_open = false;

  ServiceAnswers() = default;
  ServiceAnswers(ServiceAnswers&&) = default;  // what is moved stays where it is
  ServiceAnswers(ServiceAnswers const&) = delete;
  ServiceAnswers& operator=(ServiceAnswers&&) = default;
  ServiceAnswers& operator=(ServiceAnswers const&) = delete;
  ~ServiceAnswers() = default;
};

struct Answers {
  std::vector<DecisionAnswers> decisions;  // by Schedule::decisions
  std::vector<ServiceAnswers> services;    // by Schedule::services
};

}  // namespace hjemmel::columns
