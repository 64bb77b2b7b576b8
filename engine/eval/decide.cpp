// From a resolution, or from the boxes of its completions, to the outcome with names.
#include "engine/eval/decide.h"

#include <algorithm>

#include "engine/base/date.h"
#include "engine/eval/complete.h"
#include "engine/eval/missing.h"
#include "engine/eval/resolve.h"
#include "engine/eval/rests_on.h"
#include "engine/eval/trace_of.h"

namespace hjemmel::eval {
namespace {

constexpr char const* kOutOfForce = "not in force";  // why there is no rule
constexpr std::uint32_t kMostDepartures = 8;  // how often the outcome tells what follows if the decider departs again

class Decider {
 public:
  Decider(Plan const& plan, Case const& facts, std::uint32_t decision, Limits limits, LawChoice choice)
      : plan_(plan),
        facts_(facts),
        index_(decision),
        decision_(plan.decisions[decision]),
        limits_(limits),
        choice_(choice) {}

  Outcome run(std::uint32_t departures, DecisionTrace* trace) {
    Assumptions const nothing;
    Outcome outcome;
    if (choice_ == LawChoice::milder) {
      Law law = Law::at_act;
      outcome = completed(departures, &law);
      if (trace != nullptr) {
        Machine machine(plan_, facts_, nothing, true, law);
        *trace = trace_of(plan_, facts_, machine, index_, resolve(plan_, machine, index_, departures, true));
      }
    } else {
      Machine machine(plan_, facts_, nothing, trace != nullptr,
                      choice_ == LawChoice::at_act ? Law::at_act : Law::at_decision);
      Resolution const resolution = resolve(plan_, machine, index_, departures, trace != nullptr);
      if (trace != nullptr) {
        *trace = trace_of(plan_, facts_, machine, index_, resolution);
      }
      outcome = resolution.is_settled() ? settled(resolution, machine.error_place()) : completed(departures, nullptr);
    }
    outcome.rests_on = rests_on(plan_, facts_, index_, departures, choice_);
    bool const normally =
        !one_of_two_laws_ && outcome.status == Status::decided && outcome.modality == Modality::normally_is;
    if (normally && departures < kMostDepartures) {
      outcome.if_departing = std::make_unique<Outcome>(run(departures + 1, nullptr));
    }
    return outcome;
  }

 private:
  Outcome settled(Resolution const& resolution, std::string const& error_place) const {
    Conclusion const conclusion = conclude(plan_, index_, resolution);
    Outcome outcome = start(conclusion, error_place);
    name_rules(outcome, conclusion.rules);
    name_grounds(outcome, held_lines(plan_, index_, resolution, conclusion.rules));
    if (outcome.status == Status::no_rule && is_out_of_force(plan_, index_, resolution)) {
      outcome.reason = kOutOfForce;
    }
    return outcome;
  }

  // `law`, where it is asked for, becomes the law at the decision when that one holds in every completion.
  Outcome completed(std::uint32_t departures, Law* law) const {
    Completions const all = complete(plan_, facts_, index_, departures, limits_, choice_);
    std::vector<Box> const& boxes = all.boxes;
    if (law != nullptr) {
      *law = holds_in_all(all, Law::at_decision) ? Law::at_decision : Law::at_act;
    }
    bool const uniform =
        !all.anything && !boxes.empty() && std::all_of(boxes.begin(), boxes.end(), [&](Box const& box) {
          return !box.has_ranges && box.conclusion.is_like(boxes.front().conclusion);
        });
    if (!uniform) {
      Outcome open = undetermined(all, departures);
      note_laws(open, all, departures);
      return open;
    }
    Outcome outcome = start(boxes.front().conclusion, boxes.front().error_place);
    name_rules(outcome, rules_in_all(boxes));
    std::vector<HeldLine> lines = lines_in_all(boxes);
    if (!all.exact) {  // an alternative that only an assumption gave is none
      std::vector<std::uint32_t> const certain = rules_in_all(boxes);
      std::erase_if(lines, [&](HeldLine const& line) {
        return std::find(certain.begin(), certain.end(), line.rule) == certain.end();
      });
    }
    name_grounds(outcome, lines);
    bool const out = std::all_of(boxes.begin(), boxes.end(), [](Box const& box) { return box.out_of_force; });
    if (outcome.status == Status::no_rule && out) {
      outcome.reason = kOutOfForce;
    }
    note_laws(outcome, all, departures);
    return outcome;
  }

