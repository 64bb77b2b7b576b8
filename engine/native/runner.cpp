// Pointers in the order that the unit tells, and one call.
#include "engine/native/runner.h"

#include <algorithm>

#include "engine/base/check.h"

namespace hjemmel::native {

Runner::Runner(columns::Kernel const& kernel, columns::Schedule const& schedule, Unit const& unit, Code code,
               std::uint32_t rows)
    : unit_(unit),
      code_(code),
      most_rows_(rows),
      interpreter_(kernel, schedule, columns::loops(), rows),
      answers_(columns::empty_answers(kernel, schedule, rows)),
      sums_(schedule.decisions.size()),
      columns_(unit.columns.size()),
      offsets_(unit.lists.size()),
      elements_(unit.lists.size()) {
  for (std::size_t at = 0; at < answers_.decisions.size(); ++at) {
    columns::DecisionAnswers& one = answers_.decisions[at];
    std::transform(one.planes.begin(), one.planes.end(), std::back_inserter(planes_),
                   [](columns::Plane& plane) { return plane.data(); });
    planes_.push_back(one.open.data());
    std::transform(one.figures.begin(), one.figures.end(), std::back_inserter(figures_),
                   [](columns::FigureColumn& figure) -> void* {
                     return figure.near.empty() ? static_cast<void*>(figure.wide.data()) : figure.near.data();
                   });
    one.any_open = unit.decisions_open[at];
  }
  for (std::size_t at = 0; at < answers_.services.size(); ++at) {
    columns::ServiceAnswers& one = answers_.services[at];
    failed_at_.push_back(planes_.size());
    planes_.insert(planes_.end(), one.failed.begin(), one.failed.end());
    planes_.push_back(one.open.data());
    one.any_open = unit.services_open[at];
  }
}

void Runner::leave_figures(std::size_t asked, std::int32_t* into) {
  interpreter_.leave_figures(asked, into);
  answers_.decisions[asked].sum = into;
  sums_[asked] = into;
}

void Runner::leave_failed(std::size_t asked, std::size_t plane, std::uint8_t* into) {
  interpreter_.leave_failed(asked, plane, into);
  answers_.services[asked].failed[plane] = into;
  planes_[failed_at_[asked] + plane] = into;
}

bool Runner::is_open(columns::Inputs const& inputs) const {
  auto const column = [&](Read const& read) {
    columns::ColumnInput const& input =
        read.field == columns::kNone ? inputs.scalars[read.fact] : inputs.lists[read.fact].fields[read.field];
    return input.open != nullptr;
  };
  return std::any_of(unit_.columns.begin(), unit_.columns.end(), column) ||
         std::any_of(unit_.lists.begin(), unit_.lists.end(),
                     [&](std::uint32_t list) { return inputs.lists[list].open != nullptr; });
}

void Runner::point_at(columns::Inputs const& inputs) {
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    Read const& read = unit_.columns[at];
    columns_[at] = read.field == columns::kNone ? inputs.scalars[read.fact].values
                                                : inputs.lists[read.fact].fields[read.field].values;
  }
  for (std::size_t at = 0; at < offsets_.size(); ++at) {
    offsets_[at] = inputs.lists[unit_.lists[at]].offsets;
    elements_[at] = offsets_[at][inputs.rows] - offsets_[at][0];
  }
}

columns::Answers const& Runner::run(columns::Inputs const& inputs) {
  if (inputs.rows == 0 || is_open(inputs)) {
    return interpreter_.run(inputs);
  }
  CHECK(inputs.rows <= most_rows_);
  point_at(inputs);
  scratch_.reserve(unit_.scratch_bytes(inputs.rows, elements_));
  Call const call{inputs.rows,
                  columns_.data(),
                  offsets_.data(),
                  planes_.data(),
                  figures_.data(),
                  sums_.data(),
                  reinterpret_cast<unsigned char*>(scratch_.data())};
  code_(&call);
  return answers_;
}

}  // namespace hjemmel::native
