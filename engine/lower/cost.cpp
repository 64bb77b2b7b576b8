// Steps of each block, inner blocks before outer ones; then of what decisions run, with the definitions below them.
#include "engine/lower/cost.h"

#include <algorithm>
#include <utility>

#include "engine/eval/machine.h"

namespace hjemmel::lower {
namespace {

using eval::Instruction;
using eval::kNoIndex;
using eval::Opcode;

class Costing {
 public:
  explicit Costing(eval::Plan const& plan)
      : plan_(plan),
        list_of_(plan.variables, 0),
        service_of_(plan.decisions.size(), kNoIndex),
        steps_(plan.blocks.size(), 0),
        known_(plan.blocks.size(), false),
        leads_on_(plan.blocks.size(), false) {
    for (eval::Loop const& loop : plan.loops) {
      if (loop.group == kNoIndex) {
        list_of_[loop.variable] = loop.fact;
      }
    }
    for (std::uint32_t service = 0; service < plan.services.size(); ++service) {
      service_of_[plan.services[service].decision] = service;
    }
    collect_rows();
    for (std::uint32_t block = 0; block < plan.blocks.size(); ++block) {
      measure(block);
    }
  }

  Cost run() {
    Cost cost;
    cost.decisions.reserve(plan_.decisions.size());
    Met met(plan_);
    for (std::uint32_t decision = 0; decision < plan_.decisions.size(); ++decision) {
      cost.decisions.push_back(decide(decision, met));
      cost.in_all = plus(cost.in_all, cost.decisions.back());
    }
    cost.dearest = dearest();
    return cost;
  }

 private:
  // The blocks of each table's rows, each once.
  void collect_rows() {
    for (eval::TablePlan const& table : plan_.tables) {
      std::vector<std::uint32_t> blocks;
      for (eval::TableEntry const& entry : table.entries) {
        if (entry.block != kNoIndex) {
          blocks.push_back(entry.block);
        }
      }
      std::sort(blocks.begin(), blocks.end());
      blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
      rows_.push_back(std::move(blocks));
    }
  }

  // Blocks that the instruction runs as of the same date, those of definitions left out.
  [[nodiscard]] std::vector<std::uint32_t> parts_of(Instruction const& instruction) const {
    std::vector<std::uint32_t> blocks;
    if (instruction.opcode == Opcode::loop) {
      blocks = {plan_.loops[instruction.c].where, plan_.loops[instruction.c].body};
    } else if (instruction.opcode == Opcode::conditional) {
      blocks = {plan_.conditionals[instruction.c].then_block, plan_.conditionals[instruction.c].else_block};
    } else if (instruction.opcode == Opcode::table) {
      blocks = rows_[instruction.c];
    } else if (instruction.opcode == Opcode::reading) {
      for (eval::ReadingChoicePlan const& choice : plan_.readings[instruction.c].choices) {
        blocks.push_back(choice.block);
      }
    }
    std::erase(blocks, kNoIndex);
    return blocks;
  }

  // As of another date, all definitions below a block are computed once more: their blocks, each once, and its own.
  [[nodiscard]] std::vector<std::uint32_t> run_anew(std::uint32_t block) const {
    std::vector<bool> met(plan_.definitions.size());
    std::vector<std::uint32_t> all{block};
    std::vector<std::uint32_t> open{block};
    while (!open.empty()) {
      std::uint32_t const next = open.back();
      open.pop_back();
      for (std::uint32_t at = plan_.blocks[next].begin; at < plan_.blocks[next].end; ++at) {
        Instruction const& instruction = plan_.code[at];
        if (instruction.opcode == Opcode::definition && !met[instruction.c]) {
          met[instruction.c] = true;
          all.push_back(plan_.definitions[instruction.c].block);
          open.push_back(all.back());
        } else {
          std::vector<std::uint32_t> const inner = parts_of(instruction);
          open.insert(open.end(), inner.begin(), inner.end());
        }
      }
    }
    return all;
  }

  [[nodiscard]] std::vector<std::uint32_t> inner_blocks(Instruction const& instruction) const {
    return instruction.opcode == Opcode::as_of_date ? run_anew(instruction.c) : parts_of(instruction);
  }

