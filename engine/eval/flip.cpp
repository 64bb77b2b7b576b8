// The search: sets of facts by size, each left open and completed; what flips is decided again before it is told.
//
// A set grows only by facts that deciding with the smaller set open has read: what is not read cannot matter.
#include "engine/eval/flip.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/eval/decide.h"
#include "engine/eval/flip_cells.h"
#include "engine/eval/flip_probe.h"
#include "engine/eval/flip_proof.h"
#include "engine/eval/value_text.h"

namespace hjemmel::eval {
namespace {

LawChoice choice_of(Plan const& plan) { return plan.milder ? LawChoice::milder : LawChoice::at_act; }

class Search {
 public:
  Search(Plan const& plan, Case const& facts, std::uint32_t decision, std::string_view option, FlipLimits limits)
      : plan_(plan),
        facts_(facts),
        decision_(decision),
        option_(option),
        limits_(limits),
        all_(changeable_facts(plan, facts, choice_of(plan))),
        texts_(candidate_texts(plan, facts)),
        wanted_(result_.present, option_),
        prover_(plan, decision, all_, texts_, wanted_) {}

  Flips run() {
    result_.option = option_;
    result_.present = decide(plan_, facts_, decision_);
    if (result_.present.status == Status::undetermined) {
      result_.state = FlipState::undetermined;
      return std::move(result_);
    }
    std::vector<FactSet> sets{{}};
    examine({});
    for (std::uint32_t size = 1; size <= limits_.max_changes && has_budget() && !found(); ++size) {
      sets = grown(sets);
      if (sets.empty() && result_.exact) {
        result_.state = FlipState::impossible;
        return std::move(result_);
      }
      bool const all = examine_all(sets);
      result_.searched = all ? size : result_.searched;
    }
    if (found()) {
      result_.state = FlipState::found;
    } else if (is_impossible()) {
      result_.state = FlipState::impossible;
      result_.exact = true;
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool found() const { return !result_.flips.empty(); }
  [[nodiscard]] Limits boxes() const { return {.max_splits = limits_.max_boxes}; }
  [[nodiscard]] bool has_budget() const { return result_.completed < limits_.max_completions; }

  // Each set with one more of the facts that it reads, or with an amount of what is changed.
  std::vector<FactSet> grown(std::vector<FactSet> const& sets) {
    std::set<FactSet> larger;
    for (FactSet const& set : sets) {
      for (std::uint32_t at = 0; at < all_.size(); ++at) {
        bool const measures = all_[at].key != kNoIndex && contains(set, all_[at].key);
        if (contains(set, at) || (!measures && !reads_[set].contains(all_[at].place))) {
          continue;
        }
        if (larger.size() > limits_.max_completions) {
          return {larger.begin(), larger.end()};
        }
        FactSet one_more = set;
        one_more.insert(std::lower_bound(one_more.begin(), one_more.end(), at), at);
        larger.insert(std::move(one_more));
      }
    }
    return {larger.begin(), larger.end()};
  }

  bool examine_all(std::vector<FactSet> const& sets) {
    for (FactSet const& set : sets) {
      if (!has_budget()) {
        result_.exact = false;
        return false;
      }
      examine(set);
    }
    return true;
  }

  void examine(FactSet const& set) {
    LeftOpen open{plan_, all_, set, {}};
    open.given.resize(set.size());
    std::vector<std::size_t> texts;  // places: each is tried with one text after another
    FactSet unknown;
    std::size_t combinations = 1;
    for (std::size_t place = 0; place < set.size(); ++place) {
      if (all_[set[place]].fact->domain == Domain::text) {
        texts.push_back(place);
        combinations *= texts_.values.size();
      } else {
        unknown.push_back(set[place]);
      }
    }
    std::vector<Box> outcomes;
    std::vector<FlipCell> cells;
    for (std::size_t number = 0; number < combinations && has_budget(); ++number) {
      Case with = left_open(plan_, texts_.with_other, all_, unknown);
      if (put_texts(number, texts, open, with)) {
        complete_one(open, with, outcomes, cells);
      }
      result_.exact = result_.exact && (has_budget() || number + 1 == combinations);
    }
    merge_cells(open, cells);
    for (FlipCell const& cell : cells) {
      add_flip(open, cell);
    }
  }

  // False where a text would stay what it is.
  bool put_texts(std::size_t number, std::vector<std::size_t> const& places, LeftOpen& open, Case& with) const {
    for (std::size_t const place : places) {
      Changeable const& changed = all_[open.set[place]];
      auto const choice = static_cast<std::uint32_t>(number % texts_.values.size());
      number /= texts_.values.size();
      Value const text = texts_.values[choice];
      if (changed.present.is_known() && text_value(plan_, with, text) == text_value(plan_, with, changed.present)) {
        return false;
      }
      open.given[place] = Target{false, {choice}, {}};
      stored_value(with, changed.place) = text;
    }
    return true;
  }

  void complete_one(LeftOpen const& open, Case const& with, std::vector<Box>& outcomes, std::vector<FlipCell>& cells) {
    ++result_.completed;
    Completions const all = complete(plan_, with, decision_, 0, boxes(), choice_of(plan_), true);
    std::set<Unknown>& reads = reads_[open.set];
    reads.insert(all.reads.begin(), all.reads.end());
    std::vector<FlipCell> here = cells_that_flip(open, all, wanted_, outcomes);
    if (all.exact && !all.anything) {
      cells.insert(cells.end(), here.begin(), here.end());
      return;
    }
    result_.exact = false;
    add_proved(open, std::move(here), cells);
    probe(open, with, outcomes, cells);
  }

  void add_proved(LeftOpen const& open, std::vector<FlipCell> found, std::vector<FlipCell>& cells) const {
    for (FlipCell& cell : found) {
      if (prover_.narrow(open, cell) && prover_.prove(open, cell)) {
        cells.push_back(std::move(cell));
      }
    }
  }

  // What the completions could not tell exactly is tried.
  void probe(LeftOpen const& open, Case const& with, std::vector<Box>& outcomes, std::vector<FlipCell>& cells) {
    for (auto const& trial : trials(open, limits_.max_completions - result_.completed)) {
      if (!has_budget()) {
        return;
      }
      ++result_.completed;
      Case tried = with;
      LeftOpen rest = open;
      rest.given = trial;
      for (std::size_t place = 0; place < trial.size(); ++place) {
        if (trial[place] && !open.given[place]) {
          put(tried, rest, place);
        }
      }
      Completions const all = complete(plan_, tried, decision_, 0, boxes(), choice_of(plan_));
      std::vector<FlipCell> here = cells_that_flip(rest, all, wanted_, outcomes);
      if (all.exact && !all.anything) {
        std::erase_if(here, [&](FlipCell const& cell) { return !prover_.prove(open, cell); });
        cells.insert(cells.end(), here.begin(), here.end());
      } else {
        add_proved(open, std::move(here), cells);
      }
    }
    if (open.set.size() == 1 && cells.empty()) {
      probe_one(open, outcomes, cells);
    }
  }

  void put(Case& tried, LeftOpen const& open, std::size_t place) const {
    Changeable const& changed = all_[open.set[place]];
    Target const& target = *open.given[place];
    bool const is_choice = !target.choices.empty();
    base::Decimal const number = is_choice ? base::Decimal::of(target.choices.front()) : *target.values.low.value;
    stored_value(tried, changed.place) = value_of(changed, number, changed.present.dimension);
  }

  void probe_one(LeftOpen const& open, std::vector<Box>& outcomes, std::vector<FlipCell>& cells) const {
    Changeable const& changed = all_[open.set.front()];
    Case tried = texts_.with_other;
    auto const flips = [&](base::Decimal number) {
      stored_value(tried, changed.place) = value_of(changed, number, changed.present.dimension);
      return wanted_.holds(decide(plan_, tried, decision_));
    };
    for (base::Decimal const number : near_values(changed, flips)) {
      outcomes.emplace_back();  // one of its own: such values are not joined
      outcomes.back().has_ranges = true;
      cells.push_back(
          {{{false, {}, {{number, true}, {number, true}}}}, static_cast<std::uint32_t>(outcomes.size() - 1), false});
    }
  }

  void add_flip(LeftOpen const& open, FlipCell cell) {
    std::optional<Flip> flip = prover_.prove(open, cell);
    if (!flip) {
      result_.exact = false;
      flip = prover_.narrow(open, cell) ? prover_.prove(open, cell) : std::nullopt;
    }
    if (flip && result_.flips.size() < limits_.max_flips) {
      result_.flips.push_back(std::move(*flip));
    } else if (flip) {
      result_.exact = false;
    }
  }

  // With every fact open at once no completion is such an outcome.
  bool is_impossible() const {
    FactSet every;
    for (std::uint32_t at = 0; at < all_.size(); ++at) {
      every.push_back(at);
    }
    Completions const all =
        complete(plan_, left_open(plan_, facts_, all_, every), decision_, 0, boxes(), choice_of(plan_));
    return !all.anything &&
           std::none_of(all.boxes.begin(), all.boxes.end(), [this](Box const& box) { return wanted_.holds(box); });
  }

  Plan const& plan_;
  Case const& facts_;
  std::uint32_t decision_;
  std::string option_;
  FlipLimits limits_;
  std::vector<Changeable> all_;
  Texts texts_;
  Flips result_;
  Wanted wanted_;
  Prover prover_;
  std::map<FactSet, std::set<Unknown>> reads_;
};

}  // namespace

std::string_view change_kind_name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::one_of:
      return "one_of";
    case ChangeKind::at_least:
      return "at_least";
    case ChangeKind::more_than:
      return "more_than";
    case ChangeKind::at_most:
      return "at_most";
    case ChangeKind::less_than:
      return "less_than";
    case ChangeKind::between:
      return "between";
    case ChangeKind::any_value:
      return "any_value";
    case ChangeKind::not_applicable:
      return "not_applicable";
    case ChangeKind::other_text:
      break;
  }
  return "other_text";
}

std::string_view flip_state_name(FlipState state) {
  switch (state) {
    case FlipState::found:
      return "found";
    case FlipState::impossible:
      return "impossible";
    case FlipState::not_within:
      return "not_within";
    case FlipState::undetermined:
      break;
  }
  return "undetermined";
}

Flips flips(Plan const& plan, Case const& facts, std::uint32_t decision, std::string_view option, FlipLimits limits) {
  return Search(plan, facts, decision, option, limits).run();
}

}  // namespace hjemmel::eval
