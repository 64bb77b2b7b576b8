// Any bytes as an act, as the place of a citation and as a lock; every message rendered. What is read is looked up and written again.
#include <algorithm>
#include <string>

#include "engine/base/check.h"
#include "engine/base/utf8.h"
#include "engine/diag/render.h"
#include "engine/sources/lock.h"
#include "engine/sources/read_act.h"
#include "engine/sources/read_reference.h"
#include "engine/sources/resolve.h"
#include "tests/fuzz/run_one.h"

namespace hjemmel::fuzz {
namespace {

constexpr std::size_t kMostLookedUp = 20;  // sections of one act

// What was found is found again by its digest.
void look_up(sources::Act const& act, sources::Reference const& place) {
  sources::Resolved const resolved = sources::resolve(act, place);
  auto const all = sources::digests_like(act, place);
  bool const again =
      std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.digest == resolved.digest; });
  CHECK(resolved.found != sources::Found::text || again);
}

void look_up_all(sources::Act const& act) {
  std::size_t count = 0;
  for (sources::Section const& section : act.sections) {
    if (++count > kMostLookedUp) {
      return;
    }
    look_up(act, {section.number, {}, {}, false, {}});
    look_up(act, {section.number, 1, {}, false, {}});
    look_up(act, {section.number, {}, 1, false, {}});
    look_up(act, {section.number, 1, 2, true, 1});
    look_up(act, {section.number, 1, {}, false, 2});
  }
}

void read_place(std::string const& text) {
  if (base::find_utf8_fault(text)) {
    return;
  }
  for (sources::CitedPart const& part : sources::read_references(text)) {
    if (part.reference) {
      auto const again = sources::read_references(to_text(*part.reference));
      CHECK(again.size() == 1 && again.front().reference == part.reference);
    }
  }
}

void read_all(std::string const& text) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("act.md", text);
  if (auto const act = sources::read_act(file, sources, sink)) {
    look_up_all(*act);
  }
  read_place(text);
  if (auto const locked = sources::read_lock(file, sources, sink)) {
    static_cast<void>(sources::write_lock(*locked));
  }
  sink.sort();
  static_cast<void>(diag::render_text(sink, sources));
}

}  // namespace
}  // namespace hjemmel::fuzz

int run_one(std::uint8_t const* data, std::size_t size) {
  hjemmel::fuzz::read_all(size == 0 ? std::string() : std::string(reinterpret_cast<char const*>(data), size));
  return 0;
}
