// One machine a case; what joins the cases is worked out here, in strong Kleene logic.
#include "engine/analysis/judge.h"

#include <algorithm>
#include <compare>
#include <map>
#include <variant>

#include "engine/base/ratio.h"
#include "engine/eval/complete.h"
#include "engine/eval/decide.h"
#include "engine/eval/machine.h"
#include "engine/eval/severity.h"

namespace hjemmel::analysis {
namespace {

using eval::Conclusion;
using eval::State;
using eval::Value;
using ir::ExprOp;
using ir::PropertyOp;
using Order = std::partial_ordering;

enum class Truth : std::uint8_t { no, yes, open };

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

bool holds(ExprOp op, Order order) {
  switch (op) {
    case ExprOp::equal:
      return order == Order::equivalent;
    case ExprOp::not_equal:
      return order != Order::equivalent;
    case ExprOp::less:
      return order == Order::less;
    case ExprOp::less_equal:
      return order != Order::greater;
    case ExprOp::greater:
      return order == Order::greater;
    default:
      return order != Order::less;
  }
}

Truth compared(ExprOp op, Order order) { return order == Order::unordered ? Truth::open : truth(holds(op, order)); }

// One side of a comparison: what a machine computed, or what was decided.
struct Side {
  Value value = Value::of(State::unknown);
  eval::Machine const* machine = nullptr;  // that computed the value; null: a conclusion
  eval::Case const* facts = nullptr;       // which hold its text
  Conclusion const* conclusion = nullptr;  // null, without a machine: none is known
  bool mildest = false;                    // its mildest option only
  std::uint32_t decision = 0;
};

class Hearing {
 public:
  Hearing(ir::Program const& program, eval::Plan const& plan, std::uint32_t property, Group const& group)
      : plan_(plan),
        property_(program.properties[property]),
        blocks_(plan.properties[property]),
        group_(group),
        program_(program) {
    machines_.reserve(group.cases.size());
    for (eval::Case const& facts : group.cases) {
      eval::Machine& machine = machines_.emplace_back(plan, facts, nothing_, false);
      if (property_.variation && property_.variation->of_element()) {
        machine.stand_at(property_.variation->variable, property_.variation->fact.index, group.row);
      }
    }
    conclusions_.resize(group.cases.size());
  }

  Verdict run() {
    for (std::uint32_t const read : blocks_.reads) {
      for (std::uint32_t of = 0; of < machines_.size(); ++of) {
        machines_[of].answer(read, answer_of(read, of));
      }
    }
    Truth const met = property_.when ? node(*property_.when) : Truth::yes;
    if (met != Truth::yes) {
      return met == Truth::no ? Verdict::not_met : Verdict::does_not_count;
    }
    for (ir::NamedAnswer const& named : property_.answers) {
      auto const& conclusion = concluded_in(named.decision.index, named.of_case);
      if (!conclusion || conclusion->status != eval::Status::decided) {
        return Verdict::does_not_count;
      }
    }
    Truth const claim = node(property_.then);
    return claim == Truth::open ? Verdict::does_not_count : claim == Truth::yes ? Verdict::holds : Verdict::fails;
  }

 private:
  std::optional<Conclusion> const& concluded_in(std::uint32_t decision, std::uint32_t of) {
    auto const known = conclusions_[of].find(decision);
    return known != conclusions_[of].end()
               ? known->second
               : conclusions_[of].emplace(decision, concluded(plan_, group_.cases[of], decision)).first->second;
  }

  // For the terms that read it.
  eval::Answer answer_of(std::uint32_t decision, std::uint32_t of) {
    auto const& conclusion = concluded_in(decision, of);
    eval::Answer answer;
    if (!conclusion || conclusion->status != eval::Status::decided) {
      bool const absent = conclusion && conclusion->status == eval::Status::not_applicable;
      answer.state = absent ? State::not_applicable : State::error;
      return answer;
    }
    answer.state = State::known;
    answer.options.assign(plan_.of(plan_.decisions[decision].options).size(), false);
    for (eval::ChosenOption const& option : conclusion->options) {
      answer.options[option.ordinal] = true;
    }
    bool const figure = plan_.decisions[decision].of_figure && !conclusion->options.front().option.bounds.empty();
    auto const exactly =
        figure ? conclusion->options.front().option.bounds.front().exactly : std::optional<base::Decimal>();
    answer.figure = exactly ? Value::known(*exactly) : Value::of(State::error);
    return answer;
  }

