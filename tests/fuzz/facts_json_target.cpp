// Any bytes as facts in JSON: read, and where they are a document, read as a case of a fixed program; every message rendered.
#include "engine/diag/render.h"
#include "engine/document/read.h"
#include "engine/facts/read_case.h"
#include "tests/fuzz/fixed_program.h"
#include "tests/fuzz/run_one.h"

int run_one(std::uint8_t const* data, std::size_t size) {
  using namespace hjemmel;
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("facts.json", fuzz::text_of(data, size));
  auto const root = document::read(file, document::Format::json, sources, sink);
  if (root) {
    static_cast<void>(facts::read_case(*root, fuzz::fixed_program(), sink));
  }
  sink.sort();
  static_cast<void>(diag::render_text(sink, sources));
  return 0;
}
