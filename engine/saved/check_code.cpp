// Each block is walked once, after the blocks that it runs: what it leaves, and which variables it reads that nothing in it binds.
// What a value may be used as is its sort: check_sorts.h.
#include "engine/saved/check_code.h"

#include <algorithm>

#include "engine/saved/check_operands.h"
#include "engine/saved/check_plan.h"

namespace hjemmel::saved {
namespace {

using eval::Instruction;
using eval::kNoIndex;
using eval::Opcode;

class CodeCheck {
 public:
  CodeCheck(ir::Program const& program, eval::Plan const& plan)
      : program_(program),
        plan_(plan),
        sorts_(plan),
        variables_(program, plan),
        good_(variables_.good()),
        known_(plan.blocks.size()) {}

  bool good() {
    for (std::uint32_t block = 0; good_ && block < plan_.blocks.size(); ++block) {
      walk_from(block);
    }
    return good_ && roots_are_good(program_, plan_, known_);
  }

 private:
  void need(bool holds) { good_ = good_ && holds; }
  // ---- blocks, in the order in which they run each other
  void walk_from(std::uint32_t root) {
    std::vector<std::uint32_t>& open = open_;
    open.assign(1, root);
    while (good_ && !open.empty()) {
      std::uint32_t const block = open.back();
      Known& known = known_[block];
      if (known.state == Known::State::untouched) {
        known.state = Known::State::open;
        eval::Block const& code = plan_.blocks[block];
        need(code.begin < code.end && code.end <= plan_.code.size());
        for (std::uint32_t at = code.begin; good_ && at < code.end; ++at) {
          need(operands_exist(plan_, variables_, plan_.code[at]));
          if (!good_) {
            break;
          }
          each_inner(plan_, plan_.code[at], [&](std::uint32_t inner) {
            need(inner < known_.size() && known_[inner].state != Known::State::open);  // none runs itself
            if (good_ && known_[inner].state == Known::State::untouched) {
              open.push_back(inner);
            }
          });
        }
        continue;
      }
      open.pop_back();
      if (known.state == Known::State::open) {
        known.state = Known::State::done;
        judge(block);
      }
    }
  }

  // ---- one block, whose inner blocks are known
  void judge(std::uint32_t block) {
    eval::Block const& code = plan_.blocks[block];
    stack_.clear();
    depths_.assign(code.end - code.begin + 1, 0);
    unbound_.clear();
    for (std::uint32_t at = code.begin; good_ && at < code.end; ++at) {
      depths_[at - code.begin] = stack_.size();
      run(plan_.code[at]);
      need(stack_.size() <= std::max<std::size_t>(plan_.stack_depth, 1));
    }
    need(stack_.size() == 1);
    if (!good_) {
      return;
    }
    depths_.back() = 1;
    for (std::uint32_t at = code.begin; at < code.end; ++at) {
      Instruction const& jump = plan_.code[at];
      if (jump.opcode == Opcode::jump_if_false || jump.opcode == Opcode::jump_if_true) {
        std::uint64_t const target = std::uint64_t{at} + 1 + jump.c - code.begin;
        need(target < depths_.size() && depths_[target] == depths_[at - code.begin] && !stays_open(at, code, target));
      }
    }
    std::sort(unbound_.begin(), unbound_.end());
    unbound_.erase(std::unique(unbound_.begin(), unbound_.end()), unbound_.end());
    known_[block].leaves = stack_.front();
    known_[block].unbound = unbound_;
  }

  // Whether what is skipped takes away more than it brings: then what is on top behind it is another value than was looked at.
  bool stays_open(std::uint32_t jump, eval::Block const& code, std::uint64_t target) const {
    std::size_t const depth = depths_[jump - code.begin];
    for (std::uint64_t at = jump + 1 - code.begin; at < target; ++at) {
      if (depths_[at] < depth) {
        return true;
      }
    }
    return plan_.code[code.begin + target - 1].opcode != Opcode::conjunction &&
           plan_.code[code.begin + target - 1].opcode != Opcode::disjunction;
  }

  Kind pop() {
    if (stack_.empty()) {
      good_ = false;
      return {};
    }
    Kind const top = stack_.back();
    stack_.pop_back();
    return top;
  }
  void push(Kind kind) { stack_.push_back(kind); }

  Kind either(Kind const& left, Kind const& right) {
    auto const kind = sorts_.either(left, right);
    need(kind.has_value());
    return kind.value_or(left);
  }

  // What an inner block leaves; its unbound variables are unbound here.
  Kind leaves(std::uint32_t block) {
    unbound_.insert(unbound_.end(), known_[block].unbound.begin(), known_[block].unbound.end());
    return known_[block].leaves;
  }
  // Of a block that is run apart from the variables that stand here.
  Kind leaves_alone(std::uint32_t block) {
    need(known_[block].unbound.empty());
    return known_[block].leaves;
  }

