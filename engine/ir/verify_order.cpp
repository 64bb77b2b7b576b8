// Last part: definitions and decisions stand after all that they read. Called from verify.cpp; relies on the parts before it.
// What was met is marked with the number of the walk, so that a walk costs what it meets and no more. Tested in
// tests/unit/ir/verify_test.cpp.
#include <algorithm>

#include "engine/ir/bounds.h"
#include "engine/ir/verify_parts.h"

namespace hjemmel::ir {
namespace {

// Definitions and decisions read each other: each stands after those of its own kind that it reads, directly or through the
// other kind, so an evaluation that goes down the reads always ends. What one of the same kind reads is that one's own matter.
class ReadOrder {
 public:
  ReadOrder(Program const& program, Faults& faults)
      : program_(program), faults_(faults), presumed_(program.facts.size()), reads_(program.exprs.size()) {
    for (Presumption const& presumption : program.presumptions) {
      presumed_[presumption.fact.index].push_back(presumption.when);
    }
    find_readers();
  }

  void verify() {
    if (!some_read_) {
      return;
    }
    exprs_ = Met(program_.exprs.size());
    definitions_ = Met(program_.definitions.size());
    decisions_ = Met(program_.decisions.size());
    for (std::size_t i = 0; i < program_.definitions.size(); ++i) {
      begin();
      open_.push_back(program_.definitions[i].body);
      follow(Follow::decisions);
      faults_.require(last_definition_ <= i, Where("definition ", program_.definitions[i].name),
                      "stands before a definition that it reads");
    }
    for (std::size_t i = 0; i < program_.decisions.size(); ++i) {
      begin();
      add_decision(i);
      follow(Follow::definitions);
      faults_.require(last_decision_ <= i, Where("decision ", program_.decisions[i].name),
                      "stands before a decision that it reads");
    }
  }

 private:
  enum class Follow : std::uint8_t { definitions, decisions };

  // Which of many things were met since `begin`, without emptying anything.
  class Met {
   public:
    Met() = default;
    explicit Met(std::size_t count) : round_(count) {}
    bool is_new(std::size_t at, std::uint32_t round) {
      bool const first = round_[at] != round;
      round_[at] = round;
      return first;
    }

   private:
    std::vector<std::uint32_t> round_;
  };

  // Which expressions may read anything: most ask facts alone, and need no walk. Children stand before their parents.
  void find_readers() {
    for (std::size_t at = 0; at < reads_.size(); ++at) {
      Expr const& expr = program_.exprs[at];
      bool reads = expr.definition.has_value() || expr.decision.has_value() || expr.more->table.has_value() ||
                   expr.op == ExprOp::selecting_date ||
                   (expr.op == ExprOp::fact && !presumed_[expr.fact.index].empty());
      for (ExprId const child : expr.children) {
        reads = reads || reads_[child.index] != 0;
      }
      reads_[at] = reads ? 1 : 0;
      some_read_ = some_read_ || reads;
    }
  }

  void open(ExprId root) {
    if (root.has_value() && reads_[root.index] != 0) {
      open_.push_back(root);
    }
  }

  void begin() {
    ++round_;
    open_.clear();
    last_definition_ = 0;
    last_decision_ = 0;
  }

  // Everything reached from what is open; what was met is not followed again, so circles end.
  void follow(Follow what) {
    while (!open_.empty()) {
      ExprId const id = open_.back();
      open_.pop_back();
      if (!id.has_value() || !exprs_.is_new(id.index, round_)) {
        continue;
      }
      Expr const& expr = program_.exprs[id.index];
      open_.insert(open_.end(), expr.children.begin(), expr.children.end());
      read_definition(expr.definition, what);
      if (expr.op == ExprOp::selecting_date) {
        read_definition(program_.selecting_decided, what);
      } else if (expr.op == ExprOp::fact) {
        auto const& when = presumed_[expr.fact.index];
        open_.insert(open_.end(), when.begin(), when.end());
      } else if (expr.op == ExprOp::table) {
        add_table(program_.tables[expr.more->table.index]);
      } else if (expr.op == ExprOp::may_be || expr.op == ExprOp::is_only || expr.op == ExprOp::figure) {
        read_decision(expr.decision, what);
      }
    }
  }

  void read_definition(DefinitionId id, Follow what) {
    if (!id.has_value() || !definitions_.is_new(id.index, round_)) {
      return;
    }
    last_definition_ = std::max<std::size_t>(last_definition_, id.index + 1);
    if (what == Follow::definitions) {
      open_.push_back(program_.definitions[id.index].body);
    }
  }

  void read_decision(DecisionId id, Follow what) {
    if (!decisions_.is_new(id.index, round_)) {
      return;
    }
    last_decision_ = std::max<std::size_t>(last_decision_, id.index + 1);
    if (what == Follow::decisions) {
      add_decision(id.index);
    }
  }

  void add_table(Table const& table) {
    open_.push_back(table.otherwise);
    for (TableRow const& row : table.rows) {
      open_.push_back(row.value);
    }
  }

  void add_decision(std::size_t at) {
    open(program_.decisions[at].when);
    for (RuleId const id : program_.decisions[at].rules) {
      Rule const& rule = program_.rules[id.index];
      open(rule.when);
      open(rule.unless);
      for (Ground const& ground : rule.grounds) {
        open(ground.condition);
      }
      std::vector<ExprId> const bounds = computed_bounds(rule);
      open_.insert(open_.end(), bounds.begin(), bounds.end());
    }
  }

  Program const& program_;
  Faults& faults_;
  std::vector<std::vector<ExprId>> presumed_;  // by fact: when presumptions of it hold
  std::vector<std::uint8_t> reads_;            // by expression: whether it may
  bool some_read_ = false;                     // one of them
  std::vector<ExprId> open_;
  std::uint32_t round_ = 0;
  Met exprs_;
  Met definitions_;
  Met decisions_;
  std::size_t last_definition_ = 0;  // that was read, counted from one
  std::size_t last_decision_ = 0;
};

}  // namespace

void verify_order(Program const& program, Faults& faults) { ReadOrder(program, faults).verify(); }

}  // namespace hjemmel::ir
