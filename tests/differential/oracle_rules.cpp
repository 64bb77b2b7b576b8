// Precedence, and the composition of effects. An effect is taken apart into atoms, each about one option: `X is offered`, `X
// is banned`, `X must carry C`, `the amount of X is at most 5`. Precedence strips atoms from atoms, and the outcome is what is left.
#include "tests/differential/oracle_rules.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/ir/bounds.h"

namespace hjemmel::oracle {
namespace {

enum class AtomKind : std::uint8_t {
  choose,
  add,
  ban,
  must,
  may,
  may_not,
  option_bound,
  condition_bound,
  state,
  authority
};

// Sorted and compared member by member, so that equal effects are equal sets.
struct Atom {
  AtomKind kind = AtomKind::choose;
  std::uint32_t option = 0;
  std::uint32_t condition = 0;
  std::uint32_t parameter = 0;
  ir::BoundKind bound = ir::BoundKind::exactly;
  base::Decimal value;
  std::string authority;

  friend auto operator<=>(Atom const&, Atom const&) = default;
};

using Atoms = std::set<Atom>;

bool has_effect(ir::Rule const& rule) { return rule.choice || !rule.qualifiers.empty(); }

void add_bounds(Atoms& atoms, Atom about, AtomKind kind, std::vector<ir::Bound> const& bounds) {
  about.kind = kind;
  for (ir::Bound const& bound : bounds) {
    about.parameter = bound.parameter;
    about.bound = bound.kind;
    about.value = bound.value;
    atoms.insert(about);
  }
}

void add_condition(Atoms& atoms, std::uint32_t option, AtomKind force, ir::ConditionUse const& use) {
  Atom atom;
  atom.kind = force;
  atom.option = option;
  atom.condition = use.condition.index;
  atoms.insert(atom);
  add_bounds(atoms, atom, AtomKind::condition_bound, use.bounds);
  for (std::uint32_t const parameter : use.states) {
    atom.kind = AtomKind::state;
    atom.parameter = parameter;
    atoms.insert(atom);
  }
}

void add_option(Atoms& atoms, AtomKind kind, ir::OptionUse const& use) {
  Atom atom;
  atom.kind = kind;
  atom.option = use.value;
  if (kind != AtomKind::option_bound) {
    atoms.insert(atom);
  }
  add_bounds(atoms, atom, AtomKind::option_bound, use.bounds);
}

Atoms choice_atoms(ir::Rule const& rule) {
  Atoms atoms;
  if (rule.choice) {
    for (ir::OptionUse const& use : rule.choice->options) {
      add_option(atoms, AtomKind::choose, use);
      for (ir::ConditionUse const& with : rule.choice->with) {
        add_condition(atoms, use.value, AtomKind::must, with);
      }
    }
  }
  return atoms;
}

void add_to_option(Atoms& atoms, std::uint32_t option, ir::Qualifier const& qualifier) {
  switch (qualifier.kind) {
    case ir::QualifierKind::must_carry:
      return add_condition(atoms, option, AtomKind::must, *qualifier.condition);
    case ir::QualifierKind::may_carry:
      return add_condition(atoms, option, AtomKind::may, *qualifier.condition);
    case ir::QualifierKind::may_not_carry:
      return add_condition(atoms, option, AtomKind::may_not, *qualifier.condition);
    case ir::QualifierKind::decided_by:
      for (std::string const& authority : qualifier.authorities) {
        Atom atom;
        atom.kind = AtomKind::authority;
        atom.option = option;
        atom.authority = authority;
        atoms.insert(atom);
      }
      return;
    default:
      return;
  }
}

Atoms qualifier_atoms(ir::Rule const& rule, std::uint32_t option_count) {
  Atoms atoms;
  for (ir::Qualifier const& qualifier : rule.qualifiers) {
    for (ir::OptionUse const& use : qualifier.options) {
      AtomKind const kind = qualifier.kind == ir::QualifierKind::may_also_be  ? AtomKind::add
                            : qualifier.kind == ir::QualifierKind::may_not_be ? AtomKind::ban
                                                                              : AtomKind::option_bound;
      add_option(atoms, kind, use);
    }
    for (std::uint32_t option = 0; option < option_count; ++option) {
      if (!qualifier.option || *qualifier.option == option) {
        add_to_option(atoms, option, qualifier);
      }
    }
  }
  return atoms;
}

bool is_offer(AtomKind kind) { return kind == AtomKind::choose || kind == AtomKind::add; }
bool is_force(AtomKind kind) { return kind == AtomKind::must || kind == AtomKind::may || kind == AtomKind::may_not; }
bool is_bound(AtomKind kind) { return kind == AtomKind::option_bound || kind == AtomKind::condition_bound; }

// Do two bounds on one parameter leave no value?
bool exclude(Atom const& left, Atom const& right) {
  using enum ir::BoundKind;
  if (left.bound == exactly) {
    return right.bound == exactly    ? left.value != right.value
           : right.bound == at_least ? left.value < right.value
                                     : left.value > right.value;
  }
  if (right.bound == exactly || left.bound == right.bound) {
    return right.bound == exactly && exclude(right, left);
  }
  return left.bound == at_least ? left.value > right.value : left.value < right.value;
}

bool clash(Atom const& upper, Atom const& lower) {
  if (upper.option != lower.option) {
    return false;
  }
  bool const about_offer =
      (is_offer(upper.kind) && lower.kind == AtomKind::ban) || (upper.kind == AtomKind::ban && is_offer(lower.kind));
  if (about_offer) {
    return true;
  }
  if (is_force(upper.kind) && is_force(lower.kind)) {
    return upper.condition == lower.condition && upper.kind != lower.kind;
  }
  bool const same_parameter = is_bound(upper.kind) && upper.kind == lower.kind && upper.condition == lower.condition &&
                              upper.parameter == lower.parameter;
  bool const one_exact = upper.bound == ir::BoundKind::exactly || lower.bound == ir::BoundKind::exactly;
  return same_parameter && (upper.bound == lower.bound || one_exact || exclude(upper, lower));
}

// Takes `gone` from the atoms, with what says more about it.
void strip(Atoms& atoms, Atom const& gone) {
  std::erase_if(atoms, [&](Atom const& atom) {
    if (atom == gone) {
      return true;
    }
    if (atom.option != gone.option) {
      return false;
    }
    bool const of_condition = atom.kind == AtomKind::condition_bound || atom.kind == AtomKind::state;
    if (is_force(gone.kind)) {
      return of_condition && atom.condition == gone.condition;
    }
    return gone.kind == AtomKind::choose &&
           (of_condition || is_force(atom.kind) || atom.kind == AtomKind::option_bound);
  });
}

// What one rule says: its choice and its qualifiers are stripped apart.
struct Effect {
  Atoms choice;
  Atoms qualifying;