  // ---- instructions
  void run(Instruction const& instruction) {
    std::uint32_t const c = instruction.c;
    switch (instruction.opcode) {
      case Opcode::constant:
        return push({Sort::constant, 0, plan_.constants[c]});
      case Opcode::moment:
        return push({Sort::moment, 0, {}});
      case Opcode::fact:
        return push(read_fact(c));
      case Opcode::field:
        return push(read_field(instruction));
      case Opcode::group_key:
        unbound_.push_back({instruction.b, true});
        return push(key_of(instruction.b));
      case Opcode::definition:
        return push(leaves_alone(plan_.definitions[c].block));
      case Opcode::parameter: {
        eval::LawParameterPlan const& parameter = plan_.parameters[c];
        return push(sorts_.declared(parameter.domain, parameter.enumeration, parameter.calendar));
      }
      case Opcode::reading:
        return push(read_choices(plan_.readings[c]));
      case Opcode::selecting_date:
        for (std::uint32_t const definition : plan_.selecting) {
          need(Sorts::is_number(leaves_alone(plan_.definitions[definition].block)));
        }
        return push({});
      case Opcode::as_of_date:
        need(Sorts::is_number(pop()));
        return push(leaves(c));
      case Opcode::out_of_force:
        return push({Sort::fault, 0, {}});
      case Opcode::conditional: {
        need(Sorts::is_below(pop(), kTruth.limit));
        Kind const then_kind = leaves(plan_.conditionals[c].then_block);
        return push(either(then_kind, leaves(plan_.conditionals[c].else_block)));
      }
      case Opcode::loop:
        return push(run_loop(plan_.loops[c]));
      case Opcode::may_be:
      case Opcode::is_only:
        return push(kTruth);
      case Opcode::figure:
        return push({});
      case Opcode::jump_if_false:
      case Opcode::jump_if_true:
        return need(!stack_.empty());
      default:
        return run_operator(instruction);
    }
  }

  void run_operator(Instruction const& instruction) {
    std::uint32_t const c = instruction.c;
    switch (instruction.opcode) {
      case Opcode::equal:
      case Opcode::not_equal:
      case Opcode::less:
      case Opcode::less_equal:
      case Opcode::greater:
      case Opcode::greater_equal:
        return compare(plan_.comparisons[c]);
      case Opcode::negation:
      case Opcode::is_applicable:
        (void)pop();
        return push(kTruth);
      case Opcode::member:
        need(Sorts::is_below(pop(), plan_.sets[c].size()));
        return push(kTruth);
      case Opcode::term:
      case Opcode::month_of:
      case Opcode::year_of:
      case Opcode::negate:
        need(Sorts::is_number(pop()));
        return push({});
      case Opcode::date_of:
        need(Sorts::is_moment(pop()));
        return push({});
      case Opcode::negate_ratio:
        need(Sorts::is_measure(pop()));
        return push({Sort::ratio, 0, {}});
      case Opcode::round:
        need(Sorts::is_measure(pop()) && plan_.constants[c] > base::Decimal());
        return push({});
      case Opcode::classify:
        return classify(plan_.classifiers[c]);
      case Opcode::table:
        return read_table(plan_.tables[c]);
      case Opcode::call:
        return call(plan_.functions[plan_.calls[c].function], program_.functions[plan_.calls[c].function]);
      default:
        return run_pair(instruction);
    }
  }

  void run_pair(Instruction const& instruction) {
    Kind const right = pop();
    Kind const left = pop();
    switch (instruction.opcode) {
      case Opcode::conjunction:
      case Opcode::disjunction:
        return push(kTruth);
      case Opcode::divide:
      case Opcode::add_ratio:
      case Opcode::multiply_ratio:
        need(Sorts::is_measure(left) && Sorts::is_measure(right));
        return push({Sort::ratio, 0, {}});
      case Opcode::subtract:
        need(Sorts::is_number_or_moment(left) && Sorts::is_number_or_moment(right));
        return push({});
      case Opcode::add_hours:
        need(Sorts::is_moment(left) && Sorts::is_number(right));
        return push({Sort::moment, 0, {}});
      case Opcode::lesser_of:
      case Opcode::greater_of:
        need(left.sort != Sort::text && right.sort != Sort::text);
        return push(either(left, right));
      default:
        need(Sorts::is_number(left) && Sorts::is_number(right));
        return push({});
    }
  }

  void compare(eval::Comparison const& comparison) {
    Kind const right = pop();
    Kind const left = pop();
    if (comparison.enumeration != kNoIndex) {
      std::size_t const values = plan_.enums[comparison.enumeration].values.size();
      need(Sorts::is_below(left, values) && Sorts::is_below(right, values));
    } else if (comparison.kind == eval::Comparison::Kind::texts) {
      need(sorts_.is_text(left) && sorts_.is_text(right));
    } else if (comparison.kind == eval::Comparison::Kind::ratios) {
      need(Sorts::is_measure(left) && Sorts::is_measure(right));
    } else {
      need(left.sort != Sort::ratio && right.sort != Sort::ratio);
    }
    push(kTruth);
  }

