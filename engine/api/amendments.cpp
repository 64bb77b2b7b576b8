// The amendments that stand in a package's folder, checked.
#include "engine/package/amendments.h"

#include "engine/api/package_data.h"

namespace hjemmel::api {
namespace {

AmendmentsResult check_all(Package const& package) {
  source::Sources sources = package.sources();
  diag::Sink sink;
  auto const names = package::lay_on_each(package.loaded(), sources, sink, [](auto const&) {});
  AmendmentsResult result;
  result.findings = to_findings(sink, sources);
  if (!names) {
    return failed<AmendmentsResult>(Failure::world, names.error().message);
  }
  result.names = *names;
  result.failure = result.findings.has_errors() ? Failure::input : Failure::none;
  return result;
}

}  // namespace

AmendmentsResult check_amendments(Package const& package) {
  return guarded<AmendmentsResult>([&] { return check_all(package); });
}

}  // namespace hjemmel::api
