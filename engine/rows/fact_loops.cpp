// Which of them this processor can run.
#include "engine/rows/fact_loops.h"

#include "engine/columns/loops/loops.h"

namespace hjemmel::rows {

extern FactLoops const kPlainFactLoops;
extern FactLoops const kAvx2FactLoops;

std::array<FactLoops const*, 2> all_fact_loops() {
  auto const loops = columns::all_loops();
  return {&kPlainFactLoops, loops[1] != loops[0] ? &kAvx2FactLoops : &kPlainFactLoops};
}

FactLoops const& fact_loops() {
  static FactLoops const& fastest = *all_fact_loops()[1];
  return fastest;
}

void run(FactLoops const& loops, FactView const& facts, std::byte const* row, std::uint64_t* out) {
  switch (facts.words) {
    case 1:
      *out = loops.one(facts, row);
      return;
    case 2:
      return loops.two(facts, row, out);
    case 4:
      return loops.four(facts, row, out);
    case 8:
      return loops.eight(facts, row, out);
    default:
      return loops.more(facts, row, out);
  }
}

}  // namespace hjemmel::rows
