// Row: one decision for one case in a host's struct, bound once, without allocation or look-up by name in a decision.
//
// In: a plan's kernel, a layout, and then cases. The truths that the decision hangs on are read from the struct; what follows from them is
// worked out when they are met for the first time and kept. Out: the conclusion that the machine comes to, or that the case is
// open: then the machine decides it (bind it to an eval::Case). One thread's. Tested in tests/unit/columns/row_test.cpp and in
// tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/columns/atom_set.h"
#include "engine/eval/choose.h"
#include "engine/eval/trace.h"

namespace hjemmel::columns {

inline constexpr std::size_t kMostAtoms = 64;

struct RowOutcome {
  std::uint64_t code = 0;              // which marks of the decision hold
  std::vector<std::uint32_t> figures;  // that its rules compute: indexes into DecisionCode::figures
  eval::Conclusion conclusion;         // where they compute none; else ask Row::conclusion
  // By place: applied, overridden, disapplied, guard_false; open where it is put out whatever its own guard is.
  std::vector<eval::RuleState> rules;
};

struct RowAnswer {
  RowOutcome const* outcome = nullptr;    // null: open
  std::int64_t const* figures = nullptr;  // by RowOutcome::figures, at their nodes' scales
};

// A figure of one fact with few values is worked out for each of them beforehand.
struct FigureSource {
  std::unique_ptr<Scalar> scalar;
  std::vector<Cell> table;  // by the fact's value - least; empty: `scalar` works it out
  std::int64_t least = 0;
  Width width = Width::u8;
  FieldPlace place;

  [[nodiscard]] Cell run(std::byte const* row) const;
};

class Row {
 public:
  // All must outlive it. The decision has code in the kernel.
  Row(eval::Plan const& plan, Kernel const& kernel, Layout const& layout, std::uint32_t decision);

  // Why it cannot be used; empty where it can.
  [[nodiscard]] std::string const& refused() const { return refused_; }
  // The answer stays until the next call.
  [[nodiscard]] RowAnswer decide(void const* facts);
  // The same, and what was looked at on the way: `trace` is cleared first.
  [[nodiscard]] RowAnswer decide(void const* facts, RowTrace& trace);
  // With the figures of an answer.
  [[nodiscard]] eval::Conclusion conclusion(RowAnswer const& answer) const;

 private:
  struct Key {
    std::uint64_t yes = 0;
    std::uint64_t open = 0;
    friend bool operator==(Key const&, Key const&) = default;
  };
  struct KeyHash {
    std::size_t operator()(Key const& key) const;
  };
  struct Kept {
    Key key;
    RowOutcome const* outcome = nullptr;
    bool known = false;
  };

  RowAnswer answer(Key key, std::byte const* row);
  RowOutcome const* outcome_of(Key key);
  std::unique_ptr<RowOutcome> work_out(Key key);
  [[nodiscard]] std::vector<eval::RuleState> rule_states() const;
  void evaluate(Key key);
  void add_figures();

  eval::Plan const& plan_;
  Kernel const& kernel_;
  Layout const& layout_;
  std::uint32_t decision_;
  DecisionCode const& code_;
  std::string refused_;
  AtomSet atoms_;
  std::vector<std::uint32_t> nodes_;   // of the atoms, in the order of their bits
  std::vector<std::uint32_t> logic_;   // nodes that connect them, in order
  std::vector<FigureSource> figures_;  // by DecisionCode::figures
  std::vector<std::int64_t> values_;
  std::vector<Cell> cells_;  // by node, while a new outcome is worked out
  std::vector<Kept> dense_;  // by Key::yes, where there are few atoms and none is open
  std::vector<Kept> recent_;
  std::unordered_map<Key, std::unique_ptr<RowOutcome>, KeyHash> outcomes_;
};

}  // namespace hjemmel::columns
