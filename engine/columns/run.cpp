// Steps in their order: nodes leave buffers, decisions and services take what they asked for.
#include "engine/columns/run.h"

#include <algorithm>

#include "engine/base/check.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBits = 8;  // of a plane

std::size_t planes_for(std::size_t truths) { return (truths + kBits - 1) / kBits; }

}  // namespace

Inputs inputs_of(Block const& block) {
  Inputs inputs;
  inputs.rows = block.rows;
  auto const input = [](Column const& column) {
    return ColumnInput{column.values.data(), column.any_open ? column.open.data() : nullptr};
  };
  for (Column const& column : block.scalars) {
    inputs.scalars.push_back(input(column));
  }
  for (ListColumn const& list : block.lists) {
    ListInput& given = inputs.lists.emplace_back();
    given.offsets = list.offsets.data();
    given.open = list.any_open ? list.open.data() : nullptr;
    std::transform(list.fields.begin(), list.fields.end(), std::back_inserter(given.fields), input);
  }
  return inputs;
}

Answers empty_answers(Kernel const& kernel, Schedule const& schedule, std::uint32_t rows) {
  CHECK(rows <= kMostRows);
  Plane const empty_plane(rows, 0);
  Answers empty;
  for (std::uint32_t const index : schedule.decisions) {
    DecisionCode const& code = kernel.decisions[index];
    DecisionAnswers& answers = empty.decisions.emplace_back();
    answers.planes.assign(planes_for(code.marks.size()), empty_plane);
    for (ComputedFigure const& figure : code.figures) {
      bool const near = kernel.nodes[figure.node].width != Width::i64;
      FigureColumn& column = answers.figures.emplace_back();
      column.near.resize(near ? rows : 0);
      column.wide.resize(near ? 0 : rows);
    }
    answers.open = empty_plane;
  }
  for (std::uint32_t const index : schedule.services) {
    ServiceAnswers& answers = empty.services.emplace_back();
    answers.room.assign(planes_for(kernel.services[index].criteria.size()), empty_plane);
    std::transform(answers.room.begin(), answers.room.end(), std::back_inserter(answers.failed),
                   [](Plane& plane) { return plane.data(); });
    answers.open = empty_plane;
  }
  return empty;
}

Runner::Runner(Kernel const& kernel, Schedule const& schedule, Loops const& with, std::uint32_t rows)
    : kernel_(kernel),
      schedule_(schedule),
      fused_(fuse(kernel, schedule)),
      loops_(with),
      most_rows_(rows),
      views_(kernel.nodes.size()),
      buffers_(fused_.buffers),
      widened_(3),
      answers_(empty_answers(kernel, schedule, rows)) {
  for (std::size_t asked = 0; asked < fused_.tables.size(); ++asked) {  // a code that nothing changes is told once
    auto const& table = fused_.tables[asked];
    for (std::size_t plane = 0; table && table->atoms.empty() && plane < table->planes.size(); ++plane) {
      answers_.decisions[asked].planes[plane].assign(rows, table->planes[plane][0]);
    }
  }
}

void Runner::leave_figures(std::size_t asked, std::int32_t* into) {
  DecisionAnswers& answers = answers_.decisions[asked];
  CHECK(std::none_of(answers.figures.begin(), answers.figures.end(),
                     [](FigureColumn const& figure) { return figure.near.empty(); }));
  answers.sum = into;
}

void Runner::leave_failed(std::size_t asked, std::size_t plane, std::uint8_t* into) {
  answers_.services[asked].failed[plane] = into;
}

Answers const& Runner::run(Inputs const& inputs) {
  CHECK(inputs.rows <= most_rows_);
  inputs_ = &inputs;
  load();
  bool tabled = false;
  for (std::size_t at = 0; at < fused_.steps.size(); ++at) {
    FusedStep const& step = fused_.steps[at];
    switch (step.kind) {
      case FusedStep::Kind::node:
        run_node(step.index, step.buffer);
        break;
      case FusedStep::Kind::table:
        tabled = take_table(step.index);
        at += tabled ? step.skip : 0;
        break;
      case FusedStep::Kind::decision:
        if (!tabled) {
          take_marks(step.index);
        }
        take_figures(step.index);
        tabled = false;
        break;
      case FusedStep::Kind::service:
        take_service(step.index);
        break;
    }
  }
  return answers_;
}

std::size_t Runner::length(Node const& node) const {
  if (node.list == kNone) {
    return inputs_->rows;
  }
  std::uint32_t const* const offsets = inputs_->lists[node.list].offsets;
  return offsets[inputs_->rows] - offsets[0];
}

}  // namespace hjemmel::columns
