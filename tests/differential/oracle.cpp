// All completions of a case, one evaluated after another from scratch, and what they have in common.
#include "tests/differential/oracle.h"

#include <algorithm>

#include "engine/ir/bounds.h"
#include "tests/differential/oracle_milder.h"

namespace hjemmel::oracle {

bool Completions::next() {
  script_.resize(taken_.size());
  while (!script_.empty()) {
    std::size_t const last = script_.size() - 1;
    if (++script_[last] < domains_[taken_[last].domain].values.size()) {
      taken_.clear();
      return true;
    }
    script_.pop_back();
    taken_.pop_back();
  }
  return false;
}

std::uint32_t Completions::add_domain(UnknownId const& id, std::vector<Result> values) {
  domains_.push_back({id, std::move(values)});
  return static_cast<std::uint32_t>(domains_.size() - 1);
}

namespace {

using eval::RuleState;
using eval::Status;

// One completion: what was asked for, and its outcomes, by place in the list of different ones.
struct Leaf {
  std::vector<Pick> picks;
  std::vector<std::size_t> points;                     // main, departing, departing again …
  std::vector<std::vector<bool>> contributed;          // at each: rules that the outcome owes something to
  std::vector<std::vector<eval::HeldGround>> grounds;  // at each
};

// The ages of one fact at another that a decision may ask for, through definitions and other decisions.
class Reach {
 public:
  struct Age {
    std::uint32_t birth = 0;
    std::uint32_t at = 0;
  };

  Reach(ir::Program const& program, std::uint32_t decision) : program_(program), seen_(program.exprs.size()) {
    add_decision(decision);
  }

  [[nodiscard]] std::vector<Age> ages() const { return ages_; }

 private:
  void add_decision(std::uint32_t decision) {
    add(program_.decisions[decision].when);
    for (ir::RuleId const id : program_.decisions[decision].rules) {
      ir::Rule const& rule = program_.rules[id.index];
      add(rule.when);
      add(rule.unless);
      for (ir::Ground const& ground : rule.grounds) {
        add(ground.condition);
      }
      for (ir::ExprId const bound : ir::computed_bounds(rule)) {
        add(bound);
      }
    }
  }

  void add(ir::ExprId id) {
    if (!id.has_value() || seen_[id.index]) {
      return;
    }
    seen_[id.index] = true;
    ir::Expr const& expr = program_.exprs[id.index];
    for (ir::ExprId const child : expr.children) {
      add(child);
    }
    if (expr.op == ir::ExprOp::definition) {
      add(program_.definitions[expr.definition.index].body);
    }
    if (expr.op == ir::ExprOp::may_be || expr.op == ir::ExprOp::is_only || expr.op == ir::ExprOp::figure) {
      add_decision(expr.decision.index);
    }
    for (ir::Presumption const& presumption : program_.presumptions) {
      if (expr.op == ir::ExprOp::fact && presumption.fact == expr.fact) {
        add(presumption.when);
      }
    }
    if (expr.op == ir::ExprOp::age) {
      ir::Expr const& birth = program_.exprs[expr.children[0].index];
      ir::Expr const& at = program_.exprs[expr.children[1].index];
      if (birth.op == ir::ExprOp::fact && at.op == ir::ExprOp::fact) {
        ages_.push_back({birth.fact.index, at.fact.index});
      }
    }
  }

  ir::Program const& program_;
  std::vector<bool> seen_;
  std::vector<Age> ages_;
};

class Oracle {
 public:
  Oracle(ir::Program const& program, eval::Case const& facts, Grid const& grid, std::uint32_t decision)
      : program_(program),
        facts_(facts),
        grid_(grid),
        decision_(decision),
        ages_(Reach(program, decision).ages()),
        outcomes_(program) {}

  Judgement decide() {
    Judgement judgement;
    judgement.counts.resize(program_.decisions[decision_].rules.size());
    bool more = true;
    for (std::size_t tried = 0; more && tried < grid_.max_completions; ++tried) {
      add_leaf(judgement);
      more = completions_.next();
    }
    complete_ = !more;
    if (!leaves_.empty()) {
      judgement.answer = answer(0);
    }
    judgement.answer.complete = complete_;
    return judgement;
  }

 private:
  void add_leaf(Judgement& judgement) {
    Judge at_act(program_, facts_, grid_, &completions_, outcomes_);
    std::optional<Judge> at_decision;
    if (program_.milder_for.has_value()) {
      at_decision.emplace(program_, facts_, grid_, &completions_, outcomes_, true);
    }
    bool const later = at_decision && decision_is_milder(program_, at_act, *at_decision);
    Judge& judge = later ? *at_decision : at_act;
    std::vector<Step> steps = judge.steps(decision_);
    if (program_.milder_for.has_value() && decision_ != program_.milder_for.index &&
        is_fault(judge.steps(program_.milder_for.index).front().point.status)) {
      steps = {{{Status::error, std::nullopt, {}}, {}, {}, {}, {}}};
    }
    if (!is_admissible(judge)) {
      return;
    }
    Leaf leaf;
    for (Step const& step : steps) {
      leaf.points.push_back(number_of(step.point));
      leaf.contributed.push_back(step.contributed);
      leaf.grounds.push_back(held_grounds(judge, step.contributed));
    }
    leaf.picks = completions_.taken();
    count_rules(steps, judgement);
    leaves_.push_back(std::move(leaf));
  }

