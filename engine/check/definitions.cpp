// Definitions: their names and types first, what they say once everything has a name.
#include "engine/check/expressions.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

// Another version of a definition: of the same type.
void add_version(Workbench& bench, ir::Definition& definition, syntax::DefineView view) {
  auto const type = read_type(bench, view.type());
  if (type && *type != definition.type && !bench.values.is_broken(definition.name)) {
    bench.sink.add({diag::Kind::type_mismatch,
                    view.type().span(),
                    "this is " + type_name(bench, *type) + ", and another version of `" + definition.name + "` is " +
                        type_name(bench, definition.type),
                    "versions of one definition have one type",
                    {{definition.span, "the other version is here"}}});
    bench.values.declare_broken(definition.name);
  }
  append(read_citations(bench, view), definition.citations);
}

}  // namespace

void declare_definitions(Workbench& bench) {
  std::size_t written = 0;
  bench.each_definition([&](syntax::DefineView view) {
    std::uint32_t const place = bench.definition_places[written++];
    if (place < bench.program.definitions.size()) {
      return add_version(bench, bench.program.definitions[place], view);
    }
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
  declare_dated_parameters(bench);
  std::size_t index = 0;
  bench.each_definition([&](syntax::DefineView view) {
    if (!view.type()) {
      declare_record(bench, view, bench.definition_places[index]);
    }
    ++index;
  });
}

void fill_definitions(Workbench& bench) {
  std::vector<std::vector<Version>> versions(bench.program.definitions.size());
  std::size_t written = 0;
  bench.each_definition([&](syntax::DefineView view) {
    std::uint32_t const place = bench.definition_places[written++];
    if (!view.type()) {
      fill_record(bench, view);
      return;
    }
    ir::Type const type = bench.program.definitions[place].type;
    std::string const name = bench.program.definitions[place].name;
    bool const has_type = !bench.values.is_broken(name);
    auto const body = has_type ? Expressions(bench).of_type(view.body(), type) : std::nullopt;
    if (body) {
      versions[place].push_back({read_period(bench, view, name), body->expr});
    }
  });
  for (std::size_t place = 0; place < versions.size(); ++place) {
    if (!versions[place].empty()) {
      std::string const name = bench.program.definitions[place].name;
      bench.program.definitions[place].body = value_in_force(bench, versions[place], name, ir::ExprId());
    }
  }
}

}  // namespace hjemmel::check
