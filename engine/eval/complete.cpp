// The tree of splits, depth first, and the fallback for what is left when the limit is reached.
#include "engine/eval/complete.h"

#include <algorithm>

#include "engine/eval/resolve.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kMostStates = 1024;  // sets of open rules that may apply together, in one world

class Explorer {
 public:
  Explorer(Plan const& plan, std::uint32_t decision, std::uint32_t departures, Limits limits, LawChoice choice,
           bool note_reads)
      : plan_(plan),
        decision_(decision),
        departures_(departures),
        limits_(limits),
        choice_(choice),
        note_reads_(note_reads) {}

  Completions run(Case const& facts) {
    std::vector<World> open;
    open.push_back({facts, {}, {}});
    while (!open.empty()) {
      World const world = std::move(open.back());
      open.pop_back();
      visit(world, open);
    }
    return std::move(result_);
  }

 private:
  void visit(World const& world, std::vector<World>& open) {
    Court court(plan_, world.facts, world.assumptions, choice_);
    if (note_reads_) {
      court.note_reads();
    }
    Ruling const ruling = court.rule(decision_, departures_);
    if (note_reads_) {
      std::vector<Unknown> const read = court.facts_read();
      result_.reads.insert(read.begin(), read.end());
    }
    Machine& machine = court.machine(ruling.law);
    if (plan_.has_basis) {
      note_basis(court);
    }
    if (ruling.settled) {
      add_box(world, machine, ruling);
      return;
    }
    bool const room = result_.boxes.size() + open.size() < limits_.max_splits;
    if (room && split_by(world, machine, ruling.cause, open)) {
      return;
    }
    if (ruling.of_decision && ruling.resolution.has_departed && ruling.resolution.has_open_figures_only()) {
      result_.exact = result_.exact && room;
      add_ranges(world, court, ruling, room, open);
      return;
    }
    add_by_states(world, court, ruling);
  }

  bool split_by(World const& world, Machine const& machine, std::uint32_t cause, std::vector<World>& open) {
    Split parts = split(plan_, world, machine, cause);
    if (parts.assumed) {
      note_atom(parts);
    }
    for (auto child = parts.worlds.rbegin(); child != parts.worlds.rend(); ++child) {
      open.push_back(std::move(*child));
    }
    return !parts.worlds.empty();
  }

  // Nothing else is open than figures, and no unknown below them can be split: their ranges are the answer.
  void add_ranges(World const& world, Court& court, Ruling const& ruling, bool room, std::vector<World>& open) {
    Machine& machine = court.machine(ruling.law);
    Figures figures = ruling.resolution.figures;
    Conclusion conclusion = choose(plan_, decision_, applied_rules(plan_, decision_, ruling.resolution), &figures);
    if (!figures.unclear().empty()) {
      if (!room || !split_by(world, machine, cause_of_unclear(machine, figures), open)) {
        result_.exact = false;
        result_.anything = true;
        note_untold(court, ruling);
        add_faults(world, machine, figures);
      }
      return;
    }
    add_faults(world, machine, figures);
    Ruling concluded = ruling;
    concluded.conclusion = std::move(conclusion);
    add_box(world, machine, concluded);
    note_ranges(world, machine, figures, result_.boxes.back());
  }

  // Where an open figure meets a known one, the unknown that it hangs on can be cut.
  static std::uint32_t cause_of_unclear(Machine& machine, Figures const& figures) {
    std::uint32_t cause = kNoIndex;
    for (auto const& [left, right] : figures.unclear()) {
      if (is_open(left) != is_open(right)) {
        BoundPlan const& known = is_open(left) ? right : left;
        Figure const& figure = figures.of((is_open(left) ? left : right).block);
        cause = machine.join(cause, machine.cut_figure(figure, known.value));
      }
    }
    return cause;
  }

  void add_faults(World const& world, Machine const& machine, Figures const& figures) {
    for (Figure const& figure : figures.all()) {
      if (!figure.sure) {
        result_.exact = false;
        add_status(world, Status::error, machine.fault_of(figure, words_of(figure)));
        note_unknowns(machine, machine.cause_of(figure.value));
      }
    }
  }

  std::string words_of(Figure const& figure) const {
    for (std::uint32_t const rule : plan_.of(plan_.decisions[decision_].rules)) {
      for (Condition const& computed : plan_.of(plan_.rules[rule].figures)) {
        if (computed.block == figure.block) {
          return std::string(plan_.of(computed.text));
        }
      }
    }
    return {};
  }

