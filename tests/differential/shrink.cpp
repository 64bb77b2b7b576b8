// Greedy shrinking: every change that keeps a sound program and a difference is kept, until none helps.
#include "tests/differential/shrink.h"

#include <functional>

#include "engine/ir/print.h"
#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "tests/differential/compare.h"

namespace hjemmel::differential {
namespace {

// The first difference as far as it tells of what kind it is; empty when there is none.
std::string kind_of_difference(Failing const& failing, Differences const& differences) {
  if (!ir::verify(failing.program).empty()) {
    return "";
  }
  auto const found = differences(failing);
  std::string kind = found.empty() ? "" : found.front();
  std::erase_if(kind, [](char c) { return c >= '0' && c <= '9'; });
  return kind.substr(0, 24);
}

class Shrinker {
 public:
  Shrinker(Failing failing, Differences const& differences)
      : best_(std::move(failing)), differences_(differences), kind_(kind_of_difference(best_, differences)) {}

  Failing run() {
    for (bool changed = true; changed;) {
      std::size_t const before = kept_;
      rules();
      facts();
      changed = kept_ != before;
    }
    return std::move(best_);
  }

 private:
  void attempt(std::function<void(Failing&)> const& change) {
    Failing smaller = best_;
    change(smaller);
    if (kind_of_difference(smaller, differences_) == kind_) {
      best_ = std::move(smaller);
      ++kept_;
    }
  }

  // A dropped rule stays as an empty one that nothing names and whose guard is none: simplest, since ids keep their places.
  void rules() {
    for (std::size_t decision = 0; decision < best_.program.decisions.size(); ++decision) {
      if (best_.program.decisions[decision].when.has_value()) {
        attempt([&](Failing& smaller) { smaller.program.decisions[decision].when = {}; });
      }
    }
    for (std::size_t i = best_.program.rules.size(); i-- > 0;) {
      attempt([&](Failing& smaller) { drop_rule(smaller.program, i); });
    }
    for (std::size_t i = 0; i < best_.program.rules.size(); ++i) {
      lists_of_rule(i);
      ir::Rule const& rule = best_.program.rules[i];
      if (rule.when.has_value()) {
        attempt([&](Failing& smaller) { smaller.program.rules[i].when = {}; });
        simplify([i](Failing& failing) -> ir::ExprId& { return failing.program.rules[i].when; });
      }
      if (best_.program.rules[i].unless.has_value()) {
        attempt([&](Failing& smaller) { smaller.program.rules[i].unless = {}; });
        simplify([i](Failing& failing) -> ir::ExprId& { return failing.program.rules[i].unless; });
      }
    }
    for (std::size_t i = 0; i < best_.program.definitions.size(); ++i) {
      simplify([i](Failing& failing) -> ir::ExprId& { return failing.program.definitions[i].body; });
    }
  }

  template <class List>
  void drop_each(std::function<List&(Failing&)> const& list) {
    for (std::size_t i = list(best_).size(); i-- > 0;) {
      attempt([&](Failing& smaller) {
        List& items = list(smaller);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
      });
    }
  }

  void lists_of_rule(std::size_t i) {
    drop_each<ir::RuleIds>([i](Failing & failing) -> auto& { return failing.program.rules[i].overrides; });
    drop_each<ir::RuleIds>([i](Failing & failing) -> auto& { return failing.program.rules[i].disapplies; });
    drop_each<std::vector<ir::Ground>>([i](Failing & failing) -> auto& { return failing.program.rules[i].grounds; });
    drop_each<std::vector<ir::Qualifier>>([i](Failing & failing) -> auto& {
      return failing.program.rules[i].qualifiers;
    });
    drop_each_chosen(i, &ir::Choice::options);
    drop_each_chosen(i, &ir::Choice::with);
  }

  template <class List>
  void drop_each_chosen(std::size_t rule, List ir::Choice::*list) {
    for (std::size_t i = ((*best_.program.rules[rule].choice).*list).size(); i-- > 0;) {
      attempt([&](Failing& smaller) {
        smaller.program.rules[rule].choice.edit(
            [&](ir::Choice& choice) { (choice.*list).erase((choice.*list).begin() + static_cast<std::ptrdiff_t>(i)); });
      });
    }
  }

