// Codes: from the code of a settled row to its conclusion, each worked out once.
//
// In: which marks of a decision hold, and its computed figures. Out: the conclusion that the machine comes to on the same rules. One
// thread's: what was worked out is kept, up to kMostKept codes and as many conclusions
// by different figures. Tested in tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/columns/answers.h"
#include "engine/columns/kernel.h"
#include "engine/eval/choose.h"

namespace hjemmel::columns {

inline constexpr std::size_t kMostKept = 4096;

// The figures that the rules that apply compute: indexes into DecisionCode::figures.
[[nodiscard]] std::vector<std::uint32_t> figures_in(DecisionCode const& decision, std::uint64_t code);

// What the machine concludes where these marks hold and these figures come out.
[[nodiscard]] eval::Conclusion conclude_code(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision,
                                             std::uint64_t code, std::vector<std::uint32_t> const& figures,
                                             std::vector<std::int64_t> const& values);

struct Coded {
  eval::Conclusion conclusion;
  std::string words;  // for whoever writes it: kept beside it, empty at first
  bool kept = true;   // it stays where it is as long as the codes; else until the next call
};

class Codes {
 public:
  // Both must outlive it. The decision has code.
  Codes(eval::Plan const& plan, Kernel const& kernel, std::uint32_t decision);

  // The row is settled.
  [[nodiscard]] Coded& of(DecisionAnswers const& answers, std::uint32_t row);

 private:
  struct Entry {
    bool known = false;
    std::vector<std::uint32_t> figures;  // that its rules compute: indexes into DecisionCode::figures
    Coded coded;                         // where there is none
    std::map<std::vector<std::int64_t>, Coded> by_figures;
  };

  // Null where there are as many as are kept, and none is of this code.
  Entry* entry_of(std::uint64_t code);
  Coded& pass(std::uint64_t code, std::vector<std::uint32_t> const& figures);

  eval::Plan const& plan_;
  Kernel const& kernel_;
  std::uint32_t decision_;
  DecisionCode const& code_;
  std::vector<Entry> dense_;                // by code, where there are few marks
  std::map<std::uint64_t, Entry> entries_;  // else
  std::vector<std::int64_t> values_;
  std::size_t by_figures_ = 0;  // conclusions that are kept
  Coded passing_;               // one that is not kept
};

}  // namespace hjemmel::columns
