// Steps in their order: nodes leave buffers, decisions and services take what they asked for.
#include "engine/columns/run.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBits = 8;

Plane empty_plane() { return Plane(kBlockRows, 0); }

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

Answers empty_answers(Kernel const& kernel, Schedule const& schedule) {
  Answers empty;
  for (std::uint32_t const index : schedule.decisions) {
    DecisionCode const& code = kernel.decisions[index];
    DecisionAnswers& answers = empty.decisions.emplace_back();
    answers.planes.assign(planes_for(code.marks.size()), empty_plane());
    answers.figures.assign(code.figures.size(), std::vector<std::int64_t>(kBlockRows));
    answers.open = empty_plane();
  }
  for (std::uint32_t const index : schedule.services) {
    ServiceAnswers& answers = empty.services.emplace_back();
    answers.failed.assign(planes_for(kernel.services[index].criteria.size()), empty_plane());
    answers.open = empty_plane();
  }
  return empty;
}

Runner::Runner(Kernel const& kernel, Schedule const& schedule, Loops const& with)
    : kernel_(kernel),
      schedule_(schedule),
      loops_(with),
      views_(kernel.nodes.size()),
      buffers_(schedule.buffers),
      widened_(3),
      offsets_(kernel.slots.scalars.size()),
      answers_(empty_answers(kernel, schedule)) {}

Answers const& Runner::run(Inputs const& inputs) {
  inputs_ = &inputs;
  for (std::vector<std::uint32_t>& offsets : offsets_) {
    offsets.clear();
  }
  for (Step const& step : schedule_.steps) {
    switch (step.kind) {
      case Step::Kind::node:
        run_node(step.index, step.buffer);
        break;
      case Step::Kind::decision:
        take_decision(step.index);
        break;
      case Step::Kind::service:
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

void Runner::take_decision(std::uint32_t asked) {
  DecisionCode const& code = kernel_.decisions[schedule_.decisions[asked]];
  DecisionAnswers& answers = answers_.decisions[asked];
  std::size_t const rows = inputs_->rows;
  answers.any_open = false;
  auto const open_where = [&](std::uint8_t const* open) {
    if (open != nullptr && !answers.any_open) {
      std::fill_n(answers.open.begin(), rows, std::uint8_t{0});
      answers.any_open = true;
    }
    if (open != nullptr) {
      loops_.add_to(open, answers.open.data(), rows);
    }
  };
  for (std::size_t mark = 0; mark < code.marks.size(); ++mark) {
    Plane& plane = answers.planes[mark / kBits];
    if (mark % kBits == 0) {
      std::fill_n(plane.begin(), rows, std::uint8_t{0});
    }
    std::uint32_t const node = code.marks[mark].node;
    loops_.collect(truth(node), static_cast<std::uint8_t>(1U << (mark % kBits)), plane.data(), rows);
    open_where(views_[node].open);
  }
  for (std::size_t at = 0; at < code.figures.size(); ++at) {
    ComputedFigure const& figure = code.figures[at];
    std::int64_t* const values = answers.figures[at].data();
    if (is_near(figure.node)) {
      loops_.keep_near(truth(figure.applies), near(figure.node, 0), values, rows);
    } else {
      loops_.keep(truth(figure.applies), wide(figure.node, 0), values, rows);
    }
    if (std::uint8_t const* const open = views_[figure.node].open; open != nullptr) {
      scratch_.resize(std::max(scratch_.size(), rows));
      loops_.conjunction(open, truth(figure.applies), scratch_.data(), rows);
      open_where(scratch_.data());
    }
  }
}

void Runner::take_service(std::uint32_t asked) {
  ServiceCode const& code = kernel_.services[schedule_.services[asked]];
  ServiceAnswers& answers = answers_.services[asked];
  std::size_t const rows = inputs_->rows;
  answers.any_open = false;
  for (std::size_t at = 0; at < code.criteria.size(); ++at) {
    Plane& plane = answers.failed[at / kBits];
    if (at % kBits == 0) {
      std::size_t const here = std::min(kBits, code.criteria.size() - at);
      std::fill_n(plane.begin(), rows, static_cast<std::uint8_t>((1U << here) - 1));
    }
    View const& criterion = views_[code.criteria[at]];
    loops_.drop(truth(code.criteria[at]), static_cast<std::uint8_t>(1U << (at % kBits)), plane.data(), rows);
    if (criterion.open != nullptr) {
      if (!answers.any_open) {
        std::fill_n(answers.open.begin(), rows, std::uint8_t{0});
      }
      answers.any_open = true;
      loops_.add_to(criterion.open, answers.open.data(), rows);
    }
  }
}

}  // namespace hjemmel::columns
