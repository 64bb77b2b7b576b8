// The passes in their order. A pass never stops the next: what is missing was reported, and is skipped.
#include "engine/check/check.h"

#include "engine/base/check.h"
#include "engine/base/large_pages.h"
#include "engine/check/second_reader.h"
#include "engine/check/workbench.h"
#include "engine/ir/verify.h"

namespace hjemmel::check {

// An expression takes some three nodes.
std::size_t expressions_expected(std::span<syntax::Tree const> files) {
  std::size_t nodes = 0;
  for (syntax::Tree const& tree : files) {
    nodes += tree.nodes().size();
  }
  return nodes / 3;
}

DeclaredKinds declared_kinds(std::span<syntax::Tree const> files) {
  DeclaredKinds kinds;
  for (syntax::Tree const& tree : files) {
    for (syntax::NodeRef const node : tree.declarations()) {
      kinds.set(static_cast<std::size_t>(tree.kind(node)));
    }
  }
  return kinds;
}

std::optional<ir::Program> check(std::span<syntax::Tree const> files, schema::FactSchema const& schema,
                                 source::Sources const& sources, diag::Sink& sink, std::span<UsedProgram const> used,
                                 std::span<base::Foreign const* const> jurisdictions) {
  auto program = check_unproven(files, schema, sources, sink, used, jurisdictions);
  CHECK(!program || ir::verify(*program).empty());
  return program;
}

void read_before_services(Workbench& bench) {
  read_head(bench);
  read_jurisdictions(bench);
  declare_names(bench);
  build_types(bench);
  build_facts(bench);
  build_assessments(bench);
  declare_tables(bench);
  declare_parameters(bench);
  declare_definitions(bench);
  declare_fields(bench);
  declare_decisions(bench);
  declare_services(bench);
  declare_duties(bench);
  import_used(bench);
  fill_fields(bench);
  fill_tables(bench);
  fill_parameters(bench);
  fill_definitions(bench);
  fill_readings(bench);
  build_presumptions(bench);
  fill_decisions(bench);
  build_rules(bench);
  settle_precedence(bench);
  settle_selecting_date(bench);
}

std::optional<ir::Program> check_unproven(std::span<syntax::Tree const> files, schema::FactSchema const& schema,
                                          source::Sources const& sources, diag::Sink& sink,
                                          std::span<UsedProgram const> used,
                                          std::span<base::Foreign const* const> jurisdictions, base::Helper* helper) {
  std::size_t const errors_before = sink.errors();
  Workbench bench{files, schema, sources, sink, used, jurisdictions, errors_before};
  SecondReader second(bench, helper);
  base::reserve_large(bench.program.exprs, expressions_expected(files));
  read_before_services(bench);
  build_services(bench, second, helper);
  build_duties(bench);
  build_properties(bench);
  cite_fields(bench);
  import_used_rules(bench);
  refuse_loose_texts(bench);
  order_by_dependency(bench);
  if (sink.errors() != errors_before || !bench.lacking.empty()) {  // what is lacking was told before
    return std::nullopt;
  }
  return std::move(bench.program);
}

}  // namespace hjemmel::check
