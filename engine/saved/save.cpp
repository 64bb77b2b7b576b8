// The order of what is written: mark, format, the package's digest, the digests, the services by themselves, then texts, warnings,
// jurisdictions, the package but for its plan, with its length, and the plan.
#include "engine/base/hash.h"
#include "engine/saved/codec.h"
#include "engine/saved/contents.h"
#include "engine/saved/saved.h"
#include "engine/saved/services_part.h"

namespace hjemmel::saved {

std::string save(package::LoadedPackage const& package, source::Sources const& sources, diag::Sink const& found) {
  Contents contents;
  for (std::size_t at = 0; at < sources.size(); ++at) {
    contents.texts.push_back(sources.file(source::FileId(at)));
  }
  for (base::Foreign const* const code : package.program.jurisdictions) {
    contents.jurisdictions.push_back({code->id(), code->version(), code->digest()});
  }
  contents.warnings = found.all();
  contents.warnings_dropped = found.dropped();
  Out out;
  Context const context{package.program.jurisdictions, {}};
  put(out, context, contents.texts);
  put(out, context, contents.jurisdictions);
  put(out, context, contents.warnings);
  put(out, context, contents.warnings_dropped);
  Out rest;
  put(rest, context, package);
  out.text(rest.take());
  put_struct(out, context, package.plan);
  std::string const body = out.take();
  Head head;
  head.package = package.digest;
  std::string const services = services_part(package);
  head.services_bytes = services.size();
  head.services = digest_of_services(head, services);
  head.contents = digest_of(head, body);
  return head_bytes(head) + services + body;
}

}  // namespace hjemmel::saved
