// Figures: what the computed bounds of applied rules come to, known or open within an interval, and how they compare.
//
// A bound that is written out never comes here. The resolution computes the others; `choose` compares them, and what it cannot
// tell (is the one open figure greater than the other?) is noted as unclear, for the completions to split or to leave open.
// Tested in tests/unit/eval/figures_test.cpp and tests/differential.
#pragma once

#include <utility>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/eval/unknown.h"

namespace hjemmel::eval {

struct Figure {
  std::uint32_t block = 0;  // which one: BoundPlan::block
  Value value;              // known or open
  Interval bounds;
  Form form;
  bool sure = true;  // it is a number in every completion: it neither fails nor turns out not to apply
};

// An open figure that shows in the conclusion; `alone`: no other bound on its side limits it further.
struct ShownFigure {
  std::uint32_t block = 0;
  bool alone = true;
};

class Figures {
 public:
  void add(Figure figure);
  [[nodiscard]] std::vector<Figure> const& all() const { return all_; }
  [[nodiscard]] bool has_open() const { return has_open_; }
  [[nodiscard]] Figure const& of(std::uint32_t block) const;

  // The bound with its figure, where that is known; else as it stands.
  [[nodiscard]] BoundPlan settled(BoundPlan bound) const;
  [[nodiscard]] Interval range(BoundPlan const& bound) const;
  // Noted as unclear where the answer hangs on what is open; then what is returned says nothing.
  [[nodiscard]] bool greater(BoundPlan const& left, BoundPlan const& right);
  [[nodiscard]] bool equal(BoundPlan const& left, BoundPlan const& right);
  void note_unclear(BoundPlan const& left, BoundPlan const& right) { unclear_.emplace_back(left, right); }
  [[nodiscard]] std::vector<std::pair<BoundPlan, BoundPlan>> const& unclear() const { return unclear_; }

  enum class Likeness : std::uint8_t { different, unclear, equal };
  [[nodiscard]] Likeness likeness(BoundPlan const& left, BoundPlan const& right) const;

  void show(std::uint32_t block, bool alone) { shown_.push_back({block, alone}); }
  [[nodiscard]] std::vector<ShownFigure> const& shown() const { return shown_; }

 private:
  std::vector<Figure> all_;
  bool has_open_ = false;
  std::vector<std::pair<BoundPlan, BoundPlan>> unclear_;
  std::vector<ShownFigure> shown_;
};

[[nodiscard]] inline bool is_open(BoundPlan const& bound) { return bound.block != kNoIndex; }

// No value can meet both, of one parameter.
[[nodiscard]] bool exclude(BoundPlan const& left, BoundPlan const& right, Figures& figures);

// The same straight line of the same unknown.
[[nodiscard]] bool same_line(Form const& left, Form const& right);

}  // namespace hjemmel::eval