  // Nobody is born after the date that an age is asked for, where one of the two is unknown. What this completion did not ask
  // for needs one value that fits.
  bool is_admissible(Judge& judge) {
    return std::all_of(ages_.begin(), ages_.end(), [&](Reach::Age const& age) {
      bool const both_known = !facts_.scalars[age.birth].is_open() && !facts_.scalars[age.at].is_open();
      auto const births = in_this_completion(judge, age.birth);
      auto const dates = in_this_completion(judge, age.at);
      return both_known || std::any_of(births.begin(), births.end(), [&](Result const& birth) {
               return std::any_of(dates.begin(), dates.end(), [&](Result const& date) {
                 bool const both_dates = birth.kind == Kind::known && date.kind == Kind::known;
                 return !both_dates || birth.number <= date.number;
               });
             });
    });
  }

  std::vector<Result> in_this_completion(Judge& judge, std::uint32_t fact) const {
    for (Pick const& pick : completions_.taken()) {
      Domain const& domain = completions_.domains()[pick.domain];
      if (domain.id == UnknownId{UnknownKind::fact, {fact}}) {
        return {domain.values[pick.value]};
      }
    }
    return judge.values_of_fact(fact);
  }

  static void count_rules(std::vector<Step> const& steps, Judgement& judgement) {
    if (steps.front().applied.empty()) {
      return;
    }
    ++judgement.arising;
    std::vector<RuleState> const& states = steps.front().states;
    for (std::size_t i = 0; i < states.size(); ++i) {
      judgement.counts[i].applied += states[i] == RuleState::applied ? 1 : 0;
      judgement.counts[i].error += states[i] == RuleState::error ? 1 : 0;
    }
  }

  std::size_t number_of(Point const& point) {
    auto const found = std::find(points_.begin(), points_.end(), point);
    if (found == points_.end()) {
      points_.push_back(point);
      return points_.size() - 1;
    }
    return static_cast<std::size_t>(found - points_.begin());
  }

  // Of these rules: the listed lines that hold; an open line only when none of them does.
  std::vector<eval::HeldGround> held_grounds(Judge& judge, std::vector<bool> const& of) {
    std::vector<eval::HeldGround> held;
    for (std::size_t i = 0; i < of.size(); ++i) {
      ir::Rule const& rule = program_.rules[program_.decisions[decision_].rules[i].index];
      if (!of[i]) {
        continue;
      }
      std::size_t const before = held.size();
      for (bool const open : {false, true}) {
        for (ir::Ground const& ground : rule.grounds) {
          if (ground.open == open && truth_of(judge.evaluate(ground)) == Truth::yes) {
            held.push_back({rule.name, ground.name});
          }
        }
        if (held.size() != before) {
          break;
        }
      }
    }
    return held;
  }

  Answer answer(std::size_t level) {
    Answer answer;
    answer.completions = leaves_.size();
    std::set<std::size_t> different;
    for (Leaf const& leaf : leaves_) {
      different.insert(leaf.points[level]);
    }
    if (different.size() == 1) {
      answer.point = points_[*different.begin()];
      add_common(answer, level);
      if (answer.point.modality == eval::Modality::normally_is) {
        answer.if_departing = std::make_unique<Answer>(this->answer(level + 1));
      }
      return answer;
    }
    answer.point.status = Status::undetermined;
    for (std::size_t const number : different) {
      answer.possible.push_back(points_[number]);
    }
    if (complete_) {
      add_missing(answer, level);
    }
    return answer;
  }

  void add_common(Answer& answer, std::size_t level) const {
    add_versions(answer, level);
    for (Leaf const& leaf : leaves_) {
      for (eval::HeldGround const& held : leaf.grounds[level]) {
        if (std::find(answer.grounds.begin(), answer.grounds.end(), held) == answer.grounds.end()) {
          answer.grounds.push_back(held);
        }
      }
    }
    for (eval::HeldGround const& held : answer.grounds) {
      bool const in_all = std::all_of(leaves_.begin(), leaves_.end(), [&](Leaf const& leaf) {
        return std::find(leaf.grounds[level].begin(), leaf.grounds[level].end(), held) != leaf.grounds[level].end();
      });
      if (in_all) {
        answer.certain.push_back(held);
      }
    }
  }

