// Translate: the code of one block of a plan as nodes of a kernel.
//
// In: the plan's instructions, which are run once over numbers of nodes instead of values. Both sides of a condition are translated,
// and jumps are not taken: what they skip cannot change the result. Out: the node that the block leaves, or kNone and why
// not: the machine knows more than columns do (texts, moments, fractions, groups, other decisions, calls of a jurisdiction's code).
#pragma once

#include <string>
#include <vector>

#include "engine/columns/nodes.h"

namespace hjemmel::columns {

class Translator {
 public:
  Translator(eval::Plan const& plan, Kernel& kernel);

  [[nodiscard]] std::uint32_t block(std::uint32_t block);
  // The block as a condition, or as a number.
  [[nodiscard]] std::uint32_t truth_block(std::uint32_t index) { return as_truth(block(index)); }
  [[nodiscard]] std::uint32_t number_block(std::uint32_t index) { return as_number(block(index)); }
  [[nodiscard]] Nodes& nodes() { return nodes_; }
  // Of the last block that gave kNone.
  [[nodiscard]] std::string const& refusal() const { return refusal_; }

 private:
  // What is still to be done, the last first.
  struct Task {
    enum class Kind : std::uint8_t { run, choose, loop, define, rows } kind = Kind::run;
    std::uint32_t index = 0;
    std::uint32_t at = 0;  // run: the next instruction
  };

  void step(Task task);
  bool execute(eval::Instruction const& instruction, Task const& next);
  std::uint32_t of_operator(eval::Instruction const& instruction);
  std::uint32_t of_two(eval::Instruction const& instruction, std::uint32_t left, std::uint32_t right);
  std::uint32_t compare(eval::Instruction const& instruction, std::uint32_t left, std::uint32_t right);
  std::uint32_t fact(std::uint32_t index);
  std::uint32_t field(std::uint32_t variable, std::uint32_t index);
  std::uint32_t parameter(std::uint32_t index);
  std::uint32_t classify(eval::Classifier const& classifier);
  std::uint32_t class_of(eval::KeyPlan const& plan, std::uint32_t key);
  void begin_block(std::uint32_t block, Task const& next);
  void begin_definition(std::uint32_t index, Task const& next);
  void begin_rows(std::uint32_t table, Task const& next);
  void begin_loop(std::uint32_t index, Task const& next);
  void end_choose();
  [[nodiscard]] bool applies_always(std::uint32_t node) const;
  void end_rows(std::uint32_t table);
  void end_loop(eval::Loop const& loop);
  std::vector<std::uint32_t> row_blocks(std::uint32_t table) const;
  std::uint32_t as_truth(std::uint32_t node);
  std::uint32_t as_number(std::uint32_t node);
  std::uint32_t is_known(std::uint32_t node);
  void push(std::uint32_t node, char const* why);
  std::uint32_t pop();
  std::uint32_t refuse(char const* why);

  eval::Plan const& plan_;
  Kernel& kernel_;
  Nodes nodes_;
  std::vector<std::uint32_t> stack_;
  std::vector<Task> tasks_;
  std::vector<std::uint32_t> lists_;        // by variable: the list whose elements it stands at
  std::vector<std::uint32_t> loops_;        // that are being translated, the innermost last: their variables
  std::vector<std::uint32_t> definitions_;  // nodes; kNone: not yet
  std::string refusal_;
};

}  // namespace hjemmel::columns