  Kind read_fact(std::uint32_t index) {
    eval::FactPlan const& fact = plan_.facts[index];
    if (fact.presumption != kNoIndex && plan_.presumptions[fact.presumption].when != kNoIndex) {
      (void)leaves_alone(plan_.presumptions[fact.presumption].when);
    }
    return sorts_.declared(fact.domain, fact.enumeration, fact.calendar);
  }

  Kind read_field(Instruction const& instruction) {
    unbound_.push_back({instruction.b, false});
    eval::FactPlan const& field = plan_.facts[variables_.list_of(instruction.b)].fields[instruction.c];
    return sorts_.declared(field.domain, field.enumeration, field.calendar);
  }

  // The field that its loop groups by.
  Kind key_of(std::uint32_t variable) {
    need(variables_.key_of(variable) != kNoIndex);
    if (!good_) {
      return {};
    }
    eval::FactPlan const& key = plan_.facts[variables_.list_of(variable)].fields[variables_.key_of(variable)];
    return sorts_.declared(key.domain, key.enumeration, key.calendar);
  }

  Kind read_choices(eval::ReadingPlan const& reading) {
    Kind kind = leaves(reading.choices.front().block);
    for (eval::ReadingChoicePlan const& choice : reading.choices) {
      kind = either(kind, leaves(choice.block));
    }
    return kind;
  }

  void classify(eval::Classifier const& classifier) {
    std::uint64_t combinations = 1;
    for (std::size_t at = classifier.keys.size(); at-- > 0;) {
      eval::KeyPlan const& key = classifier.keys[at];
      Kind const kind = pop();
      need(key.by_value ? Sorts::is_below(kind, key.classes) : Sorts::is_number_or_moment(kind));
      combinations = std::min<std::uint64_t>(combinations * key.classes, kNoIndex);
    }
    need(combinations < kNoIndex);
    push({Sort::ordinal, static_cast<std::uint32_t>(combinations), {}});
  }

  void read_table(eval::TablePlan const& table) {
    need(Sorts::is_below(pop(), table.entries.size()));
    need(table.domain != eval::Domain::list &&
         (table.domain != eval::Domain::enumeration || table.result_enumeration != kNoIndex));
    if (!good_) {
      return;
    }
    Kind const result = sorts_.declared(table.domain, table.result_enumeration, table.calendar);
    Kind kind = result;
    for (eval::TableEntry const& entry : table.entries) {
      if (!entry.open_law) {
        Kind const row = leaves(entry.block);
        kind = row.sort == Sort::ratio ? row : kind;
        need(row.sort == Sort::ratio ? Sorts::is_number(result) : sorts_.fits(row, result));
      }
    }
    push(kind);
  }

  void call(eval::FunctionPlan const& function, ir::Function const& declared_function) {
    for (std::size_t at = function.takes_texts.size(); at-- > 0;) {
      Kind const kind = pop();
      need(function.takes_texts[at] ? sorts_.is_text(kind) : Sorts::is_number(kind));
    }
    bool const truth = declared_function.result.kind == ir::TypeKind::boolean;
    push(function.gives_text ? Kind{Sort::text, 0, {}} : truth ? kTruth : Kind{});
  }

  Kind run_loop(eval::Loop const& loop) {
    using enum eval::LoopKind;
    bool const grouped = loop.key_field != kNoIndex;
    if (loop.group != kNoIndex) {
      unbound_.push_back({loop.group, true});
    }
    if (loop.where != kNoIndex) {
      (void)leaves_within(loop.where, {loop.variable, false});
    }
    Kind const body = loop.body == kNoIndex ? Kind{} : leaves_within(loop.body, {loop.variable, grouped});
    switch (loop.kind) {
      case every:
      case some:
      case no:
        return kTruth;
      case count_distinct:
        need(body.sort != Sort::ratio && (!loop.texts || sorts_.is_text(body)));
        return {};
      case first:
      case last:
      case only: {
        eval::FactPlan const& field = plan_.facts[loop.fact].fields[loop.field];
        return sorts_.declared(field.domain, field.enumeration, field.calendar);
      }
      default:
        need(loop.kind == count || Sorts::is_number(body));
        return {};
    }
  }

  // Of a block in which the variable stands.
  Kind leaves_within(std::uint32_t block, Use const& bound) {
    for (Use const& use : known_[block].unbound) {
      need(use.variable != bound.variable || use == bound);
      if (use != bound) {
        unbound_.push_back(use);
      }
    }
    return known_[block].leaves;
  }

  ir::Program const& program_;
  eval::Plan const& plan_;
  Sorts sorts_;
  Variables variables_;
  bool good_;
  std::vector<Known> known_;         // by block
  std::vector<std::uint32_t> open_;  // blocks on the way down
  std::vector<Kind> stack_;          // of the block that is judged
  std::vector<std::size_t> depths_;  // before each of its instructions, and behind the last
  std::vector<Use> unbound_;         // of it, so far
};

}  // namespace

bool code_is_good(ir::Program const& program, eval::Plan const& plan) { return CodeCheck(program, plan).good(); }

}  // namespace hjemmel::saved
