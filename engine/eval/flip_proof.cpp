// One decision for each value that is tried.
#include "engine/eval/flip_proof.h"

#include "engine/eval/decide.h"

namespace hjemmel::eval {

bool Prover::narrow(LeftOpen const& open, FlipCell& cell) const {
  for (std::size_t place = 0; place < cell.targets.size(); ++place) {
    Target& target = cell.targets[place];
    if (target.not_applicable || !target.choices.empty()) {
      continue;
    }
    auto const picked = pick(open, cell, place);
    if (!picked) {
      return false;
    }
    target.values = {{picked->number, true}, {picked->number, true}};
  }
  return true;
}

std::optional<Picked> Prover::pick(LeftOpen const& open, FlipCell const& cell, std::size_t place) const {
  Changeable const& changed = all_[open.set[place]];
  bool const same_dimension = dimension_in(open, cell.targets, place) == changed.present.dimension;
  return pick_number(changed, cell.targets[place], same_dimension);
}

// The values of a fact that are decided with: the nearest, and the far end.
std::vector<Value> Prover::proofs(LeftOpen const& open, FlipCell const& cell, std::size_t place) const {
  Changeable const& changed = all_[open.set[place]];
  Target const& target = cell.targets[place];
  if (target.not_applicable) {
    return {Value::of(State::not_applicable)};
  }
  std::vector<Value> values;
  for (std::uint32_t const choice : target.choices) {
    bool const is_text = changed.fact->domain == Domain::text;
    values.push_back(is_text ? texts_.values[choice] : Value::known(base::Decimal::of(choice)));
  }
  if (!values.empty()) {
    return values;
  }
  auto const picked = pick(open, cell, place);
  base::Dimension const dimension = dimension_in(open, cell.targets, place);
  if (picked) {
    values.push_back(value_of(changed, picked->number, dimension));
  }
  for (End const& end : {target.values.low, target.values.high}) {
    if (picked && end.value && end.included && *end.value != picked->number) {
      values.push_back(value_of(changed, *end.value, dimension));
    }
  }
  return values;
}

std::optional<Flip> Prover::prove(LeftOpen const& open, FlipCell const& cell) const {
  Case nearest = texts_.with_other;
  std::vector<std::vector<Value>> others;
  for (std::size_t place = 0; place < cell.targets.size(); ++place) {
    std::vector<Value> values = proofs(open, cell, place);
    if (values.empty()) {
      return std::nullopt;
    }
    stored_value(nearest, all_[open.set[place]].place) = values.front();
    values.erase(values.begin());
    others.push_back(std::move(values));
  }
  Flip flip;
  flip.outcome = decide(plan_, nearest, decision_);
  flip.varies = cell.varies;
  if (!wanted_.holds(flip.outcome)) {
    return std::nullopt;
  }
  for (std::size_t place = 0; place < others.size(); ++place) {
    for (Value const value : others[place]) {
      Case with = nearest;
      stored_value(with, all_[open.set[place]].place) = value;
      if (!gives(with, flip)) {
        return std::nullopt;
      }
    }
  }
  tell(open, cell, nearest, flip);
  return flip;
}

bool Prover::gives(Case const& with, Flip const& flip) const {
  Outcome const outcome = decide(plan_, with, decision_);
  bool const alike = outcome.modality == flip.outcome.modality && outcome.options == flip.outcome.options;
  return wanted_.holds(outcome) && (flip.varies || alike);
}

void Prover::tell(LeftOpen const& open, FlipCell const& cell, Case const& with, Flip& flip) const {
  for (std::size_t place = 0; place < cell.targets.size(); ++place) {
    flip.changes.push_back(change_of(open, texts_, cell.targets, place));
    flip.changes.back().decided_with = stored_value(with, all_[open.set[place]].place);
  }
}

}  // namespace hjemmel::eval
