// Decisions and rules: guards, grounds, and the one decision that a rule's effects are about.
#include <algorithm>

#include "engine/check/effects.h"
#include "engine/check/expressions.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

// A decision on a figure has one option with one parameter. Names with a blank: no author can write them.
ir::EnumId add_figure(Workbench& bench, std::string const& decision, ir::Type const& type) {
  ir::Enum options;
  options.name = "figure of " + decision;
  ir::EnumValue& only = options.values.emplace_back();
  only.name = "the figure";
  only.parameters.push_back({"the figure", type});
  bench.program.enums.push_back(std::move(options));
  return ir::EnumId(bench.program.enums.size() - 1);
}

void build_decision(Workbench& bench, syntax::DecisionView view) {
  refuse_repeats(bench, view, {NodeKind::authorities, NodeKind::when, NodeKind::otherwise_says});
  ir::Decision decision;
  decision.name = std::string(view.name().text());
  decision.span = view.name().span();
  auto const type = read_type(bench, view.type());
  if (type && type->kind == ir::TypeKind::enumeration) {
    decision.options = type->enumeration;
  } else if (type && ir::is_figure(*type)) {
    decision.options = add_figure(bench, decision.name, *type);
    decision.of_figure = true;
  } else {
    bench.values.declare_broken(decision.name);
    if (type) {
      bench.sink.add(
          diag::Kind::unknown_type, view.type().span(),
          "a decision is on the values of an enumeration, or on a figure, and this is " + type_name(bench, *type),
          "declare the possible outcomes with `enum`");
    }
  }
  if (view.authorities()) {
    decision.by = read_names(view.authorities());
  }
  if (view.otherwise_says()) {
    decision.otherwise_says = view.otherwise_says().value();
  } else if (view.guard()) {
    bench.sink.add(diag::Kind::otherwise_missing, view.guard().span(),
                   "where this does not hold the question does not arise, and the reader is not told what then counts",
                   "add `otherwise` and a text that says to what the reader is referred");
  }
  decision.citations = read_citations(bench, view);
  bench.program.decisions.push_back(std::move(decision));
}

std::optional<ir::DecisionId> find_decision(Workbench& bench, syntax::NameView name) {
  auto const entry = bench.values.resolve(name.text(), name.span(), bench.sink);
  if (!entry) {
    return std::nullopt;
  }
  if (value_kind(*entry) != ValueKind::decision) {
    bench.sink.add(diag::Kind::unknown_name, name.span(), "`" + std::string(name.text()) + "` is not a decision",
                   "a rule is about a decision of this package");
    return std::nullopt;
  }
  ir::DecisionId const id(value_index(*entry));
  if (bench.program.decisions[id.index].of_service) {
    bench.sink.add(diag::Kind::rule_on_service, name.span(),
                   "`" + std::string(name.text()) + "` is a service, and no rule decides a service",
                   "write what must hold under `criteria`, and what must not under `excludes`");
    return std::nullopt;
  }
  if (bench.program.decisions[id.index].of_duty) {
    bench.sink.add(diag::Kind::rule_on_duty, name.span(),
                   "`" + std::string(name.text()) + "` is a duty, and no rule decides what has become of it",
                   "write in the duty when it is owed and what is done; a rule may read it: `" +
                       std::string(name.text()) + " is missed`");
    return std::nullopt;
  }
  return bench.program.decisions[id.index].options.has_value() ? std::optional(id) : std::nullopt;
}

class RuleBuilder {
 public:
  RuleBuilder(Workbench& bench, syntax::RuleView view) : bench_(bench), view_(view) {}

  Period run() {
    refuse_repeats(bench_, view_, {NodeKind::unless, NodeKind::in_force});
    rule_.name = std::string(view_.name().text());
    rule_.span = view_.name().span();
    rule_.citations = read_citations(bench_, view_);
    if (rule_.citations.empty()) {
      bench_.sink.add(diag::Kind::uncited_rule, view_.name().span(), "the rule `" + rule_.name + "` cites no law",
                      "add `cites` and the source, the place and the catalogue entry");
    }
    read_guards();
    if (auto const decision = find_subject()) {
      rule_.decision = *decision;
      add_effects();
    }
    ir::RuleId const id(bench_.program.rules.size());
    if (rule_.decision.has_value()) {
      bench_.program.decisions[rule_.decision.index].rules.push_back(id);
    }
    bench_.program.rules.push_back(std::move(rule_));
    return period_;
  }

 private:
  void read_guards() {
    std::vector<syntax::NodeRef> guards;
    for (syntax::NodeRef const child : view_.children()) {
      NodeKind const kind = view_.tree->kind(child);
      if (kind == NodeKind::when || kind == NodeKind::when_any_of) {
        guards.push_back(child);
      }
    }
    if (guards.size() > 1) {
      bench_.sink.add({diag::Kind::repeated_clause,
                       view_.tree->span(guards[1]),
                       "the rule has a second `when`",
                       "join the two with `and`, or make two rules",
                       {{view_.tree->span(guards[0]), "the first one is here"}}});
    }
    Expressions expressions(bench_);
    if (view_.guard()) {
      rule_.when = expressions.condition(view_.guard()).value_or(ir::ExprId());
    }
    if (syntax::in_force_of(view_)) {
      period_ = read_period(bench_, view_, rule_.name);
      rule_.period = period_.condition;
      rule_.when = both_conditions(bench_, period_.condition, rule_.when);
    }
    if (view_.unless()) {
      rule_.unless = expressions.condition(view_.unless()).value_or(ir::ExprId());
    }
    if (view_.any_of()) {
      read_grounds(expressions);
    }
  }

