// Milder: one completion ruled on under one law, or under the milder of two for the decision that the package names.
//
// The law at the act holds unless the law at the decision is the milder one. A question that does not arise under a law never
// makes that law the milder one; a fault under either passes up. Where the two cannot be compared, an assessment says which is
// milder. Tested in tests/unit/eval/milder_test.cpp and tests/differential.
#pragma once

#include <array>
#include <optional>

#include "engine/eval/choose.h"
#include "engine/eval/resolve.h"

namespace hjemmel::eval {

enum class LawChoice : std::uint8_t { at_act, at_decision, milder };

struct Ruling {
  Law law = Law::at_act;     // the one that holds; where it is open, the one that is not settled
  bool settled = false;      // else `cause` says why not
  bool of_decision = false;  // `resolution` is of the decision that was asked for
  Resolution resolution;
  Conclusion conclusion;           // settled
  bool out_of_force = false;       // settled: no rule applies because none is in force
  std::uint32_t cause = kNoIndex;  // in the machine of `law`
};

class Court {
 public:
  // All three must outlive the court.
  Court(Plan const& plan, Case const& facts, Assumptions const& assumptions, LawChoice choice);

  // Machines that are asked from here on note which facts they read.
  void note_reads() { noting_ = true; }
  [[nodiscard]] std::vector<Unknown> facts_read() const;

  [[nodiscard]] Ruling rule(std::uint32_t decision, std::uint32_t departures);
  [[nodiscard]] Machine& machine(Law law);
  // Of the laws that have been asked.
  [[nodiscard]] std::vector<BasisRead> basis_reads() const;

  // Under this law, whichever is the milder one.
  [[nodiscard]] Ruling under(Law law, std::uint32_t decision, std::uint32_t departures);

 private:
  [[nodiscard]] Ruling under_milder(std::uint32_t decision, std::uint32_t departures);
  [[nodiscard]] std::optional<Law> milder_of(std::array<Ruling, 2> const& rulings, std::uint32_t& cause);

  Plan const& plan_;
  Case const& facts_;
  Assumptions const& assumptions_;
  LawChoice choice_;
  bool noting_ = false;
  std::array<std::optional<Machine>, 2> machines_;  // by Law
};

}  // namespace hjemmel::eval
