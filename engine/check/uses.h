// Uses: the packages that a package reads, taken into its program under an alias: `uses no.health.lar as lar`.
//
// In: the programs of the used packages, already checked by themselves. Out: one program in which their things stand beside
// the package's own under qualified names (`lar.in_programme`), reading the same facts, so that one completion of what is
// unknown is shared by reader and read. Facts meet by their path and must be the same kind of fact in both. Tested in
// tests/golden/uses.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/ir/program.h"
#include "engine/syntax/tree.h"

namespace hjemmel::check {

// A line `uses PACKAGE version "…" as ALIAS`.
struct UsesLine {
  std::string package;
  std::string version;  // empty: any
  std::string alias;
  source::Span span;          // of the package's name
  source::Span version_span;  // of nothing where there is none
  source::Span alias_span;
};

[[nodiscard]] std::vector<UsesLine> uses_lines(std::span<syntax::Tree const> files);

// A line `uses jurisdiction no version "…"`.
struct JurisdictionLine {
  std::string id;
  std::string version;  // empty: any
  source::Span span;
  source::Span version_span;  // of nothing where there is none
};

[[nodiscard]] std::vector<JurisdictionLine> jurisdiction_lines(std::span<syntax::Tree const> files);

// Adds the functions and jurisdictions of one program to another; how many functions stood there before.
[[nodiscard]] std::uint32_t join_functions(ir::Program& into, ir::Program const& from);

struct UsedProgram {
  std::string alias;
  source::Span alias_span;
  ir::Program const* program = nullptr;  // never null; lives as long as the check
};

}  // namespace hjemmel::check