  // Recursion: as deep as the claim was written, which is capped (engine/syntax/parse.h).
  Truth node(std::uint32_t index) {  // NOLINT(misc-no-recursion)
    ir::PropertyNode const& node = property_.nodes[index];
    switch (node.op) {
      case PropertyOp::conjunction:
        return all_of(node, Truth::no);
      case PropertyOp::disjunction:
        return all_of(node, Truth::yes);
      case PropertyOp::negation: {
        Truth const inner = this->node(node.children[0]);
        return inner == Truth::open ? inner : truth(inner == Truth::no);
      }
      case PropertyOp::comparison:
        return comparison(node);
      default:
        return term(node, index);
    }
  }

  // `settles`: what one child must be for the whole to be the same.
  Truth all_of(ir::PropertyNode const& whole, Truth settles) {  // NOLINT(misc-no-recursion)
    Truth result = settles == Truth::no ? Truth::yes : Truth::no;
    for (std::uint32_t const child : whole.children) {
      Truth const part = node(child);
      if (part == settles) {
        return settles;
      }
      result = part == Truth::open ? part : result;
    }
    return result;
  }

  Truth term(ir::PropertyNode const& of, std::uint32_t index) {
    Value const value = machines_[of.of_case].truth(blocks_.blocks[index]);
    return value.is_true() ? Truth::yes : value.is_false() ? Truth::no : Truth::open;
  }

  Side side(std::uint32_t index) {
    ir::PropertyNode const& node = property_.nodes[index];
    Side side;
    if (node.op == PropertyOp::term) {
      side.machine = &machines_[node.of_case];
      side.facts = &group_.cases[node.of_case];
      side.value = machines_[node.of_case].run(blocks_.blocks[index]);
      return side;
    }
    auto const& conclusion = concluded_in(node.decision.index, node.of_case);
    bool const decided = conclusion && conclusion->status == eval::Status::decided;
    side.conclusion = decided ? &*conclusion : nullptr;
    side.mildest = node.op == PropertyOp::mildest;
    side.decision = node.decision.index;
    return side;
  }

  Truth comparison(ir::PropertyNode const& node) {
    Side const left = side(node.children[0]);
    Side const right = side(node.children[1]);
    if (left.machine != nullptr && right.machine != nullptr) {
      return values(node, left, right);
    }
    bool const unknown = (left.machine == nullptr && left.conclusion == nullptr) ||
                         (right.machine == nullptr && right.conclusion == nullptr);
    if (unknown) {
      return Truth::open;
    }
    if (left.machine != nullptr || right.machine != nullptr) {
      return compared(node.comparison, left.machine != nullptr ? ranks(left.value, mildest_rank(right), node)
                                                               : ranks(mildest_rank(left), right.value, node));
    }
    if (left.mildest) {
      return compared(node.comparison, eval::compare_severity(plan_, left.decision, mildest(left), mildest(right)));
    }
    if (node.comparison == ExprOp::equal || node.comparison == ExprOp::not_equal) {
      bool const alike = left.conclusion->is_like(*right.conclusion);
      return truth(alike == (node.comparison == ExprOp::equal));
    }
    return compared(node.comparison, eval::compare_severity(plan_, left.decision, *left.conclusion, *right.conclusion));
  }

  // The option that none of the others is milder than. Where some have no order between them there is none, and the empty
  // conclusion is unordered with every other.
  Conclusion mildest(Side const& side) const {
    Conclusion best;
    best.status = eval::Status::decided;
    for (eval::ChosenOption const& one : side.conclusion->options) {
      bool const least = std::all_of(side.conclusion->options.begin(), side.conclusion->options.end(),
                                     [&](eval::ChosenOption const& other) {
                                       Order const order = compare_options(side.decision, one, other);
                                       return order == Order::less || order == Order::equivalent;
                                     });
      if (least) {
        best.options = {one};
        return best;
      }
    }
    return best;
  }

