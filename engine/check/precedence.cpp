// Precedence: groups expanded into the rules they hold, `overrides` and `disapplies` resolved, and no rule above itself.
#include <algorithm>

#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

// Members may be groups again; a group within itself is reported once and cut.
class GroupExpander {
 public:
  GroupExpander(Workbench& bench, std::vector<syntax::GroupView> views) : bench_(bench), views_(std::move(views)) {
    bench_.groups.resize(views_.size());
    state_.resize(views_.size());
  }

  void run() {
    for (std::uint32_t i = 0; i < views_.size(); ++i) {
      expand(i);
    }
  }

 private:
  enum class State { untouched, open, done };

  void expand(std::uint32_t index) {  // NOLINT(misc-no-recursion): as deep as groups nest, each once
    if (state_[index] != State::untouched) {
      return;
    }
    state_[index] = State::open;
    std::vector<std::uint32_t> rules;
    for (syntax::NodeRef const name : views_[index].members().children(NodeKind::name)) {
      syntax::NameView const member{views_[index].tree, name};
      auto const entry = bench_.rules.resolve(member.text(), member.span(), bench_.sink);
      if (!entry) {
        continue;
      }
      if ((*entry & kGroupBit) == 0) {
        std::vector<std::uint32_t> const named = rules_named(bench_, *entry);
        rules.insert(rules.end(), named.begin(), named.end());
        continue;
      }
      std::uint32_t const inner = *entry & ~kGroupBit;
      if (state_[inner] == State::open) {
        bench_.sink.add(diag::Kind::cyclic_precedence, member.span(),
                        "the group `" + std::string(member.text()) + "` holds itself",
                        "take it out of its own members");
        continue;
      }
      expand(inner);
      rules.insert(rules.end(), bench_.groups[inner].begin(), bench_.groups[inner].end());
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    bench_.groups[index] = std::move(rules);
    state_[index] = State::done;
  }

  Workbench& bench_;
  std::vector<syntax::GroupView> views_;
  std::vector<State> state_;
};

struct Target {
  std::uint32_t rule;
  source::Span span;
};

std::vector<Target> targets(Workbench& bench, syntax::RuleView view, NodeKind clause) {
  std::vector<Target> found;
  for (syntax::NodeRef const node : view.children(clause)) {
    for (syntax::NodeRef const child : view.tree->children(node, NodeKind::name)) {
      syntax::NameView const name{view.tree, child};
      auto const entry = bench.rules.resolve(name.text(), name.span(), bench.sink);
      if (!entry) {
        continue;
      }
      bool const is_group = (*entry & kGroupBit) != 0;
      for (std::uint32_t const member : is_group ? bench.groups[*entry & ~kGroupBit] : rules_named(bench, *entry)) {
        found.push_back({member, name.span()});
      }
    }
  }
  return found;
}

bool same_decision(Workbench& bench, ir::Rule const& rule, ir::Rule const& other, source::Span span) {
  if (!rule.decision.has_value() || !other.decision.has_value() || rule.decision == other.decision) {
    return true;
  }
  auto const& decisions = bench.program.decisions;
  bench.sink.add(diag::Kind::other_decision, span,
                 "`" + rule.name + "` is about `" + decisions[rule.decision.index].name + "`, and `" + other.name +
                     "` about `" + decisions[other.decision.index].name + "`",
                 "precedence holds between rules on the same decision");
  return false;
}

void add_targets(Workbench& bench, std::uint32_t index, std::vector<Target> const& found, ir::RuleIds ir::Rule::*list) {
  ir::Rule& rule = bench.program.rules[index];
  for (Target const& target : found) {
    if (target.rule < bench.program.rules.size() &&
        same_decision(bench, rule, bench.program.rules[target.rule], target.span)) {
      ir::RuleId const id(target.rule);
      if (target.rule == index) {
        bench.sink.add(diag::Kind::cyclic_precedence, target.span, "a rule cannot go before itself",
                       "take it away here; of a group that holds the rule, name the other members");
        continue;
      }
      if (std::find((rule.*list).begin(), (rule.*list).end(), id) == (rule.*list).end()) {
        (rule.*list).push_back(id);
      }
    }
  }
}

// A rule with no effect but `disapplies` is about the decision of what it disapplies.
void adopt_decision(Workbench& bench, std::uint32_t index, std::vector<Target> const& disapplied) {
  ir::Rule& rule = bench.program.rules[index];
  bool const needs = !rule.decision.has_value() && !rule.choice && rule.qualifiers.empty();
  if (!needs || disapplied.empty() || disapplied.front().rule >= bench.program.rules.size()) {
    return;
  }
  rule.decision = bench.program.rules[disapplied.front().rule].decision;
  if (rule.decision.has_value()) {
    auto& rules = bench.program.decisions[rule.decision.index].rules;
    rules.insert(std::lower_bound(rules.begin(), rules.end(), ir::RuleId(index)), ir::RuleId(index));
  }
}

class CycleFinder {
 public:
  explicit CycleFinder(Workbench& bench) : bench_(bench), state_(bench.program.rules.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < state_.size(); ++i) {
      visit(i);
    }
    report_circles();
  }

