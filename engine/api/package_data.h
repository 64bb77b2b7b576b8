// What stands behind api::Package, and how results are made: private to this folder.
//
// In: sinks and sources of the stages below. Out: findings, and results that say why there is nothing. Here alone exceptions of
// the standard library (no memory) turn into failures.
#pragma once

#include <exception>
#include <memory>
#include <new>
#include <string>

#include "engine/api/bundles_data.h"
#include "engine/api/hjemmel.h"
#include "engine/diag/diagnostic.h"
#include "engine/package/loader.h"
#include "engine/source/source_file.h"

namespace hjemmel::api {

class Package {
 public:
  Package(source::Sources sources, package::LoadedPackage loaded, PackageInfo about, diag::Sink found,
          std::shared_ptr<Bundles const> bundles)
      : sources_(std::move(sources)),
        loaded_(std::move(loaded)),
        about_(std::move(about)),
        found_(std::move(found)),
        bundles_(std::move(bundles)) {}

  [[nodiscard]] source::Sources const& sources() const { return sources_; }
  [[nodiscard]] package::LoadedPackage const& loaded() const { return loaded_; }
  [[nodiscard]] PackageInfo const& about() const { return about_; }
  // The warnings of loading it, by place.
  [[nodiscard]] diag::Sink const& found() const { return found_; }
  // Null where it was loaded without.
  [[nodiscard]] Bundles const* bundles() const { return bundles_.get(); }

 private:
  source::Sources sources_;  // the spans of the program point into these
  package::LoadedPackage loaded_;
  PackageInfo about_;
  diag::Sink found_;
  std::shared_ptr<Bundles const> bundles_;  // keeps the code that the plan calls
};

// Sorted by place.
[[nodiscard]] Findings to_findings(diag::Sink& sink, source::Sources const& sources);
// No place where the span names no file.
[[nodiscard]] Place place_of(source::Span span, source::Sources const& sources);
// Each once: packages on one schema find the same faults.
void forward(diag::Sink const& from, diag::Sink& sink);
[[nodiscard]] Finding to_finding(diag::Diagnostic const& diagnostic, source::Sources const& sources);

template <class Result>
[[nodiscard]] Result failed(Failure failure, std::string const& error) {
  Result result;
  result.failure = failure;
  result.error = error;
  return result;
}

// Runs `work`, which gives a Result; what it throws becomes a failure of the world.
template <class Result, class Work>
[[nodiscard]] Result guarded(Work work) {
  try {
    return work();
  } catch (std::bad_alloc const&) {
    return failed<Result>(Failure::world, "there is not enough memory");
  } catch (std::exception const& fault) {
    return failed<Result>(Failure::world, fault.what());
  }
}

}  // namespace hjemmel::api
