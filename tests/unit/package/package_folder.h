// A package in a folder of its own that is gone after the test: a good one to begin with, files changed by the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace hjemmel::package {

inline constexpr std::string_view kSampleManifest =
    "package: no.sample\nversion: 0.1.0\nrules: [sample.rules]\ncases: cases\n";

inline constexpr std::string_view kSampleRules = R"(package no.sample
  title        "A sample"
  jurisdiction NO
  facts        "no/sample_case"
  as of        case.act_date

source law "a law"

enum Reaction by severity
  warning
  fine

decision reaction: Reaction cites law "§ 1"

rule ordinary cites law "§ 1"
  then reaction is fine

rule mild cites law "§ 2"
  overrides ordinary
  when case.light
  then reaction is warning
)";

inline constexpr std::string_view kSampleSchema = R"($schema: https://json-schema.org/draft/2020-12/schema
$id: no/sample_case
type: object
additionalProperties: false
properties:
  case:
    type: object
    additionalProperties: false
    properties:
      act_date: {type: string, format: date}
      light: {type: boolean, x-assessment: {by: [court]}}
)";

inline constexpr std::string_view kSampleCases = R"(common: {case: {act_date: 2026-03-01, light: false}}
cases:
  - name: ordinary_case
    facts: {}
    expect: {reaction: {status: decided, modality: is, options: [fine], rules: [ordinary]}}
  - name: light_case
    why: what is light is milder
    facts: {case: {light: true}}
    expect: {reaction: {status: decided, options: [warning], rules: [mild]}}
)";

// ROOT/schemas and ROOT/package, as a repository has them.
class PackageFolder {
 public:
  PackageFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hjemmel_package.XXXXXX").string();
    root_ = ::mkdtemp(name.data()) == nullptr ? std::filesystem::path() : std::filesystem::canonical(name);
    write("schemas/no/sample_case.schema.yaml", kSampleSchema);
    write("package/package.yaml", kSampleManifest);
    write("package/sample.rules", kSampleRules);
    write("package/cases/sample.yaml", kSampleCases);
  }
  PackageFolder(PackageFolder const&) = delete;
  PackageFolder& operator=(PackageFolder const&) = delete;
  ~PackageFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  void write(std::string const& name, std::string_view text) {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  void remove(std::string const& name) { std::filesystem::remove_all(root_ / name); }
  void link(std::string const& to, std::string const& name) { std::filesystem::create_symlink(to, root_ / name); }

  [[nodiscard]] std::filesystem::path const& root() const { return root_; }
  [[nodiscard]] std::string package() const { return (root_ / "package").string(); }

 private:
  std::filesystem::path root_;
};

}  // namespace hjemmel::package
