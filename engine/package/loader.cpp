// The stages of a package in order; each starts when the one before found no fault.
#include "engine/package/loader.h"

#include <algorithm>

#include "engine/base/hash.h"
#include "engine/check/check.h"
#include "engine/document/read.h"
#include "engine/lower/lower.h"
#include "engine/schema/fact_schema.h"
#include "engine/syntax/ast.h"
#include "engine/syntax/parse.h"

namespace hjemmel::package {
namespace {

using diag::Kind;

// What one load carries from stage to stage.
struct Load {
  source::Sources& sources;
  diag::Sink& sink;
  Folder folder;
  Manifest manifest;
  std::vector<PackageFile> files;
  std::vector<syntax::Tree> trees;
  std::size_t errors_before;

  [[nodiscard]] bool is_good() const { return sink.errors() == errors_before; }
};

// The result of a stage: true to go on, false when the sink says why not.
using Stage = base::Result<bool>;

Stage read_manifest_file(Load& load) {
  diag::Sink found;
  auto const file = read_inside(load.folder, Word{std::string(kManifestName), {}}, load.sources, found);
  if (!file) {
    return file.error().while_doing("reading the manifest");
  }
  if (!*file) {
    bool const missing = found.all().front().kind == Kind::package_file_missing;
    return base::Error{"the folder `" + load.folder.path + "` is not a package: " +
                       (missing ? "it has no file `package.yaml`" : found.all().front().message)};
  }
  load.files.push_back(**file);
  auto const root = document::read((*file)->file, document::Format::yaml, load.sources, load.sink);
  auto manifest = root ? read_manifest(*root, load.sink) : std::nullopt;
  if (!manifest) {
    return false;
  }
  load.manifest = *std::move(manifest);
  return true;
}

Stage parse_rules(Load& load) {
  bool good = true;
  for (Word const& name : load.manifest.rules) {
    auto const file = read_inside(load.folder, name, load.sources, load.sink);
    if (!file) {
      return file.error().while_doing("reading the rules");
    }
    if (!*file) {
      good = false;
      continue;
    }
    load.files.push_back(**file);
    auto tree = syntax::parse((*file)->file, load.sources, load.sink);
    if (tree) {
      load.trees.push_back(*std::move(tree));
    }
  }
  return good && load.is_good();
}

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
  return root ? schema::read_fact_schema(*root, load.sink) : std::nullopt;
}

std::optional<ir::Program> check_rules(Load& load, schema::FactSchema const& schema) {
  auto program = check::check(load.trees, schema, load.sources, load.sink);
  if (program && program->name != load.manifest.name.text) {
    load.sink.add(Kind::package_name_differs, load.manifest.name.span,
                  "the manifest says `" + load.manifest.name.text + "`, the rules say `" + program->name + "`",
                  "give the package one name in both");
    return std::nullopt;
  }
  return load.is_good() ? std::move(program) : std::nullopt;
}

}  // namespace

std::string digest_of(std::vector<PackageFile> files, source::Sources const& sources) {
  std::sort(files.begin(), files.end(), [](PackageFile const& a, PackageFile const& b) { return a.name < b.name; });
  std::string bytes;
  for (PackageFile const& file : files) {
    std::string const& text = sources.file(file.file).text;
    bytes += file.name;
    bytes += '\0';
    bytes += std::to_string(text.size());
    bytes += '\0';
    bytes += text;
  }
  return "sha256:" + base::sha256(bytes);
}

base::Result<std::optional<LoadedPackage>> load(std::string const& path, source::Sources& sources, diag::Sink& sink) {
  auto folder = open_folder(path, sink);
  if (!folder) {
    return folder.error();
  }
  if (!*folder) {
    return std::optional<LoadedPackage>();
  }
  Load state{sources, sink, **folder, {}, {}, {}, sink.errors()};
  for (auto const stage : {read_manifest_file, parse_rules}) {
    Stage const done = stage(state);
    if (!done) {
      return done.error();
    }
    if (!*done) {
      return std::optional<LoadedPackage>();
    }
  }
  auto const schema = read_facts_schema(state);
  if (!schema) {
    return schema.error();
  }
  auto program = *schema ? check_rules(state, **schema) : std::nullopt;
  if (!program) {
    return std::optional<LoadedPackage>();
  }
  eval::Plan plan = lower::lower(*program, sources);
  std::string digest = digest_of(state.files, sources);
  return std::optional(LoadedPackage{std::move(state.folder), std::move(state.manifest), *std::move(program),
                                     std::move(plan), std::move(digest), std::move(state.files)});
}

}  // namespace hjemmel::package