  [[nodiscard]] bool chooses() const {
    return std::any_of(choice.begin(), choice.end(), [](Atom const& atom) { return atom.kind == AtomKind::choose; });
  }
};

void strip_clashes(Effect const& upper, Atoms& lower) {
  Atoms const before = lower;
  for (Atom const& atom : before) {
    auto const clashes = [&](Atom const& other) { return clash(other, atom); };
    if (std::any_of(upper.choice.begin(), upper.choice.end(), clashes) ||
        std::any_of(upper.qualifying.begin(), upper.qualifying.end(), clashes)) {
      strip(lower, atom);
    }
  }
}

class Composer {
 public:
  Composer(ir::Program const& program, std::uint32_t decision, Precedence const& precedence,
           std::vector<bool> const& applied, Figures const& figures)
      : program_(program),
        decision_(program.decisions[decision]),
        options_(program.enums[decision_.options.index]),
        precedence_(precedence),
        applied_(applied),
        figures_(figures),
        effects_(applied.size()),
        done_(applied.size()) {}

  Composed compose() {
    composed_.chose.resize(applied_.size());
    for (std::size_t i = 0; i < applied_.size(); ++i) {
      settle(i);
    }
    composed_.point.status = outcome();
    if (composed_.point.status != eval::Status::decided) {
      composed_.point = {composed_.point.status, std::nullopt, {}};
      composed_.option_ordinals.clear();
    }
    add_contributors();
    return std::move(composed_);
  }

 private:
  ir::Rule const& rule(std::size_t place) const { return program_.rules[decision_.rules[place].index]; }

  // The effect that is left of a rule, after those above it that apply.
  void settle(std::size_t place) {
    if (!applied_[place] || done_[place]) {
      return;
    }
    done_[place] = true;
    ir::Rule said = rule(place);
    for (ir::Bound* const bound : ir::bounds_of(said)) {
      bound->value = bound->computed.has_value() ? figures_.at(bound->computed) : bound->value;
    }
    effects_[place] = {choice_atoms(said), qualifier_atoms(said, static_cast<std::uint32_t>(options_.values.size()))};
    for (std::size_t upper = 0; upper < applied_.size(); ++upper) {
      if (applied_[upper] && precedence_.above[upper][place]) {
        settle(upper);
        strip_clashes(effects_[upper], effects_[place].choice);
        strip_clashes(effects_[upper], effects_[place].qualifying);
      }
    }
  }

