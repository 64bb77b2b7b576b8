// The date that picks the rules: the package's own period, the policy between two laws, and rules that move the date.
#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

constexpr std::string_view kMilderQuestion = "law_at_decision_is_milder";

// Rules `then as of is …`: each may stand over others, and of any two one stands over the other.
class Transitions {
 public:
  explicit Transitions(Workbench& bench) : bench_(bench) {}

  void run() {
    bench_.each<syntax::RuleView>(NodeKind::rule_declaration, [&](syntax::RuleView view) {
      if (view.as_of()) {
        views_.push_back(view);
      }
    });
    if (views_.empty() || !selecting_date(bench_, views_.front().name().span()).has_value()) {
      return;
    }
    over_.assign(views_.size(), std::vector<bool>(views_.size()));
    for (std::size_t at = 0; at < views_.size(); ++at) {
      read_overrides(at);
    }
    if (auto const order = in_order()) {
      ir::Program& program = bench_.program;
      std::vector<Transition> const read = read_rules();
      for (ir::DefinitionId const id : {program.selecting, program.selecting_decided}) {
        if (id.has_value()) {
          program.definitions[id.index].body = chain(program.definitions[id.index].body, *order, read);
        }
      }
    }
  }

 private:
  struct Transition {
    ir::ExprId guard;
    ir::ExprId date;
  };

  void read_overrides(std::size_t at) {
    refuse_other_clauses(views_[at]);
    for (syntax::NodeRef const clause : views_[at].children(NodeKind::overrides)) {
      for (syntax::NodeRef const child : views_[at].tree->children(clause, NodeKind::name)) {
        syntax::NameView const name{views_[at].tree, child};
        auto const entry = bench_.rules.resolve(name.text(), name.span(), bench_.sink);
        if (entry && (*entry & kTransitionBit) == 0) {
          bench_.sink.add(diag::Kind::other_decision, name.span(),
                          "`" + std::string(name.text()) + "` does not say which date picks the rules",
                          "such a rule stands only over others of its kind");
        } else if (entry) {
          over_[at][*entry & ~kTransitionBit] = true;
        }
      }
    }
  }

  void refuse_other_clauses(syntax::RuleView view) {
    if (syntax::in_force_of(view)) {
      bench_.sink.add(diag::Kind::bad_period, syntax::in_force_of(view).span(),
                      "a rule that says which date picks the rules has no period of its own",
                      "put the dates into its `when`");
    }
    for (syntax::NodeRef const child : view.children()) {
      NodeKind const kind = view.tree->kind(child);
      if (syntax::is_effect(kind) || kind == NodeKind::when_any_of || kind == NodeKind::disapplies ||
          kind == NodeKind::rule_on) {
        bench_.sink.add(diag::Kind::other_decision, view.tree->span(child),
                        "a rule that says which date picks the rules says nothing else",
                        "keep `when`, `unless`, `overrides` and `then as of is …`; make the rest another rule");
      }
    }
  }

