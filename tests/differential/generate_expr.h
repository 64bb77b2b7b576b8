// Random conditions over the facts of a World: every operation of the IR, small enough to be completed by brute force.
#pragma once

#include "tests/differential/generate_world.h"

namespace hjemmel::differential {

class ExprMaker {
 public:
  ExprMaker(World& world, Random& random) : world_(world), b_(world.builder), random_(random) {}

  // `depth`: connectives inside one another at most.
  ir::ExprId condition(std::uint32_t depth);
  ir::ExprId number(std::uint32_t depth);  // of type int
  // Of facts that no presumption is of but those of `presumed`: for the condition of a further one.
  ir::ExprId plain_atom(std::vector<ir::FactId> const& presumed);
  ir::ExprId in_force();  // of a version: before, from, or around the pivot, or from a date left open
  // What later conditions may read too.
  void may_read(ir::DefinitionId id) { definitions_.push_back(id); }
  void may_read(ir::DecisionId id) { decisions_.push_back(id); }
  void may_read_figure(ir::DecisionId id) { figures_.push_back(id); }

 private:
  using Variable = Builder::Variable;

  ir::ExprOp comparison();
  ir::ExprId parameter(std::uint32_t index);
  ir::ExprId connective(std::uint32_t depth);
  ir::ExprId atom();
  ir::ExprId simple_atom();
  ir::ExprId tariff();
  ir::ExprId number_atom();
  ir::ExprId mass_atom();
  ir::ExprId proof_atom();
  ir::ExprId kind_atom(ir::ExprId kind);
  ir::ExprId date_atom();
  ir::ExprId age_atom();
  ir::ExprId value_atom();
  ir::ExprId ratio_atom();
  ir::ExprId mass_ratio_atom();
  ir::ExprId lesser_atom();
  ir::ExprId calendar_atom();
  ir::ExprId moved_date_atom();
  ir::ExprId moment_atom();
  ir::ExprId text_atom();
  ir::ExprId applicable_atom();
  ir::ExprId overflow_atom();
  ir::ExprId list_atom();
  ir::ExprId definition_atom();
  ir::ExprId decision_atom();
  ir::ExprId of_element(Variable const& element, bool nested);
  ir::ExprId of_group(Variable const& group);
  ir::ExprId amount_against_limit(ir::ExprId amount, ir::ExprId kind);
  ir::ExprId count_or_total();
  ir::ExprId of_values();
  ir::ExprId picked();

  World& world_;
  Builder& b_;
  Random& random_;
  std::vector<ir::DefinitionId> definitions_;
  std::vector<ir::DecisionId> decisions_;
  std::vector<ir::DecisionId> figures_;
};

}  // namespace hjemmel::differential
