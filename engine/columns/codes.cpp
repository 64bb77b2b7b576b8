// A resolution is made of the marks, and the machine's own conclusion of it.
#include "engine/columns/codes.h"

#include <algorithm>

#include "engine/eval/resolve.h"

namespace hjemmel::columns {
namespace {

constexpr std::size_t kFewMarks = 12;

bool holds(std::uint64_t code, std::size_t mark) { return (code >> mark & 1U) != 0; }

}  // namespace

Codes::Codes(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision)
    : plan_(plan), kernel_(kernel), decision_(decision), code_(kernel.decisions[decision]) {
  if (code_.marks.size() <= kFewMarks) {
    dense_.resize(std::size_t{1} << code_.marks.size());
  }
}

Codes::Entry& Codes::entry_of(std::uint64_t code) {
  Entry& entry = dense_.empty() ? entries_[code] : dense_[code];
  if (entry.known) {
    return entry;
  }
  entry.known = true;
  for (std::uint32_t at = 0; at < code_.figures.size(); ++at) {
    for (std::size_t mark = 0; mark < code_.marks.size(); ++mark) {
      bool const of_rule =
          code_.marks[mark].kind == MarkKind::applies && code_.marks[mark].rule == code_.figures[at].rule;
      if (of_rule && holds(code, mark)) {
        entry.figures.push_back(at);
      }
    }
  }
  if (entry.figures.empty()) {
    entry.coded.conclusion = conclude(code, {}, {});
  }
  return entry;
}

Coded& Codes::of(DecisionAnswers const& answers, std::uint32_t row) {
  std::uint64_t const code = answers.code(row);
  Entry& entry = entry_of(code);
  if (entry.figures.empty()) {
    return entry.coded;
  }
  values_.clear();
  for (std::uint32_t const figure : entry.figures) {
    values_.push_back(answers.figures[figure][row]);
  }
  auto at = entry.by_figures.find(values_);
  if (at == entry.by_figures.end()) {
    if (entry.by_figures.size() >= kMostKept) {
      entry.by_figures.clear();
    }
    at = entry.by_figures.emplace(values_, Coded{conclude(code, entry.figures, values_), {}}).first;
  }
  return at->second;
}

eval::Conclusion Codes::conclude(std::uint64_t code, std::vector<std::uint32_t> const& figures,
                                 std::vector<std::int64_t> const& values) const {
  eval::Resolution resolution;
  resolution.rules.resize(plan_.decisions[decision_].rules.size());
  for (eval::RuleVerdict& verdict : resolution.rules) {
    verdict.state = eval::RuleState::guard_false;
  }
  for (std::size_t mark = 0; mark < code_.marks.size(); ++mark) {
    bool const set = holds(code, mark);
    switch (code_.marks[mark].kind) {
      case MarkKind::in_force:
        resolution.in_force = eval::Value::boolean(set);
        break;
      case MarkKind::arises:
        resolution.when = eval::Value::boolean(set);
        break;
      case MarkKind::applies:
        if (set) {
          resolution.rules[plan_.rules[code_.marks[mark].rule].place].state = eval::RuleState::applied;
        }
        break;
    }
  }
  for (std::size_t at = 0; at < figures.size(); ++at) {
    ComputedFigure const& computed = code_.figures[figures[at]];
    base::Decimal const number = base::Decimal::of(values[at], kernel_.nodes[computed.node].scale);
    resolution.figures.add({computed.block, eval::Value::known(number), {{number, true}, {number, true}}, {}, true});
  }
  return eval::conclude(plan_, decision_, resolution);
}

}  // namespace hjemmel::columns
