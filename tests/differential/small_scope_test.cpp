// Small scope: every program of up to three rules over three facts, not some of them by chance.
//
// A rule has no condition, one, or two joined by `and` (a second one that is negated stands as `unless`) or by `any of`; it is
// for one of two options. Each pair of rules is unrelated, or one overrides or disapplies the other, in every way that has no
// circle. Each program meets each case of three facts that are true, false or not known. Programs that are alike but for which
// fact is called what, or for a fact being told by its opposite, are tried once; the one that stands for them is picked by
// their number, so that all spellings are met. HJEMMEL_SMALL_SCOPE_EVERY=101 takes each hundred-and-first program only, for
// the run under the sanitizers.
#include <algorithm>
#include <array>
#include <iostream>

#include <gtest/gtest.h>

#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "tests/differential/build.h"
#include "tests/differential/compare.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/shrink.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kFacts = 3;
constexpr std::uint32_t kShards = 4;

struct Literal {
  std::uint32_t fact = 0;
  bool negated = false;

  friend auto operator<=>(Literal const&, Literal const&) = default;
};

struct Guard {
  bool either = false;            // one of the two is enough
  std::vector<Literal> literals;  // ascending, none to two

  friend auto operator<=>(Guard const&, Guard const&) = default;
};

std::vector<Guard> all_guards() {
  std::vector<Literal> literals;
  for (std::uint32_t i = 0; i < 2 * kFacts; ++i) {
    literals.push_back({i / 2, i % 2 == 1});
  }
  std::vector<Guard> guards{{}};
  for (Literal const first : literals) {
    guards.push_back({false, {first}});
    for (Literal const second : literals) {
      if (first.fact < second.fact) {
        guards.push_back({false, {first, second}});
        guards.push_back({true, {first, second}});
      }
    }
  }
  return guards;
}

// Which fact stands for which, and which of them are told by their opposite.
struct Spelling {
  std::array<std::uint32_t, kFacts> names = {0, 1, 2};
  std::uint32_t negated = 0;  // bits

  [[nodiscard]] Guard of(Guard guard) const {
    for (Literal& literal : guard.literals) {
      literal = {names[literal.fact], literal.negated != ((negated >> literal.fact & 1U) != 0)};
    }
    std::sort(guard.literals.begin(), guard.literals.end());
    return guard;
  }
};

std::vector<Spelling> all_spellings() {
  std::vector<Spelling> spellings;
  Spelling one;
  do {
    for (one.negated = 0; one.negated < 1U << kFacts; ++one.negated) {
      spellings.push_back(one);
    }
  } while (std::next_permutation(one.names.begin(), one.names.end()));
  return spellings;
}

using Guards = std::vector<Guard>;

Guards spelled(Guards const& guards, Spelling const& spelling) {
  Guards other;
  for (Guard const& guard : guards) {
    other.push_back(spelling.of(guard));
  }
  return other;
}

// The guards of `rules` rules, one of each kind.
std::vector<Guards> guards_of(std::size_t rules) {
  std::vector<Guard> const guards = all_guards();
  std::vector<Spelling> const spellings = all_spellings();
  std::size_t count = 1;
  for (std::size_t i = 0; i < rules; ++i) {
    count *= guards.size();
  }
  std::vector<Guards> kinds;
  for (std::size_t number = 0; number < count; ++number) {
    Guards some;
    for (std::size_t i = 0, rest = number; i < rules; ++i, rest /= guards.size()) {
      some.push_back(guards[rest % guards.size()]);
    }
    bool const first = std::none_of(spellings.begin(), spellings.end(),
                                    [&](Spelling const& spelling) { return spelled(some, spelling) < some; });
    if (first) {
      kinds.push_back(spelled(some, spellings[number % spellings.size()]));
    }
  }
  return kinds;
}

enum class Relation : std::uint8_t { none, overrides, overridden, disapplies, disapplied };

// By pair of rules: (0, 1), (0, 2), (1, 2).
using Shape = std::vector<Relation>;

// In either kind of relation the first stands above the second.
bool is_circle(Shape const& shape) {
  auto const above = [&](std::size_t pair) {
    return shape[pair] == Relation::overrides || shape[pair] == Relation::disapplies;
  };
  auto const below = [&](std::size_t pair) { return shape[pair] != Relation::none && !above(pair); };
  return shape.size() == 3 && ((above(0) && above(2) && below(1)) || (below(0) && below(2) && above(1)));
}

std::vector<Shape> shapes_of(std::size_t rules) {
  std::size_t const pairs = rules * (rules - 1) / 2;
  std::vector<Shape> shapes;
  std::size_t const count = pairs == 3 ? 125 : pairs == 1 ? 5 : 1;
  for (std::size_t number = 0; number < count; ++number) {
    Shape shape;
    for (std::size_t i = 0, rest = number; i < pairs; ++i, rest /= 5) {
      shape.push_back(static_cast<Relation>(rest % 5));
    }
    if (!is_circle(shape)) {
      shapes.push_back(shape);
    }
  }
  return shapes;
}

class Maker {
 public:
  // `options`: bit by rule.
  Maker(Guards const& guards, Shape const& shape, std::uint32_t options) {
    ir::EnumId const answers = b_.add_enum("Answer", {"grant", "refuse"});
    for (char const* const name : {"a", "b", "c"}) {
      b_.add_fact(name, plain(ir::TypeKind::boolean));
    }
    ir::DecisionId const decision = b_.add_decision("answer", answers);
    for (std::uint32_t i = 0; i < guards.size(); ++i) {
      ir::RuleId const rule = b_.add_rule("r" + std::to_string(i), decision);
      b_.rule(rule).choice = ir::Choice{ir::Modality::is, {{options >> i & 1U, {}}}, {}};
      guard(rule, guards[i]);
    }
    relate(shape);
  }

