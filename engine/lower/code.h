// Code: expressions of the IR to blocks of instructions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/dated.h"
#include "engine/lower/interned.h"
#include "engine/lower/words.h"
#include "engine/source/source_file.h"

namespace hjemmel::lower {

class Coder {
 public:
  // All three must outlive the coder; blocks, constants, sets, loops and places go into `plan`.
  Coder(ir::Program const& program, source::Sources const& sources, eval::Plan& plan);

  // The block that computes the expression; one block, wherever else it is asked for outside of loops.
  std::uint32_t block(ir::ExprId expr);
  struct Negatable {
    std::uint32_t block = 0;
    bool negated = false;
  };
  // Of one that is negated, and of `not x`, the block of what is denied.
  Negatable ground(ir::Ground const& ground);
  // Its block with its words.
  eval::Condition condition(ir::ExprId expr);
  // The conjuncts of a condition; none for a condition that is not there.
  std::vector<eval::Condition> conjuncts(ir::ExprId expr);
  // The same, but among the plan's clauses.
  eval::Part<eval::Condition> conjuncts_as_clauses(ir::ExprId expr);
  eval::Part<eval::Condition> one_clause(ir::ExprId expr);
  // A value that is written out, as the machine holds it; a text joins the plan's.
  eval::Value value(ir::Type const& type, base::Decimal number, std::string const& text);
  // As it is written, among the plan's words.
  [[nodiscard]] eval::Words words(ir::ExprId expr);
  // Whether anything that was coded so far reads what a decision says.
  [[nodiscard]] bool reads_decisions() const { return reads_decisions_; }

 private:
  [[nodiscard]] std::span<ir::ExprId const> parts_of(ir::ExprId const& expr) const;
  [[nodiscard]] std::string text(ir::ExprId expr);
  void emit(ir::ExprId id);
  void emit_leaf(ir::Expr const& expr);
  void emit_connective(ir::Expr const& expr);
  void emit_operator(ir::Expr const& expr);
  eval::Opcode operator_of(ir::Expr const& expr);
  std::uint32_t whole_number(std::int64_t number);
  void emit_call(ir::ExprId id);
  void emit_loop(ir::Expr const& expr);
  std::uint32_t comparison(ir::Expr const& expr);
  std::uint32_t new_comparison(ir::Expr const& expr);
  std::uint32_t classifier(ir::Expr const& expr);
  std::uint32_t atom(std::span<std::uint32_t const> key, bool dated);
  [[nodiscard]] bool is_dated(ir::ExprId expr) const { return dated_[expr.index]; }
  void describe(ir::ExprId id, std::vector<std::uint32_t>& key);
  std::uint32_t constant(ir::Expr const& expr);
  std::uint32_t new_constant(ir::Expr const& expr);
  std::uint32_t set(std::span<std::uint32_t const> ordinals, ir::EnumId enumeration);
  std::uint32_t new_block(ir::ExprId expr);
  std::uint32_t finish(std::size_t first, std::size_t first_place);
  [[nodiscard]] bool is_never_negative(ir::ExprId expr) const;

  ir::Program const& program_;
  Written written_;
  eval::Plan& plan_;
  std::vector<bool> dated_;           // by expression
  std::vector<std::uint32_t> scope_;  // variables bound around what is being emitted, outermost first
  Interned atom_of_;                  // by what is compared, and how it is cut
  struct Constant {
    base::Decimal number;
    base::Dimension dimension;
    std::uint32_t place = 0;  // in the plan
  };
  Numbered constant_of_;
  std::vector<Constant> constants_;  // by its number there
  Interned set_of_;                  // by enumeration and members
  // By expression: the number of a comparison that stands in no loop, the place of a constant; kNoIndex: not met yet.
  std::vector<std::uint32_t> number_of_;
  std::vector<std::uint32_t> block_of_;  // by expression, where it stands in no loop; kNoIndex: not met yet
  std::vector<eval::Instruction> code_;  // of the blocks that are being emitted, outermost first
  bool reads_decisions_ = false;
  std::vector<std::uint32_t> key_;                           // of the atom that is being looked up
  std::vector<std::pair<std::size_t, std::string>> places_;  // of the code that is being emitted: its place there
};

}  // namespace hjemmel::lower