  Order compare_options(std::uint32_t decision, eval::ChosenOption const& one, eval::ChosenOption const& other) const {
    Conclusion left;
    Conclusion right;
    left.options = {one};
    right.options = {other};
    return eval::compare_severity(plan_, decision, left, right);
  }

  Value mildest_rank(Side const& side) const {
    Conclusion const least = mildest(side);
    return least.options.empty() ? Value::of(State::unknown)
                                 : Value::known(base::Decimal::of(least.options.front().ordinal));
  }

  // Of two values of an ordered enumeration.
  Order ranks(Value left, Value right, ir::PropertyNode const& node) const {
    if (!left.is_known() || !right.is_known()) {
      return Order::unordered;
    }
    eval::EnumPlan const& order = plan_.enums[node.enumeration.index];
    auto const a = static_cast<std::size_t>(left.coefficient);
    auto const b = static_cast<std::size_t>(right.coefficient);
    bool const by_rank = node.comparison != ExprOp::equal && node.comparison != ExprOp::not_equal;
    if (!by_rank || a == b) {
      return a == b ? Order::equivalent : Order::less;
    }
    return order.unranked[a] || order.unranked[b] ? Order::unordered : Order(order.ranks[a] <=> order.ranks[b]);
  }

  // Not applicable is neither less nor more nor equal: only `!=` holds of it.
  Truth values(ir::PropertyNode const& node, Side const& left, Side const& right) {
    if (left.value.state == State::not_applicable || right.value.state == State::not_applicable) {
      bool const faulty = left.value.state == State::error || right.value.state == State::error;
      return faulty ? Truth::open : truth(node.comparison == ExprOp::not_equal);
    }
    if (!left.value.is_known() || !right.value.is_known()) {
      return Truth::open;
    }
    if (node.enumeration.has_value()) {
      return compared(node.comparison, ranks(left.value, right.value, node));
    }
    ir::Type const& type = program_.exprs[property_.nodes[node.children[0]].expr.index].type;
    if (type.kind == ir::TypeKind::text) {
      return compared(node.comparison, Order(text_of(left) <=> text_of(right)));
    }
    return compared(node.comparison,
                    Order(left.machine->ratio_of(left.value) <=> right.machine->ratio_of(right.value)));
  }

  std::string const& text_of(Side const& side) const {
    std::int64_t const at = side.value.coefficient;
    return at < 0 ? plan_.texts[static_cast<std::size_t>(-1 - at)] : side.facts->texts[static_cast<std::size_t>(at)];
  }

  eval::Plan const& plan_;
  ir::Property const& property_;
  eval::PropertyPlan const& blocks_;
  Group const& group_;
  ir::Program const& program_;
  eval::Assumptions nothing_;
  std::vector<eval::Machine> machines_;                                          // by case
  std::vector<std::map<std::uint32_t, std::optional<Conclusion>>> conclusions_;  // by case and decision
};

}  // namespace

Verdict Judge::judge(Group const& group) const { return Hearing(program_, plan_, index_, group).run(); }

std::optional<Conclusion> concluded(eval::Plan const& plan, eval::Case const& facts, std::uint32_t decision) {
  eval::Assumptions const nothing;
  eval::LawChoice const choice = plan.milder ? eval::LawChoice::milder : eval::LawChoice::at_act;
  eval::Ruling ruling = eval::Court(plan, facts, nothing, choice).rule(decision, 0);
  if (ruling.settled) {
    return std::move(ruling.conclusion);
  }
  eval::Completions const all = eval::complete(plan, facts, decision, 0, eval::Limits{}, choice);
  bool const uniform =
      !all.anything && !all.boxes.empty() && std::all_of(all.boxes.begin(), all.boxes.end(), [&](eval::Box const& box) {
        return !box.has_ranges && box.conclusion.is_like(all.boxes.front().conclusion);
      });
  return uniform ? std::optional(all.boxes.front().conclusion) : std::nullopt;
}

}  // namespace hjemmel::analysis
