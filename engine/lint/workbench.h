// What the lints share: the package, what is its own in it, and which conditions were already found at fault.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lint/lint.h"
#include "engine/lint/ways.h"

namespace hjemmel::lint {

struct Workbench {
  Subject const& subject;
  diag::Sink& sink;
  Reasoner reasoner;
  std::set<source::FileId> own{};        // files of the package and its amendments; not of the packages that it uses
  std::set<std::uint32_t> at_fault{};    // expressions that always or never hold
  std::set<std::uint32_t> idle_rules{};  // rules that never apply, as was said

  [[nodiscard]] ir::Program const& program() const { return subject.program; }
  [[nodiscard]] ir::Expr const& expr(ir::ExprId id) const { return subject.program.exprs[id.index]; }
  [[nodiscard]] bool is_own(source::Span span) const { return own.contains(span.file); }
  [[nodiscard]] std::string text(source::Span span) const;  // as written, on one line, in back-ticks; shortened
};

// Of a declaration: what a used package declares, and what the program made for itself, has a point or a blank in its name.
[[nodiscard]] inline bool is_written(std::string_view name) {
  return name.find_first_of(". ") == std::string_view::npos;
}

// These expressions and all that they read, through definitions too.
[[nodiscard]] std::set<std::uint32_t> all_read(ir::Program const& program, std::vector<ir::ExprId> roots);
// Every condition of a rule, the one of its decision included.
[[nodiscard]] std::vector<ir::ExprId> conditions_of(ir::Program const& program, ir::Rule const& rule);

// The lints, in their order: a later one is silent where an earlier one has spoken of the same mistake.
void find_missing_citations(Workbench& bench);
void find_unknown_entries(Workbench& bench);
void find_quiet_numbers(Workbench& bench);
void find_never_read(Workbench& bench);
void find_health_facts(Workbench& bench);
void find_constant_conditions(Workbench& bench);
void find_idle_rules(Workbench& bench);
void find_overridden_rules(Workbench& bench);
void find_colliding_rules(Workbench& bench);

}  // namespace hjemmel::lint
