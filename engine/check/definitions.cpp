// Definitions: their names and types first, what they say once everything has a name.
#include "engine/check/expressions.h"

namespace hjemmel::check {

using syntax::NodeKind;

void declare_definitions(Workbench& bench) {
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition definition;
    definition.name = std::string(view.name().text());
    definition.span = view.name().span();
    definition.citations = read_citations(bench, view);
    if (!view.type()) {
      // filled below: a record
    } else if (auto const type = read_type(bench, view.type())) {
      definition.type = *type;
    } else {
      bench.values.declare_broken(definition.name);
    }
    bench.program.definitions.push_back(std::move(definition));
  });
  declare_readings(bench);
  std::size_t index = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    if (!view.type()) {
      declare_record(bench, view, index);
    }
    ++index;
  });
}

void fill_definitions(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::DefineView>(NodeKind::define_declaration, [&](syntax::DefineView view) {
    ir::Definition& definition = bench.program.definitions[index++];
    if (!view.type()) {
      fill_record(bench, view);
      return;
    }
    ir::Type const type = definition.type;
    bool const has_type = !bench.values.is_broken(definition.name);
    auto const body = has_type ? Expressions(bench).of_type(view.body(), type) : std::nullopt;
    if (body) {
      definition.body = body->expr;
    }
  });
}

}  // namespace hjemmel::check
