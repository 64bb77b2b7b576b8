// Guards of rules as ways: when a rule's own conditions hold, and when they do not.
#pragma once

#include "engine/lint/workbench.h"

namespace hjemmel::lint {

// Its `when`, not its `unless`, one of its grounds.
[[nodiscard]] Ways guard_of(Reasoner& reasoner, ir::Rule const& rule);
[[nodiscard]] Ways against(Reasoner& reasoner, ir::Rule const& rule);
// The question of its decision arises.
[[nodiscard]] Ways question_of(Reasoner& reasoner, ir::Program const& program, ir::Rule const& rule);

// By rule: the rules that stand above it, directly or not.
[[nodiscard]] std::vector<std::set<std::uint32_t>> rules_above(ir::Program const& program);

}  // namespace hjemmel::lint
