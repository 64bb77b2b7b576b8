// The comparison, part by part: outcome, missing, what departing gives, the states of rules, the truths of conditions.
#include "tests/differential/compare.h"

#include <algorithm>
#include <set>

#include "engine/ir/bounds.h"
#include "tests/differential/compare_basis.h"
#include "tests/differential/compare_ranges.h"

namespace hjemmel::differential {
namespace {

using eval::Status;

// The outcomes that the machine leaves possible; one where it decides.
std::vector<oracle::Point> points_of(eval::Outcome const& outcome) {
  if (outcome.status != Status::undetermined) {
    return {point_of(outcome.status, outcome.modality, outcome.options)};
  }
  std::vector<oracle::Point> points;
  for (eval::PossibleOutcome const& possible : outcome.possible) {
    points.push_back(point_of(possible.status, possible.modality, possible.options));
  }
  return points;
}

template <class T>
bool contains(std::vector<T> const& list, T const& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::string missing_name(eval::Missing const& missing) {
  return missing.kind == eval::MissingKind::open_law && !missing.key.empty() ? missing.name + "[" + missing.key + "]"
                                                                             : missing.name;
}

std::set<std::string> open_lines(ir::Program const& program) {
  std::set<std::string> names;
  for (ir::Rule const& rule : program.rules) {
    for (ir::Ground const& ground : rule.grounds) {
      if (ground.open) {
        names.insert(rule.name + "." + ground.name);
      }
    }
  }
  return names;
}

std::set<std::string> lists(ir::Program const& program) {
  std::set<std::string> names;
  for (ir::Fact const& fact : program.facts) {
    if (fact.info.type.kind == ir::TypeKind::list) {
      names.insert(fact.info.name);
    }
  }
  return names;
}

class Comparison {
 public:
  // `not_yet_asked`: facts of open lines that are asked for only once all listed lines are known to be false.
  Comparison(bool known, std::set<std::string> not_yet_asked, ir::Program const& program,
             std::vector<std::string>& found)
      : known_(known),
        not_yet_asked_(std::move(not_yet_asked)),
        open_lines_(open_lines(program)),
        lists_(lists(program)),
        two_laws_(program.milder_for.has_value()),
        computes_(std::any_of(program.rules.begin(), program.rules.end(),
                              [](ir::Rule const& rule) { return !ir::computed_bounds(rule).empty(); })),
        found_(found) {}

  void outcomes(eval::Outcome const& machine, oracle::Answer const& answer, std::string const& where) {
    std::vector<oracle::Point> const oracle_points =
        answer.point.status == Status::undetermined ? answer.possible : std::vector{answer.point};
    std::vector<oracle::Point> const machine_points = points_of(machine);
    for (oracle::Point const& point : oracle_points) {
      bool const covered = std::any_of(machine_points.begin(), machine_points.end(),
                                       [&](oracle::Point const& one) { return covers(one, point); });
      require(covered, where + "the machine rules out " + oracle::describe(point));
    }
    if (!answer.complete) {
      return;
    }
    if (!machine.exact) {
      require(machine.status == Status::undetermined, where + "decided, but not exactly");
      named_at_least(machine, answer, where);
      return;
    }
    if (std::any_of(machine_points.begin(), machine_points.end(), has_ranges)) {
      // The grid holds some values of a range, perhaps one alone.
      require(machine.status == Status::undetermined, where + "decided, with a range");
      named_at_least(machine, answer, where);
      return;
    }
    for (oracle::Point const& point : machine_points) {
      require(contains(oracle_points, point), where + "the machine leaves possible " + oracle::describe(point));
    }
    require((machine.status == Status::undetermined) == (answer.point.status == Status::undetermined),
            where + "determined or not");
    if (answer.point.status == Status::undetermined) {
      missing(machine, answer, where);
    } else {
      reasons(machine, answer, where);
    }
    departing(machine, answer, where);
  }

  void rules(eval::DecisionTrace const& trace, oracle::View const& view, oracle::Judgement const& judgement) {
    if (two_laws_) {
      return;  // the trace is of one of them
    }
    bool const out_of_force = trace.when.size() == 1 && view.when.size() > 1;
    if (out_of_force && trace.rules.empty() && trace.when.front().truth != eval::Truth::yes) {
      return;  // rules of a package that is not in force are not considered
    }
    conditions(trace.when, view.when, {}, "when of the decision");
    bool const arises =
        std::all_of(view.when.begin(), view.when.end(), [](oracle::Mark mark) { return mark == oracle::Mark::yes; });
    if (trace.rules.empty() && !arises) {
      return;  // rules of a decision that does not arise are not considered
    }
    if (trace.rules.size() != view.rules.size()) {
      require(false, "the trace has another number of rules");
      return;
    }
    for (std::size_t i = 0; i < view.rules.size(); ++i) {
      rule(trace.rules[i], view.rules[i]);
      if (judgement.answer.complete && judgement.arising > 0) {
        in_all_completions(trace.rules[i], judgement.counts[i], judgement.arising);
      }
    }
  }

 private:
  void require(bool holds, std::string const& text) {
    if (!holds) {
      found_.push_back(text);
    }
  }

  // What more a list may hold is asked first; then an answer that is not exact need not name what depends on it.
  bool asks_for_a_list(eval::Outcome const& machine) const {
    return std::any_of(machine.missing.begin(), machine.missing.end(),
                       [this](eval::Missing const& missing) { return lists_.contains(missing.name); });
  }

  // A comparison that is an unknown of its own may go by any name of open law.
  void named_at_least(eval::Outcome const& machine, oracle::Answer const& answer, std::string const& where) {
    for (oracle::MissingName const& name : answer.missing) {
      bool const named = std::any_of(machine.missing.begin(), machine.missing.end(), [&](eval::Missing const& missing) {
        return name.own_bool ? missing.kind == eval::MissingKind::open_law : missing_name(missing) == name.name;
      });
      bool const later = not_yet_asked_.contains(name.name) || (!machine.exact && asks_for_a_list(machine));
      require(named || later, where + "the machine does not ask for " + name.name);
    }
  }

  void missing(eval::Outcome const& machine, oracle::Answer const& answer, std::string const& where) {
    named_at_least(machine, answer, where);
    bool const own_bools =
        std::any_of(answer.missing.begin(), answer.missing.end(), [](auto const& name) { return name.own_bool; });
    for (eval::Missing const& missing : machine.missing) {
      bool const named =
          std::any_of(answer.missing.begin(), answer.missing.end(),
                      [&](oracle::MissingName const& name) { return missing_name(missing) == name.name; });
      bool const may_be_own = own_bools && missing.kind == eval::MissingKind::open_law;
      require(named || may_be_own, where + "the machine asks in vain for " + missing_name(missing));
    }
    std::set<std::string> names;
    for (eval::Missing const& missing : machine.missing) {
      require(names.insert(missing_name(missing)).second,
              where + "the machine asks twice for " + missing_name(missing));
    }
  }

  void reasons(eval::Outcome const& machine, oracle::Answer const& answer, std::string const& where) {
    if (answer.point.status == Status::decided) {
      // The grid holds only some completions, so a rule that applies in all of these may still fail in one between them.
      bool const fits = known_
                            ? machine.rules == answer.rules
                            : std::all_of(machine.rules.begin(), machine.rules.end(), [&](std::string const& rule) {
                                return std::find(answer.rules.begin(), answer.rules.end(), rule) != answer.rules.end();
                              });
      require(fits, where + "other rules");
    }
    if (answer.point.status == Status::conflict) {
      require(!known_ || !machine.rules.empty(), where + "a conflict of no rules");
      for (std::string const& rule : machine.rules) {
        require(!known_ || contains(answer.rules, rule), where + "a conflict with " + rule + ", which does not apply");
      }
    }
    // Three-valued logic may settle a rule by one line and leave open another that holds in all completions.
    for (eval::HeldGround const& ground : answer.certain) {
      bool const rule_named = std::any_of(machine.grounds.begin(), machine.grounds.end(),
                                          [&](eval::HeldGround const& named) { return named.rule == ground.rule; });
      require(answer.point.status != Status::decided || contains(machine.grounds, ground) ||
                  (!known_ && (rule_named || !contains(machine.rules, ground.rule))),
              where + "no ground " + ground.rule + "." + ground.ground);
    }
    for (eval::HeldGround const& ground : machine.grounds) {
      // An open line that is known to hold is named where it settles the guard, though a listed line may turn out to hold too.
      bool const open_line = open_lines_.contains(ground.rule + "." + ground.ground) && !known_;
      require(contains(answer.grounds, ground) || open_line, where + "ground " + ground.rule + "." + ground.ground);
    }
  }

  void departing(eval::Outcome const& machine, oracle::Answer const& answer, std::string const& where) {
    bool const both_or_neither = (machine.if_departing != nullptr) == (answer.if_departing != nullptr);
    require(both_or_neither, where + "departing: only one has it");
    if (both_or_neither && machine.if_departing != nullptr) {
      outcomes(*machine.if_departing, *answer.if_departing, where + "if departing: ");
    }
  }

  void rule(eval::RuleTrace const& trace, oracle::RuleView const& view) {
    std::string const where = "rule " + trace.rule + ": ";
    require(state_fits(trace.state, view.state), where + "state " + std::string(eval::rule_state_name(trace.state)) +
                                                     ", not " + std::string(eval::rule_state_name(view.state)));
    require(!known_ || trace.by == view.by, where + "by other rules");
    conditions(trace.conditions, view.when, view.unless, where);
    require(trace.grounds.size() == view.grounds.size(), where + "another number of grounds");
    for (std::size_t i = 0; i < std::min(trace.grounds.size(), view.grounds.size()); ++i) {
      truth(trace.grounds[i].truth, view.grounds[i], where + "ground " + trace.grounds[i].name);
    }
  }

  // Bare three-valued logic knows less than the machine, but nothing else. What is out for one reason may be out for another
  // where the machine knows more.
  bool state_fits(eval::RuleState machine, eval::RuleState view) const {
    return machine == view || view == eval::RuleState::open || (!known_ && is_out(machine) && is_out(view));
  }

  static bool is_out(eval::RuleState state) {
    return state == eval::RuleState::overridden || state == eval::RuleState::disapplied ||
           state == eval::RuleState::guard_false;
  }

  void conditions(std::vector<eval::ConditionTrace> const& traces, std::vector<oracle::Mark> marks,
                  std::optional<oracle::Mark> unless, std::string const& where) {
    if (unless) {
      marks.push_back(*unless);
    }
    require(traces.size() == marks.size(), where + "another number of conditions");
    for (std::size_t i = 0; i < std::min(traces.size(), marks.size()); ++i) {
      truth(traces[i].truth, marks[i], where + " condition " + std::to_string(i + 1));
    }
  }

  void truth(eval::Truth truth, oracle::Mark mark, std::string const& where) {
    static_assert(static_cast<int>(eval::Truth::no) == static_cast<int>(oracle::Mark::no));
    static_assert(static_cast<int>(eval::Truth::error) == static_cast<int>(oracle::Mark::error));
    bool const compared = mark != oracle::Mark::unknown;
    require(!compared || static_cast<int>(truth) == static_cast<int>(mark),
            where + " is " + std::string(eval::truth_name(truth)));
  }

  // A rule that applies may still turn out to have a figure without a value; what it overrides is then in error too.
  void in_all_completions(eval::RuleTrace const& trace, oracle::RuleCount const& count, std::size_t arising) {
    using enum eval::RuleState;
    bool fits = true;
    switch (trace.state) {
      case applied:
        fits = count.applied + (computes_ ? count.error : 0) == arising;
        break;
      case error:
        fits = count.error == arising;
        break;
      case overridden:
      case disapplied:
      case guard_false:
        fits = count.applied == 0 && (computes_ || count.error == 0);
        break;
      case open:
        break;
    }
    require(fits, "rule " + trace.rule + ": state " + std::string(eval::rule_state_name(trace.state)) +
                      " not in all completions");
  }

  bool known_;
  std::set<std::string> not_yet_asked_;
  std::set<std::string> open_lines_;  // `rule.ground`
  std::set<std::string> lists_;
  bool two_laws_;
  bool computes_;  // some bound
  std::vector<std::string>& found_;
};

std::set<std::string> open_lines_not_yet_asked(ir::Program const& program, oracle::View const& view,
                                               std::uint32_t decision) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < view.rules.size(); ++i) {
    ir::Rule const& rule = program.rules[program.decisions[decision].rules[i].index];
    bool listed_may_hold = false;
    for (std::size_t line = 0; line < rule.grounds.size(); ++line) {
      listed_may_hold =
          listed_may_hold || (!rule.grounds[line].open && view.rules[i].grounds[line] == oracle::Mark::unknown);
    }
    for (ir::Ground const& ground : rule.grounds) {
      ir::Expr const& asked = program.exprs[ground.condition.index];
      if (ground.open && listed_may_hold && asked.op == ir::ExprOp::fact) {
        names.insert(program.facts[asked.fact.index].info.name);
      }
    }
  }
  return names;
}

bool nothing_unknown(oracle::View const& view) {
  auto const none_in = [](std::vector<oracle::Mark> const& marks) { return !contains(marks, oracle::Mark::unknown); };
  return none_in(view.when) && std::all_of(view.rules.begin(), view.rules.end(), [&](oracle::RuleView const& rule) {
           return rule.state != eval::RuleState::open && none_in(rule.when) && none_in(rule.grounds) &&
                  rule.unless != oracle::Mark::unknown;
         });
}

void count(oracle::Answer const& answer, eval::Outcome const& machine, Tally& tally) {
  ++tally.comparisons;
  tally.known += answer.completions == 1 ? 1 : 0;
  tally.undetermined += answer.point.status == Status::undetermined ? 1 : 0;
  tally.settled += answer.completions > 1 && answer.point.status != Status::undetermined ? 1 : 0;
  tally.incomplete += answer.complete ? 0 : 1;
  tally.inexact += machine.exact ? 0 : 1;
  ++tally.statuses[static_cast<std::size_t>(answer.point.status)];
}

}  // namespace

