// The stages of a package in order; each starts when the one before found no fault.
#include "engine/package/loader.h"

#include <algorithm>
#include <future>

#include "engine/amend/amend.h"
#include "engine/base/besides.h"
#include "engine/base/check.h"
#include "engine/base/hash.h"
#include "engine/check/check.h"
#include "engine/document/read.h"
#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "engine/lower/told.h"
#include "engine/package/amendments.h"
#include "engine/package/cost.h"
#include "engine/package/labels.h"
#include "engine/package/load_state.h"
#include "engine/syntax/parse.h"

namespace hjemmel::package {
namespace {

using diag::Kind;

// The result of a stage: true to go on, false when the sink says why not.
using Stage = base::Result<bool>;

constexpr std::size_t kLargeText = 128U * 1024;  // bytes that are worth a helper
constexpr std::size_t kParsedBesides = 8;        // threads at once, besides the helper's

Stage read_manifest_file(Load& load) {
  diag::Sink found;
  auto const file = read_inside(load.folder, Word{std::string(kManifestName), {}}, load.sources, found);
  if (!file) {
    return file.error().while_doing("reading `package.yaml`");
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
  if (!load.manifest.cases && has_folder(load.folder, kCasesFolder)) {
    load.manifest.cases = Word{std::string(kCasesFolder), load.manifest.name.span};
  }
  return true;
}

// A rules file on its way to a tree: what was found on reading and on parsing it, apart from other files.
struct RulesFile {
  source::FileId file;
  diag::Sink found;
  std::optional<syntax::Tree> tree;
};

// Large files are parsed at once; small ones are done before a thread has begun.
void parse_all(std::vector<RulesFile>& files, Load& load) {
  std::vector<std::future<void>> more;  // where the helper has one already
  std::optional<base::Pending<void>> helped;
  for (RulesFile& one : files) {
    if (!one.file.has_value()) {
      continue;
    }
    auto const parse = [&one, &sources = load.sources] { one.tree = syntax::parse(one.file, sources, one.found); };
    bool const is_last = &one == &files.back();
    if (is_last || more.size() == kParsedBesides || load.sources.file(one.file).text.size() < kLargeText) {
      parse();
    } else if (!helped) {
      helped.emplace(load.helper.ask(parse));
    } else {
      more.push_back(std::async(base::kBesides, parse));
    }
  }
  if (helped) {
    helped->get();
  }
  for (std::future<void>& one : more) {
    one.get();
  }
}

// Messages come in the order of the files, as if one had been read and parsed after the other.
Stage parse_rules(Load& load) {
  std::vector<RulesFile> files;
  std::optional<base::Error> fault;
  for (std::size_t at = 0; at < load.manifest.rules.size() && !fault; ++at) {
    RulesFile& one = files.emplace_back();
    auto const file = read_inside(load.folder, load.manifest.rules[at], load.sources, one.found);
    if (!file) {
      fault = file.error().while_doing("reading the rules");
    } else if (*file) {
      load.files.push_back(**file);
      one.file = (*file)->file;
    }
  }
  parse_all(files, load);
  bool good = true;
  for (RulesFile& one : files) {
    load.sink.add_all(one.found);
    good = good && one.file.has_value();
    if (one.tree) {
      load.trees.push_back(*std::move(one.tree));
    }
  }
  return fault ? Stage(*fault) : Stage(good && load.is_good());
}

// A small package is not worth a helper.
bool is_large(Load const& load) {
  std::size_t bytes = 0;
  for (PackageFile const& file : load.files) {
    bytes += load.sources.file(file.file).text.size();
  }
  return bytes >= kLargeText;
}

// Done by the helper where it is worth one, else when it is asked for.
template <class Work>
auto besides(Load& load, Work work) {
  return is_large(load) ? load.helper.ask(std::move(work)) : base::put_off(std::move(work));
}

// What it gives is proven before the package is given out: see begin_besides.
std::optional<ir::Program> check_rules(Load& load, schema::FactSchema const& schema, Uses const& uses,
                                       diag::Sink& sink) {
  std::size_t const errors_before = sink.errors();
  amend::refuse_operations(load.trees, sink);
  auto program = check::check_unproven(load.trees, schema, load.sources, sink, uses.programs,
                                       find_jurisdictions(load, sink), is_large(load) ? &load.helper : nullptr);
  if (program && program->name != load.manifest.name.text) {
    sink.add(Kind::package_name_differs, load.manifest.name.span,
             "`package.yaml` says `" + load.manifest.name.text + "`, the rules say `" + program->name + "`",
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
  if (!stays_inside(name)) {
    load.sink.add(Kind::file_outside_package, {}, "`" + name + "` is not the name of an amendment of the package",
                  "name a file of its folder `amendments`, or the path of a file that ends in `.rules`");
    return std::optional<source::FileId>();
  }
  if (!has_amendment(load.folder, Word{name, {}}, load.sink)) {
    return std::optional<source::FileId>();
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

struct Amended {
  ir::Program program;
  std::vector<UsedPackage> used;
  std::vector<LaidAmendment> laid;
};

// Nothing, with a message, when the stack and the package do not fit.
base::Result<std::optional<Amended>> lay_on(Load& load, std::vector<syntax::Tree> const& amendments,
                                            ir::Program const& base, schema::FactSchema const& schema) {
  auto amended = amend::amend(load.trees, base.name, amendments, load.sources, load.sink);
  if (!amended) {
    return std::optional<Amended>();
  }
  load.trees = std::move(amended->trees);
  auto const uses = load_used(load);
  if (!uses) {
    return uses.error();
  }
  auto program = load.is_good() ? check_rules(load, schema, *uses, load.sink) : std::nullopt;
  if (!program) {
    return std::optional<Amended>();
  }
  amend::report_changed_precedence(base, *program, load.sink);
  program->labels = base.labels;
  Amended result{*std::move(program), uses->described, {}};
  for (std::size_t const index : amended->order) {
    syntax::Tree const& tree = amendments[index];
    std::string const name = amend::amendment_name(tree, load.sink).value_or("");
    result.laid.push_back({name, digest_of({{name, tree.file()}}, load.sources),
                           name_in(load.folder, kAmendmentsFolder, load.sources.file(tree.file()).path)});
  }
  return std::optional(std::move(result));
}

std::string digest_with(std::string const& package, std::vector<UsedPackage> const& used,
                        std::vector<LaidAmendment> const& amendments) {
  if (used.empty() && amendments.empty()) {
    return package;
  }
  std::string bytes = package + "\n";
  for (UsedPackage const& one : used) {
    bytes += "uses " + one.alias + " " + one.name + " " + one.digest + "\n";
  }
  for (LaidAmendment const& one : amendments) {
    bytes += one.name + " " + one.digest + "\n";
  }
  return "sha256:" + base::sha256(bytes);
}

}  // namespace

std::string digest_of(std::vector<PackageFile> files, source::Sources const& sources) {
  std::sort(files.begin(), files.end(), [](PackageFile const& a, PackageFile const& b) { return a.name < b.name; });
  std::vector<std::string> heads;
  std::vector<std::string_view> parts;
  heads.reserve(files.size());
  parts.reserve(2 * files.size());
  for (PackageFile const& file : files) {
    std::string const& text = sources.file(file.file).text;
    parts.push_back(heads.emplace_back(file.name + '\0' + std::to_string(text.size()) + '\0'));
    parts.push_back(text);
  }
  return "sha256:" + base::sha256(parts);
}

namespace {

// Puts the package's own labels before those of the schema and of used packages; false, with a message, where the manifest
// names a file that is not there or has a fault.
bool add_labels(Load& load, std::optional<PackageFile> const& file, ir::Program& program) {
  if (!file) {
    return !load.manifest.labels;
  }
  auto const root = document::read(file->file, document::Format::yaml, load.sources, load.sink);
  auto labels =
      root ? read_labels(*root, program, load.manifest, words_of_amendments(load.folder, load.sources), load.sink)
           : std::nullopt;
  if (!labels) {
    return false;
  }
  program.labels.insert(program.labels.begin(), labels->begin(), labels->end());
  return true;
}

base::Result<std::optional<PackageFile>> read_labels_file(Load& load) {
  if (!load.manifest.labels) {
    return std::optional<PackageFile>();
  }
  auto file = read_inside(load.folder, *load.manifest.labels, load.sources, load.sink);
  if (!file) {
    return file.error().while_doing("reading the labels");
  }
  if (*file) {
    load.files.push_back(**file);
  }
  return file;
}

// Begins the digest of the package's own files where that is worth a helper, all of them are read, and none is read until it is
// done: nobody may read a file into the sources meanwhile.
void digest_besides(Load& load, std::span<std::string const> amendments) {
  bool const complete = amendments.empty() && !load.manifest.labels;
  if (complete && is_large(load)) {
    load.digest.emplace(
        load.helper.ask([files = load.files, &sources = load.sources] { return digest_of(files, sources); }));
  }
}

// What stands after the package itself was checked: the program with the amendments, if there are any.
base::Result<std::optional<Amended>> check_all(Load& load, schema::FactSchema const& schema,
                                               std::span<std::string const> amendments) {
  auto const uses = load_used(load);
  if (!uses) {
    return uses.error();
  }
  if (!load.is_good()) {
    return std::optional<Amended>();
  }
  digest_besides(load, amendments);
  diag::Sink of_base;  // of what is amended, errors only: the warnings come with the amended package
  auto program = check_rules(load, schema, *uses, amendments.empty() ? load.sink : of_base);
  if (!program) {
    forward_errors(of_base, load.sources, load.sink);
    return std::optional<Amended>();
  }
  CHECK(amendments.empty() || ir::verify(*program).empty());  // of the amended one the proof comes later
  auto const labels = read_labels_file(load);
  if (!labels) {
    return labels.error();
  }
  if (!add_labels(load, *labels, *program)) {
    return std::optional<Amended>();
  }
  if (amendments.empty()) {
    return std::optional(Amended{*std::move(program), uses->described, {}});
  }
  auto const parsed = parse_amendments(load, amendments);
  if (!parsed) {
    return parsed.error();
  }
  return load.is_good() ? lay_on(load, *parsed, *program, schema)
                        : base::Result<std::optional<Amended>>(std::optional<Amended>());
}

// The rest of a load, beside the code of the plan.
struct Besides {
  base::Pending<lower::Told> told;       // what the plan tells
  base::Pending<std::string> is_proven;  // the digest of the package's own files, once the program is proven
};

// Of a small package it is done first.
Besides begin_besides(Load& load, ir::Program const& program) {
  auto told = besides(load, [&] { return lower::told_of(program, load.sources); });
  auto is_proven = besides(load, [&] {
    CHECK(ir::verify(program).empty());
    return load.digest ? load.digest->get() : digest_of(load.files, load.sources);
  });
  if (is_proven.is_put_off()) {
    is_proven.wait();
  }
  return {std::move(told), std::move(is_proven)};
}

// Its code and its cost, and what it tells.
std::pair<eval::Plan, lower::Cost> make_plan(Load const& load, ir::Program const& program,
                                             base::Pending<lower::Told> told) {
  eval::Plan plan = lower::lower_code(program, load.sources);
  lower::Cost cost = lower::cost_of(plan);
  lower::put_in(told.get(), plan);
  return {std::move(plan), std::move(cost)};
}

}  // namespace

MaybeLoaded load_in_chain(std::string const& path, source::Sources& sources, diag::Sink& sink,
                          std::span<std::string const> amendments, base::ForeignFinder const* jurisdictions,
                          std::vector<std::string> chain) {
  auto folder = open_folder(path, sink);
  if (!folder) {
    return folder.error();
  }
  if (!*folder) {
    return std::optional<LoadedPackage>();
  }
  Load state{sources, sink, **folder, {}, {}, {}, std::move(chain), jurisdictions, sink.errors()};
  for (auto const stage : {read_manifest_file, parse_rules}) {
    Stage const done = stage(state);
    if (!done) {
      return done.error();
    }
    if (!*done) {
      return std::optional<LoadedPackage>();
    }
  }
  state.chain.push_back(state.manifest.name.text);
  auto const schema = read_facts_schema(state);
  if (!schema) {
    return schema.error();
  }
  if (!*schema) {
    return std::optional<LoadedPackage>();
  }
  auto checked = check_all(state, **schema, amendments);
  if (!checked) {
    return checked.error();
  }
  if (!*checked) {
    return std::optional<LoadedPackage>();
  }
  Amended& done = **checked;
  state.trees.clear();  // what they took serves the plan
  Besides begun = begin_besides(state, done.program);
  auto [plan, cost] = make_plan(state, done.program, std::move(begun.told));
  if (!check_cost(done.program, plan, cost, lower::kMaxSteps, sink)) {
    return std::optional<LoadedPackage>();
  }
  std::string digest = digest_with(begun.is_proven.get(), done.used, done.laid);
  return std::optional(LoadedPackage{std::move(state.folder), std::move(state.manifest), std::move(done.program),
                                     std::move(plan), std::move(cost), std::move(digest), std::move(done.used),
                                     std::move(done.laid), std::move(state.files), jurisdictions});
}

base::Result<std::optional<LoadedPackage>> load(std::string const& path, source::Sources& sources, diag::Sink& sink,
                                                std::span<std::string const> amendments,
                                                base::ForeignFinder const* jurisdictions) {
  return load_in_chain(path, sources, sink, amendments, jurisdictions, {});
}

}  // namespace hjemmel::package
