// From a resolution, or from the boxes of its completions, to the outcome with names.
#include "engine/eval/decide.h"

#include <algorithm>

#include "engine/eval/complete.h"
#include "engine/eval/missing.h"
#include "engine/eval/resolve.h"
#include "engine/eval/rests_on.h"
#include "engine/eval/trace_of.h"

namespace hjemmel::eval {
namespace {

constexpr std::uint32_t kMostDepartures = 8;  // how often the outcome tells what follows if the decider departs again

class Decider {
 public:
  Decider(Plan const& plan, Case const& facts, std::uint32_t decision, Limits limits)
      : plan_(plan), facts_(facts), index_(decision), decision_(plan.decisions[decision]), limits_(limits) {}

  // NOLINTNEXTLINE(misc-no-recursion): at most kMostDepartures deep
  Outcome run(std::uint32_t departures, DecisionTrace* trace) {
    Assumptions const nothing;
    Machine machine(plan_, facts_, nothing, trace != nullptr);
    Resolution const resolution = resolve(plan_, machine, index_, departures, trace != nullptr);
    if (trace != nullptr) {
      *trace = trace_of(plan_, facts_, machine, index_, resolution);
    }
    Outcome outcome = resolution.is_settled() ? settled(resolution, machine.error_place()) : completed(departures);
    outcome.rests_on = rests_on(plan_, facts_, index_, departures);
    bool const normally = outcome.status == Status::decided && outcome.modality == Modality::normally_is;
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
    return outcome;
  }

  Outcome completed(std::uint32_t departures) const {
    Completions const all = complete(plan_, facts_, index_, departures, limits_.max_splits);
    std::vector<Box> const& boxes = all.boxes;
    bool const uniform = !all.anything && !boxes.empty() &&
                         std::all_of(boxes.begin(), boxes.end(),
                                     [&](Box const& box) { return box.conclusion.is_like(boxes.front().conclusion); });
    if (!uniform) {
      return undetermined(all, departures);
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
    return outcome;
  }

  Outcome start(Conclusion const& conclusion, std::string const& error_place) const {
    Outcome outcome;
    outcome.decision = decision_.name;
    outcome.status = conclusion.status;
    outcome.modality = conclusion.modality;
    for (ChosenOption const& option : conclusion.options) {
      outcome.options.push_back(option.option);
    }
    if (conclusion.status == Status::not_applicable) {
      outcome.reason = decision_.otherwise_says;
      outcome.citations = decision_.citations;
    } else if (conclusion.status == Status::error) {
      outcome.reason = error_place.empty() ? "an expression has no value" : error_place;
    }
    return outcome;
  }

  void name_rules(Outcome& outcome, std::vector<std::uint32_t> const& rules) const {
    for (std::uint32_t const rule : rules) {
      outcome.rules.push_back(plan_.rules[rule].name);
      if (outcome.status == Status::no_rule) {
        continue;
      }
      for (OutcomeCitation const& citation : plan_.rules[rule].citations) {
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
      outcome.grounds.push_back({rule.name, rule.grounds[line.ground].name});
    }
  }

  static std::vector<std::uint32_t> rules_in_all(std::vector<Box> const& boxes) {
    std::vector<std::uint32_t> common = boxes.front().conclusion.rules;
    for (Box const& box : boxes) {
      std::erase_if(common, [&](std::uint32_t rule) {
        return std::find(box.conclusion.rules.begin(), box.conclusion.rules.end(), rule) == box.conclusion.rules.end();
      });
    }
    return common;
  }

  // For each rule the lines that hold in every completion where it counts; with none of those, the alternatives.
  std::vector<HeldLine> lines_in_all(std::vector<Box> const& boxes) const {
    std::vector<HeldLine> lines;
    for (std::uint32_t const rule : decision_.rules) {
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
    outcome.status = Status::undetermined;
    outcome.exact = all.exact;
    outcome.possible = possible(all);
    Assumptions const nothing;
    Machine machine(plan_, facts_, nothing, true);
    Resolution const resolution = resolve(plan_, machine, index_, departures, true);
    outcome.missing = missing(plan_, facts_, all, deferred_unknowns(plan_, machine, index_, resolution));
    return outcome;
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
        outcome.rules.push_back(plan_.rules[rule].name);
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
};

}  // namespace

Outcome decide(Plan const& plan, Case const& facts, std::uint32_t decision, DecisionTrace* trace, Limits limits) {
  return Decider(plan, facts, decision, limits).run(0, trace);
}

}  // namespace hjemmel::eval
