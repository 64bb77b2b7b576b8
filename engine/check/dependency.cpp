// Definitions and decisions in an order in which each comes after all that it reads; a circle is an error that names it.
#include <algorithm>
#include <map>

#include "engine/check/workbench.h"
#include "engine/ir/bounds.h"

namespace hjemmel::check {
namespace {

// Definitions are 0 .. d-1, then decisions, then presumptions; edges point to what is read. Who reads a fact that is presumed
// reads the presumption.
class DependencyOrder {
 public:
  explicit DependencyOrder(Workbench& bench) : bench_(bench), program_(bench.program) {
    for (std::size_t i = 0; i < program_.presumptions.size(); ++i) {
      presumption_of_[program_.presumptions[i].fact.index] = first_presumption() + i;
    }
  }

  void run() {
    if (!find_readers()) {
      return;  // nothing reads anything: all stands as it is written
    }
    std::size_t const nodes = first_presumption() + program_.presumptions.size();
    state_.resize(nodes);
    edges_.reserve(nodes);
    for (std::size_t node = 0; node < nodes; ++node) {
      edges_.push_back(edges_of(node));
    }
    for (std::size_t node = 0; node < state_.size(); ++node) {
      visit(node);
    }
    renumber();
  }

 private:
  enum class State { untouched, open, done };

  std::size_t first_presumption() const { return program_.definitions.size() + program_.decisions.size(); }

  // Which expressions may read anything: most conditions ask facts alone, and need no walk. Whether any does.
  bool find_readers() {
    bool const presumes = !presumption_of_.empty();
    bool any = false;
    reads_.resize(program_.exprs.size());
    for (std::size_t at = 0; at < reads_.size(); ++at) {
      ir::Expr const& expr = program_.exprs[at];
      bool const names_none = (expr.definition.index & expr.decision.index & expr.more->table.index) ==
                              ir::DefinitionId::kNone;  // all bits set
      bool reads = !names_none || expr.op == ir::ExprOp::selecting_date || (presumes && expr.op == ir::ExprOp::fact);
      for (ir::ExprId const child : expr.children) {
        reads = reads || child.index >= at || reads_[child.index] != 0;
      }
      reads_[at] = reads ? 1 : 0;
      any = any || reads;
    }
    return any;
  }

  std::vector<std::size_t> edges_of(std::size_t node) const {
    std::vector<std::size_t> reads;
    if (node < program_.definitions.size()) {
      collect(program_.definitions[node].body, reads);
      return reads;
    }
    if (node >= first_presumption()) {
      collect(program_.presumptions[node - first_presumption()].when, reads);
      return reads;
    }
    ir::Decision const& decision = program_.decisions[node - program_.definitions.size()];
    collect(decision.when, reads);
    for (ir::RuleId const id : decision.rules) {
      ir::Rule const& rule = program_.rules[id.index];
      collect(rule.when, reads);
      collect(rule.unless, reads);
      for (ir::Ground const& ground : rule.grounds) {
        collect(ground.condition, reads);
      }
      for (ir::ExprId const bound : ir::computed_bounds(rule)) {
        collect(bound, reads);
      }
    }
    return reads;
  }

  void collect(ir::ExprId root, std::vector<std::size_t>& reads) const {
    if (!root.has_value() || reads_[root.index] == 0) {
      return;
    }
    std::vector<ir::ExprId> open{root};
    while (!open.empty()) {
      ir::ExprId const id = open.back();
      open.pop_back();
      if (!id.has_value()) {
        continue;
      }
      ir::Expr const& expr = program_.exprs[id.index];
      if (expr.op == ir::ExprOp::definition) {
        reads.push_back(expr.definition.index);
      } else if (expr.op == ir::ExprOp::selecting_date) {
        reads.push_back(program_.selecting.index);
        if (program_.selecting_decided.has_value()) {
          reads.push_back(program_.selecting_decided.index);
        }
      } else if (expr.op == ir::ExprOp::may_be || expr.op == ir::ExprOp::is_only || expr.op == ir::ExprOp::figure) {
        reads.push_back(program_.definitions.size() + expr.decision.index);
      } else if (expr.op == ir::ExprOp::fact && presumption_of_.contains(expr.fact.index)) {
        reads.push_back(presumption_of_.at(expr.fact.index));
      } else if (expr.op == ir::ExprOp::table) {
        collect_rows(expr.more->table, open);
      }
      open.insert(open.end(), expr.children.begin(), expr.children.end());
    }
  }

  void collect_rows(ir::TableId id, std::vector<ir::ExprId>& open) const {
    ir::Table const& table = program_.tables[id.index];
    open.push_back(table.otherwise);
    for (ir::TableRow const& row : table.rows) {
      open.push_back(row.value);
    }
  }

