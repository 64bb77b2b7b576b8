// Head, texts, warnings, jurisdictions and package, each looked at before the next is read; then what points at what.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include "engine/base/utf8.h"
#include "engine/ir/verify.h"
#include "engine/saved/check_calls.h"
#include "engine/saved/check_plan.h"
#include "engine/saved/codec.h"
#include "engine/saved/contents.h"
#include "engine/saved/saved.h"

namespace hjemmel::saved {
namespace {

constexpr std::string_view kDamaged = "it is damaged: build it anew";

bool texts_are_good(std::vector<source::SourceFile> const& texts) {
  return std::none_of(texts.begin(), texts.end(), [](source::SourceFile const& file) {
    return file.text.size() > source::kMaxFileBytes || base::find_utf8_fault(file.text).has_value();
  });
}

bool warnings_are_good(std::vector<diag::Diagnostic> const& warnings) {
  return warnings.size() <= diag::Sink::kMax &&
         std::all_of(warnings.begin(), warnings.end(),
                     [](diag::Diagnostic const& one) { return diag::severity(one.kind) == diag::Severity::warning; });
}

// The code of each jurisdiction, or why it is not there.
base::Result<std::vector<base::Foreign const*>> find_code(std::vector<SavedJurisdiction> const& saved,
                                                          base::ForeignFinder const* finder) {
  std::vector<base::Foreign const*> codes;
  for (SavedJurisdiction const& one : saved) {
    base::ForeignFinder::Found const found =
        finder == nullptr ? base::ForeignFinder::Found{nullptr, "no code of jurisdictions is loaded here", {}}
                          : finder->find(one.id);
    if (found.code == nullptr) {
      return base::Error{"it calls the code of jurisdiction `" + one.id + "`: " + found.fault};
    }
    if (found.code->digest() != one.digest || found.code->version() != one.version) {
      return base::Error{"it was saved with version " + one.version + " of the code of jurisdiction `" + one.id +
                         "`, and another file of it is loaded here; build it anew"};
    }
    codes.push_back(found.code);
  }
  return codes;
}

bool is_sound(package::LoadedPackage const& package, Context const& context) {
  bool const files = std::all_of(package.files.begin(), package.files.end(), [&](package::PackageFile const& file) {
    return file.file.index < context.text_sizes.size();
  });
  return files && calls_are_good(package.program) && ir::verify(package.program).empty() &&
         plan_is_sound(package.program, package.plan) && cost_fits(package.plan, package.cost);
}

base::Result<Restored> read_body(std::string_view body, Head const& head, base::ForeignFinder const* finder) {
  In in(body);
  Contents contents;
  std::vector<std::size_t> sizes;
  // Warnings point into the texts, which stand before them: the texts are read by themselves.
  get(in, {}, contents.texts);
  for (source::SourceFile const& file : contents.texts) {
    sizes.push_back(file.text.size());
  }
  get(in, {}, contents.jurisdictions);
  get(in, {{}, sizes}, contents.warnings);
  get(in, {}, contents.warnings_dropped);
  if (in.has_failed() || !texts_are_good(contents.texts) || !warnings_are_good(contents.warnings)) {
    return base::Error{std::string(kDamaged)};
  }
  auto const codes = find_code(contents.jurisdictions, finder);
  if (!codes) {
    return codes.error();
  }
  Restored restored;
  Context const context{*codes, sizes};
  get(in, context, restored.package);
  if (in.has_failed() || in.left() != 0 || restored.package.digest != head.package ||
      !is_sound(restored.package, context)) {
    return base::Error{std::string(kDamaged)};
  }
  restored.package.jurisdictions = finder;
  for (source::SourceFile& file : contents.texts) {
    restored.sources.add(std::move(file.path), std::move(file.text));
  }
  for (diag::Diagnostic& one : contents.warnings) {
    restored.found.add(std::move(one));
  }
  restored.found.drop_warnings(contents.warnings_dropped);
  return restored;
}

// All of it at once, into memory that is not written before.
struct Bytes {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;
};

base::Result<Bytes> read_all(std::string const& path) {
  std::error_code fault;
  std::uintmax_t const size = std::filesystem::file_size(path, fault);
  if (fault) {
    return base::Error{fault.message()};
  }
  if (size > kMaxSavedBytes) {
    return base::Error{"it is larger than 1 GiB"};
  }
  std::ifstream in(path, std::ios::binary);
  Bytes bytes{std::make_unique_for_overwrite<char[]>(size), size};
  if (!in.read(bytes.data.get(), static_cast<std::streamsize>(size))) {
    return base::Error{"it cannot be read to its end"};
  }
  return bytes;
}

}  // namespace

base::Result<Restored> restore(std::string_view bytes, base::ForeignFinder const* jurisdictions) {
  Head head;
  std::string const fault = read_head(bytes, head);
  return fault.empty() ? read_body(bytes.substr(kHeadBytes), head, jurisdictions)
                       : base::Result<Restored>(base::Error{fault});
}

base::Result<Restored> restore_file(std::string const& path, base::ForeignFinder const* jurisdictions) {
  auto const bytes = read_all(path);
  auto restored = bytes ? restore({bytes->data.get(), bytes->size}, jurisdictions) : bytes.error();
  return restored ? std::move(restored) : base::Error{"`" + path + "`: " + restored.error().message};
}

bool is_saved(std::string const& path) {
  std::error_code fault;
  return path.ends_with(kEnding) && std::filesystem::is_regular_file(path, fault);
}

}  // namespace hjemmel::saved
