// The packages and the jurisdictions that a package uses, found and held against the versions that it asks for.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/package/load_state.h"

namespace hjemmel::package {
namespace {

using diag::Kind;

// Nothing, with a message: a circle, or too long a chain.
bool refuse_chain(Load& load, check::UsesLine const& line) {
  auto const begin = std::find(load.chain.begin(), load.chain.end(), line.package);
  if (begin == load.chain.end() && load.chain.size() < kMaxUses) {
    return false;
  }
  std::string circle;
  for (auto at = begin == load.chain.end() ? load.chain.begin() : begin; at != load.chain.end(); ++at) {
    circle += "`" + *at + "` uses ";
  }
  load.sink.add(
      Kind::cyclic_uses, line.span,
      begin == load.chain.end()
          ? "more than " + std::to_string(kMaxUses) + " packages use one another: " + circle + "`" + line.package + "`"
          : "packages use one another in a circle: " + circle + "`" + line.package + "`",
      "take one `uses` of the chain away");
  return true;
}

// `1.2.0` has what `wanted` asks for: the same first number, and otherwise at least as late.
bool fits(std::string const& version, std::string const& wanted) {
  std::array<long, 3> has{};
  std::array<long, 3> needs{};
  auto const read = [](std::string const& text, std::array<long, 3>& into) {
    std::size_t at = 0;
    for (long& part : into) {
      part = std::strtol(text.c_str() + std::min(at, text.size()), nullptr, 10);
      at = std::min(text.find('.', at), text.size() - 1) + 1;
    }
  };
  read(version, has);
  read(wanted, needs);
  return has[0] == needs[0] && has >= needs;
}

bool check_version(Load& load, check::UsesLine const& line, LoadedPackage const& used) {
  bool const form = is_version(line.version);
  if (line.version.empty() || (form && fits(used.manifest.version.text, line.version))) {
    return true;
  }
  load.sink.add(Kind::used_package_version, line.version_span,
                form ? "`" + line.package + "` is there in version " + used.manifest.version.text +
                           ", which does not have what " + line.version + " has"
                     : "`" + line.version + "` is not a version",
                form ? "a version fits when its first number is the same and it is not an earlier one"
                     : "write three numbers, as in `0.1.0`");
  return false;
}

bool check_jurisdiction_version(check::JurisdictionLine const& line, base::Foreign const& code, diag::Sink& sink) {
  bool const form = is_version(line.version);
  if (line.version.empty() || (form && fits(code.version(), line.version))) {
    return true;
  }
  sink.add(Kind::jurisdiction_version, line.version_span,
           form ? "the code of jurisdiction `" + line.id + "` is there in version " + code.version() +
                      ", which does not have what " + line.version + " has"
                : "`" + line.version + "` is not a version",
           form ? "install a later version of its plugin: a version fits when its first number is the same and it is "
                  "not an earlier one"
                : "write three numbers, as in `1.0.0`");
  return false;
}

}  // namespace

base::Result<Uses> load_used(Load& load) {
  Uses uses;
  for (check::UsesLine const& line : check::uses_lines(load.trees)) {
    if (refuse_chain(load, line)) {
      continue;
    }
    auto const folder = find_package(load.folder, Word{line.package, line.span}, load.sink);
    if (!folder) {
      continue;
    }
    auto loaded = load_in_chain(*folder, load.sources, load.sink, {}, load.jurisdictions, load.chain);
    if (!loaded) {
      return loaded.error().while_doing("loading the package `" + line.package + "`");
    }
    if (!*loaded || !check_version(load, line, **loaded)) {
      continue;
    }
    auto package = std::make_unique<LoadedPackage>(**std::move(loaded));
    if (package->manifest.name.text != line.package) {
      load.sink.add(Kind::used_package_missing, line.span,
                    "the package in `" + *folder + "` is called `" + package->manifest.name.text + "`",
                    "use it under its own name, in a folder of that name");
      continue;
    }
    uses.programs.push_back({line.alias, line.alias_span, &package->program});
    uses.described.push_back({line.alias, line.package, package->manifest.version.text, package->digest});
    uses.packages.push_back(std::move(package));
  }
  return uses;
}

std::vector<base::Foreign const*> find_jurisdictions(Load const& load, diag::Sink& sink) {
  std::vector<base::Foreign const*> found;
  for (check::JurisdictionLine const& line : check::jurisdiction_lines(load.trees)) {
    auto const code = load.jurisdictions != nullptr
                          ? load.jurisdictions->find(line.id)
                          : base::ForeignFinder::Found{nullptr, "no code of jurisdictions is loaded here", {}};
    if (code.code == nullptr) {
      sink.add(Kind::jurisdiction_missing, line.span, code.fault, code.help);
    } else if (check_jurisdiction_version(line, *code.code, sink)) {
      found.push_back(code.code);
    }
  }
  return found;
}

}  // namespace hjemmel::package