oracle::Point point_of(Status status, std::optional<eval::Modality> modality,
                       std::vector<eval::OutcomeOption> options) {
  if (status != Status::decided) {
    return {status, std::nullopt, {}};
  }
  for (eval::OutcomeOption& option : options) {
    std::sort(option.by.begin(), option.by.end());
    for (eval::OutcomeCondition& condition : option.conditions) {
      std::sort(condition.states.begin(), condition.states.end());
    }
    std::sort(option.conditions.begin(), option.conditions.end(),
              [](auto const& left, auto const& right) { return left.name < right.name; });
  }
  return {status, modality, std::move(options)};
}

std::vector<std::string> differences(ir::Program const& program, eval::Plan const& plan, eval::Case const& facts,
                                     oracle::Grid const& grid, std::uint32_t decision, Tally& tally) {
  eval::DecisionTrace trace;
  eval::Outcome const machine = eval::decide(plan, facts, decision, &trace);
  oracle::Judgement judgement = oracle::decide(program, facts, grid, decision);
  if (grid.sampled && judgement.answer.completions > 1) {
    judgement.answer.complete = false;
    // Values of a sample may contradict each other, a day before the birth: the machine takes the facts of a case to fit together.
    std::erase_if(judgement.answer.possible, [](oracle::Point const& point) { return point.status == Status::error; });
  }
  oracle::View const view = oracle::view(program, facts, grid, decision);
  count(judgement.answer, machine, tally);
  std::vector<std::string> found;
  if (judgement.answer.completions == 0) {
    return found;  // no completion is admissible
  }
  bool const known = judgement.answer.completions == 1 && nothing_unknown(view) && !program.milder_for.has_value();
  Comparison comparison(known, open_lines_not_yet_asked(program, view, decision), program, found);
  comparison.outcomes(machine, judgement.answer, "");
  comparison.rules(trace, view, judgement);
  if (!grid.sampled) {
    compare_basis({program, plan, facts, grid, decision}, machine, found);
  }
  return found;
}

}  // namespace hjemmel::differential
