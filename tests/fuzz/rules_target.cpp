// Any bytes as a rules file: parsed, checked against a fixed schema where they parse, and every message rendered.
#include <vector>

#include "engine/check/check.h"
#include "engine/diag/render.h"
#include "engine/syntax/parse.h"
#include "tests/fuzz/fixed_program.h"
#include "tests/fuzz/run_one.h"

int run_one(std::uint8_t const* data, std::size_t size) {
  using namespace hjemmel;
  source::Sources sources;
  diag::Sink sink;
  auto tree = syntax::parse(sources.add("fuzz.rules", fuzz::text_of(data, size)), sources, sink);
  if (tree && sink.errors() == 0) {
    std::vector<syntax::Tree> const trees{*std::move(tree)};
    static_cast<void>(check::check(trees, fuzz::fixed_schema(), sources, sink));
  }
  sink.sort();
  static_cast<void>(diag::render_text(sink, sources));
  return 0;
}
