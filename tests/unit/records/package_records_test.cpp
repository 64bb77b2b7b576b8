// The law of the scanner over the facts of every package's own cases and demo files, and over what is left of them when bytes change.
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "engine/base/json_text.h"
#include "engine/document/json_scan.h"
#include "engine/package/cases.h"
#include "engine/package/loader.h"
#include "tests/unit/records/agreement.h"

namespace hjemmel::records {
namespace {

namespace fs = std::filesystem;

// NOLINTNEXTLINE(misc-no-recursion): as deep as documents nest
void write_json(document::Node const& node, std::string& out) {
  if (node.kind == document::NodeKind::scalar) {
    bool const bare =
        !node.quoted && (node.text == "true" || node.text == "false" || document::is_json_number(node.text));
    out += bare ? node.text : base::json_string(node.text);
    return;
  }
  bool const mapping = node.kind == document::NodeKind::mapping;
  out += mapping ? '{' : '[';
  for (document::Entry const& entry : node.entries) {
    out += (out.back() == '{' ? "" : ",") + base::json_string(entry.key) + ":";
    write_json(entry.value, out);
  }
  for (document::Node const& item : node.items) {
    out += out.back() == '[' ? "" : ",";
    write_json(item, out);
  }
  out += mapping ? '}' : ']';
}

std::string json_of(document::Node const& node) {
  std::string out;
  write_json(node, out);
  return out;
}

std::optional<document::Node> read_yaml(fs::path const& path) {
  source::Sources sources;
  diag::Sink sink;
  auto const text = source::read_file(path.string());
  return text ? document::read(sources.add(path.string(), *text), document::Format::yaml, sources, sink) : std::nullopt;
}

void add_cases(document::Node const& root, std::vector<std::string>& records) {
  document::Node const* const cases = root.find("cases");
  document::Node const* const common = root.find("common");
  for (std::size_t at = 0; cases != nullptr && at < cases->items.size(); ++at) {
    if (document::Node const* const facts = cases->items[at].find("facts")) {
      records.push_back(json_of(common != nullptr ? package::merge(*common, *facts) : *facts));
    }
  }
}

std::vector<std::string> records_of(fs::path const& package) {
  std::vector<std::string> records;
  for (char const* const folder : {"cases", "demo"}) {
    std::set<fs::path> files;  // in an order that is always the same
    for (fs::path const& path :
         fs::exists(package / folder) ? fs::directory_iterator(package / folder) : fs::directory_iterator()) {
      files.insert(path);
    }
    for (fs::path const& path : files) {
      auto const root = path.extension() == ".yaml" ? read_yaml(path) : std::nullopt;
      if (root && folder == std::string_view("cases")) {
        add_cases(*root, records);
      } else if (root) {
        records.push_back(json_of(*root));
      }
    }
  }
  return records;
}

struct Counted {
  std::size_t packages = 0;
  std::size_t records = 0;
  std::size_t taken = 0;
  std::size_t changed_and_taken = 0;
};

// Some of its bytes are others, one at a time.
void change(std::string const& record, Agreement& agreement, std::mt19937& random, Counted& counted) {
  constexpr std::string_view kSigns = "\"{}[],:0123456789.- abentu";
  for (std::size_t at = random() % 7; at < record.size(); at += 1 + random() % 13) {
    std::string other = record;
    other[at] = kSigns[random() % kSigns.size()];
    bool taken = false;
    ASSERT_EQ(agreement.difference(other, taken), "") << other;
    counted.changed_and_taken += taken ? 1U : 0U;
  }
}

void try_package(fs::path const& folder, std::mt19937& random, Counted& counted) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(folder.string(), sources, sink);
  if (!loaded || !*loaded) {
    return;  // it calls a jurisdiction's functions, whose code is not loaded here
  }
  ++counted.packages;
  Agreement agreement((*loaded)->program, (*loaded)->plan);
  for (std::string const& record : records_of(folder)) {
    bool taken = false;
    ASSERT_EQ(agreement.difference(record, taken), "") << folder << '\n' << record;
    ++counted.records;
    counted.taken += taken ? 1U : 0U;
    change(record, agreement, random, counted);
  }
}

// Under the sanitizers, which take a part of the packages' cases too, each fourth package.
std::size_t packages_every() { return std::getenv("HJEMMEL_PACKAGE_CASES_EVERY") == nullptr ? 1 : 4; }

TEST(PackageRecords, what_the_scanner_takes_of_every_package_is_what_its_reader_binds) {
  std::mt19937 random(11);
  Counted counted;
  for (char const* const root : {"rules", "tests/bench/packages"}) {
    std::set<fs::path> folders;
    for (fs::directory_entry const& entry : fs::recursive_directory_iterator(root)) {
      if (entry.path().filename() == "package.yaml") {
        folders.insert(entry.path().parent_path());
      }
    }
    std::size_t at = 0;
    for (fs::path const& folder : folders) {
      if (at++ % packages_every() == 0) {
        try_package(folder, random, counted);
      }
    }
  }
  RecordProperty("counted", std::to_string(counted.packages) + " " + std::to_string(counted.records) + " " +
                                std::to_string(counted.taken) + " " + std::to_string(counted.changed_and_taken));
  EXPECT_GT(counted.packages * packages_every(), 20U);
  EXPECT_GT(counted.records * packages_every(), 1000U);
  EXPECT_GT(counted.taken * 2, counted.records) << "most of what packages are tried with is plain";
  EXPECT_GT(counted.changed_and_taken * packages_every(), 1000U);
}

}  // namespace
}  // namespace hjemmel::records