  static bool runs_blocks(Instruction const& instruction) {
    return instruction.opcode == Opcode::loop || instruction.opcode == Opcode::conditional ||
           instruction.opcode == Opcode::table || instruction.opcode == Opcode::reading ||
           instruction.opcode == Opcode::as_of_date;
  }

  void measure(std::uint32_t root) {
    bool runs = false;
    bool names = false;
    Steps steps = 0;
    for (std::uint32_t at = plan_.blocks[root].begin; at < plan_.blocks[root].end; ++at) {
      Instruction const& instruction = plan_.code[at];
      runs = runs || runs_blocks(instruction);
      names = names || names_more(instruction);
      steps = plus(steps, instruction.opcode == Opcode::classify ? steps_of(instruction) : 1);
    }
    leads_on_[root] = runs || names;
    if (runs) {
      measure_with_inner(root);
    } else {
      steps_[root] = steps;
      known_[root] = true;
    }
  }

  // Blocks of definitions and presumptions, once a case.
  [[nodiscard]] bool names_more(Instruction const& instruction) const {
    return instruction.opcode == Opcode::definition || instruction.opcode == Opcode::selecting_date ||
           (instruction.opcode == Opcode::fact && plan_.facts[instruction.c].presumption != kNoIndex);
  }

  void measure_with_inner(std::uint32_t root) {
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
      std::uint32_t const block = open.back();
      std::size_t const before = open.size();
      for (std::uint32_t at = plan_.blocks[block].begin; !known_[block] && at < plan_.blocks[block].end; ++at) {
        for (std::uint32_t const inner : inner_blocks(plan_.code[at])) {
          if (!known_[inner]) {
            open.push_back(inner);
          }
        }
      }
      if (open.size() == before) {
        open.pop_back();
        steps_[block] = known_[block] ? steps_[block] : sum(block);
        known_[block] = true;
      }
    }
  }

  [[nodiscard]] Steps sum(std::uint32_t block) const {
    Steps steps = 0;
    for (std::uint32_t at = plan_.blocks[block].begin; at < plan_.blocks[block].end; ++at) {
      steps = plus(steps, steps_of(plan_.code[at]));
    }
    return steps;
  }

  [[nodiscard]] Steps steps_of(Instruction const& instruction) const {
    if (!runs_blocks(instruction) && instruction.opcode != Opcode::classify) {
      return 1;
    }
    if (instruction.opcode == Opcode::loop) {
      return plus(1, loop_steps(plan_.loops[instruction.c]));
    }
    if (instruction.opcode == Opcode::classify) {
      Steps cuts = 0;
      for (eval::KeyPlan const& key : plan_.classifiers[instruction.c].keys) {
        cuts = plus(cuts, key.cuts.size());
      }
      return plus(1, cuts);
    }
    Steps dearest = 0;
    Steps together = 0;
    for (std::uint32_t const block : inner_blocks(instruction)) {
      dearest = std::max(dearest, steps_[block]);
      together = plus(together, steps_[block]);
    }
    if (instruction.opcode == Opcode::as_of_date) {
      return plus(1, together);
    }
    bool const is_table = instruction.opcode == Opcode::table;
    return plus(1, times(dearest, is_table ? rows_tried(instruction.c) : 1));
  }

  // With a key that is not known, rows are read one after another.
  [[nodiscard]] Steps rows_tried(std::uint32_t table) const {
    return std::clamp<Steps>(plan_.tables[table].entries.size(), 1, eval::kMostRowsTried);
  }

  [[nodiscard]] std::uint32_t list_of(eval::Loop const& loop) const {
    return loop.group == kNoIndex ? loop.fact : list_of_[loop.group];
  }

  [[nodiscard]] Steps loop_steps(eval::Loop const& loop) const {
    Steps const elements = plan_.facts[list_of(loop)].max_items;
    Steps const where = loop.where == kNoIndex ? 0 : steps_[loop.where];
    Steps const body = loop.body == kNoIndex ? 0 : steps_[loop.body];
    Steps const each = plus(1, plus(where, body));
    bool const grouped = loop.key_field != kNoIndex;
    return times(elements, grouped ? plus(each, elements) : each);
  }

