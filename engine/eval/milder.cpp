// Both laws are settled before they are compared.
#include "engine/eval/milder.h"

#include "engine/eval/severity.h"

namespace hjemmel::eval {
namespace {

bool is_fault(Status status) {
  return status == Status::conflict || status == Status::no_rule || status == Status::error;
}

}  // namespace

Court::Court(Plan const& plan, Case const& facts, Assumptions const& assumptions, LawChoice choice)
    : plan_(plan), facts_(facts), assumptions_(assumptions), choice_(choice) {}

Machine& Court::machine(Law law) {
  auto& machine = machines_[static_cast<std::size_t>(law)];
  if (!machine) {
    machine.emplace(plan_, facts_, assumptions_, false, law);
    if (noting_) {
      machine->note_reads();
    }
  }
  return *machine;
}

std::vector<BasisRead> Court::basis_reads() const {
  std::vector<BasisRead> reads;
  for (auto const& machine : machines_) {
    if (machine) {
      reads.insert(reads.end(), machine->basis_reads().begin(), machine->basis_reads().end());
    }
  }
  return reads;
}

std::vector<Unknown> Court::facts_read() const {
  std::vector<Unknown> read;
  for (auto const& machine : machines_) {
    if (machine) {
      read.insert(read.end(), machine->reads().facts.begin(), machine->reads().facts.end());
    }
  }
  return read;
}

Ruling Court::rule(std::uint32_t decision, std::uint32_t departures) {
  if (choice_ == LawChoice::milder) {
    return under_milder(decision, departures);
  }
  return under(choice_ == LawChoice::at_act ? Law::at_act : Law::at_decision, decision, departures);
}

Ruling Court::under(Law law, std::uint32_t decision, std::uint32_t departures) {
  Machine& here = machine(law);
  Ruling ruling;
  ruling.law = law;
  ruling.of_decision = true;
  ruling.resolution = resolve(plan_, here, decision, departures, false);
  ruling.settled = ruling.resolution.is_settled();
  if (!ruling.settled) {
    ruling.cause = open_cause(here, ruling.resolution);
    return ruling;
  }
  ruling.conclusion = conclude(plan_, decision, ruling.resolution);
  ruling.out_of_force =
      ruling.conclusion.status == Status::no_rule && is_out_of_force(plan_, decision, ruling.resolution);
  return ruling;
}

Ruling Court::under_milder(std::uint32_t decision, std::uint32_t departures) {
  std::uint32_t const named = plan_.milder->decision;
  std::array<Ruling, 2> rulings;
  for (Law const law : {Law::at_act, Law::at_decision}) {
    Ruling& ruling = rulings[static_cast<std::size_t>(law)];
    ruling = under(law, named, 0);
    if (!ruling.settled) {
      ruling.of_decision = false;
      return std::move(ruling);
    }
  }
  Ruling open;
  auto const law = milder_of(rulings, open.cause);
  if (!law) {
    return open;
  }
  Ruling const& chosen = rulings[static_cast<std::size_t>(*law)];
  Ruling ruling = decision == named && departures == 0 ? chosen : under(*law, decision, departures);
  if (decision != named && is_fault(chosen.conclusion.status)) {
    ruling.settled = true;
    ruling.conclusion = {Status::error, {}, {}, {}};
    ruling.out_of_force = false;
  }
  return ruling;
}

// Nothing, with the cause, while it is open which law is milder.
std::optional<Law> Court::milder_of(std::array<Ruling, 2> const& rulings, std::uint32_t& cause) {
  Conclusion const& act = rulings[0].conclusion;
  Conclusion const& later = rulings[1].conclusion;
  if (is_fault(act.status) || is_fault(later.status)) {
    return is_fault(act.status) ? Law::at_act : Law::at_decision;
  }
  if (act.status == Status::not_applicable || later.status == Status::not_applicable) {
    return Law::at_act;
  }
  auto const order = compare_severity(plan_, plan_.milder->decision, later, act);
  if (order != std::partial_ordering::unordered) {
    return order == std::partial_ordering::less ? Law::at_decision : Law::at_act;
  }
  Machine& here = machine(Law::at_act);
  Value const judged = here.fact(plan_.milder->question);
  if (judged.is_open()) {
    cause = here.cause_of(judged);
    return std::nullopt;
  }
  return judged.is_true() ? Law::at_decision : Law::at_act;
}

}  // namespace hjemmel::eval