  // A rule of which some version counts in every completion is named, once.
  void add_versions(Answer& answer, std::size_t level) const {
    auto const& rules = program_.decisions[decision_].rules;
    std::vector<std::string> named;
    for (ir::RuleId const id : rules) {
      std::string const& name = program_.rules[id.index].name;
      bool const in_all = std::all_of(leaves_.begin(), leaves_.end(), [&](Leaf const& leaf) {
        auto const& counted = leaf.contributed[level];
        for (std::size_t i = 0; i < counted.size(); ++i) {
          if (counted[i] && program_.rules[rules[i].index].name == name) {
            return true;
          }
        }
        return false;
      });
      if (in_all && std::find(named.begin(), named.end(), name) == named.end()) {
        named.push_back(name);
      }
    }
    answer.rules = std::move(named);
  }

  // The one name whose unknowns alone tell two completions apart; empty when none or several do. Unknowns that only one of
  // them asked for take the other's value.
  std::size_t only_difference(Leaf const& left, Leaf const& right) const {
    std::size_t name = SIZE_MAX;
    for (Pick const& pick : left.picks) {
      for (Pick const& other : right.picks) {
        if (pick.domain == other.domain && pick.value != other.value) {
          std::size_t const here = name_of_domain_[pick.domain];
          if (name != SIZE_MAX && name != here) {
            return SIZE_MAX;
          }
          name = here;
        }
      }
    }
    return name;
  }

  void add_missing(Answer& answer, std::size_t level) {
    name_domains();
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      for (std::size_t j = i + 1; j < leaves_.size(); ++j) {
        if (leaves_[i].points[level] != leaves_[j].points[level]) {
          std::size_t const name = only_difference(leaves_[i], leaves_[j]);
          if (name != SIZE_MAX) {
            found.insert(name);
          }
        }
      }
    }
    for (std::size_t const name : found) {
      answer.missing.push_back(names_[name]);
      answer.missing.back().worst = worst_after(name, level);
    }
    std::sort(answer.missing.begin(), answer.missing.end(), [](MissingName const& left, MissingName const& right) {
      return std::tie(left.worst, left.name) < std::tie(right.worst, right.name);
    });
  }

  void name_domains() {
    names_.clear();
    name_of_domain_.clear();
    for (Domain const& domain : completions_.domains()) {
      MissingName const name = name_of(domain.id);
      auto const known = std::find(names_.begin(), names_.end(), name);
      name_of_domain_.push_back(static_cast<std::size_t>(known - names_.begin()));
      if (known == names_.end()) {
        names_.push_back(name);
      }
    }
  }

  MissingName name_of(UnknownId const& id) const {
    switch (id.kind) {
      case UnknownKind::fact:
      case UnknownKind::further_count:
      case UnknownKind::further_cell:
        return {program_.facts[id.at[0]].info.name};
      case UnknownKind::cell: {
        ir::FactInfo const& list = program_.facts[id.at[0]].info;
        auto const& fields = program_.records[list.type.record.index].fields;
        return {list.name + "[" + std::to_string(id.at[1] + 1) + "]." + fields[id.at[2]].info.name};
      }
      case UnknownKind::open_law: {
        ir::Table const& table = program_.tables[id.at[0]];
        return {table.name + "[" + program_.enums[table.key.index].values[id.at[1]].name + "]"};
      }
      case UnknownKind::parameter:
        return {program_.parameters[id.at[0]].name};
      case UnknownKind::reading:
        return {program_.readings[id.at[0]].name};
      case UnknownKind::comparison:
        return {"comparison " + std::to_string(id.at[0]), true};
    }
    return {};
  }

  // The greatest number of outcomes left after an answer. Counted for a single unknown only.
  std::size_t worst_after(std::size_t name, std::size_t level) const {
    std::size_t const owned =
        static_cast<std::size_t>(std::count(name_of_domain_.begin(), name_of_domain_.end(), name));
    if (owned != 1) {
      return 0;
    }
    auto const place = std::find(name_of_domain_.begin(), name_of_domain_.end(), name);
    auto const domain = static_cast<std::uint32_t>(place - name_of_domain_.begin());
    std::size_t worst = 0;
    for (std::uint32_t value = 0; value < completions_.domains()[domain].values.size(); ++value) {
      std::set<std::size_t> left;
      for (Leaf const& leaf : leaves_) {
        auto const asked =
            std::find_if(leaf.picks.begin(), leaf.picks.end(), [&](Pick const& pick) { return pick.domain == domain; });
        if (asked == leaf.picks.end() || asked->value == value) {
          left.insert(leaf.points[level]);
        }
      }
      worst = std::max(worst, left.size());
    }
    return worst;
  }

  ir::Program const& program_;
  eval::Case const& facts_;
  Grid const& grid_;
  std::uint32_t decision_;
  std::vector<Reach::Age> ages_;
  Outcomes outcomes_;
  Completions completions_;
  std::vector<Leaf> leaves_;
  bool complete_ = false;
  std::vector<Point> points_;  // the different outcomes
  std::vector<MissingName> names_;
  std::vector<std::size_t> name_of_domain_;
};

}  // namespace

Judgement decide(ir::Program const& program, eval::Case const& facts, Grid const& grid, std::uint32_t decision) {
  return Oracle(program, facts, grid, decision).decide();
}

}  // namespace hjemmel::oracle
