// An unknown can change the outcome when two boxes that differ in nothing else have different conclusions.
#include "engine/eval/missing.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "engine/eval/box_grid.h"
#include "engine/eval/value_text.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kAskedAtOnce = 64;  // one bit each

class Asker {
 public:
  Asker(Plan const& plan, Case const& facts, Completions const& completions)
      : plan_(plan), facts_(facts), completions_(completions) {
    number_conclusions();
  }

  [[nodiscard]] bool changes(Unknown const& unknown) const {
    return is_untold(unknown) || !that_change({unknown}).empty();
  }

  std::vector<Missing> run(std::vector<Unknown> const& deferred) {
    std::vector<Unknown> asked;
    for (Unknown const& unknown : candidates()) {
      if (std::find(deferred.begin(), deferred.end(), unknown) == deferred.end() && !is_untold(unknown)) {
        asked.push_back(unknown);
      }
    }
    asked = that_change(asked);
    for (Unknown const& unknown : completions_.untold) {
      if (std::find(deferred.begin(), deferred.end(), unknown) == deferred.end()) {
        asked.push_back(unknown);
      }
    }
    std::vector<Missing> ranked;
    for (Unknown const& unknown : asked) {
      Missing& one = ranked.emplace_back(describe(unknown));
      std::tie(one.fewest_left, one.outcomes_left) = outcomes_left(unknown);
    }
    drop_units_named_by_tables(ranked);
    std::sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) {
      return std::tie(a.outcomes_left, a.kind, a.cost, a.name, a.key) <
             std::tie(b.outcomes_left, b.kind, b.cost, b.name, b.key);
    });
    return ranked;
  }

 private:
  void number_conclusions() {
    std::vector<Box const*> distinct;
    for (Box const& box : completions_.boxes) {
      auto const at = std::find_if(distinct.begin(), distinct.end(), [&](auto const* b) { return alike(*b, box); });
      number_.push_back(static_cast<std::size_t>(at - distinct.begin()));
      if (at == distinct.end()) {
        distinct.push_back(&box);
      }
    }
    distinct_ = distinct.size();
  }

  std::vector<Unknown> candidates() const {
    std::set<Unknown> found(completions_.untold.begin(), completions_.untold.end());
    for (Box const& box : completions_.boxes) {
      for (auto const& [variable, region] : box.regions) {
        if (variable.atom.empty()) {
          found.insert(variable.unknown);
        }
      }
    }
    for (auto const& [atom, origins] : completions_.origins) {
      found.insert(origins.begin(), origins.end());
    }
    return {found.begin(), found.end()};
  }

  // Does the variable hang on the unknown: it is the unknown, or an atom made of it.
  bool hangs_on(Variable const& variable, Unknown const& unknown) const {
    if (variable.atom.empty()) {
      return variable.unknown == unknown;
    }
    auto const& origins = completions_.origins.at(variable.atom);
    return std::find(origins.begin(), origins.end(), unknown) != origins.end();
  }

  bool is_untold(Unknown const& unknown) const {
    auto const& untold = completions_.untold;
    return std::find(untold.begin(), untold.end(), unknown) != untold.end();
  }

  // Those of `unknowns` for which there are two boxes that differ in nothing else and have different conclusions.
  std::vector<Unknown> that_change(std::vector<Unknown> const& unknowns) const {
    BoxGrid const grid(completions_.boxes);
    std::vector<Unknown> changing;
    for (std::size_t from = 0; from < unknowns.size(); from += kAskedAtOnce) {
      std::span const some = std::span(unknowns).subspan(from, std::min(kAskedAtOnce, unknowns.size() - from));
      std::uint64_t const unchanged = left_unchanged(grid, some);
      for (std::size_t i = 0; i < some.size(); ++i) {
        if ((unchanged >> i & 1U) == 0) {
          changing.push_back(some[i]);
        }
      }
    }
    return changing;
  }

  // One bit for each of them, set where it changes nothing alone.
  std::uint64_t left_unchanged(BoxGrid const& grid, std::span<Unknown const> unknowns) const {
    std::vector<std::uint64_t> masks;
    for (Variable const& variable : grid.variables()) {
      std::uint64_t& mask = masks.emplace_back(0);
      for (std::size_t i = 0; i < unknowns.size(); ++i) {
        mask |= std::uint64_t{hangs_on(variable, unknowns[i])} << i;
      }
    }
    std::uint64_t left =
        unknowns.size() == kAskedAtOnce ? ~std::uint64_t{0} : (std::uint64_t{1} << unknowns.size()) - 1;
    for (std::size_t i = 0; i < number_.size() && left != 0; ++i) {
      for (std::size_t j = i + 1; j < number_.size() && left != 0; ++j) {
        if (number_[i] != number_[j]) {
          left &= ~grid.sole_differences(i, j, masks, left);
        }
      }
    }
    return left;
  }

  // How many outcomes are still possible once the unknown is known: in the best case and in the worst.
  std::pair<std::size_t, std::size_t> outcomes_left(Unknown const& unknown) const {
    std::vector<std::pair<Region const*, std::set<std::size_t>>>
        answers;                   // each region once, with its boxes' conclusions
    std::set<std::size_t> anyway;  // of boxes that do not ask
    for (std::size_t i = 0; i < completions_.boxes.size(); ++i) {
      auto const region = completions_.boxes[i].regions.find({unknown, {}});
      if (region == completions_.boxes[i].regions.end()) {
        anyway.insert(number_[i]);
        continue;
      }
      auto const at =
          std::find_if(answers.begin(), answers.end(), [&](auto const& a) { return *a.first == region->second; });
      if (at == answers.end()) {
        answers.push_back({&region->second, {number_[i]}});
      } else {
        at->second.insert(number_[i]);
      }
    }
    std::size_t best = distinct_;
    std::size_t worst = 0;
    for (auto const& answer : answers) {
      std::set<std::size_t> left = anyway;
      for (auto const& other : answers) {
        if (overlaps(*other.first, *answer.first)) {
          left.insert(other.second.begin(), other.second.end());
        }
      }
      best = std::min(best, left.size());
      worst = std::max(worst, left.size());
    }
    return {best, answers.empty() ? distinct_ : worst};
  }

  Missing describe(Unknown const& unknown) const {
    Missing missing;
    missing.name = unknown_name(plan_, unknown);
    switch (unknown.kind) {
      case UnknownKind::fact:
        describe_fact(missing, plan_.facts[unknown.index], facts_.scalars[unknown.index]);
        break;
      case UnknownKind::cell:
        describe_fact(missing, plan_.facts[unknown.index].fields[unknown.field],
                      facts_.lists[unknown.index].cell(unknown.row, unknown.field));
        break;
      case UnknownKind::more_elements: {
        bool const not_asked = facts_.lists[unknown.index].state == ListState::not_asked;
        describe_fact(missing, plan_.facts[unknown.index], Value::of(not_asked ? State::not_asked : State::unknown));
        break;
      }
      case UnknownKind::parameter:
        missing.kind = MissingKind::open_law;
        missing.reason = plan_.parameters[unknown.index].reason;
        missing.citations = plan_.parameters[unknown.index].citations;
        break;
      case UnknownKind::no_answer:
        missing.kind = MissingKind::open_law;
        missing.reason = "the code of the jurisdiction has no answer for these facts";
        break;
      case UnknownKind::open_law:
      case UnknownKind::any_unit:
        describe_law(missing, unknown);
        break;
    }
    return missing;
  }

  void describe_fact(Missing& missing, FactPlan const& plan, Value value) const {
    if (!plan.open_law.empty()) {
      missing.kind = MissingKind::open_law;
      missing.reason = plan.open_law;
      missing.citations = plan.citations;
      split_row(missing);
      return;
    }
    missing.kind = plan.assessment ? MissingKind::assessment : MissingKind::fact;
    missing.state = value.state;
    missing.cost = plan.cost;
    if (value.state == State::unknown && value.detail != kNoDetail) {
      describe_range(missing, plan, value);
    }
    missing.by = plan.by;
    missing.factors = plan.factors;
    missing.factors_open_ended = plan.factors_open_ended;
    missing.not_by = plan.not_by;
    missing.most_weight = plan.most_weight;
    missing.citations = plan.citations;
  }

  // `fee[reserve]`, a row out of force: the table and its key, as of a key without a row.
  static void split_row(Missing& missing) {
    std::size_t const open = missing.name.find('[');
    if (open != std::string::npos) {
      missing.key = missing.name.substr(open + 1, missing.name.size() - open - 2);
      missing.name.resize(open);
    }
  }

  void describe_range(Missing& missing, FactPlan const& plan, Value value) const {
    Interval const& range = facts_.ranges[value.detail];
    ValueKind kind = kind_of(plan);
    kind.dimension = kind.dimension == base::kNoDimension ? value.dimension : kind.dimension;
    missing.range_low = range.low.value ? number_text(plan_, kind, *range.low.value) : "";
    missing.range_high = range.high.value ? number_text(plan_, kind, *range.high.value) : "";
  }

  void describe_law(Missing& missing, Unknown const& unknown) const {
    missing.kind = MissingKind::open_law;
    if (unknown.kind == UnknownKind::any_unit) {
      missing.name = plan_.enums[unknown.index].name;
      missing.key = plan_.enums[unknown.index].values[unknown.row];
      missing.reason = "the law does not say how `" + missing.key + "` is compared";
      return;
    }
    TablePlan const& table = plan_.tables[unknown.index];
    missing.name = table.name;
    missing.key = plan_.enums[table.enumeration].values[unknown.row];
    missing.reason = table.reason;
    missing.citations = table.entries[unknown.row].citations;
  }

  // An amount without a unit is told once, by the table it was compared with.
  static void drop_units_named_by_tables(std::vector<Missing>& ranked) {
    std::set<std::string> told;
    for (Missing const& item : ranked) {
      if (item.kind == MissingKind::open_law && !item.citations.empty()) {
        told.insert(item.key);
      }
    }
    std::erase_if(ranked, [&](Missing const& item) {
      return item.kind == MissingKind::open_law && !item.key.empty() && item.citations.empty() &&
             told.contains(item.key);
    });
  }

  Plan const& plan_;
  Case const& facts_;
  Completions const& completions_;
  std::vector<std::size_t> number_;  // by box: which distinct conclusion
  std::size_t distinct_ = 0;
};