  bool holds_in_all(Completions const& all, Law law) const {
    return !all.anything && !all.boxes.empty() &&
           std::all_of(all.boxes.begin(), all.boxes.end(), [law](Box const& box) { return box.law == law; });
  }

  // Both outcomes, and which of them holds in every completion.
  void note_laws(Outcome& outcome, Completions const& all, std::uint32_t departures) const {
    if (choice_ != LawChoice::milder || departures > 0) {
      return;
    }
    for (Law const law : {Law::at_act, Law::at_decision}) {
      bool const act = law == Law::at_act;
      Assumptions const nothing;
      Value const date = Machine(plan_, facts_, nothing, false, law).selecting_date();
      OutcomeVersion version{act ? "act" : "decision", {}, holds_in_all(all, law), {}};
      if (date.is_known()) {
        version.as_of = base::to_string(base::Date{static_cast<std::int32_t>(date.coefficient)});
      }
      Decider under(plan_, facts_, index_, limits_, act ? LawChoice::at_act : LawChoice::at_decision);
      under.one_of_two_laws_ = true;
      version.outcome = std::make_unique<Outcome>(under.run(0, nullptr));
      outcome.versions.push_back(std::move(version));
    }
  }

  Outcome start(Conclusion const& conclusion, std::string const& error_place) const {
    Outcome outcome;
    outcome.decision = decision_.name;
    outcome.of_figure = decision_.of_figure;
    outcome.status = conclusion.status;
    outcome.modality = conclusion.modality;
    outcome.options.reserve(conclusion.options.size());
    for (ChosenOption const& option : conclusion.options) {
      outcome.options.push_back(option.option);
    }
    if (conclusion.status == Status::not_applicable) {
      outcome.reason = *decision_.otherwise_says;
      outcome.citations = plan_.of(decision_.citations);
    } else if (conclusion.status == Status::error) {
      outcome.reason = error_place.empty() ? "an expression has no value" : error_place;
    }
    return outcome;
  }

  // Versions of one rule are named once.
  void add_name(std::vector<std::string>& names, std::uint32_t rule) const {
    std::string_view const name = plan_.of(plan_.rules[rule].name);
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.emplace_back(name);
    }
  }

  void name_rules(Outcome& outcome, std::vector<std::uint32_t> const& rules) const {
    outcome.rules.reserve(rules.size());
    outcome.citations.reserve(2 * rules.size());
    for (std::uint32_t const rule : rules) {
      add_name(outcome.rules, rule);
      if (outcome.status == Status::no_rule) {
        continue;
      }
      for (OutcomeCitation const& citation : plan_.of(plan_.rules[rule].citations)) {
        if (std::find(outcome.citations.begin(), outcome.citations.end(), citation) == outcome.citations.end()) {
          outcome.citations.push_back(citation);
        }
      }
    }
  }

  void name_grounds(Outcome& outcome, std::vector<HeldLine> const& lines) const {
    if (outcome.status != Status::decided) {
      return;
    }
    for (HeldLine const& line : lines) {
      RulePlan const& rule = plan_.rules[line.rule];
      GroundPlan const& ground = plan_.of(rule.grounds)[line.ground];
      outcome.grounds.push_back({std::string(plan_.of(rule.name)), std::string(plan_.of(ground.name))});
    }
  }

  // Another version of a rule counts as the rule.
  std::vector<std::uint32_t> rules_in_all(std::vector<Box> const& boxes) const {
    std::vector<std::uint32_t> common = boxes.front().conclusion.rules;
    for (Box const& box : boxes) {
      std::erase_if(common, [&](std::uint32_t rule) {
        return std::none_of(box.conclusion.rules.begin(), box.conclusion.rules.end(), [&](std::uint32_t other) {
          return other == rule || plan_.of(plan_.rules[other].name) == plan_.of(plan_.rules[rule].name);
        });
      });
    }
    return common;
  }

