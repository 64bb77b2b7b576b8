// A resolution is made of the marks, and the machine's own conclusion of it.
#include "engine/columns/codes.h"

#include <algorithm>

#include "engine/eval/resolve.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kFewMarks = 12;

bool holds(std::uint64_t code, std::size_t mark) { return (code >> mark & 1U) != 0; }

}  // namespace

std::vector<std::uint32_t> figures_in(DecisionCode const& decision, std::uint64_t code) {
  std::vector<std::uint32_t> figures;
  for (std::uint32_t at = 0; at < decision.figures.size(); ++at) {
    for (std::size_t mark = 0; mark < decision.marks.size(); ++mark) {
      Mark const& one = decision.marks[mark];
      if (one.kind == MarkKind::applies && one.rule == decision.figures[at].rule && holds(code, mark)) {
        figures.push_back(at);
      }
    }
  }
  return figures;
}

eval::Conclusion conclude_code(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision, std::uint64_t code,
                               std::vector<std::uint32_t> const& figures, std::vector<std::int64_t> const& values) {
  DecisionCode const& coded = kernel.decisions[decision];
  eval::Resolution resolution;
  resolution.rules.resize(plan.decisions[decision].rules.size());
  for (eval::RuleVerdict& verdict : resolution.rules) {
    verdict.state = eval::RuleState::guard_false;
  }
  for (std::size_t mark = 0; mark < coded.marks.size(); ++mark) {
    bool const set = holds(code, mark);
    switch (coded.marks[mark].kind) {
      case MarkKind::in_force:
        resolution.in_force = eval::Value::boolean(set);
        break;
      case MarkKind::arises:
        resolution.when = eval::Value::boolean(set);
        break;
      case MarkKind::applies:
        if (set) {
          resolution.rules[plan.rules[coded.marks[mark].rule].place].state = eval::RuleState::applied;
        }
        break;
    }
  }
  for (std::size_t at = 0; at < figures.size(); ++at) {
    ComputedFigure const& computed = coded.figures[figures[at]];
    base::Decimal const number = base::Decimal::of(values[at], kernel.nodes[computed.node].scale);
    resolution.figures.add({computed.block, eval::Value::known(number), {{number, true}, {number, true}}, {}, true});
  }
  return eval::conclude(plan, decision, resolution);
}

Codes::Codes(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision)
    : plan_(plan), kernel_(kernel), decision_(decision), code_(kernel.decisions[decision]) {
  if (code_.marks.size() <= kFewMarks) {
    dense_.resize(std::size_t{1} << code_.marks.size());
  }
}

Codes::Entry* Codes::entry_of(std::uint64_t code) {
  if (dense_.empty() && entries_.size() >= kMostKept && !entries_.contains(code)) {
    return nullptr;
  }
  Entry& entry = dense_.empty() ? entries_[code] : dense_[code];
  if (!entry.known) {
    entry.known = true;
    entry.figures = figures_in(code_, code);
    if (entry.figures.empty()) {
      entry.coded.conclusion = conclude_code(plan_, kernel_, decision_, code, {}, {});
    }
  }
  return &entry;
}

Coded& Codes::pass(std::uint64_t code, std::vector<std::uint32_t> const& figures) {
  passing_ = {conclude_code(plan_, kernel_, decision_, code, figures, values_), {}, false};
  return passing_;
}

Coded& Codes::of(DecisionAnswers const& answers, std::uint32_t row) {
  std::uint64_t const code = answers.code(row);
  Entry* const entry = entry_of(code);
  if (entry != nullptr && entry->figures.empty()) {
    return entry->coded;
  }
  std::vector<std::uint32_t> const found = entry == nullptr ? figures_in(code_, code) : std::vector<std::uint32_t>();
  std::vector<std::uint32_t> const& figures = entry == nullptr ? found : entry->figures;
  values_.clear();
  for (std::uint32_t const figure : figures) {
    values_.push_back(answers.figures[figure][row]);
  }
  if (entry == nullptr) {
    return pass(code, figures);
  }
  auto at = entry->by_figures.find(values_);
  if (at == entry->by_figures.end()) {
    if (by_figures_ >= kMostKept) {
      return pass(code, figures);
    }
    ++by_figures_;
    Coded worked_out{conclude_code(plan_, kernel_, decision_, code, figures, values_), {}, true};
    at = entry->by_figures.emplace(values_, std::move(worked_out)).first;
  }
  return at->second;
}

}  // namespace hjemmel::columns
