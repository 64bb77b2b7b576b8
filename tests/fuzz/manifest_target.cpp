// Any bytes as a package's manifest; every message rendered.
#include "engine/diag/render.h"
#include "engine/document/read.h"
#include "engine/package/manifest.h"
#include "tests/fuzz/fixed_program.h"
#include "tests/fuzz/run_one.h"

int run_one(std::uint8_t const* data, std::size_t size) {
  using namespace hjemmel;
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("package.yaml", fuzz::text_of(data, size));
  auto const root = document::read(file, document::Format::yaml, sources, sink);
  if (root) {
    static_cast<void>(package::read_manifest(*root, sink));
  }
  sink.sort();
  static_cast<void>(diag::render_text(sink, sources));
  return 0;
}
