// Atoms to a key, the key to an outcome that is kept.
#include "engine/columns/row.h"

#include <algorithm>

#include "engine/columns/codes.h"
#include "engine/columns/schedule.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kFewAtoms = 12;
constexpr std::size_t kRecent = 1024;          // a power of two
constexpr std::size_t kMostOutcomes = 65'536;  // then what was kept is forgotten
constexpr std::int64_t kMostTabled = 1024;

bool connects(Op op) {
  return op == Op::conjunction || op == Op::disjunction || op == Op::negation || op == Op::choose_truth ||
         op == Op::truth;
}

FigureSource figure_source(Kernel const& kernel, Layout const& layout, std::uint32_t node) {
  FigureSource source;
  source.scalar = std::make_unique<Scalar>(kernel, layout, node);
  std::uint32_t const only = source.scalar->only_load();
  if (only == kNone) {
    return source;
  }
  Node const& load = kernel.nodes[only];
  source.place = layout.scalars[load.a];
  if (source.place.offset == kNone || load.most - load.least >= kMostTabled) {
    return source;
  }
  source.width = load.width;
  source.least = load.least;
  for (std::int64_t value = load.least; value <= load.most; ++value) {
    source.table.push_back(source.scalar->run_with({value, false}));
  }
  return source;
}

}  // namespace

Cell FigureSource::run(std::byte const* row) const {
  if (table.empty()) {
    return scalar->run(row);
  }
  if (place.open != kNone && row[place.open] != std::byte{0}) {
    return {0, true};
  }
  auto const at = static_cast<std::uint64_t>(Atoms::loaded(width, row + place.offset) - least);
  return at < table.size() ? table[at] : Cell{0, true};
}

std::size_t Row::KeyHash::operator()(Key const& key) const {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;
  std::uint64_t const mixed = (key.yes ^ (key.open * kMix)) * kMix;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32));
}

Row::Row(eval::Plan const& plan, Kernel const& kernel, Layout const& layout, std::uint32_t decision)
    : plan_(plan),
      kernel_(kernel),
      layout_(layout),
      decision_(decision),
      code_(kernel.decisions[decision]),
      atoms_(kernel, layout) {
  std::vector<std::uint32_t> open;
  std::vector<bool> seen(kernel.nodes.size());
  for (Mark const& mark : code_.marks) {
    open.push_back(mark.node);
    if (mark.guard != kNone) {
      open.push_back(mark.guard);
    }
  }
  while (!open.empty()) {
    std::uint32_t const node = open.back();
    open.pop_back();
    if (seen[node]) {
      continue;
    }
    seen[node] = true;
    if (connects(kernel.nodes[node].op)) {
      logic_.push_back(node);
      add_operands(kernel, kernel.nodes[node], open);
    } else {
      nodes_.push_back(node);
    }
  }
  std::sort(logic_.begin(), logic_.end());
  std::sort(nodes_.begin(), nodes_.end());
  refused_ = nodes_.size() > kMostAtoms ? "it hangs on too many truths" : "";
  if (refused_.empty()) {
    atoms_.add_group(nodes_);
  }
  atoms_.finish();
  for (ComputedFigure const& figure : code_.figures) {
    figures_.push_back(figure_source(kernel, layout, figure.node));
  }
  values_.resize(code_.figures.size());
  cells_.resize(kernel.nodes.size());
  dense_.resize(nodes_.size() <= kFewAtoms ? std::size_t{1} << nodes_.size() : 0);
  recent_.resize(kRecent);
}

RowAnswer Row::decide(void const* facts) {
  auto const* const row = static_cast<std::byte const*>(facts);
  atoms_.run(row);
  return answer({atoms_.yes(0), atoms_.open(0)}, row);
}

RowAnswer Row::decide(void const* facts, RowTrace& trace) {
  auto const* const row = static_cast<std::byte const*>(facts);
  atoms_.run(row);
  Key const key{atoms_.yes(0), atoms_.open(0)};
  trace.clear();
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    bool const open = (key.open >> at & 1U) != 0;
    Truth3 const truth = open ? Truth3::open : static_cast<Truth3>(key.yes >> at & 1U);
    atoms_.maker().tell(atoms_.atom(at), nodes_[at], truth, row, trace);
  }
  return answer(key, row);
}

RowAnswer Row::answer(Key key, std::byte const* row) {
  bool const is_dense = key.open == 0 && !dense_.empty();
  Kept& kept = is_dense ? dense_[key.yes] : recent_[KeyHash()(key) % kRecent];
  if (!kept.known || (!is_dense && kept.key != key)) {
    kept = {key, outcome_of(key), true};
  }
  RowOutcome const* const outcome = kept.outcome;
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

// Null where it is open.
RowOutcome const* Row::outcome_of(Key key) {
  auto at = outcomes_.find(key);
  if (at == outcomes_.end()) {
    if (outcomes_.size() >= kMostOutcomes) {
      std::fill(dense_.begin(), dense_.end(), Kept{});
      std::fill(recent_.begin(), recent_.end(), Kept{});
      outcomes_.clear();
    }
    at = outcomes_.emplace(key, work_out(key)).first;
  }
  return at->second.get();
}

void Row::evaluate(Key key) {
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    cells_[nodes_[at]] = {static_cast<std::int64_t>(key.yes >> at & 1U), (key.open >> at & 1U) != 0};
  }
  for (std::uint32_t const node : logic_) {
    cells_[node] = connected(kernel_.nodes[node], cells_);
  }
}

std::unique_ptr<RowOutcome> Row::work_out(Key key) {
  evaluate(key);
  std::uint64_t code = 0;
  for (std::size_t mark = 0; mark < code_.marks.size(); ++mark) {
    Cell const& cell = cells_[code_.marks[mark].node];
    if (cell.open) {
      return nullptr;
    }
    code |= static_cast<std::uint64_t>(cell.value) << mark;
  }
  auto outcome = std::make_unique<RowOutcome>();
  outcome->code = code;
  outcome->figures = figures_in(code_, code);
  outcome->rules = rule_states();
  if (outcome->figures.empty()) {
    outcome->conclusion = conclude_code(plan_, kernel_, decision_, code, {}, {});
  }
  return outcome;
}

std::vector<eval::RuleState> Row::rule_states() const {
  std::vector<eval::RuleState> states(plan_.decisions[decision_].rules.size(), eval::RuleState::guard_false);
  std::vector<bool> applies(plan_.rules.size());
  for (Mark const& mark : code_.marks) {
    applies[mark.rule] = applies[mark.rule] || (mark.kind == MarkKind::applies && cells_[mark.node].value != 0);
  }
  for (Mark const& mark : code_.marks) {
    bool const is_open = mark.kind == MarkKind::applies && cells_[mark.guard].open;
    if (is_open) {
      states[plan_.rules[mark.rule].place] = eval::RuleState::open;
    }
    if (mark.kind != MarkKind::applies || is_open || cells_[mark.guard].value == 0) {
      continue;
    }
    eval::RulePlan const& rule = plan_.rules[mark.rule];
    bool const out = std::any_of(rule.disappliers.begin(), rule.disappliers.end(),
                                 [&](std::uint32_t other) { return applies[other]; });
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

}  // namespace hjemmel::columns
