// Rules of the trace stand in the order of the program's decision, so each finds its own by its place.
#include "engine/explain/explanation_of.h"

#include <algorithm>

#include "engine/explain/effect_notes.h"
#include "engine/explain/measure.h"

namespace hjemmel::explain {
namespace {

using eval::Truth;

template <class Thing>
Thing const* find_named(std::vector<Thing> const& things, std::string_view name) {
  auto const found = std::find_if(things.begin(), things.end(), [&](Thing const& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}

ir::ExprIds conjuncts(ir::Program const& program, ir::ExprId expr) {
  if (!expr.has_value()) {
    return {};
  }
  ir::Expr const& root = program.exprs[expr.index];
  return root.op == ir::ExprOp::conjunction ? root.children : ir::ExprIds{expr};
}

std::string_view without(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

bool fails(ConditionNote const& note) {
  Truth const truth = note.lets_through();
  return truth == Truth::no || truth == Truth::not_applicable;
}

bool holds(ConditionNote const& note) { return note.lets_through() == Truth::yes; }

class Explainer {
 public:
  Explainer(ir::Program const& program, eval::Outcome const& outcome, eval::DecisionTrace const& trace)
      : program_(program), outcome_(outcome), trace_(trace), decision_(find_named(program.decisions, trace.decision)) {}

  DecisionExplanation run(std::vector<std::string> const& why_not) {
    DecisionExplanation explanation;
    explanation.outcome = &outcome_;
    explanation.when = telling_when();
    for (std::size_t at = 0; at < trace_.rules.size(); ++at) {
      sort_in(at, explanation);
    }
    std::stable_partition(explanation.why.begin(), explanation.why.end(),
                          [](RuleNote const& rule) { return rule.chooses; });
    explanation.tables = trace_.tables;
    explanation.facts = trace_.facts;
    for (std::string const& option : why_not) {
      explanation.why_not.push_back(why_not_of(option));
    }
    return explanation;
  }

  TraceNotes all() const {
    TraceNotes notes{all_when(), {}, {}};
    for (std::size_t at = 0; at < trace_.rules.size(); ++at) {
      RuleNote& rule = notes.rules.emplace_back(rule_note(at));
      rule.conditions = all_conditions(at);
      rule.grounds = all_grounds(at);
    }
    for (eval::DefinitionTrace const& definition : trace_.definitions) {
      notes.definitions.push_back(all_conjuncts(definition));
    }
    return notes;
  }

 private:
  ir::RuleId rule_id(std::size_t at) const {
    if (decision_ == nullptr || at >= decision_->rules.size()) {
      return {};
    }
    ir::RuleId const id = decision_->rules[at];
    return id.index < program_.rules.size() && program_.rules[id.index].name == trace_.rules[at].rule ? id
                                                                                                      : ir::RuleId();
  }

  ConditionNote note(eval::ConditionTrace const& trace, ir::ExprId expr, bool unfold = true) const {
    ConditionNote note;
    note.unless = trace.text.starts_with("unless ");
    note.text = without(trace.text, "unless ");
    note.expr = expr;
    note.truth = trace.truth;
    note.unknowns = trace.unknowns;
    note.measures = measures_of(program_, trace_, expr);
    if (unfold) {
      unfold_term(note);
    }
    return note;
  }

  // Where the condition is a term of the rules, or its denial: those of its conjuncts that made it so.
  void unfold_term(ConditionNote& note) const {
    std::string_view const name = without(note.text, "not ");
    auto const found = find_named(trace_.definitions, name);
    if (found == nullptr) {
      return;
    }
    note.term = found->name;
    note.term_citations = found->citations;
    ir::Definition const* const definition = find_named(program_.definitions, name);
    ir::ExprIds const parts = definition == nullptr ? ir::ExprIds{} : conjuncts(program_, definition->body);
    for (std::size_t at = 0; at < found->conditions.size(); ++at) {
      if (found->conditions[at].truth == found->truth) {
        note.term_conditions.push_back(
            this->note(found->conditions[at], at < parts.size() ? parts[at] : ir::ExprId(), false));
      }
    }
    if (found->conditions.empty() && definition != nullptr) {
      note.measures = measures_of(program_, trace_, definition->body);
    }
    for (ConditionNote& part : note.term_conditions) {
      add_measures_of_term(part);
    }
  }

  // Of a term that is not unfolded, the figures that it weighed are told all the same.
  void add_measures_of_term(ConditionNote& note) const {
    ir::Definition const* const definition = find_named(program_.definitions, without(note.text, "not "));
    if (definition != nullptr) {
      note.term = definition->name;
      note.measures = measures_of(program_, trace_, definition->body);
      if (auto const* const found = find_named(trace_.definitions, definition->name)) {
        note.term_citations = found->citations;
      }
    }
  }

  std::vector<ConditionNote> all_conjuncts(eval::DefinitionTrace const& trace) const {
    ir::Definition const* const definition = find_named(program_.definitions, trace.name);
    ir::ExprIds const exprs = definition == nullptr ? ir::ExprIds{} : conjuncts(program_, definition->body);
    std::vector<ConditionNote> notes;
    for (std::size_t at = 0; at < trace.conditions.size(); ++at) {
      bool const same = exprs.size() == trace.conditions.size();
      notes.push_back(note(trace.conditions[at], same ? exprs[at] : ir::ExprId()));
    }
    return notes;
  }

  std::vector<ConditionNote> all_when() const {
    std::vector<ir::ExprId> exprs;
    if (program_.in_force.has_value()) {
      exprs.push_back(program_.in_force);
    }
    for (ir::ExprId const part : conjuncts(program_, decision_ == nullptr ? ir::ExprId() : decision_->when)) {
      exprs.push_back(part);
    }
    std::vector<ConditionNote> notes;
    for (std::size_t at = 0; at < trace_.when.size(); ++at) {
      notes.push_back(note(trace_.when[at], exprs.size() == trace_.when.size() ? exprs[at] : ir::ExprId()));
    }
    return notes;
  }

  // Where one fails, what else is open makes no difference.
  std::vector<ConditionNote> telling_when() const {
    std::vector<ConditionNote> notes = all_when();
    bool const one_fails = std::any_of(notes.begin(), notes.end(), fails);
    bool const all_hold = std::all_of(notes.begin(), notes.end(), holds);
    if (!all_hold) {
      std::erase_if(notes, [&](ConditionNote const& one) { return one_fails ? !fails(one) : holds(one); });
    }
    return notes;
  }

  std::vector<ConditionNote> all_conditions(std::size_t at) const {
    ir::RuleId const id = rule_id(at);
    ir::ExprIds exprs;
    if (id.has_value()) {
      ir::Rule const& rule = program_.rules[id.index];
      bool const only_period = rule.period.has_value() && rule.period == rule.when;
      exprs = only_period ? ir::ExprIds{rule.when} : conjuncts(program_, rule.when);
      if (rule.unless.has_value()) {
        exprs.push_back(rule.unless);
      }
    }
    std::vector<eval::ConditionTrace> const& conditions = trace_.rules[at].conditions;
    std::vector<ConditionNote> notes;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      notes.push_back(note(conditions[i], exprs.size() == conditions.size() ? exprs[i] : ir::ExprId()));
    }
    return notes;
  }

  std::vector<GroundNote> all_grounds(std::size_t at) const {
    ir::RuleId const id = rule_id(at);
    std::vector<eval::GroundTrace> const& grounds = trace_.rules[at].grounds;
    std::vector<GroundNote> notes;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
      bool const in_program = id.has_value() && program_.rules[id.index].grounds.size() == grounds.size();
      ir::Ground const ground = in_program ? program_.rules[id.index].grounds[i] : ir::Ground();
      ConditionNote said = note({grounds[i].text, grounds[i].truth, grounds[i].unknowns}, ground.condition);
      said.negated = ground.negated;
      notes.push_back({grounds[i].name, std::move(said), grounds[i].open_line});
    }
    return notes;
  }

  bool in_outcome(std::string const& rule) const {
    return std::find(outcome_.rules.begin(), outcome_.rules.end(), rule) != outcome_.rules.end();
  }

  bool has_option(std::string_view name) const { return find_named(outcome_.options, name) != nullptr; }

  // A rule whose every effect is on options of which the decided outcome has none.
  bool speaks_of_others(RuleNote const& rule) const {
    return outcome_.status == eval::Status::decided && !rule.chooses && !rule.effects.empty() &&
           std::all_of(rule.effects.begin(), rule.effects.end(),
                       [&](EffectNote const& effect) { return !effect.on.empty() && !has_option(effect.on); });
  }

  // A decided outcome may rest on a rule that the trace leaves open: one that applies whatever the open facts are.
  bool applies(eval::RuleTrace const& rule) const {
    return rule.state == eval::RuleState::applied ||
           (rule.state == eval::RuleState::open && outcome_.status == eval::Status::decided && in_outcome(rule.rule));
  }

  std::vector<GaveWayTo> gave_way_to(eval::RuleTrace const& rule) const {
    std::vector<GaveWayTo> others;
    for (std::string const& name : rule.by) {
      for (std::size_t at = 0; at < trace_.rules.size(); ++at) {
        if (trace_.rules[at].rule == name && trace_.rules[at].state != eval::RuleState::guard_false) {
          GaveWayTo other{name, all_conditions(at), all_grounds(at), trace_.rules[at].citations};
          std::erase_if(other.conditions, [](ConditionNote const& each) { return !holds(each); });
          std::erase_if(other.grounds, [](GroundNote const& each) { return !holds(each.condition); });
          others.push_back(std::move(other));
        }
      }
    }
    return others;
  }

  RuleNote rule_note(std::size_t at) const {
    eval::RuleTrace const& trace = trace_.rules[at];
    RuleNote rule;
    rule.rule = trace.rule;
    rule.id = rule_id(at);
    rule.state = trace.state;
    rule.citations = trace.citations;
    if (rule.id.has_value()) {
      rule.chooses = !program_.rules[rule.id.index].choice.empty();
      rule.effects = effects_of(program_, program_.rules[rule.id.index]);
    }
    rule.bears = applies(trace) && !speaks_of_others(rule);
    rule.conditions = all_conditions(at);
    rule.grounds = all_grounds(at);
    rule.by = gave_way_to(trace);
    keep_what_tells(rule, applies(trace));
    return rule;
  }

  // Of a rule that does not apply, what keeps it from applying; of an open one, what is open; where it gives way, nothing of its
  // own does.
  static void keep_what_tells(RuleNote& rule, bool applies) {
    bool const one_holds = std::any_of(rule.grounds.begin(), rule.grounds.end(),
                                       [](GroundNote const& ground) { return holds(ground.condition); });
    if (applies) {
      std::erase_if(rule.grounds, [&](GroundNote const& ground) { return one_holds && !holds(ground.condition); });
      return;
    }
    bool const failed = rule.state == eval::RuleState::guard_false;
    auto const tells = [&](ConditionNote const& note) { return failed ? fails(note) : !holds(note) && !fails(note); };
    bool const gave_way = rule.state == eval::RuleState::overridden || rule.state == eval::RuleState::disapplied;
    std::erase_if(rule.conditions, [&](ConditionNote const& note) { return gave_way || !tells(note); });
    std::erase_if(rule.grounds,
                  [&](GroundNote const& ground) { return gave_way || one_holds || !tells(ground.condition); });
  }

  void sort_in(std::size_t at, DecisionExplanation& explanation) const {
    RuleNote rule = rule_note(at);
    if (rule.bears) {
      explanation.why.push_back(std::move(rule));
      return;
    }
    switch (rule.state) {
      case eval::RuleState::applied:
        return explanation.aside.push_back(std::move(rule));
      case eval::RuleState::overridden:
      case eval::RuleState::disapplied:
        return explanation.gave_way.push_back(std::move(rule));
      case eval::RuleState::open:
        return explanation.open.push_back(std::move(rule));
      case eval::RuleState::guard_false:
      case eval::RuleState::error:
        return explanation.not_met.push_back(std::move(rule));
    }
  }

  static bool names_option(EffectNote const& effect, std::string_view option) {
    return find_named(effect.options, option) != nullptr;
  }

  static bool gives(RuleNote const& rule, std::string_view option) {
    return std::any_of(rule.effects.begin(), rule.effects.end(), [&](EffectNote const& effect) {
      return effect.kind <= EffectKind::may_also_be && names_option(effect, option);
    });
  }

  static bool takes(RuleNote const& rule, std::string_view option) {
    return std::any_of(rule.effects.begin(), rule.effects.end(), [&](EffectNote const& effect) {
      return effect.kind == EffectKind::may_not_be && names_option(effect, option);
    });
  }

  WhyNot why_not_of(std::string const& option) const {
    WhyNot answer{option, WhyNotAnswer::not_given, {}, {}};
    for (std::size_t at = 0; at < trace_.rules.size(); ++at) {
      RuleNote rule = rule_note(at);
      if (takes(rule, option) && applies(trace_.rules[at])) {
        answer.takers.push_back(rule);
      }
      if (gives(rule, option)) {
        answer.givers.push_back(std::move(rule));
      }
    }
    answer.answer = answer_for(answer);
    return answer;
  }

  WhyNotAnswer answer_for(WhyNot const& so_far) const {
    if (has_option(so_far.option)) {
      return WhyNotAnswer::given;
    }
    if (outcome_.status == eval::Status::not_applicable) {
      return WhyNotAnswer::not_arising;
    }
    for (eval::PossibleOutcome const& possible : outcome_.possible) {
      if (find_named(possible.options, so_far.option) != nullptr) {
        return WhyNotAnswer::possible;
      }
    }
    if (so_far.givers.empty()) {
      return WhyNotAnswer::nothing_gives;
    }
    bool const one_applies = std::any_of(so_far.givers.begin(), so_far.givers.end(),
                                         [](RuleNote const& rule) { return rule.state == eval::RuleState::applied; });
    return one_applies && !so_far.takers.empty() ? WhyNotAnswer::taken_away : WhyNotAnswer::not_given;
  }

  ir::Program const& program_;
  eval::Outcome const& outcome_;
  eval::DecisionTrace const& trace_;
  ir::Decision const* decision_;  // null: the program has no such decision
};

}  // namespace

Truth ConditionNote::lets_through() const {
  if (!unless) {
    return truth;
  }
  switch (truth) {
    case Truth::yes:
      return Truth::no;
    case Truth::no:
    case Truth::not_applicable:
      return Truth::yes;
    case Truth::unknown:
    case Truth::error:
      break;
  }
  return truth;
}

DecisionExplanation explanation_of(ir::Program const& program, eval::Outcome const& outcome,
                                   eval::DecisionTrace const& trace, std::vector<std::string> const& why_not) {
  return Explainer(program, outcome, trace).run(why_not);
}

TraceNotes notes_of(ir::Program const& program, eval::Outcome const& outcome, eval::DecisionTrace const& trace) {
  return Explainer(program, outcome, trace).all();
}

}  // namespace hjemmel::explain
