// Row: one decision for one case in a host's struct, bound once, without allocation or look-up by name in a decision.
//
// In: a plan's kernel, a layout, and then cases. The truths that the decision hangs on are read from the struct; what follows from them is
// worked out when they are met for the first time and kept. Out: the conclusion that the machine comes to, or that the case is
// open: then the machine decides it (bind it to an eval::Case). One thread's. Tested in tests/unit/rows/row_test.cpp and in
// tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/eval/choose.h"
#include "engine/eval/trace.h"
#include "engine/rows/atom_set.h"
#include "engine/rows/figure_source.h"
#include "engine/rows/row_code.h"
#include "engine/rows/truths.h"

namespace hjemmel::rows {

inline constexpr std::size_t kMostOutcomes = 65'536;  // that are kept; then all are forgotten

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

class Row {
 public:
  // All must outlive it. The decision has code in the kernel. `native`: of this very kernel, layout and decision.
  Row(eval::Plan const& plan, Kernel const& kernel, Layout const& layout, std::uint32_t decision,
      std::optional<RowCode> native = std::nullopt);

  // Why it cannot be used; empty where it can.
  [[nodiscard]] std::string const& refused() const { return refused_; }
  // The answer stays until the next call.
  [[nodiscard]] RowAnswer decide(void const* facts);
  // The same, and what was looked at on the way, in the place of what stood in `trace`.
  [[nodiscard]] RowAnswer decide(void const* facts, RowTrace& trace);
  // With the figures of an answer.
  [[nodiscard]] eval::Conclusion conclusion(RowAnswer const& answer) const;

 private:
  using Key = AtomSet::Word;
  struct KeyHash {
    std::size_t operator()(Key const& key) const;
  };
  // What follows from a key. Its only figure is taken from a table, so that outcomes with a figure and those without are one way.
  struct Ending {
    RowOutcome const* outcome = nullptr;  // null: open
    Cell const* table = nullptr;  // by the value - least, and an open one at `last`; null: its figures are worked out
    std::int64_t least = 0;
    std::uint64_t last = 0;
    FieldPlace place;
    Width width = Width::u8;
  };
  // The same where native code left the figures.
  struct NativeEnding {
    RowOutcome const* outcome = nullptr;  // null: not met yet, or open, or its figures do not stand together
    std::uint64_t figures = 0;            // by bit
    std::size_t first = 0;                // of its figures
  };
  struct Kept {
    RowOutcome outcome;
    Ending ending;
  };
  struct Recent {
    Key key;
    Ending const* ending = nullptr;
  };

  RowAnswer answer(Key key, std::byte const* row);
  RowAnswer answer_natively(std::byte const* row);
  RowAnswer answer_slowly(Key key, std::byte const* row);
  Ending const& ending_of(Key key);
  std::unique_ptr<Kept> work_out(Key key);
  [[nodiscard]] bool settle(Key key, RowOutcome& outcome);
  [[nodiscard]] Ending ending(RowOutcome const& outcome) const;
  [[nodiscard]] static NativeEnding native_ending(RowOutcome const* outcome);
  [[nodiscard]] std::vector<eval::RuleState> rule_states() const;
  void evaluate(Key key);

  eval::Plan const& plan_;
  Kernel const& kernel_;
  std::uint32_t decision_;
  columns::DecisionCode const& code_;
  std::string refused_;
  std::optional<RowCode> native_;
  std::vector<std::int64_t> native_figures_;
  std::vector<NativeEnding> native_dense_;  // by Key::yes, as dense_
  AtomSet atoms_;
  std::vector<std::uint32_t> nodes_;   // of the atoms, in the order of their bits
  std::vector<std::uint32_t> logic_;   // nodes that connect them, in order
  std::vector<FigureSource> figures_;  // by DecisionCode::figures
  FigureSource no_figure_;             // of an outcome without one: any fact, and nothing
  std::vector<std::int64_t> values_;
  std::vector<Cell> cells_;    // by node, while a new outcome is worked out
  std::vector<Ending> dense_;  // by Key::yes, where there are few atoms and none is open; of those not met yet no table
  std::vector<Recent> recent_;
  std::unordered_map<Key, std::unique_ptr<Kept>, KeyHash> outcomes_;
};

}  // namespace hjemmel::rows