  struct Item {
    CostOf kind;
    std::uint32_t index;
  };

  // Calls `visit` with each block that it runs by itself.
  template <class Visit>
  void each_block(Item item, Visit visit) const {
    auto const one = [&](std::uint32_t block) {
      if (block != kNoIndex) {
        visit(block);
      }
    };
    auto const all = [&](auto const& conditions) {
      for (auto const& condition : conditions) {
        one(condition.block);
      }
    };
    auto const any = [&](std::optional<eval::Condition> const& condition) {
      if (condition) {
        one(condition->block);
      }
    };
    switch (item.kind) {
      case CostOf::decision:
        all(plan_.of(plan_.decisions[item.index].when));
        any(plan_.in_force);
        break;
      case CostOf::rule:
        all(plan_.of(plan_.rules[item.index].when));
        all(plan_.of(plan_.rules[item.index].grounds));
        all(plan_.of(plan_.rules[item.index].figures));
        any(plan_.rules[item.index].unless);
        break;
      case CostOf::definition:
        one(plan_.definitions[item.index].block);
        break;
      case CostOf::presumption:
        one(plan_.presumptions[item.index].when);
        break;
      case CostOf::service:
        all(plan_.of(plan_.services[item.index].criteria));
        any(plan_.services[item.index].offered);
        any(plan_.services[item.index].in_force);
        break;
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> blocks_of(Item item) const {
    std::vector<std::uint32_t> blocks;
    each_block(item, [&](std::uint32_t block) { blocks.push_back(block); });
    return blocks;
  }

  [[nodiscard]] Steps steps_of(Item item) const {
    Steps steps = 0;
    each_block(item, [&](std::uint32_t block) { steps = plus(steps, steps_[block]); });
    return steps;
  }

  // What was met on the way down from one decision: marked with the number of the walk, so that the next finds nothing marked.
  struct Met {
    explicit Met(eval::Plan const& plan)
        : blocks(plan.blocks.size()), definitions(plan.definitions.size()), presumptions(plan.presumptions.size()) {}

    bool is_new(std::vector<std::uint32_t>& marks, std::uint32_t index) const {
      return std::exchange(marks[index], walk) != walk;
    }

    std::uint32_t walk = 0;
    std::vector<std::uint32_t> blocks;
    std::vector<std::uint32_t> definitions;
    std::vector<std::uint32_t> presumptions;
    // Of the walk that is under way: decisions that it begins with, and what is still to be walked.
    std::vector<std::uint32_t> decisions;
    std::vector<Item> open;
    std::vector<std::uint32_t> open_blocks;
  };

  // What one decision runs by itself: its `when`, its rules, and those of the decisions that it reads.
  void open_items_of(std::uint32_t decision, Met& met) const {
    met.decisions.clear();
    add_with_reads(decision, met.decisions);
    if (plan_.milder) {
      add_with_reads(plan_.milder->decision, met.decisions);
      std::sort(met.decisions.begin(), met.decisions.end());
      met.decisions.erase(std::unique(met.decisions.begin(), met.decisions.end()), met.decisions.end());
    }
    for (std::uint32_t const one : met.decisions) {
      met.open.push_back({CostOf::decision, one});
      for (std::uint32_t const rule : plan_.of(plan_.decisions[one].rules)) {
        met.open.push_back({CostOf::rule, rule});
      }
    }
    if (service_of_[decision] != kNoIndex) {
      met.open.push_back({CostOf::service, service_of_[decision]});
    }
  }

  void add_with_reads(std::uint32_t decision, std::vector<std::uint32_t>& decisions) const {
    auto const reads = plan_.of(plan_.decisions[decision].reads);
    decisions.insert(decisions.end(), reads.begin(), reads.end());
    decisions.push_back(decision);
  }

  // All that it runs and, once each, the definitions and presumptions below.
  [[nodiscard]] Steps decide(std::uint32_t decision, Met& met) const {
    ++met.walk;
    open_items_of(decision, met);
    Steps steps = 0;
    while (!met.open.empty()) {
      Item const item = met.open.back();
      met.open.pop_back();
      each_block(item, [&](std::uint32_t block) {
        steps = plus(steps, steps_[block]);
        if (leads_on_[block]) {
          met.open_blocks.push_back(block);
        }
      });
      while (!met.open_blocks.empty()) {
        std::uint32_t const block = met.open_blocks.back();
        met.open_blocks.pop_back();
        if (met.is_new(met.blocks, block)) {
          walk(block, met);
        }
      }
    }
    return plan_.milder ? times(steps, 2) : steps;  // both laws
  }

  void walk(std::uint32_t block, Met& met) const {
    for (std::uint32_t at = plan_.blocks[block].begin; at < plan_.blocks[block].end; ++at) {
      Instruction const& instruction = plan_.code[at];
      if (runs_blocks(instruction)) {
        std::vector<std::uint32_t> const inner = inner_blocks(instruction);
        met.open_blocks.insert(met.open_blocks.end(), inner.begin(), inner.end());
      }
      if (instruction.opcode == Opcode::selecting_date) {
        for (std::uint32_t const definition : plan_.selecting) {
          meet({CostOf::definition, definition}, met, met.definitions);
        }
      } else if (instruction.opcode == Opcode::definition) {
        meet({CostOf::definition, instruction.c}, met, met.definitions);
      } else if (instruction.opcode == Opcode::fact) {
        meet({CostOf::presumption, plan_.facts[instruction.c].presumption}, met, met.presumptions);
      }
    }
  }

  static void meet(Item item, Met& met, std::vector<std::uint32_t>& marks) {
    if (item.index != kNoIndex && met.is_new(marks, item.index)) {
      met.open.push_back(item);
    }
  }

  [[nodiscard]] CostItem dearest() const {
    CostItem most;
    auto const look = [&](CostOf kind, std::size_t count) {
      for (std::uint32_t index = 0; index < count; ++index) {
        Steps const steps = steps_of(Item{kind, index});
        if (steps > most.steps) {
          most = {kind, index, steps, {}};
        }
      }
    };
    look(CostOf::rule, plan_.rules.size());
    look(CostOf::definition, plan_.definitions.size());
    look(CostOf::decision, plan_.decisions.size());
    look(CostOf::presumption, plan_.presumptions.size());
    look(CostOf::service, plan_.services.size());
    most.lists = lists_in(blocks_of({most.kind, most.index}));
    return most;
  }

  // From the dearest instruction into its dearest part, and so on.
  [[nodiscard]] std::vector<ListRun> lists_in(std::vector<std::uint32_t> blocks) const {
    std::vector<ListRun> lists;
    while (!blocks.empty()) {
      std::uint32_t const block = *std::max_element(
          blocks.begin(), blocks.end(), [this](std::uint32_t a, std::uint32_t b) { return steps_[a] < steps_[b]; });
      auto const code = plan_.code.begin();
      auto const most =
          std::max_element(code + plan_.blocks[block].begin, code + plan_.blocks[block].end,
                           [this](Instruction const& a, Instruction const& b) { return steps_of(a) < steps_of(b); });
      if (most->opcode == Opcode::loop) {
        eval::Loop const& loop = plan_.loops[most->c];
        lists.push_back({list_of(loop), loop.key_field != kNoIndex});
      }
      blocks = inner_blocks(*most);
    }
    return lists;
  }

  eval::Plan const& plan_;
  std::vector<std::uint32_t> list_of_;            // by variable: the list that it stands in, or whose group it is
  std::vector<std::vector<std::uint32_t>> rows_;  // by table
  std::vector<std::uint32_t> service_of_;         // by decision
  std::vector<Steps> steps_;                      // by block
  std::vector<bool> known_;
  std::vector<bool> leads_on_;  // by block: it runs blocks, or names definitions and presumptions
};

}  // namespace

Cost cost_of(eval::Plan const& plan) {
  return plan.decisions.empty() && plan.definitions.empty() ? Cost{} : Costing(plan).run();
}

}  // namespace hjemmel::lower
