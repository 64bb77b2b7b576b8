// The fact schema of a package, and the schemas that it takes facts from.
#include "engine/document/read.h"
#include "engine/package/load_state.h"
#include "engine/schema/compose.h"
#include "engine/syntax/ast.h"

namespace hjemmel::package {
namespace {

using diag::Kind;

// Where the head of the package names its fact schema; the manifest where no head does.
source::Span schema_span(Load const& load) {
  for (syntax::Tree const& tree : load.trees) {
    for (syntax::NodeRef const declaration : tree.declarations()) {
      if (tree.kind(declaration) != syntax::NodeKind::package_declaration) {
        continue;
      }
      auto const facts = syntax::view<syntax::PackageView>(&tree, declaration).facts();
      return facts ? facts.span() : tree.span(declaration);
    }
  }
  return load.manifest.name.span;
}

// Reads a schema that the package's own takes facts from; it is one of the package's files.
std::optional<document::Node> read_part(Load& load, std::string const& name, source::Span at) {
  auto const file = read_schema(load.folder, Word{name, at}, load.sources, load.sink);
  if (!file) {
    load.sink.add(Kind::schema_reference, at, file.error().message, "see that the file can be read");
    return std::nullopt;
  }
  if (!*file) {
    return std::nullopt;
  }
  load.files.push_back(**file);
  bool const json = (*file)->name.ends_with(".json");
  return document::read((*file)->file, json ? document::Format::json : document::Format::yaml, load.sources, load.sink);
}

}  // namespace

base::Result<std::optional<schema::FactSchema>> read_facts_schema(Load& load) {
  auto asked_for = check::schema_name(load.trees, load.sink);
  if (!asked_for) {
    return std::optional<schema::FactSchema>();
  }
  Word const name{*std::move(asked_for), schema_span(load)};
  auto const file = read_schema(load.folder, name, load.sources, load.sink);
  if (!file) {
    return file.error().while_doing("reading the fact schema");
  }
  if (!*file) {
    return std::optional<schema::FactSchema>();
  }
  load.files.push_back(**file);
  bool const json = (*file)->name.ends_with(".json");
  auto const root =
      document::read((*file)->file, json ? document::Format::json : document::Format::yaml, load.sources, load.sink);
  auto const whole =
      root ? schema::compose(
                 *root, [&](std::string const& part, source::Span at) { return read_part(load, part, at); }, load.sink)
           : std::nullopt;
  auto schema = whole ? schema::read_fact_schema(*whole, load.sink) : std::nullopt;
  if (schema && schema->id != name.text) {
    load.sink.add(Kind::schema_id_differs, schema->id_span,
                  "the fact schema calls itself `" + schema->id + "`, and it is read as `" + name.text + "`",
                  "write `$id: " + name.text + "`, which is where the file lies in `schemas`");
  }
  return schema;
}

}  // namespace hjemmel::package