  // A range is exact where each figure is a straight line of an unknown of its own, over all that this may still be.
  void note_ranges(World const& world, Machine const& machine, Figures const& figures, Box& box) {
    if (box.conclusion.status != Status::decided) {
      return;
    }
    box.has_ranges = !figures.shown().empty();
    bool exact = true;
    for (ShownFigure const& shown : figures.shown()) {
      Figure const& figure = figures.of(shown.block);
      note_unknowns(machine, machine.cause_of(figure.value));
      bool const apart = std::none_of(box.lines.begin(), box.lines.end(),
                                      [&](Form const& line) { return line.unknown == figure.form.unknown; });
      exact = exact && shown.alone && apart && figure.bounds == image(plan_, world, figure.form);
      box.lines.push_back(figure.form);
    }
    if (!exact) {
      box.lines.clear();
      result_.exact = false;
    }
  }

  // What either law has read: it may decide which of them is the milder one.
  void note_basis(Court const& court) {
    for (BasisRead const& read : court.basis_reads()) {
      if (std::find(result_.basis.begin(), result_.basis.end(), read) == result_.basis.end()) {
        result_.basis.push_back(read);
      }
    }
  }

  void note_atom(Split const& parts) {
    result_.exact = result_.exact && parts.is_free;
    auto& known = result_.origins[*parts.assumed];
    known.insert(known.end(), parts.origins.begin(), parts.origins.end());
  }

  void add_box(World const& world, Machine const& machine, Ruling const& ruling) {
    Box box{world.regions, ruling.conclusion, {}, machine.error_place(), ruling.law, ruling.out_of_force};
    box.grounds = held_lines(plan_, decision_, ruling.resolution, box.conclusion.rules);
    result_.boxes.push_back(std::move(box));
  }

  // Every way in which the open rules could turn out: more than the true set, never less.
  void add_by_states(World const& world, Court& court, Ruling const& ruling) {
    result_.exact = false;
    note_untold(court, ruling);
    if (choice_ != LawChoice::milder) {
      add_states_of(world, court, ruling);
      return;
    }
    for (Law const law : {Law::at_act, Law::at_decision}) {  // one of them is the milder one
      Ruling const one = court.under(law, decision_, departures_);
      if (one.settled) {
        add_box(world, court.machine(law), one);
      } else {
        note_untold(court, one);
        add_states_of(world, court, one);
      }
    }
    if (decision_ != plan_.milder->decision) {
      add_status(world, Status::error, {});
    }
  }

  void note_untold(Court& court, Ruling const& ruling) { note_unknowns(court.machine(ruling.law), ruling.cause); }

  void note_unknowns(Machine const& machine, std::uint32_t cause) {
    for (Unknown const& unknown : unknowns_of(machine.causes(), cause)) {
      if (std::find(result_.untold.begin(), result_.untold.end(), unknown) == result_.untold.end()) {
        result_.untold.push_back(unknown);
      }
    }
  }

  void add_states_of(World const& world, Court& court, Ruling const& ruling) {
    Machine& machine = court.machine(ruling.law);
    Resolution const& resolution = ruling.resolution;
    if (resolution.when.is_open()) {
      add_status(world, Status::not_applicable, {});
    }
    if (resolution.in_force.is_open()) {
      add_status(world, Status::no_rule, {});
    }
    std::string const fault = machine.error_place().empty() ? machine.fault_below(ruling.cause) : machine.error_place();
    if (!fault.empty()) {
      add_status(world, Status::error, fault);
    }
    std::vector<std::vector<std::uint32_t>> const all =
        resolution.has_departed ? states_of(resolution) : std::vector<std::vector<std::uint32_t>>{};
    states_told_ += all.size();
    if (all.empty() || states_told_ > limits_.max_states) {
      result_.anything = true;
      return;
    }
    std::size_t const first = result_.boxes.size();
    for (std::vector<std::uint32_t> const& applied : all) {
      add_state(world, machine, applied, first);
    }
  }