  // Decided: the rules that chose, and those whose qualifying effect shows in the outcome. Otherwise all that applied.
  void add_contributors() {
    composed_.contributed = applied_;
    for (std::size_t i = 0; composed_.point.status == eval::Status::decided && i < effects_.size(); ++i) {
      Atoms const& atoms = effects_[i].qualifying;
      bool const shows =
          std::any_of(atoms.begin(), atoms.end(), [this](Atom const& atom) { return shows_in_outcome(atom); });
      composed_.contributed[i] = composed_.chose[i] || shows;
    }
  }

  bool shows_in_outcome(Atom const& atom) const {
    auto const& left = composed_.option_ordinals;
    bool const is_left = std::find(left.begin(), left.end(), atom.option) != left.end();
    if (atom.kind == AtomKind::ban) {
      return has(AtomKind::choose, atom.option, 0) || has(AtomKind::add, atom.option, 0);
    }
    return is_left && (atom.kind != AtomKind::may_not || has(AtomKind::may, atom.option, atom.condition));
  }

  eval::Status outcome() {
    if (!choosing_rules_agree()) {
      return eval::Status::conflict;
    }
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      all_.insert(effects_[i].qualifying.begin(), effects_[i].qualifying.end());
      if (composed_.chose[i]) {
        all_.insert(effects_[i].choice.begin(), effects_[i].choice.end());
      }
    }
    bool const offered = std::any_of(all_.begin(), all_.end(), [](Atom const& atom) { return is_offer(atom.kind); });
    if (!offered) {
      return eval::Status::no_rule;
    }
    for (std::uint32_t option = 0; option < options_.values.size(); ++option) {
      bool const left =
          (has(AtomKind::choose, option, 0) || has(AtomKind::add, option, 0)) && !has(AtomKind::ban, option, 0);
      if (left && !add_option_outcome(option)) {
        return eval::Status::conflict;
      }
    }
    return composed_.option_ordinals.empty() ? eval::Status::conflict : eval::Status::decided;
  }

  bool choosing_rules_agree() {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      if (!effects_[i].chooses()) {
        continue;
      }
      composed_.chose[i] = true;
      if (!first) {
        first = i;
      }
      bool const agrees =
          rule(i).choice->modality == rule(*first).choice->modality && effects_[i].choice == effects_[*first].choice;
      if (!agrees) {
        return false;
      }
    }
    modality_ = eval::Modality::may_be;
    if (first) {
      modality_ = static_cast<eval::Modality>(rule(*first).choice->modality);
    }
    chosen_ = first.has_value();
    composed_.point.modality = modality_;
    return true;
  }

  bool has(AtomKind kind, std::uint32_t option, std::uint32_t condition) const {
    return std::any_of(all_.begin(), all_.end(), [&](Atom const& atom) {
      return atom.kind == kind && atom.option == option && atom.condition == condition;
    });
  }

  // False for a conflict.
  bool add_option_outcome(std::uint32_t option) {
    ir::EnumValue const& value = options_.values[option];
    eval::OutcomeOption result;
    result.name = value.name;
    bool const was_chosen = has(AtomKind::choose, option, 0) || !chosen_;
    result.modality = was_chosen ? modality_ : eval::Modality::may_also_be;
    result.by = authorities(option, value);
    bool const possible =
        bounds(AtomKind::option_bound, option, 0, value.parameters, result.bounds) && conditions(option, result);
    composed_.point.options.push_back(std::move(result));
    composed_.option_ordinals.push_back(option);
    return possible;
  }

  std::vector<std::string> authorities(std::uint32_t option, ir::EnumValue const& value) const {
    std::set<std::string> added;
    for (Atom const& atom : all_) {
      if (atom.kind == AtomKind::authority && atom.option == option) {
        added.insert(atom.authority);
      }
    }
    bool const as_decision = value.authorities.empty() && !value.by_nobody;
    std::vector<std::string> const& own = as_decision ? *decision_.by : value.authorities;
    added.insert(own.begin(), own.end());
    return {added.begin(), added.end()};
  }

  // Adds the tightest bounds of each parameter; false when they leave no value.
  bool bounds(AtomKind kind, std::uint32_t option, std::uint32_t condition,
              std::vector<ir::Parameter> const& parameters, std::vector<eval::ParameterBound>& result) const {
    bool possible = true;
    for (std::uint32_t parameter = 0; parameter < parameters.size(); ++parameter) {
      std::vector<Atom> found;
      std::copy_if(all_.begin(), all_.end(), std::back_inserter(found), [&](Atom const& atom) {
        return atom.kind == kind && atom.option == option && atom.condition == condition && atom.parameter == parameter;
      });
      for (Atom const& one : found) {
        possible = possible &&
                   std::none_of(found.begin(), found.end(), [&](Atom const& other) { return exclude(one, other); });
      }
      if (!found.empty()) {
        result.push_back(tightest(parameters[parameter], found));
      }
    }
    return possible;
  }