  ir::Program take() { return std::move(b_.program); }

 private:
  ir::ExprId literal(Literal const& one, bool opposite) {
    ir::ExprId const fact = b_.fact(ir::FactId(std::size_t{one.fact}));
    return one.negated != opposite ? b_.boolean(ir::ExprOp::negation, {fact}) : fact;
  }

  void guard(ir::RuleId rule, Guard const& guard) {
    if (guard.either) {
      for (Literal const& one : guard.literals) {
        ir::ExprId const condition = literal(one, false);
        b_.rule(rule).grounds.push_back({"g" + std::to_string(one.fact), condition, false});
      }
      return;
    }
    ir::ExprIds when;
    for (std::size_t i = 0; i < guard.literals.size(); ++i) {
      if (i == 1 && guard.literals[i].negated) {
        b_.rule(rule).unless = literal(guard.literals[i], true);
      } else {
        when.push_back(literal(guard.literals[i], false));
      }
    }
    if (!when.empty()) {
      b_.rule(rule).when = when.size() == 1 ? when.front() : b_.boolean(ir::ExprOp::conjunction, when);
    }
  }

  void relate(Shape const& shape) {
    std::size_t pair = 0;
    for (std::size_t left = 0; left < b_.program.rules.size(); ++left) {
      for (std::size_t right = left + 1; right < b_.program.rules.size(); ++right, ++pair) {
        bool const forth = shape[pair] == Relation::overrides || shape[pair] == Relation::disapplies;
        ir::Rule& above = b_.program.rules[forth ? left : right];
        ir::RuleId const below(forth ? right : left);
        if (shape[pair] == Relation::overrides || shape[pair] == Relation::overridden) {
          above.overrides.push_back(below);
        } else if (shape[pair] != Relation::none) {
          above.disapplies.push_back(below);
        }
      }
    }
  }

  Builder b_;
};

// Every case: a fact is true, false or not known.
std::vector<eval::Case> all_cases() {
  std::vector<eval::Case> cases;
  for (std::uint32_t number = 0; number < 27; ++number) {
    eval::Case facts;
    for (std::uint32_t i = 0, rest = number; i < kFacts; ++i, rest /= 3) {
      facts.scalars.push_back(rest % 3 == 2 ? eval::Value::of(eval::State::unknown)
                                            : eval::Value::boolean(rest % 3 == 1));
      facts.lists.emplace_back();
    }
    cases.push_back(std::move(facts));
  }
  return cases;
}

oracle::Grid grid_of_bools() {
  oracle::Grid grid;
  grid.facts.resize(kFacts);
  return grid;
}

// Each so-manieth program is tried: all of them unless the environment says otherwise.
std::size_t every() { return std::max<std::uint64_t>(1, from_environment("HJEMMEL_SMALL_SCOPE_EVERY", 1)); }

class SmallScope : public testing::TestWithParam<std::uint32_t> {
 protected:
  void compare(Guards const& guards, Shape const& shape, std::uint32_t options) {
    ir::Program const program = Maker(guards, shape, options).take();
    ASSERT_TRUE(ir::verify(program).empty()) << ir::verify(program).front();
    eval::Plan const plan = lower::lower(program, {});
    for (eval::Case const& facts : cases_) {
      if (!differences(program, plan, facts, grid_, 0, tally_).empty()) {
        FAIL() << describe(Failing{program, grid_, facts, 0});
      }
    }
  }

  std::vector<eval::Case> cases_ = all_cases();
  oracle::Grid grid_ = grid_of_bools();
  Tally tally_;
};

TEST_P(SmallScope, machine_and_oracle_agree_on_every_program) {
  std::size_t const step = every() * kShards;
  std::size_t number = 0;
  for (std::size_t rules = 1; rules <= 3; ++rules) {
    std::vector<Shape> const shapes = shapes_of(rules);
    for (Guards const& guards : guards_of(rules)) {
      for (Shape const& shape : shapes) {
        // The first rule grants: the two options are alike.
        for (std::uint32_t options = 0; options < 1U << rules; options += 2) {
          if (number++ % step == GetParam() * every()) {
            ASSERT_NO_FATAL_FAILURE(compare(guards, shape, options));
          }
        }
      }
    }
  }
  std::cout << number << " programs in all, here " << tally_.comparisons << " comparisons, of them "
            << tally_.undetermined << " undetermined and " << tally_.settled << " settled in spite of unknowns\n";
  EXPECT_GT(tally_.undetermined, 0U);
  EXPECT_EQ(tally_.inexact, 0U) << "what is so small is always told exactly";
}

INSTANTIATE_TEST_SUITE_P(MachineVsOracle, SmallScope, testing::Range(0U, kShards));

TEST(SmallScope, counts_what_there_is) {
  EXPECT_EQ(all_guards().size(), 1U + 6 + 2 * 12);
  EXPECT_EQ(all_spellings().size(), 48U);
  EXPECT_EQ(guards_of(1).size(), 4U) << "none, one, two by `and`, two by `any of`";
  EXPECT_EQ(shapes_of(2).size(), 5U);
  EXPECT_EQ(shapes_of(3).size(), 109U) << "25 graphs without a circle, each edge of one of two kinds";
}

}  // namespace
}  // namespace hjemmel::differential
