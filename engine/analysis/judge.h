// Judge: whether a property holds of one group of cases.
//
// In: a program, its plan, one property, and cases. Out: it holds, it fails, its `when` is not met, or the cases do not count:
// a decision that the property names is not decided in one of them, or what it compares is open law, an error, or of options
// that have no order between them. Tested in tests/unit/analysis/judge_test.cpp and tests/golden/property.
#pragma once

#include "engine/analysis/cases.h"
#include "engine/eval/choose.h"

namespace hjemmel::analysis {

enum class Verdict : std::uint8_t { holds, fails, not_met, does_not_count };

class Judge {
 public:
  // All must outlive the judge.
  Judge(ir::Program const& program, eval::Plan const& plan, std::uint32_t property)
      : program_(program), plan_(plan), index_(property) {}

  [[nodiscard]] Verdict judge(Group const& group) const;
  [[nodiscard]] ir::Property const& property() const { return program_.properties[index_]; }

 private:
  ir::Program const& program_;
  eval::Plan const& plan_;
  std::uint32_t index_;
};

// What is concluded where every fact is known: nothing where open law leaves it undetermined.
[[nodiscard]] std::optional<eval::Conclusion> concluded(eval::Plan const& plan, eval::Case const& facts,
                                                        std::uint32_t decision);

}  // namespace hjemmel::analysis
