// Finds and reads the files of a package, and keeps to its folder.
#include "engine/package/folder.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/package/manifest.h"

namespace hjemmel::package {
namespace {

namespace fs = std::filesystem;
using diag::Kind;

base::Error named_error(fs::path const& path, std::error_code fault) {
  return base::Error{"`" + path.string() + "`: " + fault.message()};
}

// Whether `inner` is `outer` or lies under it; both canonical.
bool lies_in(fs::path const& inner, fs::path const& outer) {
  auto const [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

// As a user in the current folder would write it; absolute where the package itself was named so.
std::string shown_path(fs::path const& canonical, Folder const& folder) {
  std::error_code fault;
  fs::path const here = fs::current_path(fault);
  bool const absolute = fault || fs::path(folder.path).is_absolute();
  return absolute ? canonical.string() : canonical.lexically_proximate(here).string();
}

void report_outside(Word const& name, diag::Sink& sink) {
  sink.add(Kind::file_outside_package, name.span, "`" + name.text + "` leads out of the package's folder",
           "put the file itself into the folder instead of a link to it");
}

// The canonical path of what the manifest names; nothing, with a diagnostic, when it is missing or lies elsewhere.
std::optional<fs::path> resolve(Folder const& folder, Word const& name, fs::file_type wanted, diag::Sink& sink) {
  fs::path const path = fs::path(folder.canonical) / name.text;
  std::error_code fault;
  fs::path const canonical = fs::canonical(path, fault);
  bool const is_folder = wanted == fs::file_type::directory;
  if (fault || fs::status(canonical, fault).type() != wanted) {
    bool const there = fs::exists(path, fault);
    sink.add(Kind::package_file_missing, name.span,
             "`" + name.text + "` " +
                 (there ? is_folder ? "is not a folder" : "is not a file" : "is not in the package's folder"),
             is_folder ? there ? "write the name of a folder; every case file in it is read"
                               : "make the folder, or take the line away"
                       : "check the spelling; names are counted from the folder of `package.yaml`");
    return std::nullopt;
  }
  if (!lies_in(canonical, folder.canonical)) {
    report_outside(name, sink);
    return std::nullopt;
  }
  return canonical;
}

// `no/health/lar` of `no.health.lar`
std::string package_path(std::string_view name) {
  std::string path(name);
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

fs::path find_schemas(Folder const& folder) {
  for (fs::path at = folder.canonical;; at = at.parent_path()) {
    std::error_code fault;
    if (fs::is_directory(at / "schemas", fault)) {
      return at;
    }
    if (at == at.parent_path()) {
      return {};
    }
  }
}

void report_package(Word const& name, std::string const& inside, diag::Sink& sink) {
  sink.add(Kind::used_package_missing, name.span, "there is no package `" + name.text + "`",
           "it is looked for from this package's folder upwards, as `" + inside + "` and as `rules/" + inside + "`");
}

void report_schema(Word const& name, std::string const& looked_in, diag::Sink& sink) {
  std::string const help =
      looked_in.empty() ? "no folder from the package upwards has a folder `schemas`"
                        : "it was looked for in `" + looked_in + "`, as `" + name.text + ".schema.yaml` and `.json`";
  sink.add(Kind::fact_schema_missing, name.span, "the fact schema `" + name.text + "` is not there", help);
}

}  // namespace

base::Result<std::optional<Folder>> open_folder(std::string const& path, diag::Sink& sink) {
  std::error_code fault;
  fs::file_status const status = fs::status(path, fault);
  if (status.type() == fs::file_type::not_found) {
    return base::Error{"the package folder `" + path + "` does not exist"};
  }
  if (status.type() != fs::file_type::none && status.type() != fs::file_type::directory) {
    sink.add(Kind::not_a_package, {}, "`" + path + "` is a file, not the folder of a package",
             "name the folder that holds `package.yaml`");
    return std::optional<Folder>();
  }
  fs::path const canonical = fault ? fs::path() : fs::canonical(path, fault);
  if (fault) {
    return named_error(path, fault);
  }
  return std::optional(Folder{path, canonical.string()});
}

base::Result<std::optional<PackageFile>> read_inside(Folder const& folder, Word const& name, source::Sources& sources,
                                                     diag::Sink& sink) {
  auto const canonical = resolve(folder, name, fs::file_type::regular, sink);
  if (!canonical) {
    return std::optional<PackageFile>();
  }
  auto bytes = source::read_file(canonical->string());
  if (!bytes) {
    return bytes.error();
  }
  source::FileId const file = sources.add((fs::path(folder.path) / name.text).string(), *std::move(bytes));
  return std::optional(PackageFile{name.text, file});
}

std::string name_in(Folder const& folder, std::string_view inside, std::string const& path) {
  std::error_code fault;
  fs::path const canonical = fs::canonical(path, fault);
  return !fault && canonical.parent_path() == fs::path(folder.canonical) / inside ? canonical.stem().string() : "";
}

bool has_folder(Folder const& folder, std::string_view name) {
  std::error_code fault;
  return fs::is_directory(fs::path(folder.canonical) / name, fault);
}

base::Result<std::vector<std::string>> list_inside(Folder const& folder, Word const& name,
                                                   std::vector<std::string_view> const& endings, diag::Sink& sink) {
  std::vector<std::string> names;
  auto const canonical = resolve(folder, name, fs::file_type::directory, sink);
  if (!canonical) {
    return names;
  }
  std::error_code fault;
  for (fs::directory_iterator at(*canonical, fault), end; !fault && at != end; at.increment(fault)) {
    std::string const file = at->path().filename().string();
    bool const wanted = std::any_of(endings.begin(), endings.end(),
                                    [&](std::string_view const ending) { return file.ends_with(ending); });
    if (!file.starts_with(".") && wanted) {
      names.push_back(name.text + "/" + file);
    }
  }
  if (fault) {
    return named_error(fs::path(folder.path) / name.text, fault);
  }
  std::sort(names.begin(), names.end());
  return names;
}

base::Result<std::optional<PackageFile>> read_schema(Folder const& folder, Word const& name, source::Sources& sources,
                                                     diag::Sink& sink) {
  fs::path const root = stays_inside(name.text) ? find_schemas(folder) : fs::path();
  for (std::string_view const ending : {".schema.yaml", ".schema.json"}) {
    std::string const inside = "schemas/" + name.text + std::string(ending);
    std::error_code fault;
    if (root.empty() || !fs::exists(root / inside, fault)) {
      continue;
    }
    std::string const shown = shown_path(root / inside, folder);
    fs::path const canonical = fs::canonical(root / inside, fault);
    if (fault || !lies_in(canonical, root)) {
      sink.add(Kind::file_outside_package, name.span, "the fact schema `" + shown + "` leads out of its folder",
               "put the file itself into the folder `schemas` instead of a link to it");
      return std::optional<PackageFile>();
    }
    auto bytes = source::read_file(shown);
    if (!bytes) {
      return bytes.error();
    }
    return std::optional(PackageFile{inside, sources.add(shown, *std::move(bytes))});
  }
  report_schema(name, root.empty() ? "" : shown_path(root / "schemas", folder), sink);
  return std::optional<PackageFile>();
}

std::optional<std::string> find_above(Folder const& folder, std::string const& inside, Word const& name,
                                      diag::Sink& sink) {
  for (fs::path at = folder.canonical;; at = at.parent_path()) {
    std::error_code fault;
    if (fs::is_regular_file(at / inside, fault)) {
      fs::path const canonical = fs::canonical(at / inside, fault);
      if (!fault && lies_in(canonical, at)) {
        return shown_path(at / inside, folder);
      }
      sink.add(Kind::file_outside_package, name.span,
               "`" + shown_path(at / inside, folder) + "` leads out of `" + shown_path(at, folder) + "`",
               "put the file itself there instead of a link to it");
      return std::nullopt;
    }
    if (at == at.parent_path()) {
      sink.add(Kind::catalogue_missing, name.span, "there is no law catalogue `" + name.text + "`",
               "it is looked for from the package's folder upwards, as `" + inside + "`");
      return std::nullopt;
    }
  }
}

std::optional<std::string> find_package(Folder const& folder, Word const& name, diag::Sink& sink) {
  std::string const inside = package_path(name.text);
  for (fs::path at = folder.canonical;; at = at.parent_path()) {
    for (fs::path const& root : {at, at / "rules"}) {
      std::error_code fault;
      if (!fs::is_regular_file(root / inside / kManifestName, fault)) {
        continue;
      }
      std::string const shown = shown_path(root / inside, folder);
      fs::path const canonical = fs::canonical(root / inside, fault);
      if (!fault && lies_in(canonical, at)) {
        return shown;
      }
      sink.add(Kind::file_outside_package, name.span,
               "the package folder `" + shown + "` leads out of `" + shown_path(at, folder) + "`",
               "put the package itself there instead of a link to it");
      return std::nullopt;
    }
    if (at == at.parent_path()) {
      report_package(name, inside, sink);
      return std::nullopt;
    }
  }
}

}  // namespace hjemmel::package