  void read_grounds(Expressions& expressions) {
    for (syntax::NodeRef const child : view_.any_of().children()) {
      auto const ground = syntax::view<syntax::GroundView>(view_.tree, child);
      std::string name(ground.name().text());
      warn_if_like_word(bench_, ground.name());
      auto const same = [&](ir::Ground const& other) { return other.name == name; };
      if (std::any_of(rule_.grounds.begin(), rule_.grounds.end(), same)) {
        bench_.sink.add(diag::Kind::duplicate_name, ground.name().span(), "the ground `" + name + "` stands here twice",
                        "give one of them another name");
      }
      append(read_citations(bench_, ground), rule_.citations);
      auto const condition = expressions.condition(ground.guard());
      rule_.grounds.push_back({std::move(name), condition.value_or(ir::ExprId()), ground.is_open()});
    }
  }

  // The decision that `on` or the effects name; all must name the same.
  std::optional<ir::DecisionId> find_subject() {
    std::optional<ir::DecisionId> found;
    bool faulty = false;
    auto note = [&](syntax::NameView name) {
      auto const id = find_decision(bench_, name);
      if (id && found && *found != *id) {
        bench_.sink.add(diag::Kind::other_decision, name.span(), "one rule cannot speak of two decisions",
                        "make it two rules");
        faulty = true;
      }
      faulty = faulty || !id;
      found = found ? found : id;
    };
    if (view_.on_decision()) {
      note(view_.on_decision());
    }
    bool has_effect = false;
    for (syntax::NodeRef const child : view_.children()) {
      if (syntax::is_effect(view_.tree->kind(child))) {
        has_effect = true;
        if (auto const name = syntax::view<syntax::EffectView>(view_.tree, child).decision()) {
          note(name);
        }
      }
    }
    bool const only_disapplies = !has_effect && view_.has(NodeKind::disapplies);
    if (!has_effect && !only_disapplies) {
      bench_.sink.add(diag::Kind::rule_without_effect, view_.name().span(),
                      "the rule `" + rule_.name + "` says nothing", "add `then` and what follows");
    } else if (!found && !faulty && !only_disapplies) {
      bench_.sink.add(diag::Kind::missing_clause, view_.name().span(),
                      "the rule does not say which decision it is about",
                      "write `rule " + rule_.name + " on …`, or name the decision after `then`");
    }
    return faulty ? std::nullopt : found;
  }

  void add_effects() {
    Effects effects(bench_, rule_.decision);
    std::optional<std::uint32_t> option;
    ir::Decision const& decision = bench_.program.decisions[rule_.decision.index];
    if (view_.on_option() && decision.of_figure) {
      bench_.sink.add(diag::Kind::figure_without_options, view_.on_option().span(),
                      "`" + decision.name + "` is a figure, and has no options", "name the decision alone behind `on`");
    } else if (view_.on_option()) {
      option = read_ordinal(bench_, decision.options, view_.on_option());
    }
    for (syntax::NodeRef const child : view_.children()) {
      if (!syntax::is_effect(view_.tree->kind(child))) {
        continue;
      }
      auto const effect = syntax::view<syntax::EffectView>(view_.tree, child);
      if (!effect.is_choice()) {
        if (auto qualifier = effects.qualifier(effect, option)) {
          rule_.qualifiers.push_back(std::move(*qualifier));
        }
        continue;
      }
      if (rule_.choice) {
        bench_.sink.add(diag::Kind::several_choices, effect.span(), "the rule chooses twice",
                        "make it two rules, or let the second effect be `may also be`");
        continue;
      }
      rule_.choice = effects.choice(effect);
    }
  }

  Workbench& bench_;
  syntax::RuleView view_;
  ir::Rule rule_;
  Period period_;
};

}  // namespace

void declare_decisions(Workbench& bench) {
  bench.each<syntax::DecisionView>(NodeKind::decision_declaration,
                                   [&](syntax::DecisionView view) { build_decision(bench, view); });
}

void fill_decisions(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::DecisionView>(NodeKind::decision_declaration, [&](syntax::DecisionView view) {
    if (view.guard()) {
      bench.program.decisions[index].when = Expressions(bench).condition(view.guard()).value_or(ir::ExprId());
    }
    ++index;
  });
}

void build_rules(Workbench& bench) {
  std::vector<Period> periods;  // by rule
  bench.each<syntax::RuleView>(NodeKind::rule_declaration, [&](syntax::RuleView view) {
    if (!view.as_of()) {
      periods.push_back(RuleBuilder(bench, view).run());
    }
  });
  for (std::vector<std::uint32_t> const& versions : bench.versions) {
    std::vector<Period> of_one_name;
    for (std::uint32_t const rule : versions) {
      of_one_name.push_back(periods[rule]);
    }
    refuse_overlap(bench, of_one_name, bench.program.rules[versions.front()].name);
  }
}

}  // namespace hjemmel::check
