// The order of what is written: mark, format, the package's digest, the digest over all, then texts, warnings,
// jurisdictions, the package but for its plan, with its length, and the plan.
#include "engine/base/hash.h"
#include "engine/saved/codec.h"
#include "engine/saved/contents.h"
#include "engine/saved/saved.h"

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
  head.contents = digest_of(head, body);
  return head_bytes(head) + body;
}

}  // namespace hjemmel::saved