  // Each set of rules that may apply together: what stands above a rule is settled before it, and a rule whose guard holds is
  // out for that alone. None where there are too many.
  std::vector<std::vector<std::uint32_t>> states_of(Resolution const& resolution) const {
    DecisionPlan const& decision = plan_.decisions[decision_];
    std::vector<std::vector<std::uint32_t>> states{applied_rules(plan_, decision_, resolution)};
    for (std::uint32_t const rule : plan_.of(decision.order)) {
      RuleVerdict const& verdict = resolution.rules[plan_.rules[rule].place];
      if (verdict.state != RuleState::open) {
        continue;
      }
      for (std::size_t at = states.size(); at-- > 0;) {
        if (is_put_out(rule, states[at])) {
          continue;
        }
        if (!verdict.guard_holds) {
          states.push_back(states[at]);
        }
        states[at].push_back(rule);
      }
      if (states.size() > kMostStates) {
        return {};
      }
    }
    return states;
  }

  bool is_put_out(std::uint32_t rule, std::vector<std::uint32_t> const& applied) const {
    RulePlan const& plan = plan_.rules[rule];
    auto const applies = [&](std::uint32_t other) {
      return std::find(applied.begin(), applied.end(), other) != applied.end();
    };
    return std::ranges::any_of(plan_.of(plan.overriders), applies) ||
           std::ranges::any_of(plan_.of(plan.disappliers), applies);
  }

  void add_status(World const& world, Status status, std::string const& error_place) {
    result_.boxes.push_back({world.regions, {status, {}, {}, {}}, {}, error_place});
  }

  // `first`: the first box of this world; one that concludes alike needs no other.
  void add_state(World const& world, Machine& machine, std::vector<std::uint32_t> const& applied, std::size_t first) {
    DecisionPlan const& decision = plan_.decisions[decision_];
    std::vector<std::uint32_t> ordered;
    for (std::uint32_t const rule : plan_.of(decision.rules)) {
      if (std::find(applied.begin(), applied.end(), rule) != applied.end()) {
        ordered.push_back(rule);
      }
    }
    Figures figures;
    for (std::uint32_t const rule : ordered) {
      if (!add_figures(plan_, machine, plan_.rules[rule], figures)) {
        add_status(world, Status::error, machine.error_place());
        return;
      }
    }
    Conclusion conclusion = choose(plan_, decision_, ordered, figures.all().empty() ? nullptr : &figures);
    add_faults(world, machine, figures);
    if (!figures.unclear().empty()) {
      result_.anything = true;
      return;
    }
    bool const known = std::any_of(
        result_.boxes.begin() + static_cast<std::ptrdiff_t>(first), result_.boxes.end(), [&](Box const& box) {
          return figures.shown().empty() && !box.has_ranges && box.conclusion.is_like(conclusion);
        });
    if (known) {
      return;
    }
    result_.boxes.push_back({world.regions, std::move(conclusion), {}, {}});
    note_ranges(world, machine, figures, result_.boxes.back());
  }

  Plan const& plan_;
  std::uint32_t decision_;
  std::uint32_t departures_;
  Limits limits_;
  LawChoice choice_;
  bool note_reads_;
  std::size_t states_told_ = 0;
  Completions result_;
};

}  // namespace

bool alike(Box const& left, Box const& right) {
  if (!left.has_ranges || !right.has_ranges) {
    return left.has_ranges == right.has_ranges && left.conclusion.is_like(right.conclusion);
  }
  return !left.lines.empty() &&
         std::equal(left.lines.begin(), left.lines.end(), right.lines.begin(), right.lines.end(), same_line) &&
         are_alike_but_for_ranges(left.conclusion, right.conclusion);
}

Completions complete(Plan const& plan, Case const& facts, std::uint32_t decision, std::uint32_t departures,
                     Limits limits, LawChoice choice, bool note_reads) {
  return Explorer(plan, decision, departures, limits, choice, note_reads).run(facts);
}

std::vector<HeldLine> held_lines(Plan const& plan, std::uint32_t decision, Resolution const& resolution,
                                 std::vector<std::uint32_t> const& contributing) {
  std::vector<HeldLine> held;
  std::span<std::uint32_t const> const by_place = plan.of(plan.decisions[decision].rules);
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    std::uint32_t const rule = by_place[place];
    if (std::find(contributing.begin(), contributing.end(), rule) == contributing.end()) {
      continue;
    }
    std::span<GroundPlan const> const lines = plan.of(plan.rules[rule].grounds);
    auto const& values = resolution.rules[place].grounds;
    std::size_t const before = held.size();
    for (bool const open : {false, true}) {
      for (std::uint32_t line = 0; line < values.size() && (!open || held.size() == before); ++line) {
        if (values[line].is_true() && lines[line].open == open) {
          held.push_back({rule, line});
        }
      }
    }
  }
  return held;
}

}  // namespace hjemmel::eval
