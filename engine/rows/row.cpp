// Atoms to a key, the key to an outcome that is kept.
#include "engine/rows/row.h"

#include <algorithm>

#include "engine/columns/codes.h"
#include "engine/columns/schedule.h"

namespace hjemmel::rows {
namespace {

constexpr std::size_t kFewAtoms = 12;
constexpr std::size_t kRecent = 1024;  // a power of two

}  // namespace

std::size_t Row::KeyHash::operator()(Key const& key) const {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;
  std::uint64_t const mixed = (key.yes ^ (key.open * kMix)) * kMix;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32));
}

Row::Row(eval::Plan const& plan, Kernel const& kernel, Layout const& layout, std::uint32_t decision,
         std::optional<RowCode> native)
    : plan_(plan),
      kernel_(kernel),
      decision_(decision),
      code_(kernel.decisions[decision]),
      native_(std::move(native)),
      atoms_(kernel, layout) {
  Truths truths = truths_of(kernel, code_);
  nodes_ = std::move(truths.atoms);
  logic_ = std::move(truths.logic);
  refused_ = nodes_.size() > kMostAtoms ? "it hangs on too many truths" : "";
  if (refused_.empty()) {
    atoms_.add_group(nodes_);
  }
  atoms_.finish();
  for (columns::ComputedFigure const& figure : code_.figures) {
    figures_.push_back(figure_source(kernel, layout, figure.node));
  }
  no_figure_.table.resize(1);
  auto const quick = std::find_if(figures_.begin(), figures_.end(), [](auto const& one) { return !one.table.empty(); });
  if (quick != figures_.end()) {
    no_figure_.place.offset = quick->place.offset;
    no_figure_.width = quick->width;
  } else if (Extent const extent = extent_of(kernel.slots, layout); extent.end != 0) {
    no_figure_.place.offset = extent.first;
  }
  values_.resize(code_.figures.size() + 1);
  native_figures_.resize(code_.figures.size() + 1);
  cells_.resize(kernel.nodes.size());
  dense_.resize(nodes_.size() <= kFewAtoms ? std::size_t{1} << nodes_.size() : 0);
  native_dense_.resize(native_ ? dense_.size() : 0);
  recent_.resize(kRecent);
}

RowAnswer Row::decide(void const* facts) {
  auto const* const row = static_cast<std::byte const*>(facts);
  return native_ ? answer_natively(row) : answer(atoms_.run_word(row), row);
}

// Where a fact is open, or a figure is, it is the interpreter's.
inline RowAnswer Row::answer_natively(std::byte const* row) {
  std::byte any{0};
  for (std::uint32_t const open : native_->opens) {
    any |= row[open];
  }
  if (any != std::byte{0}) [[unlikely]] {
    return answer(atoms_.run_word(row), row);
  }
  auto const [yes, open] = native_->run(row, native_->places.data(), native_figures_.data());
  if (open != 0 || yes >= native_dense_.size()) [[unlikely]] {
    return answer_slowly({yes, open}, row);
  }
  NativeEnding const& ending = native_dense_[yes];
  auto const open_figures = static_cast<std::uint64_t>(native_figures_[code_.figures.size()]);
  if (ending.outcome == nullptr || (ending.figures & open_figures) != 0) [[unlikely]] {
    return answer_slowly({yes, open}, row);
  }
  return {ending.outcome, native_figures_.data() + ending.first};
}

RowAnswer Row::decide(void const* facts, RowTrace& trace) {
  auto const* const row = static_cast<std::byte const*>(facts);
  return answer(atoms_.run_word(row, trace), row);
}

// No jump in it hangs on what the case is, as long as the facts are known and the key was met before.
inline RowAnswer Row::answer(Key key, std::byte const* row) {
  if (key.open != 0 || key.yes >= dense_.size()) [[unlikely]] {
    return answer_slowly(key, row);
  }
  Ending const& ending = dense_[key.yes];
  if (ending.table == nullptr) [[unlikely]] {
    return answer_slowly(key, row);
  }
  auto const at = static_cast<std::uint64_t>(load(ending.width, row + ending.place.offset) - ending.least);
  Cell const cell = ending.table[std::min(at, ending.last)];
  values_[0] = cell.value;
  bool const open = cell.open || (ending.place.open != kNone && row[ending.place.open] != std::byte{0});
  return open ? RowAnswer{} : RowAnswer{ending.outcome, values_.data()};
}

RowAnswer Row::answer_slowly(Key key, std::byte const* row) {
  RowOutcome const* const outcome = ending_of(key).outcome;
  if (outcome == nullptr) {
    return {};
  }
  std::size_t next = 0;
  for (std::uint32_t const figure : outcome->figures) {
    Cell const cell = figures_[figure].run(row);
    if (cell.open) {
      return {};
    }
    values_[next++] = cell.value;
  }
  return {outcome, values_.data()};
}