 private:
  enum class State { untouched, open, done };

  // Depth first with a stack of its own: a chain of overrides may be as long as the package.
  void visit(std::uint32_t start) {
    if (state_[start] != State::untouched) {
      return;
    }
    std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
    state_[start] = State::open;
    while (!path.empty()) {
      auto& [rule, next] = path.back();
      ir::RuleIds const below = edges(rule);
      if (next == below.size()) {
        state_[rule] = State::done;
        path.pop_back();
        continue;
      }
      std::uint32_t const other = below[next++].index;
      if (state_[other] == State::open) {
        note(path, other);
      } else if (state_[other] == State::untouched) {
        state_[other] = State::open;
        path.emplace_back(other, 0);
      }
    }
  }

  ir::RuleIds edges(std::uint32_t rule) const {
    ir::RuleIds below = bench_.program.rules[rule].overrides;
    auto const& more = bench_.program.rules[rule].disapplies;
    below.insert(below.end(), more.begin(), more.end());
    return below;
  }

  void note(std::vector<std::pair<std::uint32_t, std::size_t>> const& path, std::uint32_t back_to) {
    std::vector<std::uint32_t> circle;
    for (auto const& [rule, next] : path) {
      if (rule == back_to || !circle.empty()) {
        circle.push_back(rule);
      }
    }
    circles_.push_back(std::move(circle));
  }

  // The shortest first; one that shares a rule with a circle that was told probably has the same cause.
  void report_circles() {
    std::sort(circles_.begin(), circles_.end(), [](auto const& left, auto const& right) {
      return std::pair(left.size(), left) < std::pair(right.size(), right);
    });
    std::vector<bool> told(state_.size());
    for (std::vector<std::uint32_t> const& circle : circles_) {
      if (std::none_of(circle.begin(), circle.end(), [&](std::uint32_t rule) { return told[rule]; })) {
        report(circle);
      }
      for (std::uint32_t const rule : circle) {
        told[rule] = true;
      }
    }
  }

  void report(std::vector<std::uint32_t> const& rules) {
    std::string circle;
    for (std::uint32_t const rule : rules) {
      circle += "`" + bench_.program.rules[rule].name + "` over ";
    }
    ir::Rule const& rule = bench_.program.rules[rules.front()];
    bench_.sink.add(diag::Kind::cyclic_precedence, rule.span,
                    "the precedence of `" + rule.name + "` runs in a circle: " + circle + "`" + rule.name + "`",
                    "take one `overrides` or `disapplies` of the circle away");
  }

  Workbench& bench_;
  std::vector<State> state_;
  std::vector<std::vector<std::uint32_t>> circles_;
};

}  // namespace

void settle_precedence(Workbench& bench) {
  std::vector<syntax::GroupView> groups;
  bench.each<syntax::GroupView>(NodeKind::group_declaration, [&](syntax::GroupView view) { groups.push_back(view); });
  GroupExpander(bench, std::move(groups)).run();
  std::uint32_t index = 0;
  bench.each<syntax::RuleView>(NodeKind::rule_declaration, [&](syntax::RuleView view) {
    if (view.as_of()) {
      return;  // ordered by settle_selecting_date
    }
    auto const disapplied = targets(bench, view, NodeKind::disapplies);
    adopt_decision(bench, index, disapplied);
    add_targets(bench, index, targets(bench, view, NodeKind::overrides), &ir::Rule::overrides);
    add_targets(bench, index, disapplied, &ir::Rule::disapplies);
    ++index;
  });
  CycleFinder(bench).run();
}

}  // namespace hjemmel::check
