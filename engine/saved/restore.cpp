// Head, texts, warnings and jurisdictions, each looked at before the next is read; then, at once on two threads, the program, and
// the plan with the digest; then, on two threads again, what points at what in either.
#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>
#include <system_error>

#include "engine/base/besides.h"
#include "engine/base/large_pages.h"
#include "engine/base/utf8.h"
#include "engine/ir/verify.h"
#include "engine/saved/check_calls.h"
#include "engine/saved/check_plan.h"
#include "engine/saved/codec.h"
#include "engine/saved/contents.h"
#include "engine/saved/open_file.h"
#include "engine/saved/saved.h"

namespace hjemmel::saved {
namespace {

constexpr std::size_t kLargeBody = 128U * 1024;  // bytes that are worth one

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

// The package but for its plan.
bool read_package(std::string_view bytes, Context const& context, package::LoadedPackage& package) {
  In in(bytes);
  get(in, context, package);
  return !in.has_failed() && in.left() == 0 &&
         std::all_of(package.files.begin(), package.files.end(),
                     [&](package::PackageFile const& file) { return file.file.index < context.text_sizes.size(); });
}

bool is_proven(Head const& head, std::string_view services, std::string_view body) {
  return head.services == digest_of_services(head, services) && head.contents == digest_of(head, body);
}

bool program_is_good(ir::Program const& program) { return calls_are_good(program) && ir::verify(program).empty(); }

bool read_plan(In in, Context const& context, eval::Plan& plan) {
  get_struct(in, context, plan);
  return !in.has_failed() && in.left() == 0;
}

bool plan_is_good(package::LoadedPackage const& package) {
  return plan_is_sound(package.program, package.plan) && cost_fits(package.plan, package.cost);
}

// `rest`: the services, of which only the digest is proven here, and the body.
base::Result<Restored> read_body(std::string_view rest, Head const& head, base::ForeignFinder const* finder) {
  std::string_view const services = rest.substr(0, head.services_bytes);
  std::string_view const body = rest.substr(services.size());
  In in(body);
  Contents contents;
  std::vector<std::size_t> sizes;
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
  std::string_view const package = in.text();
  // What is read meanwhile may be anything, as what is read before the digest is known always may. Half of the work is the plan's.
  auto const besides = body.size() >= kLargeBody ? base::kBesides : std::launch::deferred;
  auto plan_read = std::async(
      besides, [&] { return is_proven(head, services, body) && read_plan(in, context, restored.package.plan); });
  bool const package_read = read_package(package, context, restored.package);
  auto plan_good =
      std::async(besides, [&] { return plan_read.get() && package_read && plan_is_good(restored.package); });
  bool const program_good = package_read && program_is_good(restored.package.program);
  if (!plan_good.get() || !program_good || restored.package.digest != head.package) {
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
  auto file = open_file(path);
  if (!file) {
    return file.error();
  }
  Bytes bytes{std::make_unique_for_overwrite<char[]>(file->size), file->size};
  base::prefer_large_pages(bytes.data.get(), bytes.size);
  if (!file->in.read(bytes.data.get(), static_cast<std::streamsize>(bytes.size))) {
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