  eval::ParameterBound tightest(ir::Parameter const& parameter, std::vector<Atom> const& found) const {
    eval::ParameterBound bound;
    bound.parameter = parameter.name;
    bound.calendar = parameter.type.kind == ir::TypeKind::date ? eval::Calendar::date : eval::Calendar::none;
    bound.dimension = parameter.type.kind == ir::TypeKind::quantity ? parameter.type.dimension : base::kNoDimension;
    if (bound.dimension.code >= base::kFirstDeclaredDimension) {
      bound.unit = program_.units[bound.dimension.code - base::kFirstDeclaredDimension].name;
    }
    for (Atom const& atom : found) {
      switch (atom.bound) {
        case ir::BoundKind::exactly:
          bound.exactly = atom.value;
          break;
        case ir::BoundKind::at_least:
          bound.at_least = std::max(bound.at_least.value_or(atom.value), atom.value);
          break;
        case ir::BoundKind::at_most:
          bound.at_most = std::min(bound.at_most.value_or(atom.value), atom.value);
          break;
      }
    }
    return bound;
  }

  bool conditions(std::uint32_t option, eval::OutcomeOption& result) const {
    bool possible = true;
    for (std::uint32_t id = 0; id < program_.conditions.size(); ++id) {
      bool const must = has(AtomKind::must, option, id);
      bool const banned = has(AtomKind::may_not, option, id);
      bool const carried = must || (has(AtomKind::may, option, id) && !banned);
      if (!carried) {
        continue;
      }
      ir::Condition const& condition = program_.conditions[id];
      eval::OutcomeCondition carries;
      carries.name = condition.name;
      carries.force = must ? eval::Force::must_carry : eval::Force::may_carry;
      possible =
          bounds(AtomKind::condition_bound, option, id, condition.parameters, carries.bounds) && possible && !banned;
      for (Atom const& atom : all_) {
        if (atom.kind == AtomKind::state && atom.option == option && atom.condition == id) {
          carries.states.push_back(condition.parameters[atom.parameter].name);
        }
      }
      std::sort(carries.states.begin(), carries.states.end());
      result.conditions.push_back(std::move(carries));
    }
    std::sort(result.conditions.begin(), result.conditions.end(),
              [](auto const& left, auto const& right) { return left.name < right.name; });
    return possible;
  }

  ir::Program const& program_;
  ir::Decision const& decision_;
  ir::Enum const& options_;
  Precedence const& precedence_;
  std::vector<bool> const& applied_;
  Figures const& figures_;
  std::vector<Effect> effects_;
  std::vector<bool> done_;
  Atoms all_;
  eval::Modality modality_ = eval::Modality::may_be;
  bool chosen_ = false;
  Composed composed_;
};

}  // namespace

Precedence precedence_of(ir::Program const& program, std::uint32_t decision) {
  auto const& rules = program.decisions[decision].rules;
  std::size_t const count = rules.size();
  std::vector<std::vector<bool>> const none(count, std::vector<bool>(count));
  Precedence precedence{none, none, none};
  auto const names = [](ir::RuleIds const& list, ir::RuleId id) {
    return std::count(list.begin(), list.end(), id) > 0;
  };
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      precedence.above[a][b] = names(program.rules[rules[a].index].overrides, rules[b]);
      precedence.disapplies[a][b] = names(program.rules[rules[a].index].disapplies, rules[b]);
    }
  }
  for (std::size_t through = 0; through < count; ++through) {
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = 0; b < count; ++b) {
        bool const chained = precedence.above[a][through] && precedence.above[through][b];
        precedence.above[a][b] = precedence.above[a][b] || chained;
      }
    }
  }
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      ir::Rule const& upper = program.rules[rules[a].index];
      ir::Rule const& lower = program.rules[rules[b].index];
      bool const altogether = (upper.choice && lower.choice) || !has_effect(upper) || !has_effect(lower);
      precedence.takes_out[a][b] = precedence.above[a][b] && altogether;
    }
  }
  return precedence;
}

Composed compose(ir::Program const& program, std::uint32_t decision, Precedence const& precedence,
                 std::vector<bool> const& applied, Figures const& figures) {
  return Composer(program, decision, precedence, applied, figures).compose();
}

}  // namespace hjemmel::oracle
