// The manifest of a package, `package.yaml`: its name, its version, its rules files in order, where its cases are, and what
// `hjemmel check` needs to know besides.
//
// In: the document. Out: the manifest, with names that stay inside the package's folder: relative, without `..`.
// Tested in tests/unit/package/manifest_test.cpp and tests/golden/package.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/package/mapping.h"

namespace hjemmel::package {

inline constexpr std::string_view kManifestName = "package.yaml";
inline constexpr std::string_view kCasesFolder =
    "cases";  // where the cases are, unless the manifest names another folder

// Why the rules read a fact about health, as the package states it.
struct HealthGround {
  Word fact;
  Word ground;
  std::vector<Word> cites;  // ids of the law catalogue; may be empty
};

struct Manifest {
  Word name;                           // `no.penal.minor_narcotics`, as in the head of the rules
  Word version;                        // `0.1.0`
  std::vector<Word> rules;             // at least one, relative to the folder, without repetition
  std::optional<Word> cases;           // the folder of the case files
  std::optional<Word> catalogue{};     // the law catalogue that citations are held against: see catalogue.h
  std::vector<Word> offers{};          // definitions that are there for packages that use this one
  std::vector<HealthGround> health{};  // under `reads`
  std::optional<Word> labels{};        // the file that says what people call the rules' names
};

// Nothing when the manifest has a fault; the sink then has all of them.
[[nodiscard]] std::optional<Manifest> read_manifest(document::Node const& root, diag::Sink& sink);

// Three numbers without leading zeros, between points.
[[nodiscard]] bool is_version(std::string_view version);

// A relative path with `/` between its parts, none of them `.`, `..` or empty.
[[nodiscard]] bool stays_inside(std::string_view path);

}  // namespace hjemmel::package
