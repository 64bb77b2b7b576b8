// Code: expressions of the IR to blocks of instructions.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/dated.h"
#include "engine/lower/interned.h"
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
  // The same, but of `not x` the block of x.
  Negatable without_negation(ir::ExprId expr);
  // The conjuncts of a condition, each a block with its words; none for a condition that is not there.
  std::vector<eval::Condition> conjuncts(ir::ExprId expr);
  // A value that is written out, as the machine holds it; a text joins the plan's.
  eval::Value value(ir::Type const& type, base::Decimal number, std::string const& text);
  [[nodiscard]] std::string words(ir::ExprId expr) const;

 private:
  using Code = std::vector<eval::Instruction>;

  void emit(ir::ExprId id, Code& code);
  void emit_leaf(ir::Expr const& expr, Code& code);
  void emit_connective(ir::Expr const& expr, Code& code);
  void emit_operator(ir::Expr const& expr, Code& code);
  eval::Opcode operator_of(ir::Expr const& expr, Code& code) const;
  std::uint32_t whole_number(std::int64_t number);
  void emit_call(ir::ExprId id, Code& code);
  void emit_loop(ir::Expr const& expr, Code& code);
  std::uint32_t comparison(ir::Expr const& expr);
  std::uint32_t new_comparison(ir::Expr const& expr);
  std::uint32_t classifier(ir::Expr const& expr);
  std::uint32_t atom(std::span<std::uint32_t const> key, bool dated);
  [[nodiscard]] bool is_dated(ir::ExprId expr) const { return dated_[expr.index]; }
  void describe(ir::ExprId id, std::vector<std::uint32_t>& key);
  std::uint32_t constant(ir::Expr const& expr);
  std::uint32_t set(std::vector<std::uint32_t> const& ordinals, ir::EnumId enumeration);
  std::uint32_t new_block(ir::ExprId expr);
  std::uint32_t finish(Code const& code);
  [[nodiscard]] bool is_never_negative(ir::ExprId expr) const;

  ir::Program const& program_;
  source::Sources const& sources_;
  eval::Plan& plan_;
  std::vector<bool> dated_;                     // by expression
  std::vector<std::uint32_t> scope_;            // variables bound around what is being emitted, outermost first
  Interned atom_of_;                            // by what is compared, and how it is cut
  Interned constant_of_;                        // by number and dimension
  std::vector<std::uint32_t> constant_places_;  // of these, in the plan
  Interned set_of_;                             // by enumeration and members
  std::vector<std::uint32_t> comparison_of_;    // by expression, where it stands in no loop; kNoIndex: not met yet
  std::vector<std::uint32_t> block_of_;         // likewise
  Code spare_;                                  // room for the next block
  std::vector<std::uint32_t> key_;              // of the atom that is being looked up
  std::vector<std::pair<std::size_t, std::string>> places_;  // of the code that is being emitted: its place there
};

}  // namespace hjemmel::lower