void collect(std::set<Unknown>& into, Machine const& machine, std::uint32_t cause) {
  for (Unknown const& unknown : unknowns_of(machine.causes(), cause)) {
    into.insert(unknown);
  }
}

}  // namespace

std::vector<Missing> missing(Plan const& plan, Case const& facts, Completions const& completions,
                             std::vector<Unknown> const& deferred) {
  return Asker(plan, facts, completions).run(deferred);
}

bool can_change(Plan const& plan, Case const& facts, Completions const& completions, Unknown const& unknown) {
  return completions.anything || Asker(plan, facts, completions).changes(unknown);
}

std::vector<Unknown> deferred_unknowns(Plan const& plan, Machine const& machine, std::uint32_t decision,
                                       Resolution const& resolution) {
  std::set<Unknown> later;
  std::set<Unknown> now;
  collect(now, machine, machine.cause_of(resolution.in_force));
  collect(now, machine, machine.cause_of(resolution.when));
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    RuleVerdict const& verdict = resolution.rules[place];
    RulePlan const& rule = plan.rules[plan.of(plan.decisions[decision].rules)[place]];
    std::span<GroundPlan const> const lines = plan.of(rule.grounds);
    bool listed_open = false;
    for (std::size_t line = 0; line < verdict.grounds.size(); ++line) {
      listed_open |= !lines[line].open && verdict.grounds[line].is_open();
    }
    for (std::size_t line = 0; line < verdict.grounds.size(); ++line) {
      bool const waits = lines[line].open && listed_open;
      collect(waits ? later : now, machine, machine.cause_of(verdict.grounds[line]));
    }
    for (Value const value : verdict.when) {
      collect(now, machine, machine.cause_of(value));
    }
    collect(now, machine, machine.cause_of(verdict.unless));
  }
  for (Figure const& figure : resolution.figures.all()) {
    collect(now, machine, machine.cause_of(figure.value));
  }
  std::vector<Unknown> deferred;
  std::set_difference(later.begin(), later.end(), now.begin(), now.end(), std::back_inserter(deferred));
  return deferred;
}

std::string unknown_name(Plan const& plan, Unknown const& unknown) {
  switch (unknown.kind) {
    case UnknownKind::fact:
    case UnknownKind::more_elements:
      return plan.facts[unknown.index].name;
    case UnknownKind::cell: {
      FactPlan const& list = plan.facts[unknown.index];
      return list.name + "[" + std::to_string(unknown.row + 1) + "]." + list.fields[unknown.field].name;
    }
    case UnknownKind::open_law:
      return plan.tables[unknown.index].name;
    case UnknownKind::parameter:
      return plan.parameters[unknown.index].name;
    case UnknownKind::any_unit:
      return plan.enums[unknown.index].name;
    case UnknownKind::no_answer:
      return plan.functions[unknown.index].name;
  }
  return {};
}

}  // namespace hjemmel::eval