Row::Ending const& Row::ending_of(Key key) {
  Recent& recent = recent_[KeyHash()(key) % kRecent];
  if (recent.ending != nullptr && recent.key == key) {
    return *recent.ending;
  }
  auto at = outcomes_.find(key);
  if (at == outcomes_.end()) {
    if (outcomes_.size() >= kMostOutcomes) {
      std::fill(dense_.begin(), dense_.end(), Ending{});
      std::fill(native_dense_.begin(), native_dense_.end(), NativeEnding{});
      std::fill(recent_.begin(), recent_.end(), Recent{});
      outcomes_.clear();
    }
    at = outcomes_.emplace(key, work_out(key)).first;
  }
  Ending const& ending = at->second->ending;
  if (key.open == 0 && key.yes < dense_.size()) {
    dense_[key.yes] = ending;
    if (native_) {
      native_dense_[key.yes] = native_ending(ending.outcome);
    }
  }
  recent = {key, &ending};
  return ending;
}

void Row::evaluate(Key key) {
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    cells_[nodes_[at]] = {static_cast<std::int64_t>(key.yes >> at & 1U), (key.open >> at & 1U) != 0};
  }
  for (std::uint32_t const node : logic_) {
    cells_[node] = connected(kernel_.nodes[node], cells_);
  }
}

std::unique_ptr<Row::Kept> Row::work_out(Key key) {
  auto kept = std::make_unique<Kept>();
  if (settle(key, kept->outcome)) {
    kept->ending = ending(kept->outcome);
  }
  return kept;
}

// False where it is open.
bool Row::settle(Key key, RowOutcome& outcome) {
  evaluate(key);
  for (std::size_t mark = 0; mark < code_.marks.size(); ++mark) {
    Cell const& cell = cells_[code_.marks[mark].node];
    if (cell.open) {
      return false;
    }
    outcome.code |= static_cast<std::uint64_t>(cell.value) << mark;
  }
  outcome.figures = figures_in(code_, outcome.code);
  outcome.rules = rule_states();
  if (outcome.figures.empty()) {
    outcome.conclusion = conclude_code(plan_, kernel_, decision_, outcome.code, {}, {});
  }
  return true;
}

Row::Ending Row::ending(RowOutcome const& outcome) const {
  Ending ending;
  ending.outcome = &outcome;
  FigureSource const& source = outcome.figures.empty() ? no_figure_ : figures_[outcome.figures.front()];
  if (outcome.figures.size() > 1 || source.table.empty() || source.place.offset == kNone) {
    return ending;
  }
  ending.table = source.table.data();
  ending.least = source.least;
  ending.last = source.table.size() - 1;
  ending.place = source.place;
  ending.width = source.width;
  return ending;
}

// None where its figures do not stand one behind the other.
Row::NativeEnding Row::native_ending(RowOutcome const* outcome) {
  NativeEnding ending{outcome, 0, 0};
  for (std::size_t at = 0; outcome != nullptr && at < outcome->figures.size(); ++at) {
    ending.first = outcome->figures.front();
    ending.figures |= std::uint64_t{1} << outcome->figures[at];
    if (outcome->figures[at] != ending.first + at) {
      return {};
    }
  }
  return ending;
}

std::vector<eval::RuleState> Row::rule_states() const {
  std::vector<eval::RuleState> states(plan_.decisions[decision_].rules.size(), eval::RuleState::guard_false);
  std::vector<bool> applies(plan_.rules.size());
  for (columns::Mark const& mark : code_.marks) {
    applies[mark.rule] =
        applies[mark.rule] || (mark.kind == columns::MarkKind::applies && cells_[mark.node].value != 0);
  }
  for (columns::Mark const& mark : code_.marks) {
    bool const is_open = mark.kind == columns::MarkKind::applies && cells_[mark.guard].open;
    if (is_open) {
      states[plan_.rules[mark.rule].place] = eval::RuleState::open;
    }
    if (mark.kind != columns::MarkKind::applies || is_open || cells_[mark.guard].value == 0) {
      continue;
    }
    eval::RulePlan const& rule = plan_.rules[mark.rule];
    bool const out =
        std::ranges::any_of(plan_.of(rule.disappliers), [&](std::uint32_t other) { return applies[other]; });
    states[rule.place] = applies[mark.rule] ? eval::RuleState::applied
                         : out              ? eval::RuleState::disapplied
                                            : eval::RuleState::overridden;
  }
  return states;
}

eval::Conclusion Row::conclusion(RowAnswer const& answer) const {
  std::vector<std::uint32_t> const& figures = answer.outcome->figures;
  std::vector<std::int64_t> const values(answer.figures, answer.figures + figures.size());
  return figures.empty() ? answer.outcome->conclusion
                         : conclude_code(plan_, kernel_, decision_, answer.outcome->code, figures, values);
}

}  // namespace hjemmel::rows