  // For each rule the lines that hold in every completion where it counts; with none of those, the alternatives.
  std::vector<HeldLine> lines_in_all(std::vector<Box> const& boxes) const {
    std::vector<HeldLine> lines;
    for (std::uint32_t const rule : plan_.of(decision_.rules)) {
      std::vector<HeldLine> some;
      std::size_t counts = 0;
      for (Box const& box : boxes) {
        auto const& contributing = box.conclusion.rules;
        counts += std::find(contributing.begin(), contributing.end(), rule) != contributing.end() ? 1 : 0;
        std::copy_if(box.grounds.begin(), box.grounds.end(), std::back_inserter(some),
                     [rule](HeldLine const& line) { return line.rule == rule; });
      }
      std::sort(some.begin(), some.end());
      std::vector<HeldLine> all;
      for (HeldLine const& line : some) {
        bool const in_all = static_cast<std::size_t>(std::count(some.begin(), some.end(), line)) == counts;
        if (in_all && (all.empty() || all.back() != line)) {
          all.push_back(line);
        }
      }
      some.erase(std::unique(some.begin(), some.end()), some.end());
      lines.insert(lines.end(), all.empty() ? some.begin() : all.begin(), all.empty() ? some.end() : all.end());
    }
    return lines;
  }

  Outcome undetermined(Completions const& all, std::uint32_t departures) const {
    Outcome outcome;
    outcome.decision = decision_.name;
    outcome.of_figure = decision_.of_figure;
    outcome.status = Status::undetermined;
    outcome.exact = all.exact;
    outcome.possible = possible(all);
    std::vector<Unknown> later =
        deferred(choice_ == LawChoice::at_decision ? Law::at_decision : Law::at_act, departures);
    if (choice_ == LawChoice::milder) {
      std::vector<Unknown> const other = deferred(Law::at_decision, departures);
      std::erase_if(
          later, [&](Unknown const& unknown) { return std::find(other.begin(), other.end(), unknown) == other.end(); });
    }
    outcome.missing = missing(plan_, facts_, all, later);
    return outcome;
  }

  std::vector<Unknown> deferred(Law law, std::uint32_t departures) const {
    Assumptions const nothing;
    Machine machine(plan_, facts_, nothing, true, law);
    Resolution const resolution = resolve(plan_, machine, index_, departures, true);
    return deferred_unknowns(plan_, machine, index_, resolution);
  }

  std::vector<PossibleOutcome> possible(Completions const& all) const {
    std::vector<PossibleOutcome> found;
    std::vector<Conclusion const*> seen;
    for (Box const& box : all.boxes) {
      Conclusion const& conclusion = box.conclusion;
      if (std::any_of(seen.begin(), seen.end(), [&](auto const* other) { return other->is_like(conclusion); })) {
        continue;
      }
      seen.push_back(&conclusion);
      PossibleOutcome outcome{conclusion.status, conclusion.modality, {}, {}};
      for (ChosenOption const& option : conclusion.options) {
        outcome.options.push_back(option.option);
      }
      for (std::uint32_t const rule : conclusion.rules) {
        add_name(outcome.rules, rule);
      }
      found.push_back(std::move(outcome));
    }
    if (all.anything) {
      for (Status const status : {Status::decided, Status::conflict, Status::no_rule}) {
        found.push_back({status, {}, {}, {}});
      }
    }
    return found;
  }

  Plan const& plan_;
  Case const& facts_;
  std::uint32_t index_;
  DecisionPlan const& decision_;
  Limits limits_;
  LawChoice choice_;
  bool one_of_two_laws_ = false;  // shown beside the outcome: what departing gives is told there
};

}  // namespace

Outcome decide(Plan const& plan, Case const& facts, std::uint32_t decision, DecisionTrace* trace, Limits limits) {
  return Decider(plan, facts, decision, limits, plan.milder ? LawChoice::milder : LawChoice::at_act).run(0, trace);
}

}  // namespace hjemmel::eval
