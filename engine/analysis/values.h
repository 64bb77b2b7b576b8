// Values: what a fact may be in a case that is made up, the simplest first.
//
// In: a program. Out: for each fact and each field of a list the values worth trying: the plain one (not applicable where that
// may be, else false, zero, the first of the enumeration, the day up to which the law is known), and what the rules compare
// with, at it, just below and just above. All are within the schema's type and range. Tested in
// tests/unit/analysis/values_test.cpp.
#pragma once

#include <map>
#include <vector>

#include "engine/base/date.h"
#include "engine/eval/plan.h"
#include "engine/ir/program.h"

namespace hjemmel::analysis {

// Of one fact; what is past it is not tried.
inline constexpr std::size_t kMostValues = 400;

using Ladder = std::vector<eval::Value>;

class Values {
 public:
  // Both must outlive the values.
  Values(ir::Program const& program, eval::Plan const& plan);

  // Never empty. Of a list: none, as its rows have values of their own. Of a text: the texts of the rules, and the case's first.
  [[nodiscard]] Ladder const& of_fact(std::uint32_t fact) const { return facts_[fact]; }
  // Of a field of the list's elements. Of an amount: what it may be where its element is of the key `key`.
  [[nodiscard]] Ladder const& of_field(std::uint32_t list, std::uint32_t field, std::uint32_t key) const;
  // The day that plain dates fall on.
  [[nodiscard]] base::Date day() const { return day_; }

 private:
  void collect_constants();
  void keep(ir::Type const& type, base::Decimal number);
  Ladder ladder(ir::FactInfo const& info) const;
  Ladder numbers(ir::FactInfo const& info, base::Dimension dimension) const;
  Ladder days() const;
  Ladder moments() const;
  Ladder texts() const;
  Ladder amounts(ir::FactInfo const& info, ir::EnumValue const& key) const;

  ir::Program const& program_;
  eval::Plan const& plan_;
  base::Date day_;
  std::map<std::uint16_t, std::vector<base::Decimal>> numbers_;  // constants by dimension, ascending, each once
  std::vector<base::Decimal> dates_;
  std::vector<base::Decimal> moments_;
  std::vector<Ladder> facts_;
  std::vector<std::vector<std::vector<Ladder>>> fields_;  // by list, field, and of an amount by the key's ordinal
};

}  // namespace hjemmel::analysis
