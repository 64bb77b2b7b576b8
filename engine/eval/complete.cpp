// The tree of splits, depth first, and the fallback for what is left when the limit is reached.
#include "engine/eval/complete.h"

#include <algorithm>

#include "engine/eval/resolve.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kMostOpenRules = 10;  // 2^10 combinations of states; past that the answer is «anything»

class Explorer {
 public:
  Explorer(Plan const& plan, std::uint32_t decision, std::uint32_t departures, std::uint32_t max_boxes,
           LawChoice choice)
      : plan_(plan), decision_(decision), departures_(departures), max_boxes_(max_boxes), choice_(choice) {}

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
    Ruling const ruling = court.rule(decision_, departures_);
    Machine& machine = court.machine(ruling.law);
    if (plan_.has_basis) {
      note_basis(court);
    }
    if (ruling.settled) {
      add_box(world, machine, ruling);
      return;
    }
    bool const room = result_.boxes.size() + open.size() < max_boxes_;
    Split parts = room ? split(plan_, world, machine, ruling.cause) : Split{};
    if (parts.worlds.empty()) {
      add_by_states(world, court, ruling);
      return;
    }
    if (parts.assumed) {
      note_atom(parts);
    }
    for (auto child = parts.worlds.rbegin(); child != parts.worlds.rend(); ++child) {
      open.push_back(std::move(*child));
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

  void note_untold(Court& court, Ruling const& ruling) {
    for (Unknown const& unknown : unknowns_of(court.machine(ruling.law).causes(), ruling.cause)) {
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
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < resolution.rules.size(); ++i) {
      if (resolution.rules[i].state == RuleState::open) {
        open.push_back(i);
      }
    }
    if (open.size() > kMostOpenRules || !resolution.has_departed) {
      result_.anything = true;
      return;
    }
    for (std::uint32_t mask = 0; mask < (1U << open.size()); ++mask) {
      add_states(world, resolution, open, mask);
    }
  }

  void add_status(World const& world, Status status, std::string const& error_place) {
    result_.boxes.push_back({world.regions, {status, {}, {}, {}}, {}, error_place});
  }

  void add_states(World const& world, Resolution const& resolution, std::vector<std::size_t> const& open,
                  std::uint32_t mask) {
    DecisionPlan const& decision = plan_.decisions[decision_];
    std::vector<std::uint32_t> applied = applied_rules(decision, resolution);
    for (std::size_t i = 0; i < open.size(); ++i) {
      if ((mask >> i & 1U) != 0) {
        applied.push_back(decision.rules[open[i]]);
      }
    }
    for (std::uint32_t const rule : applied) {
      for (std::uint32_t const above : plan_.rules[rule].overriders) {
        if (std::find(applied.begin(), applied.end(), above) != applied.end()) {
          return;  // not a state that can be: what stands above it applies
        }
      }
    }
    std::vector<std::uint32_t> ordered;
    for (std::uint32_t const rule : decision.rules) {
      if (std::find(applied.begin(), applied.end(), rule) != applied.end()) {
        ordered.push_back(rule);
      }
    }
    result_.boxes.push_back({world.regions, choose(plan_, decision_, ordered), {}, {}});
  }

  Plan const& plan_;
  std::uint32_t decision_;
  std::uint32_t departures_;
  std::uint32_t max_boxes_;
  LawChoice choice_;
  Completions result_;
};

}  // namespace

Completions complete(Plan const& plan, Case const& facts, std::uint32_t decision, std::uint32_t departures,
                     std::uint32_t max_boxes, LawChoice choice) {
  return Explorer(plan, decision, departures, max_boxes, choice).run(facts);
}

std::vector<HeldLine> held_lines(Plan const& plan, std::uint32_t decision, Resolution const& resolution,
                                 std::vector<std::uint32_t> const& contributing) {
  std::vector<HeldLine> held;
  DecisionPlan const& by_place = plan.decisions[decision];
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    std::uint32_t const rule = by_place.rules[place];
    if (std::find(contributing.begin(), contributing.end(), rule) == contributing.end()) {
      continue;
    }
    auto const& values = resolution.rules[place].grounds;
    std::size_t const before = held.size();
    for (bool const open : {false, true}) {
      for (std::uint32_t line = 0; line < values.size() && (!open || held.size() == before); ++line) {
        if (values[line].is_true() && plan.rules[rule].grounds[line].open == open) {
          held.push_back({rule, line});
        }
      }
    }
  }
  return held;
}

}  // namespace hjemmel::eval
