// Cases that are made up: complete ones within the schema, drawn around what the rules compare with, and pairs that differ as a
// property says.
//
// In: the values worth trying and a source of chance. Out: cases whose every fact is known or not applicable. What the law
// leaves open stays open. Tested in tests/unit/analysis/cases_test.cpp.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/analysis/random.h"
#include "engine/analysis/values.h"
#include "engine/eval/facts.h"

namespace hjemmel::analysis {

// Rows of a list in a case that is made up.
inline constexpr std::uint32_t kMostRows = 3;

// What one property is tried on: a case, or two of them. `row`: the element in which the two differ.
struct Group {
  std::vector<eval::Case> cases;
  std::uint32_t row = 0;
};

class CaseMaker {
 public:
  // All must outlive the maker.
  CaseMaker(ir::Program const& program, eval::Plan const& plan, Values const& values);

  // Of what rules and properties read, nothing is left that a completion could fill but open law.
  [[nodiscard]] bool is_complete(eval::Case const& facts) const;
  // Everything plain: false, zero, no elements.
  [[nodiscard]] eval::Case plain() const;
  [[nodiscard]] eval::Case draw(Random& random) const;
  // The same case where each fact that is not known has a value, and some others perhaps a new one.
  [[nodiscard]] eval::Case draw_near(eval::Case const& facts, Random& random) const;
  // The same case, its first text the plain one, as every case that is made up has it.
  [[nodiscard]] eval::Case with_plain_text(eval::Case facts) const;

  // A group for the property, from a case or from two; none where nothing can differ.
  [[nodiscard]] std::optional<Group> group(ir::Property const& property, eval::Case base, Random& random) const;
  // Every group that differs from `base` as the property says, until `visit` gives false. Of two cases that may differ in
  // anything there are none.
  void each_varied(ir::Property const& property, eval::Case const& base,
                   std::function<bool(Group const&)> const& visit) const;

  // The values that the cell may be given in its row: of an amount those of its key, of a key those with the same unit.
  [[nodiscard]] Ladder values_of_cell(eval::Case const& facts, std::uint32_t list, std::uint32_t row,
                                      std::uint32_t field) const;
  // Fields that are amounts of this one.
  [[nodiscard]] std::vector<std::uint32_t> amounts_of(std::uint32_t list, std::uint32_t key) const;
  [[nodiscard]] bool is_asked(std::uint32_t fact) const { return program_.facts[fact].open_law.empty(); }
  [[nodiscard]] bool is_list(std::uint32_t fact) const { return plan_.facts[fact].domain == eval::Domain::list; }

 private:
  void read_fields(ir::Expr const& expr);
  void read_field(ir::FactId list, std::uint32_t field);
  eval::Value pick(Ladder const& ladder, Random& random) const;
  void draw_fact(eval::Case& facts, std::uint32_t fact, Random& random) const;
  void draw_rows(eval::ListFact& list, std::uint32_t fact, std::uint32_t rows, Random& random) const;
  [[nodiscard]] Ladder const& ladder_of(eval::ListFact const& list, std::uint32_t fact, std::uint32_t row,
                                        std::uint32_t field) const;
  void fill_open(eval::Case& facts, std::uint32_t fact, Random& random) const;
  bool vary(ir::Variation const& variation, Group& group, Random& random) const;

  ir::Program const& program_;
  eval::Plan const& plan_;
  Values const& values_;
  std::vector<bool> read_;                      // by fact
  std::vector<std::vector<bool>> read_fields_;  // of a list's elements, by fact and field
};

// As the machine reads it.
[[nodiscard]] bool same_value(eval::Value const& left, eval::Value const& right);

}  // namespace hjemmel::analysis