  // An expression gives way to one of its children of the same type, wherever that is sound.
  void simplify(std::function<ir::ExprId&(Failing&)> const& at) {
    for (bool changed = at(best_).has_value(); changed;) {
      changed = false;
      ir::ExprIds const children = best_.program.exprs[at(best_).index].children;
      for (ir::ExprId const child : children) {
        std::size_t const before = kept_;
        attempt([&](Failing& smaller) { at(smaller) = child; });
        if (kept_ != before) {
          changed = true;
          break;
        }
      }
    }
    if (at(best_).has_value()) {
      drop_operands(at(best_));
    }
  }

  void drop_operands(ir::ExprId id) {
    ir::Expr const expr = best_.program.exprs[id.index];
    bool const n_ary = expr.op == ir::ExprOp::conjunction || expr.op == ir::ExprOp::disjunction;
    for (std::size_t i = expr.children.size(); n_ary && i-- > 0;) {
      attempt([&](Failing& smaller) {
        auto& children = smaller.program.exprs[id.index].children;
        children.erase(children.begin() + static_cast<std::ptrdiff_t>(std::min(i, children.size() - 1)));
      });
    }
  }

  void facts() {
    for (std::size_t i = 0; i < best_.facts.scalars.size(); ++i) {
      if (best_.facts.scalars[i].is_open()) {
        make_known(i);
      }
      eval::ListFact const& list = best_.facts.lists[i];
      for (std::uint32_t row = list.rows; row-- > 0;) {
        attempt([&](Failing& smaller) { drop_row(smaller.facts.lists[i], row); });
      }
      if (best_.facts.lists[i].state == eval::ListState::at_least ||
          best_.facts.lists[i].state == eval::ListState::unknown) {
        attempt([&](Failing& smaller) { smaller.facts.lists[i].state = eval::ListState::complete; });
      }
    }
  }

  void make_known(std::size_t fact) {
    ir::FactInfo const& info = best_.program.facts[fact].info;
    std::vector<base::Decimal> values = best_.grid.facts[fact];
    if (values.empty() && info.type.kind != ir::TypeKind::list) {
      values = {base::Decimal::of(0), base::Decimal::of(1)};
    }
    for (std::size_t i = 0; i < values.size() && best_.facts.scalars[fact].is_open(); i += 1 + values.size() / 6) {
      attempt([&](Failing& smaller) { smaller.facts.scalars[fact] = eval::Value::known(values[i]); });
    }
  }

  static void drop_row(eval::ListFact& list, std::uint32_t row) {
    auto const first = list.cells.begin() + static_cast<std::ptrdiff_t>(row * list.fields);
    list.cells.erase(first, first + static_cast<std::ptrdiff_t>(list.fields));
    --list.rows;
  }

  Failing best_;
  Differences const& differences_;
  std::string kind_;
  std::size_t kept_ = 0;
};

}  // namespace

void drop_rule(ir::Program& program, std::size_t at) {
  auto const is_dropped = [at](ir::RuleId id) { return id.index == at; };
  program.rules.erase(program.rules.begin() + static_cast<std::ptrdiff_t>(at));
  auto const renumber = [&](ir::RuleIds& ids) {
    ids.erase(std::remove_if(ids.begin(), ids.end(), is_dropped), ids.end());
    for (ir::RuleId& id : ids) {
      id.index -= id.index > at ? 1 : 0;
    }
  };
  for (ir::Decision& decision : program.decisions) {
    renumber(decision.rules);
  }
  for (ir::Rule& rule : program.rules) {
    renumber(rule.overrides);
    renumber(rule.disapplies);
  }
}

Failing shrink(Failing failing, Differences const& differences) {
  return Shrinker(std::move(failing), differences).run();
}

Failing shrink(Failing failing) {
  return shrink(std::move(failing), [](Failing const& smaller) {
    eval::Plan const plan = lower::lower(smaller.program, {});
    Tally tally;
    return differences(smaller.program, plan, smaller.facts, smaller.grid, smaller.decision, tally);
  });
}

std::string describe(Failing const& failing) {
  eval::Plan const plan = lower::lower(failing.program, {});
  Tally tally;
  std::string text =
      ir::print(failing.program) + "\nthe case:\n" + describe(failing.program, failing.facts) + "\ndecision " +
      failing.program.decisions[failing.decision].name +
      "\nthe machine: " + describe(eval::decide(plan, failing.facts, failing.decision)) + "\nthe oracle: " +
      oracle::describe(oracle::decide(failing.program, failing.facts, failing.grid, failing.decision).answer);
  for (std::string const& difference :
       differences(failing.program, plan, failing.facts, failing.grid, failing.decision, tally)) {
    text += "\n- " + difference;
  }
  return text;
}

}  // namespace hjemmel::differential