  void visit(std::size_t start) {
    if (state_[start] != State::untouched) {
      return;
    }
    if (edges_[start].empty()) {
      state_[start] = State::done;
      order_.push_back(start);
      return;
    }
    std::vector<std::pair<std::size_t, std::size_t>> path{{start, 0}};
    state_[start] = State::open;
    while (!path.empty()) {
      auto& [node, next] = path.back();
      if (next == edges_[node].size()) {
        state_[node] = State::done;
        order_.push_back(node);
        path.pop_back();
        continue;
      }
      std::size_t const other = edges_[node][next++];
      if (state_[other] == State::open) {
        report(path, other);
      } else if (state_[other] == State::untouched) {
        state_[other] = State::open;
        path.emplace_back(other, 0);
      }
    }
  }

  std::string const& name(std::size_t node) const {
    std::size_t const definitions = program_.definitions.size();
    if (node >= first_presumption()) {
      return program_.facts[program_.presumptions[node - first_presumption()].fact.index].info.name;
    }
    return node < definitions ? program_.definitions[node].name : program_.decisions[node - definitions].name;
  }

  void report(std::vector<std::pair<std::size_t, std::size_t>> const& path, std::size_t back_to) {
    std::string circle;
    bool inside = false;
    for (auto const& [node, next] : path) {
      inside = inside || node == back_to;
      circle += inside ? "`" + name(node) + "` reads " : "";
    }
    std::size_t const definitions = program_.definitions.size();
    source::Span const span = back_to >= first_presumption() ? program_.presumptions[back_to - first_presumption()].span
                              : back_to < definitions        ? program_.definitions[back_to].span
                                                             : program_.decisions[back_to - definitions].span;
    bench_.sink.add(diag::Kind::cyclic_definition, span,
                    "`" + name(back_to) + "` rests on itself: " + circle + "`" + name(back_to) + "`",
                    "nothing may be defined by itself: take one of these readings away");
  }

  void renumber() {
    bool moved = false;
    for (std::size_t place = 0; place < order_.size(); ++place) {
      moved = moved || order_[place] != place;
    }
    if (!moved) {
      return;
    }
    std::size_t const definitions = program_.definitions.size();
    std::vector<std::uint32_t> new_place(state_.size());
    std::vector<ir::Definition> ordered_definitions;
    std::vector<ir::Decision> ordered_decisions;
    std::size_t const presumptions = first_presumption();
    for (std::size_t const node : order_) {
      if (node >= presumptions) {
        continue;
      }
      if (node < definitions) {
        new_place[node] = static_cast<std::uint32_t>(ordered_definitions.size());
        ordered_definitions.push_back(std::move(program_.definitions[node]));
      } else {
        new_place[node] = static_cast<std::uint32_t>(ordered_decisions.size());
        ordered_decisions.push_back(std::move(program_.decisions[node - definitions]));
      }
    }
    program_.definitions = std::move(ordered_definitions);
    program_.decisions = std::move(ordered_decisions);
    for (ir::Expr& expr : program_.exprs) {
      if (expr.definition.has_value()) {
        expr.definition = ir::DefinitionId(new_place[expr.definition.index]);
      }
      if (expr.decision.has_value()) {
        expr.decision = ir::DecisionId(new_place[definitions + expr.decision.index]);
      }
    }
    for (ir::Service& service : program_.services) {
      service.decision = ir::DecisionId(new_place[definitions + service.decision.index]);
    }
    for (ir::Duty& duty : program_.duties) {
      duty.decision = ir::DecisionId(new_place[definitions + duty.decision.index]);
    }
    for (ir::Property& property : program_.properties) {
      for (ir::PropertyNode& node : property.nodes) {
        if (node.decision.has_value()) {
          node.decision = ir::DecisionId(new_place[definitions + node.decision.index]);
        }
      }
      for (ir::NamedAnswer& answer : property.answers) {
        answer.decision = ir::DecisionId(new_place[definitions + answer.decision.index]);
      }
    }
    for (ir::DefinitionId* const id : {&program_.selecting, &program_.selecting_decided}) {
      if (id->has_value()) {
        *id = ir::DefinitionId(new_place[id->index]);
      }
    }
    if (program_.milder_for.has_value()) {
      program_.milder_for = ir::DecisionId(new_place[definitions + program_.milder_for.index]);
    }
    for (ir::Rule& rule : program_.rules) {
      if (rule.decision.has_value()) {
        rule.decision = ir::DecisionId(new_place[definitions + rule.decision.index]);
      }
    }
  }

  Workbench& bench_;
  ir::Program& program_;
  std::map<std::uint32_t, std::size_t> presumption_of_;  // by fact
  std::vector<std::uint8_t> reads_;                      // by expression: whether it may
  std::vector<std::vector<std::size_t>> edges_;
  std::vector<State> state_;
  std::vector<std::size_t> order_;
};

}  // namespace

void order_by_dependency(Workbench& bench) { DependencyOrder(bench).run(); }

}  // namespace hjemmel::check
