// The lints in their order, and what they share.
#include "engine/lint/lint.h"

#include <algorithm>

#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

constexpr std::size_t kLongestShown = 60;  // bytes of the author's text in a message

template <class Declarations>
void add_files(Declarations const& declarations, std::set<source::FileId>& files) {
  for (auto const& one : declarations) {
    if (is_written(one.name) && one.span.file.has_value()) {
      files.insert(one.span.file);
    }
  }
}

std::set<source::FileId> own_files(ir::Program const& program) {
  std::set<source::FileId> files;
  add_files(program.rules, files);
  add_files(program.definitions, files);
  add_files(program.tables, files);
  add_files(program.decisions, files);
  add_files(program.services, files);
  add_files(program.duties, files);
  return files;
}

}  // namespace

std::string Workbench::text(source::Span span) const {
  std::string shown = "`";
  if (!span.file.has_value()) {
    return "this";
  }
  for (char const c : subject.sources.text(span)) {
    bool const blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank || shown.back() != ' ') {
      shown += blank ? ' ' : c;
    }
  }
  if (shown.size() > kLongestShown) {
    shown.resize(shown.rfind(' ', kLongestShown) == std::string::npos ? 1 : shown.rfind(' ', kLongestShown));
    shown += " …";
  }
  return shown + "`";
}

std::set<std::uint32_t> all_read(ir::Program const& program, std::vector<ir::ExprId> roots) {
  std::set<std::uint32_t> found;
  while (!roots.empty()) {
    ir::ExprId const id = roots.back();
    roots.pop_back();
    if (!id.has_value() || !found.insert(id.index).second) {
      continue;
    }
    ir::Expr const& expr = program.exprs[id.index];
    roots.insert(roots.end(), expr.children.begin(), expr.children.end());
    if (expr.op == ir::ExprOp::definition) {
      roots.push_back(program.definitions[expr.definition.index].body);
    }
  }
  return found;
}

std::vector<ir::ExprId> conditions_of(ir::Program const& program, ir::Rule const& rule) {
  std::vector<ir::ExprId> conditions{rule.when, rule.unless, program.decisions[rule.decision.index].when};
  for (ir::Ground const& ground : rule.grounds) {
    conditions.push_back(ground.condition);
  }
  return conditions;
}

void lint(Subject const& subject, diag::Sink& sink) {
  Workbench bench{subject, sink, Reasoner(subject.program)};
  bench.own = own_files(subject.program);
  find_missing_citations(bench);
  find_unknown_entries(bench);
  find_quiet_numbers(bench);
  find_never_read(bench);
  find_health_facts(bench);
  find_constant_conditions(bench);
  find_idle_rules(bench);
  find_overridden_rules(bench);
  find_colliding_rules(bench);
}

}  // namespace hjemmel::lint