  // Highest first; none when two stand beside each other or in a circle.
  std::optional<std::vector<std::size_t>> in_order() {
    std::size_t const count = views_.size();
    for (std::size_t through = 0; through < count; ++through) {
      for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
          over_[a][b] = over_[a][b] || (over_[a][through] && over_[through][b]);
        }
      }
    }
    std::vector<std::size_t> order(count);
    for (std::size_t a = 0; a < count; ++a) {
      order[a] = a;
      for (std::size_t b = 0; b < a; ++b) {
        if (over_[a][b] == over_[b][a]) {
          bench_.sink.add({diag::Kind::cyclic_precedence,
                           views_[a].name().span(),
                           "`" + name(a) + "` and `" + name(b) + "` may both say which date picks the rules",
                           "let one of them stand over the other with `overrides`",
                           {{views_[b].name().span(), "the other one is here"}}});
          return std::nullopt;
        }
      }
    }
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return over_[a][b]; });
    return order;
  }

  std::string name(std::size_t at) const { return std::string(views_[at].name().text()); }

  std::vector<Transition> read_rules() {
    std::vector<Transition> read;
    Expressions expressions(bench_);
    for (syntax::RuleView const view : views_) {
      if (!view.has(NodeKind::citation)) {
        bench_.sink.add(diag::Kind::uncited_rule, view.name().span(),
                        "the rule `" + std::string(view.name().text()) + "` cites no law",
                        "add `cites` and the source, the place and the catalogue entry");
      }
      Transition one;
      if (view.guard()) {
        one.guard = expressions.condition(view.guard()).value_or(ir::ExprId());
      }
      if (view.unless()) {
        one.guard = both_conditions(bench_, one.guard, negated(expressions.condition(view.unless()), view));
      }
      auto const date = expressions.of_type(view.as_of(), {ir::TypeKind::date, {}, {}, {}});
      one.date = date ? date->expr : ir::ExprId();
      read.push_back(one);
    }
    return read;
  }

  ir::ExprId negated(std::optional<ir::ExprId> condition, syntax::RuleView view) {
    if (!condition) {
      return {};
    }
    ir::Expr expr;
    expr.op = ir::ExprOp::negation;
    expr.children = {*condition};
    expr.span = view.unless().span();
    bench_.program.exprs.push_back(std::move(expr));
    return ir::ExprId(bench_.program.exprs.size() - 1);
  }

  // if the highest holds then its date else … else the head's
  ir::ExprId chain(ir::ExprId base, std::vector<std::size_t> const& order, std::vector<Transition> const& read) {
    for (std::size_t i = order.size(); i-- > 0;) {
      Transition const& one = read[order[i]];
      if (!one.date.has_value()) {
        continue;
      }
      if (!one.guard.has_value()) {
        base = one.date;
        continue;
      }
      ir::Expr expr;
      expr.op = ir::ExprOp::conditional;
      expr.type = {ir::TypeKind::date, {}, {}, {}};
      expr.children = {one.guard, one.date, base};
      expr.span = views_[order[i]].name().span();
      bench_.program.exprs.push_back(std::move(expr));
      base = ir::ExprId(bench_.program.exprs.size() - 1);
    }
    return base;
  }

  Workbench& bench_;
  std::vector<syntax::RuleView> views_;
  std::vector<std::vector<bool>> over_;
};

// `milder for reaction`: the law at the decision stands beside the law at the act.
void read_milder(Workbench& bench, syntax::View clause) {
  syntax::NameView const name{clause.tree, clause.tree->child(clause.node, NodeKind::name)};
  auto const entry = bench.values.resolve(name.text(), name.span(), bench.sink);
  if (!entry) {
    return;
  }
  if (value_kind(*entry) != ValueKind::decision) {
    bench.sink.add(diag::Kind::unknown_name, name.span(), "`" + std::string(name.text()) + "` is not a decision",
                   "name the decision for which the milder law is chosen");
    return;
  }
  ir::Program& program = bench.program;
  ir::DecisionId const id(value_index(*entry));
  ir::EnumId const options = program.decisions[id.index].options;
  if (options.has_value() && program.enums[options.index].ordered_by.empty()) {
    bench.sink.add(diag::Kind::unordered_enum, name.span(),
                   "which law is milder cannot be told: `" + program.enums[options.index].name + "` has no order",
                   "write `enum " + program.enums[options.index].name + " by severity`, the mildest first");
  }
  if (!program.decided_on.has_value()) {
    bench.sink.add(diag::Kind::missing_clause, clause.span(),
                   "the head does not name the date of the decision, whose law may be the milder one",
                   "add `decided on` and the fact that holds the date to the head of the package");
    return;
  }
  if (!selecting_date(bench, clause.span()).has_value()) {
    return;
  }
  ir::Expr read;
  read.op = ir::ExprOp::fact;
  read.type = {ir::TypeKind::date, {}, {}, {}};
  read.fact = program.decided_on;
  read.span = clause.span();
  program.exprs.push_back(read);
  program.selecting_decided = ir::DefinitionId(program.definitions.size());
  program.definitions.push_back(
      {"as of the decision", read.type, ir::ExprId(program.exprs.size() - 1), {}, clause.span()});
  program.milder_for = id;
  ir::Fact question;
  question.info.name = kMilderQuestion;
  question.info.label = {"whether the law at the decision is the milder one",
                         "om loven på avgjørelsestidspunktet er den mildeste"};
  question.assessment = true;
  question.judged_by = program.decisions[id.index].by;
  program.milder_question = ir::FactId(program.facts.size());
  program.facts.push_back(std::move(question));
}

}  // namespace

void settle_selecting_date(Workbench& bench) {
  bench.each<syntax::PackageView>(NodeKind::package_declaration, [&](syntax::PackageView head) {
    if (syntax::in_force_of(head)) {
      bench.program.in_force = read_period(bench, head, bench.program.name).condition;
    }
    if (head.milder_for()) {
      read_milder(bench, head.milder_for());
    }
  });
  Transitions(bench).run();
}

}  // namespace hjemmel::check
