// The stages of a package in order; each starts when the one before found no fault.
#include "engine/package/loader.h"

#include <algorithm>

#include "engine/amend/amend.h"
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

std::optional<ir::Program> check_rules(Load& load, schema::FactSchema const& schema, diag::Sink& sink) {
  std::size_t const errors_before = sink.errors();
  amend::refuse_operations(load.trees, sink);
  auto program = check::check(load.trees, schema, load.sources, sink);
  if (program && program->name != load.manifest.name.text) {
    sink.add(Kind::package_name_differs, load.manifest.name.span,
             "the manifest says `" + load.manifest.name.text + "`, the rules say `" + program->name + "`",
             "give the package one name in both");
    return std::nullopt;
  }
  return sink.errors() == errors_before ? std::move(program) : std::nullopt;
}

// What `name` means: see load.
base::Result<std::optional<source::FileId>> open_amendment(Load& load, std::string const& name) {
  if (name.ends_with(".rules")) {
    auto bytes = source::read_file(name);
    return bytes ? base::Result(std::optional(load.sources.add(name, *std::move(bytes))))
                 : base::Result<std::optional<source::FileId>>(bytes.error());
  }
  auto const file = read_inside(load.folder, Word{"amendments/" + name + ".rules", {}}, load.sources, load.sink);
  if (!file) {
    return file.error();
  }
  return *file ? std::optional((*file)->file) : std::nullopt;
}

base::Result<std::vector<syntax::Tree>> parse_amendments(Load& load, std::span<std::string const> names) {
  std::vector<syntax::Tree> trees;
  for (std::string const& name : names) {
    auto const file = open_amendment(load, name);
    if (!file) {
      return file.error().while_doing("reading the amendment");
    }
    auto tree = *file ? syntax::parse(**file, load.sources, load.sink) : std::nullopt;
    if (tree) {
      trees.push_back(*std::move(tree));
    }
  }
  return trees;
}

void forward_errors(diag::Sink const& from, diag::Sink& to) {
  for (diag::Diagnostic const& diagnostic : from.all()) {
    if (diag::severity(diagnostic.kind) == diag::Severity::error) {
      to.add(diagnostic);
    }
  }
}

struct Amended {
  ir::Program program;
  std::vector<LaidAmendment> laid;
};

// Nothing, with a message, when the stack and the package do not fit.
std::optional<Amended> lay_on(Load& load, std::vector<syntax::Tree> const& amendments, ir::Program const& base,
                              schema::FactSchema const& schema) {
  auto amended = amend::amend(load.trees, base.name, amendments, load.sources, load.sink);
  if (!amended) {
    return std::nullopt;
  }
  load.trees = std::move(amended->trees);
  auto program = check_rules(load, schema, load.sink);
  if (!program) {
    return std::nullopt;
  }
  amend::report_changed_precedence(base, *program, load.sink);
  Amended result{*std::move(program), {}};
  for (std::size_t const index : amended->order) {
    syntax::Tree const& tree = amendments[index];
    std::string const name = amend::amendment_name(tree, load.sink).value_or("");
    result.laid.push_back({name, digest_of({{name, tree.file()}}, load.sources)});
  }
  return result;
}

std::string digest_with(std::string const& package, std::vector<LaidAmendment> const& amendments) {
  std::string bytes = package + "\n";
  for (LaidAmendment const& one : amendments) {
    bytes += one.name + " " + one.digest + "\n";
  }
  return "sha256:" + base::sha256(bytes);
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

base::Result<std::optional<LoadedPackage>> load(std::string const& path, source::Sources& sources, diag::Sink& sink,
                                                std::span<std::string const> amendments) {
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
  diag::Sink of_base;  // of what is amended, errors only: the warnings come with the amended package
  auto program = *schema ? check_rules(state, **schema, amendments.empty() ? sink : of_base) : std::nullopt;
  if (!program) {
    forward_errors(of_base, sink);
    return std::optional<LoadedPackage>();
  }
  std::string digest = digest_of(state.files, sources);
  std::vector<LaidAmendment> laid;
  if (!amendments.empty()) {
    auto const parsed = parse_amendments(state, amendments);
    if (!parsed) {
      return parsed.error();
    }
    auto amended = state.is_good() ? lay_on(state, *parsed, *program, **schema) : std::nullopt;
    if (!amended) {
      return std::optional<LoadedPackage>();
    }
    program = std::move(amended->program);
    laid = std::move(amended->laid);
    digest = digest_with(digest, laid);
  }
  eval::Plan plan = lower::lower(*program, sources);
  return std::optional(LoadedPackage{std::move(state.folder), std::move(state.manifest), *std::move(program),
                                     std::move(plan), std::move(digest), std::move(laid), std::move(state.files)});
}

}  // namespace hjemmel::package
